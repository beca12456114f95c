/**
 * Time-synchronised chart tracks on canvases, and sparklines; every colour and font comes from
 * style sheets.
 */
@NullMarked
package org.fleetscope.ui.chart;

import org.jspecify.annotations.NullMarked;
