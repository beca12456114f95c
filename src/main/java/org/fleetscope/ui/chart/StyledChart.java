package org.fleetscope.ui.chart;

/** A component that takes its colours from the chart properties of the style sheets. */
interface StyledChart {
    ChartStyle chartStyle();
}
