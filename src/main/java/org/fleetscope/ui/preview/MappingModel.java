package org.fleetscope.ui.preview;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.MappedSample;
import org.fleetscope.workspace.MappingDraft;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The mapping that is being made for the file that is shown, and the file's first rows through it,
 * computed anew after every change. For the UI thread.
 */
public final class MappingModel {
    private final ReadOnlyObjectWrapper<Load<MappedSample>> sample =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable MappingDraft> draft =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ObservableList<String> mappings = FXCollections.observableArrayList();
    private final Map<String, MappingDraft> known = new LinkedHashMap<>();
    private final ForeignPreviews previews;
    private final PreviewViewModel.OpenWorkspace workspace;
    private final BundleModel bundle;
    private final LatestJob checking;
    private final LatestJob saving;
    private @Nullable ForeignPreview shown;

    /**
     * @param bundle keeps the mapping that was made for each of its files
     */
    MappingModel(
            ForeignPreviews previews,
            JobRunner runner,
            PreviewViewModel.OpenWorkspace workspace,
            BundleModel bundle) {
        this.previews = previews;
        this.workspace = workspace;
        this.bundle = bundle;
        this.checking = new LatestJob(runner);
        this.saving = new LatestJob(runner);
    }

    public ReadOnlyObjectProperty<Load<MappedSample>> sample() {
        return sample.getReadOnlyProperty();
    }

    /** The mapping as it stands; null before a file was read. */
    public ReadOnlyObjectProperty<@Nullable MappingDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Where the mapping comes from. */
    public ReadOnlyStringProperty source() {
        return source.getReadOnlyProperty();
    }

    /** What the last saving did. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Names of mappings to choose from. */
    public ObservableList<String> mappings() {
        return mappings;
    }

    /** Starts with a file that was opened, and the mappings there are to choose from. */
    void start(ForeignPreview file, Map<String, MappingDraft> there) {
        shown = file;
        known.clear();
        known.putAll(there);
        mappings.setAll(known.keySet());
        source.set(file.mappingSource());
        set(bundle.draft().orElse(file.mapping()));
    }

    /** Forgets the file: none is shown, or another is being read. */
    void clear() {
        checking.cancel();
        shown = null;
        draft.set(null);
        sample.set(new Load.Idle<>());
    }

    /** Forgets what the last saving did. */
    void forgetMessage() {
        message.set("");
    }

    void cancel() {
        checking.cancel();
    }

    /** Takes another of the known mappings. */
    public void choose(String name) {
        MappingDraft chosen = known.get(name);
        if (chosen != null) {
            source.set("Mapping \"" + name + "\"");
            change(chosen);
        }
    }

    /** Goes back to what was found for the file or proposed. */
    public void proposed() {
        ForeignPreview file = shown;
        if (file != null) {
            source.set(file.mappingSource());
            change(file.mapping());
        }
    }

    /** Sets where a field comes from. */
    public void choose(FieldDraft field, SourceChoice choice) {
        FieldDraft changed =
                choice.kind() == FieldDraft.Kind.COLUMN
                        ? field.withColumn(choice.column())
                        : field.withKind(choice.kind());
        edit(changed);
    }

    /** Replaces a field of the draft. */
    public void edit(FieldDraft changed) {
        MappingDraft now = draft.get();
        if (now != null && !now.with(changed).equals(now)) {
            change(now.with(changed));
        }
    }

    public void times(String zone, String format) {
        MappingDraft now = draft.get();
        if (now != null && !(now.zone().equals(zone) && now.timeFormat().equals(format))) {
            change(now.withTimes(zone, format));
        }
    }

    /** Names the mapping. */
    public void rename(String name) {
        MappingDraft now = draft.get();
        if (now != null && !now.name().equals(name)) {
            draft.set(now.withName(name));
            bundle.setDraft(now.withName(name));
        }
    }

    private void change(MappingDraft next) {
        bundle.setDraft(next);
        set(next);
    }

    private void set(MappingDraft next) {
        draft.set(next);
        if (shown != null) {
            check(shown, next);
        }
    }

    private void check(ForeignPreview file, MappingDraft next) {
        Workspace now = workspace.get();
        RuleSettings rules = now == null ? RuleSettings.DEFAULTS : now.quality().settings();
        sample.set(new Load.Loading<>(sample.get().latest().orElse(null)));
        checking.start(
                "Checking the first rows",
                job -> previews.check(file, next, rules, job),
                checked -> sample.set(new Load.Ready<>(checked)),
                failure -> sample.set(Load.failed(failure)));
    }

    /** The choices of a field, the special ones first. */
    public List<SourceChoice> choices(FieldDraft field) {
        return shown == null ? List.of() : FieldTexts.choices(field, shown);
    }

    /** The first values of a field's column; for other kinds what it is made of. */
    public String values(FieldDraft field) {
        return shown == null ? "" : FieldTexts.values(field, shown);
    }

    /** Ids of the rules that a field breaks in the rows shown. */
    public String broken(FieldDraft field) {
        return sample.get().latest().map(now -> FieldTexts.broken(field, now)).orElse("");
    }

    /**
     * Saves the mapping under its name, to be found again by the columns.
     *
     * @param here in the open workspace instead of the person's settings
     */
    public void save(boolean here) {
        MappingDraft now = draft.get();
        ForeignPreview file = shown;
        Workspace open = workspace.get();
        Path folder = here && open != null ? open.folder() : null;
        if (now == null || file == null) {
            return;
        }
        saving.start(
                "Saving the mapping",
                job -> previews.save(file, now, folder),
                path -> message.set("Saved as " + path.getFileName()),
                failure -> message.set("Not saved: " + failure.getMessage()));
    }

    /** Whether a workspace that lasts is open, in which a mapping can be saved. */
    public boolean canSaveHere() {
        Workspace now = workspace.get();
        return now != null && !now.isTemporary();
    }
}
