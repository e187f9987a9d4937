/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-identifier.h"
#include "gram-queries.h"
#include "gram-question.h"
#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_unknown (GramRefusal **refusal)
{
  return gram_refuse (refusal, "account.unknown", NULL,
                      _ ("There is no account of that number that you may see."));
}

/* Answers with the id. Whether there is such an account is told to those alone who may see it. */
static gpointer
find_account (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GramAccountRecord) account = NULL;
  GramOutcome outcome;

  if (!gram_account_number_parse (question->input, number, NULL))
    {
      refuse_unknown (refusal);
      return NULL;
    }
  if (!gram_account_table_get_by_number (gram_registry_get_store (registry), number, &account,
                                         error))
    return NULL;

  outcome = account != NULL && question->actor != NULL
                ? gram_registry_may_view (registry, question->actor, account->id, NULL, error)
                : GRAM_OUTCOME_REFUSED;
  if (outcome == GRAM_OUTCOME_REFUSED)
    refuse_unknown (refusal);
  return outcome == GRAM_OUTCOME_DONE ? g_memdup2 (&account->id, sizeof (account->id)) : NULL;
}

typedef struct
{
  GramOutcome outcome;
  GramRefusal *refusal;
} Visit;

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_clear_pointer (&visit->refusal, gram_refusal_free);
  g_free (visit);
}

static void
there_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Visit *visit = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  visit->outcome = GRAM_OUTCOME_DONE;
  g_task_return_boolean (outer, TRUE);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  Visit *visit = g_task_get_task_data (outer);
  GError *error = NULL;
  g_autofree gint64 *id = gram_question_answer (self, result, &visit->refusal, &error);

  if (error != NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  if (id == NULL)
    {
      visit->outcome = GRAM_OUTCOME_REFUSED;
      g_task_return_boolean (outer, TRUE);
      return;
    }
  _gram_session_add_visit (self, *id);
  self->wanted_account = *id;
  _gram_session_settle_async (self, there_cb, g_steal_pointer (&outer));
}

void
gram_session_visit_async (GramSession *self,
                          const char *number,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GramQuestion question = { .func = find_account, .free_answer = g_free, .free_input = g_free };
  GTask *outer;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (number != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_visit_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, g_new0 (Visit, 1), visit_free);
  question.input = g_strdup (number);
  gram_question_ask (self, &question, gram_session_visit_async, cancellable, found_cb, outer);
}

GramOutcome
gram_session_visit_finish (GramSession *self,
                           GAsyncResult *result,
                           GramRefusal **refusal,
                           GError **error)
{
  Visit *visit;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  visit = g_task_get_task_data (G_TASK (result));
  if (refusal != NULL)
    *refusal = g_steal_pointer (&visit->refusal);
  return visit->outcome;
}

/* The last first; those that fall off the end leave the list of accounts with the next news. */
void
_gram_session_add_visit (GramSession *self, gint64 account_id)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      if (g_array_index (self->visits, gint64, i) != account_id)
        continue;
      g_array_remove_index (self->visits, i);
      break;
    }
  g_array_prepend_val (self->visits, account_id);
  if (self->visits->len > GRAM_SESSION_VISITS)
    g_array_set_size (self->visits, GRAM_SESSION_VISITS);
  self->n_visits++;
}
