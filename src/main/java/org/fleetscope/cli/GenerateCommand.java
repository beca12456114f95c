package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.fleetscope.sample.FaultStrengths;
import org.fleetscope.sample.FleetGenerator;
import org.fleetscope.sample.GeneratorSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Makes a synthetic fleet with known faults and names the files written; equal options give equal data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope generate --rows 1000000 --agents 200 --out day.ndjson",
            "  fleetscope generate --days 7 --faults latency-spike,bad-host --out week",
            "  fleetscope generate --agents 200 --rows 120000 --faults latency-spike:0.5,memory-leak:0.25 --out weak"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final GeneratorSettings USUAL = GeneratorSettings.DEFAULTS;

    @Option(names = "--rows", paramLabel = "N", description = "KPI reports in all.")
    private long rows = USUAL.rows();

    @Option(names = "--agents", paramLabel = "N", description = "Agents of the fleet.")
    private int agents = USUAL.agents();

    @Option(names = "--days", paramLabel = "N", description = "UTC days covered.")
    private int days = USUAL.days();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers.")
    private long seed = USUAL.seed();

    @Option(names = "--start", paramLabel = "DATE", description = "First day, as in 2026-03-04.")
    private LocalDate start = USUAL.start();

    @Option(
            names = "--faults",
            paramLabel = "all|none|a,b:S,...",
            description =
                    "Faults to build in; all by default, or some of: latency-spike, slow-drift, accuracy-drop,"
                            + " bad-host, memory-leak, throughput-dip, bad-rows. A fault may have a strength of its"
                            + " own: latency-spike:0.5.")
    private String faults = "all";

    @Option(
            names = "--fault-strength",
            paramLabel = "S",
            description =
                    "Strength of the faults without one of their own, 0 to 100: 1 as usual, 0.5 half of the change, 2"
                            + " twice of it. A factor f becomes 1 + (f - 1) * S, a loss or rise l becomes l * S.")
    private double faultStrength = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description =
                    "A file ending in .ndjson or .jsonl, with or without .gz, for the KPI reports alone; else a"
                            + " folder for all entities. The list of faults is written beside.")
    private @Nullable Path out;

    private final CommandContext context;

    GenerateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null || out.getFileName() == null) {
            throw new UsageException(
                    "--out " + out + " names no file or folder to write: choose another path.");
        }
        GeneratorSettings settings =
                Asked.of(() ->
                        new GeneratorSettings(
                                rows,
                                agents,
                                days,
                                seed,
                                start,
                                FaultStrengths.parse(faults, faultStrength),
                                USUAL.badRowShare()));
        List<Path> written = new FleetGenerator(settings).write(out, context.job());
        context.job().clear();
        written.forEach(context.out()::println);
        return ExitStatus.DONE;
    }
}
