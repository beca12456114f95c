package org.fleetscope.job;

import java.util.concurrent.CancellationException;

/** Runs work at once on the calling thread, callbacks included. */
public final class SameThreadRunner implements JobRunner {
    @Override
    public <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks) {
        RunningJob job = new RunningJob(name, callbacks::progress);
        try {
            callbacks.done(work.run(job));
        } catch (CancellationException e) {
            callbacks.cancelled();
        } catch (Exception e) {
            callbacks.failed(e);
        } finally {
            job.finish();
        }
        return job;
    }
}
