/** The agents screen. */
@NullMarked
package org.fleetscope.ui.agents;

import org.jspecify.annotations.NullMarked;
