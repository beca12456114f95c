package org.fleetscope.ui.sql;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.Views;
import org.jspecify.annotations.Nullable;

/** Binds the editor, the list of tables, the history and the buttons. */
public final class SqlController {
    private static final Duration DRAFT_KEPT_AFTER = Duration.seconds(1);
    private static final int IN_MENU = 25;
    private static final int TITLE_LENGTH = 90;

    private final SqlViewModel model;
    private final PauseTransition draft = new PauseTransition(DRAFT_KEPT_AFTER);

    @FXML private StackPane root;
    @FXML private MenuButton history;
    @FXML private ComboBox<Integer> limit;
    @FXML private Button explain;
    @FXML private Button run;
    @FXML private Button stop;
    @FXML private TextField schemaFilter;
    @FXML private TreeView<SchemaTree.Entry> schema;
    @FXML private TextArea editor;
    @FXML private ListView<Suggestion> completion;
    @FXML private StackPane resultHost;

    public SqlController(SqlViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        editor.setText(model.text().get());
        editor.textProperty().bindBidirectional(model.text());
        editor.caretPositionProperty()
                .addListener((property, before, now) -> model.caret().set(now.intValue()));
        model.caret().addListener((property, before, now) -> moveCaret(now.intValue()));
        draft.setOnFinished(event -> model.keepDraft());
        editor.textProperty().addListener((property, before, now) -> draft.playFromStart());
        new CompletionList(editor, completion, model);
        new SchemaTree(schema, schemaFilter, model, this::insert);
        resultHost
                .getChildren()
                .add(
                        Views.load(
                                "/fxml/sql/ResultView.fxml",
                                new ResultController(model, this::go)));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        fillButtons();
        limit.getItems().setAll(SqlViewModel.LIMITS);
        limit.setConverter(new LimitText());
        limit.setValue(model.limit().get());
        limit.valueProperty().subscribe(rows -> model.limit().set(rows));
        history.setOnShowing(event -> fillHistory());
        fillHistory();
    }

    private void fillButtons() {
        run.setOnAction(event -> model.run());
        explain.setOnAction(event -> model.explain());
        stop.setOnAction(event -> model.stop());
        run.setTooltip(new Tooltip("Run the statement at the caret  Ctrl+Enter"));
        explain.setTooltip(
                new Tooltip("Run it and show how the database did it  Ctrl+Shift+Enter"));
        stop.setTooltip(new Tooltip("Stop the statement, in the database too  Ctrl+."));
        run.disableProperty().bind(Bindings.createBooleanBinding(this::isBlank, model.text()));
        explain.disableProperty().bind(run.disableProperty());
        shownWhile(stop, true);
        shownWhile(run, false);
    }

    private boolean isBlank() {
        return model.text().get().isBlank();
    }

    private void shownWhile(Node node, boolean running) {
        node.visibleProperty().bind(running ? model.running() : model.running().not());
        node.managedProperty().bind(node.visibleProperty());
    }

    /** The menu's keys are also those of another screen; here they mean the statement. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            if (event.isShiftDown()) {
                model.explain();
            } else {
                model.run();
            }
            event.consume();
        }
    }

    private void moveCaret(int to) {
        if (editor.getCaretPosition() != to && to <= editor.getLength()) {
            editor.positionCaret(to);
        }
    }

    private void insert(String name) {
        editor.replaceSelection(name);
        editor.requestFocus();
    }

    private void go(SqlOutcome.Place place) {
        editor.requestFocus();
        editor.selectRange(place.from(), place.to());
    }

    private void fillHistory() {
        history.getItems().clear();
        for (String statement : model.history().statements()) {
            if (history.getItems().size() == IN_MENU) {
                break;
            }
            MenuItem item = new MenuItem(title(statement));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                editor.setText(statement);
                editor.end();
                editor.requestFocus();
            });
            history.getItems().add(item);
        }
        if (history.getItems().isEmpty()) {
            MenuItem none = new MenuItem("No statement was run yet");
            none.setDisable(true);
            history.getItems().add(none);
            return;
        }
        MenuItem clear = new MenuItem("Forget all");
        clear.setOnAction(event -> model.history().clear());
        history.getItems().addAll(new SeparatorMenuItem(), clear);
    }

    private static String title(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() > TITLE_LENGTH ? line.substring(0, TITLE_LENGTH) + "…" : line;
    }

    private static final class LimitText extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer rows) {
            return rows == null ? "" : "First " + Numbers.count(rows) + " rows";
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("limits are chosen, not typed");
        }
    }
}
