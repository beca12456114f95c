package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.Expectation;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class TimelineBuilderTest {
    private static final long START = FleetFixture.START;
    private static final TimeRange HOUR = new TimeRange(START, START + Times.HOUR);

    private static AgentTimeline timeline(
            Frame frame, TimeRange range, int pixels, String... metrics) {
        return timeline(frame, range, pixels, FindingSet.empty(frame), List.of(), metrics);
    }

    private static AgentTimeline timeline(
            Frame frame,
            TimeRange range,
            int pixels,
            FindingSet found,
            List<Expectation> expected,
            String... metrics) {
        return TimelineBuilder.of(
                frame,
                FleetFixture.agentId(1),
                range,
                pixels,
                List.of(metrics),
                found,
                expected,
                AgentNames.of(frame));
    }

    @Test
    void fewRunsArePointsInOrderWithoutTheMissing() {
        Frame frame =
                new FleetFixture()
                        .run(1, 2 * Times.MINUTE, 30, 0.3)
                        .run(1, Times.MINUTE, 20, Double.NaN)
                        .run(2, Times.MINUTE, 99, 0.9)
                        .run(1, 0, 10, 0.1)
                        .run(1, Times.HOUR, 40, 0.4)
                        .build();
        AgentTimeline timeline = timeline(frame, HOUR, 2, "accuracy", "latency_ms", "speed");
        assertThat(timeline.tracks())
                .extracting(t -> t.metric().id())
                .containsExactly("accuracy", "latency_ms");
        assertThat(timeline.extent()).isEqualTo(new TimeRange(START, START + Times.HOUR + 1));
        assertThat(timeline.name()).isEqualTo("node-1");
        assertThat(timeline.type()).isEqualTo("vision");
        Track latency = timeline.tracks().get(1);
        assertThat(latency.envelope()).isFalse();
        assertThat(latency.time())
                .containsExactly(START, START + Times.MINUTE, START + 2 * Times.MINUTE);
        assertThat(latency.max()).containsExactly(10, 20, 30);
        assertThat(latency.runs()).isEqualTo(3);
        assertThat(timeline.tracks().get(0).mean()).containsExactly(0.1, 0.3);
    }

    /** Two runs a pixel are points; one more and the track is an envelope. */
    @Test
    void envelopeBeginsAboveTwoRunsAPixel() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 20; i++) {
            fleet.run(1, i, i, 0.5);
        }
        assertThat(timeline(fleet.build(), HOUR, 10, "latency_ms").tracks().getFirst().envelope())
                .isFalse();
        FleetFixture more = new FleetFixture();
        for (int i = 0; i < 21; i++) {
            more.run(1, i, i, 0.5);
        }
        assertThat(timeline(more.build(), HOUR, 10, "latency_ms").tracks().getFirst().envelope())
                .isTrue();
    }

    /**
     * Every value lies within its column's envelope, and every envelope's ends are values of its
     * column.
     */
    @Test
    void noPeakIsLost() {
        Random random = new Random(5);
        FleetFixture fleet = new FleetFixture();
        long[] at = new long[5000];
        double[] value = new double[5000];
        for (int i = 0; i < at.length; i++) {
            at[i] = (long) (random.nextDouble() * Times.HOUR);
            value[i] = 100 + random.nextGaussian() + (random.nextInt(500) == 0 ? 1e4 : 0);
            fleet.run(1, at[i], value[i], 0.5);
        }
        Track track = timeline(fleet.build(), HOUR, 333, "latency_ms").tracks().getFirst();
        assertThat(track.envelope()).isTrue();
        assertThat(track.runs()).isEqualTo(5000);
        double[] low = new double[track.time().length];
        double[] high = new double[track.time().length];
        Arrays.fill(low, Double.MAX_VALUE);
        for (int i = 0; i < at.length; i++) {
            int entry = Arrays.binarySearch(track.time(), START + at[i]);
            entry = entry >= 0 ? entry : -entry - 2;
            low[entry] = Math.min(low[entry], value[i]);
            high[entry] = Math.max(high[entry], value[i]);
        }
        assertThat(track.min()).containsExactly(low);
        assertThat(track.max()).containsExactly(high);
        assertThat(Arrays.stream(track.max()).max().orElse(0))
                .isEqualTo(Arrays.stream(value).max().orElse(1));
    }

    @Test
    void columnsStartWhereTheRangeSaysAndTheEndIsOutside() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 30; i++) {
            fleet.run(1, i < 15 ? 0 : Times.HOUR - 1, i, 0.5);
        }
        fleet.run(1, Times.HOUR, 1e6, 0.5);
        Track track = timeline(fleet.build(), HOUR, 4, "latency_ms").tracks().getFirst();
        assertThat(track.time()).containsExactly(START, START + 45 * Times.MINUTE);
        assertThat(track.max()).containsExactly(14, 29);
        assertThat(track.mean()).containsExactly(7, 22);
    }

    /** 60 runs in the first minute, none in the second, 30 in the third. */
    @Test
    void throughputIsRunsPerMinuteWithZeroWhereNothingRan() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 60; i++) {
            fleet.run(1, i * Times.SECOND, 1, 0.5);
        }
        for (int i = 0; i < 30; i++) {
            fleet.run(1, 2 * Times.MINUTE + i * Times.SECOND, 1, 0.5);
        }
        TimeRange range = new TimeRange(START, START + 3 * Times.MINUTE);
        Track track = timeline(fleet.build(), range, 24, "throughput").tracks().getFirst();
        assertThat(track.time())
                .containsExactly(START, START + Times.MINUTE, START + 2 * Times.MINUTE);
        assertThat(track.mean()).containsExactly(60, 0, 30);
        assertThat(track.runs()).isEqualTo(90);
    }

    @Test
    void bandsAreConstantOrStepByHour() {
        Frame frame = new FleetFixture().run(1, 0, 10, 0.5).build();
        double[] hours = new double[24];
        Arrays.setAll(hours, h -> h);
        List<Expectation> expected =
                List.of(
                        new Expectation(
                                "sigma",
                                "latency_ms",
                                new double[] {1},
                                new double[] {2},
                                new double[] {3}),
                        new Expectation("robust", "latency_ms", hours, hours, hours),
                        new Expectation(
                                "sigma",
                                "accuracy",
                                new double[] {7},
                                new double[] {8},
                                new double[] {9}));
        TimeRange range = new TimeRange(START + 90 * Times.MINUTE, START + 3 * Times.HOUR);
        List<Track.Band> bands =
                timeline(frame, range, 100, FindingSet.empty(frame), expected, "latency_ms")
                        .tracks()
                        .getFirst()
                        .bands();
        assertThat(bands).extracting(Track.Band::detector).containsExactly("sigma", "robust");
        assertThat(bands.get(0).time()).containsExactly(range.from(), range.to());
        assertThat(bands.get(0).upper()).containsExactly(3, 3);
        assertThat(bands.get(1).time())
                .containsExactly(range.from(), START + 2 * Times.HOUR, range.to());
        assertThat(bands.get(1).typical()).containsExactly(1, 2, 2);
    }

    @Test
    void markersAreTheWorstOfTheirColumn() {
        Frame frame = FleetFixture.random(4000, 3, 12);
        FindingSet found =
                FindingSet.mostSevereFirst(
                        Detectors.all().stream()
                                .map(d -> d.detect(DetectorInput.of(frame), JobContext.NONE))
                                .toList());
        UUID agent = FleetFixture.agentId(1);
        TimeRange range = new TimeRange(START + Times.HOUR, START + 20 * Times.HOUR);
        List<Track.Marker> markers =
                timeline(frame, range, 19, found, List.of(), "latency_ms")
                        .tracks()
                        .getFirst()
                        .markers();
        List<Finding> own =
                found.asList().stream()
                        .filter(f -> f.agentId().equals(agent) && f.metric().equals("latency_ms"))
                        .filter(f -> range.contains(f.recordedAt()))
                        .toList();
        assertThat(markers)
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        assertThat(markers.stream().mapToInt(Track.Marker::count).sum()).isEqualTo(own.size());
        for (Track.Marker marker : markers) {
            long hour = Times.floor(marker.time(), Times.HOUR);
            List<Finding> column =
                    own.stream()
                            .filter(f -> Times.floor(f.recordedAt(), Times.HOUR) == hour)
                            .toList();
            assertThat(marker.count()).isEqualTo(column.size());
            assertThat(marker.severity())
                    .isEqualTo(column.stream().mapToDouble(Finding::severity).max().orElse(-1));
            assertThat(column)
                    .anyMatch(
                            f -> f.runIndex() == marker.runIndex() && f.actual() == marker.value());
        }
    }

    @Test
    void detectorsExpectationsFitTheTimeline() {
        Frame frame = FleetFixture.random(3000, 2, 6);
        int code = frame.agents().find(FleetFixture.agentId(1));
        List<Expectation> expected =
                Detectors.all().stream()
                        .flatMap(d -> d.expectations(DetectorInput.of(frame), code).stream())
                        .toList();
        AgentTimeline timeline =
                timeline(
                        frame,
                        TimeRange.ALL,
                        500,
                        FindingSet.empty(frame),
                        expected,
                        "latency_ms",
                        "accuracy");
        assertThat(timeline.range()).isEqualTo(timeline.extent());
        assertThat(timeline.tracks().get(0).bands()).hasSize(2);
        assertThat(timeline.tracks().get(1).bands()).hasSize(1);
        assertThat(timeline.tracks().get(0).bands().get(1).typical()[0])
                .isCloseTo(200, within(40.0));
    }

    @Test
    void agentWithoutRunsHasNoTracks() {
        Frame frame = FleetFixture.empty();
        AgentTimeline timeline = timeline(frame, HOUR, 10, "latency_ms", "throughput");
        assertThat(timeline.tracks()).isEmpty();
        assertThat(timeline.range()).isEqualTo(HOUR);
        Frame other =
                new FleetFixture().run(1, 0, 1, 1).run(2, 0, 1, 1).build().select(new int[] {1});
        assertThat(timeline(other, HOUR, 10, "latency_ms").tracks()).isEmpty();
    }

    @Test
    void rangeWithoutRunsHasEmptyTracks() {
        Frame frame = new FleetFixture().run(1, 0, 1, 1).build();
        TimeRange later = new TimeRange(START + Times.HOUR, START + 2 * Times.HOUR);
        AgentTimeline timeline = timeline(frame, later, 10, "latency_ms", "throughput");
        assertThat(timeline.tracks()).allSatisfy(t -> assertThat(t.time()).isEmpty());
        assertThatThrownBy(() -> timeline(frame, HOUR, 0, "latency_ms"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
