package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.workspace.SeriesDetection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Scores any series row by row, each row by those up to it and nothing else.",
            "Writes timestamp and value as they stand in the file, and anomaly_score from 0 to 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope detect latency.csv --out scores.csv",
            "  fleetscope detect host.csv --timestamp at --value cpu --out scores.csv"
        })
final class DetectCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = TableOutput.all();

    @Parameters(paramLabel = "SERIES.csv", description = "A table with a column of values.")
    private Path file = Path.of("");

    @Option(
            names = "--timestamp",
            paramLabel = "COL",
            description = "Column with the times; by default the one that looks like it.")
    private @Nullable String timestamp;

    @Option(
            names = "--value",
            paramLabel = "COL",
            description = "Column with the values; by default the one that looks like it.")
    private @Nullable String value;

    @Option(
            names = "--detector",
            paramLabel = "DETECTOR",
            defaultValue = "novelty",
            description = "How to score: ${DEFAULT-VALUE}.")
    private String detector = "novelty";

    @Option(
            names = "--out",
            paramLabel = "FILE.csv|.ndjson|.json|.xlsx",
            description =
                    "File to write, in the format of its ending; CSV to standard output by default.")
    private @Nullable Path out;

    private final CommandContext context;

    DetectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!SeriesDetection.DETECTORS.contains(detector)) {
            throw new UsageException(
                    "--detector "
                            + detector
                            + ": for a series there is "
                            + String.join(", ", SeriesDetection.DETECTORS)
                            + ".");
        }
        InputFiles.require(List.of(file));
        TableOutput.requireApart(out, List.of(file));
        TableOutput.write(
                out,
                OFFERED,
                context,
                table -> {
                    score(table);
                    return ExitStatus.DONE;
                });
        return ExitStatus.DONE;
    }

    private void score(TableWriter to) throws IOException {
        try {
            new SeriesDetection().score(file, timestamp, value, to, context.job());
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage(), e);
        }
    }
}
