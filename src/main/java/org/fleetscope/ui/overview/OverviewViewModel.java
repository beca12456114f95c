package org.fleetscope.ui.overview;

import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Overview;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;

/** The fleet at a glance; what is brushed narrows the scope, what is clicked opens. */
public final class OverviewViewModel {
    private static final int BUCKETS = 240;

    private final ViewQuery<Overview> query;
    private final LanesModel lanes;
    private final Session session;
    private final Navigator navigator;

    public OverviewViewModel(Session session, JobRunner runner, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.lanes = new LanesModel(session, runner, navigator);
        this.query =
                new ViewQuery<>(
                        session,
                        runner,
                        "Summing up the fleet",
                        (view, job) -> view.overview(BUCKETS, job));
    }

    public ReadOnlyObjectProperty<Load<Overview>> state() {
        return query.state();
    }

    public void setActive(boolean active) {
        query.setActive(active);
        lanes.setActive(active);
    }

    /** The swim lanes below the timeline. */
    public LanesModel lanes() {
        return lanes;
    }

    /** Narrows the scope to a stretch of time. */
    public void narrow(TimeRange range) {
        session.scopes().change(scope -> scope.withTime(range));
    }

    public void open(Finding finding) {
        navigator.openFinding(finding);
    }

    void openAll() {
        navigator.openAnomalies();
    }

    void openRejected() {
        navigator.openRejected(null);
    }

    void retry() {
        query.retry();
    }

    String agentName(UUID agent) {
        return session.latest().map(snapshot -> snapshot.agentName(agent)).orElse(agent.toString());
    }

    TimeText times() {
        return session.times();
    }
}
