package org.fleetscope.ui.anomalies;

/** Columns of the list of findings. */
enum FindingColumn {
    SEVERITY,
    TIME,
    AGENT,
    METRIC,
    ACTUAL,
    TYPICAL,
    DETECTOR,
    HOST
}
