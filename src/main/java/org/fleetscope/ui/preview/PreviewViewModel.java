package org.fleetscope.ui.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.BundleFile;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.MappingDraft;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file before its import: what it is, the mapping that is being made for it, and its
 * import. For the UI thread.
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
    private final ForeignPreviews previews;
    private final OpenWorkspace workspace;
    private final Importer importer;
    private final LatestJob surveying;
    private final LatestJob opening;
    private final BundleModel bundle = new BundleModel();
    private final MappingModel mapping;
    private final ReadingModel reading;
    private List<Path> paths = List.of();
    private Runnable retrying = () -> {};

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
        this.mapping = new MappingModel(previews, runner, workspace, bundle);
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

    /** The mapping of the file that is shown, and its first rows. */
    public MappingModel mapping() {
        return mapping;
    }

    /** Whether the preview stands in the window. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Load<ForeignPreview>> preview() {
        return preview.getReadOnlyProperty();
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
                        importDirectly(importThem);
                    } else {
                        show(opened, files, first);
                    }
                },
                unreadable -> importDirectly(importThem));
    }

    /** What is imported takes the place of a preview that stands: it is about other files. */
    private void importDirectly(Runnable importThem) {
        close();
        importThem.run();
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
        retrying = () -> show(opened);
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
                    paths = List.of();
                    bundle.start(List.of());
                    mapping.clear();
                    open.set(true);
                    preview.set(Load.failed(failure));
                });
    }

    private void show(List<Path> opened, List<BundleFile> files, BundleFile first) {
        paths = List.copyOf(opened);
        retrying = this::reopen;
        bundle.start(files);
        open.set(true);
        show(first);
    }

    /** Shows another of the files. */
    public void show(BundleFile file) {
        if (file != bundle.shown().get()) {
            bundle.show(file);
            mapping.forgetMessage();
            reopen();
        }
    }

    /** Tries again what failed. */
    void retry() {
        retrying.run();
    }

    private void reopen() {
        BundleFile file = bundle.shown().get();
        if (file == null) {
            return;
        }
        Path folder = folder();
        ReadOptions options = bundle.read();
        mapping.clear();
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
        preview.set(new Load.Ready<>(now.preview()));
        mapping.start(now.preview(), now.known());
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
        mapping.cancel();
        open.set(false);
    }

    private @Nullable Path folder() {
        Workspace now = workspace.get();
        return now == null ? null : now.folder();
    }
}
