package org.fleetscope.sample;

import java.io.IOException;
import org.fleetscope.model.Times;

/** Writes the task of each run, in the shape that serde gives it. */
final class TaskWriter implements RunListener {
    /** Cores every task may use; {@code cpu_usage} 1 means all of them. */
    static final int QUOTA_CORES = 4;

    private static final double QUOTA_MEMORY_FACTOR = 8;
    private static final int MEMORY_STEP_MB = 256;

    private final OutputFile out;
    private final JsonBuffer line = new JsonBuffer();

    TaskWriter(OutputFile out) {
        this.out = out;
    }

    @Override
    public void run(Run run) throws IOException {
        AgentType type = run.agent.type();
        line.clear();
        line.raw("{\"id\":\"").uuid(run.taskHigh, run.taskLow);
        line.raw("\",\"priority\":\"").raw(run.priority.label());
        line.raw("\",\"payload\":{\"action\":\"").raw(type.capabilities().getFirst());
        line.raw("\",\"tokens\":").number(run.tokensIn);
        line.raw(",\"options\":");
        options(run.tokensIn, type);
        line.raw("},\"created_at\":").systemTime(run.createdAt);
        line.raw(",\"deadline\":");
        if (run.deadline == Times.MISSING) {
            line.raw("null");
        } else {
            line.systemTime(run.deadline);
        }
        line.raw(",\"resource_quota\":{\"max_cpu_cores\":").decimal(QUOTA_CORES, 1);
        line.raw(",\"max_memory_mb\":").number(quotaMemory(type));
        line.raw(",\"max_execution_time_secs\":300,\"max_network_mbps\":");
        line.raw(type.networkBytes() > 100_000 ? "1000" : "null");
        line.raw("},\"source_layer\":\"").raw(run.layer);
        line.raw("\",\"target_agent_type\":\"").raw(type.name());
        line.raw("\",\"metadata\":{\"tenant\":\"").raw(tenant(run)).raw("\"}}");
        out.line(line);
    }

    /** Larger inputs have more options and deeper ones, so that the complexity of tasks differs. */
    private void options(int tokens, AgentType type) {
        int depth = 1;
        for (double bound = type.tokens(); tokens > bound && depth < 4; bound *= 1.5) {
            depth++;
        }
        line.raw("{\"step\":".repeat(depth)).number(depth).raw("}".repeat(depth));
    }

    private static long quotaMemory(AgentType type) {
        long steps = (long) StrictMath.ceil(type.memoryMb() * QUOTA_MEMORY_FACTOR / MEMORY_STEP_MB);
        return steps * MEMORY_STEP_MB;
    }

    private static String tenant(Run run) {
        return run.priority.level() >= 75 ? "gold" : "standard";
    }
}
