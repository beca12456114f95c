/** Controls the screens share, styled by their classes. */
@NullMarked
package org.fleetscope.ui.control;

import org.jspecify.annotations.NullMarked;
