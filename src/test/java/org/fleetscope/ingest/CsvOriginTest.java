package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows, lines and offsets of one small table in every way of writing it. */
class CsvOriginTest {
    @TempDir Path folder;

    /**
     * The text, with | for the delimiter and ~ for the line end, which is counted by hand:
     *
     * <pre>
     * line 1, byte 0    task_id|agent_id|latency_ms|execution_context.hostname   7+1+8+1+10+1+26 = 54
     * line 2            blank                                                    0
     * line 3            id|id|1.5|ä                     36+1+36+1+3+1+2        = 80
     * line 4            id|id|2|"b LF c"                36+1+36+1+1+1+(2+1+2)  = 81, 2 lines
     * line 6            three blanks                                             3
     * line 7            id|id|3|"d"                     36+1+36+1+1+1+3        = 79
     * </pre>
     */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    ~,~, ~\n~, ~~
                    ~,~, ~\r\n~, ~\uFEFF~
                    ~,~, ~\r~, ~\uFEFF~
                    ~;~, ~\n~, ~\uFEFF~
                    ~;~, ~\r\n~, ~~
                    ~;~, ~\r~, ~~
                    ~\t~, ~\n~, ~~
                    ~\t~, ~\r\n~, ~\uFEFF~
                    ~\t~, ~\r~, ~~
                    ~|~, ~\n~, ~\uFEFF~
                    ~|~, ~\r\n~, ~~
                    ~|~, ~\r~, ~~
                    """)
    void everyWayOfWritingGivesTheSameRows(String delimiter, String end, String mark)
            throws IOException {
        String ids = Rows.TASK + "|" + Rows.AGENT + "|";
        List<String> records = List.of(ids + "1.5|ä", ids + "2|\"b\nc\"", ids + "3|\"d\"");
        String text =
                String.join(
                                "~",
                                "task_id|agent_id|latency_ms|execution_context.hostname",
                                "",
                                records.get(0),
                                records.get(1),
                                "   ",
                                records.get(2),
                                "")
                        .replace("|", delimiter)
                        .replace("1.5", delimiter.equals(",") ? "1.5" : "1,5")
                        .replace("~", end);
        Path file = Files.writeString(folder.resolve("a.dat"), mark + text);
        for (int chunkBytes : new int[] {1, 97, 1 << 20}) {
            CollectingSink sink = Rows.read(file, Mapping.identity(), chunkBytes);

            long bom = mark.isEmpty() ? 0 : 3;
            long e = end.length();
            String name = file.toString();
            RowOrigin third = new RowOrigin(name, 7, bom + 218 + 5 * e);
            assertThat(sink.rows())
                    .extracting(CollectingSink.Row::origin)
                    .containsExactly(
                            new RowOrigin(name, 3, bom + 54 + 2 * e),
                            new RowOrigin(name, 4, bom + 134 + 3 * e),
                            third);
            assertThat(sink.rows())
                    .extracting(row -> row.batch().latencyMs[row.row()])
                    .containsExactly(1.5, 2.0, 3.0);
            assertThat(sink.rows())
                    .extracting(row -> row.batch().hosts.get(row.batch().host[row.row()]))
                    .containsExactly("ä", "b\nc", "d");
            assertThat(sink.rows()).allMatch(row -> row.problems().isEmpty());
            assertThat(new RawRows().read(third, JobContext.NONE))
                    .isEqualTo(records.get(2).replace("|", delimiter));
        }
    }
}
