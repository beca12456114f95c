package org.fleetscope.sample;

import java.io.IOException;

/**
 * Takes the simulated runs in the order of their reports. The run is only valid during the call.
 */
interface RunListener {
    void run(Run run) throws IOException;

    /** All runs before the given end of a minute, µs UTC, were handed over. */
    default void minuteEnded(long end) throws IOException {}

    /** All runs were handed over. */
    default void finished() throws IOException {}
}
