package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-12, -12",
        "+3, 3",
        "1.50, 1.5",
        "1e3, 1000",
        "2.5E-1, 0.25",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "-0.5, -0.5"
    })
    void readsNumbers(String text, double expected) {
        assertThat(Objects.requireNonNull(CsvNumber.parse(text)).doubleValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "007",
                ".5",
                "5.",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "1d",
                "0x1",
                "1 2",
                "1.2.3"
            })
    void leavesTheRestAsText(String text) {
        assertThat(CsvNumber.parse(text)).isNull();
    }
}
