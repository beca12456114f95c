package org.fleetscope.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.MappedSample;

/** Sentences about a sample of rows. */
final class RuleText {
    private RuleText() {}

    /** What would become of the sample's rows. */
    static String summary(MappedSample sample) {
        List<String> parts = new ArrayList<>();
        int runs = sample.accepted() + sample.rejected();
        if (runs > 0) {
            parts.add(
                    Numbers.count(sample.accepted())
                            + " of "
                            + Numbers.count(runs)
                            + (runs == 1 ? " run is good" : " runs are good"));
        }
        if (sample.others() > 0) {
            parts.add(
                    Numbers.count(sample.others()) + " rows are tasks, results, agents or health");
        }
        if (sample.passedOver() > 0) {
            parts.add(Numbers.count(sample.passedOver()) + " rows are no runs");
        }
        if (parts.isEmpty()) {
            return "No row in the first part of the file";
        }
        return "In the first part of the file: " + String.join(", ", parts);
    }

    /** The rules broken, most often broken first. */
    static String broken(MappedSample sample) {
        return sample.rules().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(rule -> rule.getKey() + " " + Numbers.count(rule.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String rules(List<RuleViolation> violations) {
        return violations.stream()
                .map(RuleViolation::ruleId)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static String messages(List<RuleViolation> violations) {
        return violations.stream()
                .map(RuleViolation::message)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
