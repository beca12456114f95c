package org.fleetscope.ui.compare;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.IntervalBar;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.jspecify.annotations.Nullable;

/** The columns of the table of differences. */
final class CompareColumns {
    private final Function<@Nullable UUID, String> names;

    CompareColumns(Function<@Nullable UUID, String> names) {
        this.names = names;
    }

    List<TableColumn<MetricDifference, ?>> all() {
        return List.of(
                Cells.node(
                        "Verdict",
                        112,
                        MetricDifference::verdict,
                        VerdictLabel::new,
                        VerdictLabel::show),
                Cells.text("Metric", 90, one -> MetricText.metric(one.metric()).label()),
                Cells.text("Agent", 176, one -> names.apply(one.agent())),
                right(Cells.text("Before (A)", 84, one -> CompareText.mean(one, one.a()))),
                right(Cells.text("Now (B)", 84, one -> CompareText.mean(one, one.b()))),
                right(Cells.text("Difference", 90, CompareText::adjusted)),
                right(Cells.text("95 % interval", 160, CompareText::interval)),
                interval(),
                Cells.number(
                        "Effect, SD",
                        78,
                        MetricDifference::effect,
                        value -> Numbers.fixed(value, 2)),
                p(),
                count("Runs A", one -> one.a().runs()),
                count("Runs B", one -> one.b().runs()));
    }

    /** The first to go when there is little room. */
    static List<TableColumn<MetricDifference, ?>> leftOutFirst(
            List<TableColumn<MetricDifference, ?>> columns) {
        return List.of(columns.get(11), columns.get(10), columns.get(9), columns.get(6));
    }

    private static TableColumn<MetricDifference, ?> interval() {
        TableColumn<MetricDifference, MetricDifference> column =
                Cells.node(
                        "Interval, ±1 SD", 128, one -> one, IntervalBar::new, CompareColumns::show);
        column.setSortable(false);
        return column;
    }

    /** Ends of the interval in standard deviations: both go by the same deviation. */
    private static void show(IntervalBar bar, MetricDifference one) {
        double deviation = one.adjusted() / one.effect();
        boolean known = Double.isFinite(deviation) && deviation != 0;
        bar.show(
                known ? one.low() / deviation : one.effect(),
                one.effect(),
                known ? one.high() / deviation : one.effect());
        bar.setAccessibleText(CompareText.interval(one));
        Tooltip.install(
                bar,
                new Tooltip(
                        "Effect "
                                + Numbers.fixed(one.effect(), 2)
                                + " standard deviations; 95 % interval "
                                + CompareText.interval(one)));
    }

    private static TableColumn<MetricDifference, ?> p() {
        return Cells.number(
                "p, corrected", 92, MetricDifference::pCorrected, CompareText::probability);
    }

    private static TableColumn<MetricDifference, ?> count(
            String title, java.util.function.ToLongFunction<MetricDifference> runs) {
        return Cells.number(
                title, 72, one -> runs.applyAsLong(one), value -> Numbers.count(value.longValue()));
    }

    private static <T> TableColumn<MetricDifference, T> right(
            TableColumn<MetricDifference, T> column) {
        column.getStyleClass().add("number-column");
        column.setSortable(false);
        return column;
    }
}
