package org.fleetscope.job;

/** Runs work; the one way in which the application leaves the calling thread. */
public interface JobRunner {
    /**
     * Starts work under a name for people. The handle reports its state; its result arrives through
     * the callbacks given.
     */
    <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks);

    /** A piece of work. */
    @FunctionalInterface
    interface Work<T> {
        T run(JobContext context) throws Exception;
    }

    /** Where a job reports; called on the thread that the runner documents. */
    interface Callbacks<T> {
        default void progress(Progress progress) {}

        void done(T result);

        void failed(Throwable failure);

        default void cancelled() {}
    }
}
