/** Compare: what differs between two sets of runs, worst first. */
@NullMarked
package org.fleetscope.ui.compare;

import org.jspecify.annotations.NullMarked;
