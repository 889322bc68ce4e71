-- One row for each report, claim and record that stands now; earlier versions rest in the ledger alone.
-- `n` is never given twice, so that a row which was read once need not be read again: a claim that is judged gets a new one.
-- Days are ISO texts, so that they compare as days. `day` is the day told of, or the day of publication.
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE reports (
  id TEXT PRIMARY KEY, conflict TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, published TEXT, copy_of TEXT,
  claims INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL
);
CREATE INDEX reports_by_copy ON reports (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX reports_by_day ON reports (conflict, published);

CREATE TABLE claims (
  n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL, conflict TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, aux TEXT,
  claimant TEXT NOT NULL, day TEXT, first TEXT, last TEXT, place TEXT, precision INTEGER, lat REAL, lon REAL,
  state TEXT NOT NULL DEFAULT 'open', priority INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX claims_by_report ON claims (report);
CREATE INDEX claims_by_day ON claims (conflict, kind, day, state, aux, place, lat, lon, precision);
CREATE INDEX claims_by_any_day ON claims (conflict, day);
CREATE INDEX claims_by_need ON claims (conflict, state, kind, priority DESC, n);
CREATE INDEX claims_by_need_of_all ON claims (conflict, state, priority DESC, n);
CREATE INDEX claims_by_state ON claims (state, priority DESC, n);
CREATE INDEX claims_by_place ON claims (place);

CREATE TABLE actors (name TEXT NOT NULL, part TEXT NOT NULL, claim INTEGER NOT NULL, conflict TEXT NOT NULL);
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE, part, claim);
CREATE INDEX actors_by_claim ON actors (claim);

-- A record that is not dated lies on the days on which its claims were published.
CREATE TABLE records (
  id TEXT PRIMARY KEY, conflict TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, dated INTEGER NOT NULL, first TEXT, last TEXT,
  size INTEGER NOT NULL, sources INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE INDEX records_by_day ON records (conflict, kind, last DESC, size DESC, id, first);

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

-- What figures and counts of long windows are made from, so that no page looks at every claim. Kept by the triggers below,
-- which write as claims come and go; each stands on one line, for statements end at the end of a line.
-- told: the day is one that the claim tells of as come to pass. placed: a place is named. Undated claims have the day ''.
CREATE TABLE tallies (
  conflict TEXT, kind TEXT, value TEXT, day TEXT, told INTEGER, placed INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY (conflict, kind, value, day, told, placed)
) WITHOUT ROWID;
CREATE TRIGGER tally_in AFTER INSERT ON claims WHEN NEW.state <> 'rejected' BEGIN
  INSERT INTO tallies VALUES (NEW.conflict, NEW.kind, NEW.value, coalesce(NEW.day, ''), NEW.first IS NOT NULL AND NEW.first = NEW.last AND NEW.aux IS NULL, NEW.place IS NOT NULL, 1) ON CONFLICT (conflict, kind, value, day, told, placed) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER tally_out AFTER DELETE ON claims WHEN OLD.state <> 'rejected' BEGIN
  UPDATE tallies SET n = n - 1 WHERE conflict = OLD.conflict AND kind = OLD.kind AND value = OLD.value AND day = coalesce(OLD.day, '') AND told = (OLD.first IS NOT NULL AND OLD.first = OLD.last AND OLD.aux IS NULL) AND placed = (OLD.place IS NOT NULL); END;

-- What is told of single days as come to pass, by day, week (from Monday) and month: one row for each bar of a figure.
-- thing: the kind; 'ASSAULT' for fighting, 'report' for what was published.
CREATE TABLE spans (
  conflict TEXT, unit TEXT, thing TEXT, day TEXT, n INTEGER NOT NULL, PRIMARY KEY (conflict, unit, thing, day)
) WITHOUT ROWID;
CREATE TRIGGER span_in AFTER INSERT ON claims WHEN NEW.state <> 'rejected' AND NEW.aux IS NULL AND NEW.first = NEW.last BEGIN
  INSERT INTO spans VALUES (NEW.conflict, 'day', NEW.kind, NEW.first, 1), (NEW.conflict, 'week', NEW.kind, date(NEW.first, 'weekday 0', '-6 days'), 1), (NEW.conflict, 'month', NEW.kind, substr(NEW.first, 1, 7) || '-01', 1) ON CONFLICT (conflict, unit, thing, day) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER span_out AFTER DELETE ON claims WHEN OLD.state <> 'rejected' AND OLD.aux IS NULL AND OLD.first = OLD.last BEGIN
  UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'day' AND thing = OLD.kind AND day = OLD.first; UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'week' AND thing = OLD.kind AND day = date(OLD.first, 'weekday 0', '-6 days'); UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'month' AND thing = OLD.kind AND day = substr(OLD.first, 1, 7) || '-01'; END;
CREATE TRIGGER fighting_in AFTER INSERT ON claims WHEN NEW.value = 'ASSAULT' AND NEW.state <> 'rejected' AND NEW.aux IS NULL AND NEW.first = NEW.last BEGIN
  INSERT INTO spans VALUES (NEW.conflict, 'day', 'ASSAULT', NEW.first, 1), (NEW.conflict, 'week', 'ASSAULT', date(NEW.first, 'weekday 0', '-6 days'), 1), (NEW.conflict, 'month', 'ASSAULT', substr(NEW.first, 1, 7) || '-01', 1) ON CONFLICT (conflict, unit, thing, day) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER fighting_out AFTER DELETE ON claims WHEN OLD.value = 'ASSAULT' AND OLD.state <> 'rejected' AND OLD.aux IS NULL AND OLD.first = OLD.last BEGIN
  UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'day' AND thing = 'ASSAULT' AND day = OLD.first; UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'week' AND thing = 'ASSAULT' AND day = date(OLD.first, 'weekday 0', '-6 days'); UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'month' AND thing = 'ASSAULT' AND day = substr(OLD.first, 1, 7) || '-01'; END;
CREATE TRIGGER read_in AFTER INSERT ON reports WHEN NEW.published IS NOT NULL BEGIN
  INSERT INTO spans VALUES (NEW.conflict, 'day', 'report', NEW.published, 1), (NEW.conflict, 'week', 'report', date(NEW.published, 'weekday 0', '-6 days'), 1), (NEW.conflict, 'month', 'report', substr(NEW.published, 1, 7) || '-01', 1) ON CONFLICT (conflict, unit, thing, day) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER read_moved AFTER UPDATE OF conflict ON reports WHEN OLD.conflict <> NEW.conflict AND NEW.published IS NOT NULL BEGIN
  UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'day' AND thing = 'report' AND day = OLD.published; UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'week' AND thing = 'report' AND day = date(OLD.published, 'weekday 0', '-6 days'); UPDATE spans SET n = n - 1 WHERE conflict = OLD.conflict AND unit = 'month' AND thing = 'report' AND day = substr(OLD.published, 1, 7) || '-01'; INSERT INTO spans VALUES (NEW.conflict, 'day', 'report', NEW.published, 1), (NEW.conflict, 'week', 'report', date(NEW.published, 'weekday 0', '-6 days'), 1), (NEW.conflict, 'month', 'report', substr(NEW.published, 1, 7) || '-01', 1) ON CONFLICT (conflict, unit, thing, day) DO UPDATE SET n = n + 1; END;

-- Places by month, without what is historical. A place without a point lies at 999, which no place does.
CREATE TABLE place_months (
  conflict TEXT, kind TEXT, month TEXT, place TEXT, lat REAL, lon REAL, precision INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY (conflict, place, lat, lon, kind, month, precision)
) WITHOUT ROWID;
CREATE TRIGGER place_in AFTER INSERT ON claims WHEN NEW.state <> 'rejected' AND NEW.place IS NOT NULL AND coalesce(NEW.aux, '') <> 'historical' BEGIN
  INSERT INTO place_months VALUES (NEW.conflict, NEW.kind, substr(coalesce(NEW.day, ''), 1, 7), NEW.place, coalesce(NEW.lat, 999), coalesce(NEW.lon, 999), coalesce(NEW.precision, 9), 1) ON CONFLICT (conflict, place, lat, lon, kind, month, precision) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER place_out AFTER DELETE ON claims WHEN OLD.state <> 'rejected' AND OLD.place IS NOT NULL AND coalesce(OLD.aux, '') <> 'historical' BEGIN
  UPDATE place_months SET n = n - 1 WHERE conflict = OLD.conflict AND kind = OLD.kind AND month = substr(coalesce(OLD.day, ''), 1, 7) AND place = OLD.place AND lat = coalesce(OLD.lat, 999) AND lon = coalesce(OLD.lon, 999) AND precision = coalesce(OLD.precision, 9); END;

CREATE TABLE progress (
  conflict TEXT, kind TEXT, state TEXT, n INTEGER NOT NULL, PRIMARY KEY (conflict, kind, state)
) WITHOUT ROWID;
CREATE TRIGGER progress_in AFTER INSERT ON claims BEGIN
  INSERT INTO progress VALUES (NEW.conflict, NEW.kind, NEW.state, 1) ON CONFLICT (conflict, kind, state) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER progress_out AFTER DELETE ON claims BEGIN
  UPDATE progress SET n = n - 1 WHERE conflict = OLD.conflict AND kind = OLD.kind AND state = OLD.state; END;

CREATE TABLE report_days (
  conflict TEXT, day TEXT, n INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (conflict, day)
) WITHOUT ROWID;
CREATE TRIGGER report_day_in AFTER INSERT ON reports BEGIN
  INSERT INTO report_days VALUES (NEW.conflict, coalesce(NEW.published, ''), 1, NEW.copy_of IS NULL) ON CONFLICT (conflict, day) DO UPDATE SET n = n + 1, own = own + excluded.own; END;
CREATE TRIGGER report_day_moved AFTER UPDATE OF conflict ON reports WHEN OLD.conflict <> NEW.conflict BEGIN
  UPDATE report_days SET n = n - 1, own = own - (OLD.copy_of IS NULL) WHERE conflict = OLD.conflict AND day = coalesce(OLD.published, ''); INSERT INTO report_days VALUES (NEW.conflict, coalesce(NEW.published, ''), 1, NEW.copy_of IS NULL) ON CONFLICT (conflict, day) DO UPDATE SET n = n + 1, own = own + excluded.own; END;

-- Names to search in, with the number of claims.
CREATE TABLE names (
  thing TEXT, name TEXT, n INTEGER NOT NULL, PRIMARY KEY (thing, name)
) WITHOUT ROWID;
CREATE TRIGGER actor_name_in AFTER INSERT ON actors BEGIN
  INSERT INTO names VALUES ('actor', NEW.name, 1) ON CONFLICT (thing, name) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER actor_name_out AFTER DELETE ON actors BEGIN
  UPDATE names SET n = n - 1 WHERE thing = 'actor' AND name = OLD.name; END;
CREATE TRIGGER place_name_in AFTER INSERT ON claims WHEN NEW.place IS NOT NULL BEGIN
  INSERT INTO names VALUES ('place', NEW.place, 1) ON CONFLICT (thing, name) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER place_name_out AFTER DELETE ON claims WHEN OLD.place IS NOT NULL BEGIN
  UPDATE names SET n = n - 1 WHERE thing = 'place' AND name = OLD.place; END;
