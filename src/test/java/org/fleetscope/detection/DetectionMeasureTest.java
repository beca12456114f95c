package org.fleetscope.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.Times;
import org.fleetscope.sample.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the measurement, on findings made by hand, and the whole of it on small fleets. */
class DetectionMeasureTest {
    /** Agent 3 on host 1 from minute 100 to 160. */
    private static final Injected SPIKE =
            new Injected(FaultKind.LATENCY_SPIKE, 3, 1, 100 * Times.MINUTE, 160 * Times.MINUTE);

    private static final Injected BAD_HOST =
            new Injected(FaultKind.BAD_HOST, -1, 1, 100 * Times.MINUTE, 160 * Times.MINUTE);

    private static final Injected DIP =
            new Injected(FaultKind.THROUGHPUT_DIP, -1, -1, 100 * Times.MINUTE, 160 * Times.MINUTE);

    private static Flag flag(int agent, int host, double minute, String metric) {
        return flag(agent, host, minute, metric, 30, 1);
    }

    private static Flag flag(
            int agent, int host, double minute, String metric, double severity, double margin) {
        return new Flag(agent, host, Math.round(minute * Times.MINUTE), metric, severity, margin);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 100,    latency_ms, true,  true",
        "3, 159.9,  latency_ms, true,  true",
        "3, 160,    latency_ms, false, true",
        "3, 85,     latency_ms, true,  true",
        "3, 84.9,   latency_ms, false, false",
        "3, 174.9,  latency_ms, false, true",
        "3, 175,    latency_ms, false, false",
        "3, 120,    accuracy,   false, true",
        "4, 120,    latency_ms, false, false"
    })
    void aSpikeIsHitByItsAgentInTimeAndOnLatency(
            int agent, double minute, String metric, boolean hit, boolean excused) {
        Flag flag = flag(agent, 1, minute, metric);
        assertThat(SPIKE.isHitBy(flag)).isEqualTo(hit);
        assertThat(SPIKE.excuses(flag)).isEqualTo(excused);
    }

    @Test
    void aBadHostIsHitByAnyOfItsAgents() {
        assertThat(BAD_HOST.isHitBy(flag(7, 1, 110, "cpu_usage"))).isTrue();
        assertThat(BAD_HOST.isHitBy(flag(8, 1, 110, "latency_ms"))).isTrue();
        assertThat(BAD_HOST.isHitBy(flag(8, 2, 110, "latency_ms"))).isFalse();
        assertThat(BAD_HOST.isHitBy(flag(8, 1, 110, "memory_mb"))).isFalse();
        assertThat(BAD_HOST.excuses(flag(Flag.FLEET, 1, 110, "fleet_throughput"))).isFalse();
    }

    @Test
    void aDipIsHitByThroughputOfAnyoneAndExcusesNothingElse() {
        assertThat(DIP.isHitBy(flag(Flag.FLEET, 5, 110, "fleet_throughput"))).isTrue();
        assertThat(DIP.isHitBy(flag(2, 5, 110, "throughput"))).isTrue();
        assertThat(DIP.excuses(flag(2, 5, 110, "latency_ms"))).isFalse();
    }

    @Test
    void delaysAreFromTheStartAndNeverBelowNull() {
        assertThat(SPIKE.delay(flag(3, 1, 112.5, "latency_ms"))).isEqualTo(12.5);
        assertThat(SPIKE.delay(flag(3, 1, 90, "latency_ms"))).isZero();
    }

    /** In any order: 0, 9 and 18 min are one alarm, 28 min (10 later) another, agent 2 a third. */
    @Test
    void findingsCloserThanTenMinutesAreOneAlarm() {
        Alarms alarms = new Alarms();
        alarms.add(1, 18 * Times.MINUTE);
        alarms.add(1, 0);
        assertThat(alarms.count()).isEqualTo(2);
        alarms.add(1, 9 * Times.MINUTE);
        assertThat(alarms.count()).isEqualTo(1);
        alarms.add(1, 28 * Times.MINUTE);
        alarms.add(1, 28 * Times.MINUTE);
        alarms.add(2, 9 * Times.MINUTE);
        assertThat(alarms.count()).isEqualTo(3);
    }

    /** Two of three faults found, after 4 and 10 min; three false findings in two alarms. */
    @Test
    void ratesDelaysAndFalseAlarmsAreCounted() {
        Tally tally = new Tally();
        Injected late =
                new Injected(FaultKind.LATENCY_SPIKE, 5, 1, 500 * Times.MINUTE, 560 * Times.MINUTE);
        tally.add(
                List.of(
                        flag(3, 1, 104, "latency_ms"),
                        flag(3, 1, 130, "latency_ms"),
                        flag(3, 1, 131, "accuracy"),
                        flag(5, 1, 510, "latency_ms"),
                        flag(6, 1, 300, "latency_ms"),
                        flag(6, 1, 305, "accuracy"),
                        flag(3, 1, 400, "latency_ms")),
                List.of(SPIKE, late),
                20);
        tally.add(List.of(), List.of(SPIKE), 20);
        assertThat(tally.faults(FaultKind.LATENCY_SPIKE)).isEqualTo(3);
        assertThat(tally.rate(FaultKind.LATENCY_SPIKE)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(tally.delay(FaultKind.LATENCY_SPIKE)).isEqualTo(7);
        assertThat(tally.flagsPerAgentDay()).isEqualTo(3 / 40.0);
        assertThat(tally.alarmsPerAgentDay()).isEqualTo(2 / 40.0);
        assertThat(tally.rate(FaultKind.BAD_HOST)).isNaN();
        assertThat(tally.delay(FaultKind.BAD_HOST)).isNaN();
    }

    /**
     * Of alarms with severities 100, 100 (farther off), 60 and 40 a budget of 2 leaves the first
     * two.
     */
    @Test
    void theCutoffIsTheLowestWithinTheBudget() {
        List<List<Flag>> fleets =
                List.of(
                        List.of(
                                flag(1, 0, 10, "latency_ms", 40, 1),
                                flag(1, 0, 100, "latency_ms", 100, 3)),
                        List.of(
                                flag(1, 0, 10, "latency_ms", 60, 1),
                                flag(1, 0, 12, "latency_ms", 60, 1),
                                flag(2, 0, 10, "latency_ms", 100, 5)));
        assertThat(Cutoff.within(fleets, 1)).isEqualTo(new Cutoff(100, 5));
        assertThat(Cutoff.within(fleets, 2)).isEqualTo(new Cutoff(100, 3));
        assertThat(Cutoff.within(fleets, 3)).isEqualTo(new Cutoff(60, 1));
        assertThat(Cutoff.within(fleets, 4)).isEqualTo(Cutoff.NONE);
        Cutoff none = Cutoff.within(fleets, 0);
        assertThat(fleets.stream().flatMap(List::stream)).noneMatch(none::passes);
        assertThat(new Cutoff(100, 3).passes(flag(1, 0, 0, "x", 100, 2.9))).isFalse();
        assertThat(new Cutoff(60, 1).passes(flag(1, 0, 0, "x", 61, 0))).isTrue();
    }

    /** A strong fault is found where none was before, and the page comes out the same again. */
    @Test
    void aSmallStudyFindsStrongFaultsAndIsTheSameEachTime() {
        Study study = new Study(new Scenario(40, 1, 200), 2, List.of(0.0, 2.0), 0.05, Map.of());
        List<Study.Result> results = study.run();
        Study.Result peer =
                results.stream()
                        .filter(result -> result.contestant().name().equals("`peer`"))
                        .findFirst()
                        .orElseThrow();
        assertThat(peer.shipped().get(0).faults(FaultKind.BAD_HOST)).isEqualTo(2);
        assertThat(peer.shipped().get(1).rate(FaultKind.BAD_HOST)).isEqualTo(1);
        assertThat(peer.sound().alarmsPerAgentDay()).isLessThan(1);
        String page = DetectionPage.of(List.of(study));
        assertThat(page)
                .contains("## 40 agents, 1 day, 200 runs an agent and day", "**bad-host**, 2 at");
        assertThat(DetectionPage.of(List.of(study))).isEqualTo(page);
    }
}
