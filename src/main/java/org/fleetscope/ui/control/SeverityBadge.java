package org.fleetscope.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;
import org.fleetscope.model.Severity;
import org.fleetscope.ui.support.Numbers;
import org.kordamp.ikonli.javafx.FontIcon;

/** A severity told three ways: by the shape of its icon, by its name, and by colour. */
public final class SeverityBadge extends Label {
    private final FontIcon icon = new FontIcon();

    public SeverityBadge() {
        setGraphic(icon);
        getStyleClass().add("severity-badge");
    }

    /** Shows a band's name, with the score behind it when asked for. */
    public void show(double score, boolean withScore) {
        Severity band = Severity.of(score);
        getStyleClass()
                .removeIf(name -> name.startsWith("severity-") && !name.equals("severity-badge"));
        getStyleClass().add("severity-" + band.name().toLowerCase(Locale.ROOT));
        icon.setIconLiteral(shape(band));
        setText(withScore ? band.label() + " " + Numbers.fixed(score, 0) : band.label());
        setAccessibleText(band.label() + " severity, " + Numbers.fixed(score, 0) + " of 100");
    }

    private static String shape(Severity band) {
        return switch (band) {
            case LOW -> "mdi2c-circle-outline";
            case MINOR -> "mdi2t-triangle";
            case MAJOR -> "mdi2r-rhombus";
            case CRITICAL -> "mdi2c-close-thick";
        };
    }
}
