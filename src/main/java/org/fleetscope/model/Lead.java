package org.fleetscope.model;

import java.util.UUID;

/**
 * Which of two agents that share a host or a type went first in a metric.
 *
 * @param first that went first; of an undetermined pair one of the two
 * @param second the other
 * @param shared what they share, "host node-17" or "type vision"
 * @param metric id of the metric
 * @param order what can be said
 * @param lag how far the second follows the first, µs, ≥ 0
 * @param bin length of the bins compared, µs: the lag is no finer
 * @param correlation of their changes at that lag, −1..1; NaN when they share too few bins
 * @param bins pairs of bins behind it
 * @param p chance of so strong a correlation at any lag of any pair looked at, were all
 *     independent; 1 when they share too few bins
 */
public record Lead(
        UUID first,
        UUID second,
        String shared,
        String metric,
        Order order,
        long lag,
        long bin,
        double correlation,
        int bins,
        double p) {
    /** What a pair's order is. */
    public enum Order {
        /** The first went first. */
        FIRST,
        /** Both within one bin. */
        TOGETHER,
        /** Their correlation, or its lag, could be chance. */
        UNDETERMINED
    }
}
