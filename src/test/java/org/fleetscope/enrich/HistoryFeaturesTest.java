package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trends and correlation, against commons-math over windows cut by hand. */
class HistoryFeaturesTest {
    private static Runs random(long seed, int rows, long spread) {
        Random random = new Random(seed);
        Runs runs = new Runs();
        for (int i = 0; i < rows; i++) {
            runs.add(
                    new Runs.Run(
                            random.nextInt(3),
                            "t",
                            Runs.MONDAY + (long) (random.nextDouble() * spread) / 1000 * 1000,
                            random.nextInt(30) == 0 ? Double.NaN : 1 + random.nextInt(400) / 2.0,
                            random.nextInt(30) == 0 ? Double.NaN : random.nextInt(11) / 10.0,
                            random.nextInt(8) / 10.0,
                            100 + random.nextInt(3),
                            random.nextInt(25) == 0 ? -1 : random.nextInt(5) * 100L,
                            "api",
                            50));
        }
        return runs;
    }

    /** Rows of the agent of a row, in order of recorded_at and task id, which is the row here. */
    private static List<Integer> agentRows(Runs runs, int agent) {
        return IntStream.range(0, runs.list().size())
                .boxed()
                .filter(row -> runs.list().get(row).agent() == agent)
                .sorted(
                        Comparator.<Integer>comparingLong(row -> runs.list().get(row).recordedAt())
                                .thenComparing(row -> row))
                .toList();
    }

    private static double slope(Runs runs, int row, boolean latency) {
        Runs.Run own = runs.list().get(row);
        if (Double.isNaN(latency ? own.latencyMs() : own.accuracy())) {
            return Double.NaN;
        }
        SimpleRegression line = new SimpleRegression();
        for (Runs.Run run : runs.list()) {
            long ago = own.recordedAt() - run.recordedAt();
            double value = latency ? run.latencyMs() : run.accuracy();
            if (run.agent() == own.agent()
                    && ago >= 0
                    && ago < Times.HOUR
                    && !Double.isNaN(value)) {
                line.addData(-ago / 3.6e9, value);
            }
        }
        return line.getN() < 5 ? Double.NaN : line.getSlope();
    }

