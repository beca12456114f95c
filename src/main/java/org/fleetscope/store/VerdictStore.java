package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import org.fleetscope.model.Verdict;

/** Verdicts, those taken back too. Thread-safe; what was stored survives the end of the process. */
public interface VerdictStore {
    /** All verdicts, in the order they were made. */
    List<Verdict> all() throws IOException;

    /** Stores a verdict with the number it comes with, and its evidence, or nothing of it. */
    void add(Verdict verdict) throws IOException;

    /**
     * Takes a verdict back.
     *
     * @param at µs UTC
     * @return false when there is none with that number that holds
     */
    boolean remove(long id, long at, String by) throws IOException;

    /**
     * Lets a verdict that was taken back hold again.
     *
     * @return false when there is none with that number that was taken back
     */
    boolean restore(long id) throws IOException;
}
