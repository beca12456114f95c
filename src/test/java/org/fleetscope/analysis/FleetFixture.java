package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;

/**
 * Makes frames for tests, a run at a time. Times are µs after {@link #START}, a Monday's midnight.
 */
public final class FleetFixture {
    /** 2026-01-05T00:00:00Z. */
    public static final long START = 20_458 * Times.DAY;

    private static final RunMetadata PLAIN = new RunMetadata("layer-4", "vision", 50, false);

    private final KpiBatchBuilder batch = new KpiBatchBuilder("fleet.ndjson", null, 0, 64);
    private final List<RunMetadata> metadata = new ArrayList<>();

    public static UUID agentId(int agent) {
        return new UUID(
                0xA000_0000_0000_4000L + ((long) agent << 40), 0x8000_0000_0000_0000L + agent);
    }

    /** A task id that differs from the others of the frame in its last digits. */
    public static UUID taskId(int row) {
        return new UUID(0x1111_1111_1111_4111L, 0x8000_0000_0000_0000L + row);
    }

    public FleetFixture run(int agent, long at, double latency, double accuracy) {
        return run(agent, at, latency, accuracy, "node-" + agent, PLAIN);
    }

    public FleetFixture run(
            int agent, long at, double latency, double accuracy, String host, RunMetadata from) {
        int row = batch.addRow();
        UUID task = taskId(row);
        batch.recordedAt[row] = START + at;
        batch.taskHi[row] = task.getMostSignificantBits();
        batch.taskLo[row] = task.getLeastSignificantBits();
        batch.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT;
        batch.agent[row] = batch.agentCode(agentId(agent));
        batch.latencyMs[row] = latency;
        batch.accuracy[row] = accuracy;
        batch.cpuUsage[row] = 0.5;
        batch.memoryMb[row] = 128;
        batch.networkBytes[row] = 1000L * (row + 1);
        batch.host[row] = host.equals(Frame.UNKNOWN) ? -1 : batch.hostCode(host);
        batch.lineIndex[row] = row;
        batch.offset[row] = 100L * row;
        metadata.add(from);
        return this;
    }

    /** Changes the latest run: its network_bytes, missing when {@link KpiBatch#MISSING_LONG}. */
    public FleetFixture network(long bytes) {
        batch.networkBytes[batch.rows - 1] = bytes;
        return this;
    }

    /** Changes the latest run: its cpu_usage and memory_mb. */
    public FleetFixture resources(double cpu, double memory) {
        batch.cpuUsage[batch.rows - 1] = cpu;
        batch.memoryMb[batch.rows - 1] = memory;
        return this;
    }

    /** Changes the latest run: gives it a custom metric. */
    public FleetFixture custom(String name, double value) {
        batch.custom(name, batch.rows - 1, value);
        return this;
    }

    public Frame build() {
        int[] rows = IntStream.range(0, batch.rows).toArray();
        return new FrameBuilder()
                .add(new AcceptedRows(batch.build(), rows, metadata.toArray(RunMetadata[]::new)))
                .build();
    }

    public static Frame empty() {
        return new FleetFixture().build();
    }

    /**
     * A day of runs at random: log-normal latency with heavy tails, accuracy round 0.9, some of it
     * missing.
     */
    public static Frame random(int rows, int agents, long seed) {
        Random random = new Random(seed);
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < rows; i++) {
            long at = Times.DAY / rows * i + random.nextInt(1000);
            int agent = random.nextInt(agents);
            double latency =
                    200 * Math.exp(random.nextGaussian() * (random.nextInt(50) == 0 ? 2 : 0.4));
            double accuracy =
                    random.nextInt(97) == 0
                            ? Double.NaN
                            : Math.clamp(0.9 + 0.05 * random.nextGaussian(), 0.0, 1.0);
            RunMetadata from = KINDS[agent % KINDS.length];
            fleet.run(agent, at, latency, accuracy, "node-" + agent % 7, from);
        }
        return fleet.build();
    }

    private static final RunMetadata[] KINDS = {
        new RunMetadata("layer-4", "vision", 50, false),
        new RunMetadata("layer-3", "planner", 75, false),
        new RunMetadata("layer-4", "coder", 25, false)
    };

    /** Thresholds of both detectors. */
    public static Map<String, Double> thresholds(double sigma, double robust) {
        return Map.of("sigma.k", sigma, "robust.k", robust);
    }
}
