/** The anomalies screen with the detail of a run. */
@NullMarked
package org.fleetscope.ui.anomalies;

import org.jspecify.annotations.NullMarked;
