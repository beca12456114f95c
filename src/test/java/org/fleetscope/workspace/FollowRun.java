package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.FollowNotice;
import org.jspecify.annotations.Nullable;

/** A following on a thread of its own, and what it told. */
final class FollowRun implements JobContext, FollowListener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    final List<FollowNotice> notices = new CopyOnWriteArrayList<>();
    private final CompletableFuture<FollowStatus> result = new CompletableFuture<>();
    private volatile boolean cancelled;
    private @Nullable FollowStatus shown;
    private int landedAt;

    FollowRun(Workspace workspace, List<Path> paths, FollowOptions options) {
        Thread.ofPlatform()
                .name("follow-test")
                .daemon()
                .start(() -> {
                    try {
                        result.complete(workspace.follow(paths, options, this, this));
                    } catch (IOException | RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                });
    }

    @Override
    public synchronized void rows(FollowStatus status) {
        shown = status;
        notifyAll();
    }

    @Override
    public synchronized void changed(FollowStatus status) {
        shown = status;
        notifyAll();
    }

    @Override
    public synchronized void landed(FollowStatus status) {
        landedAt++;
        notifyAll();
    }

    @Override
    public void notice(FollowNotice notice) {
        notices.add(notice);
    }

    /** Waits until so many rows were read. */
    void awaitRead(long rows) throws InterruptedException {
        await(status -> status.accepted() + status.rejected() + status.skipped() >= rows);
    }

    synchronized void await(Predicate<FollowStatus> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (shown == null || !condition.test(shown)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || result.isCompletedExceptionally()) {
                throw new AssertionError("not seen in time, last was " + shown + ' ' + result);
            }
            wait(Math.min(left, 100));
        }
    }

    FollowStatus stop() {
        cancelled = true;
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new CompletionException(e);
        }
    }

    /** What ended it. */
    Throwable failure() throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Override
    public void progress(Progress progress) {}

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        cancelled = true;
        result.handle((status, failure) -> status).join();
    }
}
