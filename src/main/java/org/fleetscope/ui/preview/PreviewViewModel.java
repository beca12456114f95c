package org.fleetscope.ui.preview;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.MappedSample;
import org.fleetscope.workspace.MappingDraft;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file before its import: what it is, the mapping that is being made for it, and its
 * first rows through that mapping, computed anew after every change. For the UI thread.
 */
public final class PreviewViewModel {
    /** Starts an import. */
    @FunctionalInterface
    public interface Importer {
        void importFiles(List<Path> files, ImportOptions options);
    }

    /** The workspace that is open, if any. */
    @FunctionalInterface
    public interface OpenWorkspace {
        @Nullable Workspace get();
    }

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Load<ForeignPreview>> preview =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<Load<MappedSample>> sample =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable MappingDraft> draft =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ObservableList<String> mappings = FXCollections.observableArrayList();
    private final Map<String, MappingDraft> known = new LinkedHashMap<>();
    private final ForeignPreviews previews;
    private final OpenWorkspace workspace;
    private final Importer importer;
    private final LatestJob opening;
    private final LatestJob checking;
    private final LatestJob saving;
    private List<Path> files = List.of();
    private @Nullable Path shown;
    private ReadOptions read = ReadOptions.DEFAULTS;

    public PreviewViewModel(
            ForeignPreviews previews,
            JobRunner runner,
            OpenWorkspace workspace,
            Importer importer) {
        this.previews = previews;
        this.workspace = workspace;
        this.importer = importer;
        this.opening = new LatestJob(runner);
        this.checking = new LatestJob(runner);
        this.saving = new LatestJob(runner);
    }

    /** Whether the preview stands in the window. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Load<ForeignPreview>> preview() {
        return preview.getReadOnlyProperty();
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

    /**
     * Looks at files that were opened: the first that is foreign is shown; without one they are
     * imported as they are, as when they can't be read, which the import then tells.
     */
    public void look(List<Path> paths, Runnable importThem) {
        Path folder = folder();
        opening.start(
                "Looking at what was opened",
                job -> previews.firstForeign(paths, ReadOptions.DEFAULTS, folder, job),
                foreign -> {
                    if (foreign.isPresent()) {
                        show(paths, foreign.get());
                    } else {
                        importThem.run();
                    }
                },
                unreadable -> importThem.run());
    }

    /** Shows a file, with the others that are imported with it. */
    public void show(List<Path> paths, Path file) {
        files = List.copyOf(paths);
        shown = file;
        read = ReadOptions.DEFAULTS;
        message.set("");
        open.set(true);
        reopen();
    }

    /** Reads the file again as another format or encoding; null for what its content shows. */
    public void readAs(@Nullable String format, @Nullable Charset charset) {
        read =
                new ReadOptions(format, charset, read.limits(), read.precision())
                        .withCsv(read.csv());
        reopen();
    }

    /** Reads a CSV file again with this delimiter; null for the one that its content shows. */
    public void delimitedBy(@Nullable String delimiter) {
        read = read.withCsv(new CsvOptions(delimiter, null, null, null, 0));
        reopen();
    }

    void retry() {
        reopen();
    }

    private void reopen() {
        Path file = shown;
        if (file == null) {
            return;
        }
        Path folder = folder();
        ReadOptions options = read;
        checking.cancel();
        draft.set(null);
        sample.set(new Load.Idle<>());
        preview.set(new Load.Loading<>(preview.get().latest().orElse(null)));
        opening.start(
                "Reading the first rows of " + file.getFileName(),
                job ->
                        new Opened(
                                previews.open(file, options, folder, job), previews.known(folder)),
                this::opened,
                failure -> preview.set(Load.failed(failure)));
    }

    /** What opening a file brings. */
    private record Opened(ForeignPreview preview, Map<String, MappingDraft> known) {}

    private void opened(Opened now) {
        known.clear();
        known.putAll(now.known());
        mappings.setAll(known.keySet());
        source.set(now.preview().mappingSource());
        preview.set(new Load.Ready<>(now.preview()));
        change(now.preview().mapping());
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
        preview.get()
                .latest()
                .ifPresent(now -> {
                    source.set(now.mappingSource());
                    change(now.mapping());
                });
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
        }
    }

    private void change(MappingDraft next) {
        draft.set(next);
        preview.get().latest().ifPresent(file -> check(file, next));
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
        List<SourceChoice> choices = new ArrayList<>();
        if (!field.rule().isEmpty()) {
            choices.add(new SourceChoice(FieldDraft.Kind.COMPUTED, ""));
        }
        choices.add(new SourceChoice(FieldDraft.Kind.OWN, ""));
        choices.add(new SourceChoice(FieldDraft.Kind.CONSTANT, ""));
        if (!List.of("task_id", "agent_id", "recorded_at").contains(field.field())) {
            choices.add(new SourceChoice(FieldDraft.Kind.ABSENT, ""));
        }
        preview.get()
                .latest()
                .ifPresent(file ->
                        file.values()
                                .keySet()
                                .forEach(name ->
                                        choices.add(
                                                new SourceChoice(FieldDraft.Kind.COLUMN, name))));
        return choices;
    }

    /** The first values of a field's column; for other kinds what it is made of. */
    public String values(FieldDraft field) {
        return switch (field.kind()) {
            case COLUMN -> first(field.column());
            case OWN -> first(field.field());
            case COMPUTED -> field.summary();
            case CONSTANT -> field.constant();
            case ABSENT -> "";
        };
    }

    private String first(String column) {
        return preview.get()
                .latest()
                .map(file -> String.join(", ", file.values().getOrDefault(column, List.of())))
                .orElse("");
    }

    /** Ids of the rules that a field breaks in the rows shown. */
    public String broken(FieldDraft field) {
        Set<String> rules = new LinkedHashSet<>();
        String root = field.field().replaceFirst("\\..*", "");
        sample.get()
                .latest()
                .ifPresent(now ->
                        now.rows().stream()
                                .flatMap(row -> row.violations().stream())
                                .filter(violation ->
                                        violation.field().equals(field.field())
                                                || (root.equals(field.field())
                                                        && violation
                                                                .field()
                                                                .startsWith(root + ".")))
                                .forEach(violation -> rules.add(violation.ruleId())));
        return String.join(", ", rules);
    }

    /**
     * Saves the mapping under its name, to be found again by the columns.
     *
     * @param here in the open workspace instead of the person's settings
     */
    public void save(boolean here) {
        MappingDraft now = draft.get();
        ForeignPreview file = preview.get().latest().orElse(null);
        Path folder = here ? folder() : null;
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

    /** Imports the files with the mapping as it stands. */
    public void importNow() {
        MappingDraft now = draft.get();
        if (now == null || !preview.get().latest().isPresent()) {
            return;
        }
        close();
        importer.importFiles(
                files,
                new ImportOptions(Profile.EXPORT, null, RuleSettings.DEFAULTS, read, now.json()));
    }

    /** Leaves without importing. */
    public void close() {
        opening.cancel();
        checking.cancel();
        open.set(false);
    }

    private @Nullable Path folder() {
        Workspace now = workspace.get();
        return now == null ? null : now.folder();
    }
}
