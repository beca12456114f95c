package org.fleetscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Which findings are meant: those that agree in all it names. An empty set leaves its part open,
 * {@link TimeRange#ALL} the time.
 *
 * @param time when the run at which a finding stands was recorded
 */
public record FindingPattern(
        Set<UUID> agents, Set<String> metrics, Set<String> detectors, TimeRange time, Side side) {
    /** On which side of what is typical. */
    public enum Side {
        ANY,
        HIGH,
        LOW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FindingPattern {
        agents = Set.copyOf(agents);
        metrics = Set.copyOf(metrics);
        detectors = Set.copyOf(detectors);
    }

    /** That one finding. */
    public static FindingPattern of(Finding finding) {
        return new FindingPattern(
                Set.of(finding.agentId()),
                Set.of(finding.metric()),
                Set.of(finding.detector()),
                new TimeRange(finding.recordedAt(), finding.recordedAt() + 1),
                Side.ANY);
    }

    /**
     * The findings of an incident: of its agents, metrics and detectors while it lasts, faint ones
     * too.
     */
    public static FindingPattern of(Incident incident) {
        return new FindingPattern(
                Set.copyOf(incident.agents()),
                Set.copyOf(incident.metrics()),
                Set.copyOf(incident.detectors()),
                incident.range(),
                Side.ANY);
    }

    /** Whatever a finding's time. */
    public FindingPattern always() {
        return new FindingPattern(agents, metrics, detectors, TimeRange.ALL, side);
    }

    public boolean covers(Finding finding) {
        boolean high = finding.actual() > finding.typical();
        return covers(finding.agentId(), agents)
                && covers(finding.metric(), metrics)
                && covers(finding.detector(), detectors)
                && time.contains(finding.recordedAt())
                && (side == Side.ANY || high == (side == Side.HIGH));
    }

    private static <T> boolean covers(T value, Set<T> wanted) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** One line for people; everything is "all findings". */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "detector", detectors);
        add(parts, "metric", metrics);
        add(parts, "agent", agents);
        if (side != Side.ANY) {
            parts.add(side.word() + " values");
        }
        if (time.from() != Long.MIN_VALUE) {
            parts.add("from " + Times.iso(time.from()));
        }
        if (time.to() != Long.MAX_VALUE) {
            parts.add("before " + Times.iso(time.to()));
        }
        return parts.isEmpty() ? "all findings" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, Set<?> values) {
        if (!values.isEmpty()) {
            String all = String.join(" ", values.stream().map(Object::toString).sorted().toList());
            parts.add(String.format(Locale.ROOT, "%s %s", name, all));
        }
    }
}
