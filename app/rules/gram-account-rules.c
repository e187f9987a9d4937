/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-rules.h"

#include "gram-account-rules-private.h"

#include <glib/gi18n-lib.h>

/* Shown, translated, as the source of every figure that no rulebook gave. */
#define BUILT_IN { FALSE, (char *)N_ ("built into Gram: the rulebook has no section “accounts”") }

#define TRADING (GRAM_EFFECT_TRANSFER_OUT | GRAM_EFFECT_RECEIVE | GRAM_EFFECT_CONVERT)
#define ACCEPTING (GRAM_EFFECT_ACCEPT | GRAM_EFFECT_AUTO_ACCEPT)

#define SUSPENDED (GRAM_EFFECT_ALL & ~(ACCEPTING | TRADING))
#define BLOCKED (GRAM_EFFECT_ALL & ~TRADING)
/* What is there can still be settled, nothing new comes in. */
#define CLOSING                                                                                    \
  (GRAM_EFFECT_VIEW | GRAM_EFFECT_EDIT | GRAM_EFFECT_PEOPLE | GRAM_EFFECT_ENTER                    \
   | GRAM_EFFECT_DISPUTE | GRAM_EFFECT_TRANSFER_OUT | GRAM_EFFECT_SURRENDER | GRAM_EFFECT_PAY)

#define ALWAYS_NEEDED                                                                              \
  (GRAM_CLOSING_NEED_CHARGES_PAID | GRAM_CLOSING_NEED_NO_VEHICLES_WAITING                          \
   | GRAM_CLOSING_NEED_NO_DISPUTES | GRAM_CLOSING_NEED_NO_REQUESTS                                 \
   | GRAM_CLOSING_NEED_NO_TRANSFERS)

/* Defaults of CCS facts §3, §10 and §11; the same for both schemes but for the last lines. */
#define DEFAULTS                                                                                   \
  .built_in = TRUE,                                                                                \
  .states = { { GRAM_EFFECT_ALL, BUILT_IN },                                                       \
              { SUSPENDED, BUILT_IN },                                                             \
              { BLOCKED, BUILT_IN },                                                               \
              { CLOSING, BUILT_IN },                                                               \
              { GRAM_EFFECT_VIEW, BUILT_IN } },                                                    \
  .invitation_days = 14, .invitation_provenance = BUILT_IN, .handover_days = 14,                   \
  .handover_provenance = BUILT_IN, .request_days = 7, .request_provenance = BUILT_IN,              \
  .suspension_max_years = 5, .suspension_provenance = BUILT_IN, .remedy_days = 20,                 \
  .remedy_provenance = BUILT_IN, .closing_provenance = BUILT_IN, .objection_days = 20,             \
  .objection_provenance = BUILT_IN, .fleet_provenance = BUILT_IN

static const GramAccountRules ccs_defaults = {
  DEFAULTS,
  .scheme = GRAM_SCHEME_CCS,
  .closing_needs = ALWAYS_NEEDED | GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED,
  .fleet_starts_month = 1,
  .fleet_starts_day = 1,
  .fleet_submit_by_month = 10,
  .fleet_submit_by_day = 31,
};

static const GramAccountRules ccts_defaults = {
  DEFAULTS,
  .scheme = GRAM_SCHEME_CCTS,
  .closing_needs = ALWAYS_NEEDED | GRAM_CLOSING_NEED_ALLOWANCES_SETTLED,
};

/* Where the provenances stand, so that copying and freeing forget none. */
static const gsize provenances[] = {
  G_STRUCT_OFFSET (GramAccountRules, states[0].provenance),
  G_STRUCT_OFFSET (GramAccountRules, states[1].provenance),
  G_STRUCT_OFFSET (GramAccountRules, states[2].provenance),
  G_STRUCT_OFFSET (GramAccountRules, states[3].provenance),
  G_STRUCT_OFFSET (GramAccountRules, states[4].provenance),
  G_STRUCT_OFFSET (GramAccountRules, invitation_provenance),
  G_STRUCT_OFFSET (GramAccountRules, handover_provenance),
  G_STRUCT_OFFSET (GramAccountRules, request_provenance),
  G_STRUCT_OFFSET (GramAccountRules, suspension_provenance),
  G_STRUCT_OFFSET (GramAccountRules, remedy_provenance),
  G_STRUCT_OFFSET (GramAccountRules, closing_provenance),
  G_STRUCT_OFFSET (GramAccountRules, objection_provenance),
  G_STRUCT_OFFSET (GramAccountRules, fleet_provenance),
};

static GramProvenance *
provenance_at (GramAccountRules *self, gsize i)
{
  return G_STRUCT_MEMBER_P (self, provenances[i]);
}

const GramAccountRules *
gram_account_rules_default (GramScheme scheme)
{
  return scheme == GRAM_SCHEME_CCTS ? &ccts_defaults : &ccs_defaults;
}

guint
gram_account_states_of (GramScheme scheme)
{
  guint states
      = GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_CLOSING | GRAM_ACCOUNT_CLOSED;

  return scheme == GRAM_SCHEME_CCTS ? states | GRAM_ACCOUNT_BLOCKED : states;
}

const char *
gram_account_state_title (GramAccountState state)
{
  switch (state)
    {
    case GRAM_ACCOUNT_OPEN:
      return C_ ("account state", "Open");
    case GRAM_ACCOUNT_SUSPENDED:
      return C_ ("account state", "Suspended");
    case GRAM_ACCOUNT_BLOCKED:
      return C_ ("account state", "Blocked");
    case GRAM_ACCOUNT_CLOSING:
      return C_ ("account state", "Closing");
    case GRAM_ACCOUNT_CLOSED:
      return C_ ("account state", "Closed");
    default:
      return "";
    }
}

guint
gram_closing_needs_of (GramScheme scheme)
{
  return gram_account_rules_default (scheme)->closing_needs;
}

GramAccountRules *
_gram_account_rules_new (GramScheme scheme)
{
  GramAccountRules *self = g_new0 (GramAccountRules, 1);

  self->scheme = scheme;
  for (gsize i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    self->states[i].effects = GRAM_EFFECT_VIEW;

  return self;
}

GramAccountRules *
_gram_account_rules_copy (const GramAccountRules *self)
{
  GramAccountRules *copy = g_memdup2 (self, sizeof *self);

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    {
      GramProvenance *provenance = provenance_at (copy, i);

      provenance->source = g_strdup (provenance->source);
    }

  return copy;
}

void
_gram_account_rules_free (GramAccountRules *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (provenances); i++)
    g_free (provenance_at (self, i)->source);
  g_free (self);
}
