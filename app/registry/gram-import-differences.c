/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-work.h"

#include "gram-cases.h"

#include "gram-difference-table.h"

/* The case in which the vehicle's differences are decided: the undecided one, or a new one. */
static gboolean
find_case (GramImportWork *work, const GramVehicleRecord *vehicle, gint64 *case_id, GError **error)
{
  GramCall *call = work->pass->call;
  g_autoptr (GramCaseRecord) live = NULL;

  if (!gram_cases_find_subject (call, GRAM_CASE_DIFFERENCE, vehicle->id, &live, error))
    return FALSE;
  if (live != NULL)
    {
      *case_id = live->id;
      gram_call_touches (call, "case", live->id);
      return TRUE;
    }
  if (work->difference_due == NULL
      && !gram_cases_due (call, GRAM_CASE_DIFFERENCE, &work->difference_due, error))
    return FALSE;
  return gram_cases_open_due (call, GRAM_CASE_DIFFERENCE, vehicle->id, vehicle->label,
                              work->difference_due, case_id, error);
}

static gboolean
report_one (GramImportWork *work,
            const GramVehicleRecord *vehicle,
            const GramMergeChange *change,
            const GramTableRow *at,
            gint64 *case_id,
            GError **error)
{
  GramDifferenceRecord difference = {
    .vehicle_id = vehicle->id,
    .import_id = work->import_id,
    .import_row = at->number,
    .field = (char *)change->field,
    .registry_value = change->old_value,
    .file_value = change->new_value,
  };
  gboolean known;

  /* Waits for a decision, or was kept out before: it is not asked about again. */
  if (!gram_difference_table_is_known (gram_registry_get_store (work->pass->registry), &difference,
                                       &known, error))
    return FALSE;
  if (known)
    return TRUE;
  if (*case_id == 0 && !find_case (work, vehicle, case_id, error))
    return FALSE;
  difference.case_id = *case_id;
  return gram_difference_table_insert (work->pass->call->unit, &difference, error);
}

gboolean
_gram_import_report_differences (GramImportWork *work,
                                 const GramVehicleRecord *vehicle,
                                 const GramTableRow *at,
                                 GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  gint64 case_id = 0;

  work->report->rows_differing++;
  if (!work->applies)
    return TRUE;
  changes = gram_import_merge_list (vehicle, work->row, work->scope);
  for (guint i = 0; i < changes->len; i++)
    if (!report_one (work, vehicle, changes->pdata[i], at, &case_id, error))
      return FALSE;
  return TRUE;
}
