/** What differs between two sets of runs. */
@NullMarked
package org.fleetscope.analysis.compare;

import org.jspecify.annotations.NullMarked;
