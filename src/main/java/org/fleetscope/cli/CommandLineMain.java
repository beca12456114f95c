package org.fleetscope.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The program without a window. Data goes to standard output, messages to standard error; exit
 * statuses are 0 done, 1 a tolerance was broken, 2 usage, 3 input or output failed, 130 stopped by
 * a signal.
 */
public final class CommandLineMain {
    private static final int WIDTH = 100;

    private static final Set<String> COMMANDS =
            Set.of(
                    "import",
                    "follow",
                    "validate",
                    "preview",
                    "enrich",
                    "aggregate",
                    "anomalies",
                    "detect",
                    "compare",
                    "report",
                    "query",
                    "info",
                    "rules",
                    "verdicts",
                    "doctor",
                    "generate");

    private final CliServices services;

    public CommandLineMain(CliServices services) {
        this.services = services;
    }

    /**
     * True when the arguments are for the command line: a command, an option, or a first word that
     * is neither a command nor a file, which is answered as a mistyped command. False for files
     * only, or nothing.
     */
    public static boolean isCommand(String[] args) {
        if (args.length == 0) {
            return false;
        }
        return COMMANDS.contains(args[0]) || args[0].startsWith("-") || !isFile(args[0]);
    }

    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            // What the system can't even take as a path is no file.
            return false;
        }
    }

    /** Runs one command and gives its exit status. */
    public int run(String[] args, PrintStream out, PrintStream err) {
        CommandJob job =
                new CommandJob(services.terminal() ? new ProgressBar(err, System::nanoTime) : null);
        CommandContext context = new CommandContext(services, out, err, job);
        try (Interruption _ = Interruption.watch(job)) {
            return execute(args, context);
        }
    }

    private static int execute(String[] args, CommandContext context) {
        CommandLine program = program(context);
        try {
            return program.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return new FailureHandler(context).handle(e, program);
        } finally {
            context.job().clear();
            context.out().flush();
            context.err().flush();
        }
    }

    private static CommandLine program(CommandContext context) {
        CommandLine program = new CommandLine(new FleetscopeCommand());
        commands(context).forEach(program::addSubcommand);
        FailureHandler failures = new FailureHandler(context);
        program.getCommandSpec().version("Fleetscope " + context.services().version());
        program.getSubcommands()
                .values()
                .forEach(command ->
                        command.getCommandSpec()
                                .version("Fleetscope " + context.services().version()));
        return program.setOut(writer(context.out()))
                .setErr(writer(context.err()))
                .setColorScheme(
                        Help.defaultColorScheme(
                                context.services().terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private static List<Object> commands(CommandContext context) {
        return List.of(
                new ImportCommand(context),
                new FollowCommand(context),
                new ValidateCommand(context),
                new PreviewCommand(context),
                new EnrichCommand(context),
                new AggregateCommand(context),
                new AnomaliesCommand(context),
                new DetectCommand(context),
                new CompareCommand(context),
                new ReportCommand(context),
                new QueryCommand(context),
                new InfoCommand(context),
                new RulesCommand(context),
                new VerdictsCommand(context),
                new DoctorCommand(context),
                new GenerateCommand(context));
    }
}
