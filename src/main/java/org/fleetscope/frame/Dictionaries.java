package org.fleetscope.frame;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;

/**
 * The dictionaries of a frame's dimensions, and of the files its rows came from.
 *
 * @param agentNames what the source called the agents whose ids were made of these names
 */
record Dictionaries(
        Dictionary<UUID> agents,
        Dictionary<String> hosts,
        Dictionary<String> types,
        Dictionary<String> layers,
        Dictionary<String> files,
        Map<UUID, String> agentNames) {
    Dictionaries() {
        this(
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new HashMap<>());
    }

    /**
     * Dictionaries that know the values of the rows too, with the codes of these; a dictionary that
     * has to grow for it is a copy, so that readers of this one are not disturbed.
     */
    Dictionaries with(AcceptedRows rows) {
        KpiBatch batch = rows.batch();
        Set<UUID> agentIds = new LinkedHashSet<>();
        Set<String> hostNames = new LinkedHashSet<>();
        Set<String> typeNames = new LinkedHashSet<>();
        Set<String> layerNames = new LinkedHashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.rows()[i];
            int host = batch.host[row];
            agentIds.add(batch.agents.get(batch.agent[row]));
            hostNames.add(host < 0 ? RunMetadata.UNKNOWN : batch.hosts.get(host));
            typeNames.add(rows.metadata()[i].targetAgentType());
            layerNames.add(rows.metadata()[i].sourceLayer());
        }
        return new Dictionaries(
                agents.with(agentIds),
                hosts.with(hostNames),
                types.with(typeNames),
                layers.with(layerNames),
                files.with(rows.size() == 0 ? Set.of() : Set.of(batch.file)),
                named(batch.agentNames));
    }

    private Map<UUID, String> named(Map<UUID, String> more) {
        if (agentNames.keySet().containsAll(more.keySet())) {
            return agentNames;
        }
        Map<UUID, String> all = new HashMap<>(agentNames);
        more.forEach(all::putIfAbsent);
        return all;
    }
}
