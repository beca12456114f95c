package org.fleetscope.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
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

    /**
     * Has keys that several actions share do the one that can be done now. The menus alone would
     * keep them for the last.
     */
    static void shareKeys(Node root, ActionRegistry actions) {
        Map<KeyCombination, List<Action>> byKeys = new LinkedHashMap<>();
        for (Action action : actions.all()) {
            KeyCombination keys = action.shortcut();
            if (keys != null) {
                byKeys.computeIfAbsent(keys, first -> new ArrayList<>()).add(action);
            }
        }
        byKeys.values().removeIf(sharing -> sharing.size() == 1);
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event ->
                        byKeys.entrySet().stream()
                                .filter(entry -> entry.getKey().match(event))
                                .flatMap(entry -> entry.getValue().stream())
                                .filter(action -> action.enabled().get())
                                .findFirst()
                                .ifPresent(action -> {
                                    action.perform();
                                    event.consume();
                                }));
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.title());
        item.setAccelerator(action.shortcut());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        return item;
    }
}
