package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file; every error names the file, the place in it and what is expected there. */
final class MappingReader {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
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

    private final Path file;

    MappingReader(Path file) {
        this.file = file;
    }

    Mapping read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such mapping file. Check the path");
        }
        String text = Files.readString(file);
        JsonNode root = parse(text);
        checkKeys(
                root, "$", Set.of("name", "description", "ids", "fields", "limits", "severities"));
        JsonNode name = root.path("name");
        if (!name.isTextual() || name.textValue().isBlank()) {
            throw error("$.name", "a name for people", name);
        }
        Map<String, FieldRule> rules = rules(root.path("fields"));
        return new Mapping(
                name.textValue(),
                rules,
                nameBased(root.path("ids")),
                RuleSettingsFile.read(root, file.toString()),
                text);
    }

    private JsonNode parse(String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : ", line "
                                    + e.getLocation().getLineNr()
                                    + ", column "
                                    + e.getLocation().getColumnNr();
            throw new IOException(
                    file + place + ": not a JSON document: " + e.getOriginalMessage(), e);
        }
    }

    private boolean nameBased(JsonNode ids) throws IOException {
        if (ids.isMissingNode() || ids.asText().equals("uuid")) {
            return false;
        }
        if (!ids.asText().equals("name-based")) {
            throw error("$.ids", "\"uuid\" or \"name-based\"", ids);
        }
        return true;
    }

    private Map<String, FieldRule> rules(JsonNode fields) throws IOException {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        if (fields.isMissingNode()) {
            return rules;
        }
        if (!fields.isObject()) {
            throw error("$.fields", "an object with one member a field", fields);
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String name = field.getKey();
            String path = "$.fields." + name;
            if (!isField(name)) {
                throw new IOException(
                        file
                                + ": "
                                + path
                                + " is no field of a KPI report. Expected one of "
                                + String.join(", ", KpiFields.ROW)
                                + ", custom_metrics.NAME or execution_context.NAME");
            }
            rules.put(name, rule(name, path, field.getValue()));
        }
        return rules;
    }

    private static boolean isField(String name) {
        return KpiFields.ROW.contains(name)
                || (name.startsWith(KpiFields.CUSTOM + ".")
                        && name.length() > KpiFields.CUSTOM.length() + 1)
                || (name.startsWith(KpiFields.CONTEXT + ".")
                        && name.length() > KpiFields.CONTEXT.length() + 1);
    }

    private FieldRule rule(String field, String path, JsonNode rule) throws IOException {
        checkKeys(rule, path, Set.of("from", "convert", "constant", "absent"));
        long ways = List.of("from", "constant", "absent").stream().filter(rule::has).count();
        if (ways != 1 || (rule.has("convert") && !rule.has("from"))) {
            throw error(
                    path,
                    "exactly one of \"from\" (with or without \"convert\"), \"constant\", \"absent\"",
                    rule);
        }
        if (rule.has("constant")) {
            return new FieldRule.Constant(rule.get("constant"));
        }
        if (rule.has("absent")) {
            if (!rule.get("absent").booleanValue() || NEVER_ABSENT.contains(field)) {
                String expected =
                        NEVER_ABSENT.contains(field)
                                ? "\"from\": every run needs this field"
                                : "true";
                throw error(path + ".absent", expected, rule.get("absent"));
            }
            return new FieldRule.Absent();
        }
        if (!rule.get("from").isTextual() || rule.get("from").textValue().isEmpty()) {
            throw error(
                    path + ".from",
                    "the name of a source column, or a dotted path",
                    rule.get("from"));
        }
        return new FieldRule.From(
                rule.get("from").textValue(), conversion(field, path, rule.path("convert")));
    }

    private @Nullable Conversion conversion(String field, String path, JsonNode convert)
            throws IOException {
        if (convert.isMissingNode()) {
            return null;
        }
        boolean free =
                field.startsWith(KpiFields.CUSTOM + ".")
                        || field.startsWith(KpiFields.CONTEXT + ".");
        Unit unit = UNITS.get(field);
        if (unit == null && !free) {
            throw error(path + ".convert", "no conversion: this field has no unit", convert);
        }
        Conversion conversion = Conversion.of(convert.asText()).orElse(null);
        if (conversion == null || (unit != null && conversion.target() != unit)) {
            throw error(
                    path + ".convert",
                    "one of " + Conversion.known(unit == null ? Unit.NONE : unit),
                    convert);
        }
        return conversion;
    }

    void checkKeys(JsonNode node, String path, Set<String> known) throws IOException {
        if (!node.isObject()) {
            throw error(path, "an object", node);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw new IOException(
                        file
                                + ": "
                                + path
                                + "."
                                + member.getKey()
                                + " is unknown. Known here: "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    IOException error(String path, String expected, JsonNode found) {
        return new IOException(
                file
                        + ": "
                        + path
                        + ": expected "
                        + expected
                        + ", found "
                        + (found.isMissingNode() ? "nothing" : NodeKpiRow.shown(found)));
    }
}
