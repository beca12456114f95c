package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of each file of a bundle: the one that a person named, else one that is found by the
 * file's columns, else none. Scores of the bundle are shared by its files.
 */
public final class FileMappings {
    private final Map<SourceFile, Mapping> mappings = new LinkedHashMap<>();
    private final Set<SourceFile> strangers = new HashSet<>();

    private FileMappings() {}

    /**
     * Chooses by the first rows of each file.
     *
     * @param named the mapping that a person chose; null for none. It does not hold for a file of
     *     scores, which it does not know
     * @throws IOException when a file can't be read
     */
    public static FileMappings of(
            List<SourceFile> files, @Nullable Mapping named, MappingLibrary library)
            throws IOException {
        return of(files, Map.of(), named, library);
    }

    /**
     * Chooses by the first rows of each file, unless a person made a mapping for just that file.
     *
     * @param own mappings by the paths of their files
     */
    public static FileMappings of(
            List<SourceFile> files,
            Map<Path, Mapping> own,
            @Nullable Mapping named,
            MappingLibrary library)
            throws IOException {
        FileMappings chosen = new FileMappings();
        ScoreTable scores = new ScoreTable();
        try (HeldArchive archive = new HeldArchive()) {
            for (SourceFile file : files) {
                archive.next(file.path());
                Mapping made = own.get(file.path());
                chosen.mappings.put(
                        file,
                        made == null || made.isPlain()
                                ? chosen.choose(file, made == null ? named : made, library, scores)
                                : made.bind(FirstRows.of(file).rows(), scores));
            }
        }
        return chosen;
    }

    private Mapping choose(
            SourceFile file, @Nullable Mapping named, MappingLibrary library, ScoreTable scores)
            throws IOException {
        if (named == null && !library.hasSaved() && isCommon(file)) {
            return Mapping.identity();
        }
        if (named != null && named.isPlain()) {
            return named;
        }
        FirstRows rows = FirstRows.of(file);
        Optional<Mapping> found = library.find(rows).map(MappingLibrary.Found::mapping);
        if (named == null && found.isEmpty() && isStranger(rows.rows())) {
            strangers.add(file);
        }
        Mapping mapping =
                named == null
                        ? found.orElse(Mapping.identity())
                        : found.filter(Mapping::isScores).orElse(fitting(named, rows));
        return mapping.bind(rows.rows(), scores);
    }

    private static boolean isStranger(List<ObjectNode> rows) {
        return !rows.isEmpty() && rows.stream().noneMatch(row -> EntityKinds.isSure(row::has));
    }

    /** Whether none of the first rows is of a known kind, and no mapping speaks for them. */
    public boolean isStranger(SourceFile file) {
        return strangers.contains(file);
    }

    /**
     * Rows that are entities as they stand are not touched by a mapping of other columns that knows
     * none of them. One that takes from no other column speaks of just such rows.
     */
    private static Mapping fitting(Mapping named, FirstRows rows) {
        return named.hasForeignSources()
                        && rows.areEntities()
                        && rows.rows().stream().noneMatch(named::claims)
                ? Mapping.identity()
                : named;
    }

    /**
     * Files whose first row is a KPI report in its common spelling spare the look at their rows.
     */
    public static boolean isCommon(SourceFile file) throws IOException {
        CsvDialect dialect = file.dialect();
        return dialect != null
                ? EntityKinds.of(dialect.columns()::contains) == EntityKind.KPI_REPORT
                        && EntityKinds.isComplete(dialect.columns()::contains)
                : NdjsonFormat.startsCommon(file);
    }

    /** The mapping of a file. */
    public Mapping of(SourceFile file) {
        return mappings.getOrDefault(file, Mapping.identity());
    }

    /** The mappings of all files. */
    public Collection<Mapping> all() {
        return Collections.unmodifiableCollection(mappings.values());
    }

    /** The files in the order to read them, those of scores first: the others need them. */
    public List<SourceFile> order(List<SourceFile> files) {
        return files.stream().sorted(Comparator.comparing(file -> !of(file).isScores())).toList();
    }
}
