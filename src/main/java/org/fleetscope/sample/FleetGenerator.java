package org.fleetscope.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Times;

/**
 * Makes a synthetic fleet and its runs. Equal settings give equal bytes: the random numbers come
 * from {@link SplittableRandom} and the functions from {@link StrictMath}. Runs come in order of
 * recorded_at.
 */
public final class FleetGenerator {
    private final GeneratorSettings settings;
    private final Fleet fleet;
    private final List<Fault> faults;
    private final List<BadRow> badRows;
    private final SplittableRandom runs;

    public FleetGenerator(GeneratorSettings settings) {
        this.settings = settings;
        SplittableRandom random = new SplittableRandom(settings.seed());
        fleet = Fleet.make(settings.agents(), random.split());
        faults = FaultPlan.make(settings, fleet, random.split());
        badRows = BadRowPlan.make(settings, random.split());
        runs = random.split();
    }

    /** The faults built in, bad rows apart. */
    public List<Fault> faults() {
        return faults;
    }

    public List<Path> write(Path target, JobContext job) throws IOException {
        Path list = target.resolveSibling(FaultsFile.nameBeside(target));
        try (OutputStream out = open(target)) {
            KpiWriter kpi = new KpiWriter(out, new KpiEncoder(fleet), badRows);
            simulate(kpi, kpi, job);
        }
        FaultsFile.write(list, settings, faults, badRows);
        return List.of(target, list);
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new BufferedOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out,
                1 << 18);
    }

    private void simulate(KpiWriter kpi, RunListener listener, JobContext job) throws IOException {
        LoadCurve curve =
                new LoadCurve(
                        settings.time(),
                        faults.stream()
                                .filter(fault -> fault.kind() == FaultKind.THROUGHPUT_DIP)
                                .toList());
        RunModel model = new RunModel(fleet, faults, runs);
        Run run = new Run(fleet.agents().getFirst());
        long done = 0;
        for (int minute = 0; minute < curve.minutes(); minute++) {
            job.checkCancelled();
            long until = curve.rowsUntilEndOf(minute, settings.rows());
            for (long at : times(curve.start(minute), Math.toIntExact(until - done))) {
                if (!kpi.repeated()) {
                    model.simulate(run, at, curve.load(minute));
                    listener.run(run);
                }
            }
            done = until;
            job.progress(new Progress("generating", done, settings.rows(), "rows", done));
        }
    }

    private long[] times(long start, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = start + runs.nextLong(Times.MINUTE);
        }
        Arrays.sort(times);
        return times;
    }
}
