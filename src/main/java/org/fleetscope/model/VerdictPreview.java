package org.fleetscope.model;

import java.util.List;

/**
 * What a verdict would change.
 *
 * @param covered findings it covers, those it adds too
 * @param vanishing findings that would be suppressed, most severe first
 * @param appearing findings that would come in, most severe first
 * @param findingsBefore findings that are not suppressed now
 * @param findingsAfter findings that would not be suppressed then
 * @param incidentsBefore incidents now
 * @param incidentsAfter incidents then
 */
public record VerdictPreview(
        int covered,
        List<Finding> vanishing,
        List<Finding> appearing,
        int findingsBefore,
        int findingsAfter,
        int incidentsBefore,
        int incidentsAfter) {}
