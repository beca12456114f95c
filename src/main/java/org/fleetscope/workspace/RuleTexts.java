package org.fleetscope.workspace;

import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.quality.RowRules;
import org.fleetscope.quality.RuleInfo;

/** What the rules of an import ask of a row, in words. */
public final class RuleTexts {
    private static final Map<String, String> BY_ID =
            RowRules.catalogue().stream()
                    .collect(Collectors.toMap(RuleInfo::id, RuleInfo::explanation));

    private RuleTexts() {}

    /** One line: what holds for a good row. Empty for an id no rule has. */
    public static String explanation(String ruleId) {
        return BY_ID.getOrDefault(ruleId, "");
    }
}
