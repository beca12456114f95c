/** Chart-ready immutable arrays; knows no toolkit. */
@NullMarked
package org.fleetscope.series;

import org.jspecify.annotations.NullMarked;
