/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-year-lists.h"

#include "gram-account-life.h"
#include "gram-participants.h"
#include "gram-queries-private.h"
#include "gram-queries-years-private.h"

#include "gram-baseline-table.h"
#include "gram-crts-position-table.h"
#include "gram-eco-notice-table.h"

void
gram_baseline_row_free (GramBaselineRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->source);
  g_free (self->dated_on);
  g_free (self->reason);
  g_free (self->person);
  g_free (self);
}

static GramBaselineRow *
baseline_of (const GramBaselineRecord *record)
{
  GramBaselineRow *row = g_new0 (GramBaselineRow, 1);

  row->id = record->id;
  row->year = record->year;
  row->account_id = record->account_id;
  row->number = g_strdup (record->number);
  row->holder = g_strdup (record->holder);
  row->pool_id = record->pool_id;
  row->value = record->value;
  row->source = g_strdup (record->source);
  row->dated_on = g_strdup (record->dated_on);
  row->reason = g_strdup (record->reason);
  row->at = record->at;
  row->person = g_strdup (record->person);
  return row;
}

static int
compare_baselines (gconstpointer a, gconstpointer b)
{
  const GramBaselineRow *one = *(GramBaselineRow *const *)a;
  const GramBaselineRow *other = *(GramBaselineRow *const *)b;
  int order = g_utf8_collate (one->holder, other->holder);

  if (order == 0)
    order = (one->account_id > other->account_id) - (one->account_id < other->account_id);
  return order != 0 ? order : (other->id > one->id) - (other->id < one->id);
}

/* The newest of a participant counts: of the account, or of the pool that it acts for. */
static void
mark_baselines (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GramBaselineRow *row = rows->pdata[i];

      row->current = TRUE;
      for (guint j = 0; j < rows->len && row->current; j++)
        {
          const GramBaselineRow *other = rows->pdata[j];

          row->current = other->id <= row->id || other->pool_id != row->pool_id
                         || (row->pool_id == 0 && other->account_id != row->account_id);
        }
    }
}

static GPtrArray *
read_baselines (GramStore *store, int year, gint64 account_id, GError **error)
{
  g_autoptr (GPtrArray) records = gram_baseline_table_list (store, year, account_id, error);
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_baseline_row_free);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, baseline_of (records->pdata[i]));
  mark_baselines (rows);
  g_ptr_array_sort (rows, compare_baselines);
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_baselines (GramRegistry *self,
                         GramActor *actor,
                         int year,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!_gram_queries_begin_years (self, actor, account_id, refusal, error))
    return NULL;
  rows = read_baselines (self->store, year, account_id, error);
  gram_store_end_read (self->store);
  return rows;
}

void
gram_position_row_free (GramPositionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->source);
  g_free (self->dated_on);
  g_free (self->person);
  g_free (self);
}

static GramPositionRow *
position_of (const GramCrtsPositionRecord *record)
{
  GramPositionRow *row = g_new0 (GramPositionRow, 1);

  row->id = record->id;
  row->year = record->year;
  row->account_id = record->account_id;
  row->number = g_strdup (record->number);
  row->holder = g_strdup (record->holder);
  row->cars = record->cars;
  row->allocated = record->allocated;
  row->activity = record->activity;
  row->held = record->held;
  row->required = record->required;
  row->borrowed = record->borrowed;
  row->source = g_strdup (record->source);
  row->dated_on = g_strdup (record->dated_on);
  row->at = record->at;
  row->person = g_strdup (record->person);
  return row;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const GramPositionRow *one = *(GramPositionRow *const *)a;
  const GramPositionRow *other = *(GramPositionRow *const *)b;
  int order = g_utf8_collate (one->holder, other->holder);

  if (order == 0)
    order = (one->account_id > other->account_id) - (one->account_id < other->account_id);
  return order != 0 ? order : (other->id > one->id) - (other->id < one->id);
}

static GPtrArray *
read_positions (GramStore *store, int year, gint64 account_id, GError **error)
{
  g_autoptr (GPtrArray) records = gram_crts_position_table_list (store, year, account_id, error);
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_position_row_free);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, position_of (records->pdata[i]));
  g_ptr_array_sort (rows, compare_positions);
  /* The newest of an account counts; it stands first. */
  for (guint i = 0; i < rows->len; i++)
    {
      GramPositionRow *row = rows->pdata[i];
      const GramPositionRow *before = i > 0 ? rows->pdata[i - 1] : NULL;

      row->current = before == NULL || before->account_id != row->account_id;
    }
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_positions (GramRegistry *self,
                         GramActor *actor,
                         int year,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!_gram_queries_begin_years (self, actor, account_id, refusal, error))
    return NULL;
  rows = read_positions (self->store, year, account_id, error);
  gram_store_end_read (self->store);
  return rows;
}

void
gram_eco_notice_row_free (GramEcoNoticeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->given_on);
  g_free (self->reference);
  g_free (self);
}

static GramEcoNoticeRow *
notice_of (const GramEcoNoticeRecord *record, const GramCctsRules *rules)
{
  GramEcoNoticeRow *row = g_new0 (GramEcoNoticeRow, 1);
  GramDate given_on = gram_life_date (record->given_on);

  row->id = record->id;
  row->code = g_strdup (record->code);
  row->given_on = g_strdup (record->given_on);
  row->reference = g_strdup (record->reference);
  row->withdrawn_at = record->withdrawn_at;
  if (record->withdrawn_at == 0 && gram_ccts_notice_bites (rules, given_on, given_on.year + 1))
    row->off_in = given_on.year + 1;
  return row;
}

static GPtrArray *
read_notices (GramRegistry *self, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_eco_notice_row_free);
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!gram_participants_read_rulebook (self, &rulebook, NULL, refusal, error))
    return NULL;
  records = gram_eco_notice_table_list (self->store, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (rows, notice_of (records->pdata[i], rulebook->ccts));
  return records != NULL ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
gram_registry_eco_notices (GramRegistry *self,
                           GramActor *actor,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  GPtrArray *rows = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_queries_find_person (self, actor, &person, refusal, error) == GRAM_OUTCOME_DONE)
    rows = read_notices (self, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}
