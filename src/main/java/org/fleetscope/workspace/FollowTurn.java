package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.fleetscope.job.JobContext;

/**
 * Keeps imports and followed rows apart: from the first row that is published until the last one is
 * on disk no import may begin, since it would build on rows that may be taken back. Thread-safe.
 */
final class FollowTurn {
    private static final long CHECK_MILLIS = 100;

    private final ImportTurn imports;
    private boolean held;
    private boolean inStep;
    private int portions;

    FollowTurn(ImportTurn imports) {
        this.imports = imports;
    }

    /**
     * Begins a step; waits for an import that runs.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled meanwhile
     */
    void begin(Runnable onWaiting, JobContext job) throws IOException {
        if (isHeld()) {
            return;
        }
        if (!acquire(0)) {
            onWaiting.run();
            while (!acquire(CHECK_MILLIS)) {
                job.checkCancelled();
            }
        }
        synchronized (this) {
            held = true;
            inStep = true;
        }
    }

    private synchronized boolean isHeld() {
        inStep |= held;
        return held;
    }

    private boolean acquire(long millis) throws IOException {
        try {
            return imports.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while waiting for an import")
                            .initCause(e);
        }
    }

    /** A portion of the step is to be landed. */
    synchronized void added() {
        portions++;
    }

    synchronized void end() {
        inStep = false;
        releaseIfIdle();
    }

    synchronized void landed(int count) {
        portions -= count;
        releaseIfIdle();
    }

    /** Gives up whatever is still to be landed. */
    synchronized void abandon() {
        portions = 0;
        end();
    }

    private void releaseIfIdle() {
        if (held && !inStep && portions == 0) {
            held = false;
            imports.unlock();
        }
    }

    /** Whether an import waits for its turn. */
    boolean isWanted() {
        return imports.isWanted();
    }
}
