package org.fleetscope.ui.sql;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Named values as horizontal bars from a common zero, one a line, only those in view drawn. Style
 * classes {@code bar-list}, {@code value-bar}.
 */
public final class BarList extends ListView<ChartChoice.Bar> {
    private double low;
    private double high;

    public BarList() {
        getStyleClass().add("bar-list");
        setCellFactory(list -> new BarCell());
    }

    void show(List<ChartChoice.Bar> bars) {
        low =
                Math.min(
                        0,
                        bars.stream()
                                .mapToDouble(ChartChoice.Bar::value)
                                .filter(Double::isFinite)
                                .min()
                                .orElse(0));
        high =
                Math.max(
                        0,
                        bars.stream()
                                .mapToDouble(ChartChoice.Bar::value)
                                .filter(Double::isFinite)
                                .max()
                                .orElse(0));
        getItems().setAll(bars);
        refresh();
    }

    private double share(double value) {
        return high > low && Double.isFinite(value) ? (value - low) / (high - low) : 0;
    }

    private final class BarCell extends ListCell<ChartChoice.Bar> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Bar bar = new Bar();
        private final HBox row = new HBox(name, bar, value);

        BarCell() {
            row.getStyleClass().add("bar-row");
            name.getStyleClass().add("bar-name");
            value.getStyleClass().add("bar-value");
            HBox.setHgrow(bar, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(ChartChoice.@Nullable Bar item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            boolean missing = !Double.isFinite(item.value());
            name.setText(item.name());
            value.setText(missing ? CellText.MISSING : CellText.of(item.value()));
            bar.show(share(0), missing ? share(0) : share(item.value()));
            setAccessibleText(item.name() + ": " + value.getText());
            setGraphic(row);
        }
    }

    private static final class Bar extends Region {
        private final Region fill = new Region();
        private double from;
        private double to;

        Bar() {
            fill.setManaged(false);
            fill.getStyleClass().add("value-bar");
            getStyleClass().add("value-bar-track");
            getChildren().add(fill);
        }

        void show(double zero, double end) {
            from = Math.min(zero, end);
            to = Math.max(zero, end);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double top = snappedTopInset();
            fill.resizeRelocate(
                    from * width,
                    top,
                    (to - from) * width,
                    getHeight() - top - snappedBottomInset());
        }
    }
}
