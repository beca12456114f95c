package org.fleetscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The program itself: it does nothing without a command but to open the workbench, which is not
 * decided here.
 */
@Command(
        name = "fleetscope",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND | FILE...]",
        description = {
            "Workbench for the KPI data of agent fleets.",
            "Without a command, or with files only, the workbench opens; each command does the same work without a window."
        },
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  done",
            "  1  done, but the data broke a tolerance that was set",
            "  2  usage",
            "  3  input or output failed",
            "",
            "Examples:",
            "  fleetscope generate --rows 20000 --agents 40 --out fleet.ndjson",
            "  fleetscope import fleet.ndjson --workspace my-fleet",
            "  fleetscope anomalies --workspace my-fleet --min-severity 50",
            "  fleetscope fleet.ndjson"
        })
final class FleetscopeCommand {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where a failure happened, with its stack trace.")
    boolean debug;
}
