package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

/**
 * Each rule about a run and its task, agent or result: holds, breaks, boundary, too little known.
 */
final class RunRulesTest {
    private static final double NAN = Double.NaN;
    private static final long START = RunFixture.START;

    private final RunFixture runs = new RunFixture().run(run -> {});

    private static ResultFacts result(double seconds, double cpu, double memory, double bytes) {
        return new ResultFacts(seconds, cpu, memory, bytes, Times.MISSING);
    }

    private void completed(long at) {
        runs.results.put(RunFixture.id(0), new ResultFacts(NAN, NAN, NAN, NAN, at));
    }

    private static ResourceQuota quota(double cores, double memory, double seconds, double mbps) {
        return new ResourceQuota(cores, memory, seconds, mbps);
    }

    @Test
    void nothingIsAskedOfRunsWithoutTasksAgentsAndResults() {
        assertThat(runs.broken()).isEmpty();
    }

    @Test
    void aTaskIsReferredToOnlyWhenTasksAreLoaded() {
        runs.task(7, Times.MISSING, Times.MISSING, null);
        assertThat(runs.broken()).containsExactly("task-reference");
        runs.task(0, Times.MISSING, Times.MISSING, null);
        assertThat(runs.broken()).isEmpty();
    }

    @Test
    void anAgentIsReferredToOnlyWhenAgentsAreLoaded() {
        runs.agents.add(RunFixture.id(9));
        assertThat(runs.check().violations(0))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.ruleId()).isEqualTo("agent-reference");
                    assertThat(violation.field()).isEqualTo("agent_id");
                    assertThat(violation.message())
                            .isEqualTo(
                                    "agent_id is 00000000-0000-4000-0000-000000000001, expected the id of an"
                                            + " agent that is loaded");
                });
        runs.agents.add(RunFixture.id(1));
        assertThat(runs.broken()).isEmpty();
    }

    @Test
    void aRunIsNotRecordedBeforeItsTaskWasCreated() {
        runs.task(0, START, Times.MISSING, null);
        assertThat(runs.broken()).isEmpty();
        runs.task(0, START + 1, Times.MISSING, null);
        assertThat(runs.check().violations(0))
                .singleElement()
                .extracting(violation -> violation.message())
                .isEqualTo(
                        "recorded_at is 2026-02-25T06:13:20.000000Z, expected at the earliest created_at of the"
                                + " task, 2026-02-25T06:13:20.000001Z");
        assertThat(runs.broken()).containsExactly("recorded-after-created");
        runs.task(0, Times.MISSING, Times.MISSING, null);
        assertThat(runs.broken()).isEmpty();
    }

    @Test
    void aRunIsRecordedAtMostATenthOfASecondAfterCompletion() {
        completed(START - 100_000);
        assertThat(runs.broken()).isEmpty();
        completed(START - 100_001);
        assertThat(runs.broken()).containsExactly("recorded-before-completed");
        completed(Times.MISSING);
        assertThat(runs.broken()).isEmpty();

        completed(START - 100_001);
        RuleSettings later = RuleSettings.DEFAULTS.with(RuleLimit.MAX_AFTER_COMPLETION, 101);
        assertThat(runs.check(0, later).violations(0)).isEmpty();
    }

    @Test
    void theDeadlineIsHeldAgainstCompletionElseAgainstTheRecording() {
        runs.task(0, Times.MISSING, START, null);
        assertThat(runs.broken()).isEmpty();
        runs.task(0, Times.MISSING, START - 1, null);
        assertThat(runs.check().violations(0))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.ruleId()).isEqualTo("deadline-met");
                    assertThat(violation.field()).isEqualTo("recorded_at");
                });
        completed(START - 1);
        assertThat(runs.broken()).isEmpty();
        runs.task(0, Times.MISSING, START - 2, null);
        assertThat(runs.check().violations(0))
                .singleElement()
                .extracting(violation -> violation.field())
                .isEqualTo("completed_at");
    }

    @Test
    void memoryOfRowAndResultKeepToTheQuota() {
        runs.quota(quota(NAN, 100, NAN, NAN));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(NAN, NAN, 100.5, NAN));
        assertThat(runs.check().violations(0))
                .singleElement()
                .extracting(violation -> violation.message())
                .isEqualTo("memory used is 100.5 MB, expected at most max_memory_mb, 100 MB");
        runs.quota(quota(NAN, 99, NAN, NAN));
        runs.results.put(RunFixture.id(0), result(NAN, NAN, 10, NAN));
        assertThat(runs.broken()).containsExactly("quota-memory");
        runs.quota(quota(NAN, NAN, NAN, NAN));
        assertThat(runs.broken()).isEmpty();
    }

    @Test
    void cpuSecondsKeepToTheCoresOverTheExecutionTime() {
        runs.quota(quota(2, NAN, NAN, NAN));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(3, 6, NAN, NAN));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(3, 6.001, NAN, NAN));
        assertThat(runs.broken()).containsExactly("quota-cpu");
        // Without an execution time of the result its latency of 1 s stands in.
        runs.results.put(RunFixture.id(0), result(NAN, 2, NAN, NAN));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(NAN, 2.001, NAN, NAN));
        assertThat(runs.broken()).containsExactly("quota-cpu");
    }

    @Test
    void theExecutionTimeKeepsToTheQuota() {
        runs.quota(quota(NAN, NAN, 1, NAN));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(1.001, NAN, NAN, NAN));
        assertThat(runs.broken()).containsExactly("quota-time");
        runs.results.clear();
        runs.runs.getFirst().latencyMs = 1000.5;
        assertThat(runs.broken()).containsExactly("quota-time");
    }

    @Test
    void trafficOverTheExecutionTimeKeepsToTheQuota() {
        runs.quota(quota(NAN, NAN, NAN, 10));
        assertThat(runs.broken()).isEmpty();
        // 10 Mbit/s over 2 s are 2.5 million bytes.
        runs.results.put(RunFixture.id(0), result(2, NAN, NAN, 2_500_000));
        assertThat(runs.broken()).isEmpty();
        runs.results.put(RunFixture.id(0), result(2, NAN, NAN, 2_500_001));
        assertThat(runs.broken()).containsExactly("quota-network");
        runs.results.put(RunFixture.id(0), result(0, NAN, NAN, 2_500_001));
        assertThat(runs.broken()).isEmpty();
        runs.results.clear();
        runs.runs.getFirst().network = 1_250_001;
        assertThat(runs.broken()).containsExactly("quota-network");
    }

    @Test
    void aRunIsToldAllItBrokeInTheOrderOfTheList() {
        runs.run(run -> run.task = 0);
        runs.agents.add(RunFixture.id(9));
        runs.task(0, START + Times.DAY, START - 1, quota(NAN, 1, 0.1, NAN));
        runs.runs.getFirst().missing = true;

        assertThat(runs.broken())
                .containsExactly(
                        "metadata-missing",
                        "agent-reference",
                        "one-kpi-per-task",
                        "recorded-after-created",
                        "deadline-met",
                        "quota-memory",
                        "quota-time");
    }

    @Test
    void aRuleThatIsOffIsNotAsked() {
        runs.task(7, Times.MISSING, Times.MISSING, null).run(run -> run.task = 0);
        RuleSettings off =
                RuleSettings.DEFAULTS
                        .with(Rule.TASK_REFERENCE, RuleLevel.OFF)
                        .with(Rule.ONE_KPI_PER_TASK, RuleLevel.OFF);

        assertThat(runs.check(0, off).violations(0)).isEmpty();
        assertThat(runs.check(0, off).counts()).isEmpty();
    }

    @Test
    void everyReportOfATaskWithSeveralIsFlagged() {
        runs.run(run -> {}).run(run -> run.task = 0).run(run -> run.task = 0);

        RunCheck check = runs.check();
        assertThat(check.counts()).containsOnlyKeys(Rule.ONE_KPI_PER_TASK);
        assertThat(check.counts()).containsEntry(Rule.ONE_KPI_PER_TASK, 3L);
        assertThat(RunFixture.rulesOf(check, 1)).isEmpty();

        // With the first three stored before, the new one flags them too, but counts alone.
        RunCheck later = runs.check(3, RuleSettings.DEFAULTS);
        assertThat(RunFixture.rulesOf(later, 0)).containsExactly(Rule.ONE_KPI_PER_TASK);
        assertThat(later.counts()).containsEntry(Rule.ONE_KPI_PER_TASK, 1L);
        List<Long> raised = new java.util.ArrayList<>();
        later.raised(flag -> raised.add(flag.origin().line()));
        assertThat(raised).containsExactly(1L, 3L, 4L);
    }
}
