package org.fleetscope.ui.preview;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreviews;
import org.jspecify.annotations.Nullable;

/** The unit conversion of a column, or the text of a constant. */
final class ConversionCell extends StackPane {
    private static final String NONE = "as it is";

    private final ComboBox<String> conversion = new ComboBox<>();
    private final TextField constant = new TextField();
    private final Consumer<FieldDraft> edit;
    private @Nullable FieldDraft shown;

    ConversionCell(Consumer<FieldDraft> edit) {
        this.edit = edit;
        conversion.setMaxWidth(Double.MAX_VALUE);
        conversion.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null || value.isEmpty() ? NONE : value;
                    }

                    @Override
                    public String fromString(String text) {
                        return text.equals(NONE) ? "" : text;
                    }
                });
        conversion.setOnAction(event -> convert());
        constant.setPromptText("value of every row");
        constant.setOnAction(event -> takeConstant());
        constant.focusedProperty()
                .addListener((property, before, now) -> {
                    if (!now) {
                        takeConstant();
                    }
                });
        getChildren().addAll(conversion, constant);
    }

    private void convert() {
        FieldDraft now = shown;
        String value = conversion.getValue();
        if (now != null && value != null && !value.equals(now.conversion())) {
            edit.accept(now.withConversion(value));
        }
    }

    private void takeConstant() {
        FieldDraft now = shown;
        if (now != null
                && now.kind() == FieldDraft.Kind.CONSTANT
                && !constant.getText().equals(now.constant())) {
            edit.accept(now.withConstant(constant.getText()));
        }
    }

    void show(FieldDraft field) {
        shown = null;
        List<String> all = ForeignPreviews.conversions(field.field());
        boolean converts = field.kind() == FieldDraft.Kind.COLUMN && !all.isEmpty();
        conversion.setVisible(converts);
        if (converts) {
            if (!conversion.getItems().equals(all)) {
                conversion.getItems().setAll(all);
            }
            conversion.setValue(field.conversion());
            conversion.setAccessibleText("Conversion of " + field.field());
        }
        constant.setVisible(field.kind() == FieldDraft.Kind.CONSTANT);
        constant.setText(field.constant());
        constant.setAccessibleText("Constant for " + field.field());
        shown = field;
    }
}
