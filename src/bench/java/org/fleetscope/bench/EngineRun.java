package org.fleetscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Workspace;

/**
 * Child process: imports one file into a workspace and prints, as {@code name=seconds} lines since
 * the start of the JVM, when the overview of the sigma-scored and enriched runs was there, when the
 * import was committed, and when its indexes were built; then peaks of the heap and the size of the
 * store in MB.
 */
public final class EngineRun {
    private EngineRun() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        HeapWatch heap = HeapWatch.start();
        long begin = System.currentTimeMillis();
        try (Workspace workspace = LocalWorkspace.open(folder)) {
            mark("opened");
            ImportSummary summary =
                    workspace.importFiles(
                            List.of(file),
                            ImportOptions.DEFAULTS,
                            new ImportListener() {
                                @Override
                                public void analysisReady() {
                                    mark("read");
                                    overview(workspace);
                                }

                                @Override
                                public void rowsDurable() {
                                    mark("durable");
                                }
                            },
                            JobContext.NONE);
            mark("indexed");
            print("accepted", summary.accepted());
            print("import", (System.currentTimeMillis() - begin) / 1e3);
        }
        mark("closed");
        print("heap_mb", heap.peakUsed() / 1e6);
        print("heap_left_mb", heap.peakLeft() / 1e6);
        print("heap_committed_mb", heap.peakCommitted() / 1e6);
        print("file_mb", Files.size(folder.resolve("fleetscope.mv.db")) / 1e6);
    }

    private static void overview(Workspace workspace) {
        AnalysisSettings sigma = AnalysisSettings.of(List.of("sigma"));
        FleetView view = workspace.view(Scope.ALL, sigma, JobContext.NONE);
        view.enrich(JobContext.NONE);
        mark("enriched");
        print("findings", view.findings(JobContext.NONE).size());
        mark("scored");
        view.overview(200, JobContext.NONE);
        mark("ready");
    }

    private static void mark(String what) {
        long sinceStart =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        print(what, sinceStart / 1e3);
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }
}
