package org.fleetscope.sample;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.fleetscope.model.Times;

/**
 * Sums up each minute and writes one record of system health for it; not well while a host has gone
 * bad.
 */
final class HealthWriter implements RunListener {
    private static final long UP_BEFORE = 12 * Times.DAY;

    private final OutputFile out;
    private final long start;
    private final List<Fault> faults;
    private final JsonBuffer line = new JsonBuffer();
    private final BitSet active = new BitSet();
    private long runs;
    private double cpu;
    private double memoryMb;
    private long networkBytes;

    HealthWriter(OutputFile out, long start, List<Fault> faults) {
        this.out = out;
        this.start = start;
        this.faults = faults.stream().filter(fault -> fault.kind() == FaultKind.BAD_HOST).toList();
    }

    @Override
    public void run(Run run) {
        active.set(run.agentIndex);
        runs++;
        cpu += run.cpu;
        memoryMb += run.memoryMb;
        networkBytes += run.networkBytes;
    }

    @Override
    public void minuteEnded(long end) throws IOException {
        boolean degraded = faults.stream().anyMatch(fault -> fault.time().contains(end - 1));
        line.clear();
        line.raw("{\"status\":\"").raw(degraded ? "Degraded" : "Healthy");
        line.raw("\",\"active_agents\":").number(active.cardinality());
        line.raw(",\"uptime\":").number((UP_BEFORE + end - start) / Times.SECOND);
        line.raw(",\"resource_utilization\":{\"cpu\":").decimal(runs == 0 ? 0.02 : cpu / runs, 4);
        line.raw(",\"memory_mb\":").decimal(memoryMb, 1);
        line.raw(",\"network_bytes\":").number(networkBytes);
        line.raw("},\"recorded_at\":").systemTime(end).raw("}");
        out.line(line);
        active.clear();
        runs = 0;
        cpu = 0;
        memoryMb = 0;
        networkBytes = 0;
    }
}
