package org.fleetscope.sample;

import java.util.UUID;

/**
 * An agent of a synthetic fleet with its own character beside its type's.
 *
 * @param rate relative number of runs it gets
 * @param slowness factor of its latency
 * @param accuracyShift added to its accuracy
 * @param memoryFactor factor of its memory
 */
record SampleAgent(
        UUID id,
        AgentType type,
        SampleHost host,
        double rate,
        double slowness,
        double accuracyShift,
        double memoryFactor) {}
