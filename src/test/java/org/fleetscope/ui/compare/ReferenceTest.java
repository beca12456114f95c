package org.fleetscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.fleetscope.ui.support.TimeText;
import org.junit.jupiter.api.Test;

final class ReferenceTest {
    private static final TimeRange EXTENT = new TimeRange(1_000, 5_000);
    private static final Scope CODERS = Scope.ALL.withTypes(Set.of("coder"));

    @Test
    void withAllTimeInScopeTheSecondHalfMeetsTheFirst() {
        Sides sides = new Reference.Before().sides(CODERS, EXTENT);
        assertThat(sides.a()).isEqualTo(CODERS.withTime(new TimeRange(1_000, 3_000)));
        assertThat(sides.b()).isEqualTo(CODERS.withTime(new TimeRange(3_000, 5_000)));
    }

    @Test
    void aStretchMeetsTheEqualOneBefore() {
        Scope scope = CODERS.withTime(new TimeRange(4_000, 4_600));
        Sides sides = new Reference.Before().sides(scope, EXTENT);
        assertThat(sides.a()).isEqualTo(CODERS.withTime(new TimeRange(3_400, 4_000)));
        assertThat(sides.b()).isEqualTo(scope);
    }

    @Test
    void anOpenEndIsThatOfTheData() {
        Scope scope = CODERS.withTime(new TimeRange(4_000, Long.MAX_VALUE));
        Sides sides = new Reference.Before().sides(scope, EXTENT);
        assertThat(sides.a().time()).isEqualTo(new TimeRange(3_000, 4_000));
    }

    @Test
    void aWeekBeforeIsSevenDaysEarlier() {
        Sides sides = Reference.OF_TIME.get(2).sides(CODERS, EXTENT);
        assertThat(sides.a().time())
                .isEqualTo(new TimeRange(1_000 - 7 * Times.DAY, 5_000 - 7 * Times.DAY));
        assertThat(sides.b()).isEqualTo(CODERS);
    }

    @Test
    void aPinnedScopeStaysAsItIs() {
        Scope pinned = Scope.ALL.withHosts(Set.of("node-17"));
        assertThat(new Reference.Named("Pinned", pinned).sides(CODERS, EXTENT))
                .isEqualTo(new Sides(pinned, CODERS));
    }

    @Test
    void differencesHaveTheirSignAndUnit() {
        assertThat(CompareText.signed(12.4, Unit.MILLISECONDS)).isEqualTo("+12.4\u00a0ms");
        assertThat(CompareText.signed(-1240, Unit.MILLISECONDS)).isEqualTo("\u22121.24\u00a0s");
        assertThat(CompareText.signed(Double.NaN, Unit.MILLISECONDS)).isEqualTo("–");
        assertThat(CompareText.probability(0.00004)).isEqualTo("< 0.0001");
        assertThat(CompareText.probability(0.0123)).isEqualTo("0.0123");
    }

    @Test
    void aScopeInWords() {
        Scope scope =
                new Scope(
                        TimeRange.ALL,
                        Set.of("coder"),
                        Set.of(),
                        Set.of("a", "b"),
                        Set.of(1, 2),
                        Set.of());
        assertThat(CompareText.scope(scope, new TimeText(java.time.ZoneOffset.UTC)))
                .isEqualTo("All time · type coder · 2 hosts · 2 priorities");
    }
}
