package org.fleetscope.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Times;

/**
 * Lets the fleet run through its days, minute by minute, and hands each run to the listeners. One
 * use only.
 */
final class Simulation {
    private final GeneratorSettings settings;
    private final Fleet fleet;
    private final LoadCurve curve;
    private final RunModel model;
    private final SplittableRandom random;

    Simulation(
            GeneratorSettings settings, Fleet fleet, List<Fault> faults, SplittableRandom random) {
        this.settings = settings;
        this.fleet = fleet;
        this.random = random;
        model = new RunModel(fleet, faults, random);
        curve =
                new LoadCurve(
                        settings.time(),
                        faults.stream()
                                .filter(fault -> fault.kind() == FaultKind.THROUGHPUT_DIP)
                                .toList());
    }

    /**
     * @param kpi takes the reports; a bad line of its own may stand where a run would
     */
    void run(KpiWriter kpi, List<? extends RunListener> others, JobContext job) throws IOException {
        Run run = new Run(fleet.agents().getFirst());
        long done = 0;
        for (int minute = 0; minute < curve.minutes(); minute++) {
            job.checkCancelled();
            long until = curve.rowsUntilEndOf(minute, settings.rows());
            for (long at : times(curve.start(minute), Math.toIntExact(until - done))) {
                if (kpi.repeated()) {
                    continue;
                }
                model.simulate(run, at, curve.load(minute));
                kpi.run(run);
                for (RunListener listener : others) {
                    listener.run(run);
                }
            }
            for (RunListener listener : others) {
                listener.minuteEnded(curve.start(minute) + Times.MINUTE);
            }
            done = until;
            job.progress(new Progress("generating", done, settings.rows(), "rows", done));
        }
        for (RunListener listener : others) {
            listener.finished();
        }
    }

    private long[] times(long start, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = start + random.nextLong(Times.MINUTE);
        }
        Arrays.sort(times);
        return times;
    }
}
