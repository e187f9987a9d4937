/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions.h"

#include "gram-member-table.h"
#include "gram-question.h"

#include <glib/gi18n-lib.h>

/* Whatever leaves this floor carries no password hash. */
static void
strip_hashes (GPtrArray *persons)
{
  for (guint i = 0; i < persons->len; i++)
    {
      GramPersonRecord *person = g_ptr_array_index (persons, i);

      if (person->password_hash == NULL)
        continue;
      explicit_bzero (person->password_hash, strlen (person->password_hash));
      g_clear_pointer (&person->password_hash, g_free);
    }
}

/* Any role on the administrator's side. */
static gboolean
read_role (const GramQuestion *question,
           GramRegistry *registry,
           GramRole *role,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (question->actor != NULL
      && !gram_person_table_get (gram_registry_get_store (registry),
                                 gram_actor_get_person_id (question->actor), &person, error))
    return FALSE;
  if (person == NULL)
    return gram_refuse (refusal, "person.not-signed-in", NULL, _ ("Sign in first."));
  *role = person->role;
  return TRUE;
}

static gpointer
read_choices (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  GPtrArray *persons;

  if (gram_registry_get_kind (registry) != GRAM_REGISTRY_PRACTICE)
    return g_ptr_array_new ();
  persons = gram_person_table_list (gram_registry_get_store (registry), error);
  if (persons != NULL)
    strip_hashes (persons);
  return persons;
}

void
gram_session_list_persons_async (GramSession *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const GramQuestion question
      = { .func = read_choices, .anybody = TRUE, .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_list_persons_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_list_persons_finish (GramSession *self, GAsyncResult *result, GError **error)
{
  return gram_question_answer (self, result, NULL, error);
}

static GHashTable *
read_member_ids (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GPtrArray) members = gram_member_table_list (store, account_id, error);
  GHashTable *ids;

  if (members == NULL)
    return NULL;

  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = g_ptr_array_index (members, i);

      g_hash_table_add (ids, g_memdup2 (&member->person_id, sizeof (member->person_id)));
    }
  return ids;
}

static gpointer
read_people (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GHashTable) members = NULL;
  gint64 own_id;
  GramRole role = 0;

  if (!read_role (question, registry, &role, refusal, error))
    return NULL;
  persons = gram_person_table_list (store, error);
  if (persons == NULL)
    return NULL;
  strip_hashes (persons);
  if ((role & GRAM_ROLE_ADMINISTRATOR) != 0)
    return g_steal_pointer (&persons);

  members = read_member_ids (store, question->account_id, error);
  if (members == NULL)
    return NULL;
  own_id = gram_actor_get_person_id (question->actor);
  for (guint i = persons->len; i > 0; i--)
    {
      const GramPersonRecord *person = g_ptr_array_index (persons, i - 1);

      if (person->id != own_id && !g_hash_table_contains (members, &person->id))
        g_ptr_array_remove_index (persons, i - 1);
    }
  return g_steal_pointer (&persons);
}

void
gram_session_people_async (GramSession *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const GramQuestion question
      = { .func = read_people, .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_people_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_people_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

typedef struct
{
  gboolean account_only;
  gint64 before;
  guint limit;
} JournalPage;

static void
journal_line_free (gpointer data)
{
  GramJournalLine *line = data;

  g_clear_pointer (&line->entry, gram_journal_entry_free);
  g_free (line->person);
  g_free (line);
}

static GramJournalLine *
journal_line_new (GramJournalEntry *entry, GHashTable *names)
{
  GramJournalLine *line = g_new0 (GramJournalLine, 1);

  line->entry = entry;
  line->person = g_strdup (g_hash_table_lookup (names, &entry->person_id));
  return line;
}

static GHashTable *
read_names (GramStore *store, GError **error)
{
  g_autoptr (GPtrArray) persons = gram_person_table_list (store, error);
  GHashTable *names;

  if (persons == NULL)
    return NULL;

  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < persons->len; i++)
    {
      const GramPersonRecord *person = g_ptr_array_index (persons, i);

      g_hash_table_insert (names, g_memdup2 (&person->id, sizeof (person->id)),
                           g_strdup (person->name));
    }
  return names;
}

static gpointer
read_journal (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  const JournalPage *page = question->input;
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (journal_line_free);
  g_autoptr (GHashTable) names = NULL;
  GramRole role = 0;
  gint64 account_id;

  if (!read_role (question, registry, &role, refusal, error))
    return NULL;
  account_id = page->account_only || role == GRAM_ROLE_OFFICER ? question->account_id : 0;
  if (account_id == 0 && role == GRAM_ROLE_OFFICER)
    return g_steal_pointer (&lines);
  if (account_id != 0 && !gram_question_may_view (question, registry, account_id, refusal, error))
    return NULL;

  names = read_names (store, error);
  if (names == NULL)
    return NULL;
  entries = gram_journal_list (store, account_id, page->before, page->limit, error);
  if (entries == NULL)
    return NULL;
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (lines, journal_line_new (g_ptr_array_index (entries, i), names));
  return g_steal_pointer (&lines);
}

void
gram_session_journal_async (GramSession *self,
                            gboolean account_only,
                            gint64 before,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GramQuestion question = { .func = read_journal,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };
  JournalPage *page;

  g_return_if_fail (GRAM_IS_SESSION (self));

  page = g_new0 (JournalPage, 1);
  page->account_only = account_only;
  page->before = before;
  page->limit = limit;
  question.input = page;
  gram_question_ask (self, &question, gram_session_journal_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_journal_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
