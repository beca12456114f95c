package org.fleetscope.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.fleetscope.model.Times;
import org.h2.api.DatabaseEventListener;

/**
 * A process of its own that imports into a workspace, says how far it is, and stops there until it
 * is killed; at "race" it says so and goes on.
 */
final class ChildImport implements AutoCloseable {
    static final int ROWS = 5000;

    /** Task count of the windows it writes. */
    static final int CHANGED = 17;

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
        if (stopAt.equals("race")) {
            System.out.println("there");
        }
        staged.commit(Runs.outcome(ROWS));
        reach("committed", stopAt);
        // In this process it joins the database that is open.
        Database database =
                new Database(Path.of(args[0]).toAbsolutePath(), Database.NAME, Database.FILES);
        if (stopAt.equals("within aggregates")) {
            writeSomeWindows(database);
            flush(database);
            reach("within aggregates", stopAt);
        }
        staged.aggregates(
                List.of(Runs.window(Runs.DAY1, CHANGED), Runs.window(Runs.DAY2, CHANGED)),
                staged.daysToAggregate());
        if (stopAt.equals("aggregated")) {
            flush(database);
        }
        reach("aggregated", stopAt);
        if (stopAt.equals("within an index")) {
            watchBuilding(database);
        }
        staged.index(
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {
                        String point = "index" + progress.done();
                        if (point.equals(stopAt)) {
                            flush(database);
                        }
                        reach(point, stopAt);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        staged.close();
        store.close();
    }

    /** As far as one batch of the aggregates of the first day. */
    private static void writeSomeWindows(Database database) throws IOException {
        database.with(
                "Writing some windows",
                session -> {
                    long day = Times.epochDay(Runs.DAY1);
                    AggregatedDays.begin(session, day, 2);
                    AggregateWriter.write(
                            session, 2, List.of(Runs.window(Runs.DAY1, 3)), new long[0]);
                    return true;
                });
    }

    /** Has the building stopped amid its rows, with what it has written so far on the disk. */
    private static void watchBuilding(Database database) throws IOException {
        database.with(
                "Watching",
                session -> {
                    // What is being built is written down every hundred rows.
                    Database.execute(session, "SET MAX_MEMORY_ROWS 200");
                    Database.execute(
                            session,
                            "SET DATABASE_EVENT_LISTENER '" + BuildStop.class.getName() + "'");
                    return true;
                });
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    BuildStop.REACHED.acquireUninterruptibly();
                    flush(database);
                    System.out.println("there");
                });
    }

    /** H2 writes behind, indexes too. */
    private static void flush(Database database) {
        try {
            database.with(
                    "Flushing",
                    session -> {
                        Database.execute(session, "CHECKPOINT SYNC");
                        return true;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops whoever builds an index amid its rows; H2 makes it by its name. */
    public static final class BuildStop implements DatabaseEventListener {
        static final Semaphore REACHED = new Semaphore(0);

        @Override
        public void setProgress(int state, String name, long done, long total) {
            if (state == STATE_CREATE_INDEX && done == total / 2) {
                REACHED.release();
                new Semaphore(0).acquireUninterruptibly();
            }
        }
    }

    private static void reach(String point, String stopAt) {
        if (point.equals(stopAt)) {
            System.out.println("there");
            // Nothing releases it: the parent kills this process.
            new Semaphore(0).acquireUninterruptibly();
        }
    }
}
