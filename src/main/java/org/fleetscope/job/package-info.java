/** Jobs with progress and cancellation, and the runners that execute them. */
@NullMarked
package org.fleetscope.job;

import org.jspecify.annotations.NullMarked;
