-- What rows that were kept broke, one row a run (or execution result) and rule. metadata-missing is not here: it is
-- bit 65536 of kpi_reports.flags. A flag that data of a later import made untrue stays, with the import that lifted it.
CREATE TABLE kpi.flags (
    flag_id BIGINT PRIMARY KEY,
    import_id BIGINT NOT NULL,
    entity VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP(6),
    task_id UUID NOT NULL,
    agent_id UUID,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    byte_offset BIGINT NOT NULL,
    field VARCHAR NOT NULL,
    found VARCHAR,
    message VARCHAR NOT NULL,
    lifted_by BIGINT
);

CREATE INDEX kpi.idx_flags_run ON kpi.flags (task_id, recorded_at);

-- Flags of all runs that an import has of an agent type or an agent (subject), by the rules about distributions.
CREATE TABLE kpi.group_flags (
    import_id BIGINT NOT NULL,
    rule_id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    runs BIGINT NOT NULL,
    statistic DOUBLE PRECISION NOT NULL,
    message VARCHAR NOT NULL,
    PRIMARY KEY (import_id, rule_id, subject)
);

-- Settings of the rules over time, as JSON; the latest count for the next import. What an import went by stands in
-- kpi.imports.settings.
CREATE TABLE kpi.rule_settings (
    setting_id BIGINT PRIMARY KEY,
    changed_at TIMESTAMP(6) NOT NULL,
    settings VARCHAR NOT NULL
);

CREATE TABLE staging.flags AS SELECT * FROM kpi.flags WHERE FALSE;
CREATE TABLE staging.group_flags AS SELECT * FROM kpi.group_flags WHERE FALSE;

GRANT SELECT ON kpi.flags TO reader;
GRANT SELECT ON kpi.group_flags TO reader;
GRANT SELECT ON kpi.rule_settings TO reader;
