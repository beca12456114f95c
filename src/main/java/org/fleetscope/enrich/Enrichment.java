package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.frame.ColumnNames;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The features of the runs in a scope, each computed once when first asked for. Thread-safe. */
public final class Enrichment {
    private final EnrichInput input;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Map<String, Memo<FeatureColumn>> columns = new LinkedHashMap<>();

    private Enrichment(EnrichInput input) {
        this.input = input;
        for (Feature feature : Features.of(input.scope())) {
            features.put(feature.id(), feature);
            columns.put(feature.id(), new Memo<>(() -> feature.compute(input)));
        }
    }

    /**
     * Features of a scope; nothing is computed yet.
     *
     * @param workspace all runs, which experience_level, workload_level and the trends look at
     * @param scopeRows row in the workspace of each row of the scope; null when scope and workspace
     *     are one
     * @param outcomes what tasks and results say of the runs in scope
     */
    public static Enrichment of(
            Frame scope,
            Frame workspace,
            int @Nullable [] scopeRows,
            RunOutcomes outcomes,
            EnrichSettings settings) {
        int rows = scopeRows == null ? workspace.rows() : scopeRows.length;
        if (rows != scope.rows()) {
            throw new IllegalArgumentException(
                    "the scope has "
                            + scope.rows()
                            + " rows, but "
                            + rows
                            + " of the workspace stand for them");
        }
        if (outcomes.rows() != rows) {
            throw new IllegalArgumentException(
                    "outcomes of " + outcomes.rows() + " runs for " + rows);
        }
        return new Enrichment(new EnrichInput(scope, workspace, scopeRows, outcomes, settings));
    }

    /** Features of a scope where nothing is known of tasks and results. */
    public static Enrichment of(
            Frame scope, Frame workspace, int @Nullable [] scopeRows, EnrichSettings settings) {
        return of(scope, workspace, scopeRows, RunOutcomes.unknown(scope.rows()), settings);
    }

    /** Ids of all features, in the order of {@link Features}. */
    public List<String> columns() {
        return List.copyOf(features.keySet());
    }

    public Feature feature(String id) {
        return known(features, id);
    }

    /**
     * Values of a feature, one a row of the scope.
     *
     * @throws IllegalArgumentException for an id that is not among {@link #columns()}
     */
    public FeatureColumn column(String id) {
        return known(columns, id).get();
    }

    /** How the value of one row came about. */
    public Explanation explain(String id, int row) {
        Feature feature = feature(id);
        return new Explanation(
                id, column(id).text(row), feature.formula(), feature.why(row, input));
    }

    /**
     * Features as a Tablesaw table. Its names ignore case, so of two ids that differ in nothing
     * else the later one gets a number.
     */
    public Table table(List<String> ids) {
        Table table = Table.create("features");
        ColumnNames names = new ColumnNames();
        for (String id : ids) {
            table.addColumns(column(id).column(names.unique(id)));
        }
        return table;
    }

    /**
     * Computes every feature now, on this thread and {@code parallelism − 1} others.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled
     */
    public void computeAll(int parallelism, JobContext job) {
        computeUsual(parallelism, job);
        compute(columns(), parallelism, job);
    }

    /** As {@link #computeAll}, without the advanced features, which take as long as all others. */
    public void computeUsual(int parallelism, JobContext job) {
        input.peers();
        Parallel.run("Comparing runs with their peers", input.preparations(), parallelism, job);
        List<String> usual = columns().stream().filter(id -> !Features.isAdvanced(id)).toList();
        compute(usual, parallelism, job);
    }

    /** Computes the features with these ids now. */
    public void compute(List<String> ids, int parallelism, JobContext job) {
        List<Runnable> chosen = new ArrayList<>();
        Features.costliestFirst(ids).forEach(id -> chosen.add(() -> column(id)));
        Parallel.run("Computing features", chosen, parallelism, job);
    }

    private static <V> V known(Map<String, V> map, String id) {
        V value = map.get(id);
        if (value == null) {
            throw new IllegalArgumentException("there is no feature " + id);
        }
        return value;
    }
}
