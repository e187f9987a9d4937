/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-scheme.h"

#include "gram-account-life.h"
#include "gram-application-form.h"

GramChargeScheme
gram_charge_scheme_of (const GramApplicationRecord *application, const char *today)
{
  if (application == NULL)
    return GRAM_CHARGE_SCHEME_PAYG;
  return gram_application_charge_scheme (application->state,
                                         gram_life_date (application->valid_from),
                                         gram_life_date (application->ended_on),
                                         gram_life_date (today));
}

gboolean
gram_charge_scheme_today (GramRegistry *registry,
                          const GramAccountRecord *account,
                          GramChargeScheme *scheme,
                          GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, account->kind);
  g_autoptr (GramApplicationRecord) application = NULL;

  *scheme = GRAM_CHARGE_SCHEME_PAYG;
  if (gram_account_kind_scheme (account->kind) != GRAM_SCHEME_CCS)
    return TRUE;
  if (!gram_application_table_live (gram_registry_get_store (registry), account->id, &application,
                                    error))
    return FALSE;
  *scheme = gram_charge_scheme_of (application, today);
  return TRUE;
}
