/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-cases.h"

#include "gram-queries-cases.h"
#include "gram-question.h"

#include <glib/gi18n-lib.h>

/* Rows are read in pages, so that a stop is heard. */
#define SORT_PAGE 500

static void
part_free (gpointer data)
{
  GramCasesPart *part = data;

  g_free (part->account);
  g_free (part->holder);
  g_array_unref (part->cases);
  g_clear_pointer (&part->value, g_variant_unref);
  g_clear_pointer (&part->refusal, gram_refusal_free);
  g_free (part);
}

void
gram_cases_report_free (GramCasesReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->failure);
  g_free (self);
}

static GramCasesReport *
report_new (void)
{
  GramCasesReport *report = g_new0 (GramCasesReport, 1);

  report->parts = g_ptr_array_new_with_free_func (part_free);
  return report;
}

static GramCasesPart *
part_for (GramCasesReport *report, GHashTable *by_account, const GramCaseRecord *record)
{
  GramCasesPart *part = g_hash_table_lookup (by_account, record->number);

  if (part != NULL)
    return part;

  part = g_new0 (GramCasesPart, 1);
  part->account = g_strdup (record->number);
  part->holder = g_strdup (record->holder);
  part->cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (report->parts, part);
  g_hash_table_insert (by_account, part->account, part);
  return part;
}

/* On a thread of its own: sorts the cases by their accounts. */
static gpointer
sort_cases (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  const GArray *cases = question->input;
  g_autoptr (GramCasesReport) report = report_new ();
  g_autoptr (GHashTable) by_account = g_hash_table_new (g_str_hash, g_str_equal);

  report->n_left = cases->len;
  for (guint first = 0; first < cases->len; first += SORT_PAGE)
    {
      g_autoptr (GPtrArray) page
          = gram_registry_case_rows (registry, question->actor,
                                     &g_array_index (cases, gint64, first),
                                     MIN (SORT_PAGE, cases->len - first), refusal, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint i = 0; i < page->len; i++)
        {
          const GramCaseRow *row = g_ptr_array_index (page, i);

          g_array_append_val (part_for (report, by_account, row->record)->cases, row->id);
        }
    }
  return g_steal_pointer (&report);
}

/* The way through the accounts, one command after the other. */
typedef struct
{
  GramActor *actor; /* whose decision it is */
  char *command;
  GVariant *arguments;
  GramSessionProgress progress;
  gpointer progress_data;
  GramCasesReport *report;
  GramRefusal *refusal;
  guint next; /* of the parts */
  gint64 n_cases;
} Round;

static void
round_free (gpointer data)
{
  Round *round = data;

  g_clear_pointer (&round->actor, gram_actor_unref);
  g_free (round->command);
  g_clear_pointer (&round->arguments, g_variant_unref);
  g_clear_pointer (&round->report, gram_cases_report_free);
  g_clear_pointer (&round->refusal, gram_refusal_free);
  g_free (round);
}

static GVariant *
arguments_for (const Round *round, const GramCasesPart *part)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (round->arguments);

  g_variant_dict_insert (&dict, "account", "s", part->account);
  g_variant_dict_insert_value (&dict, "cases",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, part->cases->data,
                                                          part->cases->len, sizeof (gint64)));
  return g_variant_dict_end (&dict);
}

static void send_next (GramSession *self, GTask *outer);

/* What is done stays done, so it is told with what was not sent any more. */
static void
stop (GTask *outer, GError *error)
{
  Round *round = g_task_get_task_data (outer);
  g_autoptr (GError) failure = error;

  if (round->report->n_done + round->report->n_refused == 0)
    {
      g_task_return_error (outer, g_steal_pointer (&failure));
      return;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    round->report->failure = g_strdup (_ ("You stopped it before the rest was sent."));
  else
    round->report->failure = g_strdup (failure->message);
  g_task_return_boolean (outer, TRUE);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  Round *round = g_task_get_task_data (outer);
  GramCasesReport *report = round->report;
  GramCasesPart *part = g_ptr_array_index (report->parts, round->next);
  GError *error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (self, result, &part->value, &part->refusal, &error);

  if (outcome == GRAM_OUTCOME_FAILED)
    {
      stop (outer, error);
      return;
    }
  if (outcome == GRAM_OUTCOME_DONE)
    report->n_done += part->cases->len;
  else
    report->n_refused += part->cases->len;
  report->n_left -= part->cases->len;
  round->next++;
  if (round->progress != NULL)
    round->progress (self, round->n_cases - report->n_left, round->n_cases, round->next,
                     round->progress_data);
  send_next (self, g_steal_pointer (&outer));
}

/* Takes over the task. */
static void
send_next (GramSession *self, GTask *outer)
{
  const Round *round = g_task_get_task_data (outer);
  GCancellable *cancellable = g_task_get_cancellable (outer);
  GError *error = NULL;

  if (round->next == round->report->parts->len)
    g_task_return_boolean (outer, TRUE);
  else if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    stop (outer, error);
  else if (gram_session_get_actor (self) != round->actor || gram_session_get_reader (self) == NULL)
    stop (outer, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed"));
  else
    {
      gram_session_perform_async (self, round->command,
                                  arguments_for (round, g_ptr_array_index (round->report->parts,
                                                                           round->next)),
                                  NULL, NULL, cancellable, sent_cb, outer);
      return;
    }
  g_object_unref (outer);
}

static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  Round *round = g_task_get_task_data (outer);
  GError *error = NULL;

  round->report = gram_question_answer (self, result, &round->refusal, &error);
  if (error != NULL)
    g_task_return_error (outer, error);
  else if (round->refusal != NULL)
    g_task_return_boolean (outer, TRUE);
  else
    send_next (self, g_steal_pointer (&outer));
}

void
gram_session_perform_cases_async (GramSession *self,
                                  const char *command,
                                  const GArray *cases,
                                  GVariant *arguments,
                                  GramSessionProgress progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GramQuestion question = { .func = sort_cases,
                            .free_answer = (GDestroyNotify)gram_cases_report_free,
                            .free_input = (GDestroyNotify)g_array_unref,
                            .apart = TRUE };
  GTask *outer;
  Round *round;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (command != NULL && cases != NULL);
  g_return_if_fail (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));

  round = g_new0 (Round, 1);
  round->actor
      = gram_session_get_signed_in (self) ? gram_actor_ref (gram_session_get_actor (self)) : NULL;
  round->command = g_strdup (command);
  round->arguments = g_variant_ref_sink (arguments);
  round->progress = progress;
  round->progress_data = progress_data;
  round->n_cases = cases->len;
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_perform_cases_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, round, round_free);

  question.input = g_array_copy ((GArray *)cases);
  gram_question_ask (self, &question, gram_session_perform_cases_async, cancellable, sorted_cb,
                     outer);
}

GramCasesReport *
gram_session_perform_cases_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  Round *round;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (refusal != NULL, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  round = g_task_get_task_data (G_TASK (result));
  *refusal = g_steal_pointer (&round->refusal);
  return g_steal_pointer (&round->report);
}
