package org.fleetscope.model;

/**
 * A value of a dimension without whose runs an incident would be less severe.
 *
 * @param dimension host, agent, type, priority or layer
 * @param value the value; an agent's id in lower case
 * @param severity that of the incident
 * @param without severity that is left without the value's runs, below {@code severity}; 0 when
 *     nothing is left
 * @param share of the runs in scope that have the value, between 0 and 1: the smaller, the more it
 *     says
 */
public record Influencer(
        String dimension, String value, double severity, double without, double share) {
    public Influencer {
        if (!(without < severity)) {
            throw new IllegalArgumentException(
                    dimension + " " + value + " does not lower " + severity + ": " + without);
        }
    }
}
