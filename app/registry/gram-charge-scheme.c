/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-scheme.h"

#include "gram-account-life.h"
#include "gram-application-form.h"
#include "gram-journal-query.h"

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

/* Whether an approval was suspended at an instant: by the last entry of the journal until then that says so. */
static gboolean
was_suspended (GramStore *store,
               const GramApplicationRecord *application,
               gint64 at,
               gboolean *suspended,
               GError **error)
{
  const char *const commands[] = { "application.suspend", "application.resume", NULL };
  const GramJournalQuery query = {
    .account_id = application->account_id,
    .commands = (char **)commands,
    .to = at + 1,
    .subject = (char *)"application",
    .subject_id = application->id,
  };
  g_autoptr (GPtrArray) entries = gram_journal_query (store, &query, 1, error);

  if (entries == NULL)
    return FALSE;
  *suspended = entries->len > 0
               && g_str_equal (((const GramJournalEntry *)entries->pdata[0])->command, commands[0]);
  return TRUE;
}

gboolean
gram_charge_scheme_at (GramRegistry *registry,
                       const GramAccountRecord *account,
                       gint64 at,
                       GramChargeScheme *scheme,
                       GError **error)
{
  const guint ever_approved = 1u << GRAM_APPLICATION_APPROVED | 1u << GRAM_APPLICATION_SUSPENDED
                              | 1u << GRAM_APPLICATION_REVOKED;
  GramStore *store = gram_registry_get_store (registry);
  GramScheme law = gram_account_kind_scheme (account->kind);
  GramDate day = gram_date_from_instant (at, gram_zone_of_scheme (law));
  g_autoptr (GPtrArray) applications = NULL;

  *scheme = GRAM_CHARGE_SCHEME_PAYG;
  if (law != GRAM_SCHEME_CCS)
    return TRUE;
  applications = gram_application_table_list (store, account->id, ever_approved, 0, error);
  for (guint i = 0; applications != NULL && i < applications->len; i++)
    {
      const GramApplicationRecord *application = applications->pdata[i];
      GramDate from = gram_life_date (application->valid_from);
      GramDate ended_on = gram_life_date (application->ended_on);
      gboolean suspended;

      if (!gram_date_is_valid (from) || gram_date_compare (day, from) < 0
          || (gram_date_is_valid (ended_on) && gram_date_compare (day, ended_on) >= 0))
        continue;
      if (!was_suspended (store, application, at, &suspended, error))
        return FALSE;
      if (!suspended)
        *scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
    }
  return applications != NULL;
}
