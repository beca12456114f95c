package org.fleetscope.ui.timeline;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fleetscope.model.Severity;

/**
 * What bands and markers mean. Swatches and shapes come from the style sheet. Style class {@code
 * legend}.
 */
public final class LegendPane extends HBox {
    public LegendPane() {
        getStyleClass().add("legend");
    }

    /** Shows the bands of detectors, in the order of their styles, and all bands of severity. */
    public void setDetectors(List<String> detectors) {
        getChildren().clear();
        for (int i = 0; i < detectors.size(); i++) {
            getChildren()
                    .add(
                            entry(
                                    "Expected by " + detectors.get(i),
                                    "swatch",
                                    "band-" + Math.min(i + 1, 2)));
        }
        for (Severity band : Severity.values()) {
            getChildren()
                    .add(
                            entry(
                                    band.label(),
                                    "marker",
                                    "marker-" + band.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Node entry(String text, String... styleClasses) {
        Region symbol = new Region();
        symbol.getStyleClass().addAll(styleClasses);
        Label label = new Label(text, symbol);
        label.getStyleClass().add("legend-entry");
        return label;
    }
}
