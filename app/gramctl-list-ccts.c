/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"
#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

gboolean
gramctl_read_account_year (Gramctl *self, gint64 *account_id, int *year, GramctlExit *exit)
{
  const char *number = gramctl_get_where (self, "account");
  g_autoptr (GramAccountRecord) account = NULL;
  gint64 named;

  *account_id = 0;
  if (number != NULL && !gramctl_find_account (self, number, &account, exit))
    return FALSE;
  if (account != NULL)
    *account_id = account->id;
  if (!gramctl_read_number (self, "year", &named, exit))
    return FALSE;
  *year = (int)MIN (named, G_MAXINT);
  return TRUE;
}

/* A list that is about one year. */
static gboolean
read_year (Gramctl *self, gint64 *account_id, int *year, GramctlExit *exit)
{
  if (!gramctl_read_account_year (self, account_id, year, exit))
    return FALSE;
  if (*year != 0)
    return TRUE;
  *exit = gramctl_usage (_ ("name the scheme year with --where year=YEAR"));
  return FALSE;
}

gboolean
gramctl_read_one_account (Gramctl *self, gint64 *account_id, int *year, GramctlExit *exit)
{
  if (!gramctl_read_account_year (self, account_id, year, exit))
    return FALSE;
  if (*account_id != 0)
    return TRUE;
  *exit = gramctl_usage (_ ("name the account with --where account=NUMBER"));
  return FALSE;
}

GramctlExit
gramctl_list_account_years (Gramctl *self, GramctlAccountYears ask, GramctlFill fill)
{
  g_autoptr (GPtrArray) records = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_account_year (self, &account_id, &year, &exit))
    return exit;
  records = ask (self->registry, self->actor, account_id, year, &refusal, &error);
  return gramctl_print_all (self, records, fill, refusal, error);
}

GramctlExit
gramctl_list_years (Gramctl *self)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) years = gram_registry_years (self->registry, self->actor, &refusal, &error);

  return gramctl_print_all (self, years, (GramctlFill)gramctl_row_fill_year, refusal, error);
}

GramctlExit
gramctl_list_participants (Gramctl *self)
{
  g_autoptr (GramYearDetail) detail = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!read_year (self, &account_id, &year, &exit))
    return exit;
  detail = gram_registry_year (self->registry, self->actor, year, &refusal, &error);
  return gramctl_print_all (self, detail != NULL ? detail->participants : NULL,
                            (GramctlFill)gramctl_row_fill_participant, refusal, error);
}

static gboolean
read_trade_query (Gramctl *self, GramTradeQuery *query, GramctlExit *exit)
{
  static const char *const orders[]
      = { "notified", "quantity", "price", "agreed", "counterparty", "state", NULL };
  int state = 0;
  int side = 0;
  int order = GRAM_TRADE_ORDER_NOTIFIED;
  gboolean descending = FALSE;

  if (!gramctl_read_account_year (self, &query->account_id, &query->year, exit)
      || !gramctl_read_word (self, "state", "trade-state", &state, exit)
      || !gramctl_read_word (self, "side", "trade-side", &side, exit)
      || !gramctl_read_order (self, orders, &order, &descending, exit))
    return FALSE;
  query->states = (guint)state;
  query->side = (GramTradeSide)side;
  query->order = (GramTradeOrder)order;
  query->descending = descending;
  query->search = self->search;
  return TRUE;
}

GramctlExit
gramctl_list_trades (Gramctl *self)
{
  GramTradeQuery query = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!read_trade_query (self, &query, &exit))
    return exit;
  ids = gram_registry_trade_ids (self->registry, self->actor, &query, (guint)self->limit, &refusal,
                                 &error);
  return gramctl_print_ids (self, ids, gram_registry_trade_rows,
                            (GramctlFill)gramctl_row_fill_trade, refusal, error);
}

GramctlExit
gramctl_list_pools (Gramctl *self)
{
  return gramctl_list_account_years (self, gram_registry_pools, (GramctlFill)gramctl_row_fill_pool);
}

GramctlExit
gramctl_list_payment_notices (Gramctl *self)
{
  return gramctl_list_account_years (self, gram_registry_payment_notices,
                                     (GramctlFill)gramctl_row_fill_payment_notice);
}

GramctlExit
gramctl_list_allowances (Gramctl *self)
{
  g_autoptr (GPtrArray) years = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_one_account (self, &account_id, &year, &exit))
    return exit;
  if (year == 0)
    years
        = gram_registry_allowance_years (self->registry, self->actor, account_id, &refusal, &error);
  else
    {
      GramAllowanceYear *one = gram_registry_allowance_year (self->registry, self->actor,
                                                             account_id, year, &refusal, &error);

      if (one != NULL)
        {
          years = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_allowance_year_free);
          g_ptr_array_add (years, one);
        }
    }
  return gramctl_print_all (self, years, (GramctlFill)gramctl_row_fill_allowances, refusal, error);
}

GramctlExit
gramctl_list_conversions (Gramctl *self)
{
  return gramctl_list_account_years (self, gram_registry_settlements,
                                     (GramctlFill)gramctl_row_fill_settlement);
}

GramctlExit
gramctl_list_baselines (Gramctl *self)
{
  g_autoptr (GPtrArray) baselines = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!read_year (self, &account_id, &year, &exit))
    return exit;
  baselines
      = gram_registry_baselines (self->registry, self->actor, year, account_id, &refusal, &error);
  return gramctl_print_all (self, baselines, (GramctlFill)gramctl_row_fill_baseline, refusal,
                            error);
}

GramctlExit
gramctl_list_positions (Gramctl *self)
{
  g_autoptr (GPtrArray) positions = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!read_year (self, &account_id, &year, &exit))
    return exit;
  positions
      = gram_registry_positions (self->registry, self->actor, year, account_id, &refusal, &error);
  return gramctl_print_all (self, positions, (GramctlFill)gramctl_row_fill_position, refusal,
                            error);
}

GramctlExit
gramctl_list_eco_notices (Gramctl *self)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) notices
      = gram_registry_eco_notices (self->registry, self->actor, &refusal, &error);

  return gramctl_print_all (self, notices, (GramctlFill)gramctl_row_fill_eco_notice, refusal,
                            error);
}

GramctlExit
gramctl_list_documents (Gramctl *self)
{
  g_autoptr (GPtrArray) documents = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_account_year (self, &account_id, &year, &exit))
    return exit;
  documents = gram_registry_documents (self->registry, self->actor, account_id, &refusal, &error);
  return gramctl_print_all (self, documents, (GramctlFill)gramctl_row_fill_document, refusal,
                            error);
}

GramctlExit
gramctl_list_scenarios (Gramctl *self)
{
  g_autoptr (GPtrArray) scenarios = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_one_account (self, &account_id, &year, &exit))
    return exit;
  scenarios
      = gram_registry_scenarios (self->registry, self->actor, account_id, year, &refusal, &error);
  return gramctl_print_all (self, scenarios, (GramctlFill)gramctl_row_fill_scenario, refusal,
                            error);
}
