package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Found;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class LanesBuilderTest {
    private static final long START = FleetFixture.START;
    private static final TimeRange FOUR_HOURS = new TimeRange(START, START + 4 * Times.HOUR);
    private static final RunMetadata VISION = new RunMetadata("layer-4", "vision", 50, false);
    private static final RunMetadata CODER = new RunMetadata("layer-4", "coder", 50, false);

    /**
     * Agent 1 on node-a: 00:00, 00:30, 02:00. Agent 2 on node-a: 01:00. Agent 3 on node-b: 03:59.
     */
    private static Frame fleet() {
        return new FleetFixture()
                .run(1, 0, 100, 0.9, "node-a", VISION)
                .run(1, 30 * Times.MINUTE, 300, 0.2, "node-a", VISION)
                .run(2, Times.HOUR, 500, 0.7, "node-a", CODER)
                .run(1, 2 * Times.HOUR, 90, 0.7, "node-a", VISION)
                .run(3, 4 * Times.HOUR - 1, 90, 0.7, "node-b", CODER)
                .build();
    }

    private static FindingSet found(Frame frame) {
        return new Found(frame)
                .add("sigma", 0, "latency_ms", 300, 30)
                .add("sigma", 1, "latency_ms", 310, 60)
                .add("robust", 1, "accuracy", 20, 40)
                .add("sigma", 2, "latency_ms", 500, 80)
                .add("sigma", 3, "latency_ms", 290, 60)
                .build();
    }

    private static Lanes lanes(Lanes.By by) {
        Frame frame = fleet();
        return LanesBuilder.of(found(frame), FOUR_HOURS, by, 4, AgentNames.of(frame));
    }

    @Test
    void agentsByHand() {
        Lanes lanes = lanes(Lanes.By.AGENT);
        assertThat(lanes.buckets()).isEqualTo(new Buckets(START, Times.HOUR, 4));
        assertThat(lanes.lanes())
                .extracting(Lanes.Lane::key)
                .containsExactly(
                        FleetFixture.agentId(2).toString(),
                        FleetFixture.agentId(1).toString(),
                        FleetFixture.agentId(3).toString());
        Lanes.Lane first = lanes.lanes().getFirst();
        assertThat(first.severity()).isEqualTo(80);
        assertThat(first.count()).isEqualTo(1);
        Lanes.Lane second = lanes.lanes().get(1);
        assertThat(second.severity()).isEqualTo(60);
        assertThat(second.count()).isEqualTo(4);
        assertThat(second.runs()).containsExactly(2, 0, 1, 0);
        assertThat(second.counts()).containsExactly(3, 0, 1, 0);
        assertThat(second.severities()).containsExactly(60, Double.NaN, 60, Double.NaN);
        assertThat(lanes.worst(1, 0).map(Finding::runIndex)).contains(1);
        assertThat(lanes.worst(1, 1)).isEmpty();
        assertThat(lanes.worst(1, 2).map(Finding::runIndex)).contains(3);
        assertThat(lanes.stretch(2))
                .isEqualTo(new TimeRange(START + 2 * Times.HOUR, START + 3 * Times.HOUR));
        assertThat(lanes.stretch(1, 3))
                .isEqualTo(new TimeRange(START + Times.HOUR, START + 4 * Times.HOUR));
    }

    @Test
    void whatHasRunsAndNoFindingIsLast() {
        Lanes.Lane quiet = lanes(Lanes.By.AGENT).lanes().getLast();
        assertThat(quiet.severity()).isNaN();
        assertThat(quiet.count()).isZero();
        assertThat(quiet.runs()).containsExactly(0, 0, 0, 1);
        assertThat(quiet.worst()).containsExactly(-1, -1, -1, -1);
    }

    @Test
    void typesAndHosts() {
        assertThat(lanes(Lanes.By.TYPE).lanes())
                .extracting(Lanes.Lane::name, Lanes.Lane::severity, Lanes.Lane::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("coder", 80.0, 1),
                        org.assertj.core.groups.Tuple.tuple("vision", 60.0, 4));
        Lanes hosts = lanes(Lanes.By.HOST);
        assertThat(hosts.lanes()).extracting(Lanes.Lane::key).containsExactly("node-a", "node-b");
        assertThat(hosts.lanes().getFirst().counts()).containsExactly(3, 1, 1, 0);
        assertThat(hosts.worst(0, 1).map(Finding::severity)).contains(80.0);
    }

    @Test
    void equalSeverityGoesByCountThenName() {
        Frame frame = new FleetFixture().run(5, 0, 1, 1).run(4, 1, 1, 1).run(6, 2, 1, 1).build();
        FindingSet found =
                new Found(frame)
                        .add("sigma", 0, "latency_ms", 1, 50)
                        .add("sigma", 1, "latency_ms", 1, 50)
                        .add("sigma", 2, "latency_ms", 1, 50)
                        .add("robust", 2, "latency_ms", 1, 20)
                        .build();
        Lanes lanes = LanesBuilder.of(found, FOUR_HOURS, Lanes.By.HOST, 4, AgentNames.of(frame));
        assertThat(lanes.lanes())
                .extracting(Lanes.Lane::name)
                .containsExactly("node-6", "node-4", "node-5");
    }

    @Test
    void runsOutsideTheRangeAndNoRuns() {
        Frame frame = fleet();
        TimeRange first = new TimeRange(START, START + Times.HOUR);
        Lanes lanes = LanesBuilder.of(found(frame), first, Lanes.By.AGENT, 2, AgentNames.of(frame));
        assertThat(lanes.lanes()).hasSize(1);
        assertThat(lanes.lanes().getFirst().count()).isEqualTo(3);
        Frame none = FleetFixture.empty();
        assertThat(
                        LanesBuilder.of(
                                        FindingSet.empty(none),
                                        new TimeRange(0, 0),
                                        Lanes.By.AGENT,
                                        60,
                                        AgentNames.of(none))
                                .lanes())
                .isEmpty();
    }

    @Test
    void addsUpToWhatOneByOneCountingGives() {
        Frame frame = FleetFixture.random(4000, 30, 5);
        Random random = new Random(9);
        Found made = new Found(frame);
        for (int i = 0; i < 900; i++) {
            made.add("sigma", random.nextInt(4000), "latency_ms", 1, 100 * random.nextDouble());
        }
        FindingSet found = made.build();
        TimeRange day = new TimeRange(START, START + Times.DAY);
        Lanes lanes = LanesBuilder.of(found, day, Lanes.By.AGENT, 24, AgentNames.of(frame));
        Map<String, Double> worst = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Finding finding : found.asList()) {
            String cell = finding.agentId() + "@" + (finding.recordedAt() - START) / Times.HOUR;
            worst.merge(cell, finding.severity(), Math::max);
            counts.merge(cell, 1, Integer::sum);
        }
        int cells = 0;
        for (int i = 0; i < lanes.lanes().size(); i++) {
            Lanes.Lane lane = lanes.lanes().get(i);
            for (int b = 0; b < 24; b++) {
                String cell = lane.key() + "@" + b;
                assertThat(lane.counts()[b]).isEqualTo(counts.getOrDefault(cell, 0));
                if (lane.counts()[b] > 0) {
                    cells++;
                    assertThat(lane.severities()[b]).isEqualTo(worst.get(cell));
                }
            }
        }
        assertThat(cells).isEqualTo(counts.size());
    }
}
