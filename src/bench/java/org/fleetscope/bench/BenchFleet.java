package org.fleetscope.bench;

import java.util.SplittableRandom;
import java.util.UUID;
import org.fleetscope.enrich.RunOutcomes;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;

/**
 * Seeded runs straight into a frame, for sizes where files would take longer than what is measured:
 * skewed latencies, rates that differ by agent, values rounded as exports have them, one run in 500
 * far off, one in 100 without network_bytes, half of the results known. In order of recorded_at.
 */
public final class BenchFleet {
    private static final int BATCH = 100_000;
    private static final int AGENTS_PER_HOST = 5;
    private static final long START = 1_780_272_000L * Times.SECOND;
    private static final String[] TYPES = {
        "language-chat",
        "language-summary",
        "data-cleaning",
        "code-review",
        "vision-inspection",
        "planning-route",
        "retrieval-rank",
        "tool-runner"
    };
    private static final int[] PRIORITIES = {1, 25, 50, 50, 50, 75, 100};
    private static final String[] LAYERS = {"layer1", "layer2", "layer3"};

    private final SplittableRandom random;
    private final int rows;
    private final double step;
    private final UUID[] agents;
    private final double[] slowness;
    private final RunMetadata[] metadata;

    /**
     * @param days that the runs are spread over
     */
    public BenchFleet(int rows, int agents, double days, long seed) {
        this.rows = rows;
        random = new SplittableRandom(seed);
        step = days * Times.DAY / rows;
        this.agents = new UUID[agents];
        slowness = new double[agents];
        for (int i = 0; i < agents; i++) {
            this.agents[i] = new UUID(random.nextLong(), random.nextLong());
            slowness[i] = Math.exp(0.12 * random.nextGaussian());
        }
        metadata = new RunMetadata[TYPES.length * PRIORITIES.length * LAYERS.length];
        for (int i = 0; i < metadata.length; i++) {
            metadata[i] =
                    new RunMetadata(
                            LAYERS[i / TYPES.length % LAYERS.length],
                            TYPES[i % TYPES.length],
                            PRIORITIES[i / TYPES.length / LAYERS.length],
                            false);
        }
    }

    /** The runs, made anew with every call. */
    public Frame frame() {
        FrameBuilder frame = new FrameBuilder();
        for (int done = 0; done < rows; done += BATCH) {
            frame.add(batch(done, Math.min(BATCH, rows - done)));
        }
        return frame.build();
    }

    /** Results of half the runs, deadlines of a third, tasks of all. */
    RunOutcomes outcomes() {
        byte[] success = new byte[rows];
        byte[] deadline = new byte[rows];
        double[] complexity = new double[rows];
        for (int row = 0; row < rows; row++) {
            success[row] = random.nextBoolean() ? RunOutcomes.UNKNOWN : answer(0.95);
            deadline[row] = random.nextInt(3) > 0 ? RunOutcomes.UNKNOWN : answer(0.9);
            complexity[row] = Math.log1p(40 + random.nextInt(4000)) + 0.5 * (1 + random.nextInt(4));
        }
        return new RunOutcomes(success, deadline, complexity, complexity.clone());
    }

    private byte answer(double share) {
        return random.nextDouble() < share ? RunOutcomes.YES : RunOutcomes.NO;
    }

    private AcceptedRows batch(int first, int size) {
        KpiBatchBuilder to = new KpiBatchBuilder("generated", null, 0, size);
        int[] chosen = new int[size];
        RunMetadata[] of = new RunMetadata[size];
        for (int i = 0; i < size; i++) {
            int row = to.addRow();
            chosen[i] = row;
            // The square of a uniform number: busy agents and idle ones.
            int agent = (int) (agents.length * random.nextDouble() * random.nextDouble());
            int type = agent % TYPES.length;
            of[i] = metadata[type + TYPES.length * random.nextInt(metadata.length / TYPES.length)];
            run(to, row, agent, type, START + (long) ((first + i + random.nextDouble()) * step));
        }
        return new AcceptedRows(to.build(), chosen, of);
    }

    private void run(KpiBatchBuilder to, int row, int agent, int type, long at) {
        boolean odd = random.nextInt(500) == 0;
        to.taskHi[row] = random.nextLong();
        to.taskLo[row] = random.nextLong();
        to.agent[row] = to.agentCode(agents[agent]);
        to.host[row] = to.hostCode("node-" + agent / AGENTS_PER_HOST);
        to.recordedAt[row] = at;
        double level = 300 * (1 + type) * slowness[agent] * (odd ? 6 : 1);
        to.latencyMs[row] = rounded(level * Math.exp(0.35 * random.nextGaussian()), 1000);
        to.accuracy[row] = rounded(within(0.92 + 0.05 * random.nextGaussian()), 10_000);
        to.cpuUsage[row] = rounded(within(0.4 + 0.1 * random.nextGaussian()), 10_000);
        to.memoryMb[row] = rounded(400 * (1 + type) * Math.exp(0.2 * random.nextGaussian()), 100);
        to.networkBytes[row] =
                random.nextInt(100) == 0
                        ? KpiBatch.MISSING_LONG
                        : (long) (50_000 * Math.exp(0.8 * random.nextGaussian()));
    }

    private static double within(double fraction) {
        return Math.clamp(fraction, 0, 1);
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
