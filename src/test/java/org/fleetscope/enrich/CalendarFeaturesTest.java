package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.stream.IntStream;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFeaturesTest {
    private static Runs at(long... times) {
        Runs runs = new Runs();
        for (long time : times) {
            runs.add(new Runs.Run(1, "t", time, 10, 0.5));
        }
        return runs;
    }

    @Test
    void hoursAndDays() {
        Enrichment e =
                at(Runs.MONDAY - 1, Runs.MONDAY, Runs.MONDAY + 6 * Times.DAY + 23 * Times.HOUR)
                        .enrich();
        assertThat(Runs.ints(e, "hour_of_day")).containsExactly(23, 0, 23);
        assertThat(Runs.ints(e, "day_of_week")).containsExactly(7, 1, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Australia/Lord_Howe"
            })
    void agreeWithTheCalendarOfTheJdk(String name) {
        ZoneId zone = ZoneId.of(name);
        Random random = new Random(7);
        long[] times =
                IntStream.range(0, 2000)
                        .mapToLong(i ->
                                Runs.MONDAY + (long) (random.nextGaussian() * 3000 * Times.DAY))
                        .toArray();
        Enrichment e = at(times).enrich(EnrichSettings.DEFAULTS.withZone(zone));
        for (int i = 0; i < times.length; i++) {
            ZonedDateTime local = Times.toInstant(times[i]).atZone(zone);
            assertThat(Runs.ints(e, "hour_of_day")[i]).isEqualTo(local.getHour());
            assertThat(Runs.ints(e, "day_of_week")[i]).isEqualTo(local.getDayOfWeek().getValue());
        }
    }

    @Test
    void fixedPeakIsNineToEighteenOnWeekdays() {
        long friday = Runs.MONDAY + 4 * Times.DAY;
        Enrichment e =
                at(
                                Runs.MONDAY + 9 * Times.HOUR - 1,
                                Runs.MONDAY + 9 * Times.HOUR,
                                friday + 18 * Times.HOUR - 1,
                                friday + 18 * Times.HOUR,
                                friday + 33 * Times.HOUR)
                        .enrich();
        assertThat(Runs.texts(e, "is_peak_hour"))
                .containsExactly("false", "true", "true", "false", "false");
    }

    @Test
    void autoPeakIsTheBusiestQuarter() {
        // Hour h has h + 1 runs on each of two whole days: the 75th percentile of 1..24 is 18.25,
        // so 18 hours and on.
        Runs runs = new Runs();
        for (int day = 5; day < 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                for (int i = 0; i <= hour; i++) {
                    runs.add(
                            new Runs.Run(
                                    1,
                                    "t",
                                    Runs.MONDAY
                                            + day * Times.DAY
                                            + hour * Times.HOUR
                                            + i * Times.MINUTE,
                                    10,
                                    0.5));
                }
            }
        }
        Enrichment e = runs.enrich(EnrichSettings.DEFAULTS.withPeakMode(PeakMode.AUTO));
        int[] hours = Runs.ints(e, "hour_of_day");
        for (int row = 0; row < hours.length; row++) {
            assertThat(e.column("is_peak_hour").text(row))
                    .isEqualTo(Boolean.toString(hours[row] >= 18));
        }
        assertThat(e.explain("is_peak_hour", hours.length - 1).why())
                .endsWith("day 7, hour 23 with 24 runs per hour, 75th percentile 18.25");
    }

    @Test
    void autoPeakDividesByHowOftenAnHourStruck() {
        // 22:00 to 23:59 of the next day: hours 22 and 23 struck twice, so two runs there are one
        // an hour.
        Runs runs = new Runs();
        long start = Runs.MONDAY + 22 * Times.HOUR;
        for (int hour = 0; hour < 26; hour++) {
            runs.add(new Runs.Run(1, "t", start + hour * Times.HOUR, 10, 0.5));
        }
        Enrichment e = runs.enrich(EnrichSettings.DEFAULTS.withPeakMode(PeakMode.AUTO));
        assertThat(Runs.texts(e, "is_peak_hour")).containsOnly("true");
    }

    @Test
    void cyclesAreSineAndCosine() {
        Enrichment e = at(Runs.MONDAY + 6 * Times.HOUR, Runs.MONDAY + Times.DAY).enrich();
        assertThat(Runs.doubles(e, "execution_hour_encoded.sin")[0]).isCloseTo(1, within(1e-12));
        assertThat(Runs.doubles(e, "execution_hour_encoded.cos")[0]).isCloseTo(0, within(1e-12));
        assertThat(Runs.doubles(e, "execution_day_encoded.sin"))
                .contains(0, Math.sin(2 * Math.PI / 7));
        assertThat(Runs.doubles(e, "execution_day_encoded.cos"))
                .contains(1, Math.cos(2 * Math.PI / 7));
    }
}
