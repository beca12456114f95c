package org.fleetscope.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.sample.FaultKind;

/** How the findings of one detector, or of several together, fit the faults of fleets. */
final class Tally {
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, List<Double>> delays = new EnumMap<>(FaultKind.class);
    private long falseFlags;
    private long falseAlarms;
    private long agentDays;

    void add(List<Flag> flags, List<Injected> injected, long agentDaysOfFleet) {
        for (Injected fault : injected) {
            faults.merge(fault.kind(), 1, Integer::sum);
            flags.stream()
                    .filter(fault::isHitBy)
                    .mapToDouble(fault::delay)
                    .min()
                    .ifPresent(delay ->
                            delays.computeIfAbsent(fault.kind(), k -> new ArrayList<>())
                                    .add(delay));
        }
        Alarms alarms = new Alarms();
        for (Flag flag : flags) {
            if (injected.stream().noneMatch(fault -> fault.excuses(flag))) {
                falseFlags++;
                alarms.add(flag.subject(), flag.at());
            }
        }
        falseAlarms += alarms.count();
        agentDays += agentDaysOfFleet;
    }

    int faults(FaultKind kind) {
        return faults.getOrDefault(kind, 0);
    }

    /** Share of the faults of a kind that were found; NaN without a fault. */
    double rate(FaultKind kind) {
        return (double) delays.getOrDefault(kind, List.of()).size() / faults.getOrDefault(kind, 0);
    }

    /** Median of the minutes to the first hit; NaN without a hit. */
    double delay(FaultKind kind) {
        List<Double> sorted = new ArrayList<>(delays.getOrDefault(kind, List.of()));
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    double flagsPerAgentDay() {
        return (double) falseFlags / agentDays;
    }

    double alarmsPerAgentDay() {
        return (double) falseAlarms / agentDays;
    }
}
