package org.fleetscope.ui.support;

import java.util.function.Consumer;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Runs one request at a time: a newer one cancels the older, and an answer that is no longer the
 * latest is thrown away. Used on the callback thread of its runner only.
 */
public final class LatestRequest {
    private final JobRunner runner;
    private @Nullable JobHandle running;
    private long latest;

    public LatestRequest(JobRunner runner) {
        this.runner = runner;
    }

    /**
     * Starts a request and forgets the one before it; exactly one of the two consumers hears of it.
     */
    public <T> void submit(
            String name, JobRunner.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        cancel();
        long mine = latest;
        running =
                runner.submit(
                        name,
                        work,
                        new JobRunner.Callbacks<T>() {
                            @Override
                            public void progress(Progress progress) {}

                            @Override
                            public void done(T result) {
                                if (mine == latest) {
                                    done.accept(result);
                                }
                            }

                            @Override
                            public void failed(Throwable failure) {
                                if (mine == latest) {
                                    failed.accept(failure);
                                }
                            }
                        });
    }

    /** Cancels what runs; its answer will not be heard. */
    public void cancel() {
        latest++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
