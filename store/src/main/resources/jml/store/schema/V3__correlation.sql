-- What the events of one thing have in common: start and end of an alert carry its fingerprint.
ALTER TABLE event ADD COLUMN correlation VARCHAR DEFAULT '' NOT NULL;
