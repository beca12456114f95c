package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketsTest {
    /** A day in about 100 buckets: of 864 s wished for, 15 min is nearest as a ratio. */
    @ParameterizedTest
    @CsvSource({
        "86400, 100, 900",
        "86400, 24, 3600",
        "86400, 1440, 60",
        "3600, 100, 30",
        "10, 100, 1",
        "2592000, 30, 86400"
    })
    void lengthIsOnePeopleCountIn(long seconds, int wanted, long length) {
        TimeRange range =
                new TimeRange(20_458 * Times.DAY, 20_458 * Times.DAY + seconds * Times.SECOND);
        Buckets buckets = Buckets.of(range, wanted);
        assertThat(buckets.length()).isEqualTo(length * Times.SECOND);
        assertThat(buckets.count()).isEqualTo((int) (seconds / length));
    }

    @Test
    void coversARangeThatStartsAndEndsWithinBuckets() {
        TimeRange range = new TimeRange(Times.HOUR - 1, 25 * Times.HOUR + 1);
        Buckets buckets = Buckets.of(range, 24);
        assertThat(buckets.first()).isZero();
        assertThat(buckets.count()).isEqualTo(26);
        assertThat(buckets.indexOf(Times.HOUR - 1)).isZero();
        assertThat(buckets.indexOf(Times.HOUR)).isEqualTo(1);
        assertThat(buckets.indexOf(-1)).isEqualTo(-1);
        assertThat(buckets.indexOf(26 * Times.HOUR)).isEqualTo(26);
        assertThat(buckets.starts()).hasSize(26).contains(25 * Times.HOUR);
    }

    @Test
    void emptyRangeHasNoBuckets() {
        assertThat(Buckets.of(new TimeRange(0, 0), 10).count()).isZero();
        assertThatThrownBy(() -> Buckets.of(new TimeRange(0, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
