-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: the CCTS from allocation to expiry (articles 31 to 40). Baselines, sums of CO₂ and products are millionths of
-- g/km; activity and shortfall that the law rounds are thousandths; allowances are whole; CRTS units are tenths; money is
-- pence. Dates are ISO text in Europe/London, instants UTC microseconds. `account_id` of a participant is the account that
-- art. 37(5) names: the manufacturer's own, or the one that a pool nominated; `pool_id` says which pool it stands for.

-- A car that meets the zero-emission conditions is none of the CCTS: it counts in no N and adds to no activity.
ALTER TABLE vehicle ADD COLUMN zero_emission INTEGER NOT NULL DEFAULT 0 CHECK (zero_emission IN (0, 1));

-- Lists of a scheme year; it carries the filters.
CREATE INDEX vehicle_registered ON vehicle (account_id, registered_on, id, status, attention);

-- N and the sums of art. 36 by day of registration and eco-innovation codes, for CCTS accounts, kept by the writes that
-- change vehicles. Days are kept one by one as the trading period begins inside a month.
CREATE TABLE registration_total (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  registered_on TEXT NOT NULL,
  eco_codes TEXT NOT NULL,
  records INTEGER NOT NULL,
  units INTEGER NOT NULL,                   -- NZE cars
  units_unknown INTEGER NOT NULL,           -- of these: without a CO₂ value
  units_zero INTEGER NOT NULL,              -- cars that meet the zero-emission conditions
  co2_sum INTEGER NOT NULL,                 -- NZE: units × (corrected, else specific emissions)
  saving_sum INTEGER NOT NULL,              -- NZE, not corrected: units × saving, which takes no more off than there is
  saving_corrected INTEGER NOT NULL,        -- NZE, corrected: the same
  PRIMARY KEY (account_id, registered_on, eco_codes)
) STRICT, WITHOUT ROWID;
INSERT INTO registration_total
  SELECT v.account_id, v.registered_on, v.eco_codes, count(*), sum(v.units),
    sum(CASE WHEN v.corrected < 0 AND v.co2 < 0 THEN v.units ELSE 0 END), 0,
    sum(v.units * CASE WHEN v.corrected >= 0 THEN v.corrected WHEN v.co2 >= 0 THEN v.co2 ELSE 0 END),
    sum(CASE WHEN v.corrected < 0 AND v.co2 >= 0 THEN v.units * min(v.saving, v.co2) ELSE 0 END),
    sum(CASE WHEN v.corrected >= 0 THEN v.units * min(v.saving, v.corrected) ELSE 0 END)
  FROM vehicle v JOIN account a ON a.id = v.account_id
  WHERE a.kind = 'ccts' AND v.registered_on IS NOT NULL
  GROUP BY v.account_id, v.registered_on, v.eco_codes;

-- Notices of the Secretary of State under Art. 12(2)(b) of 725/2011: given in year Y-1, the reduction is off in Y (36(3)).
CREATE TABLE eco_notice (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  given_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  withdrawn_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (code, given_on)
) STRICT;

