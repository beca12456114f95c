package org.fleetscope.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What is measured: fleets of one size, each seed at each strength, beside sound fleets of other
 * seeds that tell how many alarms are false and where the cutoff lies that keeps them in budget.
 *
 * @param seeds fleets of each strength, with seeds 1, 2, …
 * @param strengths of the faults, ascending; the first is 0, where only chance hits
 * @param budget false alarms per agent-day that all are held to in the comparison
 */
record Study(
        Scenario scenario,
        int seeds,
        List<Double> strengths,
        double budget,
        Map<String, Double> thresholds) {
    /** Seeds of the sound fleets come after this one. */
    static final int SOUND_SEEDS = 1000;

    /**
     * @param sound false alarms of sound fleets
     * @param cutoff what keeps them in budget
     * @param shipped as the detectors are, one entry a strength
     * @param budgeted what passes the cutoff, one entry a strength
     */
    record Result(
            Contestant contestant,
            Tally sound,
            Cutoff cutoff,
            List<Tally> shipped,
            List<Tally> budgeted) {}

    List<Result> run() {
        List<Examined> sound = examined(SOUND_SEEDS, 0);
        List<Result> results = new ArrayList<>();
        for (Contestant contestant : Contestant.all()) {
            List<List<Flag>> flags = sound.stream().map(contestant::of).toList();
            Tally tally = new Tally();
            flags.forEach(ofFleet -> tally.add(ofFleet, List.of(), scenario.agentDays()));
            Cutoff cutoff = Cutoff.within(flags, budget * scenario.agentDays() * seeds);
            results.add(
                    new Result(contestant, tally, cutoff, new ArrayList<>(), new ArrayList<>()));
        }
        for (double strength : strengths) {
            List<Examined> fleets = examined(0, strength);
            for (Result result : results) {
                result.shipped().add(tally(fleets, result.contestant(), Cutoff.NONE));
                result.budgeted().add(tally(fleets, result.contestant(), result.cutoff()));
            }
        }
        return results;
    }

    private List<Examined> examined(int after, double strength) {
        return LongStream.rangeClosed(after + 1L, after + (long) seeds)
                .parallel()
                .mapToObj(seed -> Examined.of(scenario, seed, strength, thresholds))
                .toList();
    }

    private Tally tally(List<Examined> fleets, Contestant contestant, Cutoff cutoff) {
        Tally tally = new Tally();
        for (Examined fleet : fleets) {
            tally.add(
                    contestant.of(fleet).stream().filter(cutoff::passes).toList(),
                    fleet.injected(),
                    scenario.agentDays());
        }
        return tally;
    }
}
