-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: invitations, hand-overs, requests for a second person, measures (suspension, block), closings, Fleet Average
-- applications, AML verification, the directory. Dates are ISO text in the scheme's zone, instants UTC microseconds.

ALTER TABLE person ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
ALTER TABLE person ADD COLUMN reset_hash TEXT NOT NULL DEFAULT '';      -- SHA-256 of a one-time code, '' none
ALTER TABLE person ADD COLUMN reset_lapses_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;       -- grows with each change that lists show
CREATE INDEX person_name ON person (name COLLATE NOCASE, email, role, active);
CREATE INDEX person_role ON person (role, active);
CREATE INDEX person_changed ON person (changed);

ALTER TABLE account ADD COLUMN four_eyes INTEGER NOT NULL DEFAULT 0 CHECK (four_eyes BETWEEN 0 AND 7);
ALTER TABLE account ADD COLUMN listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1));    -- in the directory
ALTER TABLE account ADD COLUMN aml TEXT NOT NULL DEFAULT 'none' CHECK (aml IN ('none', 'verified', 'refused', 'expired'));
ALTER TABLE account ADD COLUMN aml_on TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN aml_until TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;      -- grows with each change that lists show
CREATE INDEX account_holder ON account (holder COLLATE NOCASE, number, kind, state, listed);
CREATE INDEX account_kind ON account (kind, state);
CREATE INDEX account_changed ON account (changed);
CREATE INDEX account_aml ON account (aml_until) WHERE aml = 'verified' AND aml_until <> '';

ALTER TABLE membership ADD COLUMN granted_by INTEGER REFERENCES person (id) ON DELETE RESTRICT;   -- who granted last
ALTER TABLE membership ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
DROP INDEX membership_person;
CREATE INDEX membership_person ON membership (person_id, account_id);

-- What a journal entry touches besides its account: the timeline of any one object.
CREATE TABLE journal_subject (
  subject TEXT NOT NULL,                    -- person, invitation, handover, request, measure, closing, application
  subject_id INTEGER NOT NULL,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (subject, subject_id, journal_id)
) STRICT, WITHOUT ROWID;

-- Each way into the journal has its index, which carries the other filters.
DROP INDEX journal_account;
CREATE INDEX journal_account ON journal (account_id, id, at, command, person_id);
CREATE INDEX journal_person ON journal (person_id, id, at, command, account_id);
CREATE INDEX journal_command ON journal (command, id, at);
CREATE INDEX journal_at ON journal (at, id);

-- An invitation counts as lapsed when it is pending after lapses_at. The code itself is nowhere.
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  email TEXT NOT NULL,
  permissions INTEGER NOT NULL CHECK (permissions BETWEEN 1 AND 31 AND permissions % 2 = 1),
  code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
  state TEXT NOT NULL CHECK (state IN ('pending', 'used', 'revoked', 'lapsed')),
  invited_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  invited_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  times_sent INTEGER NOT NULL DEFAULT 1,
  used_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX invitation_pending ON invitation (account_id, email) WHERE state = 'pending';
CREATE INDEX invitation_account ON invitation (account_id, id);
CREATE INDEX invitation_email ON invitation (email, state);
CREATE INDEX invitation_due ON invitation (lapses_at) WHERE state = 'pending';

-- A hand-over of the ownership; the new owner has to accept it.
CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  to_person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  offered_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  offered_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  decided_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX handover_pending ON handover (account_id) WHERE state = 'pending';
CREATE INDEX handover_account ON handover (account_id, id);
CREATE INDEX handover_person ON handover (to_person, state);
CREATE INDEX handover_due ON handover (lapses_at) WHERE state = 'pending';

-- Four eyes: a command that waits for a second person. arguments is its JSON without secrets.
CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  act TEXT NOT NULL CHECK (act IN ('transfer', 'surrender', 'closing')),
  command TEXT NOT NULL,
  arguments TEXT NOT NULL,
  prepared_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  prepared_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'declined', 'withdrawn', 'lapsed')),
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX request_account ON request (account_id, state, id);
CREATE INDEX request_due ON request (lapses_at) WHERE state = 'pending';

-- A suspension or a block, from the written notice to its end.
CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('suspension', 'block')),
  state TEXT NOT NULL CHECK (state IN ('notified', 'in-force', 'ended', 'dropped')),
  ground TEXT NOT NULL DEFAULT '' CHECK (ground IN ('', 'failure', 'conviction', 'penalty')),
  reason TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  notified_at INTEGER NOT NULL DEFAULT 0,
  remedy_by TEXT NOT NULL DEFAULT '',
  began_at INTEGER NOT NULL DEFAULT 0,
  until TEXT NOT NULL DEFAULT '',           -- last day of it; '' until it is lifted (blocks only)
  ended_at INTEGER NOT NULL DEFAULT 0,
  end_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX measure_live ON measure (account_id, kind) WHERE state IN ('notified', 'in-force');
CREATE INDEX measure_account ON measure (account_id, id);
CREATE INDEX measure_due ON measure (until) WHERE state = 'in-force' AND until <> '';

-- A closing, asked for by the holder or noticed by the administrator.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('holder', 'administrator')),
  state TEXT NOT NULL CHECK (state IN ('notified', 'requested', 'withdrawn', 'refused', 'dropped', 'done')),
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  opened_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  opened_at INTEGER NOT NULL,
  object_by TEXT NOT NULL DEFAULT '',       -- administrator's notice: last day to object
  objection TEXT NOT NULL DEFAULT '',
  objected_at INTEGER NOT NULL DEFAULT 0,
  delete_credits INTEGER NOT NULL DEFAULT 0 CHECK (delete_credits >= 0),   -- confirmed amount, hundredths of a gram
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  decision_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX closing_live ON closing (account_id) WHERE state IN ('notified', 'requested');
CREATE INDEX closing_account ON closing (account_id, id);

-- Application for Fleet Average. content is JSON of the form's fields (app/rules/gram-application-form.h).
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN
    ('draft', 'submitted', 'information-asked', 'approved', 'declined', 'withdrawn', 'suspended', 'revoked')),
  content TEXT NOT NULL,
  saved_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  saved_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL DEFAULT 0,
  question TEXT NOT NULL DEFAULT '',        -- what more was asked
  valid_from TEXT NOT NULL DEFAULT '',      -- 1 January from which it is approved
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  ended_on TEXT NOT NULL DEFAULT '',        -- revoked: the day
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX application_live ON application (account_id)
  WHERE state IN ('draft', 'submitted', 'information-asked', 'approved', 'suspended');
CREATE INDEX application_account ON application (account_id, id);
CREATE INDEX application_state ON application (state, valid_from, account_id);

CREATE TRIGGER journal_subject_no_update BEFORE UPDATE ON journal_subject BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_subject_no_delete BEFORE DELETE ON journal_subject BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person BEGIN SELECT RAISE (ABORT, 'a person is never deleted'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'an account is never deleted'); END;
CREATE TRIGGER account_number_kept BEFORE UPDATE OF number, kind ON account BEGIN SELECT RAISE (ABORT, 'an account keeps its number and kind'); END;
