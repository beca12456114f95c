package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.ImportSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionValuesTest {
    // 1772618400 = date -u -d '2026-03-04 10:00:00' +%s
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T10:00:00Z, 1772618400000000",
        "2026-03-04T11:30:00+01:30, 1772618400000000",
        "2026-03-04T10:00:00.000001Z, 1772618400000001",
        "2026-03-04 10:00:00, 1772618400000000",
        "2026-03-04, 1772582400000000",
        "1969-12-31T23:59:59.999999Z, -1"
    })
    void timesAreReadAsTheyAreTyped(String text, long micros) {
        assertThat(Instants.parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "2026-02-30",
                "2026-02-30 10:00:00",
                "2026-03-04T10:00:00",
                "1772618400"
            })
    void otherTimesAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instants.parse(text))
                .withMessageContaining("is no time: expected");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, 1000, false",
        "19, 20, 1000, true",
        "0, 0, 5, false",
        "0, 1, 5, true",
        "2%, 20, 1000, false",
        "1.99%, 20, 1000, true",
        "0%, 0, 0, false",
        "100%, 5, 5, false"
    })
    void aToleranceIsBrokenAboveItsLimit(String text, long rejected, long rows, boolean broken) {
        ImportSummary summary =
                new ImportSummary(
                        0, List.of(), rows, rows - rejected, rejected, 0, Map.of(), Map.of(), 0);

        assertThat(Tolerance.parse(text).brokenBy(summary)).isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "1.5", "101%", "NaN%", "-0.1%", "many"})
    void otherTolerancesAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tolerance.parse(text))
                .withMessageContaining("is no tolerance: expected");
    }

    @Test
    void rangesMayBeOpen() {
        assertThat(Ranges.until(null, null, "")).isNull();
        assertThat(Ranges.until(5L, null, "")).isEqualTo(new TimeRange(5, Long.MAX_VALUE));
        assertThat(Ranges.until(null, 5L, "")).isEqualTo(new TimeRange(Long.MIN_VALUE, 5));
        assertThat(Ranges.through(5L, 5L, "")).isEqualTo(new TimeRange(5, 6));
        assertThatThrownBy(() -> Ranges.until(5L, 5L, "baseline-"))
                .hasMessage("--baseline-from must lie before --baseline-to.");
    }
}
