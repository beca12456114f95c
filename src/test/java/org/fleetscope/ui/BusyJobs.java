package org.fleetscope.ui;

import java.util.concurrent.atomic.AtomicInteger;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;

/** Knows whether any job of a runner has not ended yet. */
final class BusyJobs implements JobRunner {
    private final AtomicInteger running = new AtomicInteger();
    private final JobRunner runner;

    BusyJobs(JobRunner runner) {
        this.runner = runner;
    }

    boolean isBusy() {
        return running.get() > 0;
    }

    @Override
    public <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks) {
        running.incrementAndGet();
        return runner.submit(
                name,
                work,
                new Callbacks<T>() {
                    @Override
                    public void progress(Progress progress) {
                        callbacks.progress(progress);
                    }

                    @Override
                    public void done(T result) {
                        running.decrementAndGet();
                        callbacks.done(result);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        running.decrementAndGet();
                        callbacks.failed(failure);
                    }

                    @Override
                    public void cancelled() {
                        running.decrementAndGet();
                        callbacks.cancelled();
                    }
                });
    }
}
