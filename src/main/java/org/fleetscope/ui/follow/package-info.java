/** Following growing files: what is followed, and how the screens keep up. */
@NullMarked
package org.fleetscope.ui.follow;

import org.jspecify.annotations.NullMarked;
