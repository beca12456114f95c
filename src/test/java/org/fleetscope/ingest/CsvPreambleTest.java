package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPreambleTest {
    private static final String HEADER = "task_id,agent_id,latency_ms,accuracy";
    private static final String FIRST = Rows.TASK + "," + Rows.AGENT + ",10,0.5";
    private static final String SECOND = Rows.TASK + "," + Rows.AGENT + ",20,0.25";

    @TempDir Path folder;

    /** Lengths and lines of the preambles are counted by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~Export of the fleet\\n~                                  @ 20 @ 1
                    ~\\n\\nExport of the fleet\\n\\n~                         @ 23 @ 4
                    ~# task_id, agent_id: who ran what\\n# made by hand\\n~    @ 49 @ 2
                    ~exported at,2026-01-31\\nby,me\\n\\n~                    @ 30 @ 3
                    ~Fleet north,,,\\n,,,\\n~                                 @ 19 @ 2
                    ~Fleet, "north\\n~                                        @ 14 @ 1
                    ~"Fleet\\n~                                               @ 7  @ 1
                    ~Group;Day\\nNorth;Monday\\n~                             @ 23 @ 2
                    """)
    void whatStandsBeforeTheHeaderIsNoRow(String preamble, int bytes, int lines)
            throws IOException {
        String before = preamble.replace("\\n", "\n");
        for (int chunkBytes : new int[] {1, 50, 1 << 20}) {
            Path file =
                    Files.writeString(
                            folder.resolve("a.txt"),
                            before + HEADER + "\n" + FIRST + "\n" + SECOND + "\n");
            CollectingSink sink = Rows.read(file, Mapping.identity(), chunkBytes);

            // The header has 36 bytes and its line feed, the first row 36 + 1 + 36 + 7 and its own.
            String name = file.toString();
            RowOrigin first = new RowOrigin(name, lines + 2, bytes + 37);
            RowOrigin second = new RowOrigin(name, lines + 3, bytes + 37 + 81);
            assertThat(sink.rows())
                    .extracting(CollectingSink.Row::origin)
                    .containsExactly(first, second);
            assertThat(sink.rejects).isEmpty();
            assertThat(sink.row(0).problems()).isEmpty();
            assertThat(sink.row(0).batch().latencyMs[0]).isEqualTo(10);
            assertThat(new RawRows().read(second, JobContext.NONE)).isEqualTo(SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aByteOrderMarkAndEveryLineEndKeepTheOrigins(String end) throws IOException {
        String text =
                "\uFEFF" + String.join(end, "Züge", "", HEADER, FIRST, "", SECOND, "Total,2") + end;
        CollectingSink sink =
                Rows.read(Files.writeString(folder.resolve("a.csv"), text), Mapping.identity(), 9);

        // Mark 3, Züge 5, header 36, rows 80 and 81 bytes; line ends 3, then 5, then 6 before them.
        long e = end.length();
        assertThat(sink.rows()).extracting(row -> row.origin().line()).containsExactly(4L, 6L, 7L);
        assertThat(sink.rows())
                .extracting(row -> row.origin().byteOffset())
                .containsExactly(44 + 3 * e, 124 + 5 * e, 205 + 6 * e);
    }

    @Test
    void foreignNamesAreFoundByTheWidthOfTheRows() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.csv"),
                        "Report,weekly\nTeam,North\nrun,machine,took\nr1,m1,5\nr2,m2,6\n");

        CsvDialect dialect = Objects.requireNonNull(new Ingest(1).sniff(file).dialect());

        // Report,weekly and Team,North with their line feeds: 14 + 11 bytes; the header has 16 and
        // its own.
        assertThat(dialect.columns()).containsExactly("run", "machine", "took");
        assertThat(dialect.preamble()).isEqualTo(25);
        assertThat(dialect.dataStart()).isEqualTo(42);
    }

    @Test
    void rowsOfTextAreNoHeader() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.csv"), "run,machine\nr,m\nlong,wide\nr,m\n");

        assertThat(Objects.requireNonNull(new Ingest(1).sniff(file).dialect()).columns())
                .containsExactly("run", "machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear all,\nhello, world\nfoo, bar\n", "1,2,3\na,b,c\nd,e,f\n"})
    void proseAndTablesWithoutHeaderStayUnknown(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);

        assertThatThrownBy(() -> new Ingest(1).sniff(file)).hasMessageContaining("unknown format");
    }

    @Test
    void headersOfAppendedExportsAreNoRowsAndHideNone() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "a.csv",
                        String.join(
                                "\n",
                                HEADER,
                                FIRST,
                                HEADER,
                                SECOND,
                                "\uFEFF" + HEADER,
                                FIRST,
                                " task_id , agent_id , latency_ms , accuracy ",
                                SECOND));

        assertThat(sink.rows())
                .extracting(row -> row.origin().line())
                .containsExactly(2L, 4L, 6L, 8L);
        assertThat(sink.rows()).noneMatch(row -> row.batch().has(row.row(), KpiBatch.MALFORMED));
        assertThat(sink.rejects).isEmpty();
    }

    @Test
    void aLaterExportWithMoreColumnsDoesNotTurnTheFirstIntoAPreamble() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "a.csv",
                        String.join("\n", HEADER, FIRST, SECOND, HEADER + ",cpu_usage", FIRST));

        assertThat(sink.rows())
                .extracting(row -> row.batch().has(row.row(), KpiBatch.MALFORMED))
                .containsExactly(false, false, true, false);
    }
}
