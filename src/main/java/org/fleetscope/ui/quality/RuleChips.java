package org.fleetscope.ui.quality;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rules that a row broke, each with its severity by shape, word and colour. */
final class RuleChips extends HBox {
    RuleChips() {
        getStyleClass().add("rule-chips");
    }

    void show(List<RuleViolation> violations) {
        getChildren().setAll(violations.stream().map(v -> chip(v.ruleId(), v.severity())).toList());
    }

    static Label chip(String rule, RuleSeverity severity) {
        boolean error = severity == RuleSeverity.ERROR;
        Label chip = new Label(rule, new FontIcon(icon(severity)));
        chip.getStyleClass().addAll("rule-chip", error ? "rule-error" : "rule-warning");
        chip.setAccessibleText((error ? "error " : "warning ") + rule);
        return chip;
    }

    static String icon(RuleSeverity severity) {
        return severity == RuleSeverity.ERROR ? "mdi2c-close-octagon" : "mdi2a-alert";
    }
}
