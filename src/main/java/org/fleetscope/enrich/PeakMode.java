package org.fleetscope.enrich;

/** How is_peak_hour knows the busy hours. */
public enum PeakMode {
    /** Monday to Friday, 9 to 18 o'clock. */
    FIXED,
    /** Hours of the day whose mean runs per hour reach the 75th percentile of the 24. */
    AUTO
}
