package org.fleetscope.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fleetscope.job.JobContext;

/**
 * Lets one import or one build of an index at a time change the day tables. A second import is
 * refused; an import waits for the index being built, and the next index for the import. Threads
 * are not interrupted: that would close the database's file under them. Thread-safe.
 */
final class WriteTurn {
    private static final long CHECK_MILLIS = 100;

    private final AtomicBoolean importing = new AtomicBoolean();
    private final Semaphore free = new Semaphore(1, true);

    /** What is done while one has the turn. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** Takes the turn for an import; false when there is an import already. */
    boolean beginImport() {
        if (!importing.compareAndSet(false, true)) {
            return false;
        }
        free.acquireUninterruptibly();
        return true;
    }

    void endImport() {
        free.release();
        importing.set(false);
    }

    /**
     * Waits for the turn and has it for a step.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled while it waited
     */
    <T> T step(JobContext job, Step<T> step) throws IOException {
        while (!tryTake()) {
            job.checkCancelled();
        }
        try {
            return step.run();
        } finally {
            free.release();
        }
    }

    private boolean tryTake() throws IOException {
        try {
            return free.tryAcquire(CHECK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while waiting for an import")
                            .initCause(e);
        }
    }
}
