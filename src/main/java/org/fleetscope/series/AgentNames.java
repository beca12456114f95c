package org.fleetscope.series;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fleetscope.frame.Frame;

/**
 * Short unique names of agents for people: what the source called it where its id was made of that
 * name, the host's name where agent and host have only each other, else the agent's type (or
 * "agent" when it has none, or several) and the first digits of its id, four or as many as tell it
 * from the others.
 */
public final class AgentNames {
    private static final int DIGITS = 4;

    private final Map<UUID, String> names;

    private AgentNames(Map<UUID, String> names) {
        this.names = names;
    }

    /**
     * Names of all agents of a frame, which is the whole workspace so that they don't change with
     * the scope.
     */
    public static AgentNames of(Frame frame) {
        return new AgentNaming().add(frame).names(frame);
    }

    /**
     * @param hosts of each agent the only host, negative when it has none or several
     * @param agents of each host the only agent, likewise
     * @param types of each agent the only type, likewise
     */
    static AgentNames of(Frame frame, int[] hosts, int[] agents, int[] types) {
        Map<UUID, String> names = new HashMap<>();
        Map<UUID, String> prefixes = new HashMap<>();
        for (int agent = 0; agent < hosts.length; agent++) {
            UUID id = frame.agents().get(agent);
            String original = frame.agentNames().get(id);
            if (original != null) {
                names.put(id, original);
            } else if (hosts[agent] >= 0 && agents[hosts[agent]] == agent) {
                names.put(id, frame.hosts().get(hosts[agent]));
            } else {
                prefixes.put(id, types[agent] < 0 ? "agent" : frame.types().get(types[agent]));
            }
        }
        addWithDigits(prefixes, names);
        return new AgentNames(names);
    }

    /** Name of an agent; one made of its id when the frame did not know it. */
    public String name(UUID agent) {
        String name = names.get(agent);
        return name == null ? withDigits("agent", agent, 2 * DIGITS) : name;
    }

    /** Gives every agent as few digits as set it apart from all other names. */
    private static void addWithDigits(Map<UUID, String> prefixes, Map<UUID, String> names) {
        Set<String> taken = new HashSet<>(names.values());
        Map<UUID, String> open = prefixes;
        for (int digits = DIGITS; !open.isEmpty(); digits++) {
            int count = digits;
            Map<UUID, String> candidates = new HashMap<>();
            open.forEach((id, prefix) -> candidates.put(id, withDigits(prefix, id, count)));
            Map<String, Long> uses =
                    candidates.values().stream()
                            .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
            Map<UUID, String> clashing = new HashMap<>();
            candidates.forEach((id, name) -> {
                if (uses.getOrDefault(name, 0L) > 1 || taken.contains(name)) {
                    clashing.put(id, prefixes.getOrDefault(id, ""));
                } else {
                    names.put(id, name);
                }
            });
            taken.addAll(names.values());
            open = clashing;
        }
    }

    /** Beyond the 32 digits of an id, which can only clash with a host's name, dashes follow. */
    private static String withDigits(String prefix, UUID id, int digits) {
        String hex = id.toString().replace("-", "");
        return prefix
                + "-"
                + (digits <= hex.length()
                        ? hex.substring(0, digits)
                        : hex + "-".repeat(digits - hex.length()));
    }
}
