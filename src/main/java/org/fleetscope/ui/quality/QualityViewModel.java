package org.fleetscope.ui.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Rules with what broke them, and the rejected rows page by page under a filter. Every question is
 * a job of its own; of two answers the later question's counts. Lives on the UI thread.
 */
public final class QualityViewModel {
    /** Rows of a page. */
    static final int PAGE = 200;

    private static final int FLAGGED = 20;

    /** A page of rows and where it stands among all. */
    record Page(List<QuarantinedRow> rows, long before, long total) {
        Page {
            rows = List.copyOf(rows);
        }
    }

    private final ObjectProperty<@Nullable Long> importId = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> rule = new SimpleObjectProperty<>();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.OPEN);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<QualityReport>> report =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<Load<Page>> page =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<Load<List<RejectedRow>>> flagged =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hasNext = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasPrevious = new ReadOnlyBooleanWrapper();
    private final List<Long> starts = new ArrayList<>(List.of(0L));
    private final Session session;
    private final LatestJob reporting;
    private final LatestJob paging;
    private final LatestJob flagging;
    private final RepairModel repair;
    private long answered = -1;
    private @Nullable Workspace asked;
    private boolean active;

    public QualityViewModel(Session session, JobRunner runner, RepairModel repair) {
        this.session = session;
        this.repair = repair;
        this.reporting = new LatestJob(runner);
        this.paging = new LatestJob(runner);
        this.flagging = new LatestJob(runner);
        session.snapshot().addListener((property, before, now) -> update());
        session.workspace().addListener((property, before, now) -> reset());
        importId.addListener((property, before, now) -> filterChanged());
        state.addListener((property, before, now) -> filterChanged());
        rule.addListener((property, before, now) -> firstPage());
        text.addListener((property, before, now) -> firstPage());
    }

    /** The only import looked at; null for all. */
    public ObjectProperty<@Nullable Long> importId() {
        return importId;
    }

    /** Id of the rule whose rows are listed; null for all. */
    public ObjectProperty<@Nullable String> rule() {
        return rule;
    }

    public ObjectProperty<State> state() {
        return state;
    }

    /** Text that listed rows have. */
    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<Load<QualityReport>> report() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Load<Page>> page() {
        return page.getReadOnlyProperty();
    }

    /** "12 of 5 040 rows are in quarantine". */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** "Rows 1–200 of 1 234". */
    public ReadOnlyStringProperty position() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hasNext() {
        return hasNext.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hasPrevious() {
        return hasPrevious.getReadOnlyProperty();
    }

    /** The first rows flagged by the rule asked for last. */
    public ReadOnlyObjectProperty<Load<List<RejectedRow>>> flagged() {
        return flagged.getReadOnlyProperty();
    }

    /** Asks for the first rows that were kept and flagged by a rule. */
    void flagged(String id) {
        Workspace open = session.workspace().get();
        Long ofImport = importId.get();
        if (open != null) {
            flagging.start(
                    "Reading flagged rows",
                    job -> open.quarantine().flagged(id, ofImport, FLAGGED, job),
                    rows -> flagged.set(new Load.Ready<>(rows)),
                    failure -> flagged.set(Load.failed(failure)));
        }
    }

    /** The row in hand and everything that changes rows. */
    public RepairModel repair() {
        return repair;
    }

    TimeText times() {
        return session.times();
    }

    /** What the table lists. */
    QuarantineFilter filter() {
        return new QuarantineFilter(importId.get(), null, rule.get(), text.get(), state.get());
    }

    public void setActive(boolean nowActive) {
        active = nowActive;
        update();
    }

    /** Shows the rows in quarantine of one import, or of all. */
    public void show(@Nullable Long ofImport) {
        rule.set(null);
        text.set("");
        state.set(State.OPEN);
        importId.set(ofImport);
    }

    public void clearFilter() {
        rule.set(null);
        text.set("");
    }

    public void next() {
        page.get()
                .latest()
                .ifPresent(shown -> {
                    if (hasNext.get()) {
                        starts.add(shown.rows().getLast().id());
                        list();
                    }
                });
    }

    public void previous() {
        if (starts.size() > 1) {
            starts.removeLast();
            list();
        }
    }

    public void retry() {
        answered = -1;
        if (session.snapshot().get() instanceof Load.Failed<Snapshot>) {
            session.refresh();
        }
        update();
    }

    private void reset() {
        answered = -1;
        asked = null;
        starts.clear();
        starts.add(0L);
        importId.set(null);
        report.set(new Load.Idle<>());
        page.set(new Load.Idle<>());
        repair.close();
    }

    private void update() {
        Workspace open = session.workspace().get();
        if (!active
                || open == null
                || !(session.snapshot().get() instanceof Load.Ready<Snapshot>(Snapshot now))) {
            return;
        }
        long version = now.view().dataVersion();
        if (version != answered || open != asked) {
            answered = version;
            asked = open;
            count();
            list();
            repair.refresh();
        }
    }

    private void filterChanged() {
        if (active) {
            count();
        }
        firstPage();
    }

    private void firstPage() {
        starts.clear();
        starts.add(0L);
        if (active) {
            list();
        }
    }

    private void count() {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        QuarantineFilter all = new QuarantineFilter(importId.get(), null, null, "", state.get());
        report.set(new Load.Loading<>(report.get().latest().orElse(null)));
        reporting.start(
                "Counting broken rules",
                job -> open.quarantine().report(all, job),
                found -> {
                    summary.set(summary(found));
                    report.set(new Load.Ready<>(found));
                },
                failure -> report.set(Load.failed(failure)));
    }

    private String summary(QualityReport found) {
        String rows =
                Numbers.count(found.rejected())
                        + " of "
                        + Numbers.count(found.rowsRead())
                        + " rows";
        return switch (state.get()) {
            case OPEN -> rows + " are in quarantine";
            case REPAIRED -> rows + " were repaired";
            case ALL -> rows + " were rejected";
        };
    }

    private void list() {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        QuarantineFilter wanted = filter();
        long after = starts.getLast();
        long before = (long) PAGE * (starts.size() - 1);
        page.set(new Load.Loading<>(page.get().latest().orElse(null)));
        paging.start(
                "Reading rejected rows",
                job -> page(open.quarantine(), wanted, after, before, job),
                this::show,
                failure -> page.set(Load.failed(failure)));
    }

    private static Page page(
            Quarantine rows, QuarantineFilter wanted, long after, long before, JobContext job)
            throws IOException {
        return new Page(rows.page(wanted, after, PAGE, job), before, rows.count(wanted, job));
    }

    private void show(Page shown) {
        // A repair may have emptied the last page.
        if (shown.rows().isEmpty() && starts.size() > 1) {
            previous();
            return;
        }
        long last = shown.before() + shown.rows().size();
        hasPrevious.set(shown.before() > 0);
        hasNext.set(last < shown.total() && !shown.rows().isEmpty());
        position.set(
                shown.rows().isEmpty()
                        ? ""
                        : "Rows "
                                + Numbers.count(shown.before() + 1)
                                + "–"
                                + Numbers.count(last)
                                + " of "
                                + Numbers.count(shown.total()));
        page.set(new Load.Ready<>(shown));
    }
}
