package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;

/**
 * Works off a list of tasks on several threads, the caller's among them, each taking the next one
 * left.
 */
final class Parallel {
    private Parallel() {}

    static void run(String phase, List<Runnable> tasks, int threads, JobContext job) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker =
                () -> {
                    for (int i = next.getAndIncrement();
                            i < tasks.size();
                            i = next.getAndIncrement()) {
                        job.checkCancelled();
                        tasks.get(i).run();
                        job.progress(
                                new Progress(
                                        phase,
                                        done.incrementAndGet(),
                                        tasks.size(),
                                        "features",
                                        0));
                    }
                };
        int helpers = Math.min(threads, tasks.size()) - 1;
        if (helpers <= 0) {
            worker.run();
            return;
        }
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        helpers, Thread.ofPlatform().daemon().name("features-", 1).factory())) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < helpers; i++) {
                running.add(CompletableFuture.runAsync(worker, pool));
            }
            try {
                worker.run();
            } finally {
                next.set(tasks.size());
            }
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
