/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-verify-private.h"

G_BEGIN_DECLS

/* The parts of what holds in the Clean Car Standard. */
gboolean _gram_verify_acceptances (GramVerifier *self, GError **error);
gboolean _gram_verify_fleet_years (GramVerifier *self, GError **error);
gboolean _gram_verify_transfers (GramVerifier *self, GError **error);

/* A posting that was made while charges were kept one by one; p is the posting. */
#define GRAM_SINCE "p.journal_id > (SELECT charges_since FROM registry)"

/* What a posting moved on a role of an account of one unit. */
#define GRAM_POSTED_ON(posting, account, role, unit)                                               \
  "(SELECT coalesce (sum (e.amount), 0) FROM ledger_entry e"                                       \
  " JOIN ledger_account a ON a.id = e.ledger_account_id WHERE e.posting_id = " posting             \
  " AND a.account_id IS " account " AND a.role = " role " AND a.unit = " unit ")"

#define GRAM_SAME_JOURNAL                                                                          \
  " t JOIN ledger_posting p ON p.id = t.posting_id WHERE p.journal_id <> t.journal_id"

G_END_DECLS
