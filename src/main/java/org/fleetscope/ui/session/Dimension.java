package org.fleetscope.ui.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fleetscope.model.Scope;
import org.fleetscope.series.DimensionValues;

/** A dimension the scope can be narrowed in: its name, its values, its place in a {@link Scope}. */
public final class Dimension<T> {
    public static final Dimension<String> TYPE =
            new Dimension<>(
                    "Type",
                    "mdi2s-shape-outline",
                    DimensionValues::types,
                    Scope::types,
                    Scope::withTypes);
    public static final Dimension<UUID> AGENT =
            new Dimension<>(
                    "Agent",
                    "mdi2r-robot-outline",
                    DimensionValues::agents,
                    Scope::agents,
                    Scope::withAgents);
    public static final Dimension<String> HOST =
            new Dimension<>(
                    "Host", "mdi2s-server", DimensionValues::hosts, Scope::hosts, Scope::withHosts);
    public static final Dimension<Integer> PRIORITY =
            new Dimension<>(
                    "Priority",
                    "mdi2f-flag-outline",
                    DimensionValues::priorities,
                    Scope::priorities,
                    Scope::withPriorities);
    public static final Dimension<String> LAYER =
            new Dimension<>(
                    "Layer",
                    "mdi2l-layers-outline",
                    DimensionValues::layers,
                    Scope::layers,
                    Scope::withLayers);

    /** All of them, in the order of the scope bar. */
    public static final List<Dimension<?>> ALL = List.of(TYPE, AGENT, HOST, PRIORITY, LAYER);

    private final String label;
    private final String icon;
    private final Function<DimensionValues, List<DimensionValues.Entry<T>>> entries;
    private final Function<Scope, Set<T>> chosen;
    private final BiFunction<Scope, Set<T>, Scope> with;

    private Dimension(
            String label,
            String icon,
            Function<DimensionValues, List<DimensionValues.Entry<T>>> entries,
            Function<Scope, Set<T>> chosen,
            BiFunction<Scope, Set<T>, Scope> with) {
        this.label = label;
        this.icon = icon;
        this.entries = entries;
        this.chosen = chosen;
        this.with = with;
    }

    public String label() {
        return label;
    }

    /** Name of its icon. */
    public String icon() {
        return icon;
    }

    /** What can be chosen, as choices that know how to change a scope. */
    public List<Choice> choices(DimensionValues values) {
        return entries.apply(values).stream()
                .map(entry ->
                        new Choice(
                                label,
                                entry.label(),
                                entry.runs(),
                                scope -> has(scope, entry.value()),
                                scope -> toggled(scope, entry.value())))
                .toList();
    }

    /** Values the scope allows; none when the dimension is open. */
    public int chosenCount(Scope scope) {
        return chosen.apply(scope).size();
    }

    /** The scope with this dimension open. */
    public Scope cleared(Scope scope) {
        return with.apply(scope, Set.of());
    }

    private boolean has(Scope scope, T value) {
        return chosen.apply(scope).contains(value);
    }

    private Scope toggled(Scope scope, T value) {
        Set<T> values = new HashSet<>(chosen.apply(scope));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with.apply(scope, values);
    }
}
