package org.fleetscope.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.session.ScopeHistory;

/** Fills a menu button with the scopes a person has saved. */
final class SavedScopesMenu {
    private final MenuButton button;
    private final SavedScopes saved;
    private final ScopeHistory scopes;
    private final Action save;

    private SavedScopesMenu(
            MenuButton button, SavedScopes saved, ScopeHistory scopes, Action save) {
        this.button = button;
        this.saved = saved;
        this.scopes = scopes;
        this.save = save;
    }

    /** Keeps a button's menu up to date; {@code save} keeps the scope of now. */
    static void fill(MenuButton button, SavedScopes saved, ScopeHistory scopes, Action save) {
        SavedScopesMenu menu = new SavedScopesMenu(button, saved, scopes, save);
        saved.list().addListener((InvalidationListener) list -> menu.fill());
        menu.fill();
    }

    private void fill() {
        MenuItem saveItem = new MenuItem(save.title());
        saveItem.disableProperty().bind(javafx.beans.binding.Bindings.not(save.enabled()));
        saveItem.setOnAction(event -> save.perform());
        button.getItems().setAll(saveItem);
        if (saved.list().isEmpty()) {
            return;
        }
        button.getItems().add(new SeparatorMenuItem());
        for (SavedScopes.Named named : saved.list()) {
            button.getItems().add(item(named.name(), () -> scopes.set(named.scope())));
        }
        Menu remove = new Menu("Forget");
        for (SavedScopes.Named named : saved.list()) {
            remove.getItems().add(item(named.name(), () -> saved.remove(named)));
        }
        button.getItems().addAll(new SeparatorMenuItem(), remove);
    }

    /** A name is shown as it is: an underscore in it is no mnemonic. */
    private static MenuItem item(String name, Runnable run) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }
}
