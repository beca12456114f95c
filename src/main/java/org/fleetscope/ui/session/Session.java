package org.fleetscope.ui.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The open workspace and what is looked at in it. A change of scope, settings or data asks for a
 * new snapshot; screens listen to {@link #snapshot()}. Lives on the callback thread of its runner.
 */
public final class Session {
    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Load<Snapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ScopeHistory scopes = new ScopeHistory();
    private final TimeText times;
    private final LatestJob request;

    public Session(JobRunner runner, TimeText times) {
        this.times = times;
        this.request = new LatestJob(runner);
        scopes.current().addListener((property, before, now) -> refresh());
    }

    public ReadOnlyObjectProperty<@Nullable Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Load<Snapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The newest snapshot there is. */
    public Optional<Snapshot> latest() {
        return snapshot.get().latest();
    }

    public ScopeHistory scopes() {
        return scopes;
    }

    public AnalysisSettings settings() {
        return AnalysisSettings.DEFAULTS;
    }

    public TimeText times() {
        return times;
    }

    /** Turns to another workspace with everything in scope; the caller closes the one before. */
    public void use(Workspace opened) {
        workspace.set(opened);
        snapshot.set(new Load.Idle<>());
        scopes.reset();
        refresh();
    }

    /** Asks for a new snapshot of the workspace as it is now. */
    public void refresh() {
        Workspace open = workspace.get();
        if (open == null) {
            return;
        }
        Scope scope = scopes.get();
        snapshot.set(new Load.Loading<>(latest().orElse(null)));
        request.start(
                "Preparing the view",
                job -> Snapshot.of(open.view(scope, settings(), job)),
                fresh -> snapshot.set(new Load.Ready<>(fresh)),
                failure -> snapshot.set(Load.failed(failure)));
    }
}
