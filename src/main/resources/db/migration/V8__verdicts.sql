-- What a person says of findings. A verdict is never changed: one that is taken back stays, with when and by whom.
CREATE TABLE kpi.verdicts (
    verdict_id BIGINT PRIMARY KEY,
    made_at TIMESTAMP(6) NOT NULL,
    made_by VARCHAR NOT NULL,
    -- confirmed, expected, unclear
    judgement VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    -- Which findings it covers; an empty array, or no time, leaves that open. The end is outside.
    agents UUID ARRAY NOT NULL,
    metrics VARCHAR ARRAY NOT NULL,
    detectors VARCHAR ARRAY NOT NULL,
    from_time TIMESTAMP(6),
    to_time TIMESTAMP(6),
    -- any, high, low
    side VARCHAR NOT NULL,
    -- none, suppress, retune (then with the threshold and its value)
    effect VARCHAR NOT NULL,
    threshold_id VARCHAR,
    threshold_value DOUBLE PRECISION,
    -- How many findings it covered when it was made, and the settings those were made with, as JSON.
    findings BIGINT NOT NULL,
    settings VARCHAR NOT NULL,
    removed_at TIMESTAMP(6),
    removed_by VARCHAR
);

-- The most severe of those findings as they were then.
CREATE TABLE kpi.verdict_findings (
    verdict_id BIGINT NOT NULL,
    finding_id INT NOT NULL,
    detector VARCHAR NOT NULL,
    task_id UUID NOT NULL,
    agent_id UUID NOT NULL,
    recorded_at TIMESTAMP(6) NOT NULL,
    metric VARCHAR NOT NULL,
    actual DOUBLE PRECISION,
    typical DOUBLE PRECISION,
    lower_end DOUBLE PRECISION,
    upper_end DOUBLE PRECISION,
    severity DOUBLE PRECISION NOT NULL,
    threshold DOUBLE PRECISION NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    byte_offset BIGINT NOT NULL,
    PRIMARY KEY (verdict_id, finding_id)
);

GRANT SELECT ON kpi.verdicts TO reader;
GRANT SELECT ON kpi.verdict_findings TO reader;
