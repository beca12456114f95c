package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

class RowRulesTest {
    @Test
    void goodRowsPass() {
        BatchCheck check = Rows.rules().check(Rows.batch((b, row) -> {}, (b, row) -> {}));
        assertThat(check.acceptedRows()).containsExactly(0, 1);
        assertThat(check.rejectedRows()).isEmpty();
        assertThat(check.violations(0)).isEmpty();
        assertThat(check.counts()).isEmpty();
    }

    @Test
    void anEmptyBatchIsFine() {
        BatchCheck check = Rows.rules().check(Rows.batch());
        assertThat(check.acceptedRows()).isEmpty();
        assertThat(check.rejectedRows()).isEmpty();
    }

    @Test
    void aRowIsToldEveryRuleItBrokeInTheOrderOfTheList() {
        BatchCheck check =
                Rows.rules()
                        .check(
                                Rows.batch(
                                        (b, row) -> {
                                            b.memoryMb[row] = 0;
                                            b.latencyMs[row] = 0;
                                            Rows.flag(b, row, KpiBatch.HAS_TASK, false);
                                            b.recordedAt[row] = Times.MISSING;
                                        },
                                        (b, row) -> b.latencyMs[row] = 0,
                                        (b, row) -> {}));
        assertThat(check.violations(0).stream().map(violation -> violation.ruleId()))
                .containsExactly("task-id", "latency-range", "memory-range", "recorded-at");
        assertThat(check.counts().toString())
                .isEqualTo("{task-id=1, latency-range=2, memory-range=1, recorded-at=1}");
        assertThat(check.acceptedRows()).containsExactly(2);
    }

    @Test
    void everyRuleOfTheListHasOneIdAndIsExplained() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id))
                .containsExactlyInAnyOrder(
                        "task-id",
                        "agent-id",
                        "latency-range",
                        "accuracy-range",
                        "cpu-range",
                        "memory-range",
                        "recorded-at",
                        "recorded-at-recent",
                        "execution-context",
                        "network-range",
                        "custom-metrics",
                        "gpu-range",
                        "error-details",
                        "duplicate-run",
                        "malformed-row",
                        "task-reference",
                        "agent-reference",
                        "one-kpi-per-task",
                        "recorded-after-created",
                        "recorded-before-completed",
                        "deadline-met",
                        "quota-memory",
                        "quota-cpu",
                        "quota-time",
                        "quota-network",
                        "latency-distribution",
                        "accuracy-distribution",
                        "resource-consistency",
                        "metadata-missing");
        assertThat(Rule.values())
                .allSatisfy(rule -> {
                    assertThat(rule.explanation()).isNotBlank();
                    assertThat(rule.applies()).isNotBlank();
                    assertThat(rule.levels()).contains(rule.standard());
                    assertThat(Rule.of(rule.id())).contains(rule);
                });
        assertThat(Arrays.stream(Rule.values()).map(Rule::flag).distinct())
                .hasSize(Rule.values().length)
                .allMatch(flag -> flag != 0);
    }

    @Test
    void aRuleSetToWarnKeepsTheRowAndOneSetOffIsNotAsked() {
        RuleSettings settings =
                RuleSettings.DEFAULTS
                        .with(Rule.LATENCY_RANGE, RuleLevel.WARNING)
                        .with(Rule.CPU_RANGE, RuleLevel.OFF);
        BatchCheck check =
                new RowRules(settings, RuleLimits.DEFAULTS, Profile.EXPORT, Rows.NOW)
                        .check(
                                Rows.batch(
                                        (b, row) -> {
                                            b.latencyMs[row] = -1;
                                            b.cpuUsage[row] = 7;
                                        },
                                        (b, row) -> {
                                            b.latencyMs[row] = -1;
                                            b.memoryMb[row] = -1;
                                        },
                                        (b, row) -> {}));

        assertThat(check.acceptedRows()).containsExactly(0, 2);
        assertThat(check.isFlagged(0)).isTrue();
        assertThat(check.isFlagged(1)).isFalse();
        assertThat(check.isFlagged(2)).isFalse();
        assertThat(check.violations(0))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.ruleId()).isEqualTo("latency-range");
                    assertThat(violation.severity()).isEqualTo(RuleSeverity.WARNING);
                });
        assertThat(check.violations(1).stream().map(violation -> violation.severity()))
                .containsExactly(RuleSeverity.WARNING, RuleSeverity.ERROR);
    }

    @Test
    void limitsThatAreSetCountInsteadOfTheDefaults() {
        RowRules rules =
                new RowRules(
                        RuleSettings.DEFAULTS,
                        RuleSettings.DEFAULTS
                                .with(RuleLimit.MAX_LATENCY, 100)
                                .rowLimits(Set.of(), Set.of()),
                        Profile.EXPORT,
                        Rows.NOW);

        assertThat(Rows.broken(rules, (b, row) -> b.latencyMs[row] = 100))
                .containsExactly("latency-range");
        assertThat(Rows.broken(rules, (b, row) -> b.latencyMs[row] = 99.999)).isEmpty();
    }

    @Test
    void theProfileDecidesWhetherRowsMustBeRecent() {
        assertThat(Rows.rules().rules()).hasSize(12);
        assertThat(new RowRules(RuleLimits.DEFAULTS, Profile.LIVE, Rows.NOW).rules()).hasSize(13);
    }

    @Test
    void aBatchIsATableOfDeclaredTypes() {
        BatchTable table =
                BatchTable.of(Rows.batch((b, row) -> b.custom("x", row, -3), (b, row) -> {}));
        assertThat(table.table().rowCount()).isEqualTo(2);
        assertThat(table.table().column("recorded_at").type()).isEqualTo(ColumnType.LONG);
        assertThat(table.table().column("latency_ms").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.table().doubleColumn("custom_magnitude").get(0)).isEqualTo(3);
        assertThat(table.table().doubleColumn("custom_magnitude").isMissing(1)).isTrue();
    }
}
