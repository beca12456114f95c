package org.fleetscope.ui.preview;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.fleetscope.workspace.BundleFile;
import org.jspecify.annotations.Nullable;

/** Binds the list of the files that were opened together; there is none for a single file. */
final class FilesController {
    private final PreviewViewModel model;

    @FXML private VBox root;
    @FXML private Label count;
    @FXML private ListView<FileEntry> list;

    FilesController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        BundleModel bundle = model.bundle();
        list.setItems(bundle.entries());
        list.setCellFactory(view -> new FileCell(bundle));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> show(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::include);
        bundle.entries().addListener((ListChangeListener<FileEntry>) change -> showCount());
        bundle.shown().addListener((property, before, now) -> select(now));
        showCount();
    }

    private void show(@Nullable FileEntry entry) {
        if (entry != null) {
            model.show(entry.file());
        }
    }

    /** The space bar has the file imported or left out. */
    private void include(KeyEvent event) {
        FileEntry entry = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && entry != null) {
            model.bundle().include(entry.file(), !entry.included());
            event.consume();
        }
    }

    private void select(@Nullable BundleFile file) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).file() == file) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 2));
            }
        }
    }

    private void showCount() {
        int files = list.getItems().size();
        count.setText(model.bundle().includedFiles() + " of " + files + " will be imported");
        root.setVisible(files > 1);
        root.setManaged(files > 1);
    }
}
