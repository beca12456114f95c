package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;

/** Frames written out run by run. */
final class Runs {
    /** Monday 2026-06-01, midnight UTC. */
    static final long MONDAY = 1_780_272_000L * Times.SECOND;

    private final List<Run> runs = new ArrayList<>();

    /** One run; NaN and a negative network are missing. */
    record Run(
            int agent,
            String type,
            long recordedAt,
            double latencyMs,
            double accuracy,
            double cpu,
            double memory,
            long network,
            String layer,
            int priority) {
        Run(int agent, String type, long recordedAt, double latencyMs, double accuracy) {
            this(agent, type, recordedAt, latencyMs, accuracy, 0.5, 100, 1000, "api", 50);
        }
    }

    Runs add(Run run) {
        runs.add(run);
        return this;
    }

    /** A run of agent 1, type t, at noon on Monday. */
    Runs add(double latencyMs, double accuracy, double cpu, double memory, long network) {
        long at = MONDAY + 12 * Times.HOUR + runs.size() * Times.MINUTE;
        return add(new Run(1, "t", at, latencyMs, accuracy, cpu, memory, network, "api", 50));
    }

    List<Run> list() {
        return runs;
    }

    Frame frame() {
        KpiBatchBuilder b = new KpiBatchBuilder("runs", null, 0, runs.size());
        int[] rows = new int[runs.size()];
        RunMetadata[] metadata = new RunMetadata[runs.size()];
        for (int i = 0; i < rows.length; i++) {
            Run run = runs.get(i);
            int row = b.addRow();
            rows[i] = row;
            b.taskLo[row] = row;
            b.agent[row] = b.agentCode(new UUID(0, run.agent()));
            b.recordedAt[row] = run.recordedAt();
            b.latencyMs[row] = run.latencyMs();
            b.accuracy[row] = run.accuracy();
            b.cpuUsage[row] = run.cpu();
            b.memoryMb[row] = run.memory();
            b.networkBytes[row] = run.network() < 0 ? KpiBatch.MISSING_LONG : run.network();
            metadata[i] = new RunMetadata(run.layer(), run.type(), run.priority(), false);
        }
        return new FrameBuilder().add(new AcceptedRows(b.build(), rows, metadata)).build();
    }

    Enrichment enrich() {
        return enrich(EnrichSettings.DEFAULTS);
    }

    Enrichment enrich(EnrichSettings settings) {
        Frame frame = frame();
        return Enrichment.of(frame, frame, null, settings);
    }

    static double[] doubles(Enrichment enrichment, String id) {
        return ((FeatureColumn.Doubles) enrichment.column(id)).values();
    }

    static int[] ints(Enrichment enrichment, String id) {
        return ((FeatureColumn.Ints) enrichment.column(id)).values();
    }

    /** Values as text, empty for missing. */
    static List<String> texts(Enrichment enrichment, String id) {
        FeatureColumn column = enrichment.column(id);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            texts.add(column.text(row));
        }
        return texts;
    }
}
