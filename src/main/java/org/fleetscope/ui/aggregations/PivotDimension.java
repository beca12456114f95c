package org.fleetscope.ui.aggregations;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * What the rows or the columns of a pivot can be.
 *
 * @param id as {@code aggregate --by} has it; that of a custom metric's bins has no width yet
 * @param label for people
 * @param window length of a window of time, µs; 0 for what is none
 */
public record PivotDimension(String id, String label, long window) {
    static final PivotDimension TYPE = new PivotDimension("type", "Type", 0);
    static final PivotDimension AGENT = new PivotDimension("agent", "Agent", 0);
    static final PivotDimension SIX_HOURS =
            new PivotDimension("6h", "Time, by 6 hours", 6 * Times.HOUR);

    /** Nothing chosen. */
    static final PivotDimension NONE = new PivotDimension("", "–", 0);

    private static final String CUSTOM = "custom.";
    private static final List<PivotDimension> FIXED =
            List.of(
                    TYPE,
                    AGENT,
                    new PivotDimension("host", "Host", 0),
                    new PivotDimension("priority", "Priority", 0),
                    new PivotDimension("layer", "Layer", 0),
                    new PivotDimension("hour_of_day", "Hour of day (UTC)", 0),
                    new PivotDimension("weekday", "Weekday (UTC)", 0),
                    new PivotDimension("minute", "Time, by minute", Times.MINUTE),
                    new PivotDimension("5min", "Time, by 5 minutes", 5 * Times.MINUTE),
                    new PivotDimension("15min", "Time, by 15 minutes", 15 * Times.MINUTE),
                    new PivotDimension("hour", "Time, by hour", Times.HOUR),
                    SIX_HOURS,
                    new PivotDimension("day", "Time, by day", Times.DAY),
                    new PivotDimension("week", "Time, by week", 7 * Times.DAY));
    private static final List<String> WEEKDAYS =
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** All there are for a workspace with these custom metrics. */
    static List<PivotDimension> all(List<String> customMetrics) {
        List<PivotDimension> all = new ArrayList<>(FIXED);
        customMetrics.forEach(name -> all.add(new PivotDimension(CUSTOM + name, name, 0)));
        return List.copyOf(all);
    }

    boolean isNone() {
        return id.isEmpty();
    }

    boolean isTime() {
        return window > 0;
    }

    /** Whether its values are grouped by bins of a width that the data suggest. */
    boolean isBinned() {
        return id.startsWith(CUSTOM);
    }

    /** A value in words, as a header shows it. */
    String text(@Nullable Object value, Snapshot names, TimeText times) {
        if (value == null) {
            return "missing";
        }
        if (isTime()) {
            return times.exact(micros(value));
        }
        return switch (id) {
            case "agent" -> names.agentName(UUID.fromString(value.toString()));
            case "weekday" -> value instanceof Long day ? WEEKDAYS.get(day.intValue() - 1) : "";
            case "hour_of_day" -> value + ":00";
            default ->
                    value instanceof Double number
                            ? "from " + Numbers.plain(number)
                            : value.toString();
        };
    }

    /** The scope with this value alone; empty where a scope can't say that. */
    Optional<Scope> narrowed(Scope scope, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (isTime()) {
            long start = micros(value);
            TimeRange range = new TimeRange(start, start + window).intersect(scope.time());
            return Optional.of(scope.withTime(range));
        }
        return switch (id) {
            case "agent" ->
                    Optional.of(scope.withAgents(Set.of(UUID.fromString(value.toString()))));
            case "type" -> Optional.of(scope.withTypes(Set.of(value.toString())));
            case "host" -> Optional.of(scope.withHosts(Set.of(value.toString())));
            case "layer" -> Optional.of(scope.withLayers(Set.of(value.toString())));
            case "priority" ->
                    value instanceof Long level
                            ? Optional.of(scope.withPriorities(Set.of(level.intValue())))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static long micros(Object start) {
        return Times.ofInstant(OffsetDateTime.parse(start.toString()).toInstant());
    }
}
