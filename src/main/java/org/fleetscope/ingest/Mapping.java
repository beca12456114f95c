package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a foreign source become KPI reports: which rows are runs, where each field comes
 * from, in which unit, what is absent, and which limits hold. Fields that a mapping does not name
 * keep their own names. Immutable, apart from the scores that a file of scores is read into.
 */
public final class Mapping {
    private static final Mapping IDENTITY =
            new Mapping(
                    new Spec(
                            "identity",
                            Map.of(),
                            false,
                            RuleSettings.DEFAULTS,
                            Set.of(),
                            List.of(),
                            List.of(),
                            null,
                            null),
                    "{}",
                    null);

    /**
     * What a mapping says.
     *
     * @param rules by field, {@code custom_metrics.NAME} and {@code execution_context.NAME}
     *     included
     * @param nameBasedIds ids that are no UUIDs become name-based ones
     * @param columns places where a table of this kind has values
     * @param where which rows are runs: the first condition that any of the first rows fulfils;
     *     empty for all
     * @param scores where a row that is a score has its parts; null when rows are runs
     * @param precision unit of times that a format does not tell; null to tell it by magnitude
     */
    record Spec(
            String name,
            Map<String, FieldRule> rules,
            boolean nameBasedIds,
            RuleSettings settings,
            Set<String> optional,
            List<SourcePath> columns,
            List<RowCondition> where,
            @Nullable ScoreSource scores,
            @Nullable TimePrecision precision) {
        Spec {
            rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
            columns = List.copyOf(columns);
            where = List.copyOf(where);
            optional = Set.copyOf(optional);
        }
    }

    private final Spec spec;
    private final String json;
    private final @Nullable Predicate<ObjectNode> taker;

    /**
     * @param json the file's text
     * @param taker takes the rows that are no runs, null when all are
     */
    private Mapping(Spec spec, String json, @Nullable Predicate<ObjectNode> taker) {
        this.spec = spec;
        this.json = json;
        this.taker = taker;
    }

    Mapping(Spec spec, String json) {
        this(spec, json, null);
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
        return MappingReader.of(json).read();
    }

    /**
     * Reads a mapping from its text.
     *
     * @param origin names it in errors
     */
    public static Mapping parse(String json, String origin) throws IOException {
        return new MappingReader(origin, json).read();
    }

    public String name() {
        return spec.name();
    }

    /** What the mapping sets of limits and levels of the rules, over the workspace's settings. */
    public RuleSettings settings() {
        return spec.settings();
    }

    /**
     * Limits of the row rules under the settings that count, with the fields absent or optional.
     */
    public RuleLimits limits(RuleSettings effective) {
        return effective.rowLimits(absent(), spec.optional());
    }

    /** The mapping as JSON text, as it was loaded. */
    public String json() {
        return json;
    }

    @Nullable TimePrecision precision() {
        return spec.precision();
    }

    /** Whether the rows of its files are scores that belong to rows of other files. */
    public boolean isScores() {
        return spec.scores() != null;
    }

    /**
     * This mapping for one file: which rows are runs is settled by its first rows.
     *
     * @param scores those of the bundle; a file of scores is read into it
     */
    Mapping bind(List<ObjectNode> firstRows, ScoreTable scores) {
        Map<String, FieldRule> bound = new LinkedHashMap<>(spec.rules());
        bound.replaceAll((field, rule) ->
                rule instanceof FieldRule.Scored scored ? scored.with(scores) : rule);
        Spec joined =
                new Spec(
                        spec.name(),
                        bound,
                        spec.nameBasedIds(),
                        spec.settings(),
                        spec.optional(),
                        spec.columns(),
                        spec.where(),
                        spec.scores(),
                        spec.precision());
        RowCondition condition = condition(firstRows);
        ScoreSource source = spec.scores();
        if (source != null) {
            return new Mapping(
                    joined,
                    json,
                    row -> {
                        if (condition == null || condition.holds(row)) {
                            scores.add(source, row);
                        }
                        return true;
                    });
        }
        return new Mapping(joined, json, condition == null ? null : row -> !condition.holds(row));
    }

    /** The condition that makes a row a run, given a file's first rows; null when all are runs. */
    @Nullable RowCondition condition(List<ObjectNode> firstRows) {
        return spec.where().stream()
                .filter(condition -> firstRows.stream().anyMatch(condition::holds))
                .findFirst()
                .orElse(null);
    }

