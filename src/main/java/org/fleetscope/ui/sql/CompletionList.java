package org.fleetscope.ui.sql;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Suggestions under the caret of an editor. The focus stays in the editor: arrows choose, Enter and
 * Tab take, Escape closes.
 */
final class CompletionList {
    private static final int ROWS = 9;
    private static final double ROW_HEIGHT = 26;
    private static final double WIDTH = 440;

    private final TextArea editor;
    private final ListView<Suggestion> list;
    private final SqlViewModel model;
    private @Nullable Completion completion;
    private boolean taking;

    CompletionList(TextArea editor, ListView<Suggestion> list, SqlViewModel model) {
        this.editor = editor;
        this.list = list;
        this.model = model;
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new SuggestionCell());
        list.setOnMouseClicked(event -> take());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        editor.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        editor.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        hide();
                    }
                });
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        char c = typed.charAt(0);
        if (SqlText.isWord(c) || c == '.' || c == '\b' && list.isVisible()) {
            show(false);
        } else {
            hide();
        }
    }

    /**
     * @param asked true when the person asked for it: also without a word begun
     */
    private void show(boolean asked) {
        Completion found = model.complete();
        boolean begun = !found.word().isEmpty() || beforeCaret('.', found.from());
        if (found.suggestions().isEmpty() || !asked && (!begun || found.isSettled())) {
            hide();
            return;
        }
        completion = found;
        list.getItems().setAll(found.suggestions());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        place(found);
        list.setVisible(true);
    }

    private boolean beforeCaret(char wanted, int at) {
        return at > 0 && editor.getText().charAt(at - 1) == wanted;
    }

    /** Under the word, or above it where the window ends. */
    private void place(Completion found) {
        if (!(editor.getSkin() instanceof TextAreaSkin skin)) {
            return;
        }
        Rectangle2D word = skin.getCharacterBounds(found.from());
        Node host = list.getParent();
        Point2D below = host.sceneToLocal(editor.localToScene(word.getMinX(), word.getMaxY()));
        Point2D above = host.sceneToLocal(editor.localToScene(word.getMinX(), word.getMinY()));
        Bounds room = host.getLayoutBounds();
        double height = Math.min(ROWS, list.getItems().size()) * ROW_HEIGHT + 2;
        double y =
                below.getY() + height > room.getHeight() ? above.getY() - height : below.getY() + 2;
        double x = Math.max(0, Math.min(below.getX(), room.getWidth() - WIDTH));
        list.resizeRelocate(x, y, WIDTH, height);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            show(true);
            event.consume();
        } else if (list.isVisible() && !event.isShortcutDown() && chosen(event.getCode())) {
            event.consume();
        }
    }

    private boolean chosen(KeyCode key) {
        switch (key) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS);
            case PAGE_UP -> move(-ROWS);
            case ENTER, TAB -> take();
            case ESCAPE -> hide();
            case LEFT, RIGHT, HOME, END -> {
                hide();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS + 1));
    }

    private void take() {
        Completion from = completion;
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (from != null && chosen != null && !taking) {
            taking = true;
            editor.replaceText(from.from(), editor.getCaretPosition(), chosen.text());
            taking = false;
        }
    }

    void hide() {
        list.setVisible(false);
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {
        private final FontIcon icon = new FontIcon();
        private final Label text = new Label();
        private final Label detail = new Label();
        private final HBox row;

        SuggestionCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            text.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("muted");
            row = new HBox(icon, text, gap, detail);
            row.getStyleClass().add("suggestion");
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(item.kind().icon());
            text.setText(item.text());
            detail.setText(item.detail());
            setGraphic(row);
        }
    }
}
