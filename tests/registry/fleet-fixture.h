/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures-fixture.h"

#include "gram-charge-table.h"
#include "gram-queries-fleet.h"

G_BEGIN_DECLS

/* Who is to be paid, and how: what an invoice cannot do without. */
#define FLEET_TEXTS                                                                                  \
  "'payable-to': 'The Director of Land Transport', 'how-to-pay': 'Into account 00-0000-0000000-00, " \
  "with the number of this invoice.'"
#define FLEET_SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

/* Accounts 1 (used) and 2 (new) are under Fleet Average from 2026 on; it is 10 February 2026. */
Fixture *fleet_new (GramRegistryKind kind);

/* The rows of §15: 20 on account 1, 15 and 16 on account 2 (the latter without its first vehicle). Accepted today. */
void fleet_accept_used (Fixture *self);
void fleet_accept_new (Fixture *self, gboolean all);

/* Settles a year of an account as the administrator; @more are further arguments, "" none. Answers the refusal's id. */
const char *fleet_settle (Fixture *self, const char *account, int year, const char *more);

/* What that would do; NULL if it is refused. */
GramFleetRehearsal *fleet_rehearse (Fixture *self, gint64 account_id, int year);

/* A year as its page has it, for the administrator. */
GramFleetYearDetail *fleet_detail (Fixture *self, gint64 account_id, int year);

/* A charge as it is stored. */
GramChargeRecord *fleet_charge (Fixture *self, gint64 id);

/* What an account owes, what stands in its favour, and its credits of a year; the ledger has it so, too. */
void fleet_check (Fixture *self,
                  gint64 account_id,
                  gint64 outstanding,
                  gint64 in_favour,
                  int year,
                  gint64 credits);

/* A text of the last result, compared. */
void fleet_check_result (Fixture *self, const char *name, const char *value);

/* Corrects the CO₂ value of an accepted vehicle of account 1. */
void fleet_correct (Fixture *self, const char *chassis, const char *co2);

/* The administrator records a payment on account 1 or 2. */
void fleet_pay (Fixture *self, const char *account, const char *amount);

/* Sets credits off against all charges of an account, at most so many. */
void fleet_offset (Fixture *self, const char *account, const char *at_most);

G_END_DECLS
