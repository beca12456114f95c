/**
 * The screen of one agent: its metrics over time, and what a brushed stretch says against the rest.
 */
@NullMarked
package org.fleetscope.ui.timeline;

import org.jspecify.annotations.NullMarked;
