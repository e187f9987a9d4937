/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"
#include "gram-exclusions.h"
#include "gram-queries-cases-private.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-case-vehicle-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_case_detail_free (GramCaseDetail *self)
{
  if (self == NULL)
    return;
  gram_case_row_free (self->row);
  gram_account_record_free (self->account);
  g_free (self->today);
  gram_dispute_record_free (self->dispute);
  g_clear_pointer (&self->vehicles, g_ptr_array_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_clear_pointer (&self->exclusions, g_hash_table_unref);
  g_free (self);
}

char *
gram_case_detail_format (const GramCaseDetail *self, const char *field, const char *text)
{
  g_return_val_if_fail (self != NULL && field != NULL && text != NULL, NULL);

  return gram_exclusions_format (self->exclusions, field, text);
}

/* Of a vehicle that is somebody else's now, members are told by which numbers they knew it. */
static void
hide_vehicles (GPtrArray *vehicles, gint64 account_id)
{
  for (guint i = 0; i < vehicles->len; i++)
    {
      GramVehicleRecord *vehicle = vehicles->pdata[i];
      GramVehicleRecord *left;

      if (vehicle->account_id == account_id)
        continue;
      left = gram_vehicle_record_new ();
      left->id = vehicle->id;
      left->version = 0;
      g_set_str (&left->label, vehicle->label);
      left->vin = g_steal_pointer (&vehicle->vin);
      left->chassis = g_steal_pointer (&vehicle->chassis);
      gram_vehicle_record_free (vehicle);
      vehicles->pdata[i] = left;
    }
}

/* What was taken back where a vehicle came from is not told to whom it came, nor where it went to whom it left. */
static void
hide_corrections (GPtrArray *corrections, gint64 account_id)
{
  for (guint i = corrections->len; i > 0; i--)
    {
      GramCorrectionRecord *correction = corrections->pdata[i - 1];

      if (correction->account_before != account_id)
        g_ptr_array_remove_index (corrections, i - 1);
      else if (correction->account_after != account_id)
        correction->account_after = 0;
    }
}

static gboolean
read_vehicles (GramCaseDetail *detail, GramStore *store, gint64 case_id, GError **error)
{
  g_autoptr (GArray) ids
      = gram_case_vehicle_table_ids (store, case_id, 0, GRAM_CASE_DETAIL_VEHICLES, error);

  if (ids == NULL || !gram_case_vehicle_table_count (store, case_id, &detail->n_vehicles, error))
    return FALSE;
  detail->vehicles
      = gram_vehicle_table_page (store, (const gint64 *)(gpointer)ids->data, ids->len, error);
  return detail->vehicles != NULL;
}

/* The earlier texts of messages that the asker reads, and of no others. */
static gboolean
read_edits (GramCaseDetail *detail, GramStore *store, GError **error)
{
  detail->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_case_message_edit_free);
  for (guint i = 0; i < detail->messages->len; i++)
    {
      const GramCaseMessageRecord *message = detail->messages->pdata[i];
      GPtrArray *edits;

      if (message->edited_at == 0)
        continue;
      edits = gram_case_message_table_history (store, message->id, error);
      if (edits == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (detail->edits, edits);
    }
  return TRUE;
}

static gboolean
read_thread (GramCaseDetail *detail, GramStore *store, gint64 case_id, GError **error)
{
  guint lanes = 1u << GRAM_LANE_HOLDER;

  if (detail->administrators_side)
    lanes |= 1u << GRAM_LANE_INTERNAL;
  detail->messages = gram_case_message_table_list (store, case_id, lanes, error);
  if (detail->messages == NULL || !read_edits (detail, store, error))
    return FALSE;
  detail->attachments = gram_attachment_table_list (store, case_id, lanes, error);
  return detail->attachments != NULL;
}

static gboolean
read_parts (GramCaseDetail *detail, GramStore *store, GError **error)
{
  gint64 case_id = detail->row->id;

  if (!gram_dispute_table_get (store, case_id, &detail->dispute, error)
      || !read_vehicles (detail, store, case_id, error)
      || !read_thread (detail, store, case_id, error))
    return FALSE;
  detail->differences = gram_difference_table_list_case (store, case_id, error);
  if (detail->differences == NULL)
    return FALSE;
  detail->corrections = gram_correction_table_of_case (store, case_id, error);
  if (detail->corrections == NULL)
    return FALSE;
  if (!detail->administrators_side)
    {
      hide_vehicles (detail->vehicles, detail->account->id);
      hide_corrections (detail->corrections, detail->account->id);
    }
  return TRUE;
}

/* The case, of an account that who asks may see: one text for those that are not there and those of others. */
static gboolean
find_case (GramRegistry *self,
           GramActor *actor,
           gint64 case_id,
           GramCaseRecord **record,
           GramPersonRecord **person,
           GramAccountRecord **account,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramRefusal) no = NULL;

  if (_gram_queries_find_person (self, actor, person, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_case_table_get (self->store, case_id, record, error))
    return FALSE;
  if (*record != NULL
      && _gram_query_view (self, actor, (*record)->account_id, NULL, account, &no, error))
    return TRUE;
  if (*record != NULL && no == NULL)
    return FALSE;
  return gram_refuse (refusal, "case.unknown", NULL, _ ("There is no case %" PRId64 " here"),
                      case_id);
}

static GramCaseDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 case_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramCaseDetail) detail = g_new0 (GramCaseDetail, 1);
  g_autoptr (GramCaseRecord) record = NULL;
  g_autoptr (GramPersonRecord) person = NULL;

  if (!find_case (self, actor, case_id, &record, &person, &detail->account, refusal, error))
    return NULL;
  detail->today = gram_registry_dup_today (self, detail->account->kind);
  detail->administrators_side = _gram_check_administrators_side (person);
  /* Before the claimant is hidden from who may not know: whether it is claimed decides what can be done. */
  detail->allows = _gram_case_allows (self, record, detail->account, person, error);
  if (detail->allows == NULL)
    return NULL;
  detail->row = _gram_case_row_new (self, g_steal_pointer (&record), person, error);
  if (detail->row == NULL || !read_parts (detail, self->store, error))
    return NULL;
  detail->exclusions = gram_exclusions_titles (self, detail->account->kind, error);
  if (detail->exclusions == NULL)
    return NULL;
  return g_steal_pointer (&detail);
}

GramCaseDetail *
gram_registry_case_detail (GramRegistry *self,
                           GramActor *actor,
                           gint64 case_id,
                           GramRefusal **refusal,
                           GError **error)
{
  GramCaseDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, case_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}
