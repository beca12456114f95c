package org.fleetscope.ui.sql;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.fleetscope.ui.action.ActionRegistry;

/** What can be done with a statement, for menus, keys and the palette. */
public final class SqlActions {
    private static final String MENU = "SQL";

    private SqlActions() {}

    /** Adds the actions; they can be done while the screen is in view. */
    public static void add(ActionRegistry registry, SqlViewModel model) {
        ObservableBooleanValue ready =
                Bindings.createBooleanBinding(
                        () -> model.shown().get() && !model.text().get().isBlank(),
                        model.shown(),
                        model.text());
        registry.add(MENU, "sql.run", "Run the statement", "Shortcut+Enter", ready, model::run);
        registry.add(
                MENU,
                "sql.explain",
                "Run it and show its plan (EXPLAIN ANALYZE)",
                "Shortcut+Shift+Enter",
                ready,
                model::explain);
        registry.add(
                MENU,
                "sql.stop",
                "Stop the statement",
                "Shortcut+Period",
                model.running(),
                model::stop);
        registry.add(
                MENU,
                "sql.older",
                "Statement run before",
                "Alt+Up",
                model.shown(),
                () -> model.browse(true));
        registry.add(
                MENU,
                "sql.newer",
                "Statement run after",
                "Alt+Down",
                model.shown(),
                () -> model.browse(false));
    }
}
