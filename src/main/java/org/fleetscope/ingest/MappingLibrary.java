package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mappings that are found by a table's columns: those saved in folders, and those that ship for
 * the traces of other tools. Thread-safe; folders are read at each look.
 */
public final class MappingLibrary {
    /**
     * Mappings that ship, data files in {@code mappings/}, in the order in which they are tried.
     */
    private static final List<String> SHIPPED =
            List.of("langfuse-observations", "langfuse-scores", "otlp-genai", "phoenix-spans");

    private static final Logger LOG = LoggerFactory.getLogger(MappingLibrary.class);
    private static final String ENDING = ".json";

    private final List<Path> folders;
    private final List<Mapping> shipped;

    /**
     * @param folders with saved mappings, those that come first are looked at first; a folder need
     *     not exist
     */
    public MappingLibrary(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.shipped = SHIPPED.stream().map(MappingLibrary::shipped).toList();
    }

    private static Mapping shipped(String name) {
        String resource = "/mappings/" + name + ENDING;
        try (InputStream in =
                Objects.requireNonNull(
                        MappingLibrary.class.getResourceAsStream(resource), resource)) {
            return Mapping.parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), "shipped " + resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping and where it was found. */
    public record Found(Mapping mapping, Source source) {}

    /** Where a mapping comes from. */
    public enum Source {
        SAVED,
        SHIPPED
    }

    /** The mapping for a table that has these columns; empty when none fits. */
    Optional<Found> find(FirstRows rows) {
        List<Mapping> saved = saved();
        Optional<Mapping> exact =
                saved.stream().filter(mapping -> names(mapping).equals(rows.columns())).findFirst();
        if (exact.isPresent()) {
            return exact.map(mapping -> new Found(mapping, Source.SAVED));
        }
        for (Mapping mapping : shipped) {
            if (mapping.columns().stream().allMatch(rows::has)) {
                return Optional.of(new Found(mapping, Source.SHIPPED));
            }
        }
        if (rows.areEntities()) {
            return Optional.empty();
        }
        return saved.stream()
                .filter(mapping -> fits(mapping, rows))
                .max(Comparator.comparingLong(mapping -> shared(mapping, rows)))
                .map(mapping -> new Found(mapping, Source.SAVED));
    }

    /** Whether a table has every column that a mapping takes values from. */
    private static boolean fits(Mapping mapping, FirstRows rows) {
        List<SourcePath> used =
                mapping.rules().values().stream().flatMap(rule -> rule.sources().stream()).toList();
        return !used.isEmpty() && used.stream().allMatch(rows::has);
    }

    private static long shared(Mapping mapping, FirstRows rows) {
        Set<String> both = new HashSet<>(names(mapping));
        both.retainAll(rows.columns());
        return both.size();
    }

    private static Set<String> names(Mapping mapping) {
        Set<String> names = new HashSet<>();
        mapping.columns().forEach(path -> names.addAll(path.names()));
        return names;
    }

    /** Saved mappings by name; one that can't be read is left out and logged. */
    private List<Mapping> saved() {
        List<Mapping> mappings = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                try {
                    mappings.add(Mapping.load(file));
                } catch (IOException e) {
                    LOG.warn("the saved mapping {} is passed over", file, e);
                }
            }
        }
        return mappings;
    }

    /** Whether any mapping is saved, which spares looking at rows that need none. */
    public boolean hasSaved() {
        return folders.stream().anyMatch(folder -> !files(folder).isEmpty());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            LOG.warn("saved mappings in {} can't be listed", folder, e);
            return List.of();
        }
    }

    /** All mappings by name for a person to choose from, saved ones first. */
    public Map<String, Mapping> all() {
        Map<String, Mapping> all = new LinkedHashMap<>();
        saved().forEach(mapping -> all.putIfAbsent(mapping.name(), mapping));
        shipped.forEach(mapping -> all.putIfAbsent(mapping.name(), mapping));
        return all;
    }

    /**
     * Saves a mapping under its name in a folder; one of that name is replaced.
     *
     * @return the file
     * @throws IOException when it can't be written
     */
    public Path save(Mapping mapping, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(fileName(mapping.name()) + ENDING);
        Path draft = Files.createTempFile(folder, ".mapping", ".tmp");
        try {
            Files.writeString(draft, mapping.json());
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }

    private static String fileName(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return plain.isEmpty() || plain.startsWith(".") ? "mapping" + plain : plain;
    }
}
