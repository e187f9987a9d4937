/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dispute-fixture.h"

#include "gram-consequences.h"
#include "gram-correction-table.h"

G_BEGIN_DECLS

#define CREDIT_USED_2026 "ccs-credit/used/2026"

/* A ready vehicle of account "@" (ccs-used), "@2" (ccs-new) or "@3" (ccts), named by VIN or chassis number. */
void figures_enter (Fixture *self,
                    const char *account,
                    const char *name,
                    const char *type,
                    int mass_kg,
                    const char *co2);

/* Accepted by hand. */
void figures_accept (Fixture *self, const char *account, const char *name);

/* Both in one; type A, 1482 kg, so that the target of 2026 is 108.00. */
void figures_enter_accepted (Fixture *self, const char *account, const char *name, const char *co2);

/* A balance of the ledger; @account_id 0: of the system. */
gint64 figures_balance (Fixture *self, gint64 account_id, const char *role, const char *unit);

/* Account 1 is under Fleet Average from 2027 on; it is 4 January 2027. */
void figures_switch_to_fleet_average (Fixture *self);

/* Asks for the correction of an accepted vehicle of account 1, and claims it. */
gint64 figures_ask_correction (Fixture *self, const char *chassis, const char *says);

/* The case handler claims a case and upholds it, with more arguments or "". */
void figures_claim (Fixture *self, gint64 case_id);
const char *figures_uphold (Fixture *self, gint64 case_id, const char *more);

/* Both; it has to be done. */
void figures_claim_and_uphold (Fixture *self, gint64 case_id, const char *more);

/* The only correction of a vehicle. */
GramCorrectionRecord *figures_correction (Fixture *self, const char *chassis);

/* The preview of what figures_uphold() would do; NULL if it is refused. */
GramConsequences *
figures_preview (Fixture *self, const char *command, gint64 case_id, const char *more);

/* What a line of a preview says, as "before > after"; NULL if it has no such line. */
char *figures_dup_line (const GramConsequences *preview, const char *name);

G_END_DECLS
