package org.fleetscope.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.model.Scope;

/** The scope every screen obeys, with the scopes before and after it. */
public final class ScopeHistory {
    private static final int KEPT = 200;

    private final ReadOnlyObjectWrapper<Scope> current = new ReadOnlyObjectWrapper<>(Scope.ALL);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<Scope> past = new ArrayDeque<>();
    private final Deque<Scope> future = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Scope> current() {
        return current.getReadOnlyProperty();
    }

    public Scope get() {
        return current.get();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Moves to a scope; what was undone is forgotten. The same scope again is no move. */
    public void set(Scope scope) {
        if (scope.equals(current.get())) {
            return;
        }
        past.push(current.get());
        if (past.size() > KEPT) {
            past.removeLast();
        }
        future.clear();
        moveTo(scope);
    }

    public void change(UnaryOperator<Scope> change) {
        set(change.apply(current.get()));
    }

    /** Moves to a scope that is no step to go back to: one that moves along with the data. */
    void slide(Scope scope) {
        current.set(scope);
    }

    public void undo() {
        if (!past.isEmpty()) {
            future.push(current.get());
            moveTo(past.pop());
        }
    }

    public void redo() {
        if (!future.isEmpty()) {
            past.push(current.get());
            moveTo(future.pop());
        }
    }

    /** Starts over with everything in scope, for another workspace. */
    public void reset() {
        past.clear();
        future.clear();
        moveTo(Scope.ALL);
    }

    private void moveTo(Scope scope) {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
        current.set(scope);
    }
}
