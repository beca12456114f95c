package org.fleetscope.ui.support;

import java.util.function.Consumer;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.jspecify.annotations.Nullable;

/**
 * A line of work in which only the latest piece counts: a new one cancels the one before, and an
 * answer that is no longer the latest is dropped. For the thread on which its runner calls back.
 */
public final class LatestJob {
    private final JobRunner runner;
    private @Nullable JobHandle running;
    private long generation;

    public LatestJob(JobRunner runner) {
        this.runner = runner;
    }

    /**
     * Starts work; exactly one of the consumers hears of it, unless something newer starts first.
     */
    public <T> void start(
            String name, JobRunner.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        cancel();
        long mine = generation;
        JobHandle handle =
                runner.submit(
                        name,
                        work,
                        new JobRunner.Callbacks<T>() {
                            @Override
                            public void done(T result) {
                                if (mine == generation) {
                                    done.accept(result);
                                }
                            }

                            @Override
                            public void failed(Throwable failure) {
                                if (mine == generation) {
                                    failed.accept(failure);
                                }
                            }
                        });
        // A runner on this thread may have been told to start something newer by now.
        if (mine == generation) {
            running = handle;
        }
    }

    /** Cancels what runs; nobody hears of it any more. */
    public void cancel() {
        generation++;
        JobHandle handle = running;
        running = null;
        if (handle != null) {
            handle.cancel();
        }
    }
}
