/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects.h"

#include <glib/gi18n-lib.h>

/* The sections of the source text on CO₂ accounts that the rows rest on. */
#define SECTION_SETTINGS "CO₂ account, Settings and administration"
#define SECTION_STATUSES "CO₂ account, Vehicle records"
#define SECTION_ACCEPTING "CO₂ account, Accepting vehicles"
#define SECTION_DISPUTES "CO₂ account, Disputing records"

static const GramEffectRow rows[] = {
  { GRAM_EFFECT_VIEW, N_ ("View"), N_ ("See the account, its vehicles and its history."),
    SECTION_SETTINGS, SECTION_SETTINGS },
  { GRAM_EFFECT_EDIT, N_ ("Edit"), N_ ("Change the details and settings of the account."),
    SECTION_SETTINGS, SECTION_SETTINGS },
  { GRAM_EFFECT_PEOPLE, N_ ("People"),
    N_ ("Invite people, change their permissions, hand over the ownership."), SECTION_SETTINGS,
    SECTION_SETTINGS },
  { GRAM_EFFECT_ENTER, N_ ("Enter vehicles"),
    N_ ("Vehicles come in from the register and become ready for acceptance."), SECTION_STATUSES,
    SECTION_STATUSES },
  { GRAM_EFFECT_ACCEPT, N_ ("Accept vehicles"), N_ ("Accept vehicles by hand."), SECTION_ACCEPTING,
    SECTION_ACCEPTING },
  { GRAM_EFFECT_AUTO_ACCEPT, N_ ("Auto-accept"),
    N_ ("Auto-accept takes vehicles as they become ready."), SECTION_ACCEPTING, SECTION_ACCEPTING },
  { GRAM_EFFECT_DISPUTE, N_ ("Dispute"), N_ ("Dispute a record before it is accepted."),
    SECTION_DISPUTES, SECTION_DISPUTES },
  { GRAM_EFFECT_TRANSFER_OUT, N_ ("Transfer out"),
    N_ ("Transfer credits or allowances to another account."), "CCS s 180, s 184", "CCTS art. 37" },
  { GRAM_EFFECT_RECEIVE, N_ ("Receive"), N_ ("Receive credits or allowances from another account."),
    "CCS s 180, s 184", "CCTS art. 37" },
  { GRAM_EFFECT_CONVERT, N_ ("Convert"),
    N_ ("Convert new and used credits, or CRTS allowances into CCTS allowances."),
    "CCS s 180, s 184", "CCTS art. 35" },
  { GRAM_EFFECT_SURRENDER, N_ ("Surrender"), N_ ("Surrender allowances for a scheme year."), NULL,
    "CCTS art. 38" },
  { GRAM_EFFECT_PAY, N_ ("Pay"), N_ ("Pay charges and payment notices."), "CCS s 177, s 182",
    "CCTS art. 39" },
};

/* Why an account in a state that is not open says no. */
static const struct
{
  GramAccountState state;
  const char *id;
  const char *article;
  const char *message;
} refusals[] = {
  { GRAM_ACCOUNT_SUSPENDED, "account.suspended", "CCS s 192",
    N_ ("The account is suspended; this has to wait until it is reinstated") },
  { GRAM_ACCOUNT_BLOCKED, "account.blocked", "CCTS art. 93",
    N_ ("The account is blocked; this has to wait until the block ends") },
  { GRAM_ACCOUNT_CLOSING, "account.closing", "CCS s 190",
    N_ ("The account is about to be closed; its owner has to withdraw the request first") },
  { GRAM_ACCOUNT_CLOSED, "account.closed", "CCS s 190",
    N_ ("The account is closed; it can be read, but not changed") },
  { GRAM_ACCOUNT_OPEN, "account.state", NULL,
    N_ ("The account is open; this is not possible in it") },
};

const GramEffectRow *
gram_effect_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

const char *
gram_effect_article (const GramEffectRow *row, GramScheme scheme)
{
  g_return_val_if_fail (row != NULL, NULL);

  return scheme == GRAM_SCHEME_CCTS ? row->ccts : row->ccs;
}

guint
gram_effects_of_scheme (GramScheme scheme)
{
  return scheme == GRAM_SCHEME_CCTS ? GRAM_EFFECT_ALL : GRAM_EFFECT_ALL & ~GRAM_EFFECT_SURRENDER;
}

guint
gram_effects_of (const GramAccountRules *rules, GramAccountState state)
{
  int index = g_bit_nth_lsf (state, -1);

  g_return_val_if_fail (rules != NULL, 0);
  /* One state that is known, no set of them. */
  g_return_val_if_fail (index >= 0 && index < GRAM_ACCOUNT_STATE_N, 0);
  g_return_val_if_fail ((guint)state == 1u << index, 0);

  return rules->states[index].effects;
}

guint
gram_effects_states (const GramAccountRules *rules, GramEffect effect)
{
  guint states = 0;

  g_return_val_if_fail (rules != NULL, 0);

  for (guint i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    if ((rules->states[i].effects & (guint)effect) != 0)
      states |= 1u << i;

  return states & gram_account_states_of (rules->scheme);
}

gboolean
gram_account_state_refuse (GramAccountState state, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == state)
      return gram_refuse (refusal, refusals[i].id, refusals[i].article, "%s",
                          _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}

gboolean
gram_effects_check (const GramAccountRules *rules,
                    GramAccountState state,
                    GramEffect effect,
                    GramRefusal **refusal)
{
  if ((gram_effects_of (rules, state) & (guint)effect) != 0)
    return TRUE;

  return gram_account_state_refuse (state, refusal);
}
