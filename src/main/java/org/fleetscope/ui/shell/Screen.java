package org.fleetscope.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Parent;

/**
 * A screen of the navigation rail.
 *
 * @param id stable name, "overview" for instance
 * @param icon name of its icon
 * @param active told true when it comes into view and false when it leaves
 */
public record Screen(String id, String title, String icon, Parent root, Consumer<Boolean> active) {}
