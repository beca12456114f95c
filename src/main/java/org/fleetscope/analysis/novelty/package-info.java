/** Novelty of a series, row by row: how far it leaves the range seen so far. */
@NullMarked
package org.fleetscope.analysis.novelty;

import org.jspecify.annotations.NullMarked;
