package org.fleetscope.ui.control;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.series.Tile;
import org.fleetscope.ui.chart.Sparkline;
import org.fleetscope.ui.support.Change;
import org.fleetscope.ui.support.Numbers;

/** A headline number with its change against the period before and its course. */
public final class MetricTile extends VBox {
    private static final int SPARK_POINTS = 48;

    public MetricTile(Tile tile) {
        getStyleClass().addAll("card", "tile");
        setId("tile-" + tile.id());
        Label name = new Label(tile.label());
        name.getStyleClass().add("muted");
        Label value = new Label(Numbers.of(tile.value(), tile.unit()));
        value.getStyleClass().add("tile-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox middle = new HBox(value);
        middle.getStyleClass().add("tile-middle");
        if (tile.spark().length > 1) {
            Sparkline spark = new Sparkline();
            spark.setValues(thinned(tile.spark()));
            HBox.setHgrow(spark, Priority.ALWAYS);
            middle.getChildren().add(spark);
        }
        getChildren().addAll(name, middle, foot(tile));
        setAccessibleText(tile.label() + " " + value.getText());
    }

    /** Makes the tile a way to what it counts, by click, Enter or Space. */
    public void setOnOpen(String what, Runnable open) {
        getStyleClass().add("tile-link");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, new Tooltip(what));
        setOnMouseClicked(event -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }

    /** Means of equal groups, so that a small line shows the course and not the noise. */
    private static double[] thinned(double[] values) {
        int group = Math.ceilDiv(values.length, SPARK_POINTS);
        double[] means = new double[Math.ceilDiv(values.length, group)];
        for (int i = 0; i < means.length; i++) {
            means[i] =
                    Arrays.stream(values, i * group, Math.min(values.length, (i + 1) * group))
                            .filter(Double::isFinite)
                            .average()
                            .orElse(Double.NaN);
        }
        return means;
    }

    private static HBox foot(Tile tile) {
        Change change = Change.between(tile.previous(), tile.value(), tile.goodWhenHigh());
        ChangeLabel changed = new ChangeLabel();
        changed.show(change);
        changed.setMinWidth(Region.USE_PREF_SIZE);
        if (!change.text().isEmpty()) {
            changed.setTooltip(
                    new Tooltip(
                            "Against the period of equal length before: "
                                    + Numbers.of(tile.previous(), tile.unit())));
        }
        Label note = new Label(tile.note());
        note.getStyleClass().add("muted");
        note.setTooltip(tile.note().isEmpty() ? null : new Tooltip(tile.note()));
        HBox foot = new HBox(note);
        if (!change.text().isEmpty()) {
            foot.getChildren().addFirst(changed);
        }
        foot.getStyleClass().add("tile-foot");
        return foot;
    }
}
