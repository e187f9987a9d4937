/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-handlers-years.h"
#include "gram-participants.h"
#include "gram-texts.h"
#include "gram-year-file.h"

#include "gram-baseline-table.h"
#include "gram-pool-table.h"

#include <glib/gi18n-lib.h>

static const GramText reason_rule = { .name = "reason",
                                      .title = N_ ("Reason"),
                                      .max_length = 2000,
                                      .needed = TRUE,
                                      .lines = TRUE };

/* What the commands need of the year; texts of one baseline as they were typed. */
typedef struct
{
  GramCall *call;
  GramRulebook *rulebook;
  int year;
  GramDate today;
  gint64 n_set;
} Work;

typedef struct
{
  const char *value;
  const char *source;
  const char *dated_on;
  const char *reason;
} Typed;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
work_init (Work *self, GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCTS);
  gint64 year = gram_call_get_int64 (call, "year", 0);

  *self = (Work){ .call = call, .today = gram_life_date (today) };
  if (!gram_participants_check_year (call->registry, year, &self->rulebook, NULL, refusal, error))
    return FALSE;
  self->year = (int)year;
  return gram_participants_check_not_closed (call->store, self->year, refusal, error);
}

/* For the pool of the account, if there is one: then it has to be the account that acts for it. */
static gboolean
find_pool (Work *self,
           const GramAccountRecord *account,
           gint64 *pool_id,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramPoolRecord) pool = NULL;

  if (!gram_pool_table_of_year (self->call->store, self->year, account->id, pool_id, error))
    return FALSE;
  if (*pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (self->call->store, *pool_id, &pool, error))
    return FALSE;
  if (pool == NULL || pool->account_id == account->id)
    return TRUE;
  return gram_refuse (
      refusal, "participant.pooled", "CCTS art. 37(5)",
      _ ("In %d account %s is in the pool “%s”; name account %s, which acts for it"), self->year,
      account->number, pool->name, pool->number);
}

static gboolean
set_baseline (Work *self,
              const GramAccountRecord *account,
              const Typed *typed,
              GramRefusal **refusal,
              GError **error)
{
  GramBaselineRecord record = { .year = self->year, .account_id = account->id };
  g_autofree char *source = NULL;
  g_autofree char *reason = NULL;
  char day[GRAM_DATE_BUFFER];
  GramDate dated_on;

  if (!gram_ccts_baseline_parse (self->rulebook->ccts, typed->value, &record.value, refusal)
      || !gram_year_read_source (typed->source, typed->dated_on, self->today, &source, &dated_on,
                                 refusal)
      || !gram_text_check (&reason_rule, typed->reason, &reason, refusal)
      || !find_pool (self, account, &record.pool_id, refusal, error))
    return FALSE;
  record.source = source;
  record.dated_on = (char *)gram_date_print (day, dated_on);
  record.reason = reason;
  record.journal_id = self->call->journal_id;
  self->n_set++;
  return gram_baseline_table_insert (self->call->unit, &record, error);
}

gboolean
gram_baselines_set (GramCall *call, GramRefusal **refusal, GError **error)
{
  const Typed typed = {
    .value = gram_call_get_string (call, "value"),
    .source = gram_call_get_string (call, "source"),
    .dated_on = gram_call_get_string (call, "dated-on"),
    .reason = gram_call_get_string (call, "reason"),
  };
  g_auto (Work) work = { 0 };

  if (!work_init (&work, call, refusal, error)
      || !set_baseline (&work, call->account, &typed, refusal, error))
    return FALSE;
  return TRUE;
}

static gboolean
take_row (const GramAccountRecord *account,
          const char *const *values,
          gpointer data,
          GramRefusal **refusal,
          GError **error)
{
  const Typed typed = { values[1], values[2], values[3], values[4] };

  return set_baseline (data, account, &typed, refusal, error);
}

gboolean
gram_baselines_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  static const char *const columns[] = { "account", "baseline", "source", "date", "reason", NULL };
  g_auto (Work) work = { 0 };
  gint64 n_rows;

  if (!work_init (&work, call, refusal, error)
      || !gram_year_file_read (call, "baseline.set", columns, take_row, &work, &n_rows, refusal,
                               error))
    return FALSE;
  gram_call_answer_int64 (call, "baselines", work.n_set);
  return TRUE;
}
