package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Where the value of a dotted column goes in an object: {@code execution_context.hostname} is a
 * member of a member, {@code custom_metrics.a.b} the metric {@code a.b}, and any other name is just
 * that.
 *
 * @param names of the members from the outermost on
 */
record MemberPath(List<String> names) {
    private static final Set<String> FLAT = Set.of(KpiFields.CUSTOM, "metadata");
    private static final Set<String> NESTED =
            Set.of(
                    KpiFields.CONTEXT,
                    "resource_quota",
                    "resource_usage",
                    "stats",
                    "payload",
                    "output",
                    "resource_utilization");

    static MemberPath of(String column) {
        int dot = column.indexOf('.');
        String root = dot < 0 ? column : column.substring(0, dot);
        if (dot >= 0 && FLAT.contains(root)) {
            return new MemberPath(List.of(root, column.substring(dot + 1)));
        }
        return new MemberPath(
                dot >= 0 && NESTED.contains(root)
                        ? List.of(column.split("\\.", -1))
                        : List.of(column));
    }

    /** Whether it leads to or into a member that is an object. */
    boolean holdsObjects() {
        return FLAT.contains(names.getFirst()) || NESTED.contains(names.getFirst());
    }

    void set(ObjectNode row, JsonNode value) {
        ObjectNode holder = row;
        for (String name : names.subList(0, names.size() - 1)) {
            holder = holder.get(name) instanceof ObjectNode inner ? inner : holder.putObject(name);
        }
        holder.set(names.getLast(), value);
    }
}
