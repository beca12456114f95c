/**
 * Whole-process benchmarks beside DuckDB; run with the Maven profile bench, never in the default
 * build.
 */
@NullMarked
package org.fleetscope.bench;

import org.jspecify.annotations.NullMarked;
