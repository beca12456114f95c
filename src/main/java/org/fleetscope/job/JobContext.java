package org.fleetscope.job;

import java.util.concurrent.CancellationException;

/**
 * What running work sees of its job: a place to report progress, and the question whether to go on.
 * Thread-safe.
 */
public interface JobContext {
    /** Reports nowhere and is never cancelled. */
    JobContext NONE =
            new JobContext() {
                @Override
                public void progress(Progress progress) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    void progress(Progress progress);

    boolean isCancelled();

    /**
     * @throws CancellationException when the job was cancelled
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
