package org.fleetscope.ui.preview;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.BundleFile;
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
    private final LatestJob surveying;
    private final LatestJob opening;
    private final LatestJob checking;
    private final LatestJob saving;
    private final BundleModel bundle = new BundleModel();
    private final ReadingModel reading;
    private List<Path> paths = List.of();

    public PreviewViewModel(
            ForeignPreviews previews,
            JobRunner runner,
            OpenWorkspace workspace,
            Importer importer) {
        this.previews = previews;
        this.workspace = workspace;
        this.importer = importer;
        this.surveying = new LatestJob(runner);
        this.opening = new LatestJob(runner);
        this.checking = new LatestJob(runner);
        this.saving = new LatestJob(runner);
        this.reading = new ReadingModel(new ShownReading());
    }

    /** How the file that is shown is read. */
    private final class ShownReading implements ReadingModel.Reading {
        @Override
        public ReadOptions now() {
            return bundle.read();
        }

        @Override
        public void again(ReadOptions options) {
            bundle.setRead(options);
            reopen();
        }

        @Override
        public String quoteFound() {
            String quote =
                    preview.get()
                            .latest()
                            .map(file -> String.valueOf(file.dialect().getOrDefault("quote", "")))
                            .orElse("");
            return quote.isEmpty() ? "\"" : quote.substring(0, 1);
        }
    }

    /** The files that were opened together. */
    public BundleModel bundle() {
        return bundle;
    }

    /** How the file that is shown is read. */
    public ReadingModel reading() {
        return reading;
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
     * Looks at files that were opened. Those that need a person are shown; when none does they are
     * imported as they are, as when they can't be read, which the import then tells.
     */
    public void look(List<Path> opened, Runnable importThem) {
        Path folder = folder();
        surveying.start(
                "Looking at what was opened",
                job -> previews.survey(opened, ReadOptions.DEFAULTS, folder, job),
                files -> {
                    BundleFile first = firstForeign(files);
                    if (first == null) {
                        importThem.run();
                    } else {
                        show(opened, files, first);
                    }
                },
                unreadable -> importThem.run());
    }

    /**
     * The first file that has to be mapped; null when there is none. One that only lies beside data
     * is left alone.
     */
    private static @Nullable BundleFile firstForeign(List<BundleFile> files) {
        boolean hasData = files.stream().anyMatch(BundleFile::isReady);
        boolean fails =
                files.stream()
                        .anyMatch(file -> file.named() && file.state() == BundleFile.State.NO_DATA);
        return fails
                ? null
                : files.stream()
                        .filter(file ->
                                file.state() == BundleFile.State.FOREIGN
                                        && (file.named() || !hasData))
                        .findFirst()
                        .orElse(null);
    }

    /** Shows files, whatever they need. */
    public void show(List<Path> opened) {
        Path folder = folder();
        surveying.start(
                "Looking at what was opened",
                job -> previews.survey(opened, ReadOptions.DEFAULTS, folder, job),
                files -> {
                    if (!files.isEmpty()) {
                        BundleFile foreign = firstForeign(files);
                        show(opened, files, foreign == null ? files.getFirst() : foreign);
                    }
                },
                failure -> {
                    open.set(true);
                    preview.set(Load.failed(failure));
                });
    }

    private void show(List<Path> opened, List<BundleFile> files, BundleFile first) {
        paths = List.copyOf(opened);
        bundle.start(files);
        open.set(true);
        show(first);
    }

    /** Shows another of the files. */
    public void show(BundleFile file) {
        if (file != bundle.shown().get()) {
            bundle.show(file);
            message.set("");
            reopen();
        }
    }

    void retry() {
        reopen();
    }

    private void reopen() {
        BundleFile file = bundle.shown().get();
        if (file == null) {
            return;
        }
        Path folder = folder();
        ReadOptions options = bundle.read();
        checking.cancel();
        draft.set(null);
        sample.set(new Load.Idle<>());
        preview.set(new Load.Loading<>(preview.get().latest().orElse(null)));
        opening.start(
                "Reading the first rows of " + file.path().getFileName(),
                job ->
                        new Opened(
                                previews.open(file.path(), options, folder, job),
                                previews.known(folder)),
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
        set(bundle.draft().orElse(now.preview().mapping()));
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
            bundle.setDraft(now.withName(name));
        }
    }

    private void change(MappingDraft next) {
        bundle.setDraft(next);
        set(next);
    }

    private void set(MappingDraft next) {
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
        return preview.get()
                .latest()
                .map(file -> FieldTexts.choices(field, file))
                .orElse(List.of());
    }

    /** The first values of a field's column; for other kinds what it is made of. */
    public String values(FieldDraft field) {
        return preview.get().latest().map(file -> FieldTexts.values(field, file)).orElse("");
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

    /** Imports the files, each with its mapping as it stands. */
    public void importNow() {
        if (bundle.includedFiles() == 0 || preview.get() instanceof Load.Loading) {
            return;
        }
        close();
        importer.importFiles(paths, ImportOptions.of(bundle.choices()));
    }

    /** Leaves without importing. */
    public void close() {
        surveying.cancel();
        opening.cancel();
        checking.cancel();
        open.set(false);
    }

    private @Nullable Path folder() {
        Workspace now = workspace.get();
        return now == null ? null : now.folder();
    }
}
