/** The seeded generator of synthetic fleets with known faults. */
@NullMarked
package org.fleetscope.sample;

import org.jspecify.annotations.NullMarked;
