package org.fleetscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Workspace;

/**
 * Child process: imports files of a UTC day each into one workspace and prints a line for each:
 * rows, seconds since the start of that import until the overview of its day was ready, its rows
 * were durable, and its indexes were built; then the size of the store and the heap's peak so far.
 */
public final class DaysRun {
    private static final AnalysisSettings SIGMA = AnalysisSettings.of(List.of("sigma"));

    private final Workspace workspace;
    private final HeapWatch heap = HeapWatch.start();
    private long begin;
    private double ready;
    private double durable;

    private DaysRun(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        System.out.println("day      rows   ready durable indexed  file_mb heap_mb");
        try (Workspace workspace = LocalWorkspace.open(folder)) {
            DaysRun run = new DaysRun(workspace);
            for (int i = 1; i < args.length; i++) {
                run.day(i, Path.of(args[i]), folder);
            }
        }
    }

    private void day(int number, Path file, Path folder) throws IOException {
        begin = System.nanoTime();
        ImportSummary summary =
                workspace.importFiles(
                        List.of(file),
                        ImportOptions.DEFAULTS,
                        new ImportListener() {
                            @Override
                            public void analysisReady() {
                                overview(number);
                                ready = seconds();
                            }

                            @Override
                            public void rowsDurable() {
                                durable = seconds();
                            }
                        },
                        JobContext.NONE);
        System.out.printf(
                Locale.ROOT,
                "%3d %9d %7.2f %7.2f %7.2f %8.0f %7.0f%n",
                number,
                summary.accepted(),
                ready,
                durable,
                seconds(),
                Files.size(folder.resolve("fleetscope.mv.db")) / 1e6,
                heap.peakUsed() / 1e6);
    }

    /** Of that day alone, so that days can be compared. */
    private void overview(int number) {
        long day = DaysBench.FIRST.plusDays(number - 1L).toEpochDay() * Times.DAY;
        FleetView view =
                workspace.view(
                        Scope.ALL.withTime(new TimeRange(day, day + Times.DAY)),
                        SIGMA,
                        JobContext.NONE);
        view.enrich(JobContext.NONE);
        view.findings(JobContext.NONE);
        view.overview(200, JobContext.NONE);
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
