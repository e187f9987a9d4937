/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures-fixture.h"

#include "gram-charge-table.h"
#include "gram-payment-table.h"

G_BEGIN_DECLS

#define CREDIT_USED_2025 "ccs-credit/used/2025"
#define CREDIT_USED_2024 "ccs-credit/used/2024"
#define SIGNED ", 'password': '" FIXTURE_PASSWORD "'"

/* Carries credits of a year in on account 1, in grams. */
void charges_carry_in (Fixture *self, int year, const char *grams);

/* A ready vehicle of account 1 of type A and 1482 kg: so many g/km over (or, with a minus, below) its target of 2026. */
void charges_enter (Fixture *self, const char *chassis, int over);

/* The owner accepts vehicles of account 1; @names is JSON like "'ZVW30-1'", @more more arguments or "". */
const char *charges_accept (Fixture *self, const char *names, const char *more);

/* Both for one vehicle; answers its charge, 0 if it is below its target. */
gint64 charges_enter_accepted (Fixture *self, const char *chassis, int over);

/* The owner sets credits off; @more are the arguments besides account and password. */
const char *charges_offset (Fixture *self, const char *more);

/* The administrator records a payment on account 1; @more more arguments or "". Answers the refusal. */
const char *charges_pay (Fixture *self, const char *amount, const char *more);

/* A charge as it is stored. */
GramChargeRecord *charges_get (Fixture *self, gint64 id);

/* What a charge has outstanding. */
gint64 charges_outstanding (Fixture *self, gint64 id);

/* A text of the last result. */
const char *charges_result (Fixture *self, const char *name);

/* What account 1 has: outstanding charges, in favour, credits of 2026. */
void charges_assert (Fixture *self, gint64 charges, gint64 in_favour, gint64 credits);

/*
 * Each charge has outstanding what its settlements leave, and the formula of the rules says the same; per account the sum is
 * the ledger's; payments settled what they say; the system's side makes up for it. Then verifies.
 */
void charges_check (Fixture *self);

G_END_DECLS
