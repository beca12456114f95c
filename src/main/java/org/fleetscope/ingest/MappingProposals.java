package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a mapping for a foreign table from the names of its columns and their first values: for
 * each field the best column and its conversion, absent what no column fits, and numbers left over
 * as custom metrics.
 */
final class MappingProposals {
    private static final int LONGEST_NAME = 100;

    private final ColumnNames names = ColumnNames.read();
    private final ConversionGuess conversions = new ConversionGuess();
    private final List<ColumnFacts> columns = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final FirstRows rows;
    private final ObjectNode mapping = JsonRow.MAPPER.createObjectNode();
    private final ObjectNode fields;
    private boolean needsZone;

    private MappingProposals(FirstRows rows) {
        this.rows = rows;
        for (String column : rows.columns()) {
            columns.add(ColumnFacts.of(column, rows));
        }
        fields = JsonRow.MAPPER.createObjectNode();
    }

    /** A mapping as JSON text, under a name. */
    static String propose(String name, FirstRows rows) {
        return new MappingProposals(rows).mapping(name);
    }

    private String mapping(String name) {
        mapping.put("name", name);
        mapping.put("ids", "name-based");
        ArrayNode all = mapping.putArray("columns");
        rows.columns().forEach(all::add);
        times();
        number(KpiFields.CPU, "cpu");
        number(KpiFields.MEMORY, "memory");
        number(KpiFields.NETWORK, "network");
        number(KpiFields.GPU, "gpu");
        accuracy();
        task();
        agent();
        text(KpiFields.TYPE, "type");
        text(KpiFields.LAYER, "layer");
        priority();
        context();
        leftovers();
        if (needsZone) {
            mapping.putObject("times").put("zone", "UTC");
        }
        mapping.set("fields", inOrder());
        return mapping.toPrettyString();
    }

    /** Start and end make up the latency where no column has it; runs are recorded at their end. */
    private void times() {
        ColumnFacts start =
                first(column -> column.isTime() && names.isStart(names.words(column.name())));
        ColumnFacts end =
                first(column -> column.isTime() && names.isEnd(names.words(column.name())));
        ColumnFacts latency = best("latency", column -> column.isNumeric() && !column.isTime());
        if (latency != null) {
            take(KpiFields.LATENCY, latency);
        } else if (start != null && end != null && start != end) {
            fields.putObject(KpiFields.LATENCY).put("from", end.name()).put("since", start.name());
            used.add(start.name());
            needsZone |= start.needsZone() || end.needsZone();
        }
        ColumnFacts recorded = end != null ? end : best("recorded_at", ColumnFacts::isTime);
        if (recorded == null) {
            recorded = first(ColumnFacts::isTime);
        }
        if (recorded != null) {
            needsZone |= recorded.needsZone();
            used.add(recorded.name());
            fields.putObject(KpiFields.RECORDED_AT).put("from", recorded.name());
        }
    }

    private void number(String field, String words) {
        ColumnFacts column = best(words, candidate -> candidate.isNumeric());
        if (column == null) {
            absent(field);
        } else {
            take(field, column);
        }
    }

    /** Fractions and percentages as they are; success, status and the like by a table. */
    private void accuracy() {
        ColumnFacts column =
                best(
                        "accuracy",
                        candidate ->
                                isOutcome(candidate)
                                        || (candidate.isNumeric()
                                                && candidate.min() >= 0
                                                && candidate.max() <= 100));
        if (column == null) {
            absent(KpiFields.ACCURACY);
        } else if (isOutcome(column) && !(column.isNumeric() && column.max() <= 1)) {
            used.add(column.name());
            ObjectNode rule = fields.putObject(KpiFields.ACCURACY).put("from", column.name());
            ObjectNode values = rule.putObject("values");
            column.texts().stream()
                    .sorted()
                    .forEach(text -> values.put(text, names.isGood(text) ? 1 : 0));
        } else {
            take(KpiFields.ACCURACY, column);
        }
    }

