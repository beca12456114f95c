package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.Store;

/**
 * A store that is being opened on a thread of its own: making a new one takes a second, in which
 * files can be read already.
 */
final class OpeningStore implements AutoCloseable {
    private final FutureTask<Store> opening;
    private volatile boolean failureTold;

    private OpeningStore(FutureTask<Store> opening) {
        this.opening = opening;
    }

    static OpeningStore of(Path folder) {
        FutureTask<Store> task = new FutureTask<>(() -> H2Store.open(folder));
        Thread.ofPlatform().daemon().name("store-opening").start(task);
        return new OpeningStore(task);
    }

    /** The open store; waits for it. */
    Store get() throws IOException {
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

    /** Closes the store. That it could not be opened is said once, here if nowhere before. */
    @Override
    public void close() throws IOException {
        if (!failureTold) {
            get().close();
        }
    }
}
