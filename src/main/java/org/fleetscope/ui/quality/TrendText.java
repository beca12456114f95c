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

/** A trend in words: its axes, what a bar says, and a line for every bucket with rows. */
final class TrendText {
    private final Trend trend;
    private final TimeText times;

    TrendText(Trend trend, TimeText times) {
        this.trend = trend;
        this.times = times;
    }

    /** What stands over the bars: what the highest of them is. */
    Node height() {
        int most = most();
        return line(
                "Rows" + (trend.read().length == 0 ? "" : " and share"), "at most " + rows(most));
    }

    /** What stands under the bars: where they begin and end. */
    Node axis() {
        return line(start(0), start(trend.counts().length));
    }

    /** The table twin of the bars. */
    List<Node> table() {
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < trend.counts().length; i++) {
            if (trend.counts()[i] > 0) {
                lines.add(line(start(i), rows(i)));
            }
        }
        return lines;
    }

    /** From when to when, rows, and their share of the rows read then. */
    String bar(int bucket) {
        return start(bucket) + " to " + start(bucket + 1) + "\n" + rows(bucket);
    }

    /** The whole in two lines. */
    String summary() {
        return start(0)
                + " to "
                + start(trend.counts().length)
                + "\nat most "
                + rows(most())
                + ", from "
                + start(most());
    }

    private int most() {
        int most = 0;
        for (int i = 1; i < trend.counts().length; i++) {
            most = trend.counts()[i] > trend.counts()[most] ? i : most;
        }
        return most;
    }

    private String rows(int bucket) {
        long count = trend.counts()[bucket];
        String rows = Numbers.count(count) + (count == 1 ? " row" : " rows");
        double share = trend.share(bucket);
        return Double.isNaN(share) ? rows : rows + ", " + QualityColumns.share(share);
    }

    private String start(int bucket) {
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
