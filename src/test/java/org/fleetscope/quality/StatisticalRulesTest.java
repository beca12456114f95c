package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class StatisticalRulesTest {
    private static final int EARLIER = 400;

    private final Random random = new Random(5);
    private final RunFixture runs = new RunFixture();

    private double latency(double factor) {
        return 100 * factor * Math.exp(0.5 * random.nextGaussian());
    }

    private void history() {
        for (int i = 0; i < EARLIER; i++) {
            int number = i;
            runs.run(run -> {
                run.type = number % 2 == 0 ? "planner" : "coder";
                run.agent = number % 2;
                run.latencyMs = latency(1);
                run.accuracy = 0.8 + 0.1 * random.nextGaussian();
            });
        }
    }

    @Test
    void aTypeWhoseLatencyChangedIsFlaggedAndOthersAreNot() {
        history();
        for (int i = 0; i < 100; i++) {
            int number = i;
            runs.run(run -> {
                run.type = number % 2 == 0 ? "planner" : "coder";
                run.agent = number % 2;
                run.latencyMs = latency(number % 2 == 0 ? 2 : 1);
                run.accuracy = 0.8 + 0.1 * random.nextGaussian();
            });
        }
        RunCheck check = runs.check(EARLIER, RuleSettings.DEFAULTS);

        GroupFlag flag = check.groups().getFirst();
        assertThat(check.groups()).hasSize(1);
        assertThat(flag.rule()).isEqualTo(Rule.LATENCY_DISTRIBUTION);
        assertThat(flag.subject()).isEqualTo("planner");
        assertThat(flag.runs()).isEqualTo(50);
        assertThat(flag.statistic()).isEqualTo(distance("planner"));
        assertThat(check.counts()).containsEntry(Rule.LATENCY_DISTRIBUTION, 50L);
        assertThat(check.flags().has(EARLIER, Rule.LATENCY_DISTRIBUTION)).isTrue();
        assertThat(check.flags().has(EARLIER + 1, Rule.LATENCY_DISTRIBUTION)).isFalse();
        assertThat(check.flags().has(0, Rule.LATENCY_DISTRIBUTION)).isFalse();
    }

    private double distance(String type) {
        double[] earlier = latencies(type, 0, EARLIER);
        double[] now = latencies(type, EARLIER, runs.runs.size());
        return KolmogorovSmirnovTest.naive(log(now), log(earlier));
    }

    private double[] latencies(String type, int from, int to) {
        return runs.runs.subList(from, to).stream()
                .filter(run -> run.type.equals(type))
                .mapToDouble(run -> run.latencyMs)
                .toArray();
    }

    private static double[] log(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    @Test
    void aClearButSmallDifferenceIsNotFlagged() {
        // D = 0.1 exactly: of 4000 earlier values 1..4000 and 2000 values of which a tenth lies
        // above all.
        for (int i = 0; i < 4000; i++) {
            int number = i;
            runs.run(run -> run.latencyMs = 1 + number % 1000);
        }
        for (int i = 0; i < 2000; i++) {
            int number = i;
            runs.run(run -> run.latencyMs = number % 10 == 0 ? 5000 : 1 + number % 1000);
        }
        RunCheck check = runs.check(4000, RuleSettings.DEFAULTS);
        assertThat(check.groups()).isEmpty();

        RuleSettings stricter = RuleSettings.DEFAULTS.with(RuleLimit.LATENCY_D, 0.09);
        assertThat(runs.check(4000, stricter).groups()).hasSize(1);
    }

    @Test
    void withoutEarlierRunsNothingIsCompared() {
        history();
        assertThat(runs.check(0, RuleSettings.DEFAULTS).groups()).isEmpty();
    }

    @Test
    void anAgentIsFlaggedBeyondFourStandardErrors() {
        // Earlier: 0.7 and 0.9 in turn: mean 0.8, sd = 0.1·√(50/49); 25 new runs.
        for (int i = 0; i < 50; i++) {
            double value = i % 2 == 0 ? 0.7 : 0.9;
            runs.run(run -> run.accuracy = value);
        }
        double error = 0.1 * Math.sqrt(50.0 / 49) * Math.sqrt(1.0 / 50 + 1.0 / 25);
        for (int i = 0; i < 25; i++) {
            runs.run(run -> run.accuracy = 0.8 - 3.999 * error);
        }
        assertThat(runs.check(50, RuleSettings.DEFAULTS).groups()).isEmpty();
        for (int i = 50; i < 75; i++) {
            runs.runs.get(i).accuracy = 0.8 - 4.001 * error;
        }
        RunCheck check = runs.check(50, RuleSettings.DEFAULTS);

        assertThat(check.groups())
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.rule()).isEqualTo(Rule.ACCURACY_DISTRIBUTION);
                    assertThat(flag.subject()).isEqualTo(RunFixture.id(1).toString());
                    assertThat(flag.statistic())
                            .isCloseTo(-4.001, org.assertj.core.api.Assertions.within(1e-9));
                });
        assertThat(check.counts()).containsEntry(Rule.ACCURACY_DISTRIBUTION, 25L);
        assertThat(
                        runs.check(
                                        50,
                                        RuleSettings.DEFAULTS.with(
                                                Rule.ACCURACY_DISTRIBUTION, RuleLevel.OFF))
                                .groups())
                .isEmpty();
    }

    @Test
    void anAgentWithFewEarlierRunsOrEqualValuesIsNotCompared() {
        for (int i = 0; i < 19; i++) {
            double value = i % 2 == 0 ? 0.79 : 0.81;
            runs.run(run -> run.accuracy = value);
        }
        for (int i = 0; i < 20; i++) {
            runs.run(run -> {
                run.agent = 2;
                run.accuracy = 0.9;
            });
        }
        runs.run(run -> run.accuracy = 0.1);
        runs.run(run -> {
            run.agent = 2;
            run.accuracy = 0.9;
        });
        assertThat(runs.check(39, RuleSettings.DEFAULTS).groups()).isEmpty();
        // A twentieth run of agent 1 makes it comparable; agent 2 leaves its only value.
        runs.runs.getLast().accuracy = 0.8;
        runs.runs.get(19).agent = 1;
        runs.runs.get(20).agent = 1;
        assertThat(runs.check(39, RuleSettings.DEFAULTS).groups()).hasSize(1);
    }

    @Test
    void aRunFarFromItsTypesUsualCpuTimeIsFlagged() {
        // ln(cpu·s) is −0.1, 0 and 0.1 in turn: median 0, MAD 0.1, sigma 0.14826; the limit is
        // 0.88956.
        for (int i = 0; i < 102; i++) {
            double value = Math.exp((i % 3 - 1) * 0.1);
            runs.run(run -> cpu(run, value));
        }
        runs.run(run -> cpu(run, Math.exp(0.88))).run(run -> cpu(run, Math.exp(0.90)));
        runs.run(run -> cpu(run, Math.exp(-0.90))).run(run -> cpu(run, 0));
        RunCheck check = runs.check(102, RuleSettings.DEFAULTS);

        assertThat(RunFixture.rulesOf(check, 102)).isEmpty();
        assertThat(RunFixture.rulesOf(check, 103)).containsExactly(Rule.RESOURCE_CONSISTENCY);
        assertThat(RunFixture.rulesOf(check, 104)).containsExactly(Rule.RESOURCE_CONSISTENCY);
        assertThat(RunFixture.rulesOf(check, 105)).isEmpty();
        assertThat(check.counts()).containsEntry(Rule.RESOURCE_CONSISTENCY, 2L);
    }

    private static void cpu(RunFixture.Made run, double seconds) {
        run.cpu = 0.5;
        run.latencyMs = seconds * 2000;
    }

    @Test
    void runsAreHeldAgainstThoseOfSimilarComplexity() {
        // Complex tasks use a hundred times as much; one simple task uses as much as a complex one.
        for (int i = 0; i < 60; i++) {
            boolean complex = i % 2 == 1;
            double value = Math.exp(i % 4 < 2 ? -0.1 : 0.1) * (complex ? 100 : 1);
            runs.run(run -> cpu(run, value));
            runs.tasks.put(RunFixture.id(i), facts(complex ? 9.5 : 5.5));
        }
        runs.run(run -> cpu(run, 100)).run(run -> cpu(run, 100));
        runs.tasks.put(RunFixture.id(60), facts(9.2));
        runs.tasks.put(RunFixture.id(61), facts(5.9));
        RunCheck check = runs.check(60, RuleSettings.DEFAULTS);

        assertThat(RunFixture.rulesOf(check, 60)).isEmpty();
        assertThat(RunFixture.rulesOf(check, 61)).containsExactly(Rule.RESOURCE_CONSISTENCY);
        assertThat(check.violations(61).getFirst().message())
                .contains("is 100 s", "of 31 runs of type planner", "expected at most 6");
    }

    private static TaskFacts facts(double complexity) {
        return new TaskFacts(Times.MISSING, Times.MISSING, null, complexity);
    }

    @Test
    void withTooFewToCompareWithNothingIsFlagged() {
        for (int i = 0; i < 18; i++) {
            double value = Math.exp(i % 2 == 0 ? -0.1 : 0.1);
            runs.run(run -> cpu(run, value));
        }
        runs.run(run -> cpu(run, 1e6));
        assertThat(runs.check(0, RuleSettings.DEFAULTS).counts()).isEmpty();
        runs.run(run -> cpu(run, 1));
        assertThat(runs.check(0, RuleSettings.DEFAULTS).counts())
                .containsEntry(Rule.RESOURCE_CONSISTENCY, 1L);
    }
}
