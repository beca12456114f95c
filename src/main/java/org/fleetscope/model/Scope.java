package org.fleetscope.model;

import java.util.Set;
import java.util.UUID;

/**
 * What an analyst looks at: a time range and allowed values per dimension. An empty set leaves its
 * dimension open; {@link TimeRange#ALL} leaves time open. Immutable.
 */
public record Scope(
        TimeRange time,
        Set<String> types,
        Set<UUID> agents,
        Set<String> hosts,
        Set<Integer> priorities,
        Set<String> layers) {
    public static final Scope ALL =
            new Scope(TimeRange.ALL, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        types = Set.copyOf(types);
        agents = Set.copyOf(agents);
        hosts = Set.copyOf(hosts);
        priorities = Set.copyOf(priorities);
        layers = Set.copyOf(layers);
    }

    public Scope withTime(TimeRange range) {
        return new Scope(range, types, agents, hosts, priorities, layers);
    }

    public Scope withTypes(Set<String> values) {
        return new Scope(time, values, agents, hosts, priorities, layers);
    }

    public Scope withAgents(Set<UUID> values) {
        return new Scope(time, types, values, hosts, priorities, layers);
    }

    public Scope withHosts(Set<String> values) {
        return new Scope(time, types, agents, values, priorities, layers);
    }

    public Scope withPriorities(Set<Integer> values) {
        return new Scope(time, types, agents, hosts, values, layers);
    }

    public Scope withLayers(Set<String> values) {
        return new Scope(time, types, agents, hosts, priorities, values);
    }

    /** True when nothing is narrowed. */
    public boolean isAll() {
        return equals(ALL);
    }
}