-- Pools (Schedule 5). A pool stands for its members in each of its years once it is granted.
CREATE TABLE pool (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('gathering', 'applied', 'granted', 'declined', 'withdrawn', 'ended')),
  name TEXT NOT NULL CHECK (name <> ''),
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,   -- para 5(c)(i): whose account is used
  contact_name TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL,
  applied_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  applied_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (last_year >= first_year)
) STRICT;
CREATE INDEX pool_account ON pool (account_id, id);
CREATE TABLE pool_member (
  pool_id INTEGER NOT NULL REFERENCES pool (id) ON DELETE RESTRICT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  agreed_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,              -- NULL: has not agreed yet
  agreed_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (pool_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pool_member_account ON pool_member (account_id, pool_id);
-- An account is in one granted pool a year.
CREATE TABLE pool_year (
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER NOT NULL REFERENCES pool (id) ON DELETE RESTRICT,
  PRIMARY KEY (year, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pool_year_pool ON pool_year (pool_id, year, account_id);

-- A scheme year: what was done about it. Its state follows from this and from the date (app/rules/gram-ccts-year.h).
CREATE TABLE scheme_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2999),
  measured_at INTEGER NOT NULL DEFAULT 0,
  allocated_at INTEGER NOT NULL DEFAULT 0,
  accounted_at INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER NOT NULL DEFAULT 0,
  published_at INTEGER NOT NULL DEFAULT 0,
  auto_register INTEGER NOT NULL DEFAULT 0 CHECK (auto_register IN (0, 1)),   -- standing rule: matched trades are registered
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Each measuring of a year; the last one counts. Nothing of an earlier one is changed.
CREATE TABLE measuring (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES scheme_year (year) ON DELETE RESTRICT,
  rulebook_id INTEGER NOT NULL REFERENCES rulebook (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  measured_at INTEGER NOT NULL
) STRICT;
CREATE INDEX measuring_year ON measuring (year, id);
CREATE TABLE participant (
  id INTEGER PRIMARY KEY,
  measuring_id INTEGER NOT NULL REFERENCES measuring (id) ON DELETE RESTRICT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  cars INTEGER NOT NULL,                    -- N
  cars_zero INTEGER NOT NULL,
  co2_sum INTEGER NOT NULL,                 -- millionths
  saving_sum INTEGER NOT NULL,              -- millionths that were taken off
  activity INTEGER NOT NULL,                -- thousandths, as art. 36(4) cuts it
  UNIQUE (measuring_id, account_id)
) STRICT;
CREATE INDEX participant_account ON participant (account_id, measuring_id);

-- B (Schedule 1): entered or imported, never computed. The last row of a year and participant counts.
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  value INTEGER NOT NULL CHECK (value >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  dated_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX baseline_account ON baseline (year, account_id, id);

-- Where a participant stands in the CRTS, as notified or entered; tenths. The last row of a year and participant counts.
CREATE TABLE crts_position (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  cars INTEGER NOT NULL CHECK (cars >= 0),              -- all cars of the year (T), whole
  allocated INTEGER NOT NULL CHECK (allocated >= 0),
  activity INTEGER NOT NULL CHECK (activity >= 0),
  held INTEGER NOT NULL CHECK (held >= 0),              -- borrowed ones among them
  required INTEGER NOT NULL CHECK (required >= 0),      -- by art. 27(1)
  borrowed INTEGER NOT NULL CHECK (borrowed >= 0),
  source TEXT NOT NULL CHECK (source <> ''),
  dated_on TEXT NOT NULL,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CHECK (borrowed <= held)
) STRICT;
CREATE INDEX crts_position_account ON crts_position (year, account_id, id);

-- What an allocation run posted for a participant: the difference to what was allocated before.
CREATE TABLE allocation (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  participant_id INTEGER REFERENCES participant (id) ON DELETE RESTRICT,   -- NULL: is no participant any more
  baseline_id INTEGER REFERENCES baseline (id) ON DELETE RESTRICT,
  product INTEGER NOT NULL,                 -- N × B unrounded, millionths
  allowances INTEGER NOT NULL CHECK (allowances >= 0),    -- allocated in all after this run
  posted INTEGER NOT NULL,                  -- this run; 0 posts nothing
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  reference TEXT NOT NULL DEFAULT '',
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CHECK ((posted <> 0) = (posting_id IS NOT NULL))
) STRICT;
CREATE INDEX allocation_account ON allocation (year, account_id, id);

-- Conversions: art. 35 (from-crts) and art. 23 (to-crts).
CREATE TABLE conversion (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('from-crts', 'to-crts')),
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  crts INTEGER NOT NULL CHECK (crts > 0),               -- tenths of CRTS allowances or credits
  allowances INTEGER NOT NULL CHECK (allowances > 0),   -- CCTS allowances acquired or used
  ratio INTEGER NOT NULL CHECK (ratio > 0),
  position_id INTEGER NOT NULL REFERENCES crts_position (id) ON DELETE RESTRICT,
  rulebook_id INTEGER NOT NULL REFERENCES rulebook (id) ON DELETE RESTRICT,
  reference TEXT NOT NULL DEFAULT '',
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversion_account ON conversion (year, account_id, direction, id);

-- Trades (art. 37). A notification is what one party says; the reserve of a transferor stands in the ledger.
CREATE TABLE trade_notification (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('transferor', 'transferee')),          -- what the notifying party is
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,   -- the notifying party
  state TEXT NOT NULL CHECK (state IN ('waiting', 'differing', 'matched', 'registered', 'refused', 'withdrawn', 'void')),
  transferor_name TEXT NOT NULL,
  transferor_number TEXT NOT NULL,
  transferee_name TEXT NOT NULL,
  transferee_number TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  price INTEGER NOT NULL CHECK (price >= 0),            -- in all, pence
  price_reason TEXT NOT NULL DEFAULT '',                -- needed for 0
  agreed_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',                        -- the party's own, nobody else reads it
  other_id INTEGER REFERENCES trade_notification (id) ON DELETE RESTRICT,   -- the other party's, differing or matched
  trade_id INTEGER REFERENCES trade (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  exchange_key TEXT,                        -- SHA-256 of the exchange file that brought it
  notified_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  notified_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL DEFAULT 0,
  end_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,       -- grows with each change that lists show
  CHECK (price > 0 OR price_reason <> ''),
  CHECK (state NOT IN ('waiting') OR other_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX trade_notification_exchange ON trade_notification (exchange_key) WHERE exchange_key IS NOT NULL;
CREATE UNIQUE INDEX trade_notification_other ON trade_notification (other_id)
  WHERE other_id IS NOT NULL AND state IN ('differing', 'matched', 'registered');
CREATE INDEX trade_notification_account ON trade_notification (account_id, id, state, year, side);
CREATE INDEX trade_notification_transferee ON trade_notification (transferee_number, side, id);
CREATE INDEX trade_notification_transferor ON trade_notification (transferor_number, side, id);
-- Each order that lists offer has its index, which carries the filters; the first is the table itself.
CREATE INDEX trade_notification_quantity ON trade_notification (quantity, id, state, year, side, other_id);
CREATE INDEX trade_notification_price ON trade_notification (price, id, state, year, side, other_id);
CREATE INDEX trade_notification_agreed ON trade_notification (agreed_on, id, state, year, side, other_id);
CREATE INDEX trade_notification_counterparty ON trade_notification (
  CASE side WHEN 'transferor' THEN transferee_name ELSE transferor_name END COLLATE NOCASE, id, state, year, side, other_id
);
CREATE INDEX trade_notification_state ON trade_notification (
  instr (' waiting differing matched registered refused withdrawn void', ' ' || state), id, state, year, side, other_id
);
CREATE INDEX trade_notification_pair ON trade_notification (year, transferor_number, transferee_number, side, state);
CREATE INDEX trade_notification_live ON trade_notification (state, year, id) WHERE state IN ('waiting', 'differing', 'matched');
CREATE INDEX trade_notification_changed ON trade_notification (changed);
CREATE TABLE trade_notification_history (
  id INTEGER PRIMARY KEY,
  notification_id INTEGER NOT NULL REFERENCES trade_notification (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,                 -- the version that this change made
  field TEXT NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL
) STRICT;
CREATE INDEX trade_notification_history_of ON trade_notification_history (notification_id, id);

-- What two matching notifications are together. In an own registry the other party's may be missing: the trade is recorded.
CREATE TABLE trade (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('matched', 'registered', 'refused')),
  transferor_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  transferee_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  transferor_notification INTEGER UNIQUE REFERENCES trade_notification (id) ON DELETE RESTRICT,
  transferee_notification INTEGER UNIQUE REFERENCES trade_notification (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  price INTEGER NOT NULL CHECK (price >= 0),
  matched_at INTEGER NOT NULL,
  case_id INTEGER REFERENCES case_file (id) ON DELETE RESTRICT,
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,             -- NULL: by the standing rule
  decided_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  changed INTEGER NOT NULL DEFAULT 0,
  CHECK (transferor_id IS NOT NULL OR transferee_id IS NOT NULL),
  CHECK ((state = 'registered') = (posting_id IS NOT NULL))
) STRICT;
CREATE INDEX trade_year ON trade (year, state, id);
CREATE INDEX trade_case ON trade (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX trade_transferor ON trade (transferor_id, year, state);
CREATE INDEX trade_transferee ON trade (transferee_id, year, state);

-- Keys with which parties sign exchange files (Ed25519). Only an own registry holds private ones: its own.
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  public_key TEXT NOT NULL CHECK (length(public_key) = 64),   -- 32 bytes, hexadecimal
  private_key BLOB,
  since INTEGER NOT NULL,
  ended_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX signing_key_live ON signing_key (account_id) WHERE ended_at = 0;

-- Surrender (art. 38).
CREATE TABLE surrender (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  reference TEXT NOT NULL DEFAULT '',
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX surrender_account ON surrender (year, account_id, id);

-- What was not accounted for when the year was (art. 39(2)); the last row of a year and participant counts.
CREATE TABLE accounting (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  pool_id INTEGER REFERENCES pool (id) ON DELETE RESTRICT,
  participant_id INTEGER NOT NULL REFERENCES participant (id) ON DELETE RESTRICT,
  rulebook_id INTEGER NOT NULL REFERENCES rulebook (id) ON DELETE RESTRICT,
  activity INTEGER NOT NULL,                -- thousandths
  surrendered INTEGER NOT NULL,             -- allowances
  shortfall INTEGER NOT NULL CHECK (shortfall >= 0),      -- thousandths
  payment INTEGER NOT NULL CHECK (payment >= 0),          -- pence
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX accounting_account ON accounting (year, account_id, id);

-- Documents that the registry made and keeps: payment notices, publications.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('payment-notice', 'publication')),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX document_account ON document (account_id, id);
CREATE TABLE document_content (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE RESTRICT,
  content BLOB NOT NULL
) STRICT;

-- Payment notices (art. 39). State follows from this and the date (app/rules/gram-ccts-notice.h).
CREATE TABLE payment_notice (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  accounting_id INTEGER NOT NULL REFERENCES accounting (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount > 0),           -- pence (39(5)(a))
  given_on TEXT NOT NULL,
  due_on TEXT NOT NULL,                                 -- (b)
  payable_to TEXT NOT NULL CHECK (payable_to <> ''),    -- (c)
  how_to_pay TEXT NOT NULL CHECK (how_to_pay <> ''),    -- (d)
  appeal_rights TEXT NOT NULL CHECK (appeal_rights <> ''),                  -- (e)
  reference TEXT NOT NULL DEFAULT '',
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0),    -- kept total of its payments, at most the amount
  appealed_on TEXT NOT NULL DEFAULT '',
  appeal_ended_on TEXT NOT NULL DEFAULT '',
  appeal_text TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  case_id INTEGER REFERENCES case_file (id) ON DELETE RESTRICT,             -- the appeal's
  overdue_told INTEGER NOT NULL DEFAULT 0 CHECK (overdue_told IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,
  CHECK (paid <= amount)
) STRICT;
CREATE UNIQUE INDEX payment_notice_live ON payment_notice (year, account_id) WHERE withdrawn_on = '';
CREATE INDEX payment_notice_account ON payment_notice (account_id, id);
CREATE INDEX payment_notice_changed ON payment_notice (changed);
CREATE INDEX payment_notice_due ON payment_notice (due_on) WHERE overdue_told = 0 AND withdrawn_on = '';
CREATE TABLE notice_payment (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES payment_notice (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'reversal', 'onward')),     -- onward: into the consolidated fund (39(7))
  amount INTEGER NOT NULL CHECK (amount > 0),           -- pence
  in_favour INTEGER NOT NULL DEFAULT 0 CHECK (in_favour >= 0),              -- of it: more than was owed
  paid_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES notice_payment (id) ON DELETE RESTRICT,
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX notice_payment_notice ON notice_payment (notice_id, id);

-- The books of a closed year, participant by participant: what art. 40 and the publication rest on.
CREATE TABLE year_balance (
  year INTEGER NOT NULL REFERENCES scheme_year (year) ON DELETE RESTRICT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  allocated INTEGER NOT NULL,
  acquired INTEGER NOT NULL,                -- art. 35
  traded_in INTEGER NOT NULL,
  traded_out INTEGER NOT NULL,
  surrendered INTEGER NOT NULL,             -- 40(a)
  lapsed INTEGER NOT NULL,                  -- 40(b)
  converted INTEGER NOT NULL,               -- 40(c)
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,     -- of what lapsed
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (year, account_id),
  CHECK (allocated + acquired + traded_in = traded_out + surrendered + lapsed + converted)
) STRICT, WITHOUT ROWID;

-- Ways out of a shortfall that a holder keeps to compare. Nothing is posted by them.
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  content TEXT NOT NULL,                    -- JSON (app/rules/gram-ccts-scenario.h)
  saved_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  saved_at INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX scenario_account ON scenario (account_id, year, id);

CREATE TRIGGER eco_notice_kept BEFORE UPDATE OF id, code, given_on, reference, journal_id ON eco_notice BEGIN SELECT RAISE (ABORT, 'a notice keeps what it says'); END;
CREATE TRIGGER eco_notice_no_delete BEFORE DELETE ON eco_notice BEGIN SELECT RAISE (ABORT, 'a notice is never deleted'); END;
CREATE TRIGGER measuring_no_update BEFORE UPDATE ON measuring BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER measuring_no_delete BEFORE DELETE ON measuring BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER participant_no_update BEFORE UPDATE ON participant BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER participant_no_delete BEFORE DELETE ON participant BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER baseline_no_update BEFORE UPDATE ON baseline BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER baseline_no_delete BEFORE DELETE ON baseline BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER crts_position_no_update BEFORE UPDATE ON crts_position BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER crts_position_no_delete BEFORE DELETE ON crts_position BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER allocation_no_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER conversion_no_update BEFORE UPDATE ON conversion BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER conversion_no_delete BEFORE DELETE ON conversion BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER surrender_no_update BEFORE UPDATE ON surrender BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER surrender_no_delete BEFORE DELETE ON surrender BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER accounting_no_update BEFORE UPDATE ON accounting BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER accounting_no_delete BEFORE DELETE ON accounting BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER document_content_no_update BEFORE UPDATE ON document_content BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER document_content_no_delete BEFORE DELETE ON document_content BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER notice_payment_no_update BEFORE UPDATE ON notice_payment BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER notice_payment_no_delete BEFORE DELETE ON notice_payment BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER year_balance_no_update BEFORE UPDATE ON year_balance BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER year_balance_no_delete BEFORE DELETE ON year_balance BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER trade_notification_history_no_update BEFORE UPDATE ON trade_notification_history BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER trade_notification_history_no_delete BEFORE DELETE ON trade_notification_history BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER scheme_year_no_delete BEFORE DELETE ON scheme_year BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER pool_no_delete BEFORE DELETE ON pool BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER trade_notification_no_delete BEFORE DELETE ON trade_notification BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER trade_no_delete BEFORE DELETE ON trade BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER payment_notice_no_delete BEFORE DELETE ON payment_notice BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER signing_key_no_delete BEFORE DELETE ON signing_key BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER scenario_no_delete BEFORE DELETE ON scenario BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER trade_notification_frozen BEFORE UPDATE ON trade_notification WHEN OLD.state IN ('registered', 'refused', 'withdrawn', 'void') BEGIN SELECT RAISE (ABORT, 'a notification that is over is frozen'); END;
CREATE TRIGGER trade_notification_kept BEFORE UPDATE OF id, year, side, account_id, notified_at ON trade_notification BEGIN SELECT RAISE (ABORT, 'a notification keeps who made it'); END;
CREATE TRIGGER trade_frozen BEFORE UPDATE ON trade WHEN OLD.state <> 'matched' BEGIN SELECT RAISE (ABORT, 'a decided trade is frozen'); END;
CREATE TRIGGER scheme_year_closed BEFORE UPDATE OF measured_at, allocated_at, accounted_at, closed_at, auto_register ON scheme_year WHEN OLD.closed_at <> 0 BEGIN SELECT RAISE (ABORT, 'a closed year is frozen'); END;
CREATE TRIGGER payment_notice_kept BEFORE UPDATE OF id, number, year, account_id, accounting_id, amount, given_on, due_on, payable_to, how_to_pay, appeal_rights, document_id, posting_id ON payment_notice BEGIN SELECT RAISE (ABORT, 'a payment notice keeps what it says'); END;
