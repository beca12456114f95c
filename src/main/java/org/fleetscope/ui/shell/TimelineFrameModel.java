package org.fleetscope.ui.shell;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.timeline.TimelineViewModel;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/** Which agent the timeline shows; keeps it up to date with the session while it is in view. */
final class TimelineFrameModel implements Placed {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String METRIC = "metric";

    private final ObservableList<DimensionValues.Entry<UUID>> agents =
            FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable UUID> agent = new ReadOnlyObjectWrapper<>();
    private final Session session;
    private final TimelineViewModel timeline;
    private @Nullable FleetView shown;
    private boolean active;

    TimelineFrameModel(Session session, TimelineViewModel timeline) {
        this.session = session;
        this.timeline = timeline;
        session.snapshot().addListener((property, before, now) -> update(now));
        timeline.busyProperty()
                .addListener((property, before, now) -> session.answering(this, now));
        timeline.setOnNarrowScope(range -> session.scopes().change(scope -> scope.withTime(range)));
    }

    TimelineViewModel timeline() {
        return timeline;
    }

    /** Agents that can be chosen, most runs first. */
    ObservableList<DimensionValues.Entry<UUID>> agents() {
        return agents;
    }

    ReadOnlyObjectProperty<@Nullable UUID> agent() {
        return agent.getReadOnlyProperty();
    }

    /** Shows all runs of an agent. */
    void choose(UUID chosen) {
        show(chosen, null);
    }

    /** Shows an agent at a stretch of time; null for all of its runs in scope. */
    void show(UUID chosen, @Nullable TimeRange focus) {
        agent.set(chosen);
        session.latest()
                .ifPresent(snapshot -> {
                    shown = snapshot.view();
                    timeline.show(snapshot.view(), chosen, focus);
                });
    }

    @Override
    public Fields place() {
        UUID shownAgent = agent.get();
        if (shownAgent == null) {
            return Fields.NONE;
        }
        Fields fields = Fields.NONE.with(ITEM, shownAgent);
        TimeRange range = timeline.wantedRange();
        if (range != null) {
            fields = fields.with(FROM, range.from()).with(TO, range.to());
        }
        return fields.with(METRIC, timeline.chosenMetrics());
    }

    @Override
    public void restore(Fields place) {
        List<String> metrics = place.values(METRIC);
        if (!metrics.isEmpty()) {
            timeline.chooseMetrics(metrics);
        }
        place.first(ITEM)
                .map(UUID::fromString)
                .filter(wanted ->
                        agents.isEmpty()
                                || agents.stream().anyMatch(entry -> entry.value().equals(wanted)))
                .ifPresent(wanted -> show(wanted, range(place)));
    }

    private static @Nullable TimeRange range(Fields place) {
        return place.first(FROM)
                .map(from -> new TimeRange(Long.parseLong(from), Long.parseLong(place.value(TO))))
                .orElse(null);
    }

    @Override
    public void onMoved(Runnable moved) {
        agent.subscribe((before, now) -> moved.run());
        timeline.rangeProperty().subscribe((before, now) -> moved.run());
    }

    void setActive(boolean nowActive) {
        active = nowActive;
        update(session.snapshot().get());
    }

    private void update(Load<Snapshot> state) {
        if (state instanceof Load.Idle<Snapshot>) {
            agents.clear();
            agent.set(null);
            shown = null;
            timeline.showNothing();
        } else if (state instanceof Load.Ready<Snapshot>(Snapshot snapshot)) {
            if (!agents.equals(snapshot.dimensions().agents())) {
                agents.setAll(snapshot.dimensions().agents());
            }
            follow(snapshot);
        }
    }

    private void follow(Snapshot snapshot) {
        if (!active || snapshot.view().equals(shown)) {
            return;
        }
        UUID chosen = agent.get();
        if (chosen == null && !agents.isEmpty()) {
            choose(agents.getFirst().value());
        } else if (chosen != null) {
            shown = snapshot.view();
            timeline.show(snapshot.view(), chosen);
        }
    }
}
