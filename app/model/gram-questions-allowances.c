/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-allowances.h"

#include "gram-question.h"

/* A year of an account, and what is asked about it. */
typedef struct
{
  char *word;
  char *quantity;
  int year;
} Year;

static Year *
year_new (const char *word, const char *quantity, int year)
{
  Year *input = g_new0 (Year, 1);

  input->word = g_strdup (word);
  input->quantity = g_strdup (quantity);
  input->year = year;
  return input;
}

static void
year_free (gpointer data)
{
  Year *input = data;

  g_free (input->word);
  g_free (input->quantity);
  g_free (input);
}

/* Asks about a year of an account, 0 for the current one. */
static void
ask_year (GramSession *self,
          GramQuestionFunc func,
          GDestroyNotify free_answer,
          gint64 account_id,
          Year *input,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  const GramQuestion question = { .func = func,
                                  .free_answer = free_answer,
                                  .input = input,
                                  .free_input = year_free,
                                  .number = account_id };

  gram_question_ask (self, &question, tag, cancellable, callback, user_data);
}

static gint64
account_of (const GramQuestion *question)
{
  return question->number != 0 ? question->number : question->account_id;
}

static gpointer
read_allowance_years (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  return gram_registry_allowance_years (registry, question->actor, question->account_id, refusal,
                                        error);
}

void
gram_session_allowance_years_async (GramSession *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask_plainly (self, read_allowance_years, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_allowance_years_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_allowance_years_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_allowance_year (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  const Year *input = question->input;

  return gram_registry_allowance_year (registry, question->actor, account_of (question),
                                       input->year, refusal, error);
}

void
gram_session_allowance_year_async (GramSession *self,
                                   gint64 account_id,
                                   int year,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_allowance_year, (GDestroyNotify)gram_allowance_year_free, account_id,
            year_new (NULL, NULL, year), gram_session_allowance_year_async, cancellable, callback,
            user_data);
}

GramAllowanceYear *
gram_session_allowance_year_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_allowance_days (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  const Year *input = question->input;

  return gram_registry_allowance_days (registry, question->actor, account_of (question),
                                       input->year, refusal, error);
}

void
gram_session_allowance_days_async (GramSession *self,
                                   gint64 account_id,
                                   int year,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_allowance_days, (GDestroyNotify)g_array_unref, account_id,
            year_new (NULL, NULL, year), gram_session_allowance_days_async, cancellable, callback,
            user_data);
}

GArray *
gram_session_allowance_days_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_preview_surrender (const GramQuestion *question,
                        GramRegistry *registry,
                        GCancellable *cancellable,
                        GramRefusal **refusal,
                        GError **error)
{
  const Year *input = question->input;
  g_autofree GramSurrenderPreview *preview = g_new0 (GramSurrenderPreview, 1);

  if (!gram_registry_preview_surrender (registry, question->actor, account_of (question),
                                        input->year, input->quantity, preview, refusal, error))
    return NULL;
  return g_steal_pointer (&preview);
}

void
gram_session_preview_surrender_async (GramSession *self,
                                      int year,
                                      const char *quantity,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_preview_surrender, g_free, 0, year_new (NULL, quantity, year),
            gram_session_preview_surrender_async, cancellable, callback, user_data);
}

GramSurrenderPreview *
gram_session_preview_surrender_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_preview_conversion (const GramQuestion *question,
                         GramRegistry *registry,
                         GCancellable *cancellable,
                         GramRefusal **refusal,
                         GError **error)
{
  const Year *input = question->input;
  g_autofree GramConversionPreview *preview = g_new0 (GramConversionPreview, 1);

  if (!gram_registry_preview_conversion (registry, question->actor, account_of (question),
                                         input->year, input->word, input->quantity, preview,
                                         refusal, error))
    return NULL;
  return g_steal_pointer (&preview);
}

void
gram_session_preview_conversion_async (GramSession *self,
                                       int year,
                                       const char *direction,
                                       const char *quantity,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_preview_conversion, g_free, 0, year_new (direction, quantity, year),
            gram_session_preview_conversion_async, cancellable, callback, user_data);
}

GramConversionPreview *
gram_session_preview_conversion_finish (GramSession *self,
                                        GAsyncResult *result,
                                        GramRefusal **refusal,
                                        GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_settlements (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  const Year *input = question->input;

  return gram_registry_settlements (registry, question->actor, account_of (question), input->year,
                                    refusal, error);
}

void
gram_session_settlements_async (GramSession *self,
                                gint64 account_id,
                                int year,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_settlements, (GDestroyNotify)g_ptr_array_unref, account_id,
            year_new (NULL, NULL, year), gram_session_settlements_async, cancellable, callback,
            user_data);
}

GPtrArray *
gram_session_settlements_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_explain_ccts (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  const Year *input = question->input;

  return gram_registry_explain_ccts (registry, question->actor, input->word, account_of (question),
                                     input->year, refusal, error);
}

void
gram_session_explain_ccts_async (GramSession *self,
                                 const char *figure,
                                 gint64 account_id,
                                 int year,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_explain_ccts, (GDestroyNotify)gram_figure_explanation_free, account_id,
            year_new (figure, NULL, year), gram_session_explain_ccts_async, cancellable, callback,
            user_data);
}

GramFigureExplanation *
gram_session_explain_ccts_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
