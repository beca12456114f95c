package org.fleetscope.sample;

import java.io.IOException;

/**
 * Takes the simulated runs in the order of their reports. The run is only valid during the call.
 */
interface RunListener {
    void run(Run run) throws IOException;
}
