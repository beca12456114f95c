package org.fleetscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence why a command was not done, and with {@code --debug} where. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandContext context;

    FailureHandler(CommandContext context) {
        this.context = context;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        context.message("fleetscope: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
        hint(e.getCommandLine());
        return ExitStatus.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return handle(e, command);
    }

    int handle(Throwable e, CommandLine command) {
        Failure failure = Failure.of(e);
        context.message("fleetscope: " + failure.sentence());
        if (failure.status() == ExitStatus.USAGE) {
            hint(command);
        }
        FleetscopeCommand root = command.getCommandSpec().root().commandLine().getCommand();
        if (root.debug) {
            e.printStackTrace(context.err());
        }
        return failure.status();
    }

    private void hint(CommandLine command) {
        context.message("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
}
