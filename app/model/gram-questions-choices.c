/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions.h"

#include "gram-question.h"

void
gram_person_choice_free (GramPersonChoice *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->person, gram_person_record_free);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_free (self);
}

/* Whatever leaves this floor carries no password hash. */
static void
strip_hash (GramPersonRecord *person)
{
  if (person->password_hash == NULL)
    return;

  explicit_bzero (person->password_hash, strlen (person->password_hash));
  g_clear_pointer (&person->password_hash, g_free);
}

static gpointer
read_choices (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) choices
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_person_choice_free);

  if (gram_registry_get_kind (registry) != GRAM_REGISTRY_PRACTICE)
    return g_steal_pointer (&choices);

  persons = gram_person_table_list (store, error);
  if (persons == NULL)
    return NULL;

  g_ptr_array_set_free_func (persons, NULL);
  for (guint i = 0; i < persons->len; i++)
    {
      GramPersonChoice *choice = g_new0 (GramPersonChoice, 1);

      choice->person = g_ptr_array_index (persons, i);
      strip_hash (choice->person);
      g_ptr_array_add (choices, choice);
    }
  for (guint i = 0; i < choices->len; i++)
    {
      GramPersonChoice *choice = g_ptr_array_index (choices, i);

      choice->accounts = gram_account_table_list (store, choice->person->id, error);
      if (choice->accounts == NULL)
        return NULL;
    }

  return g_steal_pointer (&choices);
}

void
gram_session_list_choices_async (GramSession *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const GramQuestion question
      = { .func = read_choices, .anybody = TRUE, .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_list_choices_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_list_choices_finish (GramSession *self, GAsyncResult *result, GError **error)
{
  return gram_question_answer (self, result, NULL, error);
}
