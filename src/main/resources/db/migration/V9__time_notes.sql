-- What people write at a time or a stretch of time, to be seen on every chart that shows it.
CREATE TABLE kpi.time_notes (
    note_id UUID PRIMARY KEY,
    -- Both the same for a single time.
    from_time TIMESTAMP(6) NOT NULL,
    to_time TIMESTAMP(6) NOT NULL,
    -- Name of the agent on whose timeline it was written; empty for the fleet.
    subject VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    written_at TIMESTAMP(6) NOT NULL
);

GRANT SELECT ON kpi.time_notes TO reader;
