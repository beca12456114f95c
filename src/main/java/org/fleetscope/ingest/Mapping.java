package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fleetscope.model.RuleSettings;

/**
 * How the rows of a foreign source become KPI reports: where each field comes from, in which unit,
 * what is absent, and which limits hold. Fields that a mapping does not name keep their own names.
 * Immutable.
 */
public final class Mapping {
    private static final Mapping IDENTITY =
            new Mapping("identity", Map.of(), false, RuleSettings.DEFAULTS, "{}");

    private final String name;
    private final Map<String, FieldRule> rules;
    private final boolean nameBasedIds;
    private final RuleSettings settings;
    private final String json;

    /**
     * @param rules by field, {@code custom_metrics.NAME} and {@code execution_context.NAME}
     *     included
     * @param nameBasedIds ids that are no UUIDs become name-based ones
     * @param json the file's text
     */
    Mapping(
            String name,
            Map<String, FieldRule> rules,
            boolean nameBasedIds,
            RuleSettings settings,
            String json) {
        this.name = name;
        this.rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        this.nameBasedIds = nameBasedIds;
        this.settings = settings;
        this.json = json;
    }

    /** Rows that have the domain's own names and units. */
    public static Mapping identity() {
        return IDENTITY;
    }

    /**
     * Reads a mapping file, see docs/mapping.md.
     *
     * @throws IOException when it can't be read, naming the file, the place in it and what is
     *     expected there
     */
    public static Mapping load(Path json) throws IOException {
        return new MappingReader(json).read();
    }

    public String name() {
        return name;
    }

    /** What the mapping sets of limits and levels of the rules, over the workspace's settings. */
    public RuleSettings settings() {
        return settings;
    }

    /** The mapping as JSON text, as it was loaded. */
    public String json() {
        return json;
    }

    boolean nameBasedIds() {
        return nameBasedIds;
    }

    /** Fields that the source does not have. */
    public Set<String> absent() {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue() instanceof FieldRule.Absent)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isIdentity() {
        return rules.isEmpty() && !nameBasedIds;
    }

    /**
     * Whether it only leaves out whole fields, so that rows may be read by the names of the domain.
     */
    boolean isPlain() {
        Set<String> absent = absent();
        return absent.size() == rules.size()
                && KpiFields.ROW.containsAll(absent)
                && !absent.contains(KpiFields.CONTEXT)
                && !nameBasedIds;
    }

    /** Whether a row has a member that this mapping takes a field of another name from. */
    boolean claims(ObjectNode row) {
        for (Map.Entry<String, FieldRule> rule : rules.entrySet()) {
            if (rule.getValue() instanceof FieldRule.From from
                    && !from.path().equals(rule.getKey())
                    && !from.value(row).isMissingNode()) {
                return true;
            }
        }
        return false;
    }

    /** Source paths of fields that hold text. */
    Set<String> textSources() {
        return rules.entrySet().stream()
                .filter(rule ->
                        rule.getValue() instanceof FieldRule.From && !isNumeric(rule.getKey()))
                .map(rule -> ((FieldRule.From) rule.getValue()).path())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNumeric(String field) {
        return KpiFields.NUMBERS.contains(field)
                || field.equals(KpiFields.PRIORITY)
                || field.startsWith(KpiFields.CUSTOM)
                || (field.startsWith(KpiFields.CONTEXT)
                        && !field.endsWith("." + KpiFields.HOSTNAME));
    }

    /** The row in the names and units of the domain; members without a rule are kept. */
    JsonRow apply(JsonRow row) {
        if (rules.isEmpty()) {
            return row;
        }
        ObjectNode source = row.node();
        ObjectNode mapped = source.deepCopy();
        rules.forEach((field, rule) -> set(mapped, field, rule.value(source)));
        return new JsonRow(mapped, null, null);
    }

    private static void set(ObjectNode row, String field, JsonNode value) {
        int dot = field.indexOf('.');
        ObjectNode holder = row;
        if (dot >= 0) {
            JsonNode inner = row.path(field.substring(0, dot));
            holder =
                    inner instanceof ObjectNode object
                            ? object
                            : row.putObject(field.substring(0, dot));
        }
        String member = field.substring(dot + 1);
        if (value.isMissingNode()) {
            holder.remove(member);
        } else {
            holder.set(member, value);
        }
    }
}
