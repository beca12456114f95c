package org.fleetscope.cli;

import java.util.Map;
import org.fleetscope.workspace.WorkspaceOpener;

/**
 * What the commands need from outside.
 *
 * @param version version of the program, as {@code --version} prints it
 * @param environment environment variables
 * @param terminal true when messages go to a terminal, so that a progress bar can be drawn
 */
public record CliServices(
        WorkspaceOpener opener, String version, Map<String, String> environment, boolean terminal) {
    public CliServices {
        environment = Map.copyOf(environment);
    }

    /** Services of this process. */
    public static CliServices ofProcess(WorkspaceOpener opener, String version) {
        return new CliServices(opener, version, System.getenv(), Terminal.isError(System.getenv()));
    }
}
