package org.fleetscope.workspace;

import java.util.Arrays;
import org.fleetscope.frame.Frame;

/** The rows of each agent of a frame that grows, in the order they came. Not thread-safe. */
final class RunsByAgent {
    private int[][] rows = new int[0][];
    private int[] sizes = new int[0];
    private Frame frame;

    RunsByAgent(Frame frame) {
        this.frame = frame;
        add(frame, 0);
    }

    /** Takes in the rows that came since; false when the frame does not continue the last. */
    boolean grow(Frame to) {
        if (!to.continues(frame)) {
            return false;
        }
        add(to.from(frame.rows()), frame.rows());
        frame = to;
        return true;
    }

    private void add(Frame part, int first) {
        int agents = part.agents().size();
        if (rows.length < agents) {
            int before = rows.length;
            rows = Arrays.copyOf(rows, agents);
            Arrays.fill(rows, before, agents, new int[0]);
            sizes = Arrays.copyOf(sizes, agents);
        }
        int[] agent = part.agent();
        for (int row = 0; row < agent.length; row++) {
            int of = agent[row];
            if (sizes[of] == rows[of].length) {
                rows[of] = Arrays.copyOf(rows[of], Math.max(16, 2 * sizes[of]));
            }
            rows[of][sizes[of]++] = first + row;
        }
    }

    /** All runs of the agents that have one among the rows from one on. */
    Frame ofAgentsSince(int row) {
        int[] codes = Arrays.stream(frame.from(row).agent()).distinct().toArray();
        int[] wanted = new int[Arrays.stream(codes).map(code -> sizes[code]).sum()];
        int n = 0;
        for (int code : codes) {
            System.arraycopy(rows[code], 0, wanted, n, sizes[code]);
            n += sizes[code];
        }
        return frame.select(wanted);
    }
}
