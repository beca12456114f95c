package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Makes, on a thread of its own, what an earlier process left unmade after its rows were durable:
 * aggregates, then indexes. The rows can be used meanwhile. A failure is logged: the next opening
 * tries again.
 */
final class StoreRepair implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoreRepair.class.getName());

    private final Store store;
    private final WorkspaceState opened;
    private final int imports;
    private final Lock importing;
    private final CountDownLatch aggregated = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    private final JobContext job =
            new JobContext() {
                @Override
                public void progress(Progress progress) {
                    LOG.log(
                            System.Logger.Level.DEBUG,
                            "{0}: {1} of {2}",
                            progress.phase(),
                            progress.done(),
                            progress.total());
                }

                @Override
                public boolean isCancelled() {
                    return closing;
                }
            };

    private StoreRepair(Store store, WorkspaceState opened, int imports, Lock importing) {
        this.store = store;
        this.opened = opened;
        this.imports = imports;
        this.importing = importing;
        this.thread = Thread.ofPlatform().name("store-repair").daemon().unstarted(this::run);
    }

    /**
     * Starts when something is missing; null when nothing is.
     *
     * @param opened what was stored when the workspace was opened
     * @param importing held by whoever imports
     */
    static @Nullable StoreRepair startWhenNeeded(Store store, WorkspaceState opened, Lock importing)
            throws IOException {
        if (store.isIndexed() && store.daysToAggregate().length == 0) {
            return null;
        }
        StoreRepair repair =
                new StoreRepair(store, opened, store.info().imports().size(), importing);
        repair.thread.start();
        return repair;
    }

    private void run() {
        try {
            try {
                aggregate();
            } finally {
                aggregated.countDown();
            }
            store.index(job);
        } catch (CancellationException e) {
            LOG.log(System.Logger.Level.DEBUG, "Stopped completing the store", e);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Aggregates or indexes are still missing", e);
        }
    }

    /**
     * Leaves it alone when an import was committed since the opening: that makes all that is
     * missing itself, and if it failed to, the runs at hand lack its own.
     */
    private void aggregate() throws IOException {
        importing.lock();
        try {
            job.checkCancelled();
            long[] days = store.daysToAggregate();
            if (days.length > 0 && store.info().imports().size() == imports) {
                Frame nothing = new FrameBuilder().build();
                Aggregates aggregates =
                        Aggregates.of(
                                opened.frame(), nothing, opened.entities().results(), days, job);
                store.aggregates(aggregates.rows(), days, job);
            }
        } finally {
            importing.unlock();
        }
    }

    /** Waits until no aggregates are missing, or making them has failed. */
    void awaitAggregates() throws IOException {
        try {
            aggregated.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until nothing is missing, or the repair has failed. */
    void await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (IOException)
                new InterruptedIOException("interrupted while the store is completed")
                        .initCause(cause);
    }

    /** Stops after the aggregates or the index just being made. */
    @Override
    public void close() throws IOException {
        closing = true;
        await();
    }
}
