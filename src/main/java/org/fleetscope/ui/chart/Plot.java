package org.fleetscope.ui.chart;

/** Where and how a layer is painted: the surface, both scales, the colours, and the plot's box. */
record Plot(
        Surface surface,
        Box box,
        TimeScale time,
        ValueScale value,
        ValueFormat format,
        ChartPalette palette) {}
