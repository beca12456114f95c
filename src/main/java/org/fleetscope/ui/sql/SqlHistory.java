package org.fleetscope.ui.sql;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.UiSettings;

/** Statements run before, newest first, each once; kept from one start to the next. */
final class SqlHistory {
    private static final String KEY = "sql.history";
    private static final String DRAFT = "sql.draft";
    private static final String STATEMENT = "s";
    private static final int KEPT = 100;

    private final UiSettings settings;
    private final ObservableList<String> statements = FXCollections.observableArrayList();
    private final ObservableList<String> shown =
            FXCollections.unmodifiableObservableList(statements);

    SqlHistory(UiSettings settings) {
        this.settings = settings;
        statements.setAll(Fields.of(settings.kept(KEY)).values(STATEMENT));
    }

    ObservableList<String> statements() {
        return shown;
    }

    void add(String statement) {
        statements.remove(statement);
        statements.addFirst(statement);
        if (statements.size() > KEPT) {
            statements.remove(KEPT, statements.size());
        }
        keep();
    }

    void clear() {
        statements.clear();
        keep();
    }

    private void keep() {
        settings.keep(KEY, Fields.NONE.with(STATEMENT, List.copyOf(statements)).text());
    }

    /** What stood in the editor the last time. */
    String draft() {
        return Fields.of(settings.kept(DRAFT)).value(STATEMENT);
    }

    void keepDraft(String text) {
        settings.keep(DRAFT, text.isBlank() ? "" : Fields.NONE.with(STATEMENT, text).text());
    }
}