    /** The rules whose values are scores. */
    List<FieldRule.Scored> scored() {
        return spec.rules().values().stream()
                .filter(FieldRule.Scored.class::isInstance)
                .map(FieldRule.Scored.class::cast)
                .toList();
    }

    /** The identity, except that it hands every row to someone else. */
    static Mapping handing(Predicate<ObjectNode> taker) {
        return new Mapping(IDENTITY.spec, "{}", taker);
    }

    /** Whether a row is taken away because it is no run. */
    boolean takes(ObjectNode row) {
        return taker != null && taker.test(row);
    }

    List<SourcePath> columns() {
        return spec.columns();
    }

    Map<String, FieldRule> rules() {
        return spec.rules();
    }

    boolean nameBasedIds() {
        return spec.nameBasedIds();
    }

    Set<String> absent() {
        return spec.rules().entrySet().stream()
                .filter(rule -> rule.getValue() instanceof FieldRule.Absent)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isIdentity() {
        return spec.rules().isEmpty() && !spec.nameBasedIds() && taker == null;
    }

    /**
     * Whether it only leaves out whole fields, so that rows may be read by the names of the domain.
     */
    boolean isPlain() {
        Set<String> absent = absent();
        return absent.size() == spec.rules().size()
                && KpiFields.ROW.containsAll(absent)
                && !absent.contains(KpiFields.CONTEXT)
                && !spec.nameBasedIds()
                && taker == null;
    }

    /** Whether a row has a value that this mapping takes a field of another name from. */
    boolean claims(ObjectNode row) {
        for (Map.Entry<String, FieldRule> rule : spec.rules().entrySet()) {
            for (SourcePath path : rule.getValue().sources()) {
                if (!path.names().contains(rule.getKey()) && !path.find(row).isMissingNode()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it takes any field from a column of another name. */
    boolean hasForeignSources() {
        return spec.rules().entrySet().stream()
                .anyMatch(rule ->
                        rule.getValue().sources().stream()
                                .anyMatch(path -> !path.names().contains(rule.getKey())));
    }

    /** Source paths of fields that hold text, in which a number stays as it is spelled. */
    Set<String> textSources() {
        Set<String> names = new HashSet<>();
        spec.rules()
                .forEach((field, rule) -> {
                    if (rule instanceof FieldRule.From from && !isNumeric(field)) {
                        names.addAll(from.path().names());
                    }
                });
        scored().stream()
                .flatMap(scored -> scored.ids().stream())
                .forEach(path -> names.addAll(path.names()));
        if (spec.scores() != null) {
            names.addAll(spec.scores().of().names());
        }
        return names;
    }

    static boolean isNumeric(String field) {
        return KpiFields.NUMBERS.contains(field)
                || field.equals(KpiFields.PRIORITY)
                || field.startsWith(KpiFields.CUSTOM)
                || (field.startsWith(KpiFields.CONTEXT)
                        && !field.endsWith("." + KpiFields.HOSTNAME));
    }

    /** The row in the names and units of the domain; members without a rule are kept. */
    JsonRow apply(JsonRow row) {
        if (spec.rules().isEmpty()) {
            return row;
        }
        ObjectNode source = row.node();
        ObjectNode mapped = JsonRow.MAPPER.createObjectNode();
        mapped.setAll(source);
        Set<String> own = new HashSet<>();
        spec.rules().forEach((field, rule) -> set(mapped, own, field, rule.value(source)));
        return new JsonRow(mapped, null, null);
    }

    /**
     * @param own names of the objects in the row that are no longer the source's
     */
    private static void set(ObjectNode row, Set<String> own, String field, JsonNode value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            put(row, field, value);
            return;
        }
        String name = field.substring(0, dot);
        JsonNode inner = row.path(name);
        ObjectNode holder;
        if (inner instanceof ObjectNode object && own.contains(name)) {
            holder = object;
        } else {
            if (value.isMissingNode() && !inner.isObject()) {
                return;
            }
            holder = JsonRow.MAPPER.createObjectNode();
            if (inner instanceof ObjectNode object) {
                holder.setAll(object);
            }
            row.set(name, holder);
            own.add(name);
        }
        put(holder, field.substring(dot + 1), value);
    }

    private static void put(ObjectNode holder, String member, JsonNode value) {
        if (value.isMissingNode()) {
            holder.remove(member);
        } else {
            holder.set(member, value);
        }
    }
}
