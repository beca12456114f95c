/** One report model and its writers. */
@NullMarked
package org.fleetscope.report;

import org.jspecify.annotations.NullMarked;
