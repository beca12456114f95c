package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.ReportOptions;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the anomaly report and names the files written.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope report kpi.ndjson --out report",
            "  fleetscope report --workspace my-fleet --from 2026-03-04 --to 2026-03-05 --formats html,csv --out report"
        })
final class ReportCommand implements Callable<Integer> {
    private static final Set<String> OFFERED = new TreeSet<>(Set.of("html", "csv"));

    @Mixin private Source source = new Source();
    @Mixin private DetectorOption detectors = new DetectorOption();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant that is left out.")
    private @Nullable Long to;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Fleet report",
            description = "Title of the report.")
    private String title = "Fleet report";

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "FORMAT",
            defaultValue = "html,csv",
            description = "html, csv; both by default.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write into, created when it is not there.")
    private Path out = Path.of("");

    private final CommandContext context;

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ReportOptions options = new ReportOptions(title, chosen());
        TimeRange range = Ranges.until(from, to, "");
        Scope scope = range == null ? Scope.ALL : Scope.ALL.withTime(range);
        AnalysisSettings settings = detectors.settings(null, null);
        List<Path> written;
        try (Workspace workspace = source.open(context)) {
            Asked.of(() -> workspace.view(scope, settings, context.job()));
            written = workspace.report(scope, settings, options, out, context.job());
        }
        context.job().clear();
        written.forEach(context.out()::println);
        return ExitStatus.DONE;
    }

    private Set<String> chosen() {
        Set<String> chosen = new TreeSet<>();
        for (String format : formats) {
            String name = format.strip().toLowerCase(Locale.ROOT);
            if (!OFFERED.contains(name)) {
                throw new UsageException(
                        "Format '"
                                + format.strip()
                                + "' is not offered: choose "
                                + String.join(", ", OFFERED)
                                + ".");
            }
            chosen.add(name);
        }
        return chosen;
    }
}
