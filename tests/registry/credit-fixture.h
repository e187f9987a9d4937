/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "people-fixture.h"

#include "gram-queries-credits.h"

G_BEGIN_DECLS

/* Accounts of the Clean Car Standard, all verified: those of the OWNER, and those of the STRANGER, who is a member of no other. */
typedef enum
{
  CREDIT_USED = 1,  /* of the OWNER */
  CREDIT_NEW = 2,   /* of the STRANGER */
  CREDIT_OTHER = 4, /* used ones, of the STRANGER */
  CREDIT_FRESH = 5, /* new ones, of the OWNER */
} CreditPlace;

/* A registry on the day LIFE_TODAY with the accounts above; OWNER and STRANGER only in an own one, too. */
Fixture *credit_new (GramRegistryKind kind);

/* Who owns the account at a place. */
FixturePerson credit_owner (int place);

/* Carries credits in. */
void credit_carry_in (Fixture *self, int place, int year, const char *amount);

/* Records the verification of a holder: `verified`, `refused`; @more are further arguments. */
void credit_set_aml (Fixture *self, int place, const char *result, const char *more);

/* Offers; @more are further arguments: ", 'years': ['2025=2']". Answers the refusal's id, empty if it was done. */
const char *credit_offer (Fixture *self, int from, int to, const char *credits, const char *more);

/* The same, which has to be done; answers the transfer. */
gint64 credit_do_offer (Fixture *self, int from, int to, const char *credits, const char *more);

/* transfer.accept, .decline or .cancel as the owner of the account. */
const char *credit_answer (Fixture *self, int place, const char *command, gint64 transfer_id);

/* A text of the last result. */
const char *credit_result (Fixture *self, const char *name);

/* Compares what an account holds and has reserved of a year, hundredths. */
void credit_check (Fixture *self, int place, int year, gint64 held, gint64 reserved);

/* The transfer as it is stored. */
GramCreditTransferRecord *credit_get (Fixture *self, gint64 id);

/* Compares its state. */
void credit_check_state (Fixture *self, gint64 id, GramCreditTransferState state);

/* What time alone does, done now. */
void credit_run_due (Fixture *self);

/* The credits of an account as its owner sees them; the preview of an offer; a transfer in detail; each has to be for them. */
GramCredits *credit_read (Fixture *self, FixturePerson who, int place);
GramCreditOffer *
credit_preview (Fixture *self, int place, const char *format, ...) G_GNUC_PRINTF (3, 4);
GramCreditTransferDetail *credit_detail (Fixture *self, FixturePerson who, gint64 id);

/* How many notices of an event a person has. */
guint credit_count_notices (Fixture *self, FixturePerson who, GramEvent event);

G_END_DECLS
