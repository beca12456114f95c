package org.fleetscope.ingest;

import java.util.List;
import java.util.Locale;
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

    /** Names that a KPI report shares with others. */
    private static final Marks WEAK =
            new Marks(
                    EntityKind.KPI_REPORT,
                    List.of(
                            KpiFields.TASK_ID,
                            KpiFields.AGENT_ID,
                            KpiFields.RECORDED_AT,
                            KpiFields.NETWORK,
                            KpiFields.CUSTOM,
                            KpiFields.CONTEXT));

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
                    WEAK);

    private static final Set<String> NAMES =
            Stream.concat(
                            MARKS.stream().flatMap(marks -> marks.names.stream()),
                            KpiFields.ROW.stream())
                    .collect(Collectors.toUnmodifiableSet());

    /** Members of entities besides those that tell their kind. */
    private static final Set<String> OTHERS =
            Set.of("output", "error", "stats", "state", "metadata");

    private EntityKinds() {}

    /** Whether a member of this name belongs to some entity. */
    static boolean isField(String name) {
        return NAMES.contains(name) || OTHERS.contains(name);
    }

    /** The kind whose rows are called so, in any case and with any signs between the words. */
    static @Nullable EntityKind named(String name) {
        return switch (name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT)) {
            case "kpireport", "kpireports", "kpi", "kpis", "reports", "runs" ->
                    EntityKind.KPI_REPORT;
            case "task", "tasks" -> EntityKind.TASK;
            case "executionresult", "executionresults", "results" -> EntityKind.EXECUTION_RESULT;
            case "agent", "agents" -> EntityKind.AGENT;
            case "systemhealth", "health" -> EntityKind.SYSTEM_HEALTH;
            default -> null;
        };
    }

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
        return of(has, null);
    }

    /**
     * Whether a row is of some kind beyond doubt: a name that only one kind has, or two of those
     * that a KPI report shares with others. Anything may have an agent_id.
     */
    static boolean isSure(Predicate<String> has) {
        return MARKS.stream()
                .anyMatch(marks ->
                        marks.names.stream().filter(has).count() >= (marks == WEAK ? 2 : 1));
    }

    /**
     * The kind of a row by its members; what its surroundings are called counts where these don't
     * tell for sure.
     *
     * @param named kind that the surroundings name, null for none
     */
    static @Nullable EntityKind of(Predicate<String> has, @Nullable EntityKind named) {
        for (Marks marks : MARKS) {
            if (marks.names.stream().anyMatch(has)) {
                return marks == WEAK && named != null ? named : marks.kind;
            }
        }
        return named;
    }
}
