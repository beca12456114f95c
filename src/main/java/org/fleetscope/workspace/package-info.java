/** The use cases: open, import, analyse, export. Owns the workspace folder. */
@NullMarked
package org.fleetscope.workspace;

import org.jspecify.annotations.NullMarked;
