package org.fleetscope.ui.quality;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Rows that broke a rule, as bars over time or lines. Its table twin is the accessible text and the
 * list under the rule; tooltips tell counts and shares. Style class {@code trend-bars}, a bar
 * {@code trend-bar}.
 */
final class TrendBars extends Region {
    private final Tooltip whole = new Tooltip();
    private long[] counts = {};

    TrendBars() {
        getStyleClass().add("trend-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Shows a trend small, told as a whole; nothing for null. */
    void show(@Nullable Trend trend, TimeText times) {
        draw(trend);
        Tooltip.uninstall(this, whole);
        if (trend == null) {
            setAccessibleText("no rows");
            return;
        }
        whole.setText(new TrendText(trend, times).summary());
        Tooltip.install(this, whole);
        setAccessibleText("trend, " + whole.getText().replace('\n', ' '));
    }

    /** Shows a trend large, each bar of which tells about itself. */
    void showEach(Trend trend, TimeText times) {
        draw(trend);
        TrendText text = new TrendText(trend, times);
        setAccessibleText("trend, " + text.summary().replace('\n', ' '));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Tooltip.install(getChildren().get(i), new Tooltip(text.bar(i)));
            }
        }
    }

    private void draw(@Nullable Trend trend) {
        counts = trend == null ? new long[0] : trend.counts();
        getChildren().clear();
        for (int i = 0; i < counts.length; i++) {
            Region bar = new Region();
            bar.setManaged(false);
            bar.getStyleClass().add("trend-bar");
            bar.setVisible(counts[i] > 0);
            getChildren().add(bar);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        double left = snappedLeftInset();
        double width = (getWidth() - left - snappedRightInset()) / Math.max(1, counts.length);
        for (int i = 0; i < counts.length; i++) {
            // A single row among a million is a bar that can be seen.
            double own = Math.max(2, height * counts[i] / most);
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            left + i * width, top + height - own, Math.max(1, width - 1), own);
        }
    }
}
