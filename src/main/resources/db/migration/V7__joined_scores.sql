-- Scores that a rejected row has from another file of its import, so that it is re-admitted with them.
ALTER TABLE kpi.quarantine ADD COLUMN joined_scores VARCHAR;
ALTER TABLE staging.quarantine ADD COLUMN joined_scores VARCHAR;
