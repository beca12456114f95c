package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;

/**
 * Where the runs of each agent begin in each window.
 *
 * @param starts by agent code, then window: position in {@link Frame#agentOrder()} of the first run
 *     at or after the window's start; one entry more than windows, the last is where the agent ends
 */
record AgentSlots(Frame frame, Windows windows, int[][] starts) {

    /** O(runs + agents × windows). */
    static AgentSlots of(Frame frame, Windows windows) {
        // Computed before the threads start, so that they don't all wait for the first.
        frame.agentOrder();
        int[][] starts =
                IntStream.range(0, frame.agents().size())
                        .parallel()
                        .mapToObj(agent -> starts(frame, windows, agent))
                        .toArray(int[][]::new);
        return new AgentSlots(frame, windows, starts);
    }

    private static int[] starts(Frame frame, Windows windows, int agent) {
        int[] order = frame.agentOrder();
        long[] at = frame.recordedAt();
        int end = frame.agentStarts()[agent + 1];
        int[] starts = new int[windows.count() + 1];
        int window = 0;
        for (int i = frame.agentStarts()[agent]; i < end; i++) {
            long time = at[order[i]];
            while (time >= windows.start(window)) {
                starts[window++] = i;
            }
        }
        Arrays.fill(starts, window, starts.length, end);
        return starts;
    }

    /** Runs of an agent in a window. */
    int runs(int agent, int window) {
        return starts[agent][window + 1] - starts[agent][window];
    }
}
