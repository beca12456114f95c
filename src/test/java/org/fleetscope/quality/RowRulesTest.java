package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
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
    void theCatalogueNamesEveryRuleOnce() {
        assertThat(RowRules.catalogue().stream().map(RuleInfo::id))
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
                        "duplicate-run",
                        "malformed-row",
                        "metadata-missing");
        assertThat(RowRules.catalogue())
                .allSatisfy(info -> assertThat(info.explanation()).isNotBlank());
        assertThat(
                        RowRules.catalogue().stream()
                                .filter(info -> info.severity() == RuleSeverity.WARNING))
                .singleElement()
                .extracting(RuleInfo::id)
                .isEqualTo("metadata-missing");
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
