-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: the Clean Car Standard: charges and what settles them, payments, Fleet Average years, borrowing, transfers of
-- credits, lapse, excluded vehicles. Grams and credits are hundredths of a gram, money is NZ cents, rates are cents for each
-- gram. Dates are ISO text in Pacific/Auckland, instants UTC microseconds.

-- The last journal entry before charges were kept one by one; 0: they always were.
ALTER TABLE registry ADD COLUMN charges_since INTEGER NOT NULL DEFAULT 0;
UPDATE registry SET charges_since = (SELECT coalesce (max (id), 0) FROM journal);

-- Outside the standard: a word of the rulebook's list, no figures then. '' inside.
ALTER TABLE vehicle ADD COLUMN excluded TEXT NOT NULL DEFAULT '';
-- Frozen at acceptance, besides obligation_year, difference, charge and rulebook_id: the scheme, and the month (year * 100 +
-- month in New Zealand; 0 not accepted, or not of the CCS).
ALTER TABLE vehicle ADD COLUMN fleet_average INTEGER NOT NULL DEFAULT 0 CHECK (fleet_average IN (0, 1));
ALTER TABLE vehicle ADD COLUMN accepted_period INTEGER NOT NULL DEFAULT 0;
-- Only Pay As You Go posts at acceptance.
UPDATE vehicle SET fleet_average = 1 WHERE obligation_year > 0 AND difference <> 0 AND posting_id IS NULL;
-- New Zealand is 13 hours ahead from the last Sunday of September to the first of April, else 12: the beginnings of October
-- to April lie inside, those of May to September outside.
UPDATE vehicle SET accepted_period = CASE
    WHEN strftime ('%m', accepted_at / 1000000 + 46800, 'unixepoch') BETWEEN '05' AND '09'
    THEN CAST (strftime ('%Y%m', accepted_at / 1000000 + 43200, 'unixepoch') AS INTEGER)
    ELSE CAST (strftime ('%Y%m', accepted_at / 1000000 + 46800, 'unixepoch') AS INTEGER) END
  WHERE status = 2 AND account_id IN (SELECT id FROM account WHERE kind IN ('ccs-used', 'ccs-new'));
-- Lists of an obligation year, its months and its scheme; it carries the filters.
CREATE INDEX vehicle_accepted ON vehicle (account_id, obligation_year, accepted_period, fleet_average, id, status, attention)
  WHERE accepted_period > 0;
CREATE INDEX vehicle_excluded ON vehicle (account_id, id, status, attention, excluded) WHERE excluded <> '';

-- Figures of accepted CCS vehicles by month and model, kept by the writes that change vehicles: the net position of a Fleet
-- Average year, credits and charges by month. Rows with an obligation year alone.
CREATE TABLE acceptance_total (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  obligation_year INTEGER NOT NULL,
  fleet_average INTEGER NOT NULL,
  period INTEGER NOT NULL,                  -- accepted_period
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  records INTEGER NOT NULL,
  credit INTEGER NOT NULL,                  -- sum of the differences above 0
  excess INTEGER NOT NULL,                  -- sum of those below 0, without sign
  charge INTEGER NOT NULL,                  -- cents, as frozen on the vehicles
  PRIMARY KEY (account_id, obligation_year, fleet_average, period, make, model)
) STRICT, WITHOUT ROWID;
INSERT INTO acceptance_total
  SELECT account_id, obligation_year, fleet_average, accepted_period, make COLLATE BINARY, model COLLATE BINARY, count(*),
    sum(max(difference, 0)), sum(max(-difference, 0)), sum(charge)
  FROM vehicle WHERE obligation_year > 0
  GROUP BY account_id, obligation_year, fleet_average, accepted_period, make COLLATE BINARY, model COLLATE BINARY;

