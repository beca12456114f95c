package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.model.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Reads a mapping; every error names the file, the place in it and what is expected there. */
final class MappingReader {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final String origin;
    private final String text;

    /**
     * @param origin names the mapping in errors
     */
    MappingReader(String origin, String text) {
        this.origin = origin;
        this.text = text;
    }

    static MappingReader of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such mapping file. Check the path");
        }
        return new MappingReader(file.toString(), Files.readString(file));
    }

    Mapping read() throws IOException {
        JsonNode root = parse();
        checkKeys(
                root,
                "$",
                Set.of(
                        "name",
                        "description",
                        "ids",
                        "columns",
                        "where",
                        "times",
                        "scores",
                        "fields",
                        "limits",
                        "severities"));
        JsonNode name = root.path("name");
        if (!name.isTextual() || name.textValue().isBlank()) {
            throw error("$.name", "a name for people", name);
        }
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        FieldRuleReader fields = new FieldRuleReader(this, times(root.path("times")));
        for (Map.Entry<String, JsonNode> field : members(root, "fields")) {
            rules.put(field.getKey(), fields.read(field.getKey(), field.getValue()));
        }
        Mapping.Spec spec =
                new Mapping.Spec(
                        name.textValue(),
                        rules,
                        nameBased(root.path("ids")),
                        RuleSettingsFile.read(root, origin),
                        fields.optional(),
                        paths(root, "columns"),
                        where(root),
                        scores(root.path("scores")),
                        precision(root.path("times").path("precision")));
        return new Mapping(spec, text);
    }

    private JsonNode parse() throws IOException {
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
                    origin + place + ": not a JSON document: " + e.getOriginalMessage(), e);
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

    private @Nullable TimePrecision precision(JsonNode precision) throws IOException {
        if (precision.isMissingNode()) {
            return null;
        }
        return TimePrecision.of(precision.asText())
                .orElseThrow(() ->
                        error("$.times.precision", "\"s\", \"ms\", \"us\" or \"ns\"", precision));
    }

    private LocalTimes times(JsonNode times) throws IOException {
        if (times.isMissingNode()) {
            return LocalTimes.NONE;
        }
        checkKeys(times, "$.times", Set.of("zone", "format", "precision"));
        try {
            return LocalTimes.of(optionalText(times, "zone"), optionalText(times, "format"));
        } catch (DateTimeException e) {
            throw error(
                    "$.times.zone",
                    "a zone like \"UTC\", \"Europe/Berlin\" or \"+02:00\"",
                    times.path("zone"));
        } catch (IllegalArgumentException e) {
            throw error(
                    "$.times.format",
                    "a pattern like \"dd.MM.yyyy HH:mm:ss\" (" + e.getMessage() + ")",
                    times.path("format"));
        }
    }

    private @Nullable String optionalText(JsonNode holder, String member) throws IOException {
        JsonNode value = holder.path(member);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            throw error("$.times." + member, "text", value);
        }
        return value.textValue();
    }

    private List<RowCondition> where(JsonNode root) throws IOException {
        List<RowCondition> conditions = new ArrayList<>();
        int index = 0;
        for (JsonNode condition : list(root, "where")) {
            String path = "$.where[" + index++ + "]";
            checkKeys(condition, path, Set.of("from", "in", "absent"));
            SourcePath from = path(condition.path("from"), path + ".from");
            Set<String> values = new HashSet<>();
            for (JsonNode value : condition.path("in")) {
                values.add(value.asText().toLowerCase(Locale.ROOT));
            }
            if (condition.has("in") == condition.has("absent")
                    || (condition.has("in") && values.isEmpty())) {
                throw error(path, "\"in\" with a list of values, or \"absent\": true", condition);
            }
            conditions.add(new RowCondition(from, values));
        }
        return conditions;
    }

    private @Nullable ScoreSource scores(JsonNode scores) throws IOException {
        if (scores.isMissingNode()) {
            return null;
        }
        checkKeys(scores, "$.scores", Set.of("of", "name", "value"));
        return new ScoreSource(
                path(scores.path("of"), "$.scores.of"),
                path(scores.path("name"), "$.scores.name"),
                path(scores.path("value"), "$.scores.value"));
    }

    private List<SourcePath> paths(JsonNode root, String member) throws IOException {
        List<SourcePath> paths = new ArrayList<>();
        for (JsonNode entry : list(root, member)) {
            paths.add(path(entry, "$." + member + "[" + paths.size() + "]"));
        }
        return paths;
    }

    /** The name of a place, or several in the order in which they are looked at. */
    SourcePath path(JsonNode node, String place) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode name : node.isArray() ? node : List.of(node)) {
            if (!name.isTextual() || name.textValue().isEmpty()) {
                throw error(place, "the name of a source column, or a dotted path", node);
            }
            names.add(name.textValue());
        }
        if (names.isEmpty()) {
            throw error(place, "the name of a source column, or a dotted path", node);
        }
        return new SourcePath(names);
    }

    private Iterable<JsonNode> list(JsonNode root, String member) throws IOException {
        JsonNode list = root.path(member);
        if (!list.isMissingNode() && !list.isArray()) {
            throw error("$." + member, "a list", list);
        }
        return list;
    }

    private Set<Map.Entry<String, JsonNode>> members(JsonNode root, String member)
            throws IOException {
        JsonNode object = root.path(member);
        if (!object.isMissingNode() && !object.isObject()) {
            throw error("$." + member, "an object with one member a field", object);
        }
        return object.properties();
    }

    void checkKeys(JsonNode node, String path, Set<String> known) throws IOException {
        if (!node.isObject()) {
            throw error(path, "an object", node);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw fault(
                        path
                                + "."
                                + member.getKey()
                                + " is unknown. Known here: "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    IOException error(String path, String expected, JsonNode found) {
        return fault(
                path
                        + ": expected "
                        + expected
                        + ", found "
                        + (found.isMissingNode() ? "nothing" : NodeKpiRow.shown(found)));
    }

    IOException fault(String message) {
        return new IOException(origin + ": " + message);
    }
}
