/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-journal-query.h"

#include <string.h>

void
people_check_rows (Fixture *self, const PeopleRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 length = fixture_journal_length (self);

      g_test_message ("%" G_GSIZE_FORMAT ": %s %s", i, rows[i].command, rows[i].arguments);
      fixture_do (self, rows[i].who, rows[i].command, "%s", rows[i].arguments);
      g_assert_cmpstr (self->refusal, ==, rows[i].refusal);
      g_assert_cmpint (fixture_journal_length (self) - length, ==, *rows[i].refusal == '\0');
      g_assert_true ((*self->message == '\0') == (*rows[i].refusal == '\0'));
    }
}

char *
people_dup_code (Fixture *self)
{
  char *code = NULL;

  g_assert_true (g_variant_lookup (self->result, "code", "s", &code));
  return code;
}

GramMember *
people_member (Fixture *self, FixturePerson who)
{
  GramMember *member = NULL;
  GError *error = NULL;

  gram_member_table_get (gram_registry_get_store (self->registry), 1,
                         gram_actor_get_person_id (self->actors[who]), &member, &error);
  g_assert_no_error (error);
  return member;
}

GramPersonRecord *
people_person (Fixture *self, const char *email)
{
  GramPersonRecord *person = NULL;
  GError *error = NULL;

  gram_person_table_get_by_email (gram_registry_get_store (self->registry), email, &person, &error);
  g_assert_no_error (error);
  return person;
}

static GPtrArray *
entries (Fixture *self, guint limit)
{
  GError *error = NULL;
  GPtrArray *list
      = gram_journal_list (gram_registry_get_store (self->registry), 0, 0, limit, &error);

  g_assert_no_error (error);
  return list;
}

void
people_assert_not_in_journal (Fixture *self, const char *text)
{
  g_autoptr (GPtrArray) list = entries (self, 10000);

  for (guint i = 0; i < list->len; i++)
    {
      const GramJournalEntry *entry = list->pdata[i];

      g_assert_null (strstr (entry->arguments, text));
      g_assert_null (strstr (entry->result, text));
    }
}

GramJournalEntry *
people_last_entry (Fixture *self)
{
  g_autoptr (GPtrArray) list = entries (self, 1);

  return g_ptr_array_steal_index (list, 0);
}

guint
people_count_touching (Fixture *self, const char *subject, gint64 id)
{
  GramJournalQuery query = { .subject = (char *)subject, .subject_id = id };
  GError *error = NULL;
  g_autoptr (GPtrArray) list
      = gram_journal_query (gram_registry_get_store (self->registry), &query, 1000, &error);

  g_assert_no_error (error);
  return list->len;
}
