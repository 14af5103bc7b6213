-- Instants are nanoseconds since 1970 (BIGINT): exact, the same in every database, and cheap in an index.
-- A timeline is one recorder's history of one origin; every row belongs to one.
CREATE TABLE timeline (
    id         INTEGER PRIMARY KEY,
    recorder   VARCHAR(64) NOT NULL,
    origin     VARCHAR(16) NOT NULL,
    last_at    BIGINT,
    holder     VARCHAR(64),
    held_until BIGINT,
    UNIQUE (recorder, origin)
);

-- A model's slot never changes; sixty-four slots share a tile.
CREATE TABLE model (
    timeline    INTEGER NOT NULL REFERENCES timeline (id),
    slot        INTEGER NOT NULL,
    environment VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    PRIMARY KEY (timeline, slot)
);

-- Values named by the SHA-256 of their canonical JSON; tiles and frames refer to them by number.
CREATE TABLE fact (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    number   BIGINT NOT NULL,
    kind     VARCHAR(16) NOT NULL,
    hash     BYTEA NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (timeline, number),
    UNIQUE (timeline, kind, hash)
);

-- The newest instants in several parts each, committed together: this is where an instant becomes recorded. Parts are
-- 'head', 'rows', 'samples', 'counts', 'strain', and one an SLI, so that a chart reads no more than its own.
CREATE TABLE frame (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    at       BIGINT NOT NULL,
    part     VARCHAR(64) NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (timeline, at, part)
);

-- The past in stretches of some thirty instants, thinned with age: tier 0 has every instant.
CREATE TABLE stretch (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    tier     SMALLINT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at   BIGINT NOT NULL,
    made     VARCHAR(16) NOT NULL,
    known_at BIGINT NOT NULL,
    bytes    BIGINT NOT NULL,
    PRIMARY KEY (timeline, tier, start_at)
);

-- A stretch's numbers: one tile for each 64 models. Group -1 holds what an instant has besides its models, -2 strain.
CREATE TABLE tile (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    tier     SMALLINT NOT NULL,
    start_at BIGINT NOT NULL,
    grp      INTEGER NOT NULL,
    part     SMALLINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (timeline, tier, start_at, grp, part)
);

-- Something happened; never thinned.
CREATE TABLE event (
    timeline    INTEGER NOT NULL REFERENCES timeline (id),
    hash        BYTEA NOT NULL,
    id          VARCHAR NOT NULL,
    kind        VARCHAR(32) NOT NULL,
    at          BIGINT NOT NULL,
    known_at    BIGINT NOT NULL,
    environment VARCHAR,
    model       VARCHAR,
    text        VARCHAR NOT NULL,
    source      VARCHAR NOT NULL,
    PRIMARY KEY (timeline, hash)
);

CREATE INDEX event_at ON event (timeline, at);

-- Windows that stay at full resolution until a person lets them go.
CREATE TABLE pin (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    id       VARCHAR(256) NOT NULL,
    from_at  BIGINT NOT NULL,
    to_at    BIGINT NOT NULL,
    PRIMARY KEY (timeline, id)
);

-- The judge's inputs. Version and count are numbers of facts, the minute counts minutes since 1970.
CREATE TABLE judge_interval (
    timeline   INTEGER NOT NULL REFERENCES timeline (id),
    slot       INTEGER NOT NULL,
    version    BIGINT NOT NULL,
    at_minute  INTEGER NOT NULL,
    arm        SMALLINT NOT NULL,
    counted    BIGINT NOT NULL,
    valid      BIGINT NOT NULL,
    bad        BIGINT NOT NULL,
    backfilled BOOLEAN NOT NULL,
    known_at   BIGINT NOT NULL,
    PRIMARY KEY (timeline, slot, version, at_minute, arm, counted)
);
