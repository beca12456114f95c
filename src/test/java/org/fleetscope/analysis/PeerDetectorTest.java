package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class PeerDetectorTest {
    private static final int WINDOWS = 20;

    /**
     * Agents 0 to 8 of one type with an accuracy of 0.80, 0.81 … 0.88, five runs in each of 20
     * windows of five minutes; agent 8 has {@code odd} in the windows 7 to 9.
     */
    private static Frame fleet(double odd) {
        FleetFixture fleet = new FleetFixture();
        for (int w = 0; w < WINDOWS; w++) {
            for (int agent = 0; agent < 9; agent++) {
                for (int i = 0; i < 5; i++) {
                    boolean strange = agent == 8 && w >= 7 && w <= 9;
                    double accuracy = strange ? odd : 0.8 + agent / 100.0;
                    fleet.run(agent, w * 5 * Times.MINUTE + i * Times.MINUTE, 100, accuracy);
                }
            }
        }
        return fleet.build();
    }

    private static FindingSet detect(Frame frame, Map<String, Double> thresholds) {
        return new PeerDetector()
                .detect(
                        new DetectorInput(
                                frame, null, null, List.of("accuracy"), new double[0], thresholds),
                        JobContext.NONE);
    }

    /** Median 0.84, MAD 0.02, so that one deviation is 0.02/0.6745·(1 + 10/9) = 0.0626. */
    @Test
    void oneFindingForWindowsInARowAtTheMostSevere() {
        FindingSet found = detect(fleet(0.2), Map.of());
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.metric(0)).isEqualTo("accuracy");
        assertThat(found.get(0).agentId()).isEqualTo(FleetFixture.agentId(8));
        assertThat(found.recordedAt(0) - FleetFixture.START)
                .isBetween(35 * Times.MINUTE, 40 * Times.MINUTE);
        // With 0.2 among them the others' median is 0.83 and the distances' 0.02.
        double deviation = 0.02 / 0.6745 * (1 + 10 / 9.0);
        assertThat(found.actual(0)).isEqualTo(0.2);
        assertThat(found.get(0).typical()).isCloseTo(0.83, within(1e-12));
        assertThat(found.get(0).lower()).isCloseTo(0.83 - 3.5 * deviation, within(1e-12));
        assertThat(found.get(0).upper()).isCloseTo(0.83 + 3.5 * deviation, within(1e-12));
        assertThat(found.severity(0)).isEqualTo(100);
    }

    @Test
    void whatLiesWithinKIsNoFindingAndJustBeyondIsOne() {
        // (0.83 − x)/0.06260 = 3.5 at 0.61090.
        assertThat(detect(fleet(0.612), Map.of()).size()).isZero();
        assertThat(detect(fleet(0.610), Map.of()).size()).isEqualTo(1);
        assertThat(detect(fleet(0.612), Map.of("peer.k", 3.4)).size()).isEqualTo(1);
    }

    @Test
    void whatMovesAllAlikeIsNoFinding() {
        FleetFixture fleet = new FleetFixture();
        for (int w = 0; w < WINDOWS; w++) {
            for (int agent = 0; agent < 9; agent++) {
                for (int i = 0; i < 5; i++) {
                    double accuracy = (w < 10 ? 0.8 : 0.2) + agent / 100.0;
                    fleet.run(agent, w * 5 * Times.MINUTE + i * Times.MINUTE, 100, accuracy);
                }
            }
        }
        assertThat(detect(fleet.build(), Map.of()).size()).isZero();
    }

    @Test
    void fewPeersOrPeersWithoutSpreadSayNothing() {
        FleetFixture few = new FleetFixture();
        FleetFixture alike = new FleetFixture();
        for (int i = 0; i < 100; i++) {
            for (int agent = 0; agent < 9; agent++) {
                double accuracy = agent == 0 ? 0.1 : 0.9;
                if (agent < 7) {
                    few.run(agent, i * Times.MINUTE, 100, accuracy + agent / 1000.0);
                }
                alike.run(agent, i * Times.MINUTE, 100, accuracy);
            }
        }
        assertThat(detect(few.build(), Map.of()).size()).isZero();
        assertThat(detect(alike.build(), Map.of()).size()).isZero();
    }

    @Test
    void onlyExaminedWindowsAreJudged() {
        TimeRange later = new TimeRange(FleetFixture.START + 50 * Times.MINUTE, Long.MAX_VALUE);
        FindingSet found =
                new PeerDetector()
                        .detect(
                                new DetectorInput(
                                        fleet(0.2),
                                        null,
                                        later,
                                        List.of("accuracy"),
                                        new double[0],
                                        Map.of()),
                                JobContext.NONE);
        assertThat(found.size()).isZero();
    }

    @Test
    void missingValuesAndEmptyFramesAreNoFindings() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 200; i++) {
            fleet.run(i % 10, i * Times.MINUTE, 100, Double.NaN);
        }
        assertThat(detect(fleet.build(), Map.of()).size()).isZero();
        assertThat(detect(FleetFixture.empty(), Map.of()).size()).isZero();
    }

    @Test
    void anUnknownMetricIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() ->
                        new DetectorInput(
                                fleet(0.2), null, null, List.of("speed"), new double[0], Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no metric \"speed\"; there are latency_ms, accuracy, cpu_usage, memory_mb, network_bytes, throughput");
    }
}
