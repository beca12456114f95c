package org.fleetscope.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.fleetscope.ui.session.UiSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, changes, times and JSON as people read them. */
final class TextTest {
    private static final TimeText UTC = new TimeText(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "812.4, MILLISECONDS, 812 ms",
        "1240, MILLISECONDS, 1.24 s",
        "90000, MILLISECONDS, 1.5 min",
        "0.986, FRACTION, 98.6 %",
        "0.9972, FRACTION, 99.72 %",
        "1, FRACTION, 100 %",
        "1536, MEGABYTES, 1.54 GB",
        "999, BYTES, 999 B",
        "-2500, BYTES, −2.5 kB",
        "61.44, SCORE, 61.4",
        "NaN, MILLISECONDS, –"
    })
    void scalesToAReadableUnit(double value, Unit unit, String shown) {
        assertThat(Numbers.of(value, unit).replace('\u00a0', ' ')).isEqualTo(shown);
    }

    @Test
    void groupsThousands() {
        assertThat(Numbers.count(1_204_881)).isEqualTo("1\u202f204\u202f881");
        assertThat(Numbers.plain(0.123456)).isEqualTo("0.1235");
    }

    @Test
    void tellsAChangeInWords() {
        assertThat(Change.between(200, 250, -1))
                .isEqualTo(new Change("▲ 25.0\u00a0% higher", Change.Tone.WORSE));
        assertThat(Change.between(200, 150, -1).tone()).isEqualTo(Change.Tone.BETTER);
        assertThat(Change.between(0, 5, 1).text()).isEmpty();
        assertThat(Change.relative(Double.NaN, 1).text()).isEmpty();
        assertThat(Change.relative(0, 1).text()).isEqualTo("no change");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02 09:30",
                "2026-03-02T09:30",
                "2026-03-02 09:30:00.000",
                "2026-03-02 10:30:00+01:00",
                " 2026-03-02T09:30:00Z "
            })
    void readsTimes(String text) {
        long expected = Times.ofInstant(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(UTC.parse(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30x", "2026-13-01 00:00", "09:30"})
    void refusesWhatIsNoTime(String text) {
        assertThat(UTC.parse(text)).isEmpty();
    }

    @Test
    void showsAndReadsTimesInTheZone() {
        TimeText berlin = new TimeText(ZoneId.of("Europe/Berlin"));
        long micros = Times.ofInstant(Instant.parse("2026-07-01T12:00:00.000001Z"));
        assertThat(berlin.exact(micros)).isEqualTo("2026-07-01 14:00:00.000001");
        assertThat(berlin.parse(berlin.exact(micros))).hasValue(micros);
        assertThat(UTC.range(TimeRange.ALL)).isEqualTo("All time");
        assertThat(TimeText.duration(7500 * Times.SECOND)).isEqualTo("2 h 5 min");
    }

    @Test
    void wordsStayWithinWhatAMetricCanBe() {
        assertThat(MetricText.expected(finding("accuracy", 0.766, 1.09)).replace('\u00a0', ' '))
                .isEqualTo("expected 76.6 % to 100 %");
        assertThat(MetricText.expected(finding("latency_ms", -40, 1310)).replace('\u00a0', ' '))
                .isEqualTo("expected 0 ms to 1.31 s");
        assertThat(MetricText.expected(finding("custom_metrics.delta", -40, 40)))
                .isEqualTo("expected −40 to 40");
    }

    private static Finding finding(String metric, double lower, double upper) {
        return new Finding(
                "sigma",
                0,
                new UUID(0, 1),
                new UUID(0, 2),
                "coder",
                null,
                0,
                metric,
                0.17,
                (lower + upper) / 2,
                lower,
                upper,
                100,
                2,
                new RowOrigin("day.ndjson", 1, 0));
    }

    @Test
    void fitsAWindowIntoItsScreen() {
        assertThat(new UiSettings.WindowSize(1440, 900).within(1280, 776))
                .isEqualTo(new UiSettings.WindowSize(1280, 776));
        assertThat(new UiSettings.WindowSize(1000, 700).within(1280, 776))
                .isEqualTo(new UiSettings.WindowSize(1000, 700));
    }

    @Test
    void laysJsonOut() {
        assertThat(JsonText.pretty("{\"a\":[1,2],\"b\":{},\"c\":\"x,{y\\\"}\"}"))
                .isEqualTo(
                        "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": \"x,{y\\\"}\"\n}");
        assertThat(JsonText.pretty("a,b,c")).isEqualTo("a,b,c");
    }
}
