package org.fleetscope.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs work on daemon threads and calls back on an executor of the caller's, the UI thread for
 * instance.
 */
public final class PoolRunner implements JobRunner, AutoCloseable {
    private final ExecutorService pool;
    private final Executor callbackThread;

    public PoolRunner(Executor callbackThread) {
        this.callbackThread = callbackThread;
        this.pool =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("job-", 1).factory());
    }

    @Override
    public <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks) {
        RunningJob job =
                new RunningJob(name, p -> callbackThread.execute(() -> callbacks.progress(p)));
        pool.execute(() -> run(job, work, callbacks));
        return job;
    }

    private <T> void run(RunningJob job, Work<T> work, Callbacks<T> callbacks) {
        try {
            job.checkCancelled();
            T result = work.run(job);
            report(job, () -> callbacks.done(result));
        } catch (CancellationException e) {
            report(job, callbacks::cancelled);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            report(job, () -> callbacks.failed(e));
        }
    }

    private void report(RunningJob job, Runnable callback) {
        callbackThread.execute(() -> {
            job.finish();
            callback.run();
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
