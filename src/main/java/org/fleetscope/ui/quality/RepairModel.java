package org.fleetscope.ui.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Quarantine.History;
import org.fleetscope.workspace.RepairOutcome;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change rejected rows, one after the other, and what can be undone. Lives on the
 * UI thread.
 */
public final class RepairModel {
    private static final int REMEMBERED = 20;

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(new History(null, null, List.of()));
    private final BooleanBinding canReadmit;
    private final BooleanBinding canUndo;
    private final BooleanBinding canRedo;
    private final Session session;
    private final JobBoard jobs;
    private final RowEditor editor;
    private final BulkTrial trial;
    private final RejectExports exports;
    private final LatestJob remembering;

    public RepairModel(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        editor = new RowEditor(session, jobs, this::failed);
        trial = new BulkTrial(session, jobs);
        exports = new RejectExports(session, jobs, dialogs);
        remembering = new LatestJob(jobs);
        canReadmit = editor.good().and(busy.not());
        canUndo = Bindings.createBooleanBinding(this::isUndoable, history, busy);
        canRedo = Bindings.createBooleanBinding(this::isRedoable, history, busy);
    }

    /** The row in hand. */
    public RowEditor editor() {
        return editor;
    }

    /** The change for many rows, before it is made. */
    public BulkTrial trial() {
        return trial;
    }

    public RejectExports exports() {
        return exports;
    }

    /** Whether the row in hand would be accepted as it is edited. */
    public BooleanBinding canReadmit() {
        return canReadmit;
    }

    /** Whether rows are being changed. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    public BooleanBinding canUndo() {
        return canUndo;
    }

    public BooleanBinding canRedo() {
        return canRedo;
    }

    private boolean isUndoable() {
        return history.get().undoable() != null && !busy.get();
    }

    private boolean isRedoable() {
        return history.get().redoable() != null && !busy.get();
    }

    /** Re-admits the row in hand. */
    public void readmit() {
        if (canReadmit.get()) {
            readmit("Re-admitting a row", editor.edited());
        }
    }

    /** Re-admits rows, each with the text typed for it or else as it stands. */
    public void readmit(Map<Long, String> asTheyStand) {
        readmit("Re-admitting rows", editor.edited(asTheyStand));
    }

    private void readmit(String name, Map<Long, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        change(
                name,
                (rows, job) -> rows.readmit(texts, job),
                outcome -> {
                    if (outcome.repaired() > 0) {
                        editor.forget(texts.keySet());
                    }
                    tell(outcome);
                });
    }

    /** Changes all rows of a filter and re-admits those that are good then. */
    public void fix(QuarantineFilter filter, BulkFix fix) {
        change(fix.description(), (rows, job) -> rows.fix(filter, fix, job), this::tell);
    }

    public void undo() {
        change(
                "Undoing a repair",
                (rows, job) -> rows.undo(job),
                undone -> jobs.say("Undone: " + undone.description()));
    }

    public void redo() {
        change("Redoing a repair", (rows, job) -> rows.redo(job), this::tell);
    }

    private void tell(RepairOutcome outcome) {
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.count(outcome.readmitted()) + " re-admitted");
        if (outcome.alreadyThere() > 0) {
            parts.add(Numbers.count(outcome.alreadyThere()) + " were there already");
        }
        if (outcome.refused() > 0) {
            parts.add(Numbers.count(outcome.refused()) + " still break a rule");
        }
        String line = outcome.description() + ": " + String.join(", ", parts);
        if (outcome.repairId() > 0) {
            jobs.say(line, new JobBoard.Offer("Undo", this::undo));
        } else {
            jobs.say(line);
        }
        trial.done();
    }

    private interface Change<T> {
        T run(Quarantine rows, JobContext job) throws Exception;
    }

    private <T> void change(String name, Change<T> change, Consumer<T> done) {
        Quarantine rows = rows();
        if (rows == null || busy.get()) {
            return;
        }
        busy.set(true);
        jobs.submit(
                name,
                job -> change.run(rows, job),
                new JobRunner.Callbacks<T>() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public void done(T result) {
                        busy.set(false);
                        done.accept(result);
                        session.refresh();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        busy.set(false);
                        RepairModel.this.failed(failure);
                    }

                    @Override
                    public void cancelled() {
                        busy.set(false);
                        jobs.say(name + " was cancelled, nothing was changed");
                    }
                });
    }

    /** Asks again what can be undone, and for the row in hand. */
    void refresh() {
        Quarantine rows = rows();
        if (rows == null) {
            return;
        }
        remembering.start(
                "Reading the repairs", job -> rows.history(REMEMBERED), history::set, this::failed);
        editor.refresh();
    }

    private @Nullable Quarantine rows() {
        Workspace open = session.workspace().get();
        return open == null ? null : open.quarantine();
    }

    private void failed(Throwable failure) {
        jobs.say(message(failure));
    }

    static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
