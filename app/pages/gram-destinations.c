/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-destinations.h"

#include "gram-account-page.h"
#include "gram-accounts-page.h"
#include "gram-allowances-page.h"
#include "gram-cases-page.h"
#include "gram-charges-page.h"
#include "gram-credits-page.h"
#include "gram-disputes-page.h"
#include "gram-history-page.h"
#include "gram-inbox-page.h"
#include "gram-overview-page.h"
#include "gram-people-page.h"
#include "gram-rules-page.h"
#include "gram-trades-page.h"
#include "gram-vehicles-page.h"
#include "gram-years-page.h"

#include <glib/gi18n-lib.h>

#define CCS (1u << GRAM_SCHEME_CCS)
#define CCTS (1u << GRAM_SCHEME_CCTS)

static const GramDestination destinations[] = {
  { "overview", N_ ("Overview"), "gram-overview-symbolic", gram_overview_page_get_type, TRUE,
    FALSE },
  { "vehicles", N_ ("Vehicles"), "gram-vehicle-symbolic", gram_vehicles_page_get_type, TRUE,
    FALSE },
  { "disputes", N_ ("Disputes"), "gram-dispute-symbolic", gram_disputes_page_get_type, TRUE,
    FALSE },
  { "allowances", N_ ("Allowances"), "gram-allowance-symbolic", gram_allowances_page_get_type, TRUE,
    FALSE, CCTS },
  { "credits", N_ ("Credits"), "gram-credit-symbolic", gram_credits_page_get_type, TRUE, FALSE,
    CCS },
  { "cases", N_ ("Cases"), "gram-cases-symbolic", gram_cases_page_get_type, FALSE, TRUE },
  { "accounts", N_ ("Accounts"), "view-list-symbolic", gram_accounts_page_get_type, FALSE, TRUE },
  { "years", N_ ("Scheme Year"), "gram-year-symbolic", gram_years_page_get_type, FALSE, TRUE,
    CCTS },
  { "trades", N_ ("Trades"), "gram-trade-symbolic", gram_trades_page_get_type, TRUE, TRUE, CCTS },
  { "charges", N_ ("Charges"), "gram-charge-symbolic", gram_charges_page_get_type, TRUE, TRUE,
    CCS },
  { "account", N_ ("Account"), "gram-account-symbolic", gram_account_page_get_type, TRUE, FALSE },
  { "inbox", N_ ("Inbox"), "gram-inbox-symbolic", gram_inbox_page_get_type, FALSE, FALSE },
  { "people", N_ ("People"), "gram-people-symbolic", gram_people_page_get_type, FALSE, FALSE },
  { "rules", N_ ("Rules"), "gram-rules-symbolic", gram_rules_page_get_type, FALSE, FALSE },
  { "history", N_ ("History"), "document-open-recent-symbolic", gram_history_page_get_type, FALSE,
    FALSE },
};

const GramDestination *
gram_destinations_get (guint *n_destinations)
{
  g_return_val_if_fail (n_destinations != NULL, NULL);

  *n_destinations = G_N_ELEMENTS (destinations);

  return destinations;
}

gboolean
gram_destinations_find (const char *name, guint *position)
{
  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (destinations); i++)
    if (g_strcmp0 (destinations[i].name, name) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}
