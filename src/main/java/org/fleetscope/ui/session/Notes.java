package org.fleetscope.ui.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.TimeNotes;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The notes at times of the open workspace, and the way back from every change of them. A change is
 * shown when it is stored. Lives on the callback thread of its runner.
 */
public final class Notes {
    private final ReadOnlyObjectWrapper<List<TimeNote>> all =
            new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ReadOnlyBooleanWrapper canUndo =
            new ReadOnlyBooleanWrapper(this, "canUndo", false);
    private final Deque<Change> done = new ArrayDeque<>();
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;

    /** A note before and after; null where there was none. */
    private record Change(UUID id, @Nullable TimeNote before, @Nullable TimeNote after) {
        Change back() {
            return new Change(id, after, before);
        }

        void store(TimeNotes notes) throws IOException {
            TimeNote kept = after;
            if (kept == null) {
                notes.remove(id);
            } else {
                notes.put(kept);
            }
        }

        String told() {
            return after == null
                    ? "Deleted the note"
                    : before == null ? "Added the note" : "Changed the note";
        }
    }

    public Notes(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        session.workspace().subscribe(this::load);
    }

    /** All notes, earliest first. */
    public ReadOnlyObjectProperty<List<TimeNote>> all() {
        return all.getReadOnlyProperty();
    }

    /** Whether there is a change to take back. */
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /**
     * Adds a note.
     *
     * @param subject name of the agent it is about; empty for the fleet
     * @param now µs UTC
     */
    public void add(TimeRange range, String subject, String text, long now) {
        UUID id = UUID.randomUUID();
        make(new Change(id, null, new TimeNote(id, range, subject, text, now)));
    }

    public void edit(TimeNote note, String text) {
        if (!text.equals(note.text())) {
            make(new Change(note.id(), note, note.withText(text)));
        }
    }

    public void delete(TimeNote note) {
        make(new Change(note.id(), note, null));
    }

    /** Takes the last change back. */
    public void undo() {
        if (!done.isEmpty()) {
            Change last = done.pop();
            canUndo.set(!done.isEmpty());
            store(last.back(), () -> {});
        }
    }

    private void make(Change change) {
        store(
                change,
                () -> {
                    done.push(change);
                    canUndo.set(true);
                });
    }

    private void load(@Nullable Workspace opened) {
        done.clear();
        canUndo.set(false);
        all.set(List.of());
        if (opened != null) {
            submit("Reading the notes", opened, job -> opened.timeNotes().all(), () -> {});
        }
    }

    private void store(Change change, Runnable then) {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        submit(
                "Storing a note",
                open,
                job -> {
                    change.store(open.timeNotes());
                    return open.timeNotes().all();
                },
                () -> {
                    then.run();
                    jobs.say(change.told(), new JobBoard.Offer("Undo", this::undo));
                });
    }

    private void submit(
            String name, Workspace asked, JobRunner.Work<List<TimeNote>> work, Runnable then) {
        jobs.submit(
                name,
                work,
                new JobRunner.Callbacks<List<TimeNote>>() {
                    @Override
                    public void done(List<TimeNote> stored) {
                        if (asked.equals(session.workspace().get())) {
                            all.set(stored);
                            then.run();
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        dialogs.failure(
                                name + " failed",
                                String.valueOf(failure.getMessage()),
                                "What was stored before is as it was. Repeat it.",
                                failure);
                    }

                    @Override
                    public void cancelled() {
                        jobs.say(name + " was cancelled");
                    }
                });
    }
}
