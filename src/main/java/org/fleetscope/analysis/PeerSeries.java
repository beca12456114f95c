package org.fleetscope.analysis;

import java.util.stream.IntStream;

/**
 * A series of every agent on the scale where agents are compared, and what their peers do.
 *
 * @param scaled by agent code, then window
 * @param levels by window
 */
record PeerSeries(AgentSeries series, double[][] scaled, PeerAgents.Level[] levels) {

    /** O(agents × windows). */
    static PeerSeries of(AgentSeries series, PeerAgents peers) {
        return of(series, series.scaled(), peers);
    }

    /** The same with values on a scale of the caller's. O(agents × windows). */
    static PeerSeries of(AgentSeries series, double[][] scaled, PeerAgents peers) {
        PeerAgents.Level[] levels =
                IntStream.range(0, series.windows().count())
                        .parallel()
                        .mapToObj(window -> peers.level(scaled, window))
                        .toArray(PeerAgents.Level[]::new);
        return new PeerSeries(series, scaled, levels);
    }
}
