package org.fleetscope.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Workspace;

/**
 * What the screen of rejected rows asks for, one call after the other, on a workspace whose rows
 * are in quarantine: {@code QuarantineBench FILE.ndjson [WORKSPACE]}. A workspace that is there
 * already is opened instead of imported. Seconds, and the heap at its fullest.
 */
public final class QuarantineBench {
    private interface Step<T> {
        T run() throws Exception;
    }

    private QuarantineBench() {}

    public static void main(String[] args) throws Exception {
        HeapWatch heap = HeapWatch.start();
        Path folder =
                args.length > 1
                        ? Path.of(args[1])
                        : Files.createTempDirectory("fleetscope-quarantine-");
        boolean there = Files.exists(folder) && Files.list(folder).findAny().isPresent();
        try (Workspace workspace = timed("open workspace", () -> LocalWorkspace.open(folder))) {
            if (!there) {
                ImportSummary summary =
                        timed(
                                "import",
                                () ->
                                        workspace.importFiles(
                                                List.of(Path.of(args[0])),
                                                ImportOptions.DEFAULTS,
                                                ImportListener.NONE,
                                                JobContext.NONE));
                say("rejected", summary.rejected());
            }
            heap(heap);
            ask(workspace.quarantine());
            heap(heap);
        }
    }

    private static void ask(Quarantine rows) throws Exception {
        QuarantineFilter all = QuarantineFilter.OPEN;
        List<QuarantinedRow> first =
                timed("first page", () -> rows.page(all, 0, 200, JobContext.NONE));
        long count = timed("count", () -> rows.count(all, JobContext.NONE));
        timed("report", () -> rows.report(all, JobContext.NONE));
        timed("open a row", () -> rows.open(first.getFirst().id()));
        timed("next page", () -> rows.page(all, first.getLast().id(), 200, JobContext.NONE));
        timed("last page", () -> rows.page(all, count - 200, 200, JobContext.NONE));
        for (String rule : List.of("cpu-range", "malformed-row", "gpu-range")) {
            QuarantineFilter of = all.withRule(rule);
            timed("first page of " + rule, () -> rows.page(of, 0, 200, JobContext.NONE));
            timed("count of " + rule, () -> rows.count(of, JobContext.NONE));
        }
        QuarantineFilter broken = all.withText("{broken");
        timed("first page of a text", () -> rows.page(broken, 0, 200, JobContext.NONE));
        timed("count of a text", () -> rows.count(broken, JobContext.NONE));
        QuarantineFilter nowhere = all.withText("not in any row");
        timed("no page of a text", () -> rows.page(nowhere, 0, 200, JobContext.NONE));
        timed(
                "first page of an import",
                () -> rows.page(all.withImport(1L), 0, 200, JobContext.NONE));
        timed("count of an import", () -> rows.count(all.withImport(1L), JobContext.NONE));
        BulkFix percent = new BulkFix(BulkFix.Operation.DIVIDE, "cpu_usage", "102");
        say(
                "would be accepted",
                timed("try a change on all", () -> rows.tryFix(all, percent, JobContext.NONE))
                        .readmitted());
    }

    private static <T> T timed(String name, Step<T> step) throws Exception {
        long start = System.nanoTime();
        T result = step.run();
        System.out.printf(Locale.ROOT, "%-28s %8.3f s%n", name, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static void say(String name, long count) {
        System.out.printf(Locale.ROOT, "%-28s %,8d%n", name, count);
    }

    private static void heap(HeapWatch heap) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.0f MB, %.0f MB of it outlived a collection%n",
                "heap",
                heap.peakUsed() / 1e6,
                heap.peakLeft() / 1e6);
    }
}
