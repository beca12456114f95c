package org.fleetscope.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Parent;

/**
 * A screen of the navigation rail.
 *
 * @param active told true when it comes into view and false when it leaves
 */
record Screen(ScreenId id, Parent root, Consumer<Boolean> active) {}
