/** Everything a person can do, in one list that menus, shortcuts and the palette read. */
@NullMarked
package org.fleetscope.ui.action;

import org.jspecify.annotations.NullMarked;
