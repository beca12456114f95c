package org.fleetscope.ui.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Rules that a row broke, each with its severity by shape, word and colour. As many as there is
 * room for, at least one; "+2" stands for the others, and the tooltip names all.
 */
final class RuleChips extends HBox {
    private final Label more = new Label();
    private int chips;

    RuleChips() {
        getStyleClass().add("rule-chips");
        more.getStyleClass().add("more-chips");
    }

    void show(List<RuleViolation> violations) {
        Map<String, RuleSeverity> rules = new LinkedHashMap<>();
        violations.forEach(v -> rules.merge(v.ruleId(), v.severity(), RuleChips::worse));
        chips = rules.size();
        getChildren()
                .setAll(
                        rules.entrySet().stream()
                                .map(rule -> chip(rule.getKey(), rule.getValue()))
                                .toList());
        getChildren().add(more);
        String all = String.join("\n", rules.keySet());
        Tooltip.install(this, new Tooltip(all));
        setAccessibleText(String.join(", ", rules.keySet()));
    }

    private static RuleSeverity worse(RuleSeverity one, RuleSeverity other) {
        return one == RuleSeverity.ERROR ? one : other;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        int shown = fitting(end - x);
        more.setText("+" + (chips - shown));
        more.setVisible(shown < chips);
        double reserved = more.isVisible() ? getSpacing() + snapSizeX(more.prefWidth(-1)) : 0;
        for (int i = 0; i < chips; i++) {
            Label chip = (Label) getChildren().get(i);
            chip.setVisible(i < shown);
            double width = Math.min(snapSizeX(chip.prefWidth(-1)), Math.max(0, end - reserved - x));
            place(chip, x, width);
            x += i < shown ? width + getSpacing() : 0;
        }
        place(more, x, snapSizeX(more.prefWidth(-1)));
    }

    /** How many chips stand whole beside the number of the others; one even if it does not. */
    private int fitting(double width) {
        for (int shown = chips; shown > 1; shown--) {
            more.setText("+" + (chips - shown));
            double used = shown < chips ? snapSizeX(more.prefWidth(-1)) + getSpacing() : 0;
            for (int i = 0; i < shown; i++) {
                used += snapSizeX(getChildren().get(i).prefWidth(-1)) + (i > 0 ? getSpacing() : 0);
            }
            if (used <= width) {
                return shown;
            }
        }
        return Math.min(1, chips);
    }

    private void place(Label label, double x, double width) {
        double height = snapSizeY(label.prefHeight(width));
        label.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
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
