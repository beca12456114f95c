package org.fleetscope.ui.anomalies;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.RunDetail;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** One run with everything known of it, and its row as it stands in the file. */
public final class RunDetailModel {
    private static final long AROUND = 30 * Times.MINUTE;

    private final ReadOnlyObjectWrapper<Load<RunDetail>> detail =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<Load<String>> rawRow =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final Session session;
    private final Navigator navigator;
    private final LatestJob runRequest;
    private final LatestJob rowRequest;
    private @Nullable Finding cause;

    public RunDetailModel(Session session, JobRunner runner, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.runRequest = new LatestJob(runner);
        this.rowRequest = new LatestJob(runner);
        session.workspace().addListener((property, before, now) -> close());
    }

    public ReadOnlyObjectProperty<Load<RunDetail>> detail() {
        return detail.getReadOnlyProperty();
    }

    /** The source line of the run shown. */
    public ReadOnlyObjectProperty<Load<String>> rawRow() {
        return rawRow.getReadOnlyProperty();
    }

    /** Shows the run of a finding. */
    public void show(Finding finding) {
        cause = finding;
        showRun(finding.runIndex());
    }

    /** The finding that led here; null when a run was opened by itself. */
    @Nullable Finding cause() {
        return cause;
    }

    /** Shows a run of the present view. */
    void showRun(int runIndex) {
        Snapshot snapshot = session.latest().orElse(null);
        if (snapshot == null) {
            return;
        }
        if (cause != null && cause.runIndex() != runIndex) {
            cause = null;
        }
        FleetView view = snapshot.view();
        detail.set(new Load.Loading<>(detail.get().latest().orElse(null)));
        rowRequest.cancel();
        rawRow.set(new Load.Idle<>());
        runRequest.start(
                "Explaining a run",
                job -> view.run(runIndex, job),
                this::loaded,
                failure -> detail.set(Load.failed(failure)));
    }

    void close() {
        runRequest.cancel();
        rowRequest.cancel();
        cause = null;
        detail.set(new Load.Idle<>());
        rawRow.set(new Load.Idle<>());
    }

    /** Shows the agent's timeline around the run. */
    void showOnTimeline(RunDetail run) {
        long at = run.summary().recordedAt();
        session.latest()
                .ifPresent(snapshot ->
                        agentOf(run, snapshot, new TimeRange(at - AROUND, at + AROUND)));
    }

    TimeText times() {
        return session.times();
    }

    private void agentOf(RunDetail run, Snapshot snapshot, TimeRange around) {
        Finding known =
                cause != null ? cause : run.findings().isEmpty() ? null : run.findings().getFirst();
        if (known != null) {
            navigator.openAgent(known.agentId(), around);
            return;
        }
        snapshot.agentNames().entrySet().stream()
                .filter(agent -> agent.getValue().equals(run.agentName()))
                .findFirst()
                .ifPresent(agent -> navigator.openAgent(agent.getKey(), around));
    }

    private void loaded(RunDetail run) {
        detail.set(new Load.Ready<>(run));
        Workspace workspace = session.workspace().get();
        if (workspace == null) {
            return;
        }
        RowOrigin origin = run.origin();
        rawRow.set(new Load.Loading<>(null));
        rowRequest.start(
                "Reading the source line",
                job -> workspace.rawRow(origin, job),
                line -> rawRow.set(new Load.Ready<>(line)),
                failure -> rawRow.set(Load.failed(failure)));
    }
}
