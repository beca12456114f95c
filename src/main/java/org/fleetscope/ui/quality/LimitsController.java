package org.fleetscope.ui.quality;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.ui.support.Numbers;
import org.jspecify.annotations.Nullable;

/** Binds the settings of the rules: a field a limit, a choice a rule. */
final class LimitsController {
    private final LimitsModel model;

    @FXML private GridPane limits;
    @FXML private GridPane levels;
    @FXML private Button reset;
    @FXML private Label message;

    LimitsController(LimitsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        reset.setOnAction(event -> model.reset());
        message.textProperty().bind(model.message());
        int row = 0;
        for (RuleLimit limit : RuleLimit.values()) {
            addLimit(limit, row++);
        }
        row = 0;
        for (Rule rule : Rule.values()) {
            addLevel(rule, row++);
        }
    }

    private void addLimit(RuleLimit limit, int row) {
        TextField field = new TextField();
        field.setId("limit-" + limit.id());
        field.getStyleClass().add("limit-field");
        field.setAccessibleText(limit.id());
        model.settings()
                .subscribe((RuleSettings now) -> field.setText(Numbers.plain(now.limit(limit))));
        field.setOnAction(event -> model.limit(limit, field.getText()));
        field.focusedProperty()
                .addListener((property, before, now) -> {
                    if (before) {
                        model.limit(limit, field.getText());
                    }
                });
        Label unit = new Label(limit.unit());
        unit.getStyleClass().add("muted");
        limits.addRow(row, name(limit.id(), limit.meaning()), field, unit);
    }

    private void addLevel(Rule rule, int row) {
        ComboBox<RuleLevel> choice = new ComboBox<>();
        choice.setId("level-" + rule.id());
        choice.setAccessibleText("Severity of " + rule.id());
        choice.setConverter(new Words());
        choice.getItems().setAll(rule.levels());
        choice.setDisable(rule.levels().size() == 1);
        model.settings().subscribe((RuleSettings now) -> choice.setValue(now.level(rule)));
        choice.setOnAction(event -> {
            if (choice.getValue() != null) {
                model.level(rule, choice.getValue());
            }
        });
        levels.addRow(row, name(rule.id(), rule.explanation()), choice);
    }

    private static Label name(String id, String meaning) {
        Label label = new Label(id + "\n" + meaning);
        label.setWrapText(true);
        label.getStyleClass().add("setting-name");
        return label;
    }

    private static final class Words extends StringConverter<RuleLevel> {
        @Override
        public String toString(@Nullable RuleLevel level) {
            return switch (level) {
                case ERROR -> "Error: reject";
                case WARNING -> "Warning: keep";
                case OFF -> "Off";
                case null -> "";
            };
        }

        @Override
        public RuleLevel fromString(String shown) {
            throw new UnsupportedOperationException("the choice is not editable");
        }
    }
}
