/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions.h"

#include "gram-question.h"

#include <glib/gi18n-lib.h>

/* Ids of a selection are read in pages, so that a cancel is heard. */
#define WEIGH_PAGE 500

void
gram_vehicle_file_free (GramVehicleFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->record, gram_vehicle_record_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->standing, gram_vehicle_standing_free);
  g_clear_pointer (&self->charge, gram_charge_row_free);
  g_free (self->account_number);
  g_free (self);
}

/* What is missing, and how to mend it. */
static const struct
{
  GramMissing missing;
  const char *sentence;
} mends[] = {
  { GRAM_MISSING_CO2, N_ ("The CO₂ value is missing. Bring in a register extract that has it.") },
  { GRAM_MISSING_MASS,
    N_ ("The weight is missing, and the target depends on it. Bring in a register extract that "
        "has it.") },
  { GRAM_MISSING_TYPE,
    N_ ("The type, A or B, is missing. Bring in a register extract that has it; the entry "
        "certifier decides it.") },
  { GRAM_MISSING_MAKE, N_ ("The make is missing. Bring in a register extract that has it.") },
  { GRAM_MISSING_MODEL, N_ ("The model is missing. Bring in a register extract that has it.") },
  { GRAM_MISSING_DATE,
    N_ ("The date of first registration is missing, and the scheme year depends on it. Bring in a "
        "register extract that has it.") },
};

static GPtrArray *
list_mends (guint missing)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (mends); i++)
    {
      if ((missing & mends[i].missing) != 0)
        g_ptr_array_add (sentences, g_strdup (_ (mends[i].sentence)));
    }
  return sentences;
}

/* What it brings, and the charge that it is part of. */
static gboolean
read_standing (const GramQuestion *question,
               GramVehicleFile *file,
               GramRegistry *registry,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GPtrArray) charges = NULL;

  file->standing = gram_registry_vehicle_standing (registry, question->actor, file->record->id,
                                                   refusal, error);
  if (file->standing == NULL)
    return FALSE;
  if (file->standing->charge_id == 0)
    return TRUE;

  charges = gram_registry_charge_rows (registry, question->actor, &file->standing->charge_id, 1,
                                       refusal, error);
  if (charges == NULL)
    return FALSE;
  if (charges->len > 0)
    file->charge = g_ptr_array_steal_index (charges, 0);
  return TRUE;
}

static gboolean
fill_file (const GramQuestion *question,
           GramVehicleFile *file,
           GramRegistry *registry,
           GramRefusal **refusal,
           GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  const GramVehicleRecord *record = file->record;
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_get (store, record->account_id, &account, error))
    return FALSE;
  file->account_kind = account->kind;
  file->account_number = g_strdup (account->number);
  file->missing = list_mends (record->missing);
  return account->kind == GRAM_ACCOUNT_CCTS
         || read_standing (question, file, registry, refusal, error);
}

static gpointer
read_vehicle (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramVehicleFile) file = g_new0 (GramVehicleFile, 1);

  if (!gram_vehicle_table_get (gram_registry_get_store (registry), question->number, &file->record,
                               error))
    return NULL;
  if (file->record == NULL)
    {
      gram_refuse (refusal, "vehicle.unknown", NULL, _ ("There is no such vehicle."));
      return NULL;
    }
  if (!gram_question_may_view (question, registry, file->record->account_id, refusal, error))
    return NULL;
  return fill_file (question, file, registry, refusal, error) ? g_steal_pointer (&file) : NULL;
}

void
gram_session_vehicle_async (GramSession *self,
                            gint64 vehicle_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const GramQuestion question = { .func = read_vehicle,
                                  .free_answer = (GDestroyNotify)gram_vehicle_file_free,
                                  .number = vehicle_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_vehicle_async, cancellable, callback, user_data);
}

GramVehicleFile *
gram_session_vehicle_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

typedef struct
{
  GramVehicleQuery *query;
  GArray *ids;
} Chosen;

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_clear_pointer (&chosen->query, gram_vehicle_query_free);
  g_clear_pointer (&chosen->ids, g_array_unref);
  g_free (chosen);
}

static gboolean
add_up (gint64 *sum, gint64 addend)
{
  return !__builtin_add_overflow (*sum, addend, sum);
}

static gboolean
add_sums (GramVehicleSums *sums, const GramVehicleSums *more)
{
  return add_up (&sums->records, more->records) && add_up (&sums->units, more->units)
         && add_up (&sums->units_co2, more->units_co2) && add_up (&sums->co2_sum, more->co2_sum);
}