    private static void agree(double actual, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual)
                    .as(what)
                    .isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_000_000_000L, 4_000_000_000L, 1_000_000_000L, 40_000_000L})
    void trendsAreLeastSquaresOverTheTrailingHour(long spread) {
        Runs runs = random(spread, 400, spread);
        double[] latency = Runs.doubles(runs.enrich(), "latency_trend");
        double[] accuracy = Runs.doubles(runs.enrich(), "accuracy_trend");
        int told = 0;
        for (int row = 0; row < latency.length; row++) {
            agree(latency[row], slope(runs, row, true), "latency of row " + row);
            agree(accuracy[row], slope(runs, row, false), "accuracy of row " + row);
            told += Double.isNaN(latency[row]) ? 0 : 1;
        }
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void fiveRunsAreEnoughAndOneOfAnHourAgoIsOut() {
        Runs runs = new Runs();
        for (int i = 0; i < 5; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY + i * 15 * Times.MINUTE, 100 + 10 * i, 0.5));
        }
        // The window of the fifth run, at 1:00, is (0:00, 1:00]: four runs.
        assertThat(Runs.doubles(runs.enrich(), "latency_trend")).containsOnly(Double.NaN);
        runs.add(new Runs.Run(1, "t", Runs.MONDAY + 55 * Times.MINUTE, 100 + 110 / 3.0, 0.5));
        // 10 ms in 15 minutes are 40 ms an hour; 0:55 lies on the same line.
        assertThat(Runs.doubles(runs.enrich(), "latency_trend")[4]).isCloseTo(40, within(1e-9));
    }

    @Test
    void runsOfOneInstantHaveNoTrend() {
        Runs runs = new Runs();
        for (int i = 0; i < 9; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY, 100 + i, 0.5));
        }
        assertThat(Runs.doubles(runs.enrich(), "latency_trend")).containsOnly(Double.NaN);
    }

    @Test
    void runsAFewMicrosecondsApartLongAfterOthersAreStillExact() {
        Runs runs = new Runs();
        for (int i = 0; i < 6; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY + i, 5 + i, 0.5));
        }
        for (int i = 0; i < 6; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY + Times.HOUR + 10 + i, 100 + 3 * i, 0.5));
        }
        // 3 ms a microsecond; what came first has left the window.
        assertThat(Runs.doubles(runs.enrich(), "latency_trend")[11])
                .isCloseTo(3 * 3.6e9, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void throughputTrendIsLeastSquaresOverSixtyWholeMinutes(long seed) {
        Runs runs = random(seed, 300, 3 * Times.HOUR);
        double[] trend = Runs.doubles(runs.enrich(), "throughput_trend");
        for (int row = 0; row < trend.length; row++) {
            Runs.Run own = runs.list().get(row);
            long minute = Math.floorDiv(own.recordedAt(), Times.MINUTE);
            SimpleRegression line = new SimpleRegression();
            for (long m = minute - 60; m < minute; m++) {
                long at = m;
                line.addData(
                        m / 60.0,
                        runs.list().stream()
                                .filter(run ->
                                        run.agent() == own.agent()
                                                && Math.floorDiv(run.recordedAt(), Times.MINUTE)
                                                        == at)
                                .count());
            }
            agree(trend[row], line.getSlope(), "row " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void resourceCorrelationIsSpearmanOverTheLastHundredRuns(int rows) {
        Runs runs = random(rows, rows, 5 * Times.HOUR);
        Enrichment e = runs.enrich();
        double[] correlation = Runs.doubles(e, "resource_correlation");
        double[] cost = cost(runs);
        int told = 0;
        for (int agent = 0; agent < 3; agent++) {
            List<Integer> order = agentRows(runs, agent);
            for (int i = 0; i < order.size(); i++) {
                List<Integer> window = new ArrayList<>(order.subList(Math.max(0, i - 99), i + 1));
                window.removeIf(row ->
                        Double.isNaN(runs.list().get(row).latencyMs()) || Double.isNaN(cost[row]));
                boolean whole = window.contains(order.get(i));
                double expected =
                        whole && window.size() >= 20
                                ? new SpearmansCorrelation()
                                        .correlation(
                                                window.stream()
                                                        .mapToDouble(row ->
                                                                runs.list().get(row).latencyMs())
                                                        .toArray(),
                                                window.stream()
                                                        .mapToDouble(row -> cost[row])
                                                        .toArray())
                                : Double.NaN;
                agree(correlation[order.get(i)], expected, "row " + order.get(i));
                told += Double.isNaN(expected) ? 0 : 1;
            }
        }
        assertThat(told > 0).isEqualTo(rows == 400);
    }

    private static double[] cost(Runs runs) {
        Frame frame = runs.frame();
        return new EnrichInput(
                        frame,
                        frame,
                        null,
                        RunOutcomes.unknown(frame.rows()),
                        EnrichSettings.DEFAULTS)
                .resourceCost();
    }

    @Test
    void aConstantHasNoCorrelation() {
        Runs runs = new Runs();
        for (int i = 0; i < 30; i++) {
            runs.add(100, 0.5, 0.1, 100, 10);
        }
        assertThat(Runs.doubles(runs.enrich(), "resource_correlation")).containsOnly(Double.NaN);
    }

    @Test
    void everyValueSaysWhatItRestsOn() {
        Runs runs = new Runs();
        for (int i = 0; i < 25; i++) {
            runs.add(100 + i, 0.5, 0.1 + i / 100.0, 100, 10);
        }
        Enrichment e = runs.enrich();
        assertThat(e.explain("latency_trend", 24).why())
                .startsWith("25 runs of the agent with a latency_ms in the hour up to this run: ")
                .endsWith(" is 60 ms per hour");
        assertThat(e.explain("throughput_trend", 24).why())
                .startsWith("24 runs of the agent in the 60 whole minutes before, ");
        assertThat(e.explain("resource_correlation", 24).why())
                .startsWith(
                        "25 of the agent's last 25 runs in scope have latency_ms and resource_cost; sums over deviations")
                .contains("; this run: latency_ms 124 ms");
        assertThat(e.explain("resource_correlation", 3).why()).contains("20 are needed");
    }
}
