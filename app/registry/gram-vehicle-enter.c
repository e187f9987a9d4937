/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-exclusions.h"
#include "gram-handlers.h"

#include "gram-json-variant.h"
#include "gram-row-vehicle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The arguments as one line of Gram's own template: they are the keys of its fields, with dashes. */
static GBytes *
arguments_to_line (GramCall *call)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;
  char *line;

  g_variant_iter_init (&iter, call->arguments);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autofree char *key = g_strdelimit (g_strdup (name), "-", '_');

      if (!g_str_equal (name, "account"))
        g_variant_dict_insert_value (&dict, key, value);
    }
  all = g_variant_ref_sink (g_variant_dict_end (&dict));
  line = gram_json_from_variant (all);
  return g_bytes_new_take (line, strlen (line));
}

static gboolean
refuse_row (GPtrArray *problems, GramRefusal **refusal)
{
  const GramRowProblem *problem;

  if (problems->len == 0)
    return gram_refuse (refusal, "row.damaged", NULL, _ ("The vehicle cannot be read"));
  problem = problems->pdata[0];
  return gram_refuse (refusal, problem->rule, NULL, "%s: %s", problem->field, problem->message);
}

/* A chassis number names a vehicle on accounts of the CCS only. */
static gboolean
check_is_named (GramCall *call, GramRefusal **refusal)
{
  gboolean ccs = gram_account_kind_scheme (call->account->kind) == GRAM_SCHEME_CCS;

  if (gram_call_get_string (call, "vin") != NULL
      || (ccs && gram_call_get_string (call, "chassis") != NULL))
    return TRUE;
  return gram_refuse (refusal, "row.no-identifier", NULL, "%s",
                      ccs ? _ ("A vehicle has a VIN or a chassis number")
                          : _ ("A vehicle on this account has a VIN"));
}

/* Reads the one line with the rules of a file, so that a vehicle typed and a vehicle brought in are held to the same. */
static GramVehicleRecord *
read_vehicle (GramCall *call, GramRefusal **refusal, GError **error)
{
  const GramTableLayout layout = { GRAM_TABLE_JSONL, GRAM_TABLE_UTF8, ',' };
  g_autoptr (GBytes) line = arguments_to_line (call);
  g_autoptr (GramMapping) mapping = gram_mapping_new_preset ("gram");
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_row_problem_free);
  g_autoptr (GramVehicleRecord) vehicle = gram_vehicle_record_new ();
  g_autoptr (GramTableReader) reader = NULL;
  g_autoptr (GramRowContext) context = NULL;
  g_autofree char *today = gram_call_dup_today (call);
  g_auto (GStrv) exclusions = NULL;
  const GramTableRow *row;

  if (!check_is_named (call, refusal))
    return NULL;
  reader = gram_table_reader_new_for_bytes (line, &layout, error);
  if (reader == NULL)
    return NULL;
  context = gram_row_context_new (mapping, gram_table_reader_get_columns (reader),
                                  call->account->kind, today, error);
  exclusions = gram_exclusions_words (call->registry, call->account->kind, error);
  if (context == NULL || exclusions == NULL)
    return NULL;
  gram_row_context_set_exclusions (context, (const char *const *)exclusions);
  if (gram_table_reader_next (reader, &row, error) == GRAM_TABLE_ERROR)
    return NULL;
  if (gram_row_to_vehicle (context, row, vehicle, problems) == GRAM_ROW_TAKEN)
    return g_steal_pointer (&vehicle);
  refuse_row (problems, refusal);
  return NULL;
}

gboolean
gram_vehicles_enter (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramVehicleRecord) vehicle = read_vehicle (call, refusal, error);
  gint64 by_vin;
  gint64 by_other;

  if (vehicle == NULL)
    return FALSE;
  vehicle->account_id = call->account->id;
  vehicle->status = GRAM_VEHICLE_ENTERED;
  vehicle->entered_at = call->now;
  if (!gram_vehicle_table_find (call->store, vehicle, &by_vin, &by_other, error))
    return FALSE;
  /* One text, on which account it may be. */
  if (by_vin != 0 || by_other != 0)
    return gram_refuse (refusal, "vehicle.exists", NULL,
                        _ ("The registry has a vehicle with this VIN or chassis number already"));

  if (!gram_vehicle_table_insert (call->unit, vehicle, 0, error))
    return FALSE;
  gram_call_answer_int64 (call, "id", vehicle->id);
  gram_call_answer_string (call, "vehicle", vehicle->vin != NULL ? vehicle->vin : vehicle->chassis);
  gram_call_answer_string (call, "attention", gram_word_for ("attention", (int)vehicle->attention));
  return TRUE;
}
