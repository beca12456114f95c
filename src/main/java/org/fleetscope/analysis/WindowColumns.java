package org.fleetscope.analysis;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.KpiBatch;
import org.jspecify.annotations.Nullable;

/** The arrays behind a {@link WindowTable}, each of exactly {@link #size} entries. */
final class WindowColumns {
    final long window;
    final int size;
    final long[] start;
    final int[] agent;
    final int[] runs;
    final WindowSums latency;
    final WindowSums accuracy;
    final WindowMeans cpu;
    final WindowMeans memory;
    final WindowMeans performance;
    final WindowMeans efficiency;
    final AgentWindow.LatencyQuantiles[] quantiles;
    final long[] network;

    /** Sums of network_bytes beyond a long, by window; {@link #network} is missing there. */
    final Map<Integer, BigInteger> largeNetwork = new ConcurrentHashMap<>();

    final int[] known;
    final int[] succeeded;

    WindowColumns(long window, int size) {
        this.window = window;
        this.size = size;
        start = new long[size];
        agent = new int[size];
        runs = new int[size];
        latency = new WindowSums(size);
        accuracy = new WindowSums(size);
        cpu = new WindowMeans(size);
        memory = new WindowMeans(size);
        performance = new WindowMeans(size);
        efficiency = new WindowMeans(size);
        quantiles = new AgentWindow.LatencyQuantiles[size];
        network = new long[size];
        known = new int[size];
        succeeded = new int[size];
    }

    /** Sum of network_bytes of a window, null when no run has it. */
    @Nullable BigInteger totalNetwork(int i) {
        BigInteger large = largeNetwork.get(i);
        if (large != null) {
            return large;
        }
        return network[i] == KpiBatch.MISSING_LONG ? null : BigInteger.valueOf(network[i]);
    }
}
