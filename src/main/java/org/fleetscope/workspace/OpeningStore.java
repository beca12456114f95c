package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.Store;

/**
 * A store that is opened when it is first needed, on a thread of its own that nobody interrupts.
 * Making a new one takes a second of processor time, which the reading of the first files and the
 * first look at them need more. Its folder is taken from the start. Thread-safe.
 */
final class OpeningStore implements StoreAccess, AutoCloseable {
    private final H2Store.Reservation folder;
    private final FutureTask<Store> opening;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean failureTold;

    private OpeningStore(H2Store.Reservation folder) {
        this.folder = folder;
        this.opening = new FutureTask<>(folder::open);
    }

    /**
     * Takes the folder.
     *
     * @throws IOException when another process has it, or it can't be written
     */
    static OpeningStore of(Path folder) throws IOException {
        return new OpeningStore(H2Store.reserve(folder));
    }

    /** The open store; opens it or waits for it. */
    @Override
    public Store get() throws IOException {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("store-opening").start(opening);
        }
        try {
            return opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while opening the store").initCause(e);
        } catch (ExecutionException e) {
            failureTold = true;
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw cause instanceof IOException io
                    ? io
                    : new IOException("the store could not be opened: " + cause, e);
        }
    }

    /** True once something needed the store, which may still be opening. */
    boolean isBegun() {
        return begun.get();
    }

    /**
     * Closes the store; one that nothing needed so far is made before, so that the folder is a
     * workspace from now on. That it could not be opened is said once, here if nowhere before.
     */
    @Override
    public void close() throws IOException {
        if (!failureTold) {
            get().close();
        }
    }

    /** Closes a store whose folder will be deleted; one that nothing needed so far is not made. */
    void discard() throws IOException {
        if (begun.compareAndSet(false, true)) {
            folder.close();
        } else {
            close();
        }
    }
}
