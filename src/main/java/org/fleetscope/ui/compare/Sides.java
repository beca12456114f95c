package org.fleetscope.ui.compare;

import org.fleetscope.model.Scope;

/**
 * The two sets of runs compared.
 *
 * @param a what was before
 * @param b what is now
 */
record Sides(Scope a, Scope b) {}
