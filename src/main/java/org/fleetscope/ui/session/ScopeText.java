package org.fleetscope.ui.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;

/** A scope as one line of text, to be kept from one start to the next. Times in µs since 1970. */
public final class ScopeText {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String TYPE = "type";
    private static final String AGENT = "agent";
    private static final String HOST = "host";
    private static final String PRIORITY = "priority";
    private static final String LAYER = "layer";

    private ScopeText() {}

    /** Equal scopes give equal lines. */
    public static String of(Scope scope) {
        return Fields.NONE
                .with(FROM, scope.time().from())
                .with(TO, scope.time().to())
                .with(TYPE, new TreeSet<>(scope.types()))
                .with(AGENT, new TreeSet<>(scope.agents()))
                .with(HOST, new TreeSet<>(scope.hosts()))
                .with(PRIORITY, new TreeSet<>(scope.priorities()))
                .with(LAYER, new TreeSet<>(scope.layers()))
                .text();
    }

    /** The scope of a line; empty when the line is none that {@link #of} wrote. */
    public static Optional<Scope> read(String text) {
        Fields fields = Fields.of(text);
        try {
            TimeRange time =
                    new TimeRange(
                            Long.parseLong(fields.value(FROM)), Long.parseLong(fields.value(TO)));
            return Optional.of(
                    new Scope(
                            time,
                            set(fields, TYPE, Function.identity()),
                            set(fields, AGENT, UUID::fromString),
                            set(fields, HOST, Function.identity()),
                            set(fields, PRIORITY, Integer::valueOf),
                            set(fields, LAYER, Function.identity())));
        } catch (IllegalArgumentException notWrittenHere) {
            return Optional.empty();
        }
    }

    private static <T> Set<T> set(Fields fields, String name, Function<String, T> read) {
        Set<T> values = new HashSet<>();
        fields.values(name).forEach(value -> values.add(read.apply(value)));
        return values;
    }
}
