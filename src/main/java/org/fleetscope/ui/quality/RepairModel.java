package org.fleetscope.ui.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.RowField;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Quarantine.Check;
import org.fleetscope.workspace.Quarantine.EditableRow;
import org.fleetscope.workspace.Quarantine.History;
import org.fleetscope.workspace.RepairOutcome;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The rejected row in hand, checked again with every change of its text, and the commands that
 * change rows. Texts typed for other rows are kept until they are re-admitted. Lives on the UI
 * thread; repairs run one after the other.
 */
public final class RepairModel {
    private static final String FILE = "rejects";

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<EditableRow>> row =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable Check> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canReadmit = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(new History(null, null, List.of()));
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper tried = new ReadOnlyStringWrapper("");
    private final Map<Long, String> drafts = new HashMap<>();
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;
    private final LatestJob opening;
    private final LatestJob checking;
    private final LatestJob trying;
    private final LatestJob remembering;
    private boolean settling;

    public RepairModel(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        opening = new LatestJob(jobs);
        checking = new LatestJob(jobs);
        trying = new LatestJob(jobs);
        remembering = new LatestJob(jobs);
        text.addListener((property, before, now) -> typed(now));
        busy.addListener((property, before, now) -> settle());
    }

    /** The row's text as edited; every change is checked. */
    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<Load<EditableRow>> row() {
        return row.getReadOnlyProperty();
    }

    /** What the text would be; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Check> check() {
        return check.getReadOnlyProperty();
    }

    /** Whether the row in hand would be accepted as it is edited. */
    public ReadOnlyBooleanProperty canReadmit() {
        return canReadmit.getReadOnlyProperty();
    }

    /** Whether rows are being changed. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** What the change for many rows would do, in one line. */
    public ReadOnlyStringProperty tried() {
        return tried.getReadOnlyProperty();
    }

    /** Takes a row in hand, with the text typed for it before. */
    public void open(long id) {
        Quarantine rows = rows();
        if (rows == null) {
            return;
        }
        row.set(new Load.Loading<>(row.get().latest().orElse(null)));
        opening.start(
                "Opening a rejected row",
                job -> rows.open(id),
                this::show,
                failure -> row.set(Load.failed(failure)));
    }

    private void show(EditableRow opened) {
        checking.cancel();
        settling = true;
        text.set(drafts.getOrDefault(opened.row().id(), opened.text()));
        settling = false;
        check.set(opened.check());
        row.set(new Load.Ready<>(opened));
        settle();
        if (!text.get().equals(opened.text())) {
            typed(text.get());
        }
    }

    /** Lets go of the row in hand. */
    public void close() {
        opening.cancel();
        checking.cancel();
        row.set(new Load.Idle<>());
        check.set(null);
        settle();
    }

    private void typed(String now) {
        EditableRow open = row.get().latest().orElse(null);
        Quarantine rows = rows();
        if (settling || open == null || rows == null) {
            return;
        }
        long id = open.row().id();
        if (now.equals(open.text())) {
            drafts.remove(id);
        } else {
            drafts.put(id, now);
        }
        canReadmit.set(false);
        checking.start(
                "Checking a row",
                job -> rows.check(id, now),
                checked -> {
                    check.set(checked);
                    settle();
                },
                this::failed);
    }

    /** Puts another value into a field of the row in hand. */
    public void setField(int index, String value) {
        EditableRow open = row.get().latest().orElse(null);
        Check now = check.get();
        Quarantine rows = rows();
        if (open == null || now == null || rows == null || index >= now.fields().size()) {
            return;
        }
        List<RowField> fields = new ArrayList<>(now.fields());
        fields.set(index, new RowField(fields.get(index).name(), value));
        checking.start(
                "Checking a row",
                job -> rows.check(open.row().id(), fields),
                checked -> {
                    settling = true;
                    text.set(checked.text());
                    settling = false;
                    drafts.put(open.row().id(), checked.text());
                    check.set(checked);
                    settle();
                },
                this::failed);
    }

    /** Back to the row as it stood in the file. */
    public void reset() {
        row.get().latest().ifPresent(open -> text.set(open.text()));
    }

