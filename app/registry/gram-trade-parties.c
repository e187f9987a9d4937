/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-parties.h"

#include "gram-account-life.h"
#include "gram-due.h"
#include "gram-effects-in-force.h"
#include "gram-participants.h"

#include "gram-ccts.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "CCTS art. 37(1)"

GramTradeSide
gram_trade_side_other (GramTradeSide side)
{
  return side == GRAM_TRADE_TRANSFEROR ? GRAM_TRADE_TRANSFEREE : GRAM_TRADE_TRANSFEROR;
}

gboolean
gram_trade_parties_check_window (GramRegistry *registry,
                                 gint64 year,
                                 GramRulebook **rulebook,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramRulebook) in_force = NULL;

  if (!gram_participants_check_year (registry, year, &in_force, NULL, refusal, error)
      || !gram_participants_check_not_closed (registry->store, (int)year, refusal, error)
      || !gram_ccts_check_act (in_force->ccts, year, GRAM_CCTS_ACT_TRADE, gram_life_date (today),
                               refusal))
    return FALSE;
  if (rulebook != NULL)
    *rulebook = g_steal_pointer (&in_force);
  return TRUE;
}

/* A transferor gives away, a transferee gets: what the state of the account leaves possible of that. */
static gboolean
check_state (GramRegistry *registry,
             const GramAccountRecord *account,
             GramTradeSide side,
             GramRefusal **refusal,
             GError **error)
{
  GramEffect effect
      = side == GRAM_TRADE_TRANSFEROR ? GRAM_EFFECT_TRANSFER_OUT : GRAM_EFFECT_RECEIVE;
  const GramAccountRules *rules;
  GramAccountState state;

  if (!gram_due_state_today (registry, account, &state, error))
    return FALSE;
  rules = gram_account_rules_in_force (registry, account->kind, NULL, error);
  return rules != NULL && gram_effects_check (rules, state, effect, refusal);
}

gboolean
gram_trade_parties_check (GramRegistry *registry,
                          const GramAccountRecord *account,
                          GramTradeSide side,
                          int year,
                          GramRefusal **refusal,
                          GError **error)
{
  GramParticipant participant;

  if (account->kind != GRAM_ACCOUNT_CCTS)
    return gram_refuse (refusal, "account.other-scheme", ARTICLE,
                        _ ("Account %s is none of the CCTS and trades no allowances"),
                        account->number);
  return check_state (registry, account, side, refusal, error)
         && gram_participants_check (registry->store, year, account, &participant, refusal, error);
}

/* What is wrong with the account of somebody else is nobody's business; that it is there neither. */
static gboolean
refuse_other (const char *number, int year, GramRefusal **refusal)
{
  return gram_refuse (refusal, "trade.counterparty", "CCTS art. 37(4)",
                      _ ("No participant of %d that can trade has account number %s; ask the other "
                         "party which number to use"),
                      year, number);
}

gboolean
gram_trade_parties_check_other (GramRegistry *registry,
                                const char *number,
                                GramTradeSide side,
                                int year,
                                gboolean exact,
                                GramRefusal **refusal,
                                GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRefusal) why = NULL;

  if (!gram_account_table_get_by_number (registry->store, number, &account, error))
    return FALSE;
  if (account == NULL)
    return gram_registry_get_kind (registry) == GRAM_REGISTRY_OWN
           || refuse_other (number, year, refusal);
  if (gram_trade_parties_check (registry, account, side, year, &why, error))
    return TRUE;
  if (why == NULL)
    return FALSE;
  if (!exact)
    return refuse_other (number, year, refusal);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&why);
  return FALSE;
}
