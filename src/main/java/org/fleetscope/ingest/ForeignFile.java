package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fleetscope.model.KpiBatch;
import org.jspecify.annotations.Nullable;

/**
 * A file that is looked at before it is imported: its columns, a mapping for it, and its first rows
 * through any mapping. Immutable; calls read the file's first 256 KB.
 */
public final class ForeignFile {
    private static final int SHOWN_VALUES = 3;

    private final SourceFile file;
    private final FirstRows rows;

    private ForeignFile(SourceFile file, FirstRows rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * Reads a file's first rows.
     *
     * @throws IOException when it can't be read
     */
    public static ForeignFile open(SourceFile file) throws IOException {
        return new ForeignFile(file, FirstRows.of(file));
    }

    /** A column with its first few distinct values. */
    public record Column(String name, List<String> values) {}

    public SourceFile file() {
        return file;
    }

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            SourcePath path = SourcePath.of(name);
            columns.add(
                    new Column(
                            name,
                            rows.rows().stream()
                                    .map(path::find)
                                    .filter(value -> !value.isMissingNode())
                                    .map(ForeignFile::text)
                                    .distinct()
                                    .limit(SHOWN_VALUES)
                                    .toList()));
        }
        return columns;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Whether its rows are entities as they stand, so that no mapping is needed. */
    public boolean isEntities() {
        return rows.areEntities();
    }

    /** The saved or shipped mapping for its columns. */
    public Optional<MappingLibrary.Found> found(MappingLibrary library) {
        return library.find(rows);
    }

    /** A mapping proposed from names and values of the columns, as JSON text. */
    public String proposal(String name) {
        return MappingProposals.propose(name, rows);
    }

    /**
     * The first rows through a mapping.
     *
     * @param batches rows that are runs, good and bad
     * @param entities rows that are tasks, results, agents or health records
     * @param rejected rows that are no entity of any kind
     * @param passedOver rows that are no runs by the mapping
     * @param runs which rows are runs, for people; null for all
     */
    public record Sample(
            List<KpiBatch> batches,
            int entities,
            int rejected,
            long passedOver,
            @Nullable String runs) {}

    /** Reads the first rows through a mapping, as an import would. */
    public Sample sample(Mapping mapping) throws IOException {
        List<KpiBatch> batches = new ArrayList<>();
        int entities = 0;
        int rejected = 0;
        long passedOver = 0;
        long line = 1;
        Mapping bound = mapping.bind(rows.rows(), new ScoreTable());
        for (ParsedChunk chunk : FirstRows.parse(file, bound)) {
            for (KpiBatch batch : chunk.kpis()) {
                batch.firstLine(line);
                batches.add(batch);
            }
            line += chunk.lines();
            entities += chunk.entities().size();
            rejected += chunk.rejects().size();
            passedOver += chunk.taken();
        }
        return new Sample(batches, entities, rejected, passedOver, runs(mapping));
    }

    private @Nullable String runs(Mapping mapping) {
        if (mapping.isScores()) {
            return "none: its rows are scores of the rows of other files";
        }
        RowCondition condition = mapping.condition(rows.rows());
        if (condition == null) {
            return null;
        }
        String column =
                condition.path().names().stream()
                        .filter(name -> rows.has(SourcePath.of(name)))
                        .findFirst()
                        .orElse(condition.path().names().getFirst());
        return condition.values().isEmpty()
                ? "rows without " + column
                : "rows whose "
                        + column
                        + " is "
                        + condition.values().stream().sorted().collect(Collectors.joining(" or "));
    }

    /** Fields that a mapping may name, in the domain's order. */
    public static List<String> fields() {
        return KpiFields.ROW;
    }

    /** Conversions that a field may have, by name. */
    public static List<String> conversions(String field) {
        boolean free =
                field.startsWith(KpiFields.CUSTOM + ".")
                        || field.startsWith(KpiFields.CONTEXT + ".");
        Stream<Conversion> all = Arrays.stream(Conversion.values());
        return all.filter(c -> free || c.target() == FieldRuleReader.unit(field))
                .map(Conversion::text)
                .toList();
    }
}
