/** Aggregations, baselines and detectors over frames. */
@NullMarked
package org.fleetscope.analysis;

import org.jspecify.annotations.NullMarked;
