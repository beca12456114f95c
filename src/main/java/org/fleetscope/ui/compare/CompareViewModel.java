package org.fleetscope.ui.compare;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.report.DifferenceTable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The runs in scope against a reference: the time before, a scope pinned or saved, another
 * recording.
 */
public final class CompareViewModel {
    private final ObjectProperty<Reference> reference =
            new SimpleObjectProperty<>(Reference.OF_TIME.getFirst());
    private final ObservableList<Reference> offered = FXCollections.observableArrayList();
    private final ObservableList<MetricDifference> all = FXCollections.observableArrayList();
    private final FilteredList<MetricDifference> shown = new FilteredList<>(all);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty onlySure = new SimpleBooleanProperty();
    private final BooleanProperty onlyFleet = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper before = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final Session session;
    private final SavedScopes saved;
    private final Navigator navigator;
    private final Recordings recordings;
    private final FileExports exporter;
    private final ViewQuery<Compared> query;
    private Reference.@Nullable Named pinned;
    private Reference.@Nullable Recording recording;

    public CompareViewModel(
            Session session,
            JobRunner runner,
            SavedScopes saved,
            Navigator navigator,
            Recordings recordings,
            FileExports exporter) {
        this.session = session;
        this.exporter = exporter;
        this.saved = saved;
        this.navigator = navigator;
        this.recordings = recordings;
        query = new ViewQuery<>(session, runner, "Comparing", this::compare);
        query.state().addListener((property, old, state) -> show(state));
        reference.addListener((property, old, chosen) -> {
            // A choice whose list is filled anew lets go of its value for a moment.
            if (chosen == null) {
                reference.set(old);
            } else {
                query.retry();
            }
        });
        saved.list().subscribe(this::offer);
        text.subscribe(this::filter);
        onlySure.subscribe(this::filter);
        onlyFleet.subscribe(this::filter);
        session.workspace().addListener((property, old, opened) -> forget());
        recordings.onOpened(this::use);
    }

    public ReadOnlyObjectProperty<Load<Compared>> state() {
        return query.state();
    }

    /** What the scope is compared with; never null. */
    ObjectProperty<Reference> reference() {
        return reference;
    }

    /** What can be chosen as reference. */
    ObservableList<Reference> offered() {
        return offered;
    }

    /** Differences that pass the filters, worst first. */
    ObservableList<MetricDifference> shown() {
        return shown;
    }

    public StringProperty text() {
        return text;
    }

    public BooleanProperty onlySure() {
        return onlySure;
    }

    public BooleanProperty onlyFleet() {
        return onlyFleet;
    }

    /** "4 worse, 1 better of 60 compared". */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** What A is, in words, with its runs. */
    public ReadOnlyStringProperty before() {
        return before.getReadOnlyProperty();
    }

    /** What B is, in words, with its runs. */
    public ReadOnlyStringProperty now() {
        return now.getReadOnlyProperty();
    }

    public void setActive(boolean active) {
        query.setActive(active);
    }

    /** Closes the recording compared with, and then runs what is given. */
    public void close(Runnable then) {
        recordings.close(then);
    }

    /** Keeps the scope of now as the reference for the scopes that follow. */
    void pin() {
        Scope scope = session.scopes().get();
        Reference.Named named =
                new Reference.Named("Pinned: " + CompareText.scope(scope, session.times()), scope);
        pinned = named;
        offer();
        reference.set(named);
    }

    /** Opens another export or workspace as the reference. */
    void chooseRecording() {
        recordings.choose();
    }

    /** Writes the differences listed, in their order, to a file the person names. */
    void export() {
        String words =
                Numbers.count(shown.size()) + (shown.size() == 1 ? " difference" : " differences");
        exporter.export(
                "the differences",
                "differences" + TableFormat.CSV.ending(),
                FileExports.table(DifferenceTable.of(List.copyOf(shown)), TableFormat.CSV, words));
    }

    void open(MetricDifference difference) {
        UUID agent = difference.agent();
        if (agent != null) {
            TimeRange focus = session.scopes().get().time();
            navigator.openAgent(agent, focus.equals(TimeRange.ALL) ? null : focus);
        }
    }

    void clearFilter() {
        text.set("");
        onlySure.set(false);
        onlyFleet.set(false);
    }

    void retry() {
        query.retry();
    }

    String agentName(@Nullable UUID agent) {
        return agent == null
                ? CompareText.ALL_RUNS
                : session.latest()
                        .map(snapshot -> snapshot.agentName(agent))
                        .orElse(agent.toString());
    }

    private Compared compare(FleetView view, JobContext job) throws IOException {
        Workspace workspace = Objects.requireNonNull(session.workspace().get());
        return Compared.of(workspace, view, reference.get(), session.settings(), job);
    }

    private void use(Reference.Recording opened) {
        recording = opened;
        offer();
        reference.set(opened);
    }

    /** What belonged to another workspace is no reference any more. */
    private void forget() {
        pinned = null;
        recording = null;
        recordings.close(() -> {});
        reference.set(Reference.OF_TIME.getFirst());
        offer();
    }

    private void offer() {
        List<Reference> list = new java.util.ArrayList<>(Reference.OF_TIME);
        saved.list()
                .forEach(named ->
                        list.add(new Reference.Named("Saved: " + named.name(), named.scope())));
        if (pinned != null) {
            list.add(pinned);
        }
        if (recording != null) {
            list.add(recording);
        }
        if (!offered.equals(list)) {
            offered.setAll(list);
        }
    }

    private void show(Load<Compared> state) {
        if (state instanceof Load.Ready<Compared>(Compared compared)) {
            all.setAll(compared.differences());
            sumUp();
            before.set(side(compared.sides().a(), compared.runsA(), reference.get()));
            now.set(side(compared.sides().b(), compared.runsB(), Reference.OF_TIME.getFirst()));
        }
    }

    private String side(Scope scope, long runs, Reference of) {
        String what =
                of instanceof Reference.Recording other
                        ? other.title()
                        : CompareText.scope(scope, session.times());
        return what + " · " + Numbers.count(runs) + (runs == 1 ? " run" : " runs");
    }

    private void filter() {
        DifferenceFilter wanted = DifferenceFilter.of(text.get(), onlySure.get(), onlyFleet.get());
        shown.setPredicate(difference -> wanted.accepts(difference, this::agentName));
    }

    private void sumUp() {
        long worse = count(MetricDifference.Verdict.WORSE);
        long better = count(MetricDifference.Verdict.BETTER);
        count.set(
                Numbers.count(worse)
                        + " worse, "
                        + Numbers.count(better)
                        + " better of "
                        + Numbers.count(all.size())
                        + " compared");
    }

    private long count(MetricDifference.Verdict verdict) {
        return all.stream().filter(difference -> difference.verdict() == verdict).count();
    }
}
