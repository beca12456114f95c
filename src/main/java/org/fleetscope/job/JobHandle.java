package org.fleetscope.job;

/** A submitted job. Thread-safe. */
public interface JobHandle {
    String name();

    /** Asks the job to stop; it does at its next check. */
    void cancel();

    boolean isFinished();
}
