/** Validation rules over frames. */
@NullMarked
package org.fleetscope.quality;

import org.jspecify.annotations.NullMarked;
