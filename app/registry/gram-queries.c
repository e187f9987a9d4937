/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries.h"

#include "gram-check.h"
#include "gram-queries-private.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

GramOutcome
_gram_queries_outcome (gboolean good, const GramRefusal *refusal)
{
  if (good)
    return GRAM_OUTCOME_DONE;
  return refusal != NULL ? GRAM_OUTCOME_REFUSED : GRAM_OUTCOME_FAILED;
}

GramOutcome
_gram_queries_find_person (GramRegistry *self,
                           GramActor *actor,
                           GramPersonRecord **person,
                           GramRefusal **refusal,
                           GError **error)
{
  if (!gram_person_table_get (self->store, actor->person_id, person, error))
    return GRAM_OUTCOME_FAILED;
  if (*person != NULL && (*person)->active)
    return GRAM_OUTCOME_DONE;
  gram_refuse (refusal, "session.ended", NULL,
               _ ("You are not in this registry any more; ask its administrator"));
  return GRAM_OUTCOME_REFUSED;
}

GPtrArray *
_gram_queries_rows (GramRegistry *self,
                    GramActor *actor,
                    const gint64 *ids,
                    guint n_ids,
                    GramQueriesAdd add,
                    GDestroyNotify row_free,
                    GramRefusal **refusal,
                    GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  rows = g_ptr_array_new_with_free_func (row_free);
  for (guint at = 0; at < n_ids; at += GRAM_QUERIES_PAGE)
    if (!add (self, person, ids + at, MIN (GRAM_QUERIES_PAGE, n_ids - at), rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}

GArray *
_gram_queries_ids (GramRegistry *self,
                   GramActor *actor,
                   const GramQueriesList *list,
                   gconstpointer query,
                   guint limit,
                   GramRefusal **refusal,
                   GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  gpointer own;
  GArray *ids;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  own = list->query_for (self, person, query);
  ids = list->ids (self->store, own, limit, error);
  list->query_free (own);
  return ids;
}

GramOutcome
_gram_queries_counts (GramRegistry *self,
                      GramActor *actor,
                      const GramQueriesList *list,
                      gconstpointer query,
                      gpointer counts,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  GramOutcome outcome;
  gpointer own;
  gboolean counted;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (counts != NULL, GRAM_OUTCOME_FAILED);

  outcome = _gram_queries_find_person (self, actor, &person, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE)
    return outcome;
  own = list->query_for (self, person, query);
  counted = list->counts (self->store, own, counts, error);
  list->query_free (own);
  return counted ? GRAM_OUTCOME_DONE : GRAM_OUTCOME_FAILED;
}

gboolean
_gram_queries_sees (GramRegistry *self,
                    const GramPersonRecord *person,
                    gint64 account_id,
                    GramQueriesSight *sight,
                    GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (account_id == sight->account_id)
    return TRUE;
  if (!_gram_check_administrators_side (person)
      && !gram_member_table_get (self->store, account_id, person->id, &member, error))
    return FALSE;
  *sight = (GramQueriesSight){ account_id,
                               member != NULL || _gram_check_administrators_side (person) };
  return TRUE;
}

gboolean
_gram_queries_among_others (GramRegistry *self, const GramPersonRecord *person)
{
  return _gram_check_administrators_side (person)
         && gram_registry_get_kind (self) != GRAM_REGISTRY_OWN;
}

GramOutcome
_gram_queries_view_account (GramRegistry *self,
                            GramActor *actor,
                            gint64 account_id,
                            GramAccountRecord **account,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;
  GramOutcome outcome;
  gboolean good;

  if (!gram_person_table_get (self->store, actor->person_id, &person, error)
      || !gram_account_table_get (self->store, account_id, account, error))
    return GRAM_OUTCOME_FAILED;
  good = _gram_check_may_view (self, person, *account, &no, error);
  outcome = _gram_queries_outcome (good, no);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&no);
  return outcome;
}

GramOutcome
gram_registry_may_view (GramRegistry *self,
                        GramActor *actor,
                        gint64 account_id,
                        GramRefusal **refusal,
                        GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  return _gram_queries_view_account (self, actor, account_id, &account, refusal, error);
}

GramOutcome
gram_registry_administers (GramRegistry *self,
                           GramActor *actor,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  if (!gram_person_table_get (self->store, actor->person_id, &person, error))
    return GRAM_OUTCOME_FAILED;
  if (person != NULL && person->active && _gram_check_administrators_side (person))
    return GRAM_OUTCOME_DONE;
  gram_refuse (refusal, "permission.role", NULL,
               _ ("Only the administrator of the registry can see this"));
  return GRAM_OUTCOME_REFUSED;
}

GPtrArray *
gram_registry_list_accounts (GramRegistry *self, GramActor *actor, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_person_table_get (self->store, actor->person_id, &person, error))
    return NULL;
  if (person == NULL || !person->active)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)gram_account_record_free);
  return gram_account_table_list (self->store,
                                  _gram_check_administrators_side (person) ? 0 : person->id, error);
}

static void
add_amount (GramVehicleSums *sums, const GramTotalAmount *amount)
{
  sums->records += amount->records;
  sums->units += amount->units;
  sums->units_co2 += amount->units_co2;
  sums->co2_sum += amount->co2_sum;
}

static void
add_total (GramOverview *overview, const GramTotal *total)
{
  int status = total->key.status;
  int attention = total->key.attention;

  overview->counts[status][attention] += total->amount.records;
  overview->units[status][attention] += total->amount.units;
  if (status == GRAM_VEHICLE_ACCEPTED)
    add_amount (&overview->accepted, &total->amount);
  else if (status == GRAM_VEHICLE_READY)
    add_amount (&overview->waiting, &total->amount);
}

static gboolean
find_oldest_ready (GramRegistry *self, gint64 account_id, gint64 *at, GError **error)
{
  GramVehicleQuery query = {
    .account_id = account_id,
    .statuses = 1u << GRAM_VEHICLE_READY,
    .attentions = 1u << GRAM_ATTENTION_NONE,
    .order = GRAM_VEHICLE_ORDER_NEWEST,
    .descending = TRUE,
  };
  g_autoptr (GArray) ids = gram_vehicle_table_ids (self->store, &query, 1, error);
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  *at = 0;
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  if (!gram_vehicle_table_get (self->store, g_array_index (ids, gint64, 0), &vehicle, error))
    return FALSE;
  *at = vehicle != NULL ? vehicle->ready_at : 0;
  return TRUE;
}

static GramOverview *
read_overview (GramRegistry *self,
               GramActor *actor,
               gint64 account_id,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramOverview) overview = g_new0 (GramOverview, 1);

  if (_gram_queries_view_account (self, actor, account_id, &account, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  overview->months = gram_total_table_list (self->store, account_id, error);
  if (overview->months == NULL
      || !find_oldest_ready (self, account_id, &overview->oldest_ready_at, error))
    return NULL;
  for (guint i = 0; i < overview->months->len; i++)
    add_total (overview, &g_array_index (overview->months, GramTotal, i));
  overview->today = gram_registry_dup_today (self, account->kind);
  return g_steal_pointer (&overview);
}

GramOverview *
gram_registry_overview (GramRegistry *self,
                        GramActor *actor,
                        gint64 account_id,
                        GramRefusal **refusal,
                        GError **error)
{
  GramOverview *overview;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  /* One state of the registry, whoever commits meanwhile. */
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  overview = read_overview (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return overview;
}

void
gram_overview_free (GramOverview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->months, g_array_unref);
  g_free (self->today);
  g_free (self);
}
