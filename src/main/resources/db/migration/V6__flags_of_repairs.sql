-- Repaired rows are judged as imported ones are. What a repair flagged goes with it when it is undone, and what it
-- lifted comes back.
ALTER TABLE kpi.flags ADD COLUMN repair_id BIGINT;
ALTER TABLE kpi.flags ADD COLUMN lifted_by_repair BIGINT;
