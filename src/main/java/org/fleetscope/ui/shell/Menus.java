package org.fleetscope.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;

/** Makes the menu bar and the shortcuts of the actions. */
final class Menus {
    private Menus() {}

    static void fill(MenuBar bar, ActionRegistry actions) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (Action action : actions.all()) {
            Menu menu = menus.computeIfAbsent(action.menu(), title -> new Menu(title));
            menu.getItems().add(item(action));
        }
        bar.getMenus().setAll(menus.values());
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.title());
        item.setAccelerator(action.shortcut());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        return item;
    }
}
