package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.fleetscope.model.Times;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "2026-01-31T23:59:59Z"                 | 2026-01-31T23:59:59Z
                    "2026-01-31T23:59:59.1Z"               | 2026-01-31T23:59:59.1Z
                    "2026-01-31T23:59:59.123456789Z"       | 2026-01-31T23:59:59.123456Z
                    "2026-01-31t23:59:59z"                 | 2026-01-31T23:59:59Z
                    "2026-01-31 23:59:59.5+02:00"          | 2026-01-31T21:59:59.5Z
                    "2026-01-31T23:59:59-05:30"            | 2026-02-01T05:29:59Z
                    "2024-02-29T00:00:00Z"                 | 2024-02-29T00:00:00Z
                    "2016-12-31T23:59:60Z"                 | 2017-01-01T00:00:00Z
                    "1969-12-31T23:59:59.999999Z"          | 1969-12-31T23:59:59.999999Z
                    1767225600                             | 2026-01-01T00:00:00Z
                    1767225600.25                          | 2026-01-01T00:00:00.25Z
                    "1767225600"                           | 2026-01-01T00:00:00Z
                    "1767225600.123456789"                 | 2026-01-01T00:00:00.123456Z
                    1767225600123                          | 2026-01-01T00:00:00.123Z
                    "1767225600123"                        | 2026-01-01T00:00:00.123Z
                    1767225600123.5                        | 2026-01-01T00:00:00.123500Z
                    1767225600123456                       | 2026-01-01T00:00:00.123456Z
                    1767225600123456789                    | 2026-01-01T00:00:00.123456Z
                    0                                      | 1970-01-01T00:00:00Z
                    -1                                     | 1969-12-31T23:59:59Z
                    {"secs_since_epoch":1767225600,"nanos_since_epoch":123456789} | 2026-01-01T00:00:00.123456Z
                    """)
    void readsEveryForm(String json, Instant expected) throws IOException {
        long micros = TimeText.of(JsonRow.MAPPER.readTree(json));

        assertThat(Times.toInstant(micros)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-01-31T24:00:00Z\"",
                "\"2026-01-31T23:59:59\"",
                "\"2026-01-31\"",
                "\"2026-01-31T23:59:59.Z\"",
                "\"2026-01-31T23:59:59Zulu\"",
                "\"1e9\"",
                "\"-\"",
                "true",
                "[1]",
                "{\"secs_since_epoch\":1}",
                "{\"secs_since_epoch\":1,\"nanos_since_epoch\":1000000000}",
                "1e40"
            })
    void saysMissingForWhatIsNoTime(String json) throws IOException {
        assertThat(TimeText.of(JsonRow.MAPPER.readTree(json))).isEqualTo(Times.MISSING);
    }
}
