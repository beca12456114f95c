package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/** Reads the rules of single fields out of a mapping, and which of them may have no value. */
final class FieldRuleReader {
    /** The ways to say where a value comes from, of which a rule has one. */
    private static final List<String> WAYS =
            List.of("from", "sum", "scores", "row", "constant", "absent");

    private static final Set<String> KNOWN =
            Set.of(
                    "from",
                    "convert",
                    "values",
                    "otherwise",
                    "since",
                    "sum",
                    "scores",
                    "inline",
                    "names",
                    "row",
                    "constant",
                    "absent",
                    "optional");
    private static final List<String> NEVER_ABSENT =
            List.of(KpiFields.TASK_ID, KpiFields.AGENT_ID, KpiFields.RECORDED_AT);
    private static final Map<String, Unit> UNITS =
            Map.of(
                    KpiFields.LATENCY, Unit.MILLISECONDS,
                    KpiFields.ACCURACY, Unit.FRACTION,
                    KpiFields.CPU, Unit.FRACTION,
                    KpiFields.GPU, Unit.FRACTION,
                    KpiFields.MEMORY, Unit.MEGABYTES,
                    KpiFields.NETWORK, Unit.BYTES);

    private final MappingReader reader;
    private final LocalTimes times;
    private final Set<String> optional = new HashSet<>();

    FieldRuleReader(MappingReader reader, LocalTimes times) {
        this.reader = reader;
        this.times = times;
    }

    /** Fields read so far that a run may lack. */
    Set<String> optional() {
        return optional;
    }

    FieldRule read(String field, JsonNode rule) throws IOException {
        String path = "$.fields." + field;
        if (!isField(field)) {
            throw reader.fault(
                    path
                            + " is no field of a KPI report. Expected one of "
                            + String.join(", ", KpiFields.ROW)
                            + ", custom_metrics.NAME or execution_context.NAME");
        }
        reader.checkKeys(rule, path, KNOWN);
        checkWays(rule, path);
        if (rule.has("optional")) {
            checkMayMiss(field, path + ".optional", rule.get("optional"));
            optional.add(field);
        }
        if (rule.has("constant")) {
            return new FieldRule.Constant(rule.get("constant"));
        }
        if (rule.has("absent")) {
            checkMayMiss(field, path + ".absent", rule.get("absent"));
            return new FieldRule.Absent();
        }
        if (rule.has("row")) {
            if (!field.equals(KpiFields.TASK_ID) || !rule.get("row").booleanValue()) {
                throw reader.error(path + ".row", "true, and only for task_id", rule.get("row"));
            }
            return new FieldRule.RowId();
        }
        Conversion conversion = conversion(field, path, rule.path("convert"));
        if (rule.has("sum")) {
            return new FieldRule.Sum(sum(rule.get("sum"), path + ".sum"), conversion);
        }
        return rule.has("scores")
                ? scored(field, path, rule, conversion)
                : from(field, path, rule, conversion);
    }

    private static boolean isField(String name) {
        return KpiFields.ROW.contains(name)
                || isMember(name, KpiFields.CUSTOM)
                || isMember(name, KpiFields.CONTEXT);
    }

    private static boolean isMember(String name, String of) {
        return name.startsWith(of + ".") && name.length() > of.length() + 1;
    }

    private void checkWays(JsonNode rule, String path) throws IOException {
        long ways = WAYS.stream().filter(rule::has).count();
        boolean from = rule.has("from");
        boolean onlyFrom = rule.has("values") || rule.has("otherwise") || rule.has("since");
        boolean fixed = rule.has("row") || rule.has("constant") || rule.has("absent");
        if (ways != 1
                || (onlyFrom && !from)
                || (rule.has("convert") && (fixed || onlyFrom))
                || (rule.has("values") && rule.has("since"))
                || (rule.has("otherwise") && !rule.has("values"))
                || ((rule.has("inline") || rule.has("names")) && !rule.has("scores"))) {
            throw reader.error(
                    path,
                    "exactly one of \"from\" (alone or with \"convert\", \"values\" or \"since\"),"
                            + " \"sum\", \"scores\", \"row\", \"constant\", \"absent\"",
                    rule);
        }
    }

    private void checkMayMiss(String field, String path, JsonNode given) throws IOException {
        boolean never = NEVER_ABSENT.contains(field);
        if (!given.booleanValue() || never) {
            throw reader.error(
                    path, never ? "\"from\": every run needs this field" : "true", given);
        }
    }

    private FieldRule from(
            String field, String path, JsonNode rule, @Nullable Conversion conversion)
            throws IOException {
        SourcePath from = reader.path(rule.get("from"), path + ".from");
        if (rule.has("since")) {
            return new FieldRule.Since(
                    from, reader.path(rule.get("since"), path + ".since"), times);
        }
        if (rule.has("values")) {
            Map<String, JsonNode> values = new HashMap<>();
            if (!rule.get("values").isObject() || rule.get("values").isEmpty()) {
                throw reader.error(
                        path + ".values", "an object from text to value", rule.get("values"));
            }
            rule.get("values")
                    .properties()
                    .forEach(value ->
                            values.put(value.getKey().toLowerCase(Locale.ROOT), value.getValue()));
            return new FieldRule.Translated(from, values, rule.get("otherwise"));
        }
        if (field.equals(KpiFields.RECORDED_AT)) {
            return new FieldRule.Time(from, times);
        }
        boolean numeric =
                KpiFields.NUMBERS.contains(field)
                        || field.startsWith(KpiFields.CUSTOM + ".")
                        || conversion != null;
        return new FieldRule.From(from, numeric, conversion);
    }

    private List<SourcePath> sum(JsonNode sum, String path) throws IOException {
        List<SourcePath> parts = new ArrayList<>();
        for (JsonNode part : sum) {
            parts.add(reader.path(part, path + "[" + parts.size() + "]"));
        }
        if (!sum.isArray() || parts.isEmpty()) {
            throw reader.error(path, "a list of source columns", sum);
        }
        return parts;
    }

    private FieldRule scored(
            String field, String path, JsonNode rule, @Nullable Conversion conversion)
            throws IOException {
        List<String> names = new ArrayList<>();
        rule.path("names").forEach(name -> names.add(name.asText()));
        JsonNode inline = rule.path("inline");
        return new FieldRule.Scored(
                sum(rule.get("scores"), path + ".scores"),
                inline.isMissingNode()
                        ? SourcePath.of("scores")
                        : reader.path(inline, path + ".inline"),
                names,
                field.equals(KpiFields.CUSTOM),
                conversion,
                new ScoreTable());
    }

    private @Nullable Conversion conversion(String field, String path, JsonNode convert)
            throws IOException {
        if (convert.isMissingNode()) {
            return null;
        }
        boolean free = isMember(field, KpiFields.CUSTOM) || isMember(field, KpiFields.CONTEXT);
        Unit unit = UNITS.get(field);
        if (unit == null && !free) {
            throw reader.error(path + ".convert", "no conversion: this field has no unit", convert);
        }
        Conversion conversion = Conversion.of(convert.asText()).orElse(null);
        if (conversion == null || (unit != null && conversion.target() != unit)) {
            throw reader.error(
                    path + ".convert",
                    "one of " + Conversion.known(unit == null ? Unit.NONE : unit),
                    convert);
        }
        return conversion;
    }

    /** Unit of a field that has one. */
    static @Nullable Unit unit(String field) {
        return UNITS.get(field);
    }
}
