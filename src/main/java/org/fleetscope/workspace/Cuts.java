package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fleetscope.analysis.Grouping;
import org.fleetscope.analysis.Measure;
import org.fleetscope.analysis.Pivot;
import org.fleetscope.analysis.PivotResult;
import org.fleetscope.analysis.Success;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.FeatureNumbers;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.ComparedPivot;
import org.fleetscope.series.PivotTable;
import org.fleetscope.series.TableData;

/** Answers requests for cuts; features are computed only when one is named. */
final class Cuts {
    private final ScopedRuns runs;
    private final TimeRange range;
    private final Function<TimeRange, ScopedRuns> others;

    /**
     * @param range what the runs were narrowed to, open ends included
     * @param others runs of another range, narrowed otherwise in the same way
     */
    Cuts(ScopedRuns runs, TimeRange range, Function<TimeRange, ScopedRuns> others) {
        this.runs = runs;
        this.range = range;
        this.others = others;
    }

    TableData of(AggregateRequest request, JobContext job) {
        List<Grouping> by =
                request.by().isEmpty() ? List.of() : Grouping.parse(String.join(",", request.by()));
        List<Measure> measures =
                Measure.parse(
                        request.measures().isEmpty()
                                ? Measure.DEFAULTS
                                : String.join(",", request.measures()));
        EarlierPeriods periods = EarlierPeriods.of(range, by);
        long[] distances = periods.distances(request.comparison());
        PivotResult now = pivot(runs, by, measures, runs.success(), 0, job);
        if (request.comparison().kind() == PeriodComparison.Kind.NONE) {
            return PivotTable.of(now);
        }
        List<PivotResult> before = new ArrayList<>();
        for (long distance : distances) {
            ScopedRuns earlier = others.apply(periods.before(distance, runs.frame().extent()));
            before.add(pivot(earlier, by, measures, outcomes(earlier), distance, job));
        }
        return ComparedPivot.of(now, before);
    }

    private static PivotResult pivot(
            ScopedRuns of,
            List<Grouping> by,
            List<Measure> measures,
            Success success,
            long shift,
            JobContext job) {
        return new Pivot(of.frame(), features(of, by, measures), shift)
                .of(by, measures, success, job);
    }

    /** Outcomes on the basis of those now; unknown where the earlier runs have none on it. */
    private Success outcomes(ScopedRuns earlier) {
        String basis = runs.success().basis();
        if (earlier.success().basis().equals(basis)) {
            return earlier.success();
        }
        return basis.equals(Success.ACCURACY)
                ? Success.of(earlier.frame(), Map.of())
                : Success.unknown(earlier.frame());
    }

    private static Map<String, double[]> features(
            ScopedRuns runs, List<Grouping> by, List<Measure> measures) {
        List<String> names = new ArrayList<>();
        measures.forEach(measure -> {
            if (measure.column() != null) {
                names.add(measure.column());
            }
        });
        by.forEach(grouping -> {
            if (grouping instanceof Grouping.ValueBins bins) {
                names.add(bins.column());
            }
        });
        Map<String, double[]> columns = new HashMap<>();
        Enrichment enrichment = runs.enrichment();
        for (String name : names) {
            if (enrichment.columns().contains(name)) {
                FeatureNumbers.of(enrichment.column(name))
                        .ifPresent(values -> columns.put(name, values));
            }
        }
        return columns;
    }
}
