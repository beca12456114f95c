package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table twin of a chart on screen, for eyes, screen readers and the clipboard. */
public final class ChartTableView extends VBox {
    private static final double TIME_WIDTH = 220;
    private static final double VALUE_WIDTH = 130;

    private final TableView<List<@Nullable Object>> table = new TableView<>();
    private final Label count = new Label();
    private ChartTable content = ChartTable.of(List.of(), java.time.ZoneOffset.UTC);

    public ChartTableView() {
        getStyleClass().add("chart-table");
        table.getStyleClass().add("dense");
        table.setAccessibleText("Values of the chart");
        VBox.setVgrow(table, Priority.ALWAYS);
        count.getStyleClass().add("muted");
        Button copy = new Button("Copy all", new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> copy());
        HBox head = new HBox(copy, count);
        head.getStyleClass().add("card-head");
        getChildren().addAll(head, table);
    }

    /** Shows the values of tracks, times in the zone. */
    public void show(List<ChartTrack> tracks, ZoneId zone) {
        show(ChartTable.of(tracks, zone));
    }

    /** Shows a lane's cells, times in the zone of the text. */
    public void show(Lanes lanes, TimeText times) {
        show(LaneTable.of(lanes, times));
    }

    private void show(ChartTable now) {
        content = now;
        TableData data = content.data();
        table.getColumns().clear();
        for (int i = 0; i < data.columns().size(); i++) {
            table.getColumns().add(column(data.columns().get(i), i));
        }
        table.setItems(FXCollections.observableList(data.rows()));
        count.setText(Numbers.count(data.rows().size()) + " rows");
    }

    /** Puts all of it on the clipboard as tab-separated text. */
    void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(content.tsv());
        Clipboard.getSystemClipboard().setContent(text);
    }

    private static TableColumn<List<@Nullable Object>, String> column(String name, int index) {
        TableColumn<List<@Nullable Object>, String> column = new TableColumn<>(name);
        column.setPrefWidth(index == 0 ? TIME_WIDTH : VALUE_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(text(row.getValue().get(index))));
        if (index > 0) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static String text(@Nullable Object cell) {
        return cell == null
                ? ""
                : cell instanceof Double value ? Numbers.plain(value) : cell.toString();
    }
}
