/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-pools-private.h"

#include "gram-check.h"
#include "gram-participants.h"
#include "gram-pools.h"
#include "gram-queries-private.h"

#include "gram-baseline-table.h"
#include "gram-case-table.h"
#include "gram-ccts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
_gram_pool_asker_views (const GramPoolAsker *self,
                        const GramAccountRecord *account,
                        gboolean *views,
                        GError **error)
{
  g_autoptr (GramRefusal) no = NULL;

  *views = _gram_check_may_view (self->registry, self->person, account, &no, error);
  return *views || no != NULL;
}

/* Which of the members the person may look at anyway; whoever stands for the pool is told all. */
static gboolean
read_views (GramPoolAsker *self, gboolean *any, GError **error)
{
  self->views = g_new0 (gboolean, self->members->len);
  self->told = self->administers;
  for (guint i = 0; i < self->members->len; i++)
    {
      const GramPoolMember *member = self->members->pdata[i];
      g_autoptr (GramAccountRecord) account = NULL;

      if (!gram_account_table_get (self->registry->store, member->account_id, &account, error)
          || !_gram_pool_asker_views (self, account, &self->views[i], error))
        return FALSE;
      *any = *any || self->views[i];
      self->told = self->told || (self->views[i] && member->account_id == self->pool->account_id);
    }
  return TRUE;
}

static gboolean
read_pool (GramPoolAsker *self, gint64 pool_id, GramRefusal **refusal, GError **error)
{
  gboolean any = FALSE;

  if (!gram_pool_table_get (self->registry->store, pool_id, &self->pool, error))
    return FALSE;
  if (self->pool != NULL)
    {
      self->members = gram_pool_table_members (self->registry->store, pool_id, error);
      if (self->members == NULL || !read_views (self, &any, error))
        return FALSE;
    }
  return any
         || gram_refuse (refusal, "pool.unknown", NULL, _ ("There is no pool %" PRId64 " here"),
                         pool_id);
}

gboolean
_gram_pool_asker_init (GramPoolAsker *self,
                       GramRegistry *registry,
                       GramActor *actor,
                       gint64 pool_id,
                       int year,
                       GramRefusal **refusal,
                       GError **error)
{
  *self = (GramPoolAsker){ .registry = registry, .year = year };
  if (_gram_queries_find_person (registry, actor, &self->person, refusal, error)
      != GRAM_OUTCOME_DONE)
    return FALSE;
  self->administers = _gram_check_administrators_side (self->person);
  if (pool_id != 0)
    {
      if (!read_pool (self, pool_id, refusal, error))
        return FALSE;
      self->year = year != 0 ? year : self->pool->first_year;
    }
  return gram_participants_check_year (registry, self->year, &self->rulebook, NULL, refusal, error);
}

void
_gram_pool_asker_clear (GramPoolAsker *self)
{
  g_clear_pointer (&self->person, gram_person_record_free);
  g_clear_pointer (&self->pool, gram_pool_record_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->views, g_free);
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
}

gboolean
_gram_pool_baseline (const GramPoolAsker *self,
                     gint64 account_id,
                     gint64 pool_id,
                     gint64 *baseline,
                     GError **error)
{
  g_autoptr (GramBaselineRecord) record = NULL;

  if (!gram_baseline_table_last (self->registry->store, self->year, account_id, pool_id, &record,
                                 error))
    return FALSE;
  *baseline = record != NULL ? record->value : -1;
  return TRUE;
}

gboolean
_gram_pool_figures (const GramPoolAsker *self,
                    const gint64 *account_ids,
                    guint n_accounts,
                    gint64 baseline,
                    GramPoolFigures *figures,
                    GramRefusal **refusal,
                    GError **error)
{
  const GramCctsRules *rules = self->rulebook->ccts;
  GramParticipant together;
  GramCctsAllocation allocation = { 0 };

  if (!gram_participants_together (self->registry->store, rules, self->year, account_ids,
                                   n_accounts, &together, refusal, error))
    return FALSE;
  *figures = (GramPoolFigures){
    .cars = together.cars,
    .cars_unknown = together.cars_unknown,
    .cars_zero = together.cars_zero,
    .activity = together.activity,
    .baseline = baseline,
    .allocation = -1,
  };
  if (baseline < 0)
    return TRUE;
  if (gram_ccts_is_participant (rules, together.cars)
      && !gram_ccts_allocation (rules, together.cars, baseline, &allocation, refusal))
    return FALSE;
  figures->allocation = allocation.allowances;
  return TRUE;
}

GramPoolMemberRow *
_gram_pool_member_row (const GramPoolAsker *self,
                       guint place,
                       GramRefusal **refusal,
                       GError **error)
{
  const GramPoolMember *member = self->members->pdata[place];
  gboolean agreed = member->agreed_at != 0;
  g_autoptr (GramPoolMemberRow) row = g_new0 (GramPoolMemberRow, 1);
  gint64 baseline;

  row->told = self->views[place] || (self->told && agreed);
  row->account_id = row->told ? member->account_id : 0;
  row->number = g_strdup (member->number);
  row->holder = g_strdup (row->told || agreed ? member->holder : "");
  row->nominated = member->account_id == self->pool->account_id;
  row->agreed = agreed;
  row->agreed_name = row->told ? g_strdup (member->agreer) : NULL;
  row->agreed_at = member->agreed_at;
  if (row->told
      && (!_gram_pool_baseline (self, member->account_id, 0, &baseline, error)
          || !_gram_pool_figures (self, &member->account_id, 1, baseline, &row->figures, refusal,
                                  error)))
    return NULL;
  return g_steal_pointer (&row);
}

