package org.fleetscope.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Found;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class ConsensusTest {
    private static final long WINDOW = 5 * Times.MINUTE;

    /** Run i of agent 0 at i minutes, then one run of agent 1. */
    private static Frame frame() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 20; i++) {
            fleet.run(0, i * Times.MINUTE, 100, 0.9);
        }
        return fleet.run(1, 3 * Times.MINUTE, 100, 0.9).build();
    }

    private static List<List<String>> agreeing(FindingSet found) {
        Consensus consensus = Consensus.of(found, WINDOW);
        return IntStream.range(0, found.size()).mapToObj(consensus::agreeing).toList();
    }

    @Test
    void detectorsOfRunsAgreeAboutTheSameRunOnly() {
        FindingSet found =
                new Found(frame())
                        .add("robust", 3, "latency_ms", 900, 40)
                        .add("sigma", 3, "latency_ms", 900, 30)
                        .add("sigma", 4, "latency_ms", 900, 20)
                        .build();
        assertThat(agreeing(found)).containsExactly(List.of("sigma"), List.of("robust"), List.of());
    }

    @Test
    void notAcrossMetricsSidesOrAgents() {
        FindingSet found =
                new Found(frame())
                        .add("robust", 3, "latency_ms", 900, 50)
                        .add("sigma", 3, "accuracy", 900, 40)
                        .add("resource", 3, "latency_ms", 10, 30)
                        .add("peer", 20, "latency_ms", 900, 20)
                        .build();
        assertThat(agreeing(found)).containsOnly(List.of());
    }

    @Test
    void aStretchAgreesWithWhatIsAtMostAWindowAway() {
        FindingSet found =
                new Found(frame())
                        .add("peer", 5, "latency_ms", 900, 90)
                        .add("sigma", 0, "latency_ms", 900, 80)
                        .add("sigma", 10, "latency_ms", 900, 70)
                        .add("robust", 11, "latency_ms", 900, 60)
                        .add("shift", 10, "latency_ms", 900, 50)
                        .build();
        assertThat(agreeing(found))
                .containsExactly(
                        List.of("sigma", "shift"),
                        List.of("peer"),
                        List.of("peer", "shift"),
                        List.of("shift"),
                        List.of("sigma", "robust", "peer"));
    }

    @Test
    void aDetectorDoesNotAgreeWithItself() {
        FindingSet found =
                new Found(frame())
                        .add("peer", 5, "latency_ms", 900, 90)
                        .add("peer", 6, "latency_ms", 900, 80)
                        .build();
        assertThat(agreeing(found)).containsOnly(List.of());
        assertThat(agreeing(FindingSet.empty(frame()))).isEmpty();
    }

    /** Against every pair looked at by itself. */
    @Test
    void asTheDefinitionSaysOnRandomFindings() {
        Random random = new Random(5);
        Frame frame = FleetFixture.random(400, 3, 5);
        List<String> ids = Detectors.all().stream().map(d -> d.id()).toList();
        Found made = new Found(frame);
        for (int i = 0; i < 500; i++) {
            made.add(
                    ids.get(random.nextInt(ids.size())),
                    random.nextInt(400),
                    random.nextBoolean() ? "latency_ms" : "accuracy",
                    random.nextBoolean() ? 900 : 10,
                    random.nextInt(100));
        }
        FindingSet found = made.build();
        Consensus consensus = Consensus.of(found, 20 * Times.MINUTE);
        for (int i = 0; i < found.size(); i++) {
            int a = i;
            List<String> expected =
                    ids.stream()
                            .filter(id -> !id.equals(found.detector(a)))
                            .filter(id ->
                                    IntStream.range(0, found.size())
                                            .filter(b -> found.detector(b).equals(id))
                                            .anyMatch(b -> agree(found, a, b)))
                            .toList();
            assertThat(consensus.agreeing(i)).isEqualTo(expected);
        }
    }

    private static boolean agree(FindingSet found, int a, int b) {
        boolean stretch =
                List.of(found.detector(a), found.detector(b)).stream()
                        .anyMatch(
                                List.of("peer", "novelty", "shift", "missing-data", "clock-skew")
                                        ::contains);
        return found.agent(a) == found.agent(b)
                && found.metric(a).equals(found.metric(b))
                && (found.actual(a) > 100) == (found.actual(b) > 100)
                && (found.run(a) == found.run(b)
                        || (stretch
                                && Math.abs(found.recordedAt(a) - found.recordedAt(b))
                                        <= 20 * Times.MINUTE));
    }
}
