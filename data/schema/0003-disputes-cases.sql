-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: cases and their threads, evidence, disputes and corrections, differences to decide, what is posted at
-- acceptance, each person's inbox. Dates are ISO text in the scheme's zone, instants UTC microseconds.

-- Everything that needs a decision. The id is the number of the case.
CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('dispute', 'correction', 'difference', 'application', 'aml', 'suspension', 'closing',
                                     'trade', 'conversion', 'payment', 'pool', 'borrowing')),
  state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'information-asked', 'decided', 'withdrawn')),
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'upheld', 'not-upheld', 'approved', 'declined', 'done', 'dropped')),
  subject_id INTEGER NOT NULL DEFAULT 0,    -- row of the application, measure, closing, vehicle (difference) …; 0 none
  label TEXT NOT NULL COLLATE NOCASE,       -- what lists show: the vehicle, "12 vehicles", the holder
  opened_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,          -- NULL: the program
  opened_at INTEGER NOT NULL,
  due_on TEXT NOT NULL DEFAULT '',          -- last day for a decision; '' none
  answer_by TEXT NOT NULL DEFAULT '',       -- last day for the holder's answer, while information is asked
  asked_at INTEGER NOT NULL DEFAULT 0,
  claimed_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  claimed_at INTEGER NOT NULL DEFAULT 0,
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded IN (0, 1, 2)),    -- 1 due soon, 2 overdue was told
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,       -- grows with each change that lists show
  CHECK ((state = 'decided') = (outcome <> '')),
  CHECK (state <> 'claimed' OR claimed_by IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX case_subject ON case_file (kind, subject_id)
  WHERE subject_id <> 0 AND state IN ('open', 'claimed', 'information-asked');
-- Each order that lists offer has its index, which carries the filters; those without a due date come last.
CREATE INDEX case_due ON case_file ((due_on = ''), due_on, id, state, kind, claimed_by, account_id);
CREATE INDEX case_number ON case_file (id, state, kind, claimed_by, due_on, account_id);
CREATE INDEX case_kind ON case_file (kind, (due_on = ''), due_on, id, state, claimed_by, account_id);
CREATE INDEX case_opened ON case_file (opened_at, id, state, kind, claimed_by, due_on, account_id);
CREATE INDEX case_account ON case_file (account_id, id, state, kind, claimed_by, due_on);
CREATE INDEX case_state ON case_file (state, kind, account_id);
-- Badges and reminders look at undecided ones alone, however many were decided.
CREATE INDEX case_live ON case_file (state, claimed_by, kind, reminded, due_on, account_id)
  WHERE state IN ('open', 'claimed', 'information-asked');
CREATE INDEX case_about ON case_file (kind, subject_id, id) WHERE subject_id <> 0;
-- Reminders look at what is due and was not told: never at all undecided cases, nor at decided ones.
CREATE INDEX case_remind ON case_file (reminded, due_on, id)
  WHERE state IN ('open', 'claimed', 'information-asked');
CREATE INDEX case_changed ON case_file (changed);

-- What a dispute, or a correction after acceptance, says. Words of one kind stay '' in the others.
CREATE TABLE dispute (
  case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('value', 'not-ours', 'missing')),
  field TEXT NOT NULL DEFAULT '',           -- value: name of the field, as in vehicle_history
  stated TEXT NOT NULL DEFAULT '',          -- value: what the record said
  claimed TEXT NOT NULL DEFAULT '',         -- value: what it should say
  reason TEXT NOT NULL,
  citation TEXT NOT NULL DEFAULT '',        -- lines of an explanation that were cited
  right_account TEXT NOT NULL DEFAULT '',   -- not-ours: number of the right account, if known
  vin TEXT NOT NULL DEFAULT '',             -- missing
  chassis TEXT NOT NULL DEFAULT '',         -- missing
  details TEXT NOT NULL DEFAULT ''          -- missing: JSON of what is known, field: value
) STRICT;

