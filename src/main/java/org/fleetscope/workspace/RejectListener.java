package org.fleetscope.workspace;

import org.fleetscope.model.RejectedRow;

/** Takes the rows a validation finds fault with, warnings included, in the order of the files. */
@FunctionalInterface
public interface RejectListener {
    void rejected(RejectedRow row);
}
