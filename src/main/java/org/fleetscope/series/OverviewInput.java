package org.fleetscope.series;

import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What an overview is made of.
 *
 * @param range stretch of the timeline
 * @param findings findings of {@code frame}, most severe first
 * @param previous the equal period just before; null when there is none to compare with
 * @param quarantined rows in quarantine
 * @param health reports on the execution layer within the range, in any order
 */
public record OverviewInput(
        Frame frame,
        TimeRange range,
        Success success,
        FindingSet findings,
        @Nullable Period previous,
        long quarantined,
        List<SystemHealth> health) {
    public OverviewInput {
        health = List.copyOf(health);
        if (findings.frame() != frame) {
            throw new IllegalArgumentException("the findings are of another frame");
        }
    }

    /**
     * A period to compare with.
     *
     * @param findings number of findings in it; NaN when it was not examined
     */
    public record Period(Frame frame, Success success, double findings) {}
}
