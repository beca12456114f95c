-- Repair of quarantined rows. The quarantined row itself is never changed: it is out of quarantine while an active
-- repair names it.

-- When a rejected row says it was recorded; NULL where it does not say so readably.
ALTER TABLE kpi.quarantine ADD COLUMN recorded_at TIMESTAMP(6);
ALTER TABLE staging.quarantine ADD COLUMN recorded_at TIMESTAMP(6);
CREATE INDEX kpi.idx_quarantine_import ON kpi.quarantine (import_id, quarantine_id);
CREATE INDEX kpi.idx_violations_rule ON kpi.quarantine_violations (rule_id, quarantine_id);

-- Imports that read a row again which an earlier one had quarantined.
CREATE TABLE kpi.quarantine_seen (
    import_id BIGINT NOT NULL,
    quarantine_id BIGINT NOT NULL,
    PRIMARY KEY (import_id, quarantine_id)
);

-- How a file was read (format, dialect), as JSON, so that a single row of it can be read again without it.
ALTER TABLE kpi.import_files ADD COLUMN reading VARCHAR;

CREATE TABLE kpi.repairs (
    repair_id BIGINT PRIMARY KEY,
    repaired_at TIMESTAMP(6) NOT NULL,
    repaired_by VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    repaired_rows BIGINT NOT NULL,
    -- active, undone (can be redone), replaced (undone, and redone as another repair or overtaken by one)
    state VARCHAR NOT NULL,
    undone_at TIMESTAMP(6),
    undone_by VARCHAR,
    -- The first later import that brought one of the rows: undoing would lose what it found already there.
    confirmed_by BIGINT
);

CREATE TABLE kpi.repaired_rows (
    repair_id BIGINT NOT NULL,
    quarantine_id BIGINT NOT NULL,
    repaired_text VARCHAR NOT NULL,
    entity VARCHAR NOT NULL,
    -- The key: recorded_at and task_id of a run, the id or the time of another entity.
    recorded_at TIMESTAMP(6),
    entity_id UUID,
    -- False when a row that says the same was there already.
    stored BOOLEAN NOT NULL,
    PRIMARY KEY (repair_id, quarantine_id)
);

CREATE INDEX kpi.idx_repaired_quarantine ON kpi.repaired_rows (quarantine_id);
CREATE INDEX kpi.idx_repaired_key ON kpi.repaired_rows (entity_id, recorded_at);

-- Day tables that hold rows of a repair: of that repair alone, or shared by small ones.
CREATE TABLE kpi.repair_tables (
    repair_id BIGINT NOT NULL,
    table_name VARCHAR NOT NULL,
    own BOOLEAN NOT NULL,
    stored_rows BIGINT NOT NULL,
    PRIMARY KEY (repair_id, table_name)
);

-- Day tables that small repairs share: they have their indexes from the start and are filled by SQL.
CREATE TABLE kpi.shared_repair_tables (
    table_name VARCHAR PRIMARY KEY,
    epoch_day BIGINT NOT NULL,
    import_id BIGINT NOT NULL
);

-- UTC days whose windows a repair replaced. The windows of before are kept for its undo, unless an import has
-- replaced the day's windows since.
CREATE TABLE kpi.repair_days (
    repair_id BIGINT NOT NULL,
    epoch_day BIGINT NOT NULL,
    windows BIGINT NOT NULL,
    windows_before BIGINT,
    restorable BOOLEAN NOT NULL,
    PRIMARY KEY (repair_id, epoch_day)
);

CREATE TABLE staging.repaired_rows AS SELECT * FROM kpi.repaired_rows WHERE FALSE;

-- Windows of repairs have numbers of their own beside those of imports.
CREATE SEQUENCE kpi.repair_windows START WITH -1 INCREMENT BY -1;

GRANT SELECT ON kpi.quarantine_seen TO reader;
GRANT SELECT ON kpi.repairs TO reader;
GRANT SELECT ON kpi.repaired_rows TO reader;
