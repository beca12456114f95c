package org.fleetscope.enrich;

/**
 * What the parts of an agent's fitness were computed from.
 *
 * @param known runs with a known outcome
 * @param successes among them
 * @param accurate runs with an accuracy
 * @param meanAccuracy of these, NaN without any
 * @param peerAccuracy mean of the peers
 * @param median of latency, ms
 * @param deviation median absolute deviation of latency, ms
 * @param deadlines runs with a known deadline
 * @param met among them
 */
record FitnessInputs(
        int known,
        int successes,
        int accurate,
        double meanAccuracy,
        double peerAccuracy,
        double median,
        double deviation,
        int deadlines,
        int met) {}
