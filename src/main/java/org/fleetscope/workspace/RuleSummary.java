package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what a rule that computes a value does. */
final class RuleSummary {
    private RuleSummary() {}

    static String of(JsonNode rule) {
        if (rule.has("row")) {
            return "made of all that the row says";
        }
        if (rule.has("sum")) {
            List<String> parts = new ArrayList<>();
            rule.get("sum").forEach(part -> parts.add(path(part)));
            return String.join(" + ", parts);
        }
        if (rule.has("scores")) {
            List<String> ids = new ArrayList<>();
            rule.get("scores").forEach(id -> ids.add(path(id)));
            return "scores of " + String.join(", else of ", ids);
        }
        String from = path(rule.path("from"));
        if (rule.has("since")) {
            return from + " \u2212 " + path(rule.get("since"));
        }
        if (rule.has("values")) {
            List<String> values = new ArrayList<>();
            rule.get("values")
                    .properties()
                    .forEach(value ->
                            values.add(value.getKey() + " \u2192 " + value.getValue().asText()));
            return from + ": " + String.join(", ", values);
        }
        String convert = rule.path("convert").asText("");
        return convert.isEmpty() ? from : from + ", " + convert;
    }

    /** The first of several places stands for all. */
    private static String path(JsonNode names) {
        return !names.isArray()
                ? names.asText()
                : names.size() == 1
                        ? names.path(0).asText()
                        : names.path(0).asText() + " or " + (names.size() - 1) + " more";
    }
}
