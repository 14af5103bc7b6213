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

-- The newest instants, one row each: the commit point.
CREATE TABLE frame (
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    at       BIGINT NOT NULL,
    part     SMALLINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (timeline, at, part)
);

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
