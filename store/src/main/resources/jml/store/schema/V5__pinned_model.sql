-- Whose lines a pin keeps; -1 for the whole fleet.
ALTER TABLE pin ADD COLUMN slot INTEGER DEFAULT -1 NOT NULL;
