package org.fleetscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what is known of it beside the others.
 *
 * @param agreeing ids of the other detectors that say the same
 * @param incident id of the incident that it is part of; null for none
 */
public record AssessedFinding(Finding finding, List<String> agreeing, @Nullable String incident) {
    public AssessedFinding {
        agreeing = List.copyOf(agreeing);
    }
}
