package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.workspace.Rejects.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.QuarantineFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repair in a process of its own that is killed: it is there whole, or it never was. */
class RepairCrashTest {
    private static final BulkFix PERCENT = new BulkFix(Operation.DIVIDE, "cpu_usage", "100");

    @TempDir private Path folder;

    /** The repair, and where it stops to be killed: the phase, "written", "done" or "undo". */
    public static void main(String[] args) throws Exception {
        String stopAt = args[1];
        Rejects rejects = new Rejects(Path.of(args[0]));
        JobContext job =
                new JobContext() {
                    private volatile String phase = "";

                    @Override
                    public void progress(Progress progress) {
                        phase = progress.phase();
                        reach(phase, stopAt);
                    }

                    @Override
                    public boolean isCancelled() {
                        if (phase.equals("Re-admitting rows")) {
                            reach("written", stopAt);
                        }
                        return false;
                    }
                };
        rejects.quarantine().fix(QuarantineFilter.OPEN, PERCENT, job);
        reach("done", stopAt);
        rejects.quarantine().undo(JobContext.NONE);
        reach("undo", stopAt);
    }

    private static void reach(String point, String stopAt) {
        if (point.equals(stopAt)) {
            System.out.println("there");
            // Nothing releases it: the parent kills this process.
            new Semaphore(0).acquireUninterruptibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re-admitting rows", "written"})
    void aRepairKilledBeforeItsCommitLeavesNoTrace(String point) throws Exception {
        List<Object> before = importBad();
        killAt(point);

        try (Rejects rejects = new Rejects(folder)) {
            assertThat(rejects.everything()).isEqualTo(before);
            assertThat(rejects.quarantine().history(10).entries()).isEmpty();
            assertThat(
                            rejects.quarantine()
                                    .fix(QuarantineFilter.OPEN, PERCENT, JobContext.NONE)
                                    .readmitted())
                    .isEqualTo(3);
        }
    }

    @Test
    void aRepairThatSaidItWasDoneIsThere() throws Exception {
        List<Object> before = importBad();
        killAt("done");

        try (Rejects rejects = new Rejects(folder)) {
            assertThat(rejects.runs()).isEqualTo(4);
            assertThat(
                            rejects.sql(
                                    "SELECT SUM(task_count) FROM kpi.kpi_aggregations WHERE"
                                            + " window_seconds = 86400"))
                    .containsExactly(List.of(4L));
            rejects.quarantine().undo(JobContext.NONE);
            assertThat(rejects.everything()).isEqualTo(before);
        }
    }

    @Test
    void anUndoThatSaidItWasDoneIsThere() throws Exception {
        List<Object> before = importBad();
        killAt("undo");

        try (Rejects rejects = new Rejects(folder)) {
            assertThat(rejects.everything()).isEqualTo(before);
        }
    }

    private List<Object> importBad() throws IOException {
        try (Rejects rejects = new Rejects(folder)) {
            rejects.imports(
                    "a.ndjson",
                    run(1, "2026-03-01T10:00:00Z", "100", "0.25"),
                    run(2, "2026-03-01T10:00:10Z", "110", "50"),
                    run(3, "2026-03-02T10:00:10Z", "120", "60"),
                    run(4, "2026-03-02T10:00:20Z", "130", "70"));
            return rejects.everything();
        }
    }

    private void killAt(String point) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RepairCrashTest.class.getName(),
                                folder.toString(),
                                point)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("there");
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
