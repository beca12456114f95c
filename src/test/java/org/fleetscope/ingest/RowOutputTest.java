package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;

/** Rows of a stream format on their way into batches. */
class RowOutputTest {
    private static final SourceFile FILE =
            new SourceFile(
                    Path.of("a.rows"),
                    "rows",
                    SourceFile.NONE,
                    StandardCharsets.UTF_8,
                    EntityKind.KPI_REPORT,
                    0,
                    null);

    private interface Rows {
        void to(RowOutput out) throws IOException;
    }

    private static CollectingSink read(Rows rows, JobContext job) throws IOException {
        CollectingSink sink = new CollectingSink();
        Delivery delivery = new Delivery(FILE, sink, job, new AtomicLong());
        new Pipeline<RowOutput.Group>(2, () -> new GroupParser("a.rows", Mapping.identity())::parse)
                .run(
                        to -> {
                            RowOutput out = new RowOutput(to);
                            rows.to(out);
                            out.flush();
                        },
                        delivery::prepare,
                        delivery::deliver,
                        delivery::waiting,
                        job);
        return sink;
    }

    private static ObjectNode kpi(int latency) throws IOException {
        return (ObjectNode) JsonRow.MAPPER.readTree(org.fleetscope.ingest.Rows.kpi(latency));
    }

    @Test
    void rowsKeepOrderOriginAndTextThroughManyGroups() throws IOException {
        int rows = 4500;
        CollectingSink sink =
                read(
                        out -> {
                            for (int i = 0; i < rows; i++) {
                                out.row(
                                        kpi(i + 1),
                                        new RowOutput.Place(7L * i + 1, 90L * i),
                                        "r" + i);
                            }
                        },
                        JobContext.NONE);

        assertThat(sink.batches).hasSizeGreaterThan(2);
        assertThat(sink.rows()).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            CollectingSink.Row row = sink.row(i);
            assertThat(row.batch().latencyMs[row.row()]).isEqualTo(i + 1);
            assertThat(row.origin()).isEqualTo(new RowOrigin("a.rows", 7L * i + 1, 90L * i));
            assertThat(row.batch().raw(row.row())).isEqualTo("r" + i);
        }
        assertThat(sink.prepared).hasValue(sink.batches.size());
    }

    @Test
    void rowsThatCanNotBeReadAreMalformedWhereTheyStand() throws IOException {
        CollectingSink sink =
                read(
                        out -> {
                            out.row(kpi(5), new RowOutput.Place(1, 0), "good");
                            out.malformed(
                                    new MalformedRowException("a comma", "a value at byte 9"),
                                    new RowOutput.Place(2, 5),
                                    "bad,");
                            out.row(
                                    JsonRow.MAPPER.createObjectNode().put("x", 1),
                                    new RowOutput.Place(3, 10),
                                    "x=1");
                        },
                        JobContext.NONE);

        assertThat(sink.rows()).hasSize(2);
        CollectingSink.Row bad = sink.row(1);
        assertThat(bad.batch().has(bad.row(), KpiBatch.MALFORMED)).isTrue();
        assertThat(bad.batch().raw(bad.row())).isEqualTo("bad,");
        assertThat(bad.origin()).isEqualTo(new RowOrigin("a.rows", 2, 5));
        assertThat(bad.problems())
                .containsExactly(
                        new KpiBatch.Problem(bad.row(), "", "a comma", "a value at byte 9"));
        assertThat(sink.rejects)
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.origin()).isEqualTo(new RowOrigin("a.rows", 3, 10));
                    assertThat(reject.raw()).isEqualTo("x=1");
                });
    }

    @Test
    void aFailureOfTheReaderEndsTheImportAfterTheRowsBefore() {
        assertThatThrownBy(() ->
                        read(
                                out -> {
                                    out.row(kpi(5), new RowOutput.Place(1, 0), "good");
                                    throw new IOException("a.rows, line 2: no more");
                                },
                                JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("a.rows, line 2: no more");
    }

    @Test
    void cancellingEndsAReaderThatWouldGoOnForever() {
        JobContext job =
                new JobContext() {
                    private volatile boolean seen;

                    @Override
                    public void progress(Progress progress) {
                        seen = true;
                    }

                    @Override
                    public boolean isCancelled() {
                        return seen;
                    }
                };

        assertThatThrownBy(() ->
                        read(
                                out -> {
                                    for (int i = 1; i > 0; i++) {
                                        out.row(kpi(5), new RowOutput.Place(i, i), "good");
                                    }
                                },
                                job))
                .isInstanceOf(CancellationException.class);
    }
}
