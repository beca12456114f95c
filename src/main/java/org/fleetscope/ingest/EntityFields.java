package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.fleetscope.model.Priority;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Members of an entity's row, and what is wrong with them. */
final class EntityFields {
    private final ObjectNode row;
    private final List<RuleViolation> violations = new ArrayList<>();

    EntityFields(ObjectNode row) {
        this.row = row;
    }

    JsonNode get(String field) {
        return row.path(field);
    }

    boolean isGood() {
        return violations.isEmpty();
    }

    List<RuleViolation> violations() {
        return violations;
    }

    @Nullable UUID id(String field, String rule) {
        JsonNode value = row.path(field);
        UUID id = value.isTextual() ? UuidText.parse(value.textValue()) : null;
        if (id == null) {
            wrong(rule, field, "a UUID, 8-4-4-4-12 hexadecimal digits");
        }
        return id;
    }

    /** A time, {@link Times#MISSING} when absent; an unreadable one is wrong. */
    long time(String field) {
        JsonNode value = row.path(field);
        if (NodeKpiRow.isAbsent(value)) {
            return Times.MISSING;
        }
        long micros = TimeText.of(value);
        if (micros == Times.MISSING) {
            wrong("malformed-row", field, TimeText.EXPECTED);
        }
        return micros;
    }

    /** A task's priority, Normal when absent; an unreadable one is wrong. */
    int priority() {
        JsonNode value = row.path(KpiFields.PRIORITY);
        if (NodeKpiRow.isAbsent(value)) {
            return Priority.NORMAL.level();
        }
        OptionalInt level = NodeKpiRow.priority(value);
        if (level.isEmpty()) {
            wrong(
                    "malformed-row",
                    KpiFields.PRIORITY,
                    "Critical, High, Normal, Low, Background or their numbers");
        }
        return level.orElse(-1);
    }

    /** Text, null when absent or blank; another value as its JSON text. */
    @Nullable String text(String field) {
        String text = textOrJson(field);
        return text == null || text.isBlank() ? null : text;
    }

    @Nullable String textOrJson(String field) {
        JsonNode value = row.path(field);
        return value.isTextual() ? value.textValue() : json(field);
    }

    /** JSON text of a value, null when absent. */
    @Nullable String json(String field) {
        JsonNode value = row.path(field);
        return NodeKpiRow.isAbsent(value) ? null : value.toString();
    }

    /** A number, NaN for anything else. */
    static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    void wrong(String rule, String field, String expected) {
        wrong(rule, field, row.path(field), expected);
    }

    void wrong(String rule, String field, JsonNode value, String expected) {
        String found = NodeKpiRow.isAbsent(value) ? null : NodeKpiRow.shown(value);
        violations.add(
                new RuleViolation(
                        rule,
                        RuleSeverity.ERROR,
                        field,
                        found,
                        field
                                + ": expected "
                                + expected
                                + ", found "
                                + (found == null ? "nothing" : found)));
    }
}
