/** The overview screen. */
@NullMarked
package org.fleetscope.ui.overview;

import org.jspecify.annotations.NullMarked;
