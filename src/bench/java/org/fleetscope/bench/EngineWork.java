package org.fleetscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Grouping;
import org.fleetscope.analysis.Measure;
import org.fleetscope.analysis.Pivot;
import org.fleetscope.analysis.PivotResult;
import org.fleetscope.analysis.Success;
import org.fleetscope.enrich.EnrichSettings;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.RunOutcomes;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;

/** What is measured: each as the workspace asks it of the engine. */
enum EngineWork {
    /** Everything about each agent in one table. */
    AGENT_SUMMARY(
            "agent",
            "agent",
            "count,mean(latency_ms),sd(latency_ms),min(latency_ms),max(latency_ms),p50(latency_ms),p95(latency_ms),"
                    + "p99(latency_ms),success_rate,mean(accuracy),sd(accuracy),min(accuracy),max(accuracy),mean(cpu_usage),"
                    + "mean(memory_mb),sum(network_bytes)",
            "count(*), avg(latency_ms), stddev_samp(latency_ms), min(latency_ms), max(latency_ms),"
                    + " quantile_cont(latency_ms, 0.5), quantile_cont(latency_ms, 0.95), quantile_cont(latency_ms, 0.99),"
                    + " avg(CASE WHEN accuracy >= 0.5 THEN 1.0 ELSE 0.0 END), avg(accuracy), stddev_samp(accuracy),"
                    + " min(accuracy), max(accuracy), avg(cpu_usage), avg(memory_mb), sum(network_bytes)"),
    /** Each agent hour by hour. */
    AGENT_HOUR(
            "agent,hour",
            "agent, recorded_at // 3600000000",
            "count,mean(latency_ms),sd(latency_ms),p95(latency_ms),success_rate,mean(accuracy)",
            "count(*), avg(latency_ms), stddev_samp(latency_ms), quantile_cont(latency_ms, 0.95),"
                    + " avg(CASE WHEN accuracy >= 0.5 THEN 1.0 ELSE 0.0 END), avg(accuracy)"),
    /** Every feature of every run. */
    FEATURES("", "", "", ""),
    /** Every detector, and their findings in order. */
    DETECTORS("", "", "", "");

    private final String by;
    private final String sqlBy;
    private final String measures;
    private final String sqlMeasures;

    EngineWork(String by, String sqlBy, String measures, String sqlMeasures) {
        this.by = by;
        this.sqlBy = sqlBy;
        this.measures = measures;
        this.sqlMeasures = sqlMeasures;
    }

    /** Whether DuckDB does the same. */
    boolean isAggregation() {
        return !by.isEmpty();
    }

    int measureCount() {
        return Measure.parse(measures).size();
    }

    /**
     * The same in SQL.
     *
     * @param id whether agents are told apart by their id instead of their number
     */
    String sql(boolean id) {
        String groups = id ? sqlBy.replace("agent", "agent_id") : sqlBy;
        return "SELECT "
                + sqlMeasures
                + " FROM runs GROUP BY "
                + groups
                + " ORDER BY "
                + groups.replace("agent_id", "agent_id::VARCHAR");
    }

    /** Does it; the result is returned so that nothing of it can be left out. */
    Object run(Frame frame, RunOutcomes outcomes) {
        return switch (this) {
            case AGENT_SUMMARY, AGENT_HOUR -> pivot(frame);
            case FEATURES -> {
                Enrichment all =
                        Enrichment.of(frame, frame, null, outcomes, EnrichSettings.DEFAULTS);
                all.computeAll(Runtime.getRuntime().availableProcessors(), JobContext.NONE);
                yield all;
            }
            case DETECTORS -> {
                DetectorInput input =
                        new DetectorInput(
                                frame, null, null, List.of(), outcomes.complexity(), Map.of());
                List<FindingSet> found = new ArrayList<>();
                for (Detector detector : Detectors.all()) {
                    found.add(detector.detect(input, JobContext.NONE));
                }
                yield FindingSet.mostSevereFirst(found);
            }
        };
    }

    private PivotResult pivot(Frame frame) {
        return new Pivot(frame, Map.of())
                .of(
                        Grouping.parse(by),
                        Measure.parse(measures),
                        Success.of(frame, Map.of()),
                        JobContext.NONE);
    }

    /** The measures of a pivot, group by group; missing is NaN. */
    List<double[]> measured(Object result) {
        PivotResult pivot = (PivotResult) result;
        int groupings = Grouping.parse(by).size();
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < pivot.size(); row++) {
            double[] values = new double[measureCount()];
            for (int i = 0; i < values.length; i++) {
                Number cell = (Number) pivot.cell(row, groupings + i);
                values[i] = cell == null ? Double.NaN : cell.doubleValue();
            }
            rows.add(values);
        }
        return rows;
    }
}
