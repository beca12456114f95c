package org.fleetscope.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PoolRunnerTest {
    private final BlockingQueue<Runnable> callbackThread = new LinkedBlockingQueue<>();
    private final PoolRunner runner = new PoolRunner(callbackThread::add);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void resultArrivesOnTheCallbackThread() throws InterruptedException {
        JobHandle job = runner.submit("sum", context -> 1 + 1, listener());

        nextCallback();

        assertThat(heard).containsExactly("done 2");
        assertThat(job.isFinished()).isTrue();
        assertThat(job.name()).isEqualTo("sum");
    }

    @Test
    void progressComesBeforeTheResult() throws InterruptedException {
        runner.submit(
                "count",
                context -> {
                    context.progress(new Progress("Counting", 1, 2, "rows", 1));
                    return 2;
                },
                listener());

        nextCallback();
        nextCallback();

        assertThat(heard).containsExactly("progress 0.5", "done 2");
    }

    @Test
    void failureArrivesWithItsCause() throws InterruptedException {
        runner.submit(
                "fail",
                context -> {
                    throw new IllegalStateException("broken");
                },
                listener());

        nextCallback();

        assertThat(heard).containsExactly("failed broken");
    }

    @Test
    void cancelledWorkStopsAtItsNextCheck() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        JobHandle job =
                runner.submit(
                        "endless",
                        context -> {
                            running.countDown();
                            cancelled.await();
                            context.checkCancelled();
                            return 0;
                        },
                        listener());
        running.await();
        job.cancel();
        cancelled.countDown();

        nextCallback();

        assertThat(heard).containsExactly("cancelled");
    }

    private void nextCallback() throws InterruptedException {
        Runnable callback = callbackThread.poll(10, TimeUnit.SECONDS);
        assertThat(callback).isNotNull();
        callback.run();
    }

    private JobRunner.Callbacks<Integer> listener() {
        return new JobRunner.Callbacks<>() {
            @Override
            public void progress(Progress progress) {
                heard.add("progress " + progress.fraction());
            }

            @Override
            public void done(Integer result) {
                heard.add("done " + result);
            }

            @Override
            public void failed(Throwable failure) {
                heard.add("failed " + failure.getMessage());
            }

            @Override
            public void cancelled() {
                heard.add("cancelled");
            }
        };
    }
}
