package org.fleetscope.ui.anomalies;

import java.util.Comparator;
import org.fleetscope.model.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Order of the list.
 *
 * @param column column sorted by; null for the order of severity the view gives
 */
record FindingOrder(@Nullable FindingColumn column, boolean descending) {
    static final FindingOrder AS_GIVEN = new FindingOrder(null, false);

    /** The comparator of the order; null for the order as given. */
    @Nullable Comparator<Finding> comparator(
            java.util.function.Function<java.util.UUID, String> names) {
        if (column == null) {
            return null;
        }
        Comparator<Finding> order =
                switch (column) {
                    case SEVERITY -> Comparator.comparingDouble(Finding::severity);
                    case TIME -> Comparator.comparingLong(Finding::recordedAt);
                    case AGENT -> Comparator.comparing(finding -> names.apply(finding.agentId()));
                    case METRIC -> Comparator.comparing(Finding::metric);
                    case ACTUAL -> Comparator.comparingDouble(Finding::actual);
                    case TYPICAL -> Comparator.comparingDouble(Finding::typical);
                    case DETECTOR -> Comparator.comparing(Finding::detector);
                    case HOST -> Comparator.comparing(finding -> String.valueOf(finding.host()));
                };
        return descending ? order.reversed() : order;
    }
}
