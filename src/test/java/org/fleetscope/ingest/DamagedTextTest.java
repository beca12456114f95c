package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fleetscope.model.KpiBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other encodings refuse a file, damage costs the rows it is in. */
class DamagedTextTest {
    private static final String HEADER = "task_id,agent_id,source_layer\n";

    @TempDir Path folder;

    private static String csv(String layer) {
        return Rows.TASK + "," + Rows.AGENT + "," + layer + "\n";
    }

    private static String json(String layer) {
        return Rows.with("source_layer", '"' + layer + '"') + "\n";
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "größe, windows-1252, -f WINDOWS-1252 -t UTF-8",
        "‘Größe’, windows-1252, -f WINDOWS-1252 -t UTF-8",
        "é, ISO-8859-1, -f WINDOWS-1252 -t UTF-8",
        "слой, windows-1251, -f ENCODING -t UTF-8",
        "層レイヤー, Shift_JIS, -f ENCODING -t UTF-8"
    })
    void oneRowInAnotherEncodingTellsWhenNothingIsUtf8(
            String layer, Charset charset, String command) throws IOException {
        String plain = csv("a").repeat(500);
        Path csv = write("a.csv", HEADER + plain + csv(layer) + plain, charset);
        Path json = write("a.ndjson", json("a").repeat(20) + json(layer), charset);

        assertThatThrownBy(() -> new Ingest(1).sniff(csv))
                .isInstanceOf(UnrecognisedFileException.class)
                .hasMessageContaining("a.csv: not UTF-8: byte 0x")
                .hasMessageContaining("iconv " + command + " 'a.csv' > 'utf8-a.csv'");
        assertThatThrownBy(() -> new Ingest(1).sniff(json)).hasMessageContaining(command);
    }

    @Test
    void compressedTextIsConvertedBehindGzip() throws IOException {
        byte[] zipped = gzip((HEADER + csv("größe")).getBytes(StandardCharsets.ISO_8859_1));
        Path file = Files.write(folder.resolve("a.csv.gz"), zipped);

        assertThatThrownBy(() -> new Ingest(1).sniff(file))
                .hasMessageContaining(
                        "gzip -dc 'a.csv.gz' | iconv -f WINDOWS-1252 -t UTF-8 > 'utf8-a.csv'");
    }

    private static byte[] gzip(byte[] text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    @Test
    void amongUtf8ABrokenRowCostsOnlyItself() throws IOException {
        Path csv =
                write(
                        "a.csv",
                        HEADER + csv("größe") + csv("gr§e") + csv("b"),
                        StandardCharsets.UTF_8);
        Path json =
                write("a.ndjson", json("größe") + json("gr§e") + json("b"), StandardCharsets.UTF_8);
        for (Path file : new Path[] {csv, json}) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length - 1; i++) {
                if (bytes[i] == (byte) 0xC2) {
                    bytes[i] = 's';
                }
            }
            assertBroken(Rows.read(Files.write(file, bytes)));
        }
    }

    @Test
    void bytesOfNoEncodingCostOnlyTheirRow() throws IOException {
        byte[] bytes =
                (HEADER + csv("a") + csv("\u00FF\u00FE") + csv("b"))
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertBroken(Rows.read(Files.write(folder.resolve("a.csv"), bytes)));
    }

    @Test
    void aFewZeroBytesCostTheirRow() throws IOException {
        Charset utf8 = StandardCharsets.UTF_8;
        Path csv = write("a.csv", HEADER + csv("a") + csv("\0\0") + csv("b"), utf8);
        Path json = write("a.ndjson", json("a") + "\0\0\0\n" + json("b"), utf8);

        assertBroken(Rows.read(csv));
        assertBroken(Rows.read(json));
        assertThat(Rows.read(csv).row(1).problems().getFirst().found()).isEqualTo("a zero byte");
        // 36 and 36 characters of ids and two commas before it
        assertThat(Rows.read(csv).row(1).problems().getFirst().expected())
                .isEqualTo("text at byte 74 of the row");
    }

    private static void assertBroken(CollectingSink sink) {
        assertThat(sink.rows())
                .extracting(row -> row.batch().has(row.row(), KpiBatch.MALFORMED))
                .containsExactly(false, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":1}\n\0\n\0\n\0\n{\"a\":1}\n', 'line 2, byte 8'",
        "'{\"a\":\0}\n{\"a\":1}\n', 'line 1, byte 5'",
        "'abc\n\0\n', 'line 2, byte 4'"
    })
    void manyZeroBytesOrOneAtTheStartAreBinary(String text, String at) throws IOException {
        Path file = write("a.ndjson", text, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new Ingest(1).sniff(file))
                .isInstanceOf(UnrecognisedFileException.class)
                .hasMessageContaining("a binary file, with a zero byte on " + at + ".");
    }
}