    private boolean isOutcome(ColumnFacts column) {
        return !column.isEmpty()
                && column.texts().stream()
                        .allMatch(text -> names.isGood(text) || names.isBad(text));
    }

    /** Rows that have no id of their own are told apart by what they say. */
    private void task() {
        ColumnFacts column =
                best("task_id", candidate -> candidate.isText() && candidate.isDistinct());
        if (column == null) {
            fields.putObject(KpiFields.TASK_ID).put("row", true);
        } else {
            take(KpiFields.TASK_ID, column);
        }
    }

    private void agent() {
        ColumnFacts column = best("agent_id", ColumnFacts::isText);
        if (column == null) {
            column =
                    first(candidate ->
                            names.score("hostname", candidate.name(), names.words(candidate.name()))
                                    > 0);
        }
        if (column == null) {
            fields.putObject(KpiFields.AGENT_ID).put("constant", "agent");
        } else {
            take(KpiFields.AGENT_ID, column);
        }
    }

    private void text(String field, String words) {
        ColumnFacts column = best(words, candidate -> candidate.isText() && !candidate.isNumeric());
        if (column != null) {
            take(field, column);
        }
    }

    private void priority() {
        ColumnFacts column =
                best(
                        "priority",
                        candidate ->
                                !candidate.isEmpty()
                                        && candidate.values().stream()
                                                .allMatch(value ->
                                                        NodeKpiRow.priority(value).isPresent()));
        if (column == null) {
            fields.putObject(KpiFields.PRIORITY).put("constant", "Normal");
        } else {
            take(KpiFields.PRIORITY, column);
        }
    }

    /** A foreign table seldom has resource info, without which the context's rule would reject. */
    private void context() {
        if (rows.columns().stream().noneMatch(column -> column.startsWith(KpiFields.CONTEXT))) {
            absent(KpiFields.CONTEXT);
            ColumnFacts host = best("hostname", ColumnFacts::isText);
            if (host != null) {
                take(KpiFields.CONTEXT + "." + KpiFields.HOSTNAME, host);
            }
        }
    }

    private void leftovers() {
        for (ColumnFacts column : columns) {
            String name = column.name();
            boolean known = EntityKinds.isKnown(name);
            if (column.isNumeric()
                    && !column.isTime()
                    && !used.contains(name)
                    && !known
                    && !name.isBlank()
                    && name.length() <= LONGEST_NAME) {
                fields.putObject(KpiFields.CUSTOM + "." + name).put("from", name);
            }
        }
    }

    private @Nullable ColumnFacts first(Predicate<ColumnFacts> fits) {
        return columns.stream()
                .filter(column -> !used.contains(column.name()) && fits.test(column))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ColumnFacts best(String words, Predicate<ColumnFacts> fits) {
        ColumnFacts best = null;
        int bestScore = 0;
        for (ColumnFacts column : columns) {
            int score = names.score(words, column.name(), names.words(column.name()));
            if (score > bestScore && !used.contains(column.name()) && fits.test(column)) {
                best = column;
                bestScore = score;
            }
        }
        return best;
    }

    private void take(String field, ColumnFacts column) {
        used.add(column.name());
        ObjectNode rule = fields.putObject(field).put("from", column.name());
        String unit = names.words(column.name()).unit();
        Conversion conversion = conversions.of(field, unit, column);
        if (conversion != null) {
            rule.put("convert", conversion.text());
        }
    }

    private void absent(String field) {
        fields.putObject(field).put("absent", true);
    }

    /** The domain's own order first. */
    private ObjectNode inOrder() {
        ObjectNode ordered = JsonRow.MAPPER.createObjectNode();
        for (String field : KpiFields.ROW) {
            if (fields.has(field)) {
                ordered.set(field, fields.get(field));
            }
        }
        fields.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
        return ordered;
    }
}
