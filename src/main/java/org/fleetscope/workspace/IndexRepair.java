package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Builds, on a thread of its own, the indexes that an earlier process left unbuilt. The rows can be
 * used meanwhile. A failure is logged: the next opening tries again.
 */
final class IndexRepair implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexRepair.class.getName());

    private final Store store;
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

    private IndexRepair(Store store) {
        this.store = store;
        this.thread = Thread.ofPlatform().name("index-repair").daemon().unstarted(this::run);
    }

    /** Starts building when an index is missing; null when none is. */
    static @Nullable IndexRepair startWhenNeeded(Store store) throws IOException {
        if (store.isIndexed()) {
            return null;
        }
        IndexRepair repair = new IndexRepair(store);
        repair.thread.start();
        return repair;
    }

    private void run() {
        try {
            store.index(job);
        } catch (CancellationException e) {
            LOG.log(System.Logger.Level.DEBUG, "Stopped building indexes", e);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Indexes are still missing", e);
        }
    }

    /** Waits until all are built, or building has failed. */
    void await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while an index is built").initCause(e);
        }
    }

    /** Stops after the index that is just being built. */
    @Override
    public void close() throws IOException {
        closing = true;
        await();
    }
}
