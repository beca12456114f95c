package org.fleetscope.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Parent;
import org.fleetscope.ui.session.Placed;

/**
 * A screen of the navigation rail.
 *
 * @param active told true when it comes into view and false when it leaves
 * @param placed what of it comes back with back and forward and at the next start
 */
record Screen(ScreenId id, Parent root, Consumer<Boolean> active, Placed placed) {}
