package org.fleetscope.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.analysis.Grouping;
import org.fleetscope.analysis.Measure;
import org.fleetscope.analysis.Pivot;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.FeatureColumn;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.PivotTable;
import org.fleetscope.series.TableData;

/** Answers requests for cuts; features are computed only when a measure names them. */
final class Cuts {
    private Cuts() {}

    static TableData of(ScopedRuns runs, AggregateRequest request, JobContext job) {
        List<Grouping> by = Grouping.parse(String.join(",", request.by()));
        List<Measure> measures =
                Measure.parse(
                        request.measures().isEmpty()
                                ? Measure.DEFAULTS
                                : String.join(",", request.measures()));
        return PivotTable.of(
                new Pivot(runs.frame(), features(runs.enrichment(), measures))
                        .of(by, measures, runs.success(), job));
    }

    private static Map<String, double[]> features(Enrichment enrichment, List<Measure> measures) {
        Map<String, double[]> columns = new HashMap<>();
        for (Measure measure : measures) {
            String name = measure.column();
            if (name != null
                    && enrichment.columns().contains(name)
                    && enrichment.column(name) instanceof FeatureColumn.Doubles doubles) {
                columns.put(name, doubles.values());
            }
        }
        return columns;
    }
}
