package org.fleetscope.workspace;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Held by whoever adds rows to a workspace, first come, first served. Another thread than the one
 * that took it may give it back, as the writer does that lands followed rows; so it can't be taken
 * twice.
 */
final class ImportTurn implements Lock {
    private final Semaphore free = new Semaphore(1, true);

    @Override
    public void lock() {
        free.acquireUninterruptibly();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        free.acquire();
    }

    @Override
    public boolean tryLock() {
        return free.tryAcquire();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        return free.tryAcquire(time, unit);
    }

    @Override
    public void unlock() {
        free.release();
    }

    /** Whether somebody waits for it. */
    boolean isWanted() {
        return free.hasQueuedThreads();
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("nothing to wait for but the turn");
    }
}
