-- Windows that merge into any coarser one: counts and sums of all that they average, extremes, and a sketch of the
-- latencies. Windows written before can't be completed, so all days are aggregated anew from their runs when the
-- workspace is opened; those of before that repairs kept for their undo are kept no longer.

DROP VIEW kpi.kpi_aggregations;
DROP TABLE kpi.aggregation_windows;
DELETE FROM kpi.aggregated_days;
DELETE FROM staging.aggregated_days;
UPDATE kpi.repair_days SET restorable = FALSE;

CREATE TABLE kpi.aggregation_windows (
    time_window_start TIMESTAMP(6) NOT NULL,
    time_window_end TIMESTAMP(6) NOT NULL,
    window_seconds BIGINT NOT NULL,
    agent_id UUID NOT NULL,
    avg_latency_ms DOUBLE PRECISION,
    avg_accuracy DOUBLE PRECISION,
    avg_cpu_usage DOUBLE PRECISION,
    avg_memory_mb DOUBLE PRECISION,
    total_network_bytes NUMERIC(38),
    latency_stddev DOUBLE PRECISION,
    accuracy_stddev DOUBLE PRECISION,
    task_count INTEGER NOT NULL,
    success_rate DOUBLE PRECISION,
    success_basis VARCHAR NOT NULL,
    performance_score DOUBLE PRECISION,
    efficiency_ratio DOUBLE PRECISION,
    min_latency_ms DOUBLE PRECISION,
    p50_latency_ms DOUBLE PRECISION,
    p95_latency_ms DOUBLE PRECISION,
    p99_latency_ms DOUBLE PRECISION,
    max_latency_ms DOUBLE PRECISION,
    latency_sketch VARBINARY,
    latency_count INTEGER NOT NULL,
    sum_latency_ms DOUBLE PRECISION NOT NULL,
    sum_sq_latency_ms DOUBLE PRECISION NOT NULL,
    accuracy_count INTEGER NOT NULL,
    sum_accuracy DOUBLE PRECISION NOT NULL,
    sum_sq_accuracy DOUBLE PRECISION NOT NULL,
    cpu_count INTEGER NOT NULL,
    sum_cpu_usage DOUBLE PRECISION NOT NULL,
    memory_count INTEGER NOT NULL,
    sum_memory_mb DOUBLE PRECISION NOT NULL,
    performance_count INTEGER NOT NULL,
    sum_performance_score DOUBLE PRECISION NOT NULL,
    efficiency_count INTEGER NOT NULL,
    sum_efficiency_ratio DOUBLE PRECISION NOT NULL,
    outcome_count INTEGER NOT NULL,
    success_count INTEGER NOT NULL,
    epoch_day BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    PRIMARY KEY (time_window_start, agent_id, window_seconds, import_id)
);

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
    w.min_latency_ms,
    w.p50_latency_ms,
    w.p95_latency_ms,
    w.p99_latency_ms,
    w.max_latency_ms,
    w.latency_sketch,
    w.latency_count,
    w.sum_latency_ms,
    w.sum_sq_latency_ms,
    w.accuracy_count,
    w.sum_accuracy,
    w.sum_sq_accuracy,
    w.cpu_count,
    w.sum_cpu_usage,
    w.memory_count,
    w.sum_memory_mb,
    w.performance_count,
    w.sum_performance_score,
    w.efficiency_count,
    w.sum_efficiency_ratio,
    w.outcome_count,
    w.success_count
FROM kpi.aggregation_windows w
JOIN kpi.aggregated_days d ON d.epoch_day = w.epoch_day AND d.import_id = w.import_id;

GRANT SELECT ON kpi.kpi_aggregations TO reader;

-- quantile(latency_sketch, p) of merged windows; may be called by everyone.
CREATE AGGREGATE kpi.merged_quantile FOR 'org.fleetscope.store.MergedQuantile';
