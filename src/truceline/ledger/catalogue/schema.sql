-- One row for each report, claim and record that stands now; earlier versions rest in the ledger alone.
-- Days are ISO texts, so that they compare as days. `day` is the day told of, or the day of publication.
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE reports (
  id TEXT PRIMARY KEY, conflict TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, published TEXT, copy_of TEXT,
  claims INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL
);
CREATE INDEX reports_by_copy ON reports (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX reports_by_day ON reports (conflict, published);

CREATE TABLE claims (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL, conflict TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, aux TEXT,
  claimant TEXT NOT NULL, day TEXT, first TEXT, last TEXT, place TEXT, precision INTEGER, lat REAL, lon REAL,
  state TEXT NOT NULL DEFAULT 'open', priority INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX claims_by_report ON claims (report);
CREATE INDEX claims_by_day ON claims (conflict, kind, day);
CREATE INDEX claims_by_any_day ON claims (conflict, day);
CREATE INDEX claims_by_need ON claims (conflict, state, kind, priority DESC, n);
CREATE INDEX claims_by_need_of_all ON claims (conflict, state, priority DESC, n);
CREATE INDEX claims_by_state ON claims (state, priority DESC, n);
CREATE INDEX claims_by_kind ON claims (kind, state);
CREATE INDEX claims_by_place ON claims (place);

CREATE TABLE actors (name TEXT NOT NULL, part TEXT NOT NULL, claim INTEGER NOT NULL, conflict TEXT NOT NULL);
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE, part, claim);
CREATE INDEX actors_by_claim ON actors (claim);

CREATE TABLE records (
  id TEXT PRIMARY KEY, conflict TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, first TEXT, last TEXT,
  size INTEGER NOT NULL, sources INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE INDEX records_by_day ON records (conflict, kind, last);

CREATE TABLE members (record TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (record, claim)) WITHOUT ROWID;
CREATE INDEX members_by_claim ON members (claim);

CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, by TEXT NOT NULL, verdict TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE judged (claim TEXT NOT NULL, judgement TEXT NOT NULL, PRIMARY KEY (claim, judgement)) WITHOUT ROWID;

CREATE VIRTUAL TABLE report_words USING fts5 (
  id UNINDEXED, conflict UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE claim_words USING fts5 (
  id UNINDEXED, conflict UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2'
);
