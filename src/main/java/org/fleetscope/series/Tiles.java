package org.fleetscope.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.model.Severity;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Unit;

/** Makes the headline numbers of an overview. */
final class Tiles {
    private static final double[] NO_COURSE = {};

    private Tiles() {}

    static List<Tile> of(
            OverviewInput input, FleetTimelineBuilder builder, FleetTimeline timeline) {
        OverviewInput.Period period = input.previous();
        boolean compared = period != null && period.frame().rows() > 0;
        return of(
                new TileInput(
                        Headlines.of(input.frame(), input.success()),
                        period == null || !compared
                                ? Headlines.NONE
                                : Headlines.of(period.frame(), period.success()),
                        period == null || !compared ? Double.NaN : period.findings(),
                        input.success().basis(),
                        builder.agents(),
                        builder.successRate(input.success()),
                        timeline,
                        input.findings().size(),
                        bandCounts(input.findings()),
                        input.quarantined(),
                        input.health()));
    }

    static List<Tile> of(TileInput input) {
        Headlines now = input.now();
        Headlines then = input.then();
        FleetTimeline timeline = input.timeline();
        String basis =
                input.successBasis().equals(Success.RESULTS) ? "by results" : "by accuracy ≥ 0.5";
        Unit ms = Unit.MILLISECONDS;
        return List.of(
                new Tile(
                        "runs",
                        "Runs",
                        now.runs(),
                        then.runs(),
                        Unit.COUNT,
                        "",
                        timeline.runs(),
                        0),
                new Tile(
                        "agents",
                        "Agents",
                        now.agents(),
                        then.agents(),
                        Unit.COUNT,
                        "",
                        input.agents(),
                        0),
                new Tile(
                        "success_rate",
                        "Success",
                        now.successRate(),
                        then.successRate(),
                        Unit.FRACTION,
                        basis,
                        input.successRate(),
                        1),
                new Tile(
                        "latency_p50",
                        "Latency p50",
                        now.p50(),
                        then.p50(),
                        ms,
                        "",
                        timeline.p50(),
                        -1),
                new Tile(
                        "latency_p95",
                        "Latency p95",
                        now.p95(),
                        then.p95(),
                        ms,
                        "",
                        timeline.p95(),
                        -1),
                new Tile(
                        "latency_p99",
                        "Latency p99",
                        now.p99(),
                        then.p99(),
                        ms,
                        "",
                        timeline.p99(),
                        -1),
                new Tile(
                        "accuracy",
                        "Accuracy",
                        now.accuracy(),
                        then.accuracy(),
                        Unit.FRACTION,
                        "",
                        timeline.accuracy(),
                        1),
                new Tile(
                        "anomalies",
                        "Anomalies",
                        input.findings(),
                        input.findingsThen(),
                        Unit.COUNT,
                        input.bands(),
                        findingsPerBucket(timeline),
                        -1),
                new Tile(
                        "quarantined",
                        "Quarantined",
                        input.quarantined(),
                        Double.NaN,
                        Unit.COUNT,
                        "",
                        NO_COURSE,
                        -1),
                health(input.health()));
    }

    /** Share of the reports that say healthy; the note is the latest of them. */
    private static Tile health(List<SystemHealth> health) {
        Optional<SystemHealth> latest =
                health.stream().max(Comparator.comparingLong(SystemHealth::recordedAt));
        long healthy =
                health.stream()
                        .filter(h -> h.status().strip().toLowerCase(Locale.ROOT).equals("healthy"))
                        .count();
        double share = health.isEmpty() ? Double.NaN : (double) healthy / health.size();
        String note =
                latest.map(h -> h.status() + ", " + h.activeAgents() + " agents active")
                        .orElse("no health reports");
        return new Tile("health", "Health", share, Double.NaN, Unit.FRACTION, note, NO_COURSE, 1);
    }

    /** Findings by band, worst first, without the empty bands. */
    static String bandCounts(FindingSet findings) {
        int[] counts = new int[Severity.values().length];
        for (int i = 0; i < findings.size(); i++) {
            counts[findings.band(i).ordinal()]++;
        }
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .filter(band -> counts[band.ordinal()] > 0)
                .map(band -> counts[band.ordinal()] + " " + band.label().toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private static double[] findingsPerBucket(FleetTimeline timeline) {
        double[] sum = new double[timeline.start().length];
        timeline.findings().forEach(band -> Arrays.setAll(sum, b -> sum[b] + band[b]));
        return sum;
    }
}
