package org.fleetscope.detection;

import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Times;
import org.fleetscope.sample.Fault;
import org.fleetscope.sample.FaultKind;

/**
 * A fault built into a fleet, and the rule by which findings belong to it: a hit is about the
 * struck agent, an agent of the struck host or, for a dip, any agent or the fleet; on a metric that
 * the fault changes; from {@link #TOLERANCE} before its start, as a finding about a window stands
 * at some run of it, to its end. A finding about who is struck, on whatever metric, from the
 * tolerance before to the tolerance after is no false alarm; of a dip only those about throughput
 * are excused.
 *
 * @param agent code in the frame; -1 for none in particular
 * @param host code in the frame; -1 for none in particular
 */
record Injected(FaultKind kind, int agent, int host, long from, long to) {
    static final long TOLERANCE = 15 * Times.MINUTE;

    static Injected of(Fault fault, Frame frame) {
        return new Injected(
                fault.kind(),
                fault.agentId() == null ? -1 : frame.agents().find(fault.agentId()),
                fault.host() == null ? -1 : frame.hosts().find(fault.host()),
                fault.time().from(),
                fault.time().to());
    }

    boolean isHitBy(Flag flag) {
        return concerns(flag)
                && metrics().contains(flag.metric())
                && flag.at() >= from - TOLERANCE
                && flag.at() < to;
    }

    boolean excuses(Flag flag) {
        return concerns(flag) && flag.at() >= from - TOLERANCE && flag.at() < to + TOLERANCE;
    }

    /** Minutes from the start to a hit, 0 for one that stands before. */
    double delay(Flag hit) {
        return Math.max(0, hit.at() - from) / (double) Times.MINUTE;
    }

    private boolean concerns(Flag flag) {
        return switch (kind) {
            case THROUGHPUT_DIP -> metrics().contains(flag.metric());
            case BAD_HOST -> flag.subject() != Flag.FLEET && flag.host() == host;
            default -> flag.subject() == agent;
        };
    }

    /** Ids of the metrics that the fault changes. */
    private List<String> metrics() {
        return switch (kind) {
            case LATENCY_SPIKE, SLOW_DRIFT -> List.of(Metric.LATENCY.id());
            case ACCURACY_DROP -> List.of(Metric.ACCURACY.id());
            case BAD_HOST -> List.of(Metric.LATENCY.id(), Metric.CPU.id());
            case MEMORY_LEAK -> List.of(Metric.MEMORY.id());
            case THROUGHPUT_DIP -> List.of(Metric.THROUGHPUT.id(), Metric.FLEET_THROUGHPUT.id());
            case BAD_ROWS -> List.of();
        };
    }
}
