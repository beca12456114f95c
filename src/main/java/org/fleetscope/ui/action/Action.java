package org.fleetscope.ui.action;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person can do.
 *
 * @param id stable name, "file.open" for instance
 * @param title what menus and the palette call it
 * @param menu menu it stands in: File, View or Help
 * @param shortcut null when there is none
 * @param enabled whether it can be done now
 */
public record Action(
        String id,
        String title,
        String menu,
        @Nullable KeyCombination shortcut,
        ObservableBooleanValue enabled,
        Runnable run) {

    /** Does it, unless it is disabled. */
    public void perform() {
        if (enabled.get()) {
            run.run();
        }
    }

    /** The shortcut as people read it; empty without one. */
    public String shortcutText() {
        return shortcut == null ? "" : shortcut.getDisplayText();
    }
}
