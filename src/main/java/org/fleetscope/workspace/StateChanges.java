package org.fleetscope.workspace;

import java.io.IOException;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;

/** Changes a workspace's state while no import does. */
interface StateChanges {
    /** The state of now, for reading. */
    WorkspaceState now();

    /**
     * Waits for a running import, then changes the state.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled while it waited
     */
    <T> T change(JobContext job, Change<T> change) throws IOException;

    /** A change; publishes a state when it has one. */
    @FunctionalInterface
    interface Change<T> {
        T from(WorkspaceState before, Consumer<WorkspaceState> publish) throws IOException;
    }
}
