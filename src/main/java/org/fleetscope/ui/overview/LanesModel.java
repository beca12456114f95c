package org.fleetscope.ui.overview;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.chart.LaneSelection;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;

/** The findings in swim lanes; a cell opens an agent's timeline, several narrow the scope. */
public final class LanesModel {
    /** Narrowest cell worth asking for: a two-digit number fits into it. */
    private static final int CELL = 24;

    private static final int STEP = 12;
    private static final int MOST = 120;

    private final ObjectProperty<Lanes.By> by = new SimpleObjectProperty<>(Lanes.By.AGENT);
    private final ViewQuery<Lanes> query;
    private final Session session;
    private final Navigator navigator;
    private int buckets = 2 * STEP;

    LanesModel(Session session, JobRunner runner, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.query =
                new ViewQuery<>(
                        session,
                        runner,
                        "Laying out the findings",
                        (view, job) -> view.lanes(by.get(), buckets, job));
        by.addListener((property, before, now) -> query.retry());
    }

    ReadOnlyObjectProperty<Load<Lanes>> state() {
        return query.state();
    }

    /** What has a lane of its own. */
    ObjectProperty<Lanes.By> by() {
        return by;
    }

    void setActive(boolean active) {
        query.setActive(active);
    }

    void retry() {
        query.retry();
    }

    /** Has lanes cut into as many cells as find room in a width, px; in steps. */
    void fit(int width) {
        int wanted = Math.clamp((long) Math.round((double) width / CELL / STEP) * STEP, STEP, MOST);
        if (width > 0 && wanted != buckets) {
            buckets = wanted;
            query.retry();
        }
    }

    /**
     * Opens the timeline of the cell's agent, which is that of its worst finding where a lane has
     * several; a cell of several agents without a finding narrows the scope.
     */
    void open(Lanes lanes, int lane, int bucket) {
        TimeRange stretch = lanes.stretch(bucket);
        if (lanes.by() == Lanes.By.AGENT) {
            navigator.openAgent(UUID.fromString(lanes.lanes().get(lane).key()), stretch);
            return;
        }
        lanes.worst(lane, bucket)
                .map(Finding::agentId)
                .ifPresentOrElse(
                        agent -> navigator.openAgent(agent, stretch),
                        () -> narrow(lanes, new LaneSelection(lane, lane, bucket, bucket)));
    }

    /** Opens a lane as a whole: the agent, or the scope of a type or host. */
    void openLane(Lanes lanes, int lane) {
        String key = lanes.lanes().get(lane).key();
        if (lanes.by() == Lanes.By.AGENT) {
            navigator.openAgent(UUID.fromString(key), null);
        } else {
            session.scopes().change(scope -> only(scope, lanes.by(), Set.of(key)));
        }
    }

    /** Narrows the scope to the lanes and the time of some cells. */
    void narrow(Lanes lanes, LaneSelection cells) {
        Set<String> keys =
                IntStream.rangeClosed(cells.firstLane(), cells.lastLane())
                        .mapToObj(lane -> lanes.lanes().get(lane).key())
                        .collect(Collectors.toUnmodifiableSet());
        TimeRange stretch = lanes.stretch(cells.firstBucket(), cells.lastBucket());
        session.scopes()
                .change(scope ->
                        only(scope.withTime(scope.time().intersect(stretch)), lanes.by(), keys));
    }

    private static Scope only(Scope scope, Lanes.By by, Set<String> keys) {
        return switch (by) {
            case AGENT ->
                    scope.withAgents(
                            keys.stream()
                                    .map(UUID::fromString)
                                    .collect(Collectors.toUnmodifiableSet()));
            case TYPE -> scope.withTypes(keys);
            case HOST -> scope.withHosts(keys);
        };
    }

    TimeText times() {
        return session.times();
    }
}
