/** Small helpers that several screens share. */
@NullMarked
package org.fleetscope.ui.support;

import org.jspecify.annotations.NullMarked;
