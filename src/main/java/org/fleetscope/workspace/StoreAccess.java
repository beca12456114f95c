package org.fleetscope.workspace;

import java.io.IOException;
import org.fleetscope.store.Store;

/** Gives a store that may still have to be opened. Thread-safe. */
@FunctionalInterface
interface StoreAccess {
    /** The open store; waits for it. */
    Store get() throws IOException;
}
