package org.fleetscope.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An executing agent.
 *
 * @param stats counters as JSON text
 * @param wasmBinarySize bytes of its binary, −1 when it has none; the binary itself is not kept
 */
public record Agent(
        UUID id,
        String agentType,
        @Nullable String state,
        List<String> capabilities,
        @Nullable String stats,
        long wasmBinarySize) {}
