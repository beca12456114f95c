package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;

/** How many runs an agent had made before each run, in the order of recorded_at, then task_id. */
final class RunsBefore {
    private RunsBefore() {}

    static int[] compute(Frame frame) {
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        int[] before = new int[frame.rows()];
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            for (int i = starts[agent]; i < starts[agent + 1]; i++) {
                before[order[i]] = i - starts[agent];
            }
        }
        return before;
    }
}
