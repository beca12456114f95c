package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Novelty, shift, resource, missing data and clock skew on fleets whose fault is known. */
class SeriesDetectorsTest {
    private static final RunMetadata TYPE = new RunMetadata("layer-4", "vision", 50, false);

    /** A run of the agent at a minute, with the numbers a test changes. */
    private interface Fault {
        Runs at(int agent, int minute, Runs usual);
    }

    /** What an agent does in one minute. */
    private record Runs(int count, double latency, long network) {}

    /** Ten agents on ten hosts, one run a minute each for a day, rows in order of arrival. */
    private static Frame day(long seed, Fault fault) {
        Random random = new Random(seed);
        FleetFixture fleet = new FleetFixture();
        for (int minute = 0; minute < 1440; minute++) {
            for (int agent = 0; agent < 10; agent++) {
                double latency = 200 * Math.exp(0.2 * random.nextGaussian());
                long network = Math.round(1000 * Math.exp(0.3 * random.nextGaussian()));
                Runs runs = fault.at(agent, minute, new Runs(1, latency, network));
                for (int i = 0; i < runs.count(); i++) {
                    long at = minute * Times.MINUTE + agent * Times.SECOND;
                    fleet.run(agent, at, runs.latency(), 0.9, "node-" + agent, TYPE)
                            .network(runs.network());
                }
            }
        }
        return fleet.build();
    }

    private static FindingSet detect(Detector detector, Frame frame, String... metrics) {
        return detector.detect(
                new DetectorInput(frame, null, null, List.of(metrics), new double[0], Map.of()),
                JobContext.NONE);
    }

    private static long minute(FindingSet found, int i) {
        return (found.recordedAt(i) - FleetFixture.START) / Times.MINUTE;
    }

    private static Frame quiet() {
        return day(1, (agent, minute, usual) -> usual);
    }

