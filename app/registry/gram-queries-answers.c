/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-disputes.h"

#include "gram-case-query.h"
#include "gram-case-vehicle-table.h"
#include "gram-queries-people-private.h"
#include "gram-vehicle-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Cases and vehicles that are read at a time. */
#define PAGE 500

/* What all answers of a file share. */
typedef struct
{
  GramRegistry *registry;
  const GramAccountRecord *account;
  GramDate from;
  GramDate to;
  GramAnswerFunc func;
  gpointer data;
  GCancellable *cancellable;
} Telling;

static char *
text_or_none (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* An answer as far as the case says it, without a vehicle. */
static GramAnswer *
begin_answer (const Telling *self,
              const GramCaseRecord *record,
              const GramDisputeRecord *says,
              GramDate decided_on)
{
  GramAnswer *answer = gram_answer_new ();

  answer->number = record->id;
  answer->kind = record->kind;
  answer->dispute = says->kind;
  answer->account = g_strdup (self->account->number);
  answer->field = text_or_none (says->field);
  answer->stated = text_or_none (says->stated);
  answer->claimed = text_or_none (says->claimed);
  answer->outcome = record->outcome;
  answer->reason = text_or_none (record->reason);
  answer->decided_on = decided_on;
  return answer;
}

/* What the case wrote into a field; NULL nothing. @old_value is what stood there before it. */
static const char *
find_change (const GPtrArray *values, gint64 case_id, const char *field, const char **old_value)
{
  for (guint i = 1; i < values->len; i++)
    {
      const GramVehicleValue *value = values->pdata[i];

      if (value->case_id != case_id || !g_str_equal (value->field, field))
        continue;
      *old_value = value->old_value;
      return value->new_value;
    }
  return NULL;
}

/* What a field said when the vehicle was created. */
static char *
dup_first (const GPtrArray *values, const GramVehicleField *field, const GramVehicleRecord *vehicle)
{
  for (guint i = 1; i < values->len; i++)
    {
      const GramVehicleValue *value = values->pdata[i];

      if (g_str_equal (value->field, field->name))
        return g_strdup (value->old_value);
    }
  return gram_vehicle_field_get (field, vehicle);
}

/* By what the holder knows the vehicle: what identified it before this decision. */
static char *
dup_name (const GPtrArray *values, gint64 case_id, const char *field, const char *today)
{
  const char *old_value;

  return text_or_none (find_change (values, case_id, field, &old_value) != NULL ? old_value
                                                                                : today);
}

static void
add_values (const Telling *self,
            GramAnswer *answer,
            const GPtrArray *values,
            const GramVehicleRecord *vehicle)
{
  const GramVehicleField *fields = gram_vehicle_fields ();
  const char *old_value;

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (answer->dispute != GRAM_DISPUTE_MISSING)
      g_set_str (&answer->values[i],
                 find_change (values, answer->number, fields[i].name, &old_value));
    else if (gram_vehicle_field_is_disputable (&fields[i], self->account->kind)
             && gram_vehicle_field_says_something (&fields[i], vehicle))
      {
        g_free (answer->values[i]);
        answer->values[i] = dup_first (values, &fields[i], vehicle);
      }
}

/* Where it went is told to who had said so before. */
static gboolean
add_right_account (const Telling *self,
                   GramAnswer *answer,
                   const GramDisputeRecord *says,
                   const GramVehicleRecord *vehicle,
                   GError **error)
{
  g_autoptr (GramAccountRecord) stands = NULL;

  if (answer->dispute != GRAM_DISPUTE_NOT_OURS || answer->outcome != GRAM_CASE_UPHELD)
    return TRUE;
  if (!gram_account_table_get (gram_registry_get_store (self->registry), vehicle->account_id,
                               &stands, error))
    return FALSE;
  if (stands != NULL && g_strcmp0 (stands->number, says->right_account) == 0)
    answer->right_account = g_strdup (stands->number);
  return TRUE;
}

static gboolean
tell_vehicle (const Telling *self,
              const GramCaseRecord *record,
              const GramDisputeRecord *says,
              GramDate decided_on,
              const GramVehicleRecord *vehicle,
              GError **error)
{
  g_autoptr (GramAnswer) answer = begin_answer (self, record, says, decided_on);
  g_autoptr (GPtrArray) values
      = gram_vehicle_table_values (gram_registry_get_store (self->registry), vehicle->id, error);

  if (values == NULL)
    return FALSE;
  answer->vin = dup_name (values, record->id, "vin", vehicle->vin);
  answer->chassis = dup_name (values, record->id, "chassis", vehicle->chassis);
  if (answer->vin == NULL && answer->chassis == NULL)
    answer->register_key = text_or_none (vehicle->register_key);
  if (record->outcome == GRAM_CASE_UPHELD)
    add_values (self, answer, values, vehicle);
  return add_right_account (self, answer, says, vehicle, error)
         && self->func (answer, self->data, error);
}

/* A vehicle that is missing still has no record to be told from. */
static gboolean
tell_missing (const Telling *self,
              const GramCaseRecord *record,
              const GramDisputeRecord *says,
              GramDate decided_on,
              GError **error)
{
  g_autoptr (GramAnswer) answer = begin_answer (self, record, says, decided_on);

  answer->vin = text_or_none (says->vin);
  answer->chassis = text_or_none (says->chassis);
  return self->func (answer, self->data, error);
}

static gboolean
tell_case (const Telling *self, const GramCaseRecord *record, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  GramScheme scheme = gram_account_kind_scheme (self->account->kind);
  GramDate decided_on = gram_date_from_instant (record->decided_at, gram_zone_of_scheme (scheme));
  g_autoptr (GramDisputeRecord) says = NULL;
  g_autoptr (GArray) ids = NULL;

  if (gram_date_compare (decided_on, self->from) < 0
      || (gram_date_is_valid (self->to) && gram_date_compare (decided_on, self->to) > 0))
    return TRUE;
  if (!gram_dispute_table_get (store, record->id, &says, error))
    return FALSE;
  ids = gram_case_vehicle_table_ids (store, record->id, 0, 0, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return tell_missing (self, record, says, decided_on, error);
  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) vehicles
          = gram_vehicle_table_page (store, &g_array_index (ids, gint64, at),
                                     MIN (PAGE, ids->len - at), error);

      if (vehicles == NULL)
        return FALSE;
      for (guint i = 0; i < vehicles->len; i++)
        if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
            || !tell_vehicle (self, record, says, decided_on, vehicles->pdata[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
tell_all (const Telling *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  const GramCaseQuery query = {
    .account_id = self->account->id,
    .kinds = GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION,
    .states = GRAM_CASE_DECIDED,
    .order = GRAM_CASE_ORDER_NUMBER,
  };
  g_autoptr (GArray) ids = gram_case_table_ids (store, &query, 0, error);

  for (guint at = 0; ids != NULL && at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) records = gram_case_table_page (store, &g_array_index (ids, gint64, at),
                                                            MIN (PAGE, ids->len - at), error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        if (!tell_case (self, records->pdata[i], error))
          return FALSE;
    }
  return ids != NULL;
}

static gboolean
read_day (const char *text, GramDate *day, GramRefusal **refusal)
{
  *day = GRAM_DATE_NONE;
  if (text == NULL || *text == '\0' || gram_date_parse (text, GRAM_DATE_ISO, day, NULL))
    return TRUE;
  return gram_refuse (refusal, "date.form", NULL,
                      _ ("“%s” is not a date; write it like 2026-03-31"), text);
}

gboolean
gram_registry_each_answer (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           const char *from,
                           const char *to,
                           GramAnswerFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GramRefusal **refusal,
                           GError **error)
{
  Telling telling = { .registry = self, .func = func, .data = data, .cancellable = cancellable };
  g_autoptr (GramAccountRecord) account = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!read_day (from, &telling.from, refusal) || !read_day (to, &telling.to, refusal)
      || !gram_store_begin_read (self->store, error))
    return FALSE;
  good = _gram_query_view (self, actor, account_id, NULL, &account, refusal, error);
  telling.account = account;
  good = good && tell_all (&telling, error);
  gram_store_end_read (self->store);
  return good;
}

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  gint64 n_answers;
} Writing;

static gboolean
write_answer (const GramAnswer *answer, gpointer data, GError **error)
{
  Writing *self = data;
  g_autofree char *line = gram_answer_to_line (answer);

  self->n_answers++;
  return g_output_stream_write_all (self->stream, line, strlen (line), NULL, self->cancellable,
                                    error)
         && g_output_stream_write_all (self->stream, "\n", 1, NULL, self->cancellable, error);
}

gboolean
gram_registry_write_answers (GramRegistry *self,
                             GramActor *actor,
                             gint64 account_id,
                             const char *from,
                             const char *to,
                             GOutputStream *stream,
                             gint64 *n_answers,
                             GCancellable *cancellable,
                             GramRefusal **refusal,
                             GError **error)
{
  Writing writing = { stream, cancellable, 0 };

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!gram_registry_each_answer (self, actor, account_id, from, to, write_answer, &writing,
                                  cancellable, refusal, error))
    return FALSE;
  if (n_answers != NULL)
    *n_answers = writing.n_answers;
  return TRUE;
}
