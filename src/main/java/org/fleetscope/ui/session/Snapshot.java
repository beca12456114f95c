package org.fleetscope.ui.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.workspace.FleetView;

/**
 * One state of the workspace under one scope, with what every screen needs of it at once.
 *
 * @param runs runs in scope
 * @param totalRuns runs in the workspace
 * @param agentNames names of all agents by id
 * @param quarantined rows in quarantine, whatever the scope
 */
public record Snapshot(
        FleetView view,
        long runs,
        long totalRuns,
        DimensionValues dimensions,
        Map<UUID, String> agentNames,
        long quarantined) {

    /** Asks a view for all of it; computes, so not for the UI thread. */
    public static Snapshot of(FleetView view) {
        DimensionValues dimensions = view.dimensions();
        Map<UUID, String> names = new LinkedHashMap<>();
        dimensions.agents().forEach(agent -> names.put(agent.value(), agent.label()));
        long total = dimensions.types().stream().mapToLong(DimensionValues.Entry::runs).sum();
        return new Snapshot(view, view.runs(), total, dimensions, names, view.quarantined());
    }

    /** Name of an agent, its id when it has none. */
    public String agentName(UUID agent) {
        String name = agentNames.get(agent);
        return name == null ? agent.toString() : name;
    }
}
