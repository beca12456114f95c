package org.fleetscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.junit.jupiter.api.Test;

class ReportNumbersTest {
    @Test
    void numbersAreGroupedThinlyWithTheirUnit() {
        assertThat(Numbers.of(12_345.678, Unit.MILLISECONDS)).isEqualTo("12\u202f346\u202fms");
        assertThat(Numbers.of(0.93512, Unit.FRACTION)).isEqualTo("0.935");
        assertThat(Numbers.plain(-2.5)).isEqualTo("−2.50");
        assertThat(Numbers.change(-0.1234)).isEqualTo("−12.3\u202f%");
        assertThat(Numbers.of(Double.NaN, Unit.BYTES)).isEqualTo("–");
    }

    @Test
    void axesHaveRoundSteps() {
        assertThat(AxisScale.over(0, 4730, 4)).isEqualTo(new AxisScale(0, 6000, 2000));
        assertThat(AxisScale.over(5, 5, 4).ticks()).hasSizeGreaterThan(2);
        assertThat(AxisScale.over(0, 10, 4).share(5)).isEqualTo(0.5);
    }

    @Test
    void timeTicksAreRoundAndNotTooMany() {
        TimeRange day = new TimeRange(Times.HOUR / 2, Times.DAY);
        List<Long> ticks = TimeTicks.in(day, 13);
        assertThat(ticks).hasSize(12).startsWith(2 * Times.HOUR).endsWith(Times.DAY);
    }

    @Test
    void linesBreakWhereValuesAreMissing() {
        double[] x = {0, 1, 2, 3};
        assertThat(Svg.path(x, new double[] {1, 2, Double.NaN, 4})).isEqualTo("M0 1L1 2M3 4h0.1");
    }

    @Test
    void scopesAreSaidInWords() {
        Scope scope =
                Scope.ALL
                        .withTime(new TimeRange(0, Times.DAY))
                        .withHosts(java.util.Set.of("b", "a"));
        assertThat(ScopeText.of(scope, List.of()))
                .isEqualTo("1 Jan 1970, 00:00 to 2 Jan 1970, 00:00 UTC; host a, b");
        assertThat(ScopeText.of(Scope.ALL, List.of())).isEqualTo("All data of the workspace");
    }
}
