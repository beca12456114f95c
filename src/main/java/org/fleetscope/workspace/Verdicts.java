package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;

/**
 * What people said of a workspace's findings. A verdict is on the disk when its call returns, and
 * views made from then on go by it; those made before stay as they are. Thread-safe.
 */
public interface Verdicts {
    /** All verdicts in the order they were made, those taken back too. */
    List<Verdict> all();

    /**
     * Gives a verdict. What {@link Diagnosis#preview} says of the draft is what it changes.
     *
     * @param seen the view that the person looked at: findings of it that the verdict covers are
     *     kept with it as they are there
     * @throws IllegalArgumentException when it tunes a threshold that its detector does not have,
     *     or names an unknown detector
     */
    Verdict add(VerdictDraft draft, FleetView seen, JobContext job) throws IOException;

    /**
     * Takes a verdict back.
     *
     * @throws IllegalArgumentException when no verdict with that number holds
     */
    void remove(long id) throws IOException;

    /**
     * Lets a verdict that was taken back hold again.
     *
     * @throws IllegalArgumentException when no verdict with that number was taken back
     */
    void restore(long id) throws IOException;
}
