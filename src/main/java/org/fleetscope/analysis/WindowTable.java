package org.fleetscope.analysis;

import org.fleetscope.frame.Frame;
import org.fleetscope.model.AgentWindow;

/**
 * Aggregates of every agent in every window of one length that has runs, as columns; by agent code,
 * then window start. Immutable. See {@link WindowAggregation}.
 */
public final class WindowTable {
    private final WindowColumns columns;
    private final Frame frame;
    private final String successBasis;

    WindowTable(WindowColumns columns, Frame frame, String successBasis) {
        this.columns = columns;
        this.frame = frame;
        this.successBasis = successBasis;
    }

    public int size() {
        return columns.size;
    }

    /** Length of a window, µs. */
    public long window() {
        return columns.window;
    }

    /** Start of a row's window, µs UTC. */
    public long start(int i) {
        return columns.start[i];
    }

    /** Agent code of a row in the frame. */
    public int agent(int i) {
        return columns.agent[i];
    }

    public AgentWindow row(int i) {
        WindowColumns c = columns;
        return new AgentWindow(
                c.start[i],
                c.start[i] + c.window,
                frame.agents().get(c.agent[i]),
                c.runs[i],
                c.latency.of(i),
                c.quantiles[i],
                c.accuracy.of(i),
                c.cpu.of(i),
                c.memory.of(i),
                c.totalNetwork(i),
                new AgentWindow.Outcomes(c.known[i], c.succeeded[i], successBasis),
                c.performance.of(i),
                c.efficiency.of(i));
    }
}
