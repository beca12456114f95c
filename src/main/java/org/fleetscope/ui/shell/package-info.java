/** The window around the screens: menus, navigation, scope bar, status bar, palette, imports. */
@NullMarked
package org.fleetscope.ui.shell;

import org.jspecify.annotations.NullMarked;
