package org.fleetscope.ui.quality;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Rules with what broke them, and the filter under which rejected rows are listed. Every question
 * is a job of its own; of two answers the later question's counts. Lives on the UI thread.
 */
public final class QualityViewModel {
    private static final int FLAGGED = 20;

    private final ObjectProperty<@Nullable Long> importId = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> rule = new SimpleObjectProperty<>();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.OPEN);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<QualityReport>> report =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<Load<List<RejectedRow>>> flagged =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Session session;
    private final LatestJob reporting;
    private final LatestJob flagging;
    private final RowList list;
    private final RepairModel repair;
    private long answered = -1;
    private @Nullable Workspace asked;
    private boolean active;

    public QualityViewModel(Session session, JobRunner runner, RepairModel repair) {
        this.session = session;
        this.repair = repair;
        this.reporting = new LatestJob(runner);
        this.list = new RowList(session, runner);
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

    /** "12 of 5 040 rows are in quarantine". */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
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

    /** The rows that the filter lets through. */
    public RowList list() {
        return list;
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
        importId.set(null);
        report.set(new Load.Idle<>());
        list.reset();
        repair.editor().close();
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
            list.show(filter());
            count();
            repair.refresh();
        }
    }

    private void filterChanged() {
        firstPage();
        if (active) {
            count();
        }
    }

    private void firstPage() {
        if (active) {
            list.show(filter());
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
}
