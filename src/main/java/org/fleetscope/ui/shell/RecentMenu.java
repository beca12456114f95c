package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.fleetscope.ui.session.UiSettings;

/** The files and folders opened last, to be opened again or forgotten. */
final class RecentMenu {
    private static final String FILE = "File";

    private final UiSettings settings;
    private final Imports imports;

    RecentMenu(UiSettings settings, Imports imports) {
        this.settings = settings;
        this.imports = imports;
    }

    /** Adds it to the File menu, before what ends the program. */
    void addTo(MenuBar bar) {
        for (Menu menu : bar.getMenus()) {
            if (menu.getText().equals(FILE)) {
                Menu recent = new Menu("Open recent");
                recent.setId("menu-recent");
                menu.getItems().add(1, recent);
                menu.setOnShowing(event -> fill(recent));
                fill(recent);
            }
        }
    }

    private void fill(Menu recent) {
        recent.getItems().clear();
        for (Path path : settings.recent()) {
            MenuItem item = new MenuItem(path.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> imports.open(List.of(path)));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
        MenuItem clear = new MenuItem("Clear this list");
        clear.setOnAction(event -> {
            settings.clearRecent();
            fill(recent);
        });
        recent.getItems().addAll(new SeparatorMenuItem(), clear);
    }
}
