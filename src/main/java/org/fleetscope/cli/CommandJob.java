package org.fleetscope.cli;

import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The job a command runs as: draws its progress, if anywhere, and can be cancelled. Thread-safe.
 */
final class CommandJob implements JobContext {
    private final @Nullable ProgressBar bar;
    private volatile boolean cancelled;

    CommandJob(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    @Override
    public void progress(Progress progress) {
        if (bar != null) {
            bar.show(progress);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Takes the progress bar off the terminal, so that other text can follow. */
    void clear() {
        if (bar != null) {
            bar.clear();
        }
    }
}
