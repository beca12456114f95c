package org.fleetscope.ui.quality;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.fleetscope.workspace.QualityReport.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Rows that broke a rule, as bars over time or lines. Its table twin is the accessible text and the
 * list under the rule. Style class {@code trend-bars}, a bar {@code trend-bar}.
 */
final class TrendBars extends Region {
    private long[] counts = {};

    TrendBars() {
        getStyleClass().add("trend-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
    }

    void show(@Nullable Trend trend) {
        counts = trend == null ? new long[0] : trend.counts();
        getChildren().clear();
        for (int i = 0; i < counts.length; i++) {
            Region bar = new Region();
            bar.setManaged(false);
            bar.getStyleClass().add("trend-bar");
            bar.setVisible(counts[i] > 0);
            getChildren().add(bar);
        }
        setAccessibleText(
                counts.length == 0
                        ? "no rows"
                        : "trend, at most " + Arrays.stream(counts).max().orElse(0) + " rows");
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
