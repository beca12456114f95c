package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class AgentRowsBuilderTest {
    private static final long START = FleetFixture.START;
    private static final TimeRange RANGE = new TimeRange(START, START + 4 * Times.HOUR);
    private static final RunMetadata VISION = new RunMetadata("l", "vision", 50, false);
    private static final RunMetadata CODER = new RunMetadata("l", "coder", 50, false);

    private static List<AgentRow> rows(Frame frame) {
        FindingSet found =
                FindingSet.mostSevereFirst(
                        List.of(
                                Detectors.byId("sigma")
                                        .detect(DetectorInput.of(frame), JobContext.NONE)));
        double[] scores = new double[frame.rows()];
        Arrays.setAll(scores, row -> row % 2 == 0 ? 60 : Double.NaN);
        return AgentRowsBuilder.of(
                frame, RANGE, Success.of(frame, Map.of()), found, scores, AgentNames.of(frame), 4);
    }

    /** Five runs in the first hour round 100 ms, five in the third round 150 ms. */
    @Test
    void oneAgentByHand() {
        FleetFixture fleet = new FleetFixture();
        double[] first = {80, 90, 100, 110, 120};
        double[] second = {120, 130, 150, 200, 300};
        for (int i = 0; i < 5; i++) {
            fleet.run(1, i, first[i], 0.8, "a", VISION);
        }
        for (int i = 0; i < 5; i++) {
            fleet.run(1, 2 * Times.HOUR + i, second[i], 0.4, i < 4 ? "b" : "c", CODER);
        }
        AgentRow row =
                rows(fleet.run(1, 3 * Times.HOUR, Double.NaN, Double.NaN, "a", VISION).build())
                        .getFirst();
        assertThat(row.id()).isEqualTo(FleetFixture.agentId(1));
        assertThat(row.runs()).isEqualTo(11);
        assertThat(row.type()).isEqualTo("vision");
        assertThat(row.host()).isEqualTo("a");
        assertThat(row.p50()).isEqualTo(120);
        assertThat(row.p95()).isCloseTo(255, within(1e-9));
        assertThat(row.accuracy()).isCloseTo(0.6, within(1e-12));
        assertThat(row.successRate()).isEqualTo(0.5);
        assertThat(row.latencyChange()).isCloseTo(0.5, within(1e-12));
        assertThat(row.score()).isEqualTo(60);
        assertThat(row.spark()).containsExactly(100, Double.NaN, 150, Double.NaN);
        // Mean 140, sd 65.49: only 300 lies beyond 270.98.
        assertThat(row.findings()).isEqualTo(1);
        assertThat(row.worst()).isGreaterThan(13);
    }

    @Test
    void changeNeedsFiveRunsInBothHalves() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 9; i++) {
            fleet.run(1, i < 5 ? i : 2 * Times.HOUR + i, 10, 1);
        }
        assertThat(rows(fleet.build()).getFirst().latencyChange()).isNaN();
        assertThat(rows(fleet.run(1, 3 * Times.HOUR, 10, 1).build()).getFirst().latencyChange())
                .isZero();
    }

    @Test
    void worstFindingFirstThenNames() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 30; i++) {
            fleet.run(3, i, 10, 1);
            fleet.run(2, i, i == 7 ? 500 : 10 + i % 3, 1);
            fleet.run(1, i, 10, 1);
        }
        assertThat(rows(fleet.build()))
                .extracting(AgentRow::name)
                .containsExactly("node-2", "node-1", "node-3");
    }

    @Test
    void missingStaysMissingAndAgentsWithoutRunsStayAway() {
        Frame frame = new FleetFixture().run(1, 0, Double.NaN, Double.NaN).run(2, 0, 1, 1).build();
        AgentRow row = rows(frame.select(new int[] {0})).getFirst();
        assertThat(rows(frame.select(new int[] {0}))).hasSize(1);
        assertThat(row.p50()).isNaN();
        assertThat(row.accuracy()).isNaN();
        assertThat(row.successRate()).isNaN();
        assertThat(row.worst()).isZero();
        assertThat(rows(FleetFixture.empty())).isEmpty();
    }
}