-- The vehicles that a case is about.
CREATE TABLE case_vehicle (
  case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE RESTRICT,
  vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE RESTRICT,
  blocks INTEGER NOT NULL CHECK (blocks IN (0, 1)),   -- 1 while an undecided dispute keeps it from being accepted
  PRIMARY KEY (case_id, vehicle_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX case_vehicle_blocks ON case_vehicle (vehicle_id) WHERE blocks = 1;
CREATE INDEX case_vehicle_vehicle ON case_vehicle (vehicle_id, case_id);

-- The thread. Two lanes that cannot be confused: messages between holder and administrator, and internal notes.
CREATE TABLE case_message (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE RESTRICT,
  lane TEXT NOT NULL CHECK (lane IN ('holder', 'internal')),
  kind TEXT NOT NULL CHECK (kind IN ('message', 'question', 'answer', 'decision', 'release')),
  text TEXT NOT NULL CHECK (text <> ''),
  written_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  written_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX case_message_case ON case_message (case_id, id);

CREATE TABLE case_message_history (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES case_message (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  old_text TEXT NOT NULL
) STRICT;
CREATE INDEX case_message_history_message ON case_message_history (message_id, id);

-- Evidence. The content stands apart, so that lists never read it.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE RESTRICT,
  lane TEXT NOT NULL CHECK (lane IN ('holder', 'internal')),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 26214400),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  added_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_case ON attachment (case_id, id);

CREATE TABLE attachment_content (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE RESTRICT,
  content BLOB NOT NULL
) STRICT;

-- Texts that case handlers keep for reasons and questions.
CREATE TABLE snippet (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  kind TEXT NOT NULL DEFAULT '',            -- kind of case, '' all
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Differences between a register file and an accepted or disputed vehicle: decided in a case, never applied by themselves.
CREATE TABLE vehicle_difference_3 (
  id INTEGER PRIMARY KEY,
  vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE RESTRICT,
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  import_row INTEGER NOT NULL,
  field TEXT NOT NULL,
  registry_value TEXT NOT NULL,
  file_value TEXT NOT NULL,
  case_id INTEGER REFERENCES case_file (id) ON DELETE RESTRICT,         -- NULL: reported before version 3
  decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'taken', 'kept'))
) STRICT;
INSERT INTO vehicle_difference_3 (id, vehicle_id, import_id, import_row, field, registry_value, file_value)
  SELECT id, vehicle_id, import_id, import_row, field, registry_value, file_value FROM vehicle_difference;
DROP TABLE vehicle_difference;
ALTER TABLE vehicle_difference_3 RENAME TO vehicle_difference;
-- A value that was kept out once is not asked about again; one that was taken may come again after others.
CREATE UNIQUE INDEX vehicle_difference_open ON vehicle_difference (vehicle_id, field, file_value) WHERE decision <> 'taken';
CREATE INDEX vehicle_difference_case ON vehicle_difference (case_id, id);

-- What acceptance froze on the record and posted: the figures of the obligation year. 0: accepted before version 3, or no
-- figure is defined (CCTS; a year without published weights).
ALTER TABLE vehicle ADD COLUMN obligation_year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vehicle ADD COLUMN difference INTEGER NOT NULL DEFAULT 0;   -- hundredths of a gram: + credit, − over target
ALTER TABLE vehicle ADD COLUMN charge INTEGER NOT NULL DEFAULT 0 CHECK (charge >= 0);   -- cents, as posted
ALTER TABLE vehicle ADD COLUMN posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT;
CREATE INDEX vehicle_posting ON vehicle (posting_id) WHERE posting_id IS NOT NULL;
ALTER TABLE account ADD COLUMN unassigned INTEGER NOT NULL DEFAULT 0 CHECK (unassigned IN (0, 1));   -- vehicles of nobody
CREATE UNIQUE INDEX account_unassigned ON account (kind) WHERE unassigned = 1;

-- A correction after acceptance: what was taken back and what was posted instead, naming the case.
CREATE TABLE vehicle_correction (
  id INTEGER PRIMARY KEY,
  vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE RESTRICT,
  case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,                 -- version of the record that it made
  account_before INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  account_after INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  reverses INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,   -- the posting that held the old figure
  reversal INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,   -- takes the old figure back
  posting INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,    -- posts the new one
  year_before INTEGER NOT NULL,
  difference_before INTEGER NOT NULL,
  charge_before INTEGER NOT NULL,
  year_after INTEGER NOT NULL,
  difference_after INTEGER NOT NULL,
  charge_after INTEGER NOT NULL
) STRICT;
CREATE INDEX vehicle_correction_vehicle ON vehicle_correction (vehicle_id, id);
CREATE INDEX vehicle_correction_case ON vehicle_correction (case_id, id);
CREATE INDEX vehicle_correction_reverses ON vehicle_correction (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX vehicle_correction_reversal ON vehicle_correction (reversal) WHERE reversal IS NOT NULL;
CREATE INDEX vehicle_correction_posting ON vehicle_correction (posting) WHERE posting IS NOT NULL;

-- What a person is told. The same thing is never told twice.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  event TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  subject TEXT NOT NULL,                    -- case, vehicles, account, membership: what it opens
  subject_id INTEGER NOT NULL,
  occasion TEXT NOT NULL,                   -- tells two tidings about the same thing apart: journal id, due date
  detail TEXT NOT NULL DEFAULT '',          -- JSON for the sentence
  at INTEGER NOT NULL,
  read_at INTEGER NOT NULL DEFAULT 0,
  archived_at INTEGER NOT NULL DEFAULT 0,
  inbox INTEGER NOT NULL DEFAULT 1 CHECK (inbox IN (0, 1)),             -- 0: for the desktop alone
  desktop INTEGER NOT NULL DEFAULT 0 CHECK (desktop IN (0, 1, 2)),      -- 1 to be shown on the desktop, 2 shown
  UNIQUE (person_id, event, subject, subject_id, occasion)
) STRICT;
CREATE INDEX notice_person ON notice (person_id, id, archived_at, event, account_id) WHERE inbox = 1;
CREATE INDEX notice_unread ON notice (person_id, id) WHERE inbox = 1 AND archived_at = 0 AND read_at = 0;
CREATE INDEX notice_desktop ON notice (person_id, id) WHERE desktop = 1;

-- What a person has switched; without a row the event's default holds.
CREATE TABLE person_event (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  event TEXT NOT NULL,
  inbox INTEGER NOT NULL CHECK (inbox IN (0, 1)),
  desktop INTEGER NOT NULL CHECK (desktop IN (0, 1)),
  PRIMARY KEY (person_id, event)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER case_no_delete BEFORE DELETE ON case_file BEGIN SELECT RAISE (ABORT, 'a case is never deleted'); END;
-- Only `changed` may still grow: the holder that lists show is the account's.
CREATE TRIGGER case_frozen BEFORE UPDATE OF id, state, outcome, label, due_on, answer_by, asked_at, claimed_by, claimed_at, decided_by, decided_at, reason, reference, reminded, version ON case_file WHEN OLD.state IN ('decided', 'withdrawn') BEGIN SELECT RAISE (ABORT, 'a decided case is frozen'); END;
CREATE TRIGGER case_kept BEFORE UPDATE OF account_id, kind, subject_id, opened_by, opened_at ON case_file BEGIN SELECT RAISE (ABORT, 'a case keeps what it is about'); END;
CREATE TRIGGER dispute_no_update BEFORE UPDATE ON dispute BEGIN SELECT RAISE (ABORT, 'a dispute is never edited'); END;
CREATE TRIGGER dispute_no_delete BEFORE DELETE ON dispute BEGIN SELECT RAISE (ABORT, 'a dispute is never deleted'); END;
CREATE TRIGGER case_vehicle_kept BEFORE UPDATE OF case_id, vehicle_id ON case_vehicle BEGIN SELECT RAISE (ABORT, 'a case keeps its vehicles'); END;
CREATE TRIGGER case_vehicle_no_delete BEFORE DELETE ON case_vehicle BEGIN SELECT RAISE (ABORT, 'a case keeps its vehicles'); END;
CREATE TRIGGER case_message_no_delete BEFORE DELETE ON case_message BEGIN SELECT RAISE (ABORT, 'a message is never deleted'); END;
CREATE TRIGGER case_message_history_no_update BEFORE UPDATE ON case_message_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER case_message_history_no_delete BEFORE DELETE ON case_message_history BEGIN SELECT RAISE (ABORT, 'a history is append-only'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE (ABORT, 'evidence is never changed'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE (ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER attachment_content_no_update BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE (ABORT, 'evidence is never changed'); END;
CREATE TRIGGER attachment_content_no_delete BEFORE DELETE ON attachment_content BEGIN SELECT RAISE (ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER vehicle_difference_decided BEFORE UPDATE ON vehicle_difference WHEN OLD.decision <> '' BEGIN SELECT RAISE (ABORT, 'a decided difference is frozen'); END;
CREATE TRIGGER vehicle_difference_no_delete BEFORE DELETE ON vehicle_difference BEGIN SELECT RAISE (ABORT, 'a difference is never deleted'); END;
CREATE TRIGGER vehicle_correction_no_update BEFORE UPDATE ON vehicle_correction BEGIN SELECT RAISE (ABORT, 'a correction is never edited'); END;
CREATE TRIGGER vehicle_correction_no_delete BEFORE DELETE ON vehicle_correction BEGIN SELECT RAISE (ABORT, 'a correction is never deleted'); END;

-- What waits for a decision already becomes a case, in the order in which it was opened. An own registry records what its
-- administrator decides and has no such cases. SQL knows no working days: the program fills in the days that are ''.
INSERT INTO case_file (account_id, kind, state, subject_id, label, opened_by, opened_at, due_on, asked_at)
  SELECT w.account_id, w.kind, w.state, w.subject_id, a.holder, w.opened_by, w.opened_at, w.due_on, w.asked_at
  FROM (
    SELECT account_id, 'application' AS kind, CASE state WHEN 'submitted' THEN 'open' ELSE state END AS state,
      id AS subject_id, saved_by AS opened_by, submitted_at AS opened_at, '' AS due_on,
      CASE state WHEN 'submitted' THEN 0 ELSE saved_at END AS asked_at
    FROM application WHERE state IN ('submitted', 'information-asked')
    UNION ALL
    SELECT account_id, 'suspension', 'open', id, NULL, notified_at, remedy_by, 0
    FROM measure WHERE kind = 'suspension' AND state = 'notified'
    UNION ALL
    SELECT account_id, 'closing', 'open', id, opened_by, opened_at, object_by, 0
    FROM closing WHERE state IN ('notified', 'requested')
    UNION ALL
    SELECT id, 'aml', 'open', id, NULL, opened_at, '', 0
    FROM account WHERE kind IN ('ccs-used', 'ccs-new') AND state <> 'closed' AND aml IN ('none', 'expired')
  ) w JOIN account a ON a.id = w.account_id
  WHERE (SELECT kind FROM registry) IN ('administrator', 'practice')
  ORDER BY w.opened_at, w.kind, w.subject_id;
