package org.fleetscope.ui.quality;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.fleetscope.ui.action.ActionRegistry;

/** What can be done with rejected rows, for menus, keys and the palette. */
public final class QualityActions {
    private static final String MENU = "Quality";

    private QualityActions() {}

    /**
     * Adds the actions.
     *
     * @param shown whether the screen is in view
     * @param show brings the screen into view
     * @param readmitSelected re-admits the rows selected in its table
     */
    public static void add(
            ActionRegistry registry,
            QualityViewModel model,
            ObservableBooleanValue hasWorkspace,
            ObservableBooleanValue shown,
            Runnable show,
            Runnable readmitSelected) {
        RepairModel repair = model.repair();
        registry.add(
                MENU,
                "quality.rejected",
                "Show rejected rows",
                "Shortcut+Shift+Q",
                hasWorkspace,
                () -> {
                    show.run();
                    model.show(null);
                });
        registry.add(
                MENU,
                "quality.readmit",
                "Re-admit the row in hand",
                "Shortcut+Enter",
                Bindings.and(shown, repair.canReadmit()),
                repair::readmit);
        registry.add(
                MENU,
                "quality.readmit.selected",
                "Re-admit the selected rows",
                "Shortcut+Shift+Enter",
                Bindings.and(shown, Bindings.not(repair.busy())),
                readmitSelected);
        registry.add(
                MENU,
                "quality.undo",
                "Undo the last repair",
                "Shortcut+Alt+Z",
                repair.canUndo(),
                repair::undo);
        registry.add(
                MENU,
                "quality.redo",
                "Redo the repair",
                "Shortcut+Alt+Y",
                repair.canRedo(),
                repair::redo);
        registry.add(
                MENU,
                "quality.export",
                "Export rejected rows as CSV…",
                null,
                hasWorkspace,
                () -> repair.exports().toFile(model.filter(), RejectExports.Format.CSV));
        registry.add(
                MENU,
                "quality.export.rows",
                "Export rejected rows as in their files…",
                null,
                hasWorkspace,
                () -> repair.exports().toFolder(model.filter()));
    }
}
