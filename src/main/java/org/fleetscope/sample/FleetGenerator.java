package org.fleetscope.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.fleetscope.job.JobContext;

/**
 * Makes a synthetic fleet, its runs and their known faults. Equal settings give equal bytes (of
 * gzip files: equal contents): the random numbers come from {@link SplittableRandom}, the functions
 * from {@link StrictMath}. Runs come in order of recorded_at.
 */
public final class FleetGenerator {
    private static final Pattern SINGLE_FILE = Pattern.compile(".*\\.(ndjson|jsonl)(\\.gz)?");

    private final GeneratorSettings settings;
    private final Fleet fleet;
    private final List<Fault> faults;
    private final List<BadRow> badRows;

    public FleetGenerator(GeneratorSettings settings) {
        this.settings = settings;
        fleet = Fleet.make(settings.agents(), stream(1));
        faults = FaultPlan.make(settings, fleet, stream(2));
        badRows = BadRowPlan.make(settings, stream(3));
    }

    /**
     * Independent random numbers for each purpose, so that the fleet is the same with and without
     * its faults.
     */
    private SplittableRandom stream(int purpose) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int i = 1; i < purpose; i++) {
            random.split();
        }
        return random.split();
    }

    /** The faults built in, bad rows apart. */
    public List<Fault> faults() {
        return faults;
    }

    /** Hands the runs, but no bad row, to a listener and writes nothing. */
    void simulate(RunListener listener, JobContext job) throws IOException {
        KpiWriter none =
                new KpiWriter(OutputStream.nullOutputStream(), new KpiEncoder(fleet), List.of());
        simulation().run(none, List.of(listener), job);
    }

    /**
     * Writes the fleet. A target that ends in {@code .ndjson} or {@code .jsonl}, with or without
     * {@code .gz}, is the file of KPI reports alone, with {@code NAME.faults.json} beside it. Any
     * other target is a folder, made when it is not there, for all five entities as {@code
     * .ndjson.gz} and {@code faults.json}.
     *
     * @return the files written, the fault list last
     * @throws IOException when a file can't be written; its message names the file
     * @throws java.util.concurrent.CancellationException when the job was cancelled; no file was
     *     changed
     */
    public List<Path> write(Path target, JobContext job) throws IOException {
        if (SINGLE_FILE.matcher(target.getFileName().toString()).matches()) {
            return writeFile(target, job);
        }
        Files.createDirectories(target);
        return writeBundle(target, job);
    }

    private List<Path> writeFile(Path target, JobContext job) throws IOException {
        List<Path> written = new ArrayList<>();
        try (OutputFile kpi = new OutputFile(target)) {
            simulation().run(kpiWriter(kpi), List.of(), job);
            written.add(kpi.complete());
        }
        written.add(
                FaultsFile.write(
                        target.resolveSibling(FaultsFile.nameBeside(target)),
                        settings,
                        faults,
                        badRows));
        return List.copyOf(written);
    }

    private List<Path> writeBundle(Path folder, JobContext job) throws IOException {
        List<Path> written = new ArrayList<>();
        try (OutputFile kpi = new OutputFile(folder.resolve("kpi_reports.ndjson.gz"));
                OutputFile tasks = new OutputFile(folder.resolve("tasks.ndjson.gz"));
                OutputFile results = new OutputFile(folder.resolve("execution_results.ndjson.gz"));
                OutputFile agents = new OutputFile(folder.resolve("agents.ndjson.gz"));
                OutputFile health = new OutputFile(folder.resolve("system_health.ndjson.gz"))) {
            List<RunListener> others =
                    List.of(
                            new TaskWriter(tasks),
                            new ResultWriter(results),
                            new AgentWriter(agents, fleet.agents()),
                            new HealthWriter(health, settings.time().from(), faults));
            simulation().run(kpiWriter(kpi), others, job);
            for (OutputFile file : List.of(kpi, tasks, results, agents, health)) {
                written.add(file.complete());
            }
        }
        written.add(FaultsFile.write(folder.resolve("faults.json"), settings, faults, badRows));
        return List.copyOf(written);
    }

    private KpiWriter kpiWriter(OutputFile file) {
        return new KpiWriter(file.stream(), new KpiEncoder(fleet), badRows);
    }

    private Simulation simulation() {
        return new Simulation(settings, fleet, faults, stream(4));
    }
}