/* Puts sums where status and attention say they belong. */
static gboolean
sort_in (GramChoice *choice,
         GramVehicleStatus status,
         GramAttention attention,
         const GramVehicleSums *sums)
{
  gboolean fits = add_sums (&choice->all, sums);

  if (status == GRAM_VEHICLE_ENTERED)
    choice->entered += sums->records;
  else if (status == GRAM_VEHICLE_ACCEPTED)
    choice->accepted += sums->records;
  else if (attention == GRAM_ATTENTION_DISPUTED)
    choice->disputed += sums->records;
  else if (attention == GRAM_ATTENTION_INCOMPLETE)
    choice->incomplete += sums->records;
  else
    fits = fits && add_sums (&choice->acceptable, sums);
  return fits;
}

static gboolean
weigh_query (GramStore *store, const GramVehicleQuery *query, GramChoice *choice, GError **error)
{
  g_autoptr (GramVehicleQuery) part = gram_vehicle_query_copy (query);
  gboolean fits = TRUE;

  for (guint status = GRAM_VEHICLE_ENTERED; status <= GRAM_VEHICLE_ACCEPTED; status++)
    {
      for (guint attention = GRAM_ATTENTION_NONE; attention <= GRAM_ATTENTION_DISPUTED; attention++)
        {
          GramVehicleSums sums = { 0 };

          if ((query->statuses != 0 && (query->statuses & (1u << status)) == 0)
              || (query->attentions != 0 && (query->attentions & (1u << attention)) == 0))
            continue;
          part->statuses = 1u << status;
          part->attentions = 1u << attention;
          if (!gram_vehicle_table_sums (store, part, &sums, error))
            return FALSE;
          fits = fits && sort_in (choice, status, attention, &sums);
        }
    }
  if (!fits)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The sums are too large."));
  return fits;
}

static gboolean
weigh_record (const GramVehicleRecord *record, GramChoice *choice)
{
  gint64 co2 = gram_vehicle_record_effective_co2 (record);
  GramVehicleSums sums = { .records = 1, .units = record->units };

  if (co2 != GRAM_CO2_UNKNOWN)
    {
      sums.units_co2 = record->units;
      if (__builtin_mul_overflow (co2, (gint64)record->units, &sums.co2_sum))
        return FALSE;
    }
  return sort_in (choice, record->status, record->attention, &sums);
}

static gboolean
weigh_ids (GramStore *store,
           gint64 account_id,
           const GArray *ids,
           GCancellable *cancellable,
           GramChoice *choice,
           GError **error)
{
  for (guint first = 0; first < ids->len; first += WEIGH_PAGE)
    {
      g_autoptr (GPtrArray) page
          = gram_vehicle_table_page (store, &g_array_index (ids, gint64, first),
                                     MIN (WEIGH_PAGE, ids->len - first), error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          const GramVehicleRecord *record = g_ptr_array_index (page, i);

          /* A selection belongs to one account; nothing is told of another. */
          if (record->account_id == account_id && !weigh_record (record, choice))
            {
              g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                                   _ ("The sums are too large."));
              return FALSE;
            }
        }
    }
  return TRUE;
}

static gpointer
read_choice (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  const Chosen *chosen = question->input;
  GramStore *store = gram_registry_get_store (registry);
  gint64 account_id = chosen->query != NULL ? chosen->query->account_id : question->account_id;
  g_autofree GramChoice *choice = g_new0 (GramChoice, 1);
  gboolean done;

  if (!gram_question_may_view (question, registry, account_id, refusal, error))
    return NULL;
  if (chosen->query != NULL)
    done = weigh_query (store, chosen->query, choice, error);
  else
    done = weigh_ids (store, account_id, chosen->ids, cancellable, choice, error);
  return done ? g_steal_pointer (&choice) : NULL;
}

void
gram_session_weigh_async (GramSession *self,
                          const GramVehicleQuery *query,
                          const GArray *ids,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GramQuestion question
      = { .func = read_choice, .free_answer = g_free, .free_input = chosen_free, .apart = TRUE };
  Chosen *chosen;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail ((query == NULL) != (ids == NULL));

  chosen = g_new0 (Chosen, 1);
  if (query != NULL)
    chosen->query = gram_vehicle_query_copy (query);
  else
    chosen->ids = g_array_copy ((GArray *)ids);
  question.input = chosen;
  gram_question_ask (self, &question, gram_session_weigh_async, cancellable, callback, user_data);
}

GramChoice *
gram_session_weigh_finish (GramSession *self,
                           GAsyncResult *result,
                           GramRefusal **refusal,
                           GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
