package org.fleetscope.analysis;

import java.util.List;
import org.fleetscope.job.JobContext;

/**
 * Flags runs that leave what their agent's baseline leads one to expect. Stateless, so one instance
 * serves any number of threads. A run whose value is missing is never flagged.
 */
public interface Detector {
    /** Key in settings, exports and findings. */
    String id();

    /** Name for people. */
    String name();

    /** What it flags, in one sentence. */
    String description();

    /** Frame columns it reads. */
    List<String> neededColumns();

    List<Threshold> thresholds();

    /** True when a finding is about a stretch of time and stands at one run of it. */
    default boolean judgesStretches() {
        return false;
    }

    /**
     * Judges every examined run; findings come in no particular order.
     *
     * @throws IllegalArgumentException when a threshold is not a positive number
     * @throws java.util.concurrent.CancellationException when the job was cancelled
     */
    FindingSet detect(DetectorInput input, JobContext job);

    /**
     * What the baseline leads one to expect of an agent, one entry a metric; none for metrics
     * without a baseline.
     *
     * @param agent code of the agent in the frame
     */
    List<Expectation> expectations(DetectorInput input, int agent);
}
