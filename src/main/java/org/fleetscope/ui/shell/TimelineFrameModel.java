package org.fleetscope.ui.shell;

import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.timeline.TimelineViewModel;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/** Which agent the timeline shows; keeps it up to date with the session while it is in view. */
final class TimelineFrameModel {
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
