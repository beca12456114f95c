package org.fleetscope.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.ImportSummary;
import org.jspecify.annotations.Nullable;

/**
 * The card that says what an import did: rows read, kept, quarantined, and which rules were broken.
 */
public final class ImportSummaryController {
    private static final int RULES_SHOWN = 6;

    private final Imports imports;

    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Button close;
    @FXML private Label files;
    @FXML private GridPane counts;
    @FXML private Label rulesTitle;
    @FXML private GridPane rules;

    ImportSummaryController(Imports imports) {
        this.imports = imports;
    }

    @FXML
    private void initialize() {
        close.setOnAction(event -> imports.dismissSummary());
        imports.summary().addListener((property, before, now) -> show(now));
        show(imports.summary().get());
    }

    private void show(@Nullable ImportSummary summary) {
        card.setVisible(summary != null);
        if (summary == null) {
            return;
        }
        title.setText("Imported in " + Numbers.fixed(summary.seconds(), 1) + " s");
        files.setText(filesText(summary.files()));
        counts.getChildren().clear();
        fact(counts, "Rows read", summary.rowsRead(), "");
        fact(counts, "Accepted", summary.accepted(), "");
        fact(
                counts,
                "Rejected, kept in quarantine",
                summary.rejected(),
                summary.rejected() > 0 ? "attention" : "");
        fact(counts, "Already there, skipped", summary.skippedExisting(), "");
        showRules(summary.rules());
    }

    private void showRules(Map<String, Long> broken) {
        rules.getChildren().clear();
        rulesTitle.setVisible(!broken.isEmpty());
        rulesTitle.setManaged(!broken.isEmpty());
        broken.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(RULES_SHOWN)
                .forEach(rule -> fact(rules, rule.getKey(), rule.getValue(), ""));
        if (broken.size() > RULES_SHOWN) {
            rules.addRow(
                    rules.getRowCount(),
                    new Label("and " + (broken.size() - RULES_SHOWN) + " more rules"));
        }
    }

    private static String filesText(List<ImportSummary.FileSummary> files) {
        if (files.size() == 1) {
            return files.getFirst().path() + " · " + files.getFirst().format();
        }
        return files.size() + " files";
    }

    private static void fact(GridPane grid, String name, long count, String style) {
        Label label = new Label(name);
        Label value = new Label(Numbers.count(count));
        value.getStyleClass().add("number");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
            value.getStyleClass().add(style);
        }
        GridPane.setHgrow(label, Priority.ALWAYS);
        GridPane.setHalignment(value, HPos.RIGHT);
        label.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(grid.getRowCount(), label, value);
    }
}
