package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class IdAndTimeRulesTest {
    private final RowRules live = new RowRules(RuleLimits.DEFAULTS, Profile.LIVE, Rows.NOW);

    @Test
    void idsMustBeThere() {
        assertThat(Rows.message((b, row) -> Rows.flag(b, row, KpiBatch.HAS_TASK, false)))
                .isEqualTo("task_id is missing, expected a UUID");
        assertThat(
                        Rows.message((b, row) -> {
                            Rows.flag(b, row, KpiBatch.HAS_AGENT, false);
                            b.agent[row] = -1;
                        }))
                .isEqualTo("agent_id is missing, expected a UUID");
    }

    @Test
    void idsMustBeReadable() {
        assertThat(
                        Rows.message((b, row) -> {
                            Rows.flag(b, row, KpiBatch.HAS_TASK, false);
                            b.problem(row, "task_id", "\"t-17\"", "a UUID");
                        }))
                .isEqualTo("task_id is \"t-17\", expected a UUID");
    }

    @Test
    void timeMustBeThere() {
        assertThat(Rows.message((b, row) -> b.recordedAt[row] = Times.MISSING))
                .isEqualTo(
                        "recorded_at is missing, expected a time: RFC 3339 with an offset, epoch seconds to"
                                + " nanoseconds, or a SystemTime object");
        assertThat(Rows.broken(live, (b, row) -> b.recordedAt[row] = Times.MISSING))
                .containsExactly("recorded-at");
    }

    @Test
    void timeMustBeReadable() {
        assertThat(
                        Rows.message((b, row) -> {
                            b.recordedAt[row] = Times.MISSING;
                            b.problem(row, "recorded_at", "\"yesterday\"", "a time");
                        }))
                .startsWith("recorded_at is \"yesterday\", expected a time: RFC 3339");
    }

    @Test
    void timeMayLieFiveMinutesAheadAndNoMore() {
        long latest = Rows.NOW + 300 * Times.SECOND;
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.recordedAt[row] = latest)).isEmpty();
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.recordedAt[row] = latest + 1))
                .containsExactly("recorded-at");
        assertThat(Rows.broken(live, (b, row) -> b.recordedAt[row] = latest + 1))
                .containsExactly("recorded-at");
    }

    @Test
    void onlyALiveFeedMustBeRecent() {
        long earliest = Rows.NOW - 3600 * Times.SECOND;
        assertThat(Rows.broken(live, (b, row) -> b.recordedAt[row] = earliest)).isEmpty();
        assertThat(Rows.broken(live, (b, row) -> b.recordedAt[row] = earliest - 1))
                .containsExactly("recorded-at-recent");
        assertThat(Rows.broken(Rows.rules(), (b, row) -> b.recordedAt[row] = 0)).isEmpty();
        assertThat(
                        live.check(Rows.batch((b, row) -> b.recordedAt[row] = 0))
                                .violations(0)
                                .getFirst()
                                .message())
                .isEqualTo(
                        "recorded_at is 1970-01-01T00:00:00.000000Z, expected a time not before"
                                + " 2026-05-28T19:26:40.000000Z");
    }
}
