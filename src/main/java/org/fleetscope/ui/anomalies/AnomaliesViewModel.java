package org.fleetscope.ui.anomalies;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * The findings in scope, filtered and ordered off the UI thread, and the one whose run is shown.
 */
public final class AnomaliesViewModel implements Placed {
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty detector = new SimpleStringProperty("");
    private final StringProperty metric = new SimpleStringProperty("");
    private final DoubleProperty minSeverity = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<Load<FindingList>> listed =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ViewQuery<List<Finding>> query;
    private final LatestJob filtering;
    private final Session session;
    private final RunDetailModel detail;
    private final IncidentsModel incidents;
    private final BooleanProperty asIncidents = new SimpleBooleanProperty();
    private boolean active;
    private FindingOrder order = FindingOrder.AS_GIVEN;

    public AnomaliesViewModel(Session session, JobRunner runner, RunDetailModel detail) {
        this.session = session;
        this.detail = detail;
        this.filtering = new LatestJob(runner);
        this.query = new ViewQuery<>(session, runner, "Looking for anomalies", FleetView::findings);
        this.incidents = new IncidentsModel(session, runner, detail);
        query.state().addListener((property, before, now) -> update());
        asIncidents.addListener((property, before, now) -> activate());
        text.addListener((property, before, now) -> update());
        detector.addListener((property, before, now) -> update());
        metric.addListener((property, before, now) -> update());
        minSeverity.addListener((property, before, now) -> update());
    }

    public StringProperty text() {
        return text;
    }

    /** Id of the only detector listed; empty for all. */
    public StringProperty detector() {
        return detector;
    }

    /** Id of the only metric listed; empty for all. */
    public StringProperty metric() {
        return metric;
    }

    public DoubleProperty minSeverity() {
        return minSeverity;
    }

    public ReadOnlyObjectProperty<Load<FindingList>> listed() {
        return listed.getReadOnlyProperty();
    }

    /** "1 234 of 5 678 anomalies". */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    public RunDetailModel detail() {
        return detail;
    }

    IncidentsModel incidents() {
        return incidents;
    }

    /** True to list incidents, false to list findings. */
    public BooleanProperty asIncidents() {
        return asIncidents;
    }

    public void setActive(boolean nowActive) {
        active = nowActive;
        activate();
    }

    private void activate() {
        query.setActive(active && !asIncidents.get());
        incidents.setActive(active && asIncidents.get());
    }

    @Override
    public Fields place() {
        return Fields.NONE
                .with("incidents", asIncidents.get())
                .with("text", text.get())
                .with("detector", detector.get())
                .with("metric", metric.get())
                .with("severity", minSeverity.get());
    }

    @Override
    public void restore(Fields place) {
        asIncidents.set(Boolean.parseBoolean(place.value("incidents")));
        text.set(place.value("text"));
        detector.set(place.value("detector"));
        metric.set(place.value("metric"));
        minSeverity.set(place.number("severity").orElse(0));
    }

    /** Opens the run of a finding beside the list of findings. */
    public void open(Finding finding) {
        asIncidents.set(false);
        detail.show(finding);
    }

    void sort(@Nullable FindingColumn column, boolean descending) {
        FindingOrder wanted = new FindingOrder(column, descending);
        if (!wanted.equals(order)) {
            order = wanted;
            update();
        }
    }

    void clearFilter() {
        text.set("");
        detector.set("");
        metric.set("");
        minSeverity.set(0);
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

    private void update() {
        switch (query.state().get()) {
            case Load.Idle<List<Finding>>() -> {
                filtering.cancel();
                session.answering(filtering, false);
                listed.set(new Load.Idle<>());
            }
            case Load.Loading<List<Finding>>(List<Finding> previous) -> loading();
            case Load.Failed<List<Finding>>(String message, Throwable cause) ->
                    listed.set(new Load.Failed<>(message, cause));
            case Load.Ready<List<Finding>>(List<Finding> all) -> filter(all);
        }
    }

    private void filter(List<Finding> all) {
        loading();
        FindingFilter wanted =
                new FindingFilter(text.get(), detector.get(), metric.get(), minSeverity.get());
        FindingOrder wantedOrder = order;
        Snapshot names = session.latest().orElseThrow();
        session.answering(filtering, true);
        filtering.start(
                "Filtering anomalies",
                job -> FindingList.of(all, wanted, wantedOrder, names::agentName, job),
                this::show,
                failure -> filtered(Load.failed(failure)));
    }

    private void filtered(Load<FindingList> result) {
        listed.set(result);
        session.answering(filtering, false);
    }

    private void show(FindingList list) {
        String total =
                Numbers.count(list.total()) + (list.total() == 1 ? " anomaly" : " anomalies");
        int shown = list.rows().size();
        count.set(shown == list.total() ? total : Numbers.count(shown) + " of " + total);
        filtered(new Load.Ready<>(list));
    }

    private void loading() {
        listed.set(new Load.Loading<>(listed.get().latest().orElse(null)));
    }
}
