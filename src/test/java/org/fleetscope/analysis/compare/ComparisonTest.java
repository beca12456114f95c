package org.fleetscope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.MetricDifference.Verdict;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final RunMetadata EASY = new RunMetadata("l", "easy", 50, false);
    private static final RunMetadata HARD = new RunMetadata("l", "hard", 50, false);

    private static RunSet set(FleetFixture fleet) {
        Frame frame = fleet.build();
        return new RunSet(frame, Success.of(frame, Map.of()));
    }

    private static MetricDifference fleetWide(List<MetricDifference> all, String metric) {
        return all.stream()
                .filter(d -> d.agent() == null && d.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static FleetFixture runs(long seed, int easy, int hard, double factor) {
        Random random = new Random(seed);
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < easy + hard; i++) {
            RunMetadata of = i < easy ? EASY : HARD;
            double latency = (i < easy ? 100 : 1000) + 10 * random.nextGaussian();
            fleet.run(i % 4, i * Times.SECOND, latency * factor, 0.9, "h", of);
        }
        return fleet;
    }

    @Test
    void ofOneMixItIsWelchsTest() {
        FleetFixture a = new FleetFixture();
        FleetFixture b = new FleetFixture();
        Random random = new Random(1);
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            before.add(100 + 10 * random.nextGaussian());
            after.add(104 + 20 * random.nextGaussian());
            a.run(1, i, before.get(i), 0.9);
            b.run(1, i, after.get(i), 0.9);
        }
        double[] x = before.stream().mapToDouble(v -> v).toArray();
        double[] y = after.stream().mapToDouble(v -> v).toArray();

        MetricDifference found =
                fleetWide(Comparison.of(set(a), set(b), JobContext.NONE), "latency_ms");

        assertThat(found.p()).isCloseTo(TestUtils.tTest(x, y), within(1e-12));
        assertThat(found.adjusted()).isCloseTo(found.difference(), within(1e-12));
        assertThat(found.compared()).isEqualTo(1);
        assertThat((found.low() + found.high()) / 2).isCloseTo(found.adjusted(), within(1e-9));
        // The interval touches 0 where the test has p = 0.05: t of both is the same.
        double error = found.adjusted() / TestUtils.t(y, x);
        assertThat(found.high() - found.adjusted()).isBetween(1.98 * error, 2.0 * error);
    }

    /** Both kinds are alike in A and B; only the share of hard ones grew. */
    @Test
    void aChangeOfTheTaskMixAloneIsNoDifference() {
        List<MetricDifference> found =
                Comparison.of(
                        set(runs(1, 900, 100, 1)), set(runs(2, 100, 900, 1)), JobContext.NONE);

        MetricDifference latency = fleetWide(found, "latency_ms");
        assertThat(latency.difference()).isCloseTo(720, within(5.0));
        assertThat(latency.adjusted()).isCloseTo(0, within(3.0));
        assertThat(latency.verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void worseComesFirstAndSaysHowMuch() {
        List<MetricDifference> found =
                Comparison.of(
                        set(runs(1, 500, 500, 1)), set(runs(2, 500, 500, 1.1)), JobContext.NONE);

        MetricDifference first = found.getFirst();
        assertThat(first.metric()).isEqualTo("latency_ms");
        assertThat(first.verdict()).isEqualTo(Verdict.WORSE);
        MetricDifference fleet = fleetWide(found, "latency_ms");
        // A tenth of 100 and of 1000, in equal parts.
        assertThat(fleet.adjusted()).isCloseTo(55, within(2.0));
        assertThat(fleet.low()).isLessThan(55).isGreaterThan(52);
        assertThat(fleet.high()).isGreaterThan(55).isLessThan(58);
        assertThat(fleetWide(found, "accuracy").verdict()).isEqualTo(Verdict.SAME);
        assertThat(found).filteredOn(d -> d.metric().equals("latency_ms")).hasSize(5);
    }

    @Test
    void lessAccuracyIsWorseAndFasterIsBetter() {
        FleetFixture a = new FleetFixture();
        FleetFixture b = new FleetFixture();
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            a.run(1, i, 200 + random.nextGaussian(), 0.9 + 0.01 * random.nextGaussian());
            b.run(1, i, 100 + random.nextGaussian(), 0.8 + 0.01 * random.nextGaussian());
        }
        List<MetricDifference> found = Comparison.of(set(a), set(b), JobContext.NONE);
        assertThat(fleetWide(found, "accuracy").verdict()).isEqualTo(Verdict.WORSE);
        assertThat(fleetWide(found, "latency_ms").verdict()).isEqualTo(Verdict.BETTER);
        assertThat(fleetWide(found, "success_rate").verdict()).isEqualTo(Verdict.SAME);
        assertThat(found.getFirst().metric()).isEqualTo("accuracy");
    }

    @Test
    void withoutACommonMixNothingCanBeSaid() {
        List<MetricDifference> found =
                Comparison.of(set(runs(1, 100, 0, 1)), set(runs(2, 0, 100, 1)), JobContext.NONE);
        MetricDifference latency = fleetWide(found, "latency_ms");
        assertThat(latency.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(latency.adjusted()).isNaN();
        assertThat(latency.compared()).isZero();
        assertThat(latency.difference()).isCloseTo(900, within(5.0));
    }

    @Test
    void emptySetsAreNoError() {
        List<MetricDifference> found =
                Comparison.of(set(new FleetFixture()), set(runs(2, 10, 10, 1)), JobContext.NONE);
        assertThat(found).allMatch(d -> d.verdict() == Verdict.UNKNOWN);
    }

    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
    @Test
    void holmStepsDown() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, Double.NaN, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, Double.NaN, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.corrected(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }
}
