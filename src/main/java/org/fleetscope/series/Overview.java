package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.Finding;

/** What the overview shows. {@code top} holds the worst findings, most severe first. */
public record Overview(
        List<Tile> tiles, FleetTimeline timeline, List<Finding> top, long findingCount) {}
