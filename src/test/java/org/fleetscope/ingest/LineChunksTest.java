package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineChunksTest {
    @Test
    void aRowWithoutEndStopsTheReadingInBoundedMemory() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        Arrays.fill(bytes, from, from + length, (byte) 'a');
                        return length;
                    }
                };
        LineChunks chunks =
                new LineChunks(endless, "endless.ndjson", 1 << 20, LineChunks.RowEnds.lines());

        assertThatThrownBy(chunks::next)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("endless.ndjson")
                .hasMessageContaining("byte 0")
                .hasMessageContaining("longer than 64 MB");
    }
}
