/** The JavaFX workbench. */
@NullMarked
package org.fleetscope.ui;

import org.jspecify.annotations.NullMarked;
