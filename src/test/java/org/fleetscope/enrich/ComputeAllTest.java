package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeAllTest {
    private static JobContext reportingTo(AtomicReference<Progress> last, int cancelAfter) {
        AtomicInteger asked = new AtomicInteger();
        return new JobContext() {
            @Override
            public void progress(Progress progress) {
                last.accumulateAndGet(
                        progress,
                        (a, b) -> a == null || b.done() >= a.done() || b.done() == 1 ? b : a);
            }

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > cancelAfter;
            }
        };
    }

    private static Enrichment two() {
        return new Runs().add(10, 0.5, 0.5, 10, 10).add(20, 0.6, 0.5, 10, 10).enrich();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64})
    void computesEveryColumnOnceAndReports(int parallelism) {
        AtomicReference<Progress> last = new AtomicReference<>();
        Enrichment e = two();
        e.computeAll(parallelism, reportingTo(last, Integer.MAX_VALUE));
        assertThat(last.get().fraction()).isEqualTo(1);
        for (String id : e.columns()) {
            assertThat(e.column(id)).isSameAs(e.column(id));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stopsWhenCancelled(int parallelism) {
        assertThatThrownBy(() ->
                        two().computeAll(parallelism, reportingTo(new AtomicReference<>(), 3)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aFailureReachesTheCallerWhicheverThreadMetIt() {
        CountDownLatch both = new CountDownLatch(2);
        Runnable fails =
                () -> {
                    both.countDown();
                    await(both);
                    throw new IllegalStateException("broken");
                };
        assertThatThrownBy(() -> Parallel.run("test", List.of(fails, fails), 2, JobContext.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        Runnable waits = () -> await(both);
        assertThatThrownBy(() ->
                        Parallel.run("test", List.of(waits, fails, waits), 3, JobContext.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void aScopeWithoutRunsHasEmptyColumns() {
        Frame empty = new FrameBuilder().build();
        for (PeakMode mode : PeakMode.values()) {
            Enrichment e =
                    Enrichment.of(empty, empty, null, EnrichSettings.DEFAULTS.withPeakMode(mode));
            e.computeAll(2, JobContext.NONE);
            assertThat(e.table(e.columns()).rowCount()).isZero();
        }
    }

    @Test
    void rowsOfTheWorkspaceMustMatchTheScope() {
        Frame frame = new Runs().add(10, 0.5, 0.5, 10, 10).frame();
        assertThatThrownBy(() ->
                        Enrichment.of(frame, frame, new int[] {0, 0}, EnrichSettings.DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scope has 1 rows, but 2 of the workspace stand for them");
    }

    @Test
    void weightsAreChecked() {
        assertThatThrownBy(() -> new ScoreWeights(0.5, 0.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostWeights(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostWeights(1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExplanationGivesInputsPeersAndMedians() {
        Explanation why = two().explain("performance_score", 0);
        assertThat(why.feature()).isEqualTo("performance_score");
        assertThat(why.formula()).startsWith("100·(0.5·accuracy + 0.3·L + 0.2·R)");
        assertThat(why.why())
                .isEqualTo(
                        "accuracy 0.5 (weight 0.5); latency_ms 10 ms, peer median 15 ms, L 0.6 (weight 0.3);"
                                + " resource_cost 0.733333 from cpu_s 0.005 s (median 0.0075 s, weight 0.5), mem_s 0.1 MB·s"
                                + " (median 0.15 MB·s, weight 0.3), net 10 B (median 10 B, weight 0.2), R 0.576923 (weight 0.2);"
                                + " peers: all 2 runs in scope, as type t has only 2 of the 30 runs needed");
        // 25 + 18 + 20/1.7333
        assertThat(why.value()).isEqualTo("54.5385");
    }
}
