package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.Expectation;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FrameFilter;
import org.fleetscope.analysis.Success;
import org.fleetscope.enrich.EnrichSettings;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.RunOutcomes;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Lazy;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a scope and what is computed about them, each piece once when first asked for.
 * Thread-safe.
 */
final class ScopedRuns {
    private final WorkspaceState state;
    private final Scope scope;
    private final AnalysisSettings settings;
    private final Lazy<Selected> selected = new Lazy<>();
    private final Lazy<Success> success = new Lazy<>();
    private final Lazy<FindingSet> findings = new Lazy<>();
    private final Lazy<RunOutcomes> outcomes = new Lazy<>();
    private final Lazy<Enrichment> enrichment = new Lazy<>();

    /**
     * @param rows rows of the workspace's frame; null when the scope lets all of them through
     */
    private record Selected(Frame frame, int @Nullable [] rows) {}

    ScopedRuns(WorkspaceState state, Scope scope, AnalysisSettings settings) {
        this.state = state;
        this.scope = scope;
        this.settings = settings;
    }

    Frame frame() {
        return selected().frame();
    }

    private Selected selected() {
        return selected.get(() -> {
            Frame whole = state.frame();
            if (scope.isAll()) {
                return new Selected(whole, null);
            }
            int[] rows = FrameFilter.rows(whole, scope);
            return rows.length == whole.rows()
                    ? new Selected(whole, null)
                    : new Selected(whole.select(rows), rows);
        });
    }

    /** Flags of the runs, one entry a row of the frame. */
    int[] flags() {
        int[] all = state.flags().bits();
        int @Nullable [] rows = selected().rows();
        if (rows == null) {
            return all;
        }
        int[] flags = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            flags[i] = all[rows[i]];
        }
        return flags;
    }

    /** The range asked for, or that of the runs when time is open. */
    TimeRange range() {
        return scope.time().equals(TimeRange.ALL) ? frame().extent() : scope.time();
    }

    Success success() {
        return success.get(() -> Success.of(frame(), state.entities().results()));
    }

    /** Findings of all detectors asked for, most severe first. */
    FindingSet findings(JobContext job) {
        return findings.get(() -> {
            DetectorInput input = detectorInput();
            List<FindingSet> sets = new ArrayList<>();
            sets.add(FindingSet.empty(frame()));
            for (Detector detector : detectors()) {
                job.progress(
                        new Progress(
                                "Looking for anomalies: " + detector.name(),
                                0,
                                0,
                                "",
                                frame().rows()));
                sets.add(detector.detect(input, job));
            }
            return FindingSet.mostSevereFirst(sets);
        });
    }

    /**
     * All findings of a detector with one of its thresholds set otherwise; none when the detector
     * is not asked for.
     */
    FindingSet findings(String detector, String threshold, double value, JobContext job) {
        if (!settings.detectors().contains(detector)) {
            return FindingSet.empty(frame());
        }
        Map<String, Double> thresholds = new HashMap<>(settings.thresholds());
        thresholds.put(threshold, value);
        return Detectors.byId(detector).detect(detectorInput(thresholds), job);
    }

    /** What the detectors expect of an agent; nothing of one that has no runs here. */
    List<Expectation> expectations(UUID agent) {
        int code = frame().agents().find(agent);
        DetectorInput input = detectorInput();
        return code < 0
                ? List.of()
                : detectors().stream()
                        .flatMap(detector -> detector.expectations(input, code).stream())
                        .toList();
    }

    private List<Detector> detectors() {
        return settings.detectors().stream().map(Detectors::byId).toList();
    }

    private DetectorInput detectorInput() {
        return detectorInput(settings.thresholds());
    }

    private DetectorInput detectorInput(Map<String, Double> thresholds) {
        return new DetectorInput(
                frame(),
                settings.baseline(),
                settings.examined(),
                settings.metrics(),
                complexity(),
                thresholds);
    }

    /** Empty when no detector asks for it or no task is known. */
    private double[] complexity() {
        boolean needed = state.entities().hasTasks() && settings.detectors().contains("resource");
        return needed ? outcomes().complexity() : new double[0];
    }

    private RunOutcomes outcomes() {
        return outcomes.get(() -> Outcomes.of(frame(), state.entities()));
    }

    Enrichment enrichment() {
        return enrichment.get(() -> {
            Selected runs = selected();
            return Enrichment.of(
                    runs.frame(), state.frame(), runs.rows(), outcomes(), EnrichSettings.DEFAULTS);
        });
    }
}
