/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-deadlines-private.h"

#include "gram-account-life.h"
#include "gram-ccts.h"
#include "gram-participants.h"
#include "gram-payment-notices.h"
#include "gram-queries-private.h"

#include "gram-payment-notice-table.h"
#include "gram-scheme-year-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
add_day (GPtrArray *deadlines,
         const GramAccountRecord *account,
         int year,
         GramDate day,
         const char *name,
         const char *format)
{
  g_autofree char *on = gram_date_format (day);
  /* A person may have several accounts with the same year. */
  g_autofree char *what = g_strdup_printf ("%s-%" PRId64, name, account->id);
  g_autofree char *title = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (format, year);
#pragma GCC diagnostic pop
  _gram_deadline_add (deadlines, account, on, "year", year, what, title);
}

/* One day, if trading and surrender end together. */
static void
add_last_days (GPtrArray *deadlines,
               const GramAccountRecord *account,
               const GramCctsRules *rules,
               int year,
               GramDate today)
{
  GramDate window = gram_ccts_window (rules, year).last;
  GramDate surrender = gram_ccts_last_surrender_day (rules, year);
  gboolean together = gram_date_days_between (window, surrender) == 0;

  if (!together && gram_date_days_between (today, window) >= 0)
    /* Translators: %d is a year */
    add_day (deadlines, account, year, window, "window", _ ("Last day of trading of %d"));
  if (gram_date_days_between (today, surrender) >= 0)
    add_day (deadlines, account, year, surrender, "surrender",
             together ? _ ("Last day of trading and surrender of %d")
                      : _ ("Last day of surrender of %d"));
}

static gboolean
add_years (GPtrArray *deadlines,
           GramRegistry *self,
           const GramAccountRecord *account,
           GramDate today,
           GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramRefusal) none = NULL;

  if (!gram_participants_read_rulebook (self, &rulebook, NULL, &none, error))
    return none != NULL;
  for (int year = rulebook->ccts->period.first.year;
       year <= MIN (today.year, rulebook->ccts->period.last.year); year++)
    {
      GramParticipant participant;
      g_autoptr (GramSchemeYearRecord) scheme_year = NULL;

      if (!gram_participants_measured (self->store, year, account->id, NULL, &participant, error)
          || !gram_scheme_year_table_get (self->store, year, &scheme_year, error))
        return FALSE;
      if (gram_participant_is (&participant)
          && (scheme_year == NULL || scheme_year->closed_at == 0))
        add_last_days (deadlines, account, rulebook->ccts, year, today);
    }
  return TRUE;
}

/* While an appeal runs nothing is collected. */
static gboolean
add_notices (GPtrArray *deadlines,
             GramRegistry *self,
             const GramAccountRecord *account,
             GramDate today,
             GError **error)
{
  g_autoptr (GPtrArray) records
      = gram_payment_notice_table_list (self->store, 0, account->id, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const GramPaymentNoticeRecord *record = records->pdata[i];
      GramPaymentNoticeFacts facts = gram_payment_notices_facts (record);
      g_autofree char *title = NULL;

      if (gram_payment_notices_left (record) == 0
          || gram_payment_notice_state (&facts, today) == GRAM_PAYMENT_NOTICE_APPEALED)
        continue;
      /* Translators: %s is the number of a payment notice */
      title = g_strdup_printf (_ ("Last day to pay payment notice %s"), record->number);
      _gram_deadline_add (deadlines, account, record->due_on, "payment-notice", record->id, "due",
                          title);
    }
  return records != NULL;
}

gboolean
_gram_deadlines_of_ccts (GPtrArray *deadlines,
                         GramRegistry *self,
                         const GramAccountRecord *account,
                         GError **error)
{
  g_autofree char *today = NULL;
  GramDate day;

  if (account->kind != GRAM_ACCOUNT_CCTS)
    return TRUE;

  today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  day = gram_life_date (today);
  return add_years (deadlines, self, account, day, error)
         && add_notices (deadlines, self, account, day, error);
}
