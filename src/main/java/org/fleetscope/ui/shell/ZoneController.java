package org.fleetscope.ui.shell;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** Chooses the zone times are shown in: UTC, that of the system, or any other. */
public final class ZoneController {
    private final TimeText times;
    private final Runnable close;

    @FXML private TextField search;
    @FXML private ListView<ZoneId> zones;

    ZoneController(TimeText times, Runnable close) {
        this.times = times;
        this.close = close;
    }

    @FXML
    private void initialize() {
        zones.setPlaceholder(new Label("No zone has this in its name"));
        zones.setCellFactory(list -> new ZoneCell());
        zones.setOnMouseClicked(event -> choose(zones.getSelectionModel().getSelectedItem()));
        zones.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(zones.getSelectionModel().getSelectedItem());
            }
        });
        search.setOnAction(
                event -> choose(zones.getItems().isEmpty() ? null : zones.getItems().getFirst()));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                zones.requestFocus();
                zones.getSelectionModel().selectFirst();
            }
        });
        search.textProperty().subscribe(text -> zones.getItems().setAll(matching(text)));
    }

    /** Zones whose name holds a text, in any case; UTC and the system's zone stand first. */
    static List<ZoneId> matching(String text) {
        String wanted = text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(ZoneOffset.UTC, ZoneId.systemDefault()),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                                .sorted()
                                .map(ZoneId::of))
                .filter(zone -> TimeText.nameOf(zone).toLowerCase(Locale.ROOT).contains(wanted))
                .distinct()
                .toList();
    }

    private void choose(@Nullable ZoneId zone) {
        if (zone != null) {
            times.zoneProperty().set(zone);
            close.run();
        }
    }

    private static final class ZoneCell extends ListCell<ZoneId> {
        @Override
        protected void updateItem(@Nullable ZoneId zone, boolean empty) {
            super.updateItem(zone, empty);
            if (empty || zone == null) {
                setText(null);
                return;
            }
            String name = TimeText.nameOf(zone);
            setText(zone.equals(ZoneId.systemDefault()) ? name + "  (this computer)" : name);
        }
    }
}
