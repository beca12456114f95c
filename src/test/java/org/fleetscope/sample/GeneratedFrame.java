package org.fleetscope.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;

/**
 * The runs of a synthetic fleet as a frame: those that the generator writes, without the detour
 * over a file and its rounding; bad rows left out.
 */
public final class GeneratedFrame implements RunListener {
    private final KpiBatchBuilder batch;
    private final List<RunMetadata> metadata = new ArrayList<>();
    private final Map<RunMetadata, RunMetadata> known = new HashMap<>();

    private GeneratedFrame(int rows) {
        batch = new KpiBatchBuilder("generated.ndjson", null, 0, rows);
    }

    public static Frame of(FleetGenerator generator, int rows) throws IOException {
        GeneratedFrame made = new GeneratedFrame(rows);
        generator.simulate(made, JobContext.NONE);
        int[] all = IntStream.range(0, made.batch.rows).toArray();
        return new FrameBuilder()
                .add(
                        new AcceptedRows(
                                made.batch.build(), all, made.metadata.toArray(RunMetadata[]::new)))
                .build();
    }

    @Override
    public void run(Run run) {
        int row = batch.addRow();
        batch.recordedAt[row] = run.recordedAt;
        UUID task = new UUID(run.taskHigh, run.taskLow);
        batch.taskHi[row] = task.getMostSignificantBits();
        batch.taskLo[row] = task.getLeastSignificantBits();
        batch.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT;
        batch.agent[row] = batch.agentCode(run.agent.id());
        batch.latencyMs[row] = run.latencyMs;
        batch.accuracy[row] = run.accuracy;
        batch.cpuUsage[row] = run.cpu;
        batch.memoryMb[row] = run.memoryMb;
        batch.networkBytes[row] = run.networkBytes;
        batch.host[row] = batch.hostCode(run.agent.host().name());
        batch.lineIndex[row] = row;
        RunMetadata from =
                new RunMetadata(run.layer, run.agent.type().name(), run.priority.level(), false);
        metadata.add(known.computeIfAbsent(from, m -> m));
    }
}
