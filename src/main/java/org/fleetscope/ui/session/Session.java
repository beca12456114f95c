package org.fleetscope.ui.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
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
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Set<Object> answering = new HashSet<>();
    private boolean moving;

    public Session(JobRunner runner, TimeText times) {
        this.times = times;
        this.request = new LatestJob(runner);
        scopes.current()
                .addListener((property, before, now) -> {
                    if (!moving) {
                        refresh();
                    }
                });
    }

    /** Whether a snapshot or an answer of a screen is on its way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Tells that somebody begins or ends to compute an answer about the snapshot. */
    public void answering(Object who, boolean now) {
        if (now) {
            answering.add(who);
        } else {
            answering.remove(who);
        }
        busy.set(!answering.isEmpty());
    }

    /**
     * Moves to a scope that is none of the person's choosing, and asks for a live snapshot, see
     * {@link Workspace#liveView}.
     */
    public void move(UnaryOperator<Scope> change) {
        moving = true;
        scopes.slide(change.apply(scopes.get()));
        moving = false;
        ask(Workspace::liveView);
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
        ask(Workspace::view);
    }

    /** Makes a view of a workspace. */
    @FunctionalInterface
    private interface Views {
        FleetView of(Workspace open, Scope scope, AnalysisSettings settings, JobContext job);
    }

    private void ask(Views views) {
        Workspace open = workspace.get();
        if (open == null) {
            return;
        }
        Scope scope = scopes.get();
        answering(this, true);
        snapshot.set(new Load.Loading<>(latest().orElse(null)));
        request.start(
                "Preparing the view",
                job -> Snapshot.of(views.of(open, scope, settings(), job)),
                fresh -> ready(new Load.Ready<>(fresh)),
                failure -> ready(Load.failed(failure)));
    }

    /** Those who listen ask their own questions within the call. */
    private void ready(Load<Snapshot> fresh) {
        snapshot.set(fresh);
        answering(this, false);
    }
}