    @Test
    void shiftFindsALastingChangeOfOneAgent() {
        Frame frame =
                day(
                        2,
                        (agent, minute, usual) ->
                                agent == 4 && minute >= 700
                                        ? new Runs(1, usual.latency() * 1.5, 1000)
                                        : usual);
        FindingSet found = detect(new ShiftDetector(), frame, "latency_ms");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).agentId()).isEqualTo(FleetFixture.agentId(4));
        assertThat(minute(found, 0)).isBetween(690L, 715L);
        assertThat(found.get(0).typical()).isCloseTo(200, within(10.0));
        assertThat(found.actual(0)).isCloseTo(300, within(15.0));
        assertThat(found.severity(0)).isGreaterThan(75);
    }

    @Test
    void shiftFindsNothingInWhatAllDoAndInSpikes() {
        Frame all =
                day(
                        3,
                        (agent, minute, usual) ->
                                minute >= 700
                                        ? new Runs(1, usual.latency() * 3, usual.network())
                                        : usual);
        assertThat(detect(new ShiftDetector(), all, "latency_ms").size()).isZero();
        Frame spike =
                day(
                        4,
                        (agent, minute, usual) ->
                                agent == 4 && minute >= 700 && minute < 710
                                        ? new Runs(1, usual.latency() * 10, 1000)
                                        : usual);
        assertThat(detect(new ShiftDetector(), spike, "latency_ms").size()).isZero();
        assertThat(detect(new ShiftDetector(), quiet()).size()).isZero();
    }

    /** Too few of a type, so that all are peers; by night only some of the fast ones work. */
    @Test
    void shiftIsNotMisledByWhoWorksWhen() {
        Random random = new Random(12);
        FleetFixture fleet = new FleetFixture();
        for (int minute = 0; minute < 1440; minute++) {
            for (int agent = 0; agent < 10; agent++) {
                boolean fast = agent < 5;
                if (minute >= 600 || fast) {
                    double latency = (fast ? 100 : 5000) * Math.exp(0.2 * random.nextGaussian());
                    long at = minute * Times.MINUTE + agent * Times.SECOND;
                    RunMetadata type =
                            new RunMetadata("layer-4", fast ? "vision" : "planner", 50, false);
                    fleet.run(agent, at, latency, 0.9, "node-" + agent, type);
                }
            }
        }
        assertThat(detect(new ShiftDetector(), fleet.build(), "latency_ms").size()).isZero();
    }

    /** Half of the agents are four times as busy; from noon on all have four times their runs. */
    @Test
    void shiftKnowsThatLoadMultiplies() {
        Random random = new Random(13);
        FleetFixture fleet = new FleetFixture();
        for (int second = 0; second < 86_400; second++) {
            double load = second < 43_200 ? 1 : 4;
            for (int agent = 0; agent < 10; agent++) {
                double perMinute = (agent % 2 == 0 ? 0.3 : 1.2) * load;
                if (random.nextDouble() < perMinute / 60) {
                    fleet.run(agent, second * Times.SECOND, 100, 0.9, "node-" + agent, TYPE);
                }
            }
        }
        assertThat(detect(new ShiftDetector(), fleet.build(), "throughput").size()).isZero();
    }

    @Test
    void noveltyFindsWhatWasNeverThereAndHoldsOff() {
        Frame frame =
                day(
                        5,
                        (agent, minute, usual) ->
                                agent == 4 && minute >= 1000 && minute < 1060
                                        ? new Runs(1, usual.latency() * 20, 1000)
                                        : usual);
        FindingSet found = detect(new NoveltyDetector(), frame, "latency_ms");
        List<Integer> ofFault =
                IntStream.range(0, found.size())
                        .filter(i ->
                                found.get(i).agentId().equals(FleetFixture.agentId(4))
                                        && minute(found, i) >= 1000
                                        && minute(found, i) < 1060)
                        .boxed()
                        .toList();
        assertThat(ofFault).hasSize(1);
        int first = ofFault.getFirst();
        assertThat(minute(found, first)).isEqualTo(1000);
        assertThat(found.severity(first)).isEqualTo(100);
        assertThat(found.actual(first)).isGreaterThan(found.get(first).upper());
    }

    @Test
    void noveltyKnowsThroughput() {
        Frame frame =
                day(
                        6,
                        (agent, minute, usual) ->
                                agent == 2 && minute >= 1200
                                        ? new Runs(9, usual.latency(), usual.network())
                                        : usual);
        FindingSet found = detect(new NoveltyDetector(), frame, "throughput");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.metric(0)).isEqualTo("throughput");
        assertThat(minute(found, 0)).isBetween(1200L, 1215L);
        assertThat(found.actual(0)).isCloseTo(9, within(0.01));
        assertThat(found.get(0).typical()).isCloseTo(1, within(0.01));
    }

    @Test
    void resourceFindsACombinationThatEachPartAloneDoesNotShow() {
        Random random = new Random(7);
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 4000; i++) {
            double load = random.nextGaussian();
            boolean odd = i == 2500;
            fleet.run(i % 10, i * Times.SECOND, 100, 0.9, "node", TYPE)
                    .network(Math.round(1e6 * Math.exp(odd ? -2 : load)))
                    .resources(0.5 + 0.1 * (odd ? 2 : load + 0.1 * random.nextGaussian()), 128);
        }
        FindingSet found = detect(new ResourceDetector(), fleet.build());
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.run(0)).isEqualTo(2500);
        assertThat(found.severity(0)).isEqualTo(100);
    }

    @Test
    void whatComplexityExplainsIsNoResourceFinding() {
        Random random = new Random(8);
        FleetFixture fleet = new FleetFixture();
        double[] complexity = new double[2000];
        for (int i = 0; i < complexity.length; i++) {
            complexity[i] = i == 1500 ? 12 : 4 + random.nextGaussian() / 2;
            double network = complexity[i] + 0.1 * random.nextGaussian();
            fleet.run(i % 10, i * Times.SECOND, 100, 0.9, "node", TYPE)
                    .network(Math.round(1000 * Math.exp(network)));
        }
        Frame frame = fleet.build();
        assertThat(detect(new ResourceDetector(), frame).size()).isPositive();
        FindingSet given =
                new ResourceDetector()
                        .detect(
                                new DetectorInput(
                                        frame, null, null, List.of(), complexity, Map.of()),
                                JobContext.NONE);
        assertThat(given.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,2", "20,3", "0.1,3", "60,3"})
    void tailsAreThoseOfTheChiSquaredDistribution(double x, int d) {
        double expected = 1 - new ChiSquaredDistribution(d).cumulativeProbability(x);
        assertThat(ResourceModel.tail(x, d)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void missingDataIsASilentAgentOrAHoleInTheFleet() {
        Frame silent =
                day(
                        9,
                        (agent, minute, usual) ->
                                agent == 3 && minute >= 300 && minute < 400
                                        ? new Runs(0, 1, 1)
                                        : usual);
        FindingSet agent = detect(new MissingDataDetector(), silent);
        assertThat(agent.size()).isEqualTo(1);
        assertThat(agent.metric(0)).isEqualTo("throughput");
        assertThat(agent.get(0).agentId()).isEqualTo(FleetFixture.agentId(3));
        assertThat(minute(agent, 0)).isEqualTo(299);
        assertThat(agent.actual(0)).isZero();
        assertThat(agent.get(0).typical()).isCloseTo(1, within(0.1));

        Frame hole =
                day(
                        10,
                        (a, minute, usual) ->
                                minute >= 300 && minute < 330 && a > 2 ? new Runs(0, 1, 1) : usual);
        FindingSet fleet = detect(new MissingDataDetector(), hole);
        assertThat(fleet.size()).isEqualTo(1);
        assertThat(fleet.metric(0)).isEqualTo("fleet_throughput");
        assertThat(minute(fleet, 0)).isEqualTo(299);
        assertThat(fleet.actual(0)).isCloseTo(3, within(0.01));
        assertThat(fleet.get(0).typical()).isCloseTo(10, within(0.01));

        assertThat(detect(new MissingDataDetector(), quiet()).size()).isZero();
        assertThat(detect(new MissingDataDetector(), FleetFixture.empty()).size()).isZero();
    }

    /**
     * A third of the runs missing: of 50 in five minutes √50 − √33.3 = 1.3, 2.6 deviations, but
     * nine such windows together 2.6·9/√9 = 7.8.
     */
    @Test
    void aSmallLossOfTheFleetIsMissingDataWhenItLasts() {
        FindingSet lasting = detect(new MissingDataDetector(), aThirdMissing(45));
        assertThat(lasting.size()).isEqualTo(1);
        assertThat(lasting.metric(0)).isEqualTo("fleet_throughput");
        assertThat(minute(lasting, 0)).isEqualTo(599);
        assertThat(lasting.actual(0)).isCloseTo(20 / 3.0, within(1e-9));
        assertThat(lasting.get(0).typical()).isCloseTo(10, within(1e-9));
        assertThat(detect(new MissingDataDetector(), aThirdMissing(5)).size()).isZero();
    }

    private static Frame aThirdMissing(int minutes) {
        return day(
                14,
                (agent, minute, usual) ->
                        minute >= 600 && minute < 600 + minutes && (agent + minute) % 3 == 0
                                ? new Runs(0, 1, 1)
                                : usual);
    }

    @Test
    void anAgentThatNeverComesBackIsMissing() {
        Frame frame =
                day(
                        11,
                        (agent, minute, usual) ->
                                agent == 3 && minute >= 1200 ? new Runs(0, 1, 1) : usual);
        FindingSet found = detect(new MissingDataDetector(), frame);
        assertThat(found.size()).isEqualTo(1);
        assertThat(minute(found, 0)).isEqualTo(1199);
    }

    /** Rows in the order they really came, two seconds apart on the average. */
    private static Frame arrivals(long seed, long skewMillis) {
        Random random = new Random(seed);
        FleetFixture fleet = new FleetFixture();
        long at = 0;
        for (int i = 0; i < 5000; i++) {
            at += (long) (-Math.log(1 - random.nextDouble()) * 2 * Times.SECOND);
            int agent = random.nextInt(10);
            fleet.run(agent, at + (agent == 6 ? skewMillis * 1000 : 0), 100, 0.9);
        }
        return fleet.build();
    }

    @Test
    void clockSkewIsAHostWhoseTimesAreOffAmongItsNeighbours() {
        FindingSet found = detect(new ClockSkewDetector(), arrivals(12, -90_000));
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).host()).isEqualTo("node-6");
        assertThat(found.metric(0)).isEqualTo("clock_offset");
        assertThat(found.actual(0)).isCloseTo(-90_000, within(1_500.0));
        assertThat(detect(new ClockSkewDetector(), arrivals(12, 0)).size()).isZero();
    }

    @Test
    void aFileInNoOrderSaysNothingOfClocks() {
        Random random = new Random(13);
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 3000; i++) {
            fleet.run(i % 10, (long) (random.nextDouble() * Times.DAY), 100, 0.9);
        }
        assertThat(detect(new ClockSkewDetector(), fleet.build()).size()).isZero();
    }

    @Test
    void theMedianOfChiSquaredIsUsedRight() {
        for (int d = 1; d <= 3; d++) {
            double median = new ChiSquaredDistribution(d).inverseCumulativeProbability(0.5);
            assertThat(ResourceModel.tail(median, d)).isCloseTo(0.5, within(1e-9));
        }
    }
}
