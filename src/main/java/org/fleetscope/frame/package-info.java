/** KPI rows as Tablesaw tables with declared columns. */
@NullMarked
package org.fleetscope.frame;

import org.jspecify.annotations.NullMarked;
