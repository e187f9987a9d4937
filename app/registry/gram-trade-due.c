/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-due.h"

#include "gram-account-life.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-trades.h"
#include "gram-notices-ccts.h"
#include "gram-trades.h"

#include "gram-ccts.h"

#include <glib/gi18n-lib.h>

/* Notifications of one unit of work; what is left comes with the next one. */
#define PAGE 1000

/* No scheme is older. */
#define FIRST_YEAR 2000

static int
last_past_year (const GramCctsRules *rules, GramDate today)
{
  for (int year = today.year; year >= FIRST_YEAR; year--)
    {
      GramDate last = gram_ccts_window (rules, year).last;

      if (gram_date_is_valid (last) && gram_date_compare (last, today) < 0)
        return year;
    }
  return 0;
}

/* What waits or differs although its window is over. */
static GPtrArray *
find_past (GramRegistry *self, gint64 limit, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramRulebook) rulebook = NULL;
  int year = 0;

  if (gram_account_rules_in_force (self, GRAM_ACCOUNT_CCTS, &rulebook, error) == NULL)
    return NULL;
  if (rulebook != NULL)
    year = last_past_year (rulebook->ccts, gram_life_date (today));
  return gram_trade_notification_table_past (self->store, year, limit, error);
}

gboolean
gram_trades_run_due (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) past = find_past (call->registry, PAGE, error);

  if (past == NULL)
    return FALSE;
  if (past->len == 0)
    return gram_refuse (refusal, "due.nothing", NULL, _ ("No notification of a trade is due"));
  for (guint i = 0; i < past->len; i++)
    if (!gram_trade_end (call, past->pdata[i], GRAM_TRADE_VOID, NULL, error)
        || !gram_trade_tell (call, GRAM_EVENT_TRADE_VOID, past->pdata[i], GRAM_TRADE_VOID, error))
      return FALSE;
  gram_call_answer_int64 (call, "void", past->len);
  return gram_notices_tell_trade (call, GRAM_EVENT_TRADE_VOID, 0, 0,
                                  ((const GramTradeNotificationRecord *)past->pdata[0])->year, 0,
                                  "void", error);
}

gboolean
_gram_trade_due_run_all (GramRegistry *self, GError **error)
{
  const GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr (GPtrArray) past = NULL;
  GramOutcome outcome = GRAM_OUTCOME_DONE;

  if (gram_registry_get_kind (self) == GRAM_REGISTRY_OWN)
    return TRUE;
  past = find_past (self, 1, error);
  if (past == NULL)
    return FALSE;
  while (past->len > 0 && outcome == GRAM_OUTCOME_DONE)
    outcome = _gram_registry_send (self, &sender, "trade.run-due", none, NULL, NULL, error);
  return outcome != GRAM_OUTCOME_FAILED;
}
