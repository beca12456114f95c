package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class RobustDetectorTest {

    /**
     * 21 runs in one hour, latencies e^(i/100) for i = −10..10: median log 0, residuals i/100, MAD
     * 0.05. A run at e^x more has a score of 0.6745·x/MAD.
     */
    private static FleetFixture hour(int agent, long from, double scale) {
        FleetFixture fleet = new FleetFixture();
        return hour(fleet, agent, from, scale);
    }

    private static FleetFixture hour(FleetFixture fleet, int agent, long from, double scale) {
        for (int i = -10; i <= 10; i++) {
            fleet.run(agent, from + (i + 10) * Times.MINUTE, scale * Math.exp(i / 100.0), 0.5);
        }
        return fleet;
    }

    @Test
    void flagsBeyondKWithTheRangeInMilliseconds() {
        TimeRange baseline =
                new TimeRange(FleetFixture.START, FleetFixture.START + 21 * Times.MINUTE);
        // With MAD 0.05 the edge of k = 3.5 lies at 3.5·0.05/0.6745 = 0.25945.
        Frame frame =
                hour(1, 0, 200)
                        .run(1, 30 * Times.MINUTE, 200 * Math.exp(0.2594), 0.5)
                        .run(1, 31 * Times.MINUTE, 200 * Math.exp(0.2595), 0.5)
                        .run(1, 32 * Times.MINUTE, 200 * Math.exp(-0.2595), 0.5)
                        .build();
        FindingSet found = detect(new DetectorInput(frame, baseline, null, Map.of()));
        assertThat(found.asList()).extracting(Finding::runIndex).containsExactly(22, 23);
        Finding high = found.get(0);
        assertThat(high.typical()).isCloseTo(200, within(1e-9));
        assertThat(high.upper()).isCloseTo(200 * Math.exp(0.259451446997776), within(1e-6));
        assertThat(high.lower()).isCloseTo(200 / Math.exp(0.259451446997776), within(1e-6));
        assertThat(high.threshold()).isEqualTo(3.5);
        // Two-sided tail at 3.5 is 4.6526e-4, thus 33.32.
        assertThat(high.severity()).isCloseTo(33.33, within(0.02));
    }

    @Test
    void everyHourHasItsOwnMedian() {
        FleetFixture fleet = hour(1, 0, 100);
        hour(fleet, 1, 5 * Times.HOUR, 1000);
        Frame usual = fleet.build();
        assertThat(detect(DetectorInput.of(usual)).size()).isZero();
        Expectation expected =
                new RobustDetector().expectations(DetectorInput.of(usual), 0).getFirst();
        assertThat(expected.hourly()).isTrue();
        assertThat(expected.typical()[0]).isCloseTo(100, within(1e-9));
        assertThat(expected.typical()[5]).isCloseTo(1000, within(1e-9));
        // Hours without 20 runs have the median of all 42 logs: halfway between the two hours'
        // nearest.
        assertThat(expected.typical()[7])
                .isCloseTo(Math.sqrt(100 * Math.exp(0.1) * 1000 * Math.exp(-0.1)), within(1e-6));
    }

    @Test
    void fewRunsOrNoSpreadAreNoBaseline() {
        FleetFixture few = new FleetFixture();
        for (int i = 0; i < 19; i++) {
            few.run(1, i, i == 18 ? 90_000 : 10 + i, 0.5);
        }
        assertThat(detect(DetectorInput.of(few.build())).size()).isZero();
        FleetFixture equal = new FleetFixture();
        for (int i = 0; i < 50; i++) {
            equal.run(1, i, i == 18 ? 90_000 : 0.1, 0.5);
        }
        assertThat(detect(DetectorInput.of(equal.build())).size()).isZero();
        assertThat(detect(DetectorInput.of(FleetFixture.empty())).size()).isZero();
    }

    @Test
    void missingLatencyIsNoFinding() {
        Frame frame =
                hour(1, 0, 100)
                        .run(1, Times.HOUR, Double.NaN, 0.5)
                        .run(2, 1, Double.NaN, 0.5)
                        .build();
        assertThat(detect(DetectorInput.of(frame)).size()).isZero();
    }

    /** The definition written out with sorted lists, on random runs. */
    @Test
    void agreesWithTheDefinition() {
        Frame frame = FleetFixture.random(4000, 5, 3);
        Set<Integer> expected = new TreeSet<>();
        for (int agent = 0; agent < 5; agent++) {
            expected.addAll(byDefinition(frame, agent, 3.5));
        }
        FindingSet found = detect(DetectorInput.of(frame));
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(found.asList())
                .extracting(Finding::runIndex)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.asList())
                .allMatch(
                        f -> f.actual() < f.lower() || f.actual() > f.upper(),
                        "lies outside its range");
    }

    private static Set<Integer> byDefinition(Frame frame, int agent, double k) {
        List<List<Double>> hours = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            hours.add(new ArrayList<>());
        }
        List<Double> all = new ArrayList<>();
        for (int row = 0; row < frame.rows(); row++) {
            if (frame.agent()[row] == agent) {
                double log = Math.log(frame.latencyMs()[row]);
                hours.get(Times.toInstant(frame.recordedAt()[row]).atZone(ZoneOffset.UTC).getHour())
                        .add(log);
                all.add(log);
            }
        }
        double[] residual = new double[frame.rows()];
        List<Double> residuals = new ArrayList<>();
        for (int row = 0; row < frame.rows(); row++) {
            if (frame.agent()[row] == agent) {
                List<Double> hour =
                        hours.get(
                                Times.toInstant(frame.recordedAt()[row])
                                        .atZone(ZoneOffset.UTC)
                                        .getHour());
                residual[row] =
                        Math.log(frame.latencyMs()[row]) - median(hour.size() < 20 ? all : hour);
                residuals.add(residual[row]);
            }
        }
        double centre = median(residuals);
        double mad = median(residuals.stream().map(r -> Math.abs(r - centre)).toList());
        Set<Integer> flagged = new TreeSet<>();
        for (int row = 0; row < frame.rows(); row++) {
            if (frame.agent()[row] == agent
                    && Math.abs(0.6745 * (residual[row] - centre) / mad) > k) {
                flagged.add(row);
            }
        }
        return flagged;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    private static FindingSet detect(DetectorInput input) {
        return new RobustDetector().detect(input, JobContext.NONE);
    }
}
