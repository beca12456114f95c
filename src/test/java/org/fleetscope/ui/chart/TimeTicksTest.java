package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static List<TimeTicks.Tick> ticks(String from, String to, ZoneId zone, int target) {
        TimeRange range =
                new TimeRange(
                        Times.ofInstant(Instant.parse(from)), Times.ofInstant(Instant.parse(to)));
        return TimeTicks.of(range, zone, target);
    }

    private static List<String> labels(List<TimeTicks.Tick> ticks) {
        return ticks.stream().map(TimeTicks.Tick::label).toList();
    }

    private static List<String> contexts(List<TimeTicks.Tick> ticks) {
        return ticks.stream().map(TimeTicks.Tick::context).toList();
    }

    @Test
    void hoursShowTheDateWhereItChanges() {
        var ticks = ticks("2026-03-17T18:30:00Z", "2026-03-18T06:30:00Z", ZoneOffset.UTC, 4);
        assertThat(labels(ticks)).containsExactly("21:00", "00:00", "03:00", "06:00");
        assertThat(contexts(ticks)).containsExactly("Tue 17 Mar 2026", "Wed 18 Mar 2026", "", "");
    }

    @Test
    void microsecondsAreWrittenInFull() {
        var ticks =
                ticks(
                        "2026-03-17T18:30:00.000003Z",
                        "2026-03-17T18:30:00.000023Z",
                        ZoneOffset.UTC,
                        4);
        assertThat(labels(ticks))
                .containsExactly("00.000005", "00.000010", "00.000015", "00.000020");
        assertThat(contexts(ticks)).containsExactly("17 Mar 2026 18:30", "", "", "");
    }

    @Test
    void daysWeeksMonthsAndYearsFollowTheCalendar() {
        assertThat(labels(ticks("2026-12-30T12:00:00Z", "2027-01-02T12:00:00Z", ZoneOffset.UTC, 4)))
                .containsExactly("31 Dec", "1 Jan", "2 Jan");
        assertThat(
                        contexts(
                                ticks(
                                        "2026-12-30T12:00:00Z",
                                        "2027-01-02T12:00:00Z",
                                        ZoneOffset.UTC,
                                        4)))
                .containsExactly("2026", "2027", "");
        // Mondays.
        assertThat(labels(ticks("2026-03-01T00:00:00Z", "2026-03-29T00:00:00Z", ZoneOffset.UTC, 4)))
                .containsExactly("2 Mar", "9 Mar", "16 Mar", "23 Mar");
        assertThat(labels(ticks("2026-01-15T00:00:00Z", "2026-05-15T00:00:00Z", ZoneOffset.UTC, 4)))
                .containsExactly("Feb", "Mar", "Apr", "May");
        assertThat(labels(ticks("2021-06-01T00:00:00Z", "2026-06-01T00:00:00Z", ZoneOffset.UTC, 6)))
                .containsExactly("2022", "2023", "2024", "2025", "2026");
    }

    @Test
    void ticksAreRoundInAZoneWithAnOddOffset() {
        var ticks =
                ticks(
                        "2026-03-17T00:00:00Z",
                        "2026-03-17T06:00:00Z",
                        ZoneId.of("Asia/Kathmandu"),
                        3);
        assertThat(labels(ticks)).containsExactly("06:00", "08:00", "10:00");
        assertThat(ticks.getFirst().time())
                .isEqualTo(Times.ofInstant(Instant.parse("2026-03-17T00:15:00Z")));
    }

    @Test
    void ticksStayRoundWhereClocksChange() {
        // Berlin, 29 March 2026: 02:00 becomes 03:00; 25 October 2026: 03:00 becomes 02:00.
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(labels(ticks("2026-03-28T23:00:00Z", "2026-03-29T10:00:00Z", berlin, 4)))
                .containsExactly("00:00", "03:00", "06:00", "09:00");
        assertThat(labels(ticks("2026-10-24T22:00:00Z", "2026-10-25T11:00:00Z", berlin, 5)))
                .containsExactly("00:00", "03:00", "06:00", "09:00");
    }
}
