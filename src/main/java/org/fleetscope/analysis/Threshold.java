package org.fleetscope.analysis;

import org.fleetscope.model.Unit;

/**
 * A number a detector can be tuned with.
 *
 * @param id key in {@link DetectorInput#thresholds()}
 * @param label short name for people
 * @param defaultValue used when the input does not name it
 */
public record Threshold(String id, String label, Unit unit, double defaultValue) {}
