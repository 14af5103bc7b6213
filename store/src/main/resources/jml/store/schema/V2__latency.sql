-- The judge's latencies: how many requests of a minute took no longer than each edge, then how many there were in all.
-- Version and edges are numbers of facts.
CREATE TABLE judge_latency (
    timeline   INTEGER NOT NULL REFERENCES timeline (id),
    slot       INTEGER NOT NULL,
    version    BIGINT NOT NULL,
    at_minute  INTEGER NOT NULL,
    arm        SMALLINT NOT NULL,
    edges      BIGINT NOT NULL,
    counts     BYTEA NOT NULL,
    backfilled BOOLEAN NOT NULL,
    known_at   BIGINT NOT NULL,
    PRIMARY KEY (timeline, slot, version, at_minute, arm)
);
