/** What findings add up to: agreement of detectors, incidents, influencers, who went first. */
@NullMarked
package org.fleetscope.analysis.incident;

import org.jspecify.annotations.NullMarked;
