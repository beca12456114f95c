package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.Test;

/** Brush statistics, run details and the values of the scope bar. */
final class RunAnswersTest {
    private static final long START = FleetFixture.START;

    /** Twelve runs of agent 1, the eighth much slower, among runs of agent 2. */
    private static FleetFixture fleet() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 12; i++) {
            fleet.run(1, i, i == 7 ? 900 : 10 + i, 0.5);
            if (i == 7) {
                fleet.custom("tokens", 42);
            }
            fleet.run(2, i, 5, 0.5);
        }
        return fleet;
    }

    private static FindingSet find(Frame frame) {
        return FindingSet.mostSevereFirst(
                List.of(Detectors.byId("sigma").detect(DetectorInput.of(frame), JobContext.NONE)));
    }

    @Test
    void runDetailKnowsItsFindingsAndNeighbours() {
        Frame frame = fleet().build();
        List<RunDetail.Explained> features =
                List.of(new RunDetail.Explained("hour_of_day", "0", "hour", "UTC"));
        RunDetail detail =
                RunDetailBuilder.of(frame, 14, find(frame), AgentNames.of(frame), features);
        assertThat(detail.runIndex()).isEqualTo(14);
        assertThat(detail.summary().latencyMs()).isEqualTo(900);
        assertThat(detail.summary().worst()).isEqualTo(detail.findings().getFirst().severity());
        assertThat(detail.agentName()).isEqualTo("node-1");
        assertThat(detail.agentType()).isEqualTo("vision");
        assertThat(detail.sourceLayer()).isEqualTo("layer-4");
        assertThat(detail.priority()).isEqualTo(50);
        assertThat(detail.origin()).isEqualTo(new RowOrigin("fleet.ndjson", 15, 1400));
        assertThat(detail.custom()).containsExactly(new RunDetail.Value("tokens", 42));
        assertThat(detail.features()).isEqualTo(features);
        assertThat(detail.findings()).extracting(Finding::runIndex).containsExactly(14);
        assertThat(detail.neighbours())
                .extracting(RunSummary::runIndex)
                .containsExactly(4, 6, 8, 10, 12, 16, 18, 20, 22);
    }

    @Test
    void firstRunHasNeighboursAfterItOnly() {
        Frame frame = fleet().build();
        RunDetail detail =
                RunDetailBuilder.of(
                        frame, 0, FindingSet.empty(frame), AgentNames.of(frame), List.of());
        assertThat(detail.neighbours())
                .extracting(RunSummary::runIndex)
                .containsExactly(2, 4, 6, 8, 10);
        assertThat(detail.custom()).isEmpty();
        assertThat(detail.summary().worst()).isZero();
    }

    @Test
    void brushSetsInsideAgainstOutside() {
        Frame frame = fleet().build();
        TimeRange inside = new TimeRange(START + 6, START + 9);
        BrushStatistics brush =
                BrushBuilder.of(frame, FleetFixture.agentId(1), inside, 2, find(frame));
        assertThat(brush.runsInside()).isEqualTo(3);
        assertThat(brush.runsOutside()).isEqualTo(9);
        assertThat(brush.runs()).extracting(RunSummary::runIndex).containsExactly(12, 14);
        assertThat(brush.runs().get(1).worst()).isPositive();
        BrushStatistics.Row latency = brush.rows().getFirst();
        assertThat(latency.metric().id()).isEqualTo("latency_ms");
        // Inside 16, 900, 18; outside 10..15 and 19..21.
        assertThat(latency.meanInside()).isCloseTo(934.0 / 3, within(1e-9));
        assertThat(latency.meanOutside()).isCloseTo(135.0 / 9, within(1e-9));
        assertThat(latency.medianInside()).isEqualTo(18);
        assertThat(latency.medianOutside()).isEqualTo(14);
        double[] outside = {10, 11, 12, 13, 14, 15, 19, 20, 21};
        double squares =
                IntStream.range(0, 9).mapToDouble(i -> (outside[i] - 15) * (outside[i] - 15)).sum();
        assertThat(latency.sdOutside()).isCloseTo(Math.sqrt(squares / 8), within(1e-9));
        BrushStatistics.Row tokens = brush.rows().getLast();
        assertThat(tokens.metric().id()).isEqualTo("custom_metrics.tokens");
        assertThat(tokens.medianInside()).isEqualTo(42);
        assertThat(tokens.sdInside()).isNaN();
        assertThat(tokens.meanOutside()).isNaN();
    }

    @Test
    void brushOfNothing() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, Double.NaN, Double.NaN)
                        .network(KpiBatch.MISSING_LONG)
                        .build();
        BrushStatistics brush =
                BrushBuilder.of(
                        frame,
                        FleetFixture.agentId(1),
                        new TimeRange(START + 5, START + 9),
                        9,
                        FindingSet.empty(frame));
        assertThat(brush.runsInside()).isZero();
        assertThat(brush.runsOutside()).isEqualTo(1);
        assertThat(brush.rows())
                .extracting(r -> r.metric().id())
                .containsExactly("cpu_usage", "memory_mb");
        BrushStatistics unknown =
                BrushBuilder.of(
                        frame,
                        FleetFixture.agentId(9),
                        new TimeRange(0, 1),
                        9,
                        FindingSet.empty(frame));
        assertThat(unknown.rows()).isEmpty();
    }

    @Test
    void dimensionsCountRunsMostFirst() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 1, 1, "a", new RunMetadata("layer-3", "vision", 100, false))
                        .run(1, 1, 1, 1, "a", new RunMetadata("layer-4", "coder", 42, false))
                        .run(2, 2, 1, 1, "b", new RunMetadata("layer-4", "coder", 50, false))
                        .custom("tokens", 1)
                        .build();
        DimensionValues values = DimensionsBuilder.of(frame, AgentNames.of(frame));
        assertThat(values.extent()).isEqualTo(new TimeRange(START, START + 3));
        assertThat(values.types())
                .containsExactly(
                        new DimensionValues.Entry<>("coder", "coder", 2),
                        new DimensionValues.Entry<>("vision", "vision", 1));
        assertThat(values.agents())
                .containsExactly(
                        new DimensionValues.Entry<>(FleetFixture.agentId(1), "a", 2),
                        new DimensionValues.Entry<>(FleetFixture.agentId(2), "b", 1));
        assertThat(values.priorities())
                .extracting(DimensionValues.Entry::label)
                .containsExactly("42", "Critical", "Normal");
        assertThat(values.layers()).extracting(DimensionValues.Entry::runs).containsExactly(2L, 1L);
        assertThat(values.customMetrics()).containsExactly("tokens");
        assertThat(DimensionsBuilder.of(frame.select(new int[] {2}), AgentNames.of(frame)).hosts())
                .hasSize(1);
    }
}