    private void settle() {
        Check now = check.get();
        boolean open = row.get().latest().map(shown -> shown.row().repair() == null).orElse(false);
        canReadmit.set(
                open
                        && now != null
                        && now.admissible()
                        && now.text().equals(text.get())
                        && !busy.get());
        canUndo.set(history.get().undoable() != null && !busy.get());
        canRedo.set(history.get().redoable() != null && !busy.get());
    }

    /** Re-admits the row in hand. */
    public void readmit() {
        EditableRow open = row.get().latest().orElse(null);
        if (open != null && canReadmit.get()) {
            long id = open.row().id();
            run("Re-admitting a row", Map.of(id, text.get()));
        }
    }

    /** Re-admits rows, each with the text typed for it or else as it stands. */
    public void readmit(Map<Long, String> asTheyStand) {
        Map<Long, String> texts = new TreeMap<>(asTheyStand);
        texts.replaceAll((id, raw) -> Objects.requireNonNullElse(drafts.get(id), raw));
        if (!texts.isEmpty()) {
            run("Re-admitting rows", texts);
        }
    }

    private void run(String name, Map<Long, String> texts) {
        change(
                name,
                (rows, job) -> rows.readmit(texts, job),
                outcome -> {
                    if (outcome.repaired() > 0) {
                        drafts.keySet().removeAll(texts.keySet());
                    }
                    tell(outcome);
                });
    }

    /** Finds out what a change for many rows would do. */
    public void tryFix(QuarantineFilter filter, BulkFix fix) {
        Quarantine rows = rows();
        if (rows == null) {
            return;
        }
        tried.set("Trying on all rows…");
        trying.start(
                "Trying a change on rejected rows",
                job -> rows.tryFix(filter, fix, job),
                outcome -> tried.set(promise(outcome)),
                failure -> tried.set(message(failure)));
    }

    private static String promise(RepairOutcome outcome) {
        long all = outcome.repaired() + outcome.refused();
        return Numbers.count(outcome.repaired())
                + " of "
                + Numbers.count(all)
                + (all == 1 ? " row" : " rows")
                + " would be accepted";
    }

    /** Says why a change can't be tried. */
    public void refuse(String why) {
        trying.cancel();
        tried.set(why);
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
        tried.set("");
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

    /** Writes the rows of a filter into a folder that the person chooses. */
    public void export(QuarantineFilter filter, Export what) {
        Quarantine rows = rows();
        Path folder =
                rows == null
                        ? null
                        : dialogs.chooseFolder("Export rejected rows into a folder").orElse(null);
        if (rows == null || folder == null) {
            return;
        }
        jobs.submit(
                "Exporting rejected rows",
                job ->
                        what == Export.SOURCE
                                ? rows.exportRows(filter, folder, job)
                                : List.of(table(rows, filter, folder, what, job)),
                new JobRunner.Callbacks<List<Path>>() {
                    @Override
                    public void done(List<Path> files) {
                        String names =
                                files.size() == 1
                                        ? files.getFirst().toString()
                                        : files.size() + " files in " + folder;
                        jobs.say(
                                "Exported " + names,
                                dialogs.showFolder(folder)
                                        .map(show -> new JobBoard.Offer("Show folder", show))
                                        .orElse(null));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        RepairModel.this.failed(failure);
                    }
                });
    }

    private static Path table(
            Quarantine rows, QuarantineFilter filter, Path folder, Export what, JobContext job)
            throws IOException {
        Path file = folder.resolve(FILE + (what == Export.CSV ? ".csv" : ".ndjson"));
        rows.export(filter, file, job);
        return file;
    }

    /** What an export writes. */
    public enum Export {
        /** One line a row and rule, as {@code validate --rejects}. */
        CSV,
        NDJSON,
        /** The rows as their files have them, repaired ones repaired. */
        SOURCE
    }

    /** Asks again what can be undone, and for the row in hand. */
    void refresh() {
        Quarantine rows = rows();
        if (rows == null) {
            return;
        }
        remembering.start(
                "Reading the repairs",
                job -> rows.history(20),
                found -> {
                    history.set(found);
                    settle();
                },
                this::failed);
        row.get().latest().ifPresent(shown -> open(shown.row().id()));
    }

    private @Nullable Quarantine rows() {
        Workspace open = session.workspace().get();
        return open == null ? null : open.quarantine();
    }

    private void failed(Throwable failure) {
        jobs.say(message(failure));
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
