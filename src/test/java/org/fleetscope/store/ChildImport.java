package org.fleetscope.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;

/**
 * A process of its own that imports into a workspace, says how far it is, and stops there until it
 * is killed; at "race" it says so and goes on.
 */
final class ChildImport implements AutoCloseable {
    static final int ROWS = 5000;

    private final Process process;

    private ChildImport(Process process) {
        this.process = process;
    }

    static ChildImport start(Path folder, String stopAt) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChildImport(
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ChildImport.class.getName(),
                                folder.toString(),
                                stopAt)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Waits until the child is where it was told to stop. */
    void awaitStop() throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            if (!"there".equals(line)) {
                throw new IOException("the child import ended early: " + line);
            }
        }
    }

    /** Ends the child as SIGKILL does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) throws Exception {
        String stopAt = args[1];
        H2Store store = H2Store.open(Path.of(args[0]));
        reach("opened", stopAt);
        StagedImport staged = store.begin(Runs.header());
        reach("begun", stopAt);
        for (int i = 0; i < 4; i++) {
            // Two days, the first of which has a table of an earlier import.
            long start = Runs.DAY1 + i * 12L * 3_600_000_000L;
            staged.rows(Runs.batch(start, ROWS / 4, 1_000_000L + i * 10_000L));
            reach("rows" + i, stopAt);
        }
        staged.entities(
                new EntityBatch(
                        List.of(),
                        List.of(),
                        List.of(new Agent(Runs.AGENT, "changed", null, List.of(), null, -1)),
                        List.of()));
        staged.quarantine(
                List.of(new RejectedRow(new RowOrigin(Runs.FILE, 1, 0), "bad", List.of())));
        reach("entities", stopAt);
        staged.index(
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {
                        reach("index" + progress.done(), stopAt);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        if (stopAt.equals("race")) {
            System.out.println("there");
        }
        staged.commit(Runs.outcome(ROWS));
        reach("committed", stopAt);
        staged.close();
        store.close();
    }

    private static void reach(String point, String stopAt) {
        if (point.equals(stopAt)) {
            System.out.println("there");
            // Nothing releases it: the parent kills this process.
            new Semaphore(0).acquireUninterruptibly();
        }
    }
}
