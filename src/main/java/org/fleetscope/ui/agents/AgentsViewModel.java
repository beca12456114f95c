package org.fleetscope.ui.agents;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.fleetscope.job.JobRunner;
import org.fleetscope.series.AgentRow;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.FleetView;

/** The agents in scope, filtered by what the person types. */
public final class AgentsViewModel implements Placed {
    private static final String FILTER = "filter";

    private final ObservableList<AgentRow> all = FXCollections.observableArrayList();
    private final FilteredList<AgentRow> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ViewQuery<List<AgentRow>> query;
    private final Navigator navigator;

    public AgentsViewModel(Session session, JobRunner runner, Navigator navigator) {
        this.navigator = navigator;
        this.query = new ViewQuery<>(session, runner, "Comparing agents", FleetView::agents);
        query.state()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<List<AgentRow>>(List<AgentRow> rows)) {
                        all.setAll(rows);
                        applyFilter();
                    }
                });
        filter.addListener((property, before, now) -> applyFilter());
    }

    public ReadOnlyObjectProperty<Load<List<AgentRow>>> state() {
        return query.state();
    }

    /** Rows that pass the filter, worst finding first. */
    public ObservableList<AgentRow> shown() {
        return shown;
    }

    /** Text an agent's name, type or host must hold, in any case. */
    public StringProperty filter() {
        return filter;
    }

    /** "12 of 200 agents". */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    public void setActive(boolean active) {
        query.setActive(active);
    }

    @Override
    public Fields place() {
        return Fields.NONE.with(FILTER, filter.get());
    }

    @Override
    public void restore(Fields place) {
        filter.set(place.value(FILTER));
    }

    void retry() {
        query.retry();
    }

    void open(AgentRow row) {
        navigator.openAgent(row.id(), null);
    }

    private void applyFilter() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(row ->
                (row.name() + ' ' + row.type() + ' ' + row.host())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
        String total = Numbers.count(all.size()) + (all.size() == 1 ? " agent" : " agents");
        count.set(
                shown.size() == all.size() ? total : Numbers.count(shown.size()) + " of " + total);
    }
}