-- What is owed and why. Its vehicles are those of its posting that have a charge. `outstanding` is a kept total: the amount
-- less the values of its settlements; the holder's ledger account `charges` in NZD is the sum over its charges.
CREATE TABLE charge (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  -- payg: at acceptance; fleet-average: of a year; carried: borrowed from the year before and not made good; short: credits
  -- that a correction took back and that were used already
  kind TEXT NOT NULL CHECK (kind IN ('payg', 'fleet-average', 'carried', 'short')),
  year INTEGER NOT NULL,                    -- obligation year
  vehicles INTEGER NOT NULL DEFAULT 0,
  grams INTEGER NOT NULL CHECK (grams >= 0),            -- 0: carried over from version 4, payable in money alone
  rate INTEGER NOT NULL CHECK (rate >= 0),
  amount INTEGER NOT NULL CHECK (amount > 0),
  arisen_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  document_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,          -- the invoice
  rulebook_id INTEGER REFERENCES rulebook (id) ON DELETE RESTRICT,
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  outstanding INTEGER NOT NULL CHECK (outstanding BETWEEN 0 AND amount),
  grams_back INTEGER NOT NULL DEFAULT 0,    -- kept totals of its settlements: grams that corrections took back,
  amount_back INTEGER NOT NULL DEFAULT 0,   -- cents that they took back,
  credits INTEGER NOT NULL DEFAULT 0,       -- credits that were set against it
  settled_on TEXT NOT NULL DEFAULT '',      -- '' while something is outstanding
  overdue_told INTEGER NOT NULL DEFAULT 0 CHECK (overdue_told IN (0, 1, 2)),   -- 1 due soon, 2 overdue was told
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,       -- grows with each change that lists show
  CHECK ((outstanding = 0) = (settled_on <> '')),
  CHECK (credits BETWEEN 0 AND grams)
) STRICT;
CREATE INDEX charge_account ON charge (account_id, id, kind, year, outstanding, due_on);
CREATE INDEX charge_live ON charge (account_id, due_on, id) WHERE outstanding > 0;
CREATE INDEX charge_due ON charge (due_on, id, outstanding, account_id, kind, year);
CREATE INDEX charge_outstanding ON charge (outstanding, id, due_on, account_id, kind, year);
CREATE INDEX charge_amount ON charge (amount, id, outstanding, due_on, account_id, kind, year);
CREATE INDEX charge_arisen ON charge (arisen_on, id, outstanding, due_on, account_id, kind, year);
CREATE INDEX charge_remind ON charge (overdue_told, due_on, id) WHERE outstanding > 0;
CREATE INDEX charge_posting ON charge (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX charge_changed ON charge (changed);

-- Money that came in or went back. A line of a bank statement is brought in once.
CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'reversal', 'pay-back')),   -- pay-back: of what stood in favour
  amount INTEGER NOT NULL CHECK (amount > 0),
  in_favour INTEGER NOT NULL DEFAULT 0 CHECK (in_favour BETWEEN 0 AND amount),   -- of it: more than was owed
  paid_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  payer TEXT NOT NULL DEFAULT '',
  bank_key TEXT,                            -- tells the lines of bank statements apart
  reverses INTEGER UNIQUE REFERENCES payment (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL DEFAULT '',
  posting_id INTEGER NOT NULL REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  changed INTEGER NOT NULL DEFAULT 0,       -- grows with each change that lists show
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX payment_bank ON payment (bank_key) WHERE bank_key IS NOT NULL;
-- Each order that lists offer has its index, which carries the filters.
CREATE INDEX payment_account ON payment (account_id, id, kind);
CREATE INDEX payment_paid ON payment (paid_on, id, account_id, kind);
CREATE INDEX payment_amount ON payment (amount, id, account_id, kind);
CREATE INDEX payment_changed ON payment (changed);

-- What settled a charge, one row each; a value below 0 opens it again.
CREATE TABLE charge_settlement (
  id INTEGER PRIMARY KEY,
  charge_id INTEGER NOT NULL REFERENCES charge (id) ON DELETE RESTRICT,
  -- credit: credits of `year` were set against it; money: a payment; in-favour: money that stood in favour; correction: it
  -- is not owed any more (grams, value above 0), or what had settled it was given back (value below 0); carry: borrowed;
  -- before: paid before version 5
  kind TEXT NOT NULL CHECK (kind IN ('credit', 'money', 'in-favour', 'correction', 'carry', 'before')),
  value INTEGER NOT NULL,                   -- cents
  grams INTEGER NOT NULL DEFAULT 0,         -- correction: taken back; carry: borrowed
  year INTEGER NOT NULL DEFAULT 0,          -- credits: their year of origin
  credits INTEGER NOT NULL DEFAULT 0,       -- of `unit`; below 0: given back
  unit TEXT NOT NULL DEFAULT '',
  settled_on TEXT NOT NULL,
  payment_id INTEGER REFERENCES payment (id) ON DELETE RESTRICT,
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,     -- NULL: before version 5
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CHECK ((credits <> 0) = (unit <> ''))
) STRICT;
CREATE INDEX charge_settlement_charge ON charge_settlement (charge_id, id);
CREATE INDEX charge_settlement_payment ON charge_settlement (payment_id) WHERE payment_id IS NOT NULL;

-- Each settlement of a Fleet Average year; the last one of an account and year counts.
CREATE TABLE fleet_year (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL,
  vehicles INTEGER NOT NULL,
  net INTEGER NOT NULL,                     -- plain sum of the differences
  carried_in INTEGER NOT NULL CHECK (carried_in >= 0),  -- borrowed from the year before
  carried_met INTEGER NOT NULL CHECK (carried_met BETWEEN 0 AND carried_in),   -- of it: by this year's net
  credits INTEGER NOT NULL CHECK (credits >= 0),        -- earned in all after this run
  grams INTEGER NOT NULL CHECK (grams >= 0),            -- over in all after this run, borrowed ones not among them
  amount INTEGER NOT NULL CHECK (amount >= 0),          -- for these
  rate INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,
  rulebook_id INTEGER NOT NULL REFERENCES rulebook (id) ON DELETE RESTRICT,
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  settled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX fleet_year_account ON fleet_year (account_id, year, id);
CREATE INDEX fleet_year_year ON fleet_year (year, account_id, id);

-- A shortfall that was carried into the next year, once (LTA 1998 s 179).
CREATE TABLE borrowing (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
  charge_id INTEGER NOT NULL REFERENCES charge (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn', 'settled')),
  from_year INTEGER NOT NULL,
  grams INTEGER NOT NULL DEFAULT 0,         -- borrowed, once approved
  value INTEGER NOT NULL DEFAULT 0,         -- cents that were carried
  rate INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  asked_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  decided_at INTEGER NOT NULL DEFAULT 0,
  decision_reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  case_id INTEGER REFERENCES case_file (id) ON DELETE RESTRICT,
  fleet_year_id INTEGER REFERENCES fleet_year (id) ON DELETE RESTRICT,      -- settled: the run that made it good or charged it
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX borrowing_live ON borrowing (charge_id) WHERE state IN ('asked', 'approved', 'settled');
CREATE INDEX borrowing_account ON borrowing (account_id, from_year, id);

-- A transfer of credits, offered by one holder and accepted by the other. In an own registry one of them is elsewhere.
CREATE TABLE credit_transfer (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'cancelled', 'lapsed')),
  from_account INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  to_account INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  from_number TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_kind TEXT NOT NULL CHECK (from_kind IN ('ccs-used', 'ccs-new')),
  to_number TEXT NOT NULL,
  to_name TEXT NOT NULL,
  to_kind TEXT NOT NULL CHECK (to_kind IN ('ccs-used', 'ccs-new')),
  credits INTEGER NOT NULL CHECK (credits > 0),         -- what the sender gives, hundredths
  received INTEGER NOT NULL CHECK (received > 0),       -- what the receiver gets, at the rulebook's ratio
  used_per_new INTEGER NOT NULL CHECK (used_per_new > 0),
  rulebook_id INTEGER NOT NULL REFERENCES rulebook (id) ON DELETE RESTRICT,
  reference TEXT NOT NULL DEFAULT '',       -- free text that both read; no price
  offered_by INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  offered_at INTEGER NOT NULL,
  lapses_on TEXT NOT NULL,                  -- last day for the other holder
  ended_by INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  ended_at INTEGER NOT NULL DEFAULT 0,
  end_reason TEXT NOT NULL DEFAULT '',
  posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT,     -- the reserve, or of a recorded one the transfer
  end_posting_id INTEGER REFERENCES ledger_posting (id) ON DELETE RESTRICT, -- the transfer, or the release
  version INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,
  CHECK (from_account IS NOT NULL OR to_account IS NOT NULL)
) STRICT;
CREATE INDEX credit_transfer_from ON credit_transfer (from_account, id, state) WHERE from_account IS NOT NULL;
CREATE INDEX credit_transfer_to ON credit_transfer (to_account, id, state) WHERE to_account IS NOT NULL;
-- Each order that lists offer has its index, which carries the filters.
CREATE INDEX credit_transfer_credits ON credit_transfer (credits, id, from_account, to_account, state);
CREATE INDEX credit_transfer_lapses ON credit_transfer (lapses_on, id, from_account, to_account, state);
CREATE INDEX credit_transfer_sender ON credit_transfer (from_name COLLATE NOCASE, id, from_account, to_account, state);
CREATE INDEX credit_transfer_receiver ON credit_transfer (to_name COLLATE NOCASE, id, from_account, to_account, state);
CREATE INDEX credit_transfer_state ON credit_transfer (
  instr (' offered accepted declined cancelled lapsed', ' ' || state), id, from_account, to_account, state);
CREATE INDEX credit_transfer_due ON credit_transfer (lapses_on, id) WHERE state = 'offered';
CREATE INDEX credit_transfer_changed ON credit_transfer (changed);
-- Credits keep their year of origin, and so their last day.
CREATE TABLE credit_transfer_line (
  transfer_id INTEGER NOT NULL REFERENCES credit_transfer (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL,
  credits INTEGER NOT NULL CHECK (credits > 0),
  received INTEGER NOT NULL CHECK (received > 0),
  PRIMARY KEY (transfer_id, year)
) STRICT, WITHOUT ROWID;

-- Invoices are kept, too.
CREATE TABLE document_5 (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('payment-notice', 'publication', 'invoice')),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  made_at INTEGER NOT NULL
) STRICT;
INSERT INTO document_5 SELECT id, account_id, kind, name, media_type, size, sha256, journal_id, made_at FROM document;
DROP TABLE document;
ALTER TABLE document_5 RENAME TO document;
CREATE INDEX document_account ON document (account_id, id);
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;

CREATE TRIGGER charge_no_delete BEFORE DELETE ON charge BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER charge_kept BEFORE UPDATE OF id, account_id, kind, year, vehicles, grams, rate, amount, arisen_on, due_on, reference, document_id, rulebook_id, posting_id, journal_id ON charge BEGIN SELECT RAISE (ABORT, 'a charge keeps what it says'); END;
CREATE TRIGGER charge_settlement_no_update BEFORE UPDATE ON charge_settlement BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER charge_settlement_no_delete BEFORE DELETE ON charge_settlement BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
-- Only `changed` may still grow: the holder that lists show is the account's.
CREATE TRIGGER payment_no_update BEFORE UPDATE OF id, account_id, kind, amount, in_favour, paid_on, reference, payer, bank_key, reverses, reason, posting_id, journal_id ON payment BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER fleet_year_no_update BEFORE UPDATE ON fleet_year BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER fleet_year_no_delete BEFORE DELETE ON fleet_year BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER borrowing_no_delete BEFORE DELETE ON borrowing BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER borrowing_kept BEFORE UPDATE OF id, account_id, charge_id, from_year, reason, asked_by, asked_at ON borrowing BEGIN SELECT RAISE (ABORT, 'a borrowing keeps what was asked'); END;
CREATE TRIGGER borrowing_frozen BEFORE UPDATE ON borrowing WHEN OLD.state IN ('declined', 'withdrawn', 'settled') BEGIN SELECT RAISE (ABORT, 'a borrowing that is over is frozen'); END;
CREATE TRIGGER credit_transfer_no_delete BEFORE DELETE ON credit_transfer BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;
CREATE TRIGGER credit_transfer_frozen BEFORE UPDATE ON credit_transfer WHEN OLD.state <> 'offered' BEGIN SELECT RAISE (ABORT, 'a transfer that is over is frozen'); END;
CREATE TRIGGER credit_transfer_kept BEFORE UPDATE OF id, from_account, to_account, from_number, from_kind, to_number, to_kind, credits, received, used_per_new, rulebook_id, reference, offered_by, offered_at, lapses_on ON credit_transfer BEGIN SELECT RAISE (ABORT, 'a transfer keeps what was offered'); END;
CREATE TRIGGER credit_transfer_line_no_update BEFORE UPDATE ON credit_transfer_line BEGIN SELECT RAISE (ABORT, 'what was recorded is never edited'); END;
CREATE TRIGGER credit_transfer_line_no_delete BEFORE DELETE ON credit_transfer_line BEGIN SELECT RAISE (ABORT, 'what was recorded is never deleted'); END;

-- Charges that version 4 knew as sums alone. One of each posting that vehicles stand on, oldest first; what was paid, paid
-- the oldest of them; what is owed beyond the vehicles (credits that were taken back after their use) is one more.
INSERT INTO charge (account_id, kind, year, vehicles, grams, rate, amount, arisen_on, due_on, rulebook_id, posting_id, journal_id,
                    outstanding, settled_on)
  SELECT o.account_id, 'payg', o.year, o.vehicles, o.grams, (o.amount * 100 + o.grams / 2) / o.grams, o.amount, o.day, o.day, o.rulebook_id,
    o.posting_id, o.journal_id,
    o.amount - max(0, min(o.amount, o.paid - o.earlier)),
    CASE WHEN o.paid - o.earlier >= o.amount THEN o.day ELSE '' END
  FROM (
    SELECT v.*, p.journal_id, date (j.at / 1000000 + 43200, 'unixepoch') AS day,
      sum(v.amount) OVER (PARTITION BY v.account_id ORDER BY v.posting_id ROWS UNBOUNDED PRECEDING) - v.amount AS earlier,
      max(0, sum(v.amount) OVER (PARTITION BY v.account_id) - coalesce ((SELECT l.balance FROM ledger_account l
        WHERE l.account_id = v.account_id AND l.role = 'charges' AND l.unit = 'NZD'), 0)) AS paid
    FROM (
      SELECT account_id, posting_id, max(obligation_year) AS year, count(*) AS vehicles, sum(-difference) AS grams,
        sum(charge) AS amount, max(rulebook_id) AS rulebook_id
      FROM vehicle WHERE charge > 0 AND posting_id IS NOT NULL AND difference < 0
      GROUP BY account_id, posting_id
    ) v JOIN ledger_posting p ON p.id = v.posting_id JOIN journal j ON j.id = p.journal_id
  ) o ORDER BY o.posting_id;
INSERT INTO charge_settlement (charge_id, kind, value, settled_on, journal_id)
  SELECT id, 'before', amount - outstanding, arisen_on, journal_id FROM charge WHERE outstanding < amount;
INSERT INTO charge (account_id, kind, year, grams, rate, amount, arisen_on, due_on, journal_id, outstanding)
  SELECT l.account_id, 'short', CAST (strftime ('%Y', j.at / 1000000 + 43200, 'unixepoch') AS INTEGER), 0, 0,
    l.balance - coalesce (c.outstanding, 0), date (j.at / 1000000 + 43200, 'unixepoch'),
    date (j.at / 1000000 + 43200, 'unixepoch'), j.id, l.balance - coalesce (c.outstanding, 0)
  FROM ledger_account l
  LEFT JOIN (SELECT account_id, sum(outstanding) AS outstanding FROM charge GROUP BY account_id) c
    ON c.account_id = l.account_id
  JOIN journal j ON j.id = (SELECT p.journal_id FROM ledger_entry e JOIN ledger_posting p ON p.id = e.posting_id
    WHERE e.ledger_account_id = l.id ORDER BY e.id DESC LIMIT 1)
  WHERE l.role = 'charges' AND l.unit = 'NZD' AND l.account_id IS NOT NULL AND l.balance > coalesce (c.outstanding, 0);
