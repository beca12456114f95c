/** Commands over the workspace. */
@NullMarked
package org.fleetscope.cli;

import org.jspecify.annotations.NullMarked;
