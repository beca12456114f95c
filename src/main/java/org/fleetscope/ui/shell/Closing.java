package org.fleetscope.ui.shell;

import org.fleetscope.job.JobRunner;
import org.fleetscope.ui.session.Dialogs;

/** Goes on once the workspace is closed, whether that went well or not. */
final class Closing implements JobRunner.Callbacks<Boolean> {
    private final Dialogs dialogs;
    private final Runnable then;

    Closing(Dialogs dialogs, Runnable then) {
        this.dialogs = dialogs;
        this.then = then;
    }

    @Override
    public void done(Boolean closed) {
        then.run();
    }

    @Override
    public void failed(Throwable failure) {
        dialogs.failure(
                "The workspace was not closed cleanly",
                String.valueOf(failure.getMessage()),
                "What was imported is on disk; the next start checks it.",
                failure);
        then.run();
    }

    @Override
    public void cancelled() {
        then.run();
    }
}
