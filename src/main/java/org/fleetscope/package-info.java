/** Composition root: the entry point that decides between window and command line. */
@NullMarked
package org.fleetscope;

import org.jspecify.annotations.NullMarked;
