/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries.h"

#include "gram-auto-accept.h"

/* Records that are read at a time, and rows that are listed. */
#define PAGE 1000
#define MAX_ROWS 1000

static void
rehearsal_row_free (GramRehearsalRow *self)
{
  g_free (self->label);
  g_free (self->model);
  g_free (self->reason);
  g_free (self);
}

static void
add_skipped (GramRehearsal *rehearsal, const GramVehicleRecord *vehicle, GramAutoReason reason)
{
  GramRehearsalRow *row;

  rehearsal->n_skipped++;
  if (rehearsal->skipped->len >= MAX_ROWS)
    return;
  row = g_new0 (GramRehearsalRow, 1);
  row->vehicle_id = vehicle->id;
  row->label = g_strdup (vehicle->label);
  row->model = g_strstrip (g_strdup_printf ("%s %s", vehicle->make, vehicle->model));
  row->reason = g_strdup (gram_auto_reason_sentence (reason));
  g_ptr_array_add (rehearsal->skipped, row);
}

static gboolean
rehearse_page (GramStore *store,
               const GramAutoJudge *judge,
               const gint64 *ids,
               guint n_ids,
               GramRehearsal *rehearsal,
               GError **error)
{
  g_autoptr (GPtrArray) vehicles = gram_vehicle_table_page (store, ids, n_ids, error);

  if (vehicles == NULL)
    return FALSE;
  for (guint i = 0; i < vehicles->len; i++)
    {
      const GramVehicleRecord *vehicle = vehicles->pdata[i];
      GramAutoReason reason;
      gboolean accepts = gram_auto_judge_accepts (judge, vehicle, &reason);

      rehearsal->n_by_reason[reason]++;
      if (!accepts)
        {
          add_skipped (rehearsal, vehicle, reason);
          continue;
        }
      rehearsal->would_accept++;
      rehearsal->units += vehicle->units;
    }
  return TRUE;
}

static gboolean
rehearse_all (GramRegistry *self,
              const GramAccountRecord *account,
              guint switches,
              GramRehearsal *rehearsal,
              GCancellable *cancellable,
              GError **error)
{
  GramStore *store = gram_registry_get_store (self);
  g_auto (GramAutoJudge) judge = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery query = {
    .account_id = account->id,
    .statuses = 1u << GRAM_VEHICLE_READY,
  };

  if (!gram_auto_judge_init (&judge, self, account, switches, error))
    return FALSE;
  ids = gram_vehicle_table_ids (store, &query, 0, error);
  if (ids == NULL)
    return FALSE;
  for (guint at = 0; at < ids->len; at += PAGE)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !rehearse_page (store, &judge, &g_array_index (ids, gint64, at),
                           MIN (PAGE, ids->len - at), rehearsal, error))
      return FALSE;
  return TRUE;
}

static GramRehearsal *
rehearse (GramRegistry *self,
          GramActor *actor,
          gint64 account_id,
          guint switches,
          GCancellable *cancellable,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GramRehearsal) rehearsal = NULL;
  g_autoptr (GramAccountRecord) account = NULL;

  if (gram_registry_may_view (self, actor, account_id, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_account_table_get (gram_registry_get_store (self), account_id, &account, error))
    return NULL;
  g_assert (account != NULL);

  rehearsal = g_new0 (GramRehearsal, 1);
  rehearsal->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify)rehearsal_row_free);
  if (!rehearse_all (self, account, switches, rehearsal, cancellable, error))
    return NULL;
  return g_steal_pointer (&rehearsal);
}

GramRehearsal *
gram_registry_rehearse_auto_accept (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    guint switches,
                                    GCancellable *cancellable,
                                    GramRefusal **refusal,
                                    GError **error)
{
  GramRehearsal *rehearsal;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (gram_registry_get_store (self), error))
    return NULL;
  rehearsal = rehearse (self, actor, account_id, switches, cancellable, refusal, error);
  gram_store_end_read (gram_registry_get_store (self));
  return rehearsal;
}

void
gram_rehearsal_free (GramRehearsal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  g_free (self);
}
