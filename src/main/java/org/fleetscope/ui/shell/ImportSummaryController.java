package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.RuleTexts;
import org.jspecify.annotations.Nullable;

/**
 * The notice that says what an import did. It goes away by itself unless rows were rejected or
 * their rules are being read.
 */
public final class ImportSummaryController {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Imports imports;
    private final Consumer<Long> showRejected;
    private final Consumer<List<Path>> map;
    private final PauseTransition hide = new PauseTransition(SHOWN);

    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Button close;
    @FXML private Label files;
    @FXML private Label differing;
    @FXML private HBox unmappedLine;
    @FXML private Label unmapped;
    @FXML private Hyperlink mapThem;
    @FXML private Label rejected;
    @FXML private Hyperlink open;
    @FXML private Hyperlink details;
    @FXML private ScrollPane scroll;
    @FXML private VBox rules;

    /**
     * @param showRejected shows the rows that an import, by its number, rejected
     * @param map has files mapped that an import left out
     */
    ImportSummaryController(
            Imports imports, Consumer<Long> showRejected, Consumer<List<Path>> map) {
        this.imports = imports;
        this.showRejected = showRejected;
        this.map = map;
    }

    @FXML
    private void initialize() {
        close.setOnAction(event -> imports.dismissSummary());
        hide.setOnFinished(event -> imports.dismissSummary());
        details.setOnAction(event -> showDetails(!scroll.isVisible()));
        imports.summary().addListener((property, before, now) -> show(now));
        show(imports.summary().get());
    }

    private void show(@Nullable ImportSummary summary) {
        hide.stop();
        card.setVisible(summary != null);
        if (summary == null) {
            return;
        }
        title.setText(
                "Imported "
                        + Numbers.count(summary.accepted())
                        + (summary.accepted() == 1 ? " row in " : " rows in ")
                        + Numbers.fixed(summary.seconds(), 1)
                        + " s");
        files.setText(filesText(summary));
        showDiffering(summary.differing());
        showUnmapped(summary);
        rejected.setText(Numbers.count(summary.rejected()) + " rejected, kept in quarantine");
        shown(rejected, summary.rejected() > 0);
        shown(open, summary.rejected() > 0);
        open.setVisited(false);
        open.setOnAction(event -> showRejected.accept(summary.importId()));
        rules.getChildren()
                .setAll(
                        summary.rules().entrySet().stream()
                                .sorted(
                                        Map.Entry.<String, Long>comparingByValue(
                                                        Comparator.reverseOrder())
                                                .thenComparing(Map.Entry.comparingByKey()))
                                .map(rule -> rule(rule.getKey(), rule.getValue()))
                                .toList());
        shown(details, !summary.rules().isEmpty());
        showDetails(false);
        if (summary.rejected() == 0 && summary.differing() == 0 && !unmappedLine.isVisible()) {
            hide.playFromStart();
        }
    }

    private void showDiffering(long rows) {
        differing.setText(
                Numbers.count(rows)
                        + " of the rows already there would have other values by this mapping. They keep"
                        + " the earlier ones; to have the new ones, import into a new workspace.");
        shown(differing, rows > 0);
    }

    private void showUnmapped(ImportSummary summary) {
        List<Path> files =
                summary.files().stream()
                        .filter(file -> file.format().equals(ImportSummary.FileSummary.UNMAPPED))
                        .map(file -> Path.of(file.path()))
                        .toList();
        unmapped.setText(
                files.size() == 1
                        ? files.getFirst().getFileName()
                                + " has rows of no known kind and was left out"
                        : files.size() + " files have rows of no known kind and were left out");
        mapThem.setOnAction(event -> {
            imports.dismissSummary();
            map.accept(files);
        });
        shown(unmappedLine, !files.isEmpty());
    }

    private void showDetails(boolean all) {
        hide.stop();
        shown(scroll, all);
        int broken = rules.getChildren().size();
        details.setText(
                all ? "Hide the rules" : broken == 1 ? "1 rule broken" : broken + " rules broken");
        details.setVisited(false);
    }

    private static VBox rule(String id, long count) {
        Label name = new Label(id);
        name.getStyleClass().add("strong");
        Label rows = new Label(Numbers.count(count));
        rows.getStyleClass().add("number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox box = new VBox(new HBox(name, gap, rows));
        String explanation = RuleTexts.explanation(id);
        if (!explanation.isEmpty()) {
            Label text = new Label("Good when " + explanation);
            text.getStyleClass().add("muted");
            text.setWrapText(true);
            box.getChildren().add(text);
        }
        return box;
    }

    private static String filesText(ImportSummary summary) {
        List<ImportSummary.FileSummary> read = summary.files();
        String from =
                read.size() == 1
                        ? read.getFirst().path() + ", " + read.getFirst().format()
                        : read.size() + " files";
        return summary.skippedExisting() == 0
                ? from
                : from + " · " + Numbers.count(summary.skippedExisting()) + " already there";
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
