/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-password.h"
#include "gram-persons.h"

#include <string.h>

#define EMAIL "administrator@example.org"

static gint64 the_time = G_GINT64_CONSTANT (1773600000) * G_USEC_PER_SEC;

static gint64
tell_time (gpointer data)
{
  return the_time;
}

/* Tries to sign in; the refusal's id, empty if it worked. */
static char *
try (Fixture *f, const char *email, const char *password)
{
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_registry_sign_in (f->registry, email, password, &actor, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (actor != NULL));
  if (refusal != NULL)
    g_set_str (&f->message, refusal->message);
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static void
expect (Fixture *f, const char *email, const char *password, const char *expected)
{
  g_autofree char *id = try (f, email, password);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_right_and_wrong (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autofree char *wrong_password = NULL;

  expect (f, EMAIL, FIXTURE_PASSWORD, "");
  expect (f, " Administrator@Example.org ", FIXTURE_PASSWORD, "");
  expect (f, EMAIL, "correct horse batterz", "session.wrong");
  wrong_password = g_strdup (f->message);
  expect (f, EMAIL, NULL, "session.wrong");
  expect (f, EMAIL, "", "session.wrong");
  /* The same words, whether there is such a person or not. */
  expect (f, "nobody@example.org", FIXTURE_PASSWORD, "session.wrong");
  g_assert_cmpstr (f->message, ==, wrong_password);
}

static void
test_waits (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);

  _gram_registry_set_clock (f->registry, tell_time, NULL);
  for (int i = 0; i < GRAM_SIGN_IN_TRIES; i++)
    expect (f, EMAIL, "wrong wrong wrong", "session.wrong");
  /* Now even the right one has to wait a minute. */
  expect (f, EMAIL, FIXTURE_PASSWORD, "session.wait");
  the_time += 59 * G_USEC_PER_SEC;
  expect (f, EMAIL, FIXTURE_PASSWORD, "session.wait");

  /* Starting the program anew is no way round it. */
  fixture_reopen (f);
  _gram_registry_set_clock (f->registry, tell_time, NULL);
  expect (f, EMAIL, FIXTURE_PASSWORD, "session.wait");
  the_time += 2 * G_USEC_PER_SEC;

  /* A sixth wrong one waits twice as long. */
  expect (f, EMAIL, "wrong wrong wrong", "session.wrong");
  the_time += 61 * G_USEC_PER_SEC;
  expect (f, EMAIL, FIXTURE_PASSWORD, "session.wait");
  the_time += 60 * G_USEC_PER_SEC;
  expect (f, EMAIL, FIXTURE_PASSWORD, "");

  /* The right one begins the count anew; others never waited. */
  for (int i = 0; i < GRAM_SIGN_IN_TRIES - 1; i++)
    expect (f, EMAIL, "wrong wrong wrong", "session.wrong");
  expect (f, EMAIL, FIXTURE_PASSWORD, "");
  expect (f, "owner@example.org", FIXTURE_PASSWORD, "");
  fixture_verify (f);
}

static void
test_wait_table (void)
{
  static const struct
  {
    int tries;
    gint64 minutes;
  } rows[]
      = { { 0, 0 }, { 4, 0 }, { 5, 1 }, { 6, 2 }, { 7, 4 }, { 10, 32 }, { 11, 60 }, { 1000, 60 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (gram_persons_wait_after (rows[i].tries), ==,
                     rows[i].minutes * G_TIME_SPAN_MINUTE);
}

static void
test_journal (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  expect (f, EMAIL, "a secret that was mistyped", "session.wrong");
  expect (f, EMAIL, FIXTURE_PASSWORD, "");
  entries = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((const GramJournalEntry *)entries->pdata[0])->command, ==, "session.open");
  g_assert_cmpstr (((const GramJournalEntry *)entries->pdata[1])->command, ==, "session.refuse");
  /* No password, right or wrong, stands in any entry. */
  for (guint i = 0; i < entries->len; i++)
    {
      const GramJournalEntry *entry = entries->pdata[i];

      g_assert_null (strstr (entry->arguments, "horse"));
      g_assert_null (strstr (entry->arguments, "secret"));
      g_assert_null (strstr (entry->result, "$y$"));
    }
}

static void
test_practice (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);

  expect (f, EMAIL, NULL, "");
  expect (f, "owner@example.org", NULL, "");
  expect (f, "nobody@example.org", NULL, "session.wrong");
}

static void
test_hash (void)
{
  g_autofree char *one = gram_password_hash (FIXTURE_PASSWORD, NULL);
  g_autofree char *other = gram_password_hash (FIXTURE_PASSWORD, NULL);

  g_assert_true (g_str_has_prefix (one, "$y$"));
  g_assert_cmpstr (one, !=, other);
  g_assert_true (gram_password_verify (FIXTURE_PASSWORD, one));
  g_assert_true (gram_password_verify (FIXTURE_PASSWORD, other));
  g_assert_false (gram_password_verify ("correct horse batter", one));
  g_assert_false (gram_password_verify (NULL, one));
  g_assert_false (gram_password_verify ("", ""));
  g_assert_false (gram_password_verify (NULL, NULL));
  g_assert_false (gram_password_verify (FIXTURE_PASSWORD, "*0"));
}

/* Of the store's inside, which this folder does not see: so that nobody waits five seconds here. */
void _gram_store_set_busy_timeout (guint milliseconds);

/* Another process brings in a long file: who knows the password can still look around. */
static void
test_while_writing (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramActor) nobody = NULL;
  g_autoptr (GramRegistry) other = NULL;
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;

  _gram_store_set_busy_timeout (50);
  fixture_reopen (f);
  other = gram_registry_open (f->path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  unit = gram_unit_begin (gram_registry_get_store (other), &error);
  g_assert_no_error (error);

  g_assert_cmpint (gram_registry_sign_in (f->registry, EMAIL, FIXTURE_PASSWORD, &actor, NULL,
                                          &error),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_no_error (error);
  accounts = gram_registry_list_accounts (f->registry, actor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 3);

  /* A wrong try that cannot be counted is no try. */
  g_assert_cmpint (gram_registry_sign_in (f->registry, EMAIL, "correct horse batterz", &nobody,
                                          NULL, &error),
                   ==, GRAM_OUTCOME_FAILED);
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_BUSY);
  g_assert_null (nobody);
  gram_unit_rollback (g_steal_pointer (&unit));
  _gram_store_set_busy_timeout (5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/sign-in/right-and-wrong", test_right_and_wrong);
  g_test_add_func ("/registry/sign-in/waits", test_waits);
  g_test_add_func ("/registry/sign-in/wait-table", test_wait_table);
  g_test_add_func ("/registry/sign-in/journal", test_journal);
  g_test_add_func ("/registry/sign-in/practice", test_practice);
  g_test_add_func ("/registry/sign-in/hash", test_hash);
  g_test_add_func ("/registry/sign-in/while-writing", test_while_writing);
  return g_test_run ();
}
