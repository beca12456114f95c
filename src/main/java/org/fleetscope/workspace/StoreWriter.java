package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.fleetscope.store.StagedImport;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the store on a thread of its own, so that reading does not wait for the disk. It begins
 * when it is released, or earlier when what is queued reaches its limit in bytes; beyond that limit
 * submitters wait. The first failure is thrown at the next call. The thread is never interrupted:
 * an interrupt would close the store's file under it.
 */
final class StoreWriter implements AutoCloseable {
    /** A write. */
    @FunctionalInterface
    interface Write {
        void to(StagedImport staged) throws IOException;
    }

    /** Opens the import in the store. */
    @FunctionalInterface
    interface Opening {
        StagedImport open() throws IOException;
    }

    /** A queued write with its weight; without a write it only says that its turn has come. */
    private record Entry(@Nullable Write write, int kibibytes, CountDownLatch reached) {}

    /**
     * What may wait to be written: about a million typical rows, and not more than a quarter of the
     * heap.
     */
    private static final int BUDGET_KIBIBYTES =
            (int) Math.min(400 * 1024, Runtime.getRuntime().maxMemory() / 1024 / 4);

    private final Opening opening;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(10_000);
    private final Semaphore budget = new Semaphore(BUDGET_KIBIBYTES);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable StagedImport staged;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;

    StoreWriter(Opening opening) {
        this.opening = opening;
        this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
    }

    /** Lets the store be opened and the writing begin. */
    void release() {
        released.countDown();
    }

    /** Queues a write that holds about {@code bytes} of memory. */
    void submit(long bytes, Write write) throws IOException {
        throwFailure();
        int size = (int) Math.clamp(bytes / 1024, 1, BUDGET_KIBIBYTES);
        try {
            if (!budget.tryAcquire(size)) {
                release();
                budget.acquire(size);
            }
            queue.put(new Entry(write, size, new CountDownLatch(1)));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        throwFailure();
    }

    /** Waits until the import is open. */
    private StagedImport opened() throws IOException {
        try {
            opened.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        throwFailure();
        StagedImport open = staged;
        if (open == null) {
            throw new IllegalStateException("the import was neither opened nor refused");
        }
        return open;
    }

    /**
     * Waits until everything queued is written, and gives the import for what is left to do on it.
     */
    StagedImport drain() throws IOException {
        release();
        Entry mark = new Entry(null, 0, new CountDownLatch(1));
        try {
            queue.put(mark);
            mark.reached().await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return opened();
    }

    /**
     * Stops the thread after the write in hand; what is still queued is dropped, and what was not
     * committed too.
     */
    @Override
    public void close() throws IOException {
        closing = true;
        release();
        try {
            queue.put(new Entry(null, 0, new CountDownLatch(1)));
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        StagedImport open = staged;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        try {
            released.await();
            if (!closing) {
                open();
            }
            while (true) {
                Entry entry = queue.take();
                if (entry.write() == null && closing) {
                    return;
                }
                if (entry.write() != null && failure == null && !closing) {
                    write(entry.write());
                }
                budget.release(entry.kibibytes());
                entry.reached().countDown();
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void open() {
        try {
            staged = opening.open();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failure = e;
        } finally {
            opened.countDown();
        }
    }

    private void write(Write write) {
        StagedImport open = staged;
        try {
            if (open != null) {
                write.to(open);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failure = e;
        }
    }

    private void throwFailure() throws IOException {
        Throwable cause = failure;
        if (cause != null) {
            throw cause instanceof IOException io
                    ? io
                    : new IOException("writing the import failed: " + cause, cause);
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        IOException wrapped = new InterruptedIOException("interrupted while writing the import");
        wrapped.initCause(cause);
        return wrapped;
    }
}
