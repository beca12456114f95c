/** The import preview: a foreign file, its mapping, and its first rows as they would arrive. */
@NullMarked
package org.fleetscope.ui.preview;

import org.jspecify.annotations.NullMarked;
