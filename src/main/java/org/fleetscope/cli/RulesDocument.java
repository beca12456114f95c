package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;

/** The rules with their settings, as JSON or for people. */
final class RulesDocument {
    private RulesDocument() {}

    static ObjectNode json(RuleSettings settings) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = document.putArray("rules");
        for (Rule rule : Rule.values()) {
            ObjectNode entry =
                    rules.addObject()
                            .put("id", rule.id())
                            .put("severity", settings.level(rule).word())
                            .put("default", rule.standard().word());
            ArrayNode allowed = entry.putArray("allowed");
            rule.levels().stream().map(RuleLevel::word).forEach(allowed::add);
            entry.put("explanation", rule.explanation()).put("applies", rule.applies());
        }
        ArrayNode limits = document.putArray("limits");
        for (RuleLimit limit : RuleLimit.values()) {
            limits.addObject()
                    .put("id", limit.id())
                    .put("value", settings.limit(limit))
                    .put("default", limit.standard())
                    .put("unit", limit.unit())
                    .put("meaning", limit.meaning());
        }
        return document;
    }

    static List<String> text(RuleSettings settings) {
        TextTable rules = new TextTable();
        for (Rule rule : Rule.values()) {
            RuleLevel level = settings.level(rule);
            String changed = level == rule.standard() ? "" : " (set)";
            rules.row(rule.id(), level.word() + changed, rule.explanation());
        }
        TextTable limits = new TextTable();
        for (RuleLimit limit : RuleLimit.values()) {
            double value = settings.limit(limit);
            String changed = value == limit.standard() ? "" : " (set)";
            limits.row(limit.id(), plain(value), (limit.unit() + changed).strip(), limit.meaning());
        }
        List<String> lines = new ArrayList<>(rules.lines());
        lines.add("");
        lines.addAll(limits.lines());
        return lines;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
