package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fleetscope.ingest.ForeignFile;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.MappingLibrary;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.TablePreview;
import org.fleetscope.model.Times;
import org.fleetscope.quality.RowRules;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files before they are imported, and keeps mappings. Thread-safe; calls read files, so
 * they don't belong on the UI thread.
 */
public final class ForeignPreviews {
    private static final int ROWS = 50;

    private final Ingest ingest = new Ingest(1);
    private final Previews previews = new Previews();
    private final Path personal;
    private final InstantSource clock;

    /**
     * @param personal folder of the person's own mappings
     */
    public ForeignPreviews(Path personal, InstantSource clock) {
        this.personal = personal;
        this.clock = clock;
    }

    /** Ids of the formats that can be chosen. */
    public static List<String> formats() {
        return Ingest.formatIds();
    }

    /**
     * Conversions that a field may have by name, the empty one first; none where it has no unit.
     */
    public static List<String> conversions(String field) {
        List<String> all = new ArrayList<>(ForeignFile.conversions(field));
        if (!all.isEmpty()) {
            all.addFirst("");
        }
        return all;
    }

    /**
     * Looks at every file of a bundle for what it needs: nothing, a mapping, or another way to be
     * read. Folders and archives are taken apart.
     *
     * @throws IOException when a path does not exist or an archive is refused
     */
    public List<BundleFile> survey(
            List<Path> paths, ReadOptions read, @Nullable Path workspace, JobContext job)
            throws IOException {
        return new BundleSurvey(ingest, library(workspace)).of(paths, read, job);
    }

    /**
     * Opens a file with the mapping that fits it best: a saved one, one that ships, else a
     * proposal.
     *
     * @param workspace folder of the open workspace, null for none
     * @throws IOException when it can't be read or recognised; the message says why
     */
    public ForeignPreview open(
            Path path, ReadOptions read, @Nullable Path workspace, JobContext job)
            throws IOException {
        ForeignFile file = ForeignFile.open(ingest.sniff(path.toAbsolutePath(), read));
        TablePreview table =
                previews.open(path, new PreviewOptions(ROWS, false, read), job).preview();
        Optional<MappingLibrary.Found> found = file.found(library(workspace));
        String json =
                found.map(known -> known.mapping().json())
                        .orElseGet(() ->
                                file.isEntities()
                                        ? BundleSurvey.AS_IT_STANDS
                                        : file.proposal(name(path)));
        Map<String, List<String>> values = new LinkedHashMap<>();
        file.columns().forEach(column -> values.put(column.name(), column.values()));
        return new ForeignPreview(
                path.toAbsolutePath(),
                table.format(),
                table.encoding(),
                file.file().compression(),
                table.dialect(),
                table.columns(),
                values,
                new ArrayList<>(table.rows()),
                MappingDraft.of(json),
                source(found, file.isEntities()),
                file.isEntities(),
                read);
    }

    private static String source(Optional<MappingLibrary.Found> found, boolean entities) {
        return found.map(known ->
                        switch (known.source()) {
                            case SAVED -> "Saved mapping \"" + known.mapping().name() + "\"";
                            case SHIPPED -> "Known format: " + known.mapping().name();
                        })
                .orElse(
                        entities
                                ? "The columns have the names of the domain"
                                : "Proposed from the names and values of the columns");
    }

    static String name(Path path) {
        String file = String.valueOf(path.getFileName());
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** Reads a mapping from a file, to go on from it. */
    public MappingDraft load(Path file) throws IOException {
        return MappingDraft.of(Mapping.load(file).json());
    }

    /** The mappings that can be chosen by name, saved ones first. */
    public Map<String, MappingDraft> known(@Nullable Path workspace) throws IOException {
        Map<String, MappingDraft> drafts = new LinkedHashMap<>();
        for (Map.Entry<String, Mapping> mapping : library(workspace).all().entrySet()) {
            drafts.put(mapping.getKey(), MappingDraft.of(mapping.getValue().json()));
        }
        return drafts;
    }

    /**
     * The first rows through a draft, with the rules that they break.
     *
     * @param settings of the rules in the workspace
     * @throws IOException when the file can't be read, or when the draft is no mapping; the message
     *     names the field
     */
    public MappedSample check(
            ForeignPreview preview, MappingDraft draft, RuleSettings settings, JobContext job)
            throws IOException {
        Mapping mapping = Mapping.parse(draft.json(), "The mapping");
        ForeignFile file = ForeignFile.open(ingest.sniff(preview.path(), preview.read()));
        job.checkCancelled();
        RuleSettings counting = mapping.settings().over(settings);
        RowRules rules =
                new RowRules(
                        counting,
                        mapping.limits(counting),
                        Profile.EXPORT,
                        Times.ofInstant(clock.instant()));
        ForeignFile.Sample sample = file.sample(mapping);
        job.checkCancelled();
        return SampleTable.of(sample, rules);
    }

    /**
     * Saves a mapping, to be found again by the columns of this file.
     *
     * @param workspace folder of the workspace to save it in; null for the person's own
     * @return the file
     */
    public Path save(ForeignPreview preview, MappingDraft draft, @Nullable Path workspace)
            throws IOException {
        Path folder = workspace == null ? personal : MappingFolders.of(workspace);
        String json = draft.forColumns(preview.values().keySet()).json();
        return library(workspace).save(Mapping.parse(json, "The mapping"), folder);
    }

    private MappingLibrary library(@Nullable Path workspace) {
        return new MappingLibrary(
                workspace == null
                        ? List.of(personal)
                        : List.of(MappingFolders.of(workspace), personal));
    }
}
