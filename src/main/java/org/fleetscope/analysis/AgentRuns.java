package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/** The runs of one agent within a range, found by binary search in the agent's order. */
public final class AgentRuns {
    private AgentRuns() {}

    /** Rows of an agent's runs within a range, in order. */
    public static int[] within(Frame frame, int agent, TimeRange range) {
        return Arrays.copyOfRange(
                frame.agentOrder(),
                firstAt(frame, agent, range.from()),
                firstAt(frame, agent, range.to()));
    }

    /**
     * Position in {@link Frame#agentOrder()} of the agent's first run at or after a time; its end
     * when none is.
     */
    public static int firstAt(Frame frame, int agent, long time) {
        int[] order = frame.agentOrder();
        long[] at = frame.recordedAt();
        int low = frame.agentStarts()[agent];
        int high = frame.agentStarts()[agent + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[order[middle]] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
