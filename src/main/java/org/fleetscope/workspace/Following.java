package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.jspecify.annotations.Nullable;

/** Lets a workspace follow files once at a time, and ends that when it closes. Thread-safe. */
final class Following {
    private @Nullable Stoppable running;

    /** What follows. */
    interface Work {
        FollowStatus run(JobContext job) throws IOException;
    }

    /** A job that the workspace can stop as well as who started it. */
    private static final class Stoppable implements JobContext {
        private final JobContext job;
        private volatile boolean stopped;

        Stoppable(JobContext job) {
            this.job = job;
        }

        @Override
        public void progress(Progress progress) {
            job.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            return stopped || job.isCancelled();
        }
    }

    FollowStatus run(JobContext job, Work work) throws IOException {
        Stoppable stoppable = new Stoppable(job);
        synchronized (this) {
            if (running != null) {
                throw new IOException(
                        "This workspace follows files already. Stop that first, or follow all of"
                                + " them together");
            }
            running = stoppable;
        }
        try {
            return work.run(stoppable);
        } finally {
            synchronized (this) {
                running = null;
                notifyAll();
            }
        }
    }

    /** Whether it was {@link #stop} that ended it. */
    synchronized boolean isStopped() {
        return running != null && running.stopped;
    }

    /** Stops what follows and waits until its rows are on disk. */
    synchronized void stop() throws IOException {
        if (running != null) {
            running.stopped = true;
        }
        while (running != null) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException)
                        new InterruptedIOException("interrupted while closing").initCause(e);
            }
        }
    }
}
