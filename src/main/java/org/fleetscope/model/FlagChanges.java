package org.fleetscope.model;

import java.util.List;
import java.util.UUID;

/**
 * How the flags of kept rows change with an import.
 *
 * @param raised rows that broke a rule
 * @param lifted flags raised before that hold no longer, since data came that they lacked
 * @param groups flags of all runs of a type or an agent
 */
public record FlagChanges(List<RowFlag> raised, List<Lifted> lifted, List<GroupFlag> groups) {
    /** A flag by its run and rule. */
    public record Lifted(Rule rule, long recordedAt, UUID taskId) {}

    public FlagChanges {
        raised = List.copyOf(raised);
        lifted = List.copyOf(lifted);
        groups = List.copyOf(groups);
    }

    public static FlagChanges raised(List<RowFlag> flags) {
        return new FlagChanges(flags, List.of(), List.of());
    }
}
