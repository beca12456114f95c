package org.fleetscope.workspace;

import org.fleetscope.model.RejectedRow;

/**
 * Takes the rows a validation finds fault with: those rejected, then those kept with a warning,
 * both in the order of the files.
 */
@FunctionalInterface
public interface RejectListener {
    void rejected(RejectedRow row);

    /** Takes no interest. */
    RejectListener NONE = row -> {};
}
