package org.fleetscope.sample;

import java.util.List;

/**
 * What agents of one type are like.
 *
 * @param name as in {@code target_agent_type}
 * @param share share of the fleet's agents
 * @param latencyMs typical latency without load, ms
 * @param spread sd of the log latency
 * @param accuracy typical accuracy
 * @param cpu typical CPU fraction
 * @param memoryMb typical memory, MB
 * @param networkBytes typical network traffic, bytes
 * @param tokens typical size of the input in tokens
 * @param gpu typical GPU fraction; 0 for types that use none
 * @param capabilities what its agents declare
 */
record AgentType(
        String name,
        double share,
        double latencyMs,
        double spread,
        double accuracy,
        double cpu,
        double memoryMb,
        double networkBytes,
        double tokens,
        double gpu,
        List<String> capabilities) {
    static final List<AgentType> ALL =
            List.of(
                    new AgentType(
                            "retrieval-search",
                            0.20,
                            140,
                            0.28,
                            0.935,
                            0.24,
                            420,
                            310_000,
                            320,
                            0,
                            List.of("search", "rerank")),
                    new AgentType(
                            "language-summary",
                            0.18,
                            1_450,
                            0.32,
                            0.905,
                            0.41,
                            1_150,
                            46_000,
                            1_900,
                            0.45,
                            List.of("summarize", "extract")),
                    new AgentType(
                            "data-cleaning",
                            0.14,
                            520,
                            0.36,
                            0.972,
                            0.55,
                            760,
                            880_000,
                            150,
                            0,
                            List.of("parse", "validate")),
                    new AgentType(
                            "code-review",
                            0.12,
                            3_900,
                            0.38,
                            0.862,
                            0.47,
                            1_800,
                            92_000,
                            3_400,
                            0.38,
                            List.of("review", "test")),
                    new AgentType(
                            "language-translation",
                            0.12,
                            880,
                            0.26,
                            0.928,
                            0.36,
                            940,
                            28_000,
                            1_100,
                            0.42,
                            List.of("translate")),
                    new AgentType(
                            "vision-inspection",
                            0.10,
                            2_300,
                            0.24,
                            0.951,
                            0.62,
                            2_700,
                            2_600_000,
                            90,
                            0.66,
                            List.of("detect", "classify")),
                    new AgentType(
                            "planning-route",
                            0.08,
                            6_200,
                            0.42,
                            0.884,
                            0.68,
                            1_350,
                            18_000,
                            700,
                            0,
                            List.of("plan", "schedule")),
                    new AgentType(
                            "tool-runner",
                            0.06,
                            310,
                            0.44,
                            0.962,
                            0.18,
                            260,
                            64_000,
                            60,
                            0,
                            List.of("execute")));
}
