package org.fleetscope.ui.quality;

import java.util.ArrayList;
import java.util.Collection;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.RowField;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Quarantine.Check;
import org.fleetscope.workspace.Quarantine.EditableRow;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The rejected row in hand, checked again with every change of its text. Texts typed for other rows
 * are kept until they are re-admitted. Lives on the UI thread.
 */
public final class RowEditor {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<EditableRow>> row =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable Check> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private final Map<Long, String> drafts = new HashMap<>();
    private final Session session;
    private final Consumer<Throwable> failed;
    private final LatestJob opening;
    private final LatestJob checking;
    private boolean settling;

    /**
     * @param failed told when a row can't be checked
     */
    RowEditor(Session session, JobRunner jobs, Consumer<Throwable> failed) {
        this.session = session;
        this.failed = failed;
        opening = new LatestJob(jobs);
        checking = new LatestJob(jobs);
        text.addListener((property, before, now) -> typed(now));
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

    /** Whether the row in hand is in quarantine and breaks no error rule as its text stands. */
    public ReadOnlyBooleanProperty good() {
        return good.getReadOnlyProperty();
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
        good.set(false);
        checking.start(
                "Checking a row",
                job -> rows.check(id, now),
                checked -> {
                    check.set(checked);
                    settle();
                },
                failed);
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
                failed);
    }

    /** Back to the row as it stood in the file. */
    public void reset() {
        row.get().latest().ifPresent(open -> text.set(open.text()));
    }

    /** Asks again for the row in hand. */
    void refresh() {
        row.get().latest().ifPresent(shown -> open(shown.row().id()));
    }

    /** The row in hand as it is edited; empty unless it is {@link #good}. */
    Map<Long, String> edited() {
        EditableRow open = row.get().latest().orElse(null);
        return open == null || !good.get() ? Map.of() : Map.of(open.row().id(), text.get());
    }

    /** Rows with the texts typed for them, or else as they stand. */
    Map<Long, String> edited(Map<Long, String> asTheyStand) {
        Map<Long, String> texts = new TreeMap<>(asTheyStand);
        texts.replaceAll((id, raw) -> Objects.requireNonNullElse(drafts.get(id), raw));
        return texts;
    }

    /** Forgets what was typed for rows. */
    void forget(Collection<Long> ids) {
        drafts.keySet().removeAll(ids);
    }

    private void settle() {
        Check now = check.get();
        boolean open = row.get().latest().map(shown -> shown.row().repair() == null).orElse(false);
        good.set(open && now != null && now.admissible() && now.text().equals(text.get()));
    }

    private @Nullable Quarantine rows() {
        Workspace open = session.workspace().get();
        return open == null ? null : open.quarantine();
    }
}
