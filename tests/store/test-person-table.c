/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-person-table.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/person/insert", test_insert);
  TABLE_TEST ("/store/person/sign-in", test_sign_in);
  return g_test_run ();
}
