package org.fleetscope.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Times;

/**
 * Simulates runs: log-normal latency with a heavy tail that rises with load and task size,
 * resources that go along with latency and load, accuracy skewed towards 1, and the faults on top.
 */
final class RunModel {
    private static final double MAX_LATENCY_MS = 240_000;
    private static final String[] LAYERS = {"layer2", "layer3", "layer3", "layer3", "layer5"};

    private final Fleet fleet;
    private final SplittableRandom random;
    private final List<List<Fault>> faultsOfAgent = new ArrayList<>();

    RunModel(Fleet fleet, List<Fault> faults, SplittableRandom random) {
        this.fleet = fleet;
        this.random = random;
        for (SampleAgent agent : fleet.agents()) {
            faultsOfAgent.add(faults.stream().filter(fault -> strikes(fault, agent)).toList());
        }
    }

    private static boolean strikes(Fault fault, SampleAgent agent) {
        return fault.agentId() != null
                ? fault.agentId().equals(agent.id())
                : agent.host().name().equals(fault.host());
    }

    /** Fills a run that is recorded at the given time. */
    void simulate(Run run, long recordedAt, double load) {
        run.agentIndex = fleet.draw(random);
        run.agent = fleet.agents().get(run.agentIndex);
        AgentType type = run.agent.type();
        run.taskHigh = Fleet.versioned(random.nextLong());
        run.taskLow = Fleet.variant(random.nextLong());
        run.recordedAt = recordedAt;
        origin(run);

        double size = random.nextGaussian();
        double slow = random.nextGaussian();
        double logLatency = type.spread() * (0.6 * size + 0.8 * slow) + 0.25 * (load - 0.6);
        run.latencyMs =
                type.latencyMs() * run.agent.slowness() * StrictMath.exp(logLatency) * tail();
        run.cpu = type.cpu() + 0.16 * (load - 0.6) + 0.05 * slow + 0.04 * random.nextGaussian();
        run.memoryMb =
                type.memoryMb()
                        * run.agent.memoryFactor()
                        * (1 + 0.05 * size + 0.03 * random.nextGaussian());
        run.networkBytes =
                Math.round(
                        type.networkBytes()
                                * StrictMath.exp(0.45 * size + 0.2 * random.nextGaussian()));
        run.tokensIn = (int) Math.round(type.tokens() * StrictMath.exp(0.4 * size));
        run.tokensOut = (int) (run.tokensIn * (0.15 + 0.35 * random.nextDouble()));
        run.diskOps = random.nextInt(4, 60);
        run.gpu =
                type.gpu() == 0
                        ? Double.NaN
                        : Math.clamp(type.gpu() + 0.08 * random.nextGaussian(), 0.01, 0.99);
        run.queueMs = (2 + 60 * load * load) * -StrictMath.log(1 - random.nextDouble());
        accuracy(run, slow);
        for (Fault fault : faultsOfAgent.get(run.agentIndex)) {
            if (fault.time().contains(recordedAt)) {
                strike(run, fault);
            }
        }
        limit(run);
        times(run);
    }

    private void origin(Run run) {
        int draw = random.nextInt(100);
        run.priority =
                draw < 3
                        ? Priority.CRITICAL
                        : draw < 17
                                ? Priority.HIGH
                                : draw < 73
                                        ? Priority.NORMAL
                                        : draw < 92 ? Priority.LOW : Priority.BACKGROUND;
        run.layer = LAYERS[random.nextInt(LAYERS.length)];
    }

    /** One run in 150 is held up; by how much follows a Pareto law with exponent 2.2. */
    private double tail() {
        return random.nextInt(150) > 0
                ? 1
                : 1.5 * StrictMath.pow(1 - random.nextDouble(), -1 / 2.2);
    }

    private void accuracy(Run run, double slow) {
        double error =
                (1 - run.agent.type().accuracy() - run.agent.accuracyShift())
                        * StrictMath.exp(0.4 * random.nextGaussian() + 0.08 * slow);
        run.accuracy = 1 - error;
        run.success = random.nextInt(1000) >= 9;
        run.retries = random.nextInt(100) < 4 ? 1 : 0;
        if (!run.success) {
            run.accuracy = 0.1 + 0.35 * random.nextDouble();
            run.retries = 2;
        }
    }

    private static void strike(Run run, Fault fault) {
        double grown = 1 + (fault.strength() - 1) * fault.elapsed(run.recordedAt);
        switch (fault.kind()) {
            case LATENCY_SPIKE -> run.latencyMs *= fault.strength();
            case SLOW_DRIFT -> run.latencyMs *= grown;
            case ACCURACY_DROP -> run.accuracy -= fault.strength();
            case MEMORY_LEAK -> run.memoryMb *= grown;
            case BAD_HOST -> {
                run.latencyMs *= fault.strength();
                run.cpu += Fault.CPU_RISE * fault.scale();
            }
            case THROUGHPUT_DIP, BAD_ROWS -> {}
        }
    }

    private static void limit(Run run) {
        run.latencyMs = Math.clamp(run.latencyMs, 1, MAX_LATENCY_MS);
        run.accuracy = Math.clamp(run.accuracy, 0, 1);
        run.cpu = Math.clamp(run.cpu, 0.01, 0.99);
        run.memoryMb = Math.clamp(run.memoryMb, 16, 900_000);
        run.success = run.success && run.accuracy >= 0.5;
        // no agent moves more than 800 Mbit/s, so that its network quota holds
        run.networkBytes = Math.min(run.networkBytes, (long) (run.latencyMs * 100_000));
    }

    private void times(Run run) {
        run.completedAt = run.recordedAt - random.nextLong(2_000, 95_000);
        run.createdAt =
                run.completedAt
                        - (long) ((run.latencyMs + run.queueMs) * 1000)
                        - random.nextLong(1_000, 9_000);
        long allowed = (long) (run.agent.type().latencyMs() * 5_000) + 5 * Times.SECOND;
        run.deadline = random.nextInt(10) < 6 ? run.createdAt + allowed : Times.MISSING;
    }
}
