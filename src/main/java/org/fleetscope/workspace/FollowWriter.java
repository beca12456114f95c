package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;
import org.fleetscope.store.FollowedImport;
import org.jspecify.annotations.Nullable;

/**
 * Lands what was followed on a thread of its own: in steps of about a second, or earlier when many
 * rows have come. Who adds waits when the disk can't keep up. After a failure nothing more is
 * landed. The thread is never interrupted, which would close the store's file under it.
 */
final class FollowWriter implements AutoCloseable {
    /**
     * Rows that were published together, and the state that shows them.
     *
     * @param parts portions that were made this one
     * @param onLanded run when it is on disk
     */
    record Portion(
            FollowedImport.Step step,
            int rows,
            int parts,
            WorkspaceState state,
            Runnable onLanded) {}

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int STEP_ROWS = 20_000;
    private static final int MOST_ROWS = 200_000;

    private final FollowedImport to;
    private final Consumer<Portion> onLanded;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Portion> waiting = new ArrayDeque<>();
    private final Thread thread;
    private int rows;
    private long oldest;
    private boolean hurry;
    private boolean landing;
    private boolean index;
    private boolean closing;
    private volatile @Nullable Throwable failure;

    /**
     * @param onLanded told of what is durable now, on the writer's thread
     */
    FollowWriter(FollowedImport to, Consumer<Portion> onLanded) {
        this.to = to;
        this.onLanded = onLanded;
        this.thread = Thread.ofPlatform().name("follow-writer").daemon().start(this::run);
    }

    /** Queues a portion. */
    void add(Portion portion) throws IOException {
        locked(() -> {
            while (rows > MOST_ROWS && failure == null) {
                changed.await();
            }
            if (waiting.isEmpty()) {
                oldest = System.nanoTime();
            }
            waiting.add(portion);
            rows += portion.rows();
            changed.signalAll();
        });
        throwFailure();
    }

    /** Accepted rows that are not landed yet. */
    int undurable() {
        lock.lock();
        try {
            return rows;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is landed. */
    void drain() throws IOException {
        locked(() -> {
            hurry = true;
            changed.signalAll();
            while ((landing || !waiting.isEmpty()) && failure == null) {
                changed.await();
            }
            hurry = false;
        });
        throwFailure();
    }

    /** Has the keys and indexes built that are missing, after what waits now. */
    void index() throws IOException {
        locked(() -> {
            index = true;
            changed.signalAll();
        });
    }

    void throwFailure() throws IOException {
        Throwable cause = failure;
        if (cause != null) {
            throw cause instanceof IOException io
                    ? io
                    : new IOException("storing followed rows failed: " + cause, cause);
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private void locked(Waiting work) throws IOException {
        lock.lock();
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while storing").initCause(e);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                Portion next = next();
                if (next != null) {
                    to.land(next.step());
                    landed(next);
                } else if (takeIndex()) {
                    to.index(JobContext.NONE);
                } else {
                    return;
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | InterruptedException e) {
            failure = e;
            lock.lock();
            try {
                landing = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** What is due, as one portion; null when there is something else to do. */
    private @Nullable Portion next() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                if (waiting.isEmpty()) {
                    if (closing || index) {
                        return null;
                    }
                    changed.await();
                    continue;
                }
                long left = oldest + STEP_NANOS - System.nanoTime();
                if (left <= 0 || hurry || closing || rows >= STEP_ROWS) {
                    landing = true;
                    return Portions.take(waiting, STEP_ROWS);
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void landed(Portion portion) {
        onLanded.accept(portion);
        lock.lock();
        try {
            rows -= portion.rows();
            landing = false;
            oldest = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean takeIndex() {
        lock.lock();
        try {
            boolean wanted = index;
            index = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Lands what waits and stops. */
    @Override
    public void close() throws IOException {
        locked(() -> {
            closing = true;
            changed.signalAll();
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while storing").initCause(e);
        }
    }
}
