package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.junit.jupiter.api.Test;

class ShapeRulesTest {
    private static void dropContext(KpiBatchBuilder b, int row) {
        Rows.flag(b, row, KpiBatch.CONTEXT_OBJECT | KpiBatch.CONTEXT_RESOURCES, false);
        b.contextLength[row] = -1;
        b.host[row] = -1;
    }

    @Test
    void contextMustBeThereUnlessDeclaredAbsent() {
        assertThat(Rows.message(ShapeRulesTest::dropContext))
                .startsWith(
                        "execution_context is missing, expected an object with a hostname and resource info");
        assertThat(Rows.broken(Rows.rulesWithout("execution_context"), ShapeRulesTest::dropContext))
                .isEmpty();
    }

    @Test
    void contextMustBeAnObject() {
        assertThat(
                        Rows.message((b, row) -> {
                            dropContext(b, row);
                            b.problem(row, "execution_context", "7", "an object");
                        }))
                .startsWith("execution_context is 7, expected");
    }

    @Test
    void contextNeedsHostAndResources() {
        assertThat(Rows.message((b, row) -> b.host[row] = -1))
                .startsWith("execution_context has no hostname, expected");
        assertThat(Rows.message((b, row) -> b.host[row] = b.hostCode(" \t")))
                .startsWith("execution_context has no hostname, expected");
        assertThat(Rows.message((b, row) -> Rows.flag(b, row, KpiBatch.CONTEXT_RESOURCES, false)))
                .startsWith("execution_context has no resource info, expected");
        assertThat(
                        Rows.message((b, row) -> {
                            b.host[row] = -1;
                            Rows.flag(b, row, KpiBatch.CONTEXT_RESOURCES, false);
                        }))
                .startsWith("execution_context has no hostname and no resource info, expected");
    }

    @Test
    void networkMayBeAbsentButNotNegativeOrBroken() {
        assertThat(
                        Rows.broken(
                                Rows.rules(),
                                (b, row) -> b.networkBytes[row] = KpiBatch.MISSING_LONG))
                .isEmpty();
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.networkBytes[row] = 0)).isEmpty();
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.networkBytes[row] = Long.MAX_VALUE))
                .isEmpty();
        assertThat(Rows.message((b, row) -> b.networkBytes[row] = -1))
                .isEqualTo(
                        "network_bytes is -1, expected an integer from 0 to 9223372036854775807, or nothing");
        assertThat(Rows.message(ShapeRulesTest::breakNetwork))
                .isEqualTo(
                        "network_bytes is 12.5, expected an integer from 0 to 9223372036854775807, or nothing");
        assertThat(Rows.broken(Rows.rulesWithout("network_bytes"), ShapeRulesTest::breakNetwork))
                .isEmpty();
    }

    private static void breakNetwork(KpiBatchBuilder b, int row) {
        b.networkBytes[row] = KpiBatch.MISSING_LONG;
        Rows.flag(b, row, KpiBatch.NETWORK_BROKEN, true);
        b.problem(row, "network_bytes", "12.5", "an integer");
    }

    @Test
    void customMetricsMayBeAbsentOrWithinLimits() {
        String longest = "k".repeat(100);
        assertThat(
                        Rows.broken(
                                Rows.rules(),
                                (b, row) -> {
                                    b.custom("tokens", row, -1e15);
                                    b.custom(longest, row, 1e15);
                                }))
                .isEmpty();
    }

    @Test
    void customMetricsHaveBoundedValuesAndNames() {
        assertThat(Rows.message((b, row) -> b.custom("tokens", row, -2e15)))
                .startsWith("custom_metrics.tokens is -2000000000000000, expected an object");
        assertThat(
                        Rows.broken(
                                Rows.rules(),
                                (b, row) -> b.custom("a", row, Double.POSITIVE_INFINITY)))
                .containsExactly("custom-metrics");
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.custom("", row, 1)))
                .containsExactly("custom-metrics");
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.custom("k".repeat(101), row, 1)))
                .containsExactly("custom-metrics");
    }

    @Test
    void aLongNameCostsOnlyTheRowsThatUseIt() {
        BatchCheck check =
                Rows.rules()
                        .check(
                                Rows.batch(
                                        (b, row) -> {},
                                        (b, row) -> b.custom("k".repeat(101), row, 1)));
        assertThat(check.rejectedRows()).containsExactly(1);
    }

    @Test
    void customMetricsMustHaveTheirShape() {
        assertThat(
                        Rows.message((b, row) -> {
                            Rows.flag(b, row, KpiBatch.CUSTOM_BROKEN, true);
                            b.problem(row, "custom_metrics.tokens", "\"many\"", "a number");
                        }))
                .startsWith("custom_metrics.tokens is \"many\", expected");
        byte[] text = "[1]".getBytes(StandardCharsets.UTF_8);
        assertThat(
                        Rows.message((b, row) -> {
                            Rows.flag(b, row, KpiBatch.CUSTOM_BROKEN, true);
                            b.customText(row, text, 0, text.length);
                        }))
                .startsWith("custom_metrics is [1], expected");
    }

    @Test
    void aMalformedRowBreaksNothingElseAndNamesItsPlace() {
        KpiBatch batch =
                Rows.batch(
                        (b, row) -> {},
                        (b, row) -> {
                            b.flags[row] = KpiBatch.MALFORMED;
                            b.latencyMs[row] = Double.NaN;
                            b.problem(row, "", "end of line", "a closing brace");
                        });
        BatchCheck check = Rows.rules().check(batch);
        batch.firstLine(41);
        assertThat(check.counts()).containsOnlyKeys("malformed-row");
        assertThat(check.violations(1))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.message())
                                .isEqualTo(
                                        "line 42, byte 100 does not parse: found end of line, expected a closing brace"));
    }
}
