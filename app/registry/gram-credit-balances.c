/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-balances.h"

#include "gram-units.h"

#include "gram-ledger-query.h"

#include <glib/gi18n-lib.h>

static gint
compare_years (gconstpointer a, gconstpointer b)
{
  const GramCcsCredits *one = a;
  const GramCcsCredits *other = b;

  return one->year - other->year;
}

GArray *
gram_credit_balances_read (GramStore *store,
                           const GramAccountRecord *account,
                           const char *role,
                           GError **error)
{
  g_autoptr (GPtrArray) balances = gram_ledger_balances (store, account->id, error);
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  if (balances == NULL)
    return NULL;
  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];
      const GramCcsCredits line = { gram_unit_year (balance->unit), balance->balance };

      if (gram_unit_is_credit (balance->unit) && g_str_equal (balance->role, role))
        g_array_append_val (credits, line);
    }
  g_array_sort (credits, compare_years);
  return g_steal_pointer (&credits);
}

gboolean
gram_credit_check_year (gint64 year, GramDate today, GramRefusal **refusal)
{
  if (year >= GRAM_CREDIT_FIRST_YEAR && year <= today.year)
    return TRUE;
  return gram_refuse (refusal, "credit.year", "CCS facts §7",
                      _ ("Credits are of a year from %d to %d; choose one of these"),
                      GRAM_CREDIT_FIRST_YEAR, today.year);
}

gint64
gram_credit_balances_of (const GArray *credits, int year)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (credits, GramCcsCredits, i);

      if (line->year == year)
        return line->credits;
    }
  return 0;
}
