/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-person-table.h"
#include "gram-statement.h"

static void
test_insert (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramPersonRecord) record = gram_person_record_new ();
  g_autoptr (GramPersonRecord) found = NULL;
  g_autoptr (GramPersonRecord) by_email = NULL;
  g_autoptr (GramPersonRecord) none = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  record->email = g_strdup ("aroha@example.org");
  record->name = g_strdup ("Aroha Ngata");
  record->password_hash = g_strdup ("$y$j9T$invented");
  record->role = GRAM_ROLE_CASE_HANDLER;
  record->created_at = 11;
  gram_person_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  gram_person_table_get (self->store, record->id, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->email, ==, "aroha@example.org");
  g_assert_cmpstr (found->name, ==, "Aroha Ngata");
  g_assert_cmpstr (found->password_hash, ==, "$y$j9T$invented");
  g_assert_cmpint (found->role, ==, GRAM_ROLE_CASE_HANDLER);
  g_assert_cmpint (found->created_at, ==, 11);
  gram_person_table_get_by_email (self->store, "tom@example.org", &by_email, &error);
  g_assert_no_error (error);
  g_assert_cmpint (by_email->id, ==, 2);
  g_assert_true (gram_person_table_get_by_email (self->store, "nobody@example.org", &none, &error));
  g_assert_null (none);
  persons = gram_person_table_list (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (persons->len, ==, 3);
  g_assert_cmpint (((GramPersonRecord *)g_ptr_array_index (persons, 0))->id, ==, record->id);

  g_assert_false (gram_person_table_insert (self->unit, record, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

static void
test_sign_in (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramPersonRecord) locked = NULL;
  g_autoptr (GramPersonRecord) last = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_person_table_get (self->store, 2, &person, &error);
  g_assert_no_error (error);
  person->failed_tries = 5;
  person->locked_until = 1000;
  person->last_sign_in = 900;
  g_assert_true (gram_person_table_update_sign_in (self->unit, person, &error));
  gram_person_table_get (self->store, 2, &locked, &error);
  g_assert_no_error (error);
  g_assert_cmpint (locked->failed_tries, ==, 5);
  g_assert_cmpint (locked->locked_until, ==, 1000);
  g_assert_cmpint (locked->last_sign_in, ==, 900);
  g_assert_true (gram_person_table_update_password (self->unit, 2, "$y$j9T$other", &error));
  gram_person_table_get (self->store, 2, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (last->password_hash, ==, "$y$j9T$other");
  g_assert_cmpint (last->failed_tries, ==, 0);
  g_assert_cmpint (last->locked_until, ==, 0);

  g_assert_false (gram_person_table_update_password (self->unit, 99, "$y$j9T$other", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

static GramPersonRecord *
get (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramPersonRecord *record;

  gram_person_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_update (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramPersonRecord) before = get (self, 2);
  g_autoptr (GramPersonRecord) after = get (self, 2);
  g_autoptr (GramPersonRecord) last = NULL;
  g_autoptr (GramPersonRecord) reset = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (before->active);
  g_assert_cmpstr (before->reset_hash, ==, "");
  table_fixture_begin (self);
  g_set_str (&after->name, "Tom Okafor-Reid");
  g_set_str (&after->reset_hash, "f00d");
  after->reset_lapses_at = 500;
  g_assert_true (gram_person_table_update (self->unit, before, after, &error));
  last = get (self, 2);
  g_assert_cmpstr (last->name, ==, "Tom Okafor-Reid");
  g_assert_cmpstr (last->reset_hash, ==, "f00d");
  g_assert_cmpint (last->reset_lapses_at, ==, 500);

  /* The second of two that read the same; and one who read it before the password changed. */
  g_assert_false (gram_person_table_update (self->unit, before, after, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (gram_person_table_update_password (self->unit, 2, "$y$j9T$other", &error));
  g_assert_false (gram_person_table_update (self->unit, last, after, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  reset = get (self, 2);
  g_assert_cmpstr (reset->reset_hash, ==, "");
  g_assert_cmpint (reset->reset_lapses_at, ==, 0);
}

static const struct
{
  GramRole role;
  gboolean active;
  gint64 n_administrators;
} role_cases[] = {
  { GRAM_ROLE_OFFICER, TRUE, 1 },
  { GRAM_ROLE_ADMINISTRATOR, TRUE, 2 },
  { GRAM_ROLE_ADMINISTRATOR, FALSE, 1 },
  { GRAM_ROLE_READER, TRUE, 1 },
};

static void
test_roles (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  person->email = g_strdup ("olga@example.org");
  person->name = g_strdup ("Olga Petrova");
  g_assert_true (gram_person_table_insert (self->unit, person, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (role_cases); i++)
    {
      g_autoptr (GramPersonRecord) before = get (self, person->id);
      g_autoptr (GramPersonRecord) after = get (self, person->id);
      gint64 n = 0;

      after->role = role_cases[i].role;
      after->active = role_cases[i].active;
      g_assert_true (gram_person_table_update (self->unit, before, after, &error));
      g_assert_true (
          gram_person_table_count_role (self->store, GRAM_ROLE_ADMINISTRATOR, &n, &error));
      g_assert_cmpint (n, ==, role_cases[i].n_administrators);
    }
}

/* E-mails of those who have one of the roles, in order. */
static char *
with_roles (TableFixture *self, guint roles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) persons = gram_person_table_list_roles (self->store, roles, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < persons->len; i++)
    g_string_append_printf (text, "%s ", ((GramPersonRecord *)persons->pdata[i])->email);
  return g_string_free_and_steal (text);
}

static void
test_list_roles (TableFixture *self, gconstpointer data)
{
  g_autofree char *side = NULL;
  g_autofree char *officers = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_store_exec (
      self->store,
      "INSERT INTO person (email, name, password_hash, role, created_at, active) VALUES"
      " ('zoe@example.org', 'ana Lopez', '*', 'case-handler', 1, 1),"
      " ('kiri@example.org', 'Kiri Ngata', '*', 'decision-maker', 1, 1),"
      " ('left@example.org', 'Bea Left', '*', 'case-handler', 1, 0),"
      " ('hana@example.org', 'Hana Walker', '*', 'officer', 1, 1)",
      &error);
  g_assert_no_error (error);
  side = with_roles (self,
                     GRAM_ROLE_ADMINISTRATOR | GRAM_ROLE_CASE_HANDLER | GRAM_ROLE_DECISION_MAKER);
  g_assert_cmpstr (side, ==, "zoe@example.org kiri@example.org mere@example.org ");
  officers = with_roles (self, GRAM_ROLE_OFFICER);
  g_assert_cmpstr (officers, ==, "hana@example.org tom@example.org ");
  none = with_roles (self, GRAM_ROLE_READER);
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/person/insert", test_insert);
  TABLE_TEST ("/store/person/sign-in", test_sign_in);
  TABLE_TEST ("/store/person/update", test_update);
  TABLE_TEST ("/store/person/roles", test_roles);
  TABLE_TEST ("/store/person/list-roles", test_list_roles);
  return g_test_run ();
}
