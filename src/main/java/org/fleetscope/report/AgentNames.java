package org.fleetscope.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.series.AgentRow;

/** Names of agents by id. */
final class AgentNames {
    private static final int SHORT_ID = 8;

    private AgentNames() {}

    static Map<UUID, String> of(List<AgentRow> agents) {
        Map<UUID, String> names = new HashMap<>();
        for (AgentRow agent : agents) {
            names.put(agent.id(), agent.name());
        }
        return names;
    }

    /** The name, or the first digits of the id of an agent without one. */
    static String name(Map<UUID, String> names, UUID id) {
        String name = names.get(id);
        return name == null ? id.toString().substring(0, SHORT_ID) : name;
    }
}