gboolean
_gram_pool_sum (const GramPoolAsker *self,
                GramPoolFigures *figures,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 baseline;

  for (guint i = 0; i < self->members->len; i++)
    {
      const GramPoolMember *member = self->members->pdata[i];

      g_array_append_val (ids, member->account_id);
    }
  return _gram_pool_baseline (self, self->pool->account_id, self->pool->id, &baseline, error)
         && _gram_pool_figures (self, (const gint64 *)ids->data, ids->len, baseline, figures,
                                refusal, error);
}

static GramPoolRow *
pool_row (GramRegistry *self, const GramPoolRecord *record, GError **error)
{
  g_autoptr (GPtrArray) cases
      = gram_case_table_list_subject (self->store, GRAM_CASE_POOL, record->id, error);
  GramPoolRow *row;

  if (cases == NULL)
    return NULL;
  row = g_new0 (GramPoolRow, 1);
  row->id = record->id;
  row->state = g_strdup (gram_word_for ("pool-state", (int)record->state));
  row->name = g_strdup (record->name);
  row->account_id = record->account_id;
  row->number = g_strdup (record->number);
  row->holder = g_strdup (record->holder);
  row->contact_name = g_strdup (record->contact_name);
  row->contact_email = g_strdup (record->contact_email);
  row->first_year = record->first_year;
  row->last_year = record->last_year;
  row->n_members = record->members;
  row->n_agreed = record->agreed;
  row->case_id = cases->len > 0 ? ((const GramCaseRecord *)cases->pdata[0])->id : 0;
  row->applied_name = g_strdup (record->applier);
  row->applied_at = record->applied_at;
  row->decided_name = g_strdup (record->decider);
  row->decided_at = record->decided_at;
  row->reason = g_strdup (record->reason);
  row->reference = g_strdup (record->reference);
  row->version = record->version;
  return row;
}

static GPtrArray *
read_pools (GramRegistry *self,
            GramActor *actor,
            gint64 account_id,
            int year,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GramOutcome outcome = account_id != 0 ? _gram_queries_view_account (self, actor, account_id,
                                                                      &account, refusal, error)
                                        : gram_registry_administers (self, actor, refusal, error);

  if (outcome != GRAM_OUTCOME_DONE)
    return NULL;
  records = gram_pool_table_list (self->store, account_id, year, 0, error);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_pool_row_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      GramPoolRow *row = pool_row (self, records->pdata[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return records != NULL ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
gram_registry_pools (GramRegistry *self,
                     GramActor *actor,
                     gint64 account_id,
                     int year,
                     GramRefusal **refusal,
                     GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_pools (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

/* The nominated member first, then by number. */
static gboolean
add_members (const GramPoolAsker *self, GPtrArray *rows, GramRefusal **refusal, GError **error)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      GramPoolMemberRow *row = _gram_pool_member_row (self, i, refusal, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_insert (rows, row->nominated ? 0 : -1, row);
    }
  return TRUE;
}

/* Before every member has agreed, the sums would tell what is somebody else's. */
static gboolean
is_sum_told (const GramPoolAsker *self)
{
  return self->administers || self->pool->agreed == self->pool->members;
}

static GramPoolDetail *
read_detail (const GramPoolAsker *self, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolDetail) detail = g_new0 (GramPoolDetail, 1);

  detail->year = self->year;
  detail->threshold = self->rulebook->ccts->participant_threshold;
  detail->members = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_pool_member_row_free);
  detail->pool = pool_row (self->registry, self->pool, error);
  detail->told = is_sum_told (self);
  if (detail->pool == NULL || !add_members (self, detail->members, refusal, error)
      || (detail->told && !_gram_pool_sum (self, &detail->sum, refusal, error))
      || !_gram_pool_fill_allows (self, detail, error))
    return NULL;
  detail->participant
      = detail->told && gram_ccts_is_participant (self->rulebook->ccts, detail->sum.cars);
  return g_steal_pointer (&detail);
}

GramPoolDetail *
gram_registry_pool (GramRegistry *self,
                    GramActor *actor,
                    gint64 pool_id,
                    int year,
                    GramRefusal **refusal,
                    GError **error)
{
  g_auto (GramPoolAsker) asker = { 0 };
  GramPoolDetail *detail = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (pool_id != 0, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_pool_asker_init (&asker, self, actor, pool_id, year, refusal, error))
    detail = read_detail (&asker, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

void
gram_pool_member_row_free (GramPoolMemberRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->agreed_name);
  g_free (self);
}

void
gram_pool_row_free (GramPoolRow *self)
{
  if (self == NULL)
    return;
  g_free (self->state);
  g_free (self->name);
  g_free (self->number);
  g_free (self->holder);
  g_free (self->contact_name);
  g_free (self->contact_email);
  g_free (self->applied_name);
  g_free (self->decided_name);
  g_free (self->reason);
  g_free (self->reference);
  g_free (self);
}

void
gram_pool_detail_free (GramPoolDetail *self)
{
  if (self == NULL)
    return;
  gram_pool_row_free (self->pool);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  gram_refusal_free (self->agree);
  g_free (self->agree_account);
  gram_refusal_free (self->withdraw);
  gram_refusal_free (self->grant);
  gram_refusal_free (self->decline);
  gram_refusal_free (self->end);
  gram_refusal_free (self->update);
  g_free (self);
}
