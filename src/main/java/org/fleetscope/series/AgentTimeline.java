package org.fleetscope.series;

import java.util.List;
import java.util.UUID;
import org.fleetscope.model.TimeRange;

/**
 * Tracks of one agent over one range, time-synchronised. {@code extent} is the range of all its
 * runs in scope.
 */
public record AgentTimeline(
        UUID agent,
        String name,
        String type,
        TimeRange range,
        TimeRange extent,
        List<Track> tracks) {}
