package org.fleetscope.ui.preview;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import org.fleetscope.workspace.FieldDraft;
import org.jspecify.annotations.Nullable;

/** The choice of a field's source. */
final class SourceCell extends StackPane {
    private final ComboBox<SourceChoice> choice = new ComboBox<>();
    private final PreviewViewModel model;
    private @Nullable FieldDraft shown;

    SourceCell(PreviewViewModel model) {
        this.model = model;
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setOnAction(event -> {
            FieldDraft now = shown;
            if (now != null && choice.getValue() != null) {
                model.mapping().choose(now, choice.getValue());
            }
        });
        getChildren().add(choice);
    }

    void show(FieldDraft field) {
        shown = null;
        List<SourceChoice> choices = model.mapping().choices(field);
        if (!choice.getItems().equals(choices)) {
            choice.getItems().setAll(choices);
        }
        choice.setValue(
                new SourceChoice(
                        field.kind(),
                        field.kind() == FieldDraft.Kind.COLUMN ? field.column() : ""));
        choice.setAccessibleText("Source of " + field.field());
        shown = field;
    }
}
