package org.fleetscope.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** Tells the entity of a row by the names of its members. */
final class EntityKinds {
    /** Names that only one kind has, in the order in which they decide. */
    private record Marks(EntityKind kind, List<String> names) {}

    private static final List<Marks> MARKS =
            List.of(
                    new Marks(
                            EntityKind.KPI_REPORT,
                            List.of(
                                    KpiFields.LATENCY,
                                    KpiFields.ACCURACY,
                                    KpiFields.CPU,
                                    KpiFields.MEMORY)),
                    new Marks(
                            EntityKind.EXECUTION_RESULT,
                            List.of(
                                    "execution_time_ms",
                                    "resource_usage",
                                    "success",
                                    "completed_at")),
                    new Marks(
                            EntityKind.SYSTEM_HEALTH,
                            List.of(
                                    "active_agents",
                                    "uptime",
                                    "uptime_seconds",
                                    "resource_utilization")),
                    new Marks(
                            EntityKind.TASK,
                            List.of("payload", "resource_quota", "created_at", "deadline")),
                    new Marks(
                            EntityKind.AGENT, List.of("agent_type", "capabilities", "wasm_binary")),
                    new Marks(
                            EntityKind.KPI_REPORT,
                            List.of(
                                    KpiFields.TASK_ID,
                                    KpiFields.AGENT_ID,
                                    KpiFields.RECORDED_AT,
                                    KpiFields.NETWORK,
                                    KpiFields.CUSTOM,
                                    KpiFields.CONTEXT)));

    private static final Set<String> NAMES =
            Stream.concat(
                            MARKS.stream().flatMap(marks -> marks.names.stream()),
                            KpiFields.ROW.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private EntityKinds() {}

    /** Whether rows with these members are of some kind and have what each row of it needs. */
    static boolean isComplete(Predicate<String> has) {
        EntityKind kind = of(has);
        if (kind == null) {
            return false;
        }
        List<String> needed =
                switch (kind) {
                    case KPI_REPORT ->
                            List.of(KpiFields.TASK_ID, KpiFields.AGENT_ID, KpiFields.RECORDED_AT);
                    case EXECUTION_RESULT -> List.of(KpiFields.TASK_ID, "success");
                    case SYSTEM_HEALTH -> List.of(KpiFields.RECORDED_AT);
                    case TASK, AGENT -> List.of("id");
                };
        return needed.stream().allMatch(has);
    }

    /** Whether a column or member belongs to some entity, be it by its name before the dot. */
    static boolean isKnown(String column) {
        int dot = column.indexOf('.');
        return NAMES.contains(dot < 0 ? column : column.substring(0, dot));
    }

    /**
     * The kind of a row.
     *
     * @param has whether the row has a member of this name
     * @return null when the row has none of the names known
     */
    static @Nullable EntityKind of(Predicate<String> has) {
        for (Marks marks : MARKS) {
            if (marks.names.stream().anyMatch(has)) {
                return marks.kind;
            }
        }
        return null;
    }
}
