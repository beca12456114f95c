package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;

/**
 * Everything known of one run.
 *
 * @param repaired whether it was rejected, repaired and re-admitted; its origin is the original's
 */
public record RunDetail(
        int runIndex,
        RunSummary summary,
        String agentName,
        String agentType,
        String sourceLayer,
        int priority,
        RowOrigin origin,
        boolean repaired,
        List<Value> custom,
        List<Explained> features,
        List<Finding> findings,
        List<RunSummary> neighbours) {
    /** A named number. */
    public record Value(String name, double value) {}

    /**
     * A feature and how it came about.
     *
     * @param value as text, empty when missing
     * @param why formula, inputs, peer group and its size
     */
    public record Explained(String name, String value, String formula, String why) {}
}
