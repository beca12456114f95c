package org.fleetscope.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fleetscope.job.JobContext;

/** Cancels a statement when its job is cancelled, until it is closed; the job can't call back. */
final class StatementWatch implements AutoCloseable {
    private static final long CHECK_MS = 100;

    private final CountDownLatch finished = new CountDownLatch(1);

    private StatementWatch() {}

    static StatementWatch start(Statement statement, JobContext job) {
        StatementWatch watch = new StatementWatch();
        if (job != JobContext.NONE) {
            Thread.ofVirtual().start(() -> watch.run(statement, job));
        }
        return watch;
    }

    private void run(Statement statement, JobContext job) {
        try {
            while (!finished.await(CHECK_MS, TimeUnit.MILLISECONDS)) {
                if (job.isCancelled()) {
                    statement.cancel();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // The statement ended while it was being cancelled, so there is nothing left to stop.
            System.getLogger(StatementWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "query ended before it was cancelled", e);
        }
    }

    @Override
    public void close() {
        finished.countDown();
    }
}
