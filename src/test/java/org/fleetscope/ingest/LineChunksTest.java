package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.KpiBatch;
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

    /** Of a row that is too long the start is kept, and what follows is read. */
    @Test
    void aRowThatIsTooLongCostsItself() throws IOException {
        String text = "a\n" + "x".repeat(5000) + "\nb\n" + "y".repeat(3000);
        for (int size : new int[] {3, 100, 999, 1024, 4000}) {
            LineChunks chunks =
                    new LineChunks(
                            new ByteArrayInputStream(Packed.bytes(text)),
                            "a",
                            size,
                            LineChunks.RowEnds.lines(),
                            1000,
                            true);
            ChunkParser parser =
                    new CutRows(new NdjsonParser("a", Mapping.identity()), "a", Mapping.identity());
            List<String> rows = new ArrayList<>();
            long lines = 0;
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                ParsedChunk parsed = parser.parse(chunk);
                for (KpiBatch batch : parsed.kpis()) {
                    for (int i = 0; i < batch.rows; i++) {
                        rows.add((lines + batch.lineIndex[i]) + " " + batch.offset[i]);
                    }
                }
                lines += parsed.lines();
            }
            // Lines from 0; x starts at byte 2, b behind 5001 bytes more, y behind two more.
            assertThat(rows).as("chunks of %d", size).contains("0 0", "1 2", "2 5003", "3 5005");
            assertThat(rows).hasSize(4);
        }
    }
}
