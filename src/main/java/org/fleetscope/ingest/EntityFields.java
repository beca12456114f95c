package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Members of an entity's row, and what is wrong with them. */
final class EntityFields {
    private static final String MALFORMED = Rule.MALFORMED_ROW.id();

    private final ObjectNode row;
    private final List<RuleViolation> violations = new ArrayList<>();

    EntityFields(ObjectNode row) {
        this.row = row;
    }

    JsonNode get(String field) {
        return row.path(field);
    }

    boolean isGood() {
        return violations.stream().noneMatch(v -> v.severity() == RuleSeverity.ERROR);
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
            wrong(MALFORMED, field, TimeText.EXPECTED);
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
                    MALFORMED,
                    KpiFields.PRIORITY,
                    "Critical, High, Normal, Low, Background or their numbers");
        }
        return level.orElse(-1);
    }

    /** An object, a missing node when absent; anything else is wrong. */
    JsonNode object(String field) {
        JsonNode value = row.path(field);
        if (NodeKpiRow.isAbsent(value)) {
            return MissingNode.getInstance();
        }
        if (!value.isObject()) {
            wrong(MALFORMED, field, "an object, or nothing");
        }
        return value;
    }

    /** An array, empty when absent; anything else is wrong. */
    JsonNode array(String field) {
        JsonNode value = row.path(field);
        if (!NodeKpiRow.isAbsent(value) && !value.isArray()) {
            wrong(MALFORMED, field, "an array, or nothing");
        }
        return value;
    }

    /** A count, 0 when absent; what is no whole number ≥ 0 is wrong. */
    int count(String field) {
        JsonNode value = row.path(field);
        if (NodeKpiRow.isAbsent(value)) {
            return 0;
        }
        double number = number(value);
        if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
            wrong(MALFORMED, field, "a whole number, 0 or more, or nothing");
            return 0;
        }
        return (int) number;
    }

    ObjectNode row() {
        return row;
    }

    /** A quantity in a member of an object, NaN when absent; what is no number ≥ 0 is wrong. */
    double quantity(String object, JsonNode holder, String member) {
        JsonNode value = holder.path(member);
        if (NodeKpiRow.isAbsent(value)) {
            return Double.NaN;
        }
        double number = number(value);
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            String name = object.isEmpty() ? member : object + "." + member;
            wrong(MALFORMED, name, value, "a finite number, 0 or more, or nothing");
        }
        return number;
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
        add(rule, RuleSeverity.ERROR, field, value, expected);
    }

    /** Notes something that the row is taken with all the same. */
    void doubtful(String rule, String field, String expected) {
        add(rule, RuleSeverity.WARNING, field, row.path(field), expected);
    }

    private void add(
            String rule, RuleSeverity severity, String field, JsonNode value, String expected) {
        String found = NodeKpiRow.isAbsent(value) ? null : NodeKpiRow.shown(value);
        violations.add(
                new RuleViolation(
                        rule,
                        severity,
                        field,
                        found,
                        field
                                + ": expected "
                                + expected
                                + ", found "
                                + (found == null ? "nothing" : found)));
    }
}
