package org.fleetscope.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * Chooses who is struck by which fault and when: one fault of each kind for every 50 agents, at
 * most 8, spread over the days; at most one dip of the whole fleet a day. Beside a dip no agent has
 * two faults.
 */
final class FaultPlan {
    private static final int AGENTS_A_FAULT = 50;
    private static final int MOST_OF_A_KIND = 8;

    private final GeneratorSettings settings;
    private final Fleet fleet;
    private final SplittableRandom random;
    private final List<SampleAgent> free = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private FaultPlan(GeneratorSettings settings, Fleet fleet, SplittableRandom random) {
        this.settings = settings;
        this.fleet = fleet;
        this.random = random;
        free.addAll(fleet.agents());
    }

    /**
     * Faults of the kinds asked for, except bad rows; a fleet too small for all of them gets the
     * first that fit.
     */
    static List<Fault> make(GeneratorSettings settings, Fleet fleet, SplittableRandom random) {
        FaultPlan plan = new FaultPlan(settings, fleet, random);
        int byAgents = Math.clamp(settings.agents() / AGENTS_A_FAULT, 1, MOST_OF_A_KIND);
        for (FaultKind kind : EnumSet.allOf(FaultKind.class)) {
            int count =
                    kind == FaultKind.THROUGHPUT_DIP
                            ? Math.min(byAgents, settings.days())
                            : byAgents;
            for (int i = 0; settings.faults().containsKey(kind) && i < count; i++) {
                plan.add(kind, i, count);
            }
        }
        return List.copyOf(plan.faults);
    }

    private void add(FaultKind kind, int index, int count) {
        String id = kind.id() + "-" + (index + 1);
        double scale = scale(kind);
        switch (kind) {
            case LATENCY_SPIKE ->
                    agentFault(
                            id,
                            kind,
                            hours(index, count, 13.5, 0.75),
                            FaultStrengths.factor(6, scale),
                            "latency_ms is multiplied by the strength");
            case SLOW_DRIFT ->
                    agentFault(
                            id,
                            kind,
                            hours(index, count, 5, 17),
                            FaultStrengths.factor(3, scale),
                            "latency_ms is multiplied by a factor that rises in a straight line from 1 at the start to the strength at the end");
            case ACCURACY_DROP ->
                    agentFault(
                            id,
                            kind,
                            hours(index, count, 8, 3),
                            0.3 * scale,
                            "the strength is subtracted from accuracy");
            case MEMORY_LEAK ->
                    agentFault(
                            id,
                            kind,
                            hours(index, count, 7, 10),
                            FaultStrengths.factor(4, scale),
                            "memory_mb is multiplied by a factor that rises in a straight line from 1 at the start to the strength at the end, then the agent is restarted");
            case BAD_HOST -> hostFault(id, hours(index, count, 15.5, 2.5), scale);
            case THROUGHPUT_DIP ->
                    faults.add(
                            new Fault(
                                    id,
                                    kind,
                                    null,
                                    null,
                                    hours(index, count, 11, 0.75),
                                    Math.min(1, 0.75 * scale),
                                    scale,
                                    "the strength is the share of the fleet's usual runs that is missing"));
            case BAD_ROWS -> {}
        }
    }

    private double scale(FaultKind kind) {
        return settings.faults().getOrDefault(kind, 1.0);
    }

    /**
     * Hours of a day that moves on with the index, shifted a little when several fall on one day.
     */
    private TimeRange hours(int index, int count, double from, double length) {
        int day = (int) ((long) index * settings.days() / count);
        int sameDay = index - firstOfDay(day, count);
        double start = Math.min(from + 0.5 * sameDay, 24 - length);
        long begin = settings.time().from() + day * Times.DAY + Math.round(start * Times.HOUR);
        return new TimeRange(begin, begin + Math.round(length * Times.HOUR));
    }

    private int firstOfDay(int day, int count) {
        int first = 0;
        while ((long) first * settings.days() / count < day) {
            first++;
        }
        return first;
    }

    private void agentFault(
            String id, FaultKind kind, TimeRange time, double strength, String changes) {
        double scale = scale(kind);
        double meanRate =
                fleet.agents().stream().mapToDouble(SampleAgent::rate).sum() / settings.agents();
        List<SampleAgent> busy = free.stream().filter(agent -> agent.rate() >= meanRate).toList();
        List<SampleAgent> eligible = busy.isEmpty() ? free : busy;
        if (eligible.isEmpty()) {
            return;
        }
        SampleAgent agent = eligible.get(random.nextInt(eligible.size()));
        free.remove(agent);
        faults.add(
                new Fault(
                        id, kind, agent.id(), agent.host().name(), time, strength, scale, changes));
    }

    private void hostFault(String id, TimeRange time, double scale) {
        List<SampleHost> untouched =
                fleet.hosts().stream()
                        .filter(host ->
                                fleet.agents().stream()
                                        .filter(agent -> agent.host().equals(host))
                                        .allMatch(free::contains))
                        .toList();
        if (untouched.isEmpty()) {
            return;
        }
        SampleHost host = untouched.get(random.nextInt(untouched.size()));
        free.removeIf(agent -> agent.host().equals(host));
        faults.add(
                new Fault(
                        id,
                        FaultKind.BAD_HOST,
                        null,
                        host.name(),
                        time,
                        FaultStrengths.factor(2.5, scale),
                        scale,
                        "latency_ms of all agents of the host is multiplied by the strength, cpu_usage rises by "
                                + Fault.CPU_RISE * scale
                                + " up to at most 0.99"));
    }
}
