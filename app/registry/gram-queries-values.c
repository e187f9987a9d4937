/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-disputes.h"

#include "gram-case-vehicle-table.h"
#include "gram-check.h"
#include "gram-exclusions.h"
#include "gram-queries-people-private.h"
#include "gram-vehicle-fields.h"
#include "gram-vehicle-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is asked of a vehicle, and by whom. */
typedef struct
{
  GramVehicleRecord *vehicle;
  GramAccountRecord *account;
  GHashTable *exclusions;
  gboolean administrators_side;
} Asked;

static void
asked_clear (Asked *self)
{
  g_clear_pointer (&self->vehicle, gram_vehicle_record_free);
  g_clear_pointer (&self->account, gram_account_record_free);
  g_clear_pointer (&self->exclusions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* A vehicle that is not there and one of an account that @actor may not view get one answer. */
static gboolean
find_vehicle (GramRegistry *self,
              GramActor *actor,
              gint64 vehicle_id,
              Asked *asked,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;

  if (!gram_vehicle_table_get (self->store, vehicle_id, &asked->vehicle, error))
    return FALSE;
  if (asked->vehicle != NULL
      && !_gram_query_view (self, actor, asked->vehicle->account_id, &person, &asked->account, &no,
                            error)
      && no == NULL)
    return FALSE;
  if (person == NULL)
    return gram_refuse (refusal, "vehicle.unknown", NULL,
                        _ ("There is no such vehicle, or you are not a member of its account"));
  asked->administrators_side = _gram_check_administrators_side (person);
  return TRUE;
}

/* A whole number that is not known is 0 in the history, and is told like everything else that is not known. */
static const char *
known (const char *field, const char *value)
{
  const GramVehicleField *row = gram_vehicle_field_find (field);

  return row != NULL && row->kind == GRAM_VEHICLE_FIELD_COUNT && g_str_equal (value, "0") ? ""
                                                                                          : value;
}

/* One value with its source. What happened on an account of somebody else has none for members. */
static GramValueRow *
value_row (const Asked *asked, const GramVehicleValue *source, const char *field, const char *value)
{
  GramValueRow *row = g_new0 (GramValueRow, 1);
  gboolean told = asked->administrators_side || source->account_id == asked->vehicle->account_id;
  gboolean hidden = !asked->administrators_side && g_str_equal (field, "account")
                    && !g_str_equal (value, asked->account->number);

  row->field = g_strdup (field);
  row->title = g_strdup (gram_vehicle_field_title (field));
  row->value = g_strdup (hidden ? "" : known (field, value));
  if (g_hash_table_contains (asked->exclusions, row->value))
    row->text = gram_exclusions_format (asked->exclusions, field, row->value);
  row->version = source->version;
  row->at = source->at;
  if (!told)
    return row;
  row->person = g_strdup (source->person);
  row->command = g_strdup (source->command);
  row->file = g_strdup (source->file_name);
  row->import_row = source->import_row;
  row->case_id = source->case_id;
  return row;
}

/* The values of a field: the first, then those that each change brought. @now is today's. */
static void
add_field (GPtrArray *rows,
           const Asked *asked,
           const GPtrArray *values,
           const char *field,
           const char *now)
{
  const GramVehicleValue *first = values->pdata[0];
  guint start = rows->len;

  for (guint i = 1; i < values->len; i++)
    {
      const GramVehicleValue *change = values->pdata[i];

      if (!g_str_equal (change->field, field))
        continue;
      if (rows->len == start)
        g_ptr_array_add (rows, value_row (asked, first, field, change->old_value));
      g_ptr_array_add (rows, value_row (asked, change, field, change->new_value));
    }
  if (rows->len == start && now != NULL && *known (field, now) != '\0')
    g_ptr_array_add (rows, value_row (asked, first, field, now));
  if (rows->len > start)
    ((GramValueRow *)rows->pdata[rows->len - 1])->current = TRUE;
}

static GPtrArray *
value_rows (const Asked *asked, const GPtrArray *values)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_value_row_free);
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      /* What such vehicles do not have is told only if it was changed. */
      g_autofree char *now = gram_vehicle_field_is_disputable (&fields[i], asked->account->kind)
                                 ? gram_vehicle_field_get (&fields[i], asked->vehicle)
                                 : NULL;

      add_field (rows, asked, values, fields[i].name, now);
    }
  add_field (rows, asked, values, "account", NULL);
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_value_history (GramRegistry *self,
                             GramActor *actor,
                             gint64 vehicle_id,
                             GramRefusal **refusal,
                             GError **error)
{
  g_auto (Asked) asked = { 0 };
  g_autoptr (GPtrArray) values = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (find_vehicle (self, actor, vehicle_id, &asked, refusal, error))
    asked.exclusions = gram_exclusions_titles (self, asked.account->kind, error);
  if (asked.exclusions != NULL)
    values = gram_vehicle_table_values (self->store, vehicle_id, error);
  gram_store_end_read (self->store);
  return values != NULL ? value_rows (&asked, values) : NULL;
}

void
gram_value_row_free (GramValueRow *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->title);
  g_free (self->value);
  g_free (self->text);
  g_free (self->person);
  g_free (self->command);
  g_free (self->file);
  g_free (self);
}

/* Undecided cases first, then the newest. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const GramCaseRow *one = *(const GramCaseRow *const *)a;
  const GramCaseRow *other = *(const GramCaseRow *const *)b;
  gboolean one_ended = gram_case_record_is_decided (one->record);
  gboolean other_ended = gram_case_record_is_decided (other->record);

  if (one_ended != other_ended)
    return one_ended ? 1 : -1;
  return (one->id < other->id) - (one->id > other->id);
}

GPtrArray *
gram_registry_vehicle_cases (GramRegistry *self,
                             GramActor *actor,
                             gint64 vehicle_id,
                             GramRefusal **refusal,
                             GError **error)
{
  g_auto (Asked) asked = { 0 };
  g_autoptr (GArray) ids = NULL;
  GPtrArray *rows = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (find_vehicle (self, actor, vehicle_id, &asked, refusal, error))
    ids = gram_case_vehicle_table_cases (self->store, vehicle_id, 0, error);
  if (ids != NULL)
    rows = gram_registry_case_rows (self, actor, (const gint64 *)ids->data, ids->len, refusal,
                                    error);
  gram_store_end_read (self->store);
  if (rows != NULL)
    g_ptr_array_sort (rows, compare_rows);
  return rows;
}
