package org.fleetscope.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Found;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class InfluencersTest {
    private static final String LATENCY = "latency_ms";

    private final FleetFixture fleet = new FleetFixture();
    private int runs;

    private int run(int agent, String host, String type, int priority, long at, double latency) {
        fleet.run(agent, at, latency, 0.9, host, new RunMetadata("l", type, priority, false));
        return runs++;
    }

    private static List<Influencer> influencers(FindingSet found) {
        IncidentSet set = Incidents.of(found, 50, i -> true);
        Incident worst = set.get(0);
        return new Influencers(found, i -> true).of(worst, set.members(0));
    }

    /**
     * Both agents of node-17 are struck, so that only the node explains it; 22 is left of another.
     */
    @Test
    void theHostWithoutWhichItIsFaint() {
        int a = run(0, "node-17", "vision", 50, 0, 900);
        int b = run(1, "node-17", "coder", 50, Times.MINUTE, 900);
        // The same agent elsewhere: of the incident by the agent, and faint.
        int c = run(1, "node-18", "coder", 50, Times.MINUTE / 2, 300);
        int elsewhere = run(2, "node-19", "coder", 50, 1, 900);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 88)
                        .add("sigma", b, LATENCY, 900, 88)
                        .add("sigma", c, LATENCY, 300, 22)
                        .add("sigma", elsewhere, LATENCY, 900, 60)
                        .build();
        assertThat(influencers(found))
                .containsExactly(new Influencer("host", "node-17", 88, 22, 0.5));
    }

    @Test
    void narrowestFirstAmongEqualOnes() {
        int a = run(0, "h", "vision", 75, 0, 900);
        int b = run(1, "h", "coder", 50, 1, 900);
        run(2, "i", "coder", 50, 1, 100);
        FindingSet found =
                new Found(fleet.build())
                        .add("sigma", a, LATENCY, 900, 88)
                        .add("robust", b, LATENCY, 900, 51)
                        .build();
        assertThat(influencers(found))
                .extracting(i -> i.dimension() + " " + i.value() + " " + i.without())
                .containsExactly(
                        "host h 0.0",
                        "agent " + FleetFixture.agentId(0) + " 51.0",
                        "type vision 51.0",
                        "priority 75 51.0");
    }

    /**
     * Accuracies of the window 0.2 0.2 0.2 (priority 75) and 0.5 0.5 0.4 (priority 50); typical
     * 0.9, one deviation 0.1. All: median 0.3, 6 deviations. Without 75: median 0.5, 4 deviations.
     * Without 50: 0.2, 7 deviations.
     */
    @Test
    void peerIsJudgedAnewOverTheRunsThatRemain() {
        int[] of = new int[6];
        double[] accuracy = {0.2, 0.2, 0.2, 0.5, 0.5, 0.4};
        for (int i = 0; i < 6; i++) {
            fleet.run(
                    0,
                    i * Times.SECOND,
                    100,
                    accuracy[i],
                    "h",
                    new RunMetadata("l", "vision", i < 3 ? 75 : 50, false));
            of[i] = i;
        }
        run(1, "i", "coder", 25, 0, 900);
        FindingSet found =
                new Found(fleet.build())
                        .add("peer", of[0], "accuracy", 0.3, 87.05, 0.9, 0.9 + 0.35, 3.5)
                        .build();
        List<Influencer> influencers = influencers(found);
        Influencer priority =
                influencers.stream()
                        .filter(i -> i.dimension().equals("priority"))
                        .findFirst()
                        .orElseThrow();
        assertThat(priority.value()).isEqualTo("75");
        // Two-sided p of 4 standard deviations is 6.334e-5.
        assertThat(priority.without()).isCloseTo(-10 * Math.log10(6.334248e-5), within(1e-4));
        assertThat(influencers).extracting(Influencer::value).doesNotContain("50");
    }

    @Test
    void aShiftGoesWithMostOfTheRunsOfItsWindow() {
        for (int i = 0; i < 5; i++) {
            run(0, "h", "vision", i < 3 ? 75 : 50, i * Times.SECOND, 900);
        }
        run(1, "i", "coder", 25, 0, 900);
        FindingSet found = new Found(fleet.build()).add("shift", 4, LATENCY, 900, 77).build();
        assertThat(influencers(found))
                .extracting(i -> i.dimension() + " " + i.without())
                .containsExactly("agent 0.0", "host 0.0", "type 0.0", "priority 0.0");
    }

    @Test
    void nothingDrivesAnIncidentOfTheFleet() {
        int a = run(0, "h", "vision", 75, 0, 900);
        FindingSet found =
                new Found(fleet.build()).add("missing-data", a, "fleet_throughput", 0, 90).build();
        assertThat(influencers(found)).isEmpty();
    }
}
