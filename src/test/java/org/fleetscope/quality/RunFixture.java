package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Runs with tasks, agents and results made up for a test. */
final class RunFixture implements Facts {
    static final long START = 1_772_000_000L * Times.SECOND;

    /** A run, changed by tests before it is built. */
    static final class Made {
        long recordedAt = START;
        long task;
        int agent = 1;
        double latencyMs = 1000;
        double accuracy = 0.9;
        double cpu = 0.5;
        double memoryMb = 100;
        long network = KpiBatch.MISSING_LONG;
        String type = "planner";
        boolean missing;
    }

    final List<Made> runs = new ArrayList<>();
    final Map<UUID, TaskFacts> tasks = new HashMap<>();
    final Map<UUID, ResultFacts> results = new HashMap<>();
    final Set<UUID> agents = new HashSet<>();

    static UUID id(long number) {
        return new UUID(0x4000, number);
    }

    /** A run of the task with the next number. */
    RunFixture run(Consumer<Made> change) {
        Made run = new Made();
        run.task = runs.size();
        run.recordedAt = START + runs.size() * Times.SECOND;
        change.accept(run);
        runs.add(run);
        return this;
    }

    RunFixture task(long number, long createdAt, long deadline, @Nullable ResourceQuota quota) {
        tasks.put(id(number), new TaskFacts(createdAt, deadline, quota, Double.NaN));
        return this;
    }

    RunFixture quota(ResourceQuota quota) {
        return task(0, Times.MISSING, Times.MISSING, quota);
    }

    Frame frame() {
        KpiBatchBuilder b = new KpiBatchBuilder("runs.ndjson", null, 0, runs.size());
        int[] rows = new int[runs.size()];
        RunMetadata[] metadata = new RunMetadata[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Made run = runs.get(i);
            int row = b.addRow();
            rows[i] = row;
            b.taskHi[row] = id(run.task).getMostSignificantBits();
            b.taskLo[row] = id(run.task).getLeastSignificantBits();
            b.agent[row] = b.agentCode(id(run.agent));
            b.recordedAt[row] = run.recordedAt;
            b.latencyMs[row] = run.latencyMs;
            b.accuracy[row] = run.accuracy;
            b.cpuUsage[row] = run.cpu;
            b.memoryMb[row] = run.memoryMb;
            b.networkBytes[row] = run.network;
            b.lineIndex[row] = row;
            b.offset[row] = row * 100L;
            metadata[i] = new RunMetadata("l", run.type, 50, run.missing);
        }
        return new FrameBuilder(1).add(new AcceptedRows(b.build(), rows, metadata)).build();
    }

    RunCheck check() {
        return check(0, RuleSettings.DEFAULTS);
    }

    /**
     * @param from first run of the import
     */
    RunCheck check(int from, RuleSettings settings) {
        return RunCheck.of(
                new RunCheck.Input(
                        frame(),
                        from,
                        2,
                        new RunFlags(new int[from], List.of()),
                        new FlagIndex(),
                        this,
                        Touched.NOTHING,
                        settings));
    }

    /** Ids of the rules that run 0 broke. */
    List<String> broken() {
        return check().violations(0).stream().map(violation -> violation.ruleId()).toList();
    }

    static List<Rule> rulesOf(RunCheck check, int row) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            if (check.flags().has(row, rule)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    @Override
    public boolean hasTasks() {
        return !tasks.isEmpty();
    }

    @Override
    public boolean hasAgents() {
        return !agents.isEmpty();
    }

    @Override
    public boolean hasResults() {
        return !results.isEmpty();
    }

    @Override
    public boolean hasAgent(UUID id) {
        return agents.contains(id);
    }

    @Override
    public @Nullable TaskFacts taskFacts(UUID id) {
        return tasks.get(id);
    }

    @Override
    public @Nullable ResultFacts resultFacts(UUID taskId) {
        return results.get(taskId);
    }
}
