package org.fleetscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentRow;

/** A scope in words. */
final class ScopeText {
    private static final int NAMED = 5;

    private ScopeText() {}

    /**
     * @param agents agents whose names can be said; others are named by the first digits of their
     *     ids
     */
    static String of(Scope scope, List<AgentRow> agents) {
        if (scope.isAll()) {
            return "All data of the workspace";
        }
        Map<UUID, String> names = AgentNames.of(agents);
        List<String> parts = new ArrayList<>();
        if (!scope.time().equals(TimeRange.ALL)) {
            parts.add(time(scope.time()));
        }
        add(parts, "type", scope.types());
        add(parts, "agent", scope.agents().stream().map(id -> AgentNames.name(names, id)).toList());
        add(parts, "host", scope.hosts());
        add(parts, "priority", scope.priorities().stream().map(Priority::nameOf).toList());
        add(parts, "layer", scope.layers());
        return String.join("; ", parts);
    }

    private static String time(TimeRange time) {
        if (time.from() == TimeRange.ALL.from()) {
            return "before " + TimeText.minutes(time.to()) + " UTC";
        }
        return time.to() == TimeRange.ALL.to()
                ? "from " + TimeText.minutes(time.from()) + " UTC"
                : TimeText.range(time);
    }

    private static void add(List<String> parts, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            String shown = values.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
            int more = values.size() - NAMED;
            parts.add(name + " " + shown + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
