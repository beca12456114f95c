package org.fleetscope.ui.session;

import java.util.UUID;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/** The ways from one screen to another. */
public interface Navigator {
    /** Shows an agent's timeline, at a stretch of time when one is given. */
    void openAgent(UUID agent, @Nullable TimeRange focus);

    /** Shows a finding with the detail of its run. */
    void openFinding(Finding finding);

    /** Shows the list of findings. */
    void openAnomalies();

    /**
     * Shows the rows in quarantine.
     *
     * @param importId those that this import read; null for all
     */
    void openRejected(@Nullable Long importId);
}
