-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of the registry, for SQLite. Instants are UTC microseconds; dates are ISO text in the scheme's own zone;
-- emissions are millionths of a gram per km. Words (kind, state, role …) are those of app/rules/gram-words.h.

CREATE TABLE registry (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('administrator', 'own', 'practice')),
  title TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  practice_today TEXT CHECK (practice_today IS NULL OR kind = 'practice')
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  account_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  command TEXT NOT NULL,
  request_id TEXT NOT NULL UNIQUE,
  arguments TEXT NOT NULL,
  result TEXT NOT NULL,
  previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_account ON journal (account_id, id);

-- The head is kept apart, so that cutting off the journal's tail does not go unnoticed.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entries INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'case-handler', 'decision-maker', 'reader', 'officer')),
  failed_tries INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  last_sign_in INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('ccs-used', 'ccs-new', 'ccts')),
  holder TEXT NOT NULL CHECK (holder <> ''),
  contact_name TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  contact_phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'suspended', 'blocked', 'closing', 'closed')),
  auto_accept INTEGER NOT NULL DEFAULT 0 CHECK (auto_accept BETWEEN 0 AND 3),
  opened_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE account_history (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL
) STRICT;
CREATE INDEX account_history_account ON account_history (account_id, id);

CREATE TABLE membership (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  owner INTEGER NOT NULL CHECK (owner IN (0, 1)),
  permissions INTEGER NOT NULL CHECK (permissions BETWEEN 1 AND 31 AND permissions % 2 = 1),
  PRIMARY KEY (account_id, person_id)
) STRICT;
CREATE UNIQUE INDEX membership_owner ON membership (account_id) WHERE owner = 1;
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE rulebook (
  id INTEGER PRIMARY KEY,
  scheme TEXT NOT NULL CHECK (scheme IN ('ccs', 'ccts')),
  version TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  content TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  UNIQUE (scheme, version)
) STRICT;

