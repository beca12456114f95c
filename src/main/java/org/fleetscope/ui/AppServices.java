package org.fleetscope.ui;

import java.nio.file.Path;
import javafx.application.Platform;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.PoolRunner;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

/**
 * What the window needs from outside.
 *
 * @param opener opens workspaces
 * @param sampleData folder of the sample data; null when it does not ship with this build
 * @param jobs runs jobs and calls back on the UI thread
 * @param settings what the window remembers
 */
public record AppServices(
        WorkspaceOpener opener, @Nullable Path sampleData, JobRunner jobs, UiSettings settings) {

    /** Services with threads of their own, and settings in the person's configuration folder. */
    public static AppServices of(WorkspaceOpener opener, @Nullable Path sampleData) {
        return new AppServices(
                opener, sampleData, new PoolRunner(Platform::runLater), FileSettings.ofPerson());
    }
}
