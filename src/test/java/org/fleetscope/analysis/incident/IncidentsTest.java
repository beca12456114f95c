package org.fleetscope.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Found;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Incident;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private static final RunMetadata PLAIN = new RunMetadata("layer-4", "vision", 50, false);
    private static final String LATENCY = "latency_ms";

    private final FleetFixture fleet = new FleetFixture();
    private int runs;

    private int run(int agent, String host, long at) {
        fleet.run(agent, at, 100, 0.9, host, PLAIN);
        return runs++;
    }

    private static IncidentSet incidents(FindingSet found) {
        return Incidents.of(found, 50, i -> true);
    }

    private static List<Incident> listed(IncidentSet set) {
        return IntStream.range(0, set.size()).mapToObj(set::get).toList();
    }

    @Test
    void closerThanTenMinutesOfOneAgentJoinAndExactlyTenDoNot() {
        int a = run(0, "h", 0);
        int b = run(0, "i", 10 * Times.MINUTE - 1);
        int c = run(0, "j", 20 * Times.MINUTE - 1);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 60)
                        .add("peer", b, "accuracy", 0.2, 80)
                        .add("sigma", c, LATENCY, 900, 70)
                        .build();
        List<Incident> listed = listed(incidents(found));
        assertThat(listed).hasSize(2);
        Incident first = listed.getFirst();
        assertThat(first.severity()).isEqualTo(80);
        assertThat(first.start()).isEqualTo(FleetFixture.START);
        assertThat(first.end()).isEqualTo(FleetFixture.START + 10 * Times.MINUTE - 1);
        assertThat(first.agents()).containsExactly(FleetFixture.agentId(0));
        assertThat(first.hosts()).containsExactly("i", "h");
        assertThat(first.metrics()).containsExactly("accuracy", LATENCY);
        assertThat(first.detectors()).containsExactly("peer", "sigma");
        assertThat(first.findings()).isEqualTo(2);
        assertThat(first.worst()).isEqualTo(found.get(0));
        assertThat(listed.get(1).severity()).isEqualTo(70);
        assertThat(listed.get(1).findings()).isEqualTo(1);
    }

    @Test
    void findingsOfOneHostJoinThroughOthers() {
        int a = run(0, "x", 0);
        int b = run(1, "x", 9 * Times.MINUTE);
        int c = run(1, "y", 18 * Times.MINUTE);
        int d = run(2, "y", 27 * Times.MINUTE);
        int apart = run(3, "z", 9 * Times.MINUTE);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 60)
                        .add("sigma", b, LATENCY, 900, 61)
                        .add("sigma", c, LATENCY, 900, 62)
                        .add("sigma", d, LATENCY, 900, 63)
                        .add("sigma", apart, LATENCY, 900, 99)
                        .build();
        List<Incident> listed = listed(incidents(found));
        assertThat(listed).extracting(Incident::findings).containsExactly(1, 4);
        assertThat(listed.get(1).agents())
                .containsExactly(
                        FleetFixture.agentId(2), FleetFixture.agentId(1), FleetFixture.agentId(0));
        assertThat(listed.get(1).end() - listed.get(1).start()).isEqualTo(27 * Times.MINUTE);
    }

    @Test
    void anUnknownHostJoinsNothing() {
        int a = run(0, Frame.UNKNOWN, 0);
        int b = run(1, Frame.UNKNOWN, 1);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 60)
                        .add("sigma", b, LATENCY, 900, 61)
                        .build();
        List<Incident> listed = listed(incidents(found));
        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst().hosts()).isEmpty();
    }

    @Test
    void faintFindingsNeitherJoinNorBridge() {
        int a = run(0, "h", 0);
        int b = run(0, "h", 6 * Times.MINUTE);
        int c = run(0, "h", 12 * Times.MINUTE);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 50)
                        .add("sigma", b, LATENCY, 900, 49.999)
                        .add("sigma", c, LATENCY, 900, 55)
                        .build();
        assertThat(incidents(found).size()).isEqualTo(2);
        assertThat(Incidents.of(found, 49, i -> true).size()).isEqualTo(1);
        assertThat(Incidents.of(found, 49, i -> i != 2).size()).isEqualTo(2);
        assertThat(incidents(found).byFinding()).containsExactly(0, 1, -1);
        assertThat(Incidents.of(FindingSet.empty(found.frame()), 0, i -> true).size()).isZero();
    }

    @Test
    void theFleetAndAClockAreNotTheAgentWhereTheyStand() {
        int a = run(0, "h", 0);
        int b = run(0, "g", 1);
        int c = run(1, "g", 2);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 60)
                        .add("missing-data", a, "fleet_throughput", 0, 90)
                        .add("missing-data", c, "fleet_throughput", 0, 91)
                        .add("clock-skew", b, "clock_offset", 900, 70)
                        .add("sigma", c, LATENCY, 900, 65)
                        .build();
        List<Incident> listed = listed(incidents(found));
        assertThat(listed)
                .extracting(Incident::metrics)
                .containsExactly(
                        List.of("fleet_throughput"),
                        List.of("clock_offset", LATENCY),
                        List.of(LATENCY));
        assertThat(listed.getFirst().isOfFleet()).isTrue();
        assertThat(listed.getFirst().agents()).isEmpty();
        assertThat(listed.get(1).isOfFleet()).isFalse();
    }

    @Test
    void rankedBySeverityThenAgentsThenFindingsThenStart() {
        int late = run(5, "e", 9 * Times.HOUR);
        int early = run(6, "f", 8 * Times.HOUR);
        int twice = run(7, "g", 7 * Times.HOUR);
        int one = run(8, "h", 6 * Times.HOUR);
        int two = run(9, "h", 6 * Times.HOUR + 1);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", late, LATENCY, 900, 100)
                        .add("sigma", early, LATENCY, 900, 100)
                        .add("sigma", twice, LATENCY, 900, 100)
                        .add("robust", twice, LATENCY, 900, 60)
                        .add("sigma", one, LATENCY, 900, 100)
                        .add("sigma", two, LATENCY, 900, 55)
                        .build();
        assertThat(listed(incidents(found)))
                .extracting(incident -> (incident.start() - FleetFixture.START) / Times.HOUR)
                .containsExactly(6L, 7L, 8L, 9L);
    }

    @Test
    void theIdStaysWhenTheIncidentGoesOn() {
        int a = run(0, "h", 0);
        int b = run(0, "h", Times.MINUTE);
        Frame frame = fleet.build();
        Found made = new Found(frame).add("sigma", a, LATENCY, 900, 60);
        String id = incidents(made.build()).id(0);
        made.add("sigma", b, LATENCY, 900, 95);
        assertThat(incidents(made.build()).id(0)).isEqualTo(id).matches("[0-9a-f]{10}");
    }

    /** Against connected components found by spreading from finding to finding. */
    @Test
    void asTheDefinitionSaysOnRandomFindings() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Frame frame = FleetFixture.random(300, 30, round);
            Found made = new Found(frame);
            for (int i = 0; i < 150; i++) {
                made.add("sigma", random.nextInt(300), LATENCY, 900, random.nextInt(101));
            }
            FindingSet found = made.build();
            IncidentSet set = incidents(found);
            Set<Set<Integer>> actual = new HashSet<>();
            for (int i = 0; i < set.size(); i++) {
                actual.add(new HashSet<>(Arrays.stream(set.members(i)).boxed().toList()));
            }
            assertThat(actual).isEqualTo(components(found));
        }
    }

    private static Set<Set<Integer>> components(FindingSet found) {
        List<Integer> left =
                new ArrayList<>(
                        IntStream.range(0, found.size())
                                .filter(i -> found.severity(i) >= 50)
                                .boxed()
                                .toList());
        Set<Set<Integer>> components = new HashSet<>();
        while (!left.isEmpty()) {
            Set<Integer> component = new HashSet<>();
            List<Integer> next = new ArrayList<>(List.of(left.getFirst()));
            while (!next.isEmpty()) {
                int at = next.removeLast();
                component.add(at);
                left.remove((Integer) at);
                left.stream()
                        .filter(i -> !next.contains(i) && near(found, at, i))
                        .forEach(next::add);
            }
            components.add(component);
        }
        return components;
    }

    private static boolean near(FindingSet found, int a, int b) {
        int[] host = found.frame().host();
        return Math.abs(found.recordedAt(a) - found.recordedAt(b)) < 600_000_000
                && (found.agent(a) == found.agent(b) || host[found.run(a)] == host[found.run(b)]);
    }
}
