/** The screen of rejected rows and the quality of what was imported. */
@NullMarked
package org.fleetscope.ui.quality;

import org.jspecify.annotations.NullMarked;
