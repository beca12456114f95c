package org.fleetscope.ui.preview;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fleetscope.workspace.BundleFile;
import org.jspecify.annotations.Nullable;

/** A file: whether it is imported, its name, and what it is. */
final class FileCell extends ListCell<FileEntry> {
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private final CheckBox included = new CheckBox();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Tooltip tip = new Tooltip();
    private final HBox row;

    FileCell(BundleModel bundle) {
        name.getStyleClass().add("strong");
        state.getStyleClass().add("muted");
        name.setMinWidth(0);
        state.setMinWidth(0);
        included.setFocusTraversable(false);
        included.setOnAction(event -> {
            FileEntry entry = getItem();
            if (entry != null) {
                bundle.include(entry.file(), included.isSelected());
            }
        });
        VBox texts = new VBox(name, state);
        texts.setMinWidth(0);
        texts.getStyleClass().add("file-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(included, texts);
        row.getStyleClass().add("file-entry");
        // As wide as the list, so that long names are cut rather than scrolled.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FileEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        included.setSelected(entry.included());
        included.setAccessibleText("Import " + entry.name());
        name.setText(entry.name());
        state.setText(entry.state());
        pseudoClassStateChanged(LEFT_OUT, !entry.included());
        tip.setText(text(entry.file()));
        setTooltip(tip);
        setGraphic(row);
        setAccessibleText(
                entry.name()
                        + ", "
                        + entry.state()
                        + (entry.included() ? ", will be imported" : ", left out"));
    }

    private static String text(BundleFile file) {
        return file.problem().isEmpty() ? file.path().toString() : file.problem();
    }
}
