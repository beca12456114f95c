package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.fleetscope.model.KpiBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes in quoted cells: doubled, escaped with backslashes, and both in one file. */
class CsvEscapesTest {
    private static final String HEADER =
            "task_id,agent_id,execution_context.hostname,execution_context,latency_ms\n";

    @TempDir Path folder;

    private static String line(String host, String context) {
        return Rows.TASK + "," + Rows.AGENT + "," + host + "," + context + ",5\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            textBlock =
                    """
                    "5"" disk"        @ 5" disk
                    "5\\" disk"       @ 5" disk
                    "C:\\\\a \\"x\\"" @ C:\\a "x"
                    "C:\\dir\\"       @ C:\\dir\\
                    "C:\\\\dir"       @ C:\\\\dir
                    "a\\""b, c"       @ a\\"b, c
                    "a \\"b\\", c"    @ a "b", c
                    "a\\tb \\"c"      @ a\\tb "c
                    a\\"b"            @ a\\"b"
                    ""                @ ~~
                    """)
    void eachCellShowsItsStyle(String cell, String host) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.csv"),
                        HEADER.replace("execution_context,", "source_layer,")
                                + line(cell, "\"a \"\"b\"\"\"")
                                + line("n", "x"));
        for (int chunkBytes : new int[] {1, 1 << 20}) {
            CollectingSink sink = Rows.read(file, Mapping.identity(), chunkBytes);

            assertThat(sink.rows()).hasSize(2);
            KpiBatch batch = sink.row(0).batch();
            assertThat(batch.host[0] < 0 ? "" : batch.hosts.get(batch.host[0])).isEqualTo(host);
            assertThat(batch.layers.getFirst()).isEqualTo("a \"b\"");
            assertThat(batch.latencyMs[0]).isEqualTo(5);
        }
    }

    @Test
    void contextsInBothStylesSayTheSame() throws IOException {
        List<String> contexts =
                List.of(
                        "\"{\"\"hostname\"\":\"\"n \\\"\"1\\\"\"\"\",\"\"cpu_cores\"\":4}\"",
                        "\"{\\\"hostname\\\":\\\"n \\\\\\\"1\\\\\\\"\\\",\\\"cpu_cores\\\":4}\"");
        StringBuilder text = new StringBuilder("task_id,agent_id,execution_context,latency_ms\n");
        for (String context : contexts) {
            text.append(Rows.TASK + "," + Rows.AGENT + "," + context + ",5\n");
        }
        CollectingSink sink = Rows.read(folder, "a.csv", text.toString());

        assertThat(sink.rows()).hasSize(2);
        KpiBatch batch = sink.row(0).batch();
        assertThat(batch.problems).isEmpty();
        assertThat(batch.hosts).containsExactly("n \"1\"");
        assertThat(batch.contentHash[1]).isEqualTo(batch.contentHash[0]);
    }

    @Test
    void whereAllQuotesAreEscapedACellMayEndWithOne() throws IOException {
        String text =
                HEADER.replace("execution_context,", "source_layer,")
                        + line("\"5\\\"\"", "\"\"")
                        + line("\"say \\\"hi\\\"\"", "\"a\\\\\"");
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8));
        CollectingSink sink = Rows.read(file, Mapping.identity(), 1);

        assertThat(Objects.requireNonNull(new Ingest(1).sniff(file).dialect()).spelling().escape())
                .isEqualTo('\\');
        assertThat(sink.rows())
                .extracting(row -> row.batch().hosts.get(row.batch().host[row.row()]))
                .containsExactly("5\"", "say \"hi\"");
        assertThat(sink.row(1).batch().layers).containsExactly("a\\");
    }
}
