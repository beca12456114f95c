package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;

/**
 * Settings of the rules as JSON: {@code {"limits":{"max_latency_ms":600000},
 * "severities":{"accuracy-range":"warning"}}}, both members optional. Stateless.
 */
public final class RuleSettingsFile {
    static final String LIMITS = "limits";
    static final String SEVERITIES = "severities";

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private RuleSettingsFile() {}

    /**
     * Reads a file of settings.
     *
     * @throws IOException when it can't be read, naming the file, the place in it and what is
     *     expected there
     */
    public static RuleSettings load(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    file + ": there is no such file of rule settings. Check the path");
        }
        return parse(Files.readString(file), file.toString());
    }

    /**
     * Reads settings from JSON text.
     *
     * @param source what an error calls the text
     */
    public static RuleSettings parse(String json, String source) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException(source + ": not a JSON document: " + e.getOriginalMessage(), e);
        }
        if (!root.isObject()) {
            throw error(source, "$", "an object with limits and severities", root);
        }
        for (Map.Entry<String, JsonNode> member : root.properties()) {
            if (!member.getKey().equals(LIMITS) && !member.getKey().equals(SEVERITIES)) {
                throw unknown(source, "$." + member.getKey(), LIMITS + ", " + SEVERITIES);
            }
        }
        return read(root, source);
    }

    /** Reads the members limits and severities of an object, which may have others. */
    static RuleSettings read(JsonNode root, String source) throws IOException {
        return new RuleSettings(
                limits(root.path(LIMITS), source), levels(root.path(SEVERITIES), source));
    }

    private static Map<RuleLimit, Double> limits(JsonNode limits, String source)
            throws IOException {
        Map<RuleLimit, Double> read = new EnumMap<>(RuleLimit.class);
        if (!limits.isMissingNode() && !limits.isObject()) {
            throw error(source, "$.limits", "an object", limits);
        }
        for (Map.Entry<String, JsonNode> member : limits.properties()) {
            String path = "$.limits." + member.getKey();
            RuleLimit limit = RuleLimit.of(member.getKey()).orElse(null);
            if (limit == null) {
                throw unknown(
                        source,
                        path,
                        Arrays.stream(RuleLimit.values())
                                .map(RuleLimit::id)
                                .collect(Collectors.joining(", ")));
            }
            JsonNode value = member.getValue();
            if (!value.isNumber() || !limit.allows(value.doubleValue())) {
                String most =
                        limit.most() == Double.MAX_VALUE ? "" : " and at most " + limit.most();
                throw error(source, path, "a number above 0" + most, value);
            }
            read.put(limit, value.doubleValue());
        }
        return read;
    }

    private static Map<Rule, RuleLevel> levels(JsonNode levels, String source) throws IOException {
        Map<Rule, RuleLevel> read = new EnumMap<>(Rule.class);
        if (!levels.isMissingNode() && !levels.isObject()) {
            throw error(source, "$.severities", "an object", levels);
        }
        for (Map.Entry<String, JsonNode> member : levels.properties()) {
            String path = "$.severities." + member.getKey();
            Rule rule = Rule.of(member.getKey()).orElse(null);
            if (rule == null) {
                throw unknown(
                        source,
                        path,
                        Arrays.stream(Rule.values())
                                .map(Rule::id)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .toString()
                                .replaceAll("[\\[\\]]", ""));
            }
            RuleLevel level = RuleLevel.of(member.getValue().asText()).orElse(null);
            if (level == null || !rule.allows(level)) {
                String words =
                        rule.levels().stream()
                                .map(allowed -> '"' + allowed.word() + '"')
                                .collect(Collectors.joining(" or "));
                throw error(source, path, words, member.getValue());
            }
            read.put(rule, level);
        }
        return read;
    }

    /** The settings as JSON text; {@link #parse} gives the same settings. */
    public static String text(RuleSettings settings) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode limits = root.putObject(LIMITS);
        settings.limits()
                .forEach((limit, value) -> {
                    if (value == Math.rint(value) && value <= Long.MAX_VALUE) {
                        limits.put(limit.id(), value.longValue());
                    } else {
                        limits.put(limit.id(), value);
                    }
                });
        ObjectNode levels = root.putObject(SEVERITIES);
        settings.levels().forEach((rule, level) -> levels.put(rule.id(), level.word()));
        return root.toString();
    }

    private static IOException unknown(String source, String path, String known) {
        return new IOException(source + ": " + path + " is unknown. Known here: " + known);
    }

    private static IOException error(String source, String path, String expected, JsonNode found) {
        return new IOException(
                source
                        + ": "
                        + path
                        + ": expected "
                        + expected
                        + ", found "
                        + NodeKpiRow.shown(found));
    }
}
