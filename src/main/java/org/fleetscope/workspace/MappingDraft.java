package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.ingest.ForeignFile;

/**
 * A mapping that is being made: every field that a run may have, and what else the mapping says.
 * Immutable.
 *
 * @param fields the domain's fields in their order, then custom metrics and other members
 * @param zone of times without an offset; empty when every time has one
 * @param timeFormat pattern of the times; empty for ISO 8601
 * @param base JSON text that holds what the draft does not show
 */
public record MappingDraft(
        String name, List<FieldDraft> fields, String zone, String timeFormat, String base) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTEXT = "execution_context";
    private static final String HOST = CONTEXT + ".hostname";

    public MappingDraft {
        fields = List.copyOf(fields);
    }

    /**
     * Reads the JSON text of a mapping.
     *
     * @throws IOException when it is no JSON object
     */
    public static MappingDraft of(String json) throws IOException {
        JsonNode root = JSON.readTree(json);
        Map<String, FieldDraft> drafts = new LinkedHashMap<>();
        for (String field : ForeignFile.fields()) {
            drafts.put(field, FieldDraft.own(field));
            if (field.equals(CONTEXT)) {
                drafts.put(HOST, FieldDraft.own(HOST));
            }
        }
        for (Map.Entry<String, JsonNode> field : root.path("fields").properties()) {
            drafts.put(field.getKey(), draft(field.getKey(), field.getValue()));
        }
        return new MappingDraft(
                root.path("name").asText("mapping"),
                new ArrayList<>(drafts.values()),
                root.path("times").path("zone").asText(""),
                root.path("times").path("format").asText(""),
                json);
    }

    private static FieldDraft draft(String field, JsonNode rule) {
        boolean optional = rule.path("optional").asBoolean(false);
        boolean plain = rule.path("from").isTextual() && !rule.has("since") && !rule.has("values");
        if (rule.path("absent").asBoolean(false)) {
            return FieldDraft.own(field).withKind(FieldDraft.Kind.ABSENT);
        }
        if (rule.has("constant")) {
            JsonNode value = rule.get("constant");
            return FieldDraft.own(field)
                    .withConstant(value.isTextual() ? value.textValue() : value.toString());
        }
        return plain
                ? new FieldDraft(
                        field,
                        FieldDraft.Kind.COLUMN,
                        rule.path("from").textValue(),
                        rule.path("convert").asText(""),
                        "",
                        "",
                        "",
                        optional)
                : new FieldDraft(
                        field,
                        FieldDraft.Kind.COMPUTED,
                        "",
                        "",
                        "",
                        rule.toString(),
                        RuleSummary.of(rule),
                        optional);
    }

    public MappingDraft with(FieldDraft changed) {
        List<FieldDraft> next = new ArrayList<>(fields);
        next.replaceAll(draft -> draft.field().equals(changed.field()) ? changed : draft);
        return new MappingDraft(name, next, zone, timeFormat, base);
    }

    public MappingDraft withName(String next) {
        return new MappingDraft(next, fields, zone, timeFormat, base);
    }

    public MappingDraft withTimes(String nextZone, String nextFormat) {
        return new MappingDraft(name, fields, nextZone, nextFormat, base);
    }

    /** This draft for tables of exactly these columns. */
    MappingDraft forColumns(Collection<String> columns) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(base);
        ArrayNode names = root.putArray("columns");
        columns.forEach(names::add);
        return new MappingDraft(name, fields, zone, timeFormat, root.toString());
    }

    /** The mapping as JSON text; what the draft does not show stays as it was. */
    public String json() {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(base);
            root.put("name", name.isBlank() ? "mapping" : name.strip());
            root.remove("times");
            if (!zone.isBlank() || !timeFormat.isBlank()) {
                ObjectNode times = root.putObject("times");
                if (!zone.isBlank()) {
                    times.put("zone", zone.strip());
                }
                if (!timeFormat.isBlank()) {
                    times.put("format", timeFormat.strip());
                }
            }
            ObjectNode rules = root.putObject("fields");
            for (FieldDraft field : fields) {
                if (field.kind() != FieldDraft.Kind.OWN) {
                    rules.set(field.field(), rule(field));
                }
            }
            return root.toPrettyString();
        } catch (IOException e) {
            throw new IllegalStateException("the base of a draft was read before", e);
        }
    }

    private static JsonNode rule(FieldDraft field) throws IOException {
        ObjectNode rule = JSON.createObjectNode();
        switch (field.kind()) {
            case ABSENT -> rule.put("absent", true);
            case CONSTANT -> rule.set("constant", constant(field));
            case COMPUTED -> {
                return JSON.readTree(field.rule());
            }
            case COLUMN -> {
                rule.put("from", field.column());
                if (!field.conversion().isEmpty()) {
                    rule.put("convert", field.conversion());
                }
                if (field.optional()) {
                    rule.put("optional", true);
                }
            }
            case OWN -> throw new IllegalArgumentException("a field of its own name has no rule");
        }
        return rule;
    }

    /** A number where the text spells one, unless the field holds text. */
    private static JsonNode constant(FieldDraft field) {
        try {
            JsonNode value = JSON.readTree(field.constant());
            boolean number =
                    value.isNumber()
                            && !field.field().endsWith("_id")
                            && !ForeignFile.conversions(field.field()).isEmpty();
            return number ? value : JSON.getNodeFactory().textNode(field.constant());
        } catch (IOException noNumber) {
            return JSON.getNodeFactory().textNode(field.constant());
        }
    }
}
