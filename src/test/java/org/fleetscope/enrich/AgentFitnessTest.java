package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fleetscope.frame.Frame;
import org.junit.jupiter.api.Test;

/** Fitness and complexity with numbers by hand. */
class AgentFitnessTest {
    private static final byte UNKNOWN = RunOutcomes.UNKNOWN;
    private static final byte NO = RunOutcomes.NO;
    private static final byte YES = RunOutcomes.YES;

    /** Agent 1 with latencies 100, 200, 300, agent 2 with 250; too few for a type of their own. */
    private static Runs four() {
        return new Runs()
                .add(new Runs.Run(1, "a", Runs.MONDAY, 100, 0.9))
                .add(new Runs.Run(1, "a", Runs.MONDAY + 1, 200, 0.8))
                .add(new Runs.Run(1, "b", Runs.MONDAY + 2, 300, 0.1))
                .add(new Runs.Run(2, "b", Runs.MONDAY + 3, 250, 0.6));
    }

    private static double[] scores(Runs runs, byte[] success, byte[] deadline) {
        Frame frame = runs.frame();
        RunOutcomes outcomes =
                new RunOutcomes(success, deadline, new double[success.length], new double[0]);
        return Runs.doubles(
                Enrichment.of(frame, frame, null, outcomes, EnrichSettings.DEFAULTS),
                "agent_fitness_score");
    }

    /** Wilson's lower bound for 2 of 3 is 0.2077, from the formula in another language. */
    @Test
    void wilsonIsTheLowerEndOfTheScoreInterval() {
        assertThat(FitnessParts.wilson(2, 3)).isCloseTo(0.20765960080204714, within(1e-12));
        assertThat(FitnessParts.wilson(0, 5)).isCloseTo(0, within(1e-15));
        // All of 10: n/(n + z²) = 10/13.8415.
        assertThat(FitnessParts.wilson(10, 10)).isCloseTo(10 / 13.841458820694124, within(1e-12));
        assertThat(FitnessParts.wilson(0, 0)).isNaN();
    }

    @Test
    void withoutResultsAndDeadlinesAccuracyDecidesAndTheWeightIsSpread() {
        double[] scores = scores(four(), new byte[4], new byte[4]);
        // Agent 1: 2 of 3 accurate; mean 0.6, peers' mean 0.6; of 100, 200, 300, 250 two are above
        // 200; MAD 100.
        double w = 0.20765960080204714;
        double expected = 100 * (0.35 * w + 0.25 * 0.6 + 0.2 * 0.5 + 0.1 / 1.5) / 0.9;
        assertThat(scores[0]).isCloseTo(expected, within(1e-9));
        assertThat(scores[1]).isEqualTo(scores[0]);
        assertThat(scores[2]).isEqualTo(scores[0]);
    }

    @Test
    void resultsAndDeadlinesCountWhereTheyAreKnown() {
        double[] scores =
                scores(
                        four(),
                        new byte[] {NO, UNKNOWN, NO, YES},
                        new byte[] {YES, NO, UNKNOWN, UNKNOWN});
        // Agent 1: one of 3, that by its accuracy of 0.8; one of two deadlines met.
        double w = FitnessParts.wilson(1, 3);
        assertThat(scores[0])
                .isCloseTo(
                        100 * (0.35 * w + 0.25 * 0.6 + 0.2 * 0.5 + 0.1 / 1.5 + 0.1 * 0.5),
                        within(1e-9));
        // Agent 2: one of one; mean (0.6 + 20·0.6)/21; only 300 is slower than 250; no spread.
        assertThat(scores[3])
                .isCloseTo(
                        100
                                * (0.35 * FitnessParts.wilson(1, 1) + 0.25 * 0.6 + 0.2 * 0.25 + 0.1)
                                / 0.9,
                        within(1e-9));
    }

    @Test
    void anAgentWithoutAccuracyHasNoFitness() {
        Runs runs = four().add(new Runs.Run(3, "a", Runs.MONDAY, 10, Double.NaN));
        assertThat(scores(runs, new byte[5], new byte[5])[4]).isNaN();
    }

    @Test
    void payloadsAreMeasuredWithoutTheirSpacing() {
        assertThat(PayloadShape.of("{ \"a\" : { \"b:{\\\" \" : [1, 2] },\n\"c\": null }"))
                .isEqualTo(
                        new PayloadShape("{\"a\":{\"b:{\\\" \":[1,2]},\"c\":null}".length(), 3, 3));
        assertThat(PayloadShape.of("7")).isEqualTo(new PayloadShape(1, 0, 0));
        assertThat(PayloadShape.of("\"é\"")).isEqualTo(new PayloadShape(4, 0, 0));
        assertThat(PayloadShape.of("[]")).isEqualTo(new PayloadShape(2, 1, 0));
        assertThat(new PayloadShape(99, 2, 6).complexity())
                .isCloseTo(Math.log(100) + 1 + 0.25 * Math.log(7), within(1e-12));
    }

    @Test
    void complexityIsARankAmongAllTasks() {
        Frame frame = four().frame();
        RunOutcomes outcomes =
                new RunOutcomes(
                        new byte[4],
                        new byte[4],
                        new double[] {1, 2, 3, Double.NaN},
                        new double[] {2, 1, 3, 2, 5});
        Enrichment e = Enrichment.of(frame, frame, null, outcomes, EnrichSettings.DEFAULTS);
        assertThat(Runs.doubles(e, "task_complexity_score"))
                .containsExactly(new double[] {10, 40, 70, Double.NaN}, within(1e-12));
        assertThat(e.explain("task_complexity_score", 1).why())
                .isEqualTo("c 2: 1 of 5 tasks below, 2 equal, its own included");
        assertThat(e.explain("task_complexity_score", 3).why())
                .isEqualTo("no task with a payload is known for the run");
    }
}
