package org.fleetscope.ui.quality;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport.Trend;

/** A trend in words: its ends, and a line for every bucket with rows. */
final class TrendTable {
    private TrendTable() {}

    /** What stands under the bars: where they begin and end. */
    static Node axis(Trend trend, TimeText times) {
        return line(start(trend, 0, times), start(trend, trend.counts().length, times));
    }

    /** The table twin of the bars. */
    static List<Node> of(Trend trend, TimeText times) {
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < trend.counts().length; i++) {
            if (trend.counts()[i] > 0) {
                lines.add(line(start(trend, i, times), Numbers.count(trend.counts()[i])));
            }
        }
        return lines;
    }

    private static String start(Trend trend, int bucket, TimeText times) {
        double share = (double) bucket / trend.counts().length;
        long at = trend.from() + Math.round(share * (trend.to() - trend.from()));
        return trend.byTime() ? times.brief(at) : "line " + Numbers.count(at);
    }

    private static HBox line(String left, String right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label from = new Label(left);
        Label to = new Label(right);
        from.getStyleClass().add("muted");
        to.getStyleClass().add("number");
        return new HBox(from, gap, to);
    }
}
