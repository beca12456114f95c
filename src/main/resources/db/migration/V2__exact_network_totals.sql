-- Sums of network_bytes may go beyond 2^63 - 1, while each summand stays below. H2 does not change the type of a
-- column that a view shows, so the view is made anew.

DROP VIEW kpi.kpi_aggregations;

ALTER TABLE kpi.aggregation_windows ALTER COLUMN total_network_bytes SET DATA TYPE NUMERIC(38);

CREATE VIEW kpi.kpi_aggregations AS
SELECT
    w.time_window_start,
    w.time_window_end,
    w.window_seconds,
    w.agent_id,
    w.avg_latency_ms,
    w.avg_accuracy,
    w.avg_cpu_usage,
    w.avg_memory_mb,
    w.total_network_bytes,
    w.latency_stddev,
    w.accuracy_stddev,
    w.task_count,
    w.success_rate,
    w.success_basis,
    w.performance_score,
    w.efficiency_ratio,
    w.p50_latency_ms,
    w.p95_latency_ms,
    w.p99_latency_ms,
    w.sum_latency_ms,
    w.sum_sq_latency_ms,
    w.sum_accuracy,
    w.sum_sq_accuracy,
    w.accuracy_count
FROM kpi.aggregation_windows w
JOIN kpi.aggregated_days d ON d.epoch_day = w.epoch_day AND d.import_id = w.import_id;

GRANT SELECT ON kpi.kpi_aggregations TO reader;

-- Windows written before this migration lost such sums. Days taken back here are aggregated anew from their runs
-- when the workspace is opened.
INSERT INTO staging.aggregated_days
SELECT DISTINCT epoch_day, import_id FROM kpi.aggregation_windows
WHERE total_network_bytes IS NULL AND task_count > 0;

DELETE FROM kpi.aggregated_days WHERE epoch_day IN (SELECT epoch_day FROM staging.aggregated_days);