-- One row a file that was brought in.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_differing INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL
) STRICT;
CREATE INDEX import_account ON import (account_id, id);

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  import_id INTEGER REFERENCES import (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  vin TEXT CHECK (length(vin) = 17),
  chassis TEXT,
  chassis_key TEXT,                         -- chassis without its dash
  register_key TEXT,
  label TEXT NOT NULL COLLATE NOCASE,       -- what lists show: VIN, else chassis, else register key
  make TEXT NOT NULL COLLATE NOCASE,
  model TEXT NOT NULL COLLATE NOCASE,
  variant TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('', 'A', 'B')),
  made_year INTEGER NOT NULL,
  fuel TEXT NOT NULL,
  engine_cc INTEGER NOT NULL,
  mass_kg INTEGER NOT NULL,
  test_cycle TEXT NOT NULL,
  co2_source TEXT NOT NULL,
  co2 INTEGER NOT NULL CHECK (co2 >= -1),   -- millionths of g/km; -1 not known
  saving INTEGER NOT NULL CHECK (saving >= 0),
  corrected INTEGER NOT NULL CHECK (corrected >= -1),
  eco_codes TEXT NOT NULL,
  units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 1000000),
  registered_on TEXT,
  period INTEGER NOT NULL,                  -- year * 100 + month of registered_on; 0 without one
  status INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
  attention INTEGER NOT NULL CHECK (attention IN (0, 1, 2)),
  missing INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL,
  accepted_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  accepted_automatically INTEGER NOT NULL CHECK (accepted_automatically IN (0, 1)),
  rulebook_id INTEGER REFERENCES rulebook (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  CHECK (vin IS NOT NULL OR chassis_key IS NOT NULL OR register_key IS NOT NULL),
  CHECK ((chassis IS NULL) = (chassis_key IS NULL)),
  CHECK ((status >= 1) = (ready_at > 0)),
  CHECK ((status = 2) = (accepted_at > 0)),
  CHECK ((status = 2) = (rulebook_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX vehicle_vin ON vehicle (vin) WHERE vin IS NOT NULL;
CREATE UNIQUE INDEX vehicle_chassis ON vehicle (chassis_key) WHERE chassis_key IS NOT NULL;
CREATE UNIQUE INDEX vehicle_register ON vehicle (account_id, register_key) WHERE register_key IS NOT NULL;
-- Each order that lists offer has its index, which carries the filters. The key stands before the status, so that a
-- vehicle keeps its place when it is accepted.
CREATE INDEX vehicle_newest ON vehicle (account_id, id, status, attention);
CREATE INDEX vehicle_label ON vehicle (account_id, label, id, status, attention);
CREATE INDEX vehicle_make ON vehicle (account_id, make, model, id, status, attention);
CREATE INDEX vehicle_co2 ON vehicle (account_id, co2, id, status, attention);
CREATE INDEX vehicle_status ON vehicle (account_id, status, attention, id);

CREATE TABLE vehicle_history (
  id INTEGER PRIMARY KEY,
  vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,                 -- the version that this change made
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  import_id INTEGER REFERENCES import (id) ON DELETE RESTRICT,
  import_row INTEGER,
  field TEXT NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL
) STRICT;
CREATE INDEX vehicle_history_vehicle ON vehicle_history (vehicle_id, id);

-- Differences between a register file and a vehicle that is accepted already: reported, never applied by themselves.
CREATE TABLE vehicle_difference (
  id INTEGER PRIMARY KEY,
  vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE RESTRICT,
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT,
  import_row INTEGER NOT NULL,
  field TEXT NOT NULL,
  registry_value TEXT NOT NULL,
  file_value TEXT NOT NULL,
  UNIQUE (vehicle_id, field, file_value)
) STRICT;

-- Totals that pages show, kept by the write that changes them.
CREATE TABLE vehicle_total (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  period INTEGER NOT NULL,
  status INTEGER NOT NULL,
  attention INTEGER NOT NULL,
  records INTEGER NOT NULL,
  units INTEGER NOT NULL,
  units_co2 INTEGER NOT NULL,               -- units of the records whose CO2 is known
  co2_sum INTEGER NOT NULL,                 -- sum of units * effective CO2, millionths of g/km
  PRIMARY KEY (account_id, period, status, attention)
) STRICT, WITHOUT ROWID;

-- Ledger: double entry, append-only. unit is scheme/year/origin, for example 'ccts/2025' or 'NZD'.
CREATE TABLE ledger_account (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,   -- NULL: a system account
  role TEXT NOT NULL,                       -- holding, reserved; issue, surrender, conversion, lapse, deletion …
  unit TEXT NOT NULL,
  balance INTEGER NOT NULL DEFAULT 0,       -- kept total of its entries
  entries INTEGER NOT NULL DEFAULT 0,
  hash BLOB NOT NULL CHECK (length(hash) = 32),   -- over id, account, role and unit, which never change
  CHECK (account_id IS NULL OR balance >= 0)
) STRICT;
CREATE UNIQUE INDEX ledger_account_holder ON ledger_account (account_id, role, unit) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_account_system ON ledger_account (role, unit) WHERE account_id IS NULL;

CREATE TABLE ledger_posting (
  id INTEGER PRIMARY KEY,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  reverses INTEGER UNIQUE REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  meaning TEXT NOT NULL,                    -- stable word: allocation, trade, surrender …
  hash BLOB NOT NULL CHECK (length(hash) = 32)   -- over this row and the hash of the posting before
) STRICT;

CREATE TABLE ledger_entry (
  id INTEGER PRIMARY KEY,
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  ledger_account_id INTEGER NOT NULL REFERENCES ledger_account (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  balance_after INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)   -- over this row, its posting, its account and the entry before
) STRICT;
CREATE INDEX ledger_entry_account ON ledger_entry (ledger_account_id, id);
CREATE INDEX ledger_entry_posting ON ledger_entry (posting_id);

-- Append-only, enforced by the engine.
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER ledger_posting_no_update BEFORE UPDATE ON ledger_posting BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_posting_no_delete BEFORE DELETE ON ledger_posting BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_account_no_change BEFORE UPDATE OF id, account_id, role, unit, hash ON ledger_account BEGIN SELECT RAISE (ABORT, 'a ledger account is never renamed'); END;
CREATE TRIGGER ledger_account_no_delete BEFORE DELETE ON ledger_account BEGIN SELECT RAISE (ABORT, 'a ledger account is never deleted'); END;
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER vehicle_history_no_update BEFORE UPDATE ON vehicle_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER vehicle_history_no_delete BEFORE DELETE ON vehicle_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER account_history_no_update BEFORE UPDATE ON account_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER account_history_no_delete BEFORE DELETE ON account_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER rulebook_no_update BEFORE UPDATE ON rulebook BEGIN SELECT RAISE (ABORT, 'a published rulebook is superseded, never edited'); END;
CREATE TRIGGER rulebook_no_delete BEFORE DELETE ON rulebook BEGIN SELECT RAISE (ABORT, 'a published rulebook is superseded, never edited'); END;
CREATE TRIGGER vehicle_no_delete BEFORE DELETE ON vehicle BEGIN SELECT RAISE (ABORT, 'a vehicle record is never deleted'); END;

-- Written once per transaction, just before COMMIT, by the unit of work; never by triggers.
CREATE VIRTUAL TABLE vehicle_search USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
);
