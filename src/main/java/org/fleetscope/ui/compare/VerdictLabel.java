package org.fleetscope.ui.compare;

import javafx.scene.control.Label;
import org.fleetscope.model.MetricDifference;
import org.kordamp.ikonli.javafx.FontIcon;

/** A verdict by shape, word and colour. */
final class VerdictLabel extends Label {
    private final FontIcon icon = new FontIcon("mdi2e-equal");

    VerdictLabel() {
        setGraphic(icon);
        getStyleClass().add("change");
    }

    void show(MetricDifference.Verdict verdict) {
        setText(CompareText.verdict(verdict));
        icon.setIconLiteral(
                switch (verdict) {
                    case WORSE -> "mdi2a-alert";
                    case BETTER -> "mdi2c-check-bold";
                    case CHANGED -> "mdi2s-swap-horizontal-bold";
                    case SAME -> "mdi2e-equal";
                    case UNKNOWN -> "mdi2h-help";
                });
        getStyleClass().removeAll("better", "worse");
        if (verdict == MetricDifference.Verdict.WORSE) {
            getStyleClass().add("worse");
        } else if (verdict == MetricDifference.Verdict.BETTER) {
            getStyleClass().add("better");
        }
    }
}
