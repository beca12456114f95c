package org.fleetscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what is known of it beside the others.
 *
 * @param agreeing ids of the other detectors that say the same
 * @param incident id of the incident that it is part of; null for none
 * @param verdict the latest that covers it; null for none
 * @param suppressed true when that verdict leaves it out
 * @param added true when it was found by the threshold of a verdict only
 */
public record AssessedFinding(
        Finding finding,
        List<String> agreeing,
        @Nullable String incident,
        @Nullable Verdict verdict,
        boolean suppressed,
        boolean added) {
    public AssessedFinding {
        agreeing = List.copyOf(agreeing);
    }
}
