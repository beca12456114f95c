package org.fleetscope.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;

/** Holds jobs back until told to finish them, so that a test decides the order of answers. */
public final class ManualRunner implements JobRunner {
    private final Deque<Held<?>> held = new ArrayDeque<>();

    private static final class Held<T> implements JobHandle {
        private final String name;
        private final Work<T> work;
        private final Callbacks<T> callbacks;
        private boolean cancelled;
        private boolean finished;

        Held(String name, Work<T> work, Callbacks<T> callbacks) {
            this.name = name;
            this.work = work;
            this.callbacks = callbacks;
        }

        void finish() {
            finished = true;
            try {
                callbacks.done(work.run(JobContext.NONE));
            } catch (Exception e) {
                callbacks.failed(e);
            }
        }

        void stop() {
            finished = true;
            callbacks.cancelled();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }
    }

    @Override
    public <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks) {
        Held<T> job = new Held<>(name, work, callbacks);
        held.add(job);
        return job;
    }

    public int waiting() {
        return held.size();
    }

    /** True when the oldest job held has been asked to stop. */
    public boolean isOldestCancelled() {
        return held.getFirst().cancelled;
    }

    /** True when the newest job held has been asked to stop. */
    public boolean isNewestCancelled() {
        return held.getLast().cancelled;
    }

    /** Lets the oldest job answer, cancelled or not: a job may be past its last check. */
    public void finishOldest() {
        held.removeFirst().finish();
    }

    /** Ends the newest job as one that noticed it was cancelled. */
    public void stopNewest() {
        held.removeLast().stop();
    }

    /** Lets the newest job answer. */
    public void finishNewest() {
        held.removeLast().finish();
    }
}
