/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-work.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Accepted at a time. */
#define TAKEN_PAGE 10000

/* Notes that a row named the vehicle. FALSE: an earlier one did. */
static gboolean
name_first_time (GramImportWork *work, gint64 id)
{
  gsize byte = (gsize)id / 8;
  guint8 bit = (guint8)(1u << (id % 8));

  if (byte >= work->named->len)
    {
      guint old_length = work->named->len;

      g_byte_array_set_size (work->named, (guint)byte + 1);
      memset (work->named->data + old_length, 0, work->named->len - old_length);
    }
  if ((work->named->data[byte] & bit) != 0)
    return FALSE;
  work->named->data[byte] |= bit;
  return TRUE;
}

gboolean
_gram_import_reject (GramImportWork *work, GError **error)
{
  work->report->rows_rejected++;
  if (work->first_problem == NULL && work->problems->len > 0)
    {
      const GramRowProblem *problem = work->problems->pdata[0];
      gboolean stops = g_str_has_suffix (problem->message, ".");
      g_autofree char *what = g_strndup (problem->message, strlen (problem->message) - stops);

      /* Translators: a row of a file, and what is wrong with it. It goes into a sentence. */
      work->first_problem = g_strdup_printf (_ ("row %" PRId64 ": %s"), problem->row, what);
    }
  if (work->report->rejects != NULL)
    return gram_reject_spool_add_all (work->report->rejects, work->problems, error);
  g_ptr_array_set_size (work->problems, 0);
  return TRUE;
}

static gboolean
reject_for (GramImportWork *work,
            const GramTableRow *at,
            const char *rule,
            const char *message,
            const char *suggestion,
            GError **error)
{
  const GramVehicleRecord *row = work->row;
  const char *value = row->vin != NULL       ? row->vin
                      : row->chassis != NULL ? row->chassis
                                             : row->register_key;

  g_ptr_array_add (work->problems, gram_row_problem_new (at->number, at->line, NULL, NULL, rule,
                                                         value, message, suggestion));
  return _gram_import_reject (work, error);
}

gboolean
_gram_import_accept_taken (GramImportWork *work, GError **error)
{
  if (work->taken->len == 0)
    return TRUE;
  if (!gram_auto_accept_taken (work->pass->call, &work->judge, work->taken, &work->accepted, error))
    return FALSE;
  g_array_set_size (work->taken, 0);
  return TRUE;
}

/* Auto-accept acts when a vehicle becomes ready, or when what was missing of a ready one arrives. */
static gboolean
consider_auto_accept (GramImportWork *work,
                      const GramVehicleRecord *vehicle,
                      gboolean becomes_ready,
                      GError **error)
{
  if (vehicle->status != GRAM_VEHICLE_READY)
    return TRUE;
  if (!gram_auto_judge_accepts (&work->judge, vehicle, NULL))
    {
      work->report->waiting += becomes_ready ? 1 : 0;
      return TRUE;
    }
  work->report->auto_accepted++;
  if (!work->applies)
    return TRUE;
  g_array_append_val (work->taken, vehicle->id);
  return work->taken->len < TAKEN_PAGE || _gram_import_accept_taken (work, error);
}

static gboolean
bring_in_new (GramImportWork *work, GError **error)
{
  GramVehicleRecord *vehicle = work->row;

  work->report->rows_new++;
  vehicle->entered_at = work->now;
  vehicle->ready_at = vehicle->status == GRAM_VEHICLE_READY ? work->now : 0;
  if (work->applies
      && !gram_vehicle_table_insert (work->pass->call->unit, vehicle, work->import_id, error))
    return FALSE;
  return consider_auto_accept (work, vehicle, TRUE, error);
}

/* Changes @vehicle, a fresh copy of the registry's; with @merges by what the row says, else to its status alone. */
static gboolean
change_vehicle (GramImportWork *work,
                const GramVehicleRecord *vehicle,
                gboolean merges,
                const GramTableRow *at,
                GError **error)
{
  const GramImportPass *pass = work->pass;
  g_autoptr (GramVehicleRecord) after = gram_vehicle_record_copy (vehicle);
  gboolean comes = vehicle->account_id != pass->account->id;
  gboolean becomes_ready
      = vehicle->status == GRAM_VEHICLE_ENTERED && work->row->status == GRAM_VEHICLE_READY;

  after->account_id = pass->account->id;
  if (merges)
    gram_import_merge_apply (after, work->row, work->scope, pass->account->kind);
  if (becomes_ready)
    {
      after->status = GRAM_VEHICLE_READY;
      after->ready_at = work->now;
    }
  if (work->applies
      && !gram_vehicle_table_update (pass->call->unit, vehicle, after, pass->call->journal_id,
                                     work->import_id, at->number, error))
    return FALSE;
  if (comes || becomes_ready || (vehicle->missing != 0 && after->missing == 0))
    return consider_auto_accept (work, after, comes || becomes_ready, error);
  return TRUE;
}

