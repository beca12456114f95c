package org.fleetscope.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.SameThreadRunner;
import org.junit.jupiter.api.Test;

class LatestJobTest {
    private final List<String> heard = new ArrayList<>();
    private final ManualRunner runner = new ManualRunner();
    private final LatestJob job = new LatestJob(runner);

    private void start(String answer) {
        job.<String>start(
                answer,
                _ -> answer,
                heard::add,
                failure -> heard.add("failed " + failure.getMessage()));
    }

    @Test
    void aStaleAnswerIsDroppedInWhicheverOrderItArrives() {
        start("first");
        start("second");
        assertThat(runner.isOldestCancelled()).isTrue();
        runner.finishNewest();
        runner.finishOldest();
        assertThat(heard).containsExactly("second");
    }

    @Test
    void afterCancellingNobodyHears() {
        start("first");
        job.cancel();
        runner.finishOldest();
        assertThat(heard).isEmpty();
    }

    @Test
    void aFailureIsHeardOnceAndOnlyOfTheLatest() {
        job.<String>start(
                "broken",
                _ -> {
                    throw new IllegalStateException("no disk");
                },
                heard::add,
                failure -> heard.add("failed " + failure.getMessage()));
        runner.finishOldest();
        assertThat(heard).containsExactly("failed no disk");
    }

    @Test
    void workStartedFromAnAnswerIsTheLatest() {
        LatestJob direct = new LatestJob(new SameThreadRunner());
        direct.start(
                "outer",
                _ -> "outer",
                _ ->
                        direct.start(
                                "inner", _ -> "inner", heard::add, failure -> heard.add("failed")),
                failure -> heard.add("failed"));
        assertThat(heard).containsExactly("inner");
    }
}
