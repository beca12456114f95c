-- Schema kpi holds what was imported; schema staging holds what the running import has written so far.
-- Runs stand in one table a UTC day and import (kpi_reports_20260131, kpi_reports_20260131_2, ...), which
-- imports create themselves; the catalog of those that count is kpi.partitions.
-- All times are UTC. A NULL metric was absent in the source.

CREATE SCHEMA staging;

CREATE TABLE kpi.imports (
    import_id BIGINT PRIMARY KEY,
    started_at TIMESTAMP(6) NOT NULL,
    settings VARCHAR NOT NULL,
    rows_read BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    skipped_existing BIGINT NOT NULL
);

CREATE TABLE kpi.import_files (
    import_id BIGINT NOT NULL REFERENCES kpi.imports,
    file_id INTEGER NOT NULL,
    path VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 VARCHAR,
    rows_read BIGINT NOT NULL,
    PRIMARY KEY (import_id, file_id)
);

CREATE TABLE kpi.import_rules (
    import_id BIGINT NOT NULL REFERENCES kpi.imports,
    rule_id VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    broken_rows BIGINT NOT NULL,
    PRIMARY KEY (import_id, rule_id)
);

CREATE TABLE kpi.partitions (
    table_name VARCHAR PRIMARY KEY,
    epoch_day BIGINT NOT NULL,
    import_id BIGINT NOT NULL REFERENCES kpi.imports,
    stored_rows BIGINT NOT NULL
);

CREATE TABLE kpi.tasks (
    id UUID PRIMARY KEY,
    priority INTEGER NOT NULL,
    payload JSON,
    created_at TIMESTAMP(6),
    deadline TIMESTAMP(6),
    max_cpu_cores DOUBLE PRECISION,
    max_memory_mb DOUBLE PRECISION,
    max_execution_time_secs DOUBLE PRECISION,
    max_network_mbps DOUBLE PRECISION,
    source_layer VARCHAR,
    target_agent_type VARCHAR,
    metadata JSON NOT NULL,
    import_id BIGINT NOT NULL
);

CREATE TABLE kpi.execution_results (
    task_id UUID PRIMARY KEY,
    success BOOLEAN NOT NULL,
    output JSON,
    execution_time_ms DOUBLE PRECISION,
    cpu_seconds DOUBLE PRECISION,
    memory_peak_mb DOUBLE PRECISION,
    network_tx_bytes DOUBLE PRECISION,
    network_rx_bytes DOUBLE PRECISION,
    disk_io_ops DOUBLE PRECISION,
    gpu_utilization DOUBLE PRECISION,
    error VARCHAR,
    completed_at TIMESTAMP(6),
    import_id BIGINT NOT NULL
);

CREATE TABLE kpi.agents (
    id UUID PRIMARY KEY,
    agent_type VARCHAR NOT NULL,
    state VARCHAR,
    capabilities JSON NOT NULL,
    stats JSON,
    wasm_binary_size BIGINT,
    import_id BIGINT NOT NULL
);

CREATE TABLE kpi.system_health (
    recorded_at TIMESTAMP(6) PRIMARY KEY,
    status VARCHAR NOT NULL,
    active_agents INTEGER NOT NULL,
    uptime_seconds DOUBLE PRECISION,
    resource_utilization JSON,
    import_id BIGINT NOT NULL
);

-- Windows of all imports, those being written and those replaced included; which count says kpi.aggregated_days.
CREATE TABLE kpi.aggregation_windows (
    time_window_start TIMESTAMP(6) NOT NULL,
    time_window_end TIMESTAMP(6) NOT NULL,
    window_seconds BIGINT NOT NULL,
    agent_id UUID NOT NULL,
    avg_latency_ms DOUBLE PRECISION,
    avg_accuracy DOUBLE PRECISION,
    avg_cpu_usage DOUBLE PRECISION,
    avg_memory_mb DOUBLE PRECISION,
    total_network_bytes BIGINT,
    latency_stddev DOUBLE PRECISION,
    accuracy_stddev DOUBLE PRECISION,
    task_count INTEGER NOT NULL,
    success_rate DOUBLE PRECISION,
    success_basis VARCHAR NOT NULL,
    performance_score DOUBLE PRECISION,
    efficiency_ratio DOUBLE PRECISION,
    p50_latency_ms DOUBLE PRECISION,
    p95_latency_ms DOUBLE PRECISION,
    p99_latency_ms DOUBLE PRECISION,
    sum_latency_ms DOUBLE PRECISION,
    sum_sq_latency_ms DOUBLE PRECISION,
    sum_accuracy DOUBLE PRECISION,
    sum_sq_accuracy DOUBLE PRECISION,
    accuracy_count INTEGER NOT NULL,
    epoch_day BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    PRIMARY KEY (time_window_start, agent_id, window_seconds, import_id)
);

-- The import whose windows count for a UTC day. No reference to kpi.imports: the index that it brings would be taken
-- for the join below instead of the key, and finds all days of an import.
CREATE TABLE kpi.aggregated_days (
    epoch_day BIGINT PRIMARY KEY,
    import_id BIGINT NOT NULL
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

CREATE TABLE kpi.quarantine (
    quarantine_id BIGINT PRIMARY KEY,
    import_id BIGINT NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    byte_offset BIGINT NOT NULL,
    raw VARCHAR NOT NULL
);

CREATE INDEX kpi.idx_quarantine_origin ON kpi.quarantine (byte_offset, line);

CREATE TABLE kpi.quarantine_violations (
    quarantine_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    rule_id VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    found VARCHAR,
    message VARCHAR NOT NULL,
    PRIMARY KEY (quarantine_id, position)
);

-- What an import has staged, without keys: random keys in place would make the file several times larger.
CREATE TABLE staging.tasks AS SELECT * FROM kpi.tasks WHERE FALSE;
CREATE TABLE staging.execution_results AS SELECT * FROM kpi.execution_results WHERE FALSE;
CREATE TABLE staging.agents AS SELECT * FROM kpi.agents WHERE FALSE;
CREATE TABLE staging.system_health AS SELECT * FROM kpi.system_health WHERE FALSE;
CREATE TABLE staging.quarantine AS SELECT * FROM kpi.quarantine WHERE FALSE;
CREATE TABLE staging.quarantine_violations AS SELECT * FROM kpi.quarantine_violations WHERE FALSE;

-- Days whose windows an import has begun to write or has replaced. Those of them that do not count are deleted.
CREATE TABLE staging.aggregated_days (
    epoch_day BIGINT NOT NULL,
    import_id BIGINT NOT NULL
);

-- Queries of people run as this user: it may read schema kpi and nothing else.
CREATE USER reader PASSWORD '';
GRANT SELECT ON kpi.imports TO reader;
GRANT SELECT ON kpi.import_files TO reader;
GRANT SELECT ON kpi.import_rules TO reader;
GRANT SELECT ON kpi.partitions TO reader;
GRANT SELECT ON kpi.tasks TO reader;
GRANT SELECT ON kpi.execution_results TO reader;
GRANT SELECT ON kpi.agents TO reader;
GRANT SELECT ON kpi.system_health TO reader;
GRANT SELECT ON kpi.kpi_aggregations TO reader;
GRANT SELECT ON kpi.quarantine TO reader;
GRANT SELECT ON kpi.quarantine_violations TO reader;
