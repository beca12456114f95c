package org.fleetscope.quality;

import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** A run with what is known of its task, its agent and its result. */
record Run(
        Frame frame, int row, Facts facts, @Nullable TaskFacts task, @Nullable ResultFacts result) {
    static Run of(Frame frame, int row, Facts facts) {
        UUID id = frame.taskId(row);
        return new Run(frame, row, facts, facts.taskFacts(id), facts.resultFacts(id));
    }

    UUID agentId() {
        return frame.agents().get(frame.agent()[row]);
    }

    long recordedAt() {
        return frame.recordedAt()[row];
    }

    /** µs UTC, missing when the task is unknown or does not say. */
    long createdAt() {
        return task == null ? Times.MISSING : task.createdAt();
    }

    long deadline() {
        return task == null ? Times.MISSING : task.deadline();
    }

    long completedAt() {
        return result == null ? Times.MISSING : result.completedAt();
    }

    /** Time of its execution in s: of its result, else its latency. */
    double seconds() {
        return result == null || Double.isNaN(result.executionSeconds())
                ? frame.latencyMs()[row] / 1000
                : result.executionSeconds();
    }

    double cpuSeconds() {
        return result == null ? Double.NaN : result.cpuSeconds();
    }

    /** The larger of what row and result say, MB. */
    double memoryMb() {
        double own = frame.memoryMb()[row];
        double peak = result == null ? Double.NaN : result.memoryPeakMb();
        return Double.isNaN(peak) ? own : Double.isNaN(own) ? peak : Math.max(own, peak);
    }

    /** Mbit/s over its execution: of its result, else of its network_bytes; NaN without a time. */
    double networkMbps() {
        double bytes = result == null ? Double.NaN : result.networkBytes();
        if (Double.isNaN(bytes) && frame.networkBytes()[row] != Long.MIN_VALUE) {
            bytes = frame.networkBytes()[row];
        }
        return seconds() > 0 ? bytes * 8 / 1e6 / seconds() : Double.NaN;
    }
}
