/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades-private.h"

#include "gram-cases.h"
#include "gram-check.h"
#include "gram-queries-cases-private.h"
#include "gram-trade-parties.h"
#include "gram-trades.h"

#include "gram-case-table.h"

#include <glib/gi18n-lib.h>

/* Who asks about which notification. */
typedef struct
{
  GramRegistry *registry;
  const GramTradeNotificationRecord *record;
  const GramTradeRecord *trade;
  const GramAccountRecord *account;
  const GramPersonRecord *person;
  const GramCommand *command;
} Asker;

typedef gboolean (*Check) (const Asker *self, GramRefusal **refusal, GError **error);

static gboolean
check_amend (const Asker *self, GramRefusal **refusal, GError **error)
{
  return gram_trade_move (self->record->state, GRAM_TRADE_AMEND, NULL, refusal)
         && gram_trade_parties_check_window (self->registry, self->record->year, NULL, refusal,
                                             error)
         && gram_trade_parties_check (self->registry, self->account, self->record->side,
                                      self->record->year, refusal, error);
}

static gboolean
check_withdraw (const Asker *self, GramRefusal **refusal, GError **error)
{
  return gram_trade_check_withdraw (self->registry, self->person, self->record, refusal, error);
}

/* Whether the person may decide the case of the trade. Without one there is nothing to claim. */
static gboolean
check_case (const Asker *self, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  GramCaseFacts facts;

  if (!gram_case_table_live (self->registry->store, GRAM_CASE_TRADE, self->trade->id, &record,
                             error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  facts = gram_cases_facts (record, self->person->id);
  return gram_case_move (&facts, GRAM_CASE_DECIDE,
                         gram_cases_actor_of (self->registry, self->command, self->person), NULL,
                         refusal);
}

static gboolean
check_decide (const Asker *self, GramRefusal **refusal, GError **error)
{
  if (self->trade != NULL)
    return gram_trade_check_undecided (self->trade, refusal) && check_case (self, refusal, error);
  if (gram_registry_get_kind (self->registry) == GRAM_REGISTRY_OWN)
    return gram_trade_check_one_sided (self->registry, self->record, refusal, error);
  return gram_refuse (refusal, "trade.not-matched", GRAM_TRADE_ARTICLE "(3)",
                      _ ("Both parties have to notify the same before the trade can be decided"));
}

static gboolean
check_register (const Asker *self, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) obstacles = NULL;

  if (!check_decide (self, refusal, error))
    return FALSE;
  if (self->trade == NULL)
    return TRUE;
  obstacles = gram_trade_obstacles (self->registry, self->trade, error);
  if (obstacles == NULL)
    return FALSE;
  if (obstacles->len == 0)
    return TRUE;
  *refusal = gram_refusal_copy (obstacles->pdata[0]);
  return FALSE;
}

static const struct
{
  const char *command;
  Check check;
} verbs[] = {
  { "trade.amend", check_amend },
  { "trade.withdraw", check_withdraw },
  { "trade.register", check_register },
  { "trade.refuse", check_decide },
};

static gboolean
add_allow (Asker *self, const char *command, Check check, GPtrArray *allows, GError **error)
{
  GramCaseAllow *allow = g_new0 (GramCaseAllow, 1);

  self->command = gram_command_find (command);
  allow->command = self->command->name;
  g_ptr_array_add (allows, allow);
  return (_gram_check_allowed (self->registry, self->command, self->person, self->account,
                               &allow->refusal, error)
          && check (self, &allow->refusal, error))
         || allow->refusal != NULL;
}

GPtrArray *
_gram_trade_allows (GramRegistry *self,
                    const GramTradeNotificationRecord *record,
                    const GramTradeRecord *trade,
                    const GramAccountRecord *account,
                    const GramPersonRecord *person,
                    GError **error)
{
  Asker asker = { self, record, trade, account, person, NULL };
  g_autoptr (GPtrArray) allows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)_gram_case_allow_free);

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (!add_allow (&asker, verbs[i].command, verbs[i].check, allows, error))
      return NULL;
  return g_steal_pointer (&allows);
}