/* A vehicle that is accepted or disputed keeps what it says until the difference is decided; it may become ready. */
static gboolean
meet_guarded (GramImportWork *work,
              const GramVehicleRecord *vehicle,
              const GramTableRow *at,
              GError **error)
{
  if (!_gram_import_report_differences (work, vehicle, at, error))
    return FALSE;
  if (vehicle->status != GRAM_VEHICLE_ENTERED || work->row->status != GRAM_VEHICLE_READY)
    return TRUE;
  return change_vehicle (work, vehicle, FALSE, at, error);
}

/* Whether the vehicle stands with nobody, so that the row takes it over. */
static gboolean
stands_with_nobody (GramImportWork *work,
                    const GramVehicleRecord *vehicle,
                    gboolean *nobody,
                    GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_get (gram_registry_get_store (work->pass->registry), vehicle->account_id,
                               &account, error))
    return FALSE;
  *nobody = account->unassigned
            && gram_account_kind_scheme (account->kind)
                   == gram_account_kind_scheme (work->pass->account->kind);
  return TRUE;
}

static gboolean
meet_known (GramImportWork *work, gint64 id, const GramTableRow *at, GError **error)
{
  const GramImportPass *pass = work->pass;
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gboolean comes = FALSE;
  gboolean differs;

  if (!gram_vehicle_table_get (gram_registry_get_store (pass->registry), id, &vehicle, error))
    return FALSE;
  g_assert (vehicle != NULL);

  if (vehicle->account_id != pass->account->id
      && !stands_with_nobody (work, vehicle, &comes, error))
    return FALSE;
  /* Whose it is stays unsaid. */
  if (vehicle->account_id != pass->account->id && !comes)
    return reject_for (work, at, "row.other-account", _ ("The vehicle is on another account"),
                       _ ("If it belongs here, ask the administrator to look into it"), error);
  if (gram_import_merge_contradicts (vehicle, work->row))
    return reject_for (work, at, "row.contradicts-registry",
                       _ ("VIN and chassis number do not belong together in the registry"),
                       _ ("Check both on the vehicle’s papers"), error);
  if (!name_first_time (work, id))
    return reject_for (work, at, "row.duplicate",
                       _ ("An earlier row of the file is the same vehicle"),
                       _ ("Take one of the two rows out"), error);

  differs = gram_import_merge_differs (vehicle, work->row, work->scope);
  if (differs
      && (vehicle->status == GRAM_VEHICLE_ACCEPTED
          || vehicle->attention == GRAM_ATTENTION_DISPUTED))
    return meet_guarded (work, vehicle, at, error);
  if (differs || comes
      || (vehicle->status == GRAM_VEHICLE_ENTERED && work->row->status == GRAM_VEHICLE_READY))
    {
      work->report->rows_changed++;
      return change_vehicle (work, vehicle, TRUE, at, error);
    }
  work->report->rows_unchanged++;
  return TRUE;
}

gboolean
_gram_import_row (GramImportWork *work, const GramTableRow *row, GError **error)
{
  GramStore *store = gram_registry_get_store (work->pass->registry);
  gint64 by_vin = 0;
  gint64 by_other = 0;

  work->row->id = 0;
  work->row->account_id = work->pass->account->id;
  if (!work->has_status)
    work->row->status = work->pass->options->status;
  if (!work->begins_empty && !gram_vehicle_table_find (store, work->row, &by_vin, &by_other, error))
    return FALSE;
  if (by_vin != 0 && by_other != 0 && by_vin != by_other)
    return reject_for (work, row, "row.contradicts-registry",
                       _ ("The VIN is that of one vehicle and the chassis number that of another"),
                       _ ("Check both on the vehicle’s papers"), error);
  if (by_vin == 0 && by_other == 0)
    return bring_in_new (work, error);
  return meet_known (work, by_vin != 0 ? by_vin : by_other, row, error);
}
