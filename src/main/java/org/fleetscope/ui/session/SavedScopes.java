package org.fleetscope.ui.session;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.Scope;

/** Scopes a person has named, kept from one start to the next, newest first. */
public final class SavedScopes {
    private static final String KEY = "scopes";
    private static final String NAME = "name";
    private static final String SCOPE = "scope";

    private final ObservableList<Named> list = FXCollections.observableArrayList();
    private final ObservableList<Named> shown = FXCollections.unmodifiableObservableList(list);
    private final UiSettings settings;

    /** A scope and its name. */
    public record Named(String name, Scope scope) {}

    public SavedScopes(UiSettings settings) {
        this.settings = settings;
        settings.kept(KEY)
                .lines()
                .map(SavedScopes::read)
                .flatMap(Optional::stream)
                .forEach(list::add);
    }

    public ObservableList<Named> list() {
        return shown;
    }

    /** Keeps a scope under a name, in the place of one of that name. */
    public void save(String name, Scope scope) {
        list.removeIf(named -> named.name().equals(name));
        list.addFirst(new Named(name, scope));
        keep();
    }

    public void remove(Named named) {
        list.remove(named);
        keep();
    }

    private void keep() {
        settings.keep(KEY, String.join("\n", list.stream().map(SavedScopes::text).toList()));
    }

    private static String text(Named named) {
        return Fields.NONE.with(NAME, named.name()).with(SCOPE, ScopeText.of(named.scope())).text();
    }

    private static Optional<Named> read(String line) {
        Fields fields = Fields.of(line);
        return ScopeText.read(fields.value(SCOPE))
                .map(scope -> new Named(fields.value(NAME), scope));
    }
}
