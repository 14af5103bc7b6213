-- What live stores answered about long series: a row a line, asked step and aligned span; end_at is the first instant
-- that is not answered. The body may hold no point: that is an answer too.
CREATE TABLE archived_series (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    slot     INTEGER NOT NULL,
    arm      SMALLINT NOT NULL,
    sli      VARCHAR(64) NOT NULL,
    step     BIGINT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at   BIGINT NOT NULL,
    known_at BIGINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (timeline, slot, arm, sli, step, start_at)
);

CREATE INDEX archived_series_start ON archived_series (timeline, start_at);
