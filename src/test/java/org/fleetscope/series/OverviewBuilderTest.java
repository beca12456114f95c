package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OverviewBuilderTest {
    private static final long START = FleetFixture.START;
    private static final TimeRange DAY = new TimeRange(START, START + Times.DAY);

    private static FindingSet find(Frame frame) {
        DetectorInput input = DetectorInput.of(frame);
        return FindingSet.mostSevereFirst(
                Detectors.all().stream().map(d -> d.detect(input, JobContext.NONE)).toList());
    }

    private static OverviewInput input(Frame frame, OverviewInput.@Nullable Period previous) {
        return new OverviewInput(
                frame, DAY, Success.of(frame, Map.of()), find(frame), previous, 7, List.of());
    }

    private static Tile tile(Overview overview, String id) {
        return overview.tiles().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void tilesByHand() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 100, 0.9)
                        .run(1, 1, 300, 0.2)
                        .run(2, 2 * Times.HOUR, 500, 0.7)
                        .run(2, 2 * Times.HOUR + 1, Double.NaN, Double.NaN)
                        .build();
        Frame before = new FleetFixture().run(1, -Times.HOUR, 80, 0.4).build();
        OverviewInput.Period period =
                new OverviewInput.Period(before, Success.of(before, Map.of()), 2);
        Overview overview = OverviewBuilder.of(input(frame, period), 24, 10);
        assertThat(overview.tiles())
                .extracting(Tile::id)
                .containsExactly(
                        "runs",
                        "agents",
                        "success_rate",
                        "latency_p50",
                        "latency_p95",
                        "latency_p99",
                        "accuracy",
                        "anomalies",
                        "quarantined",
                        "health");
        assertTile(tile(overview, "runs"), 4, 1);
        assertTile(tile(overview, "agents"), 2, 1);
        assertTile(tile(overview, "success_rate"), 2.0 / 3, 0);
        assertTile(tile(overview, "latency_p50"), 300, 80);
        assertTile(tile(overview, "latency_p95"), 480, 80);
        assertTile(tile(overview, "latency_p99"), 496, 80);
        assertTile(tile(overview, "accuracy"), 0.6, 0.4);
        assertTile(tile(overview, "anomalies"), 0, 2);
        assertTile(tile(overview, "quarantined"), 7, Double.NaN);
        assertThat(tile(overview, "runs").spark()).startsWith(2, 0, 2, 0).hasSize(24);
        assertThat(tile(overview, "agents").spark()).startsWith(1, 0, 1);
        assertThat(tile(overview, "latency_p50").spark()).startsWith(200, Double.NaN, 500);
        assertThat(tile(overview, "success_rate").spark()).startsWith(0.5, Double.NaN, 1);
        assertThat(overview.timeline().p95()[0]).isCloseTo(290, within(1e-9));
        assertThat(overview.timeline().accuracy()[0]).isCloseTo(0.55, within(1e-12));
        assertThat(overview.timeline().start()[2]).isEqualTo(START + 2 * Times.HOUR);
    }

    private static void assertTile(Tile tile, double value, double previous) {
        assertThat(tile.value()).isCloseTo(value, within(1e-9));
        if (Double.isNaN(previous)) {
            assertThat(tile.previous()).isNaN();
        } else {
            assertThat(tile.previous()).isCloseTo(previous, within(1e-9));
        }
    }

    @Test
    void withoutRunsOrPreviousNumbersAreMissing() {
        Overview overview = OverviewBuilder.of(input(FleetFixture.empty(), null), 24, 10);
        assertThat(tile(overview, "runs").value()).isZero();
        assertThat(tile(overview, "runs").previous()).isNaN();
        assertThat(tile(overview, "latency_p95").value()).isNaN();
        assertThat(tile(overview, "success_rate").value()).isNaN();
        assertThat(tile(overview, "anomalies").note()).isEmpty();
        assertThat(tile(overview, "health").value()).isNaN();
        assertThat(overview.top()).isEmpty();
        OverviewInput.Period empty =
                new OverviewInput.Period(
                        FleetFixture.empty(), Success.of(FleetFixture.empty(), Map.of()), 0);
        Frame one = new FleetFixture().run(1, 0, 5, 1).build();
        Overview single = OverviewBuilder.of(input(one, empty), 24, 10);
        assertThat(tile(single, "runs").previous()).isNaN();
        assertThat(tile(single, "latency_p99").value()).isEqualTo(5);
    }

    @Test
    void healthIsTheShareOfHealthyReportsAndSaysTheLatest() {
        Frame frame = FleetFixture.empty();
        List<SystemHealth> health =
                List.of(
                        new SystemHealth(30, "Degraded", 8, 1, null),
                        new SystemHealth(10, "Healthy", 9, 1, null),
                        new SystemHealth(20, "healthy", 9, 1, null),
                        new SystemHealth(5, "Critical", 9, 1, null));
        OverviewInput input =
                new OverviewInput(
                        frame,
                        DAY,
                        Success.of(frame, Map.of()),
                        FindingSet.empty(frame),
                        null,
                        0,
                        health);
        Tile tile = tile(OverviewBuilder.of(input, 10, 10), "health");
        assertThat(tile.value()).isEqualTo(0.5);
        assertThat(tile.note()).isEqualTo("Degraded, 8 agents active");
    }

    /**
     * Bucket numbers by the naive way: sort each bucket's latencies, count each bucket's findings.
     */
    @Test
    void timelineAgreesWithSortingEachBucket() {
        Frame frame = FleetFixture.random(4000, 7, 21);
        OverviewInput input = input(frame, null);
        FleetTimeline timeline = OverviewBuilder.of(input, 48, 5).timeline();
        assertThat(timeline.bucket()).isEqualTo(30 * Times.MINUTE);
        for (int b = 0; b < timeline.start().length; b++) {
            List<Double> latencies = new ArrayList<>();
            for (int row = 0; row < frame.rows(); row++) {
                if (Times.floor(frame.recordedAt()[row], timeline.bucket())
                        == timeline.start()[b]) {
                    latencies.add(frame.latencyMs()[row]);
                }
            }
            double[] sorted = latencies.stream().mapToDouble(v -> v).sorted().toArray();
            assertThat(timeline.runs()[b]).isEqualTo(sorted.length);
            double at = 0.95 * (sorted.length - 1);
            int low = (int) at;
            double expected = sorted[low] * (1 - at + low) + sorted[low + 1] * (at - low);
            assertThat(timeline.p95()[b]).isCloseTo(expected, within(1e-8));
        }
        int[] bands = new int[4];
        input.findings().asList().forEach(f -> bands[f.band().ordinal()]++);
        for (int band = 0; band < 4; band++) {
            assertThat(Arrays.stream(timeline.findings().get(band)).sum()).isEqualTo(bands[band]);
        }
    }

    @Test
    void noteCountsEveryBand() {
        Frame frame = FleetFixture.random(4000, 7, 21);
        OverviewInput input = input(frame, null);
        Tile tile = tile(OverviewBuilder.of(input, 48, 5), "anomalies");
        long critical = input.findings().asList().stream().filter(f -> f.severity() >= 75).count();
        long low = input.findings().asList().stream().filter(f -> f.severity() < 25).count();
        assertThat(tile.note())
                .startsWith(critical + " critical · ")
                .endsWith(" · " + low + " low");
        assertThat(Arrays.stream(tile.spark()).sum()).isEqualTo(tile.value());
    }

    @Test
    void topHasEveryAgentAndMetricBeforeSecondFindings() {
        Frame frame = FleetFixture.random(6000, 5, 2);
        FindingSet found = find(frame);
        Set<String> kinds = new HashSet<>();
        found.asList().forEach(f -> kinds.add(f.agentId() + f.metric()));
        List<Finding> top = OverviewBuilder.of(input(frame, null), 10, kinds.size()).top();
        Set<String> shown = new HashSet<>();
        top.forEach(f -> shown.add(f.agentId() + f.metric()));
        assertThat(shown).isEqualTo(kinds);
        assertThat(top.getFirst()).isEqualTo(found.get(0));
        List<Finding> more = OverviewBuilder.of(input(frame, null), 10, kinds.size() + 3).top();
        assertThat(more).hasSize(kinds.size() + 3).containsAll(top);
        assertThat(more).isSortedAccordingTo((a, b) -> Double.compare(b.severity(), a.severity()));
        assertThat(OverviewBuilder.of(input(frame, null), 10, 1_000_000).top())
                .isEqualTo(found.asList());
    }

    @Test
    void findingsMustBeOfTheFrame() {
        Frame frame = FleetFixture.empty();
        assertThatThrownBy(() ->
                        new OverviewInput(
                                frame,
                                DAY,
                                Success.of(frame, Map.of()),
                                FindingSet.empty(FleetFixture.empty()),
                                null,
                                0,
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
