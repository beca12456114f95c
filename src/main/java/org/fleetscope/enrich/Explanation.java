package org.fleetscope.enrich;

/**
 * How one enriched value came about.
 *
 * @param value the value as text, empty when missing
 * @param formula the feature's definition
 * @param why inputs of this run with units, the peer group and its size, and what was computed from
 *     it
 */
public record Explanation(String feature, String value, String formula, String why) {}
