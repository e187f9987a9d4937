/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-calendar.h"
#include "gram-rulebook-table.h"

#include <glib/gstdio.h>
#include <string.h>

/* Set-ups that are refused, and why. */
static const struct
{
  const char *name;
  GramSetup setup;
  const char *refusal;
} refused[] = {
  { "no-title", { GRAM_REGISTRY_OWN, " ", "a@example.org", "A", FIXTURE_PASSWORD }, "text.empty" },
  { "bad-email", { GRAM_REGISTRY_OWN, "T", "a.example.org", "A", FIXTURE_PASSWORD }, "text.email" },
  { "two-ats", { GRAM_REGISTRY_OWN, "T", "a@b@example.org", "A", FIXTURE_PASSWORD }, "text.email" },
  { "no-name", { GRAM_REGISTRY_OWN, "T", "a@example.org", "", FIXTURE_PASSWORD }, "text.empty" },
  { "control-character",
    { GRAM_REGISTRY_OWN, "T\x01", "a@example.org", "A", FIXTURE_PASSWORD },
    "text.characters" },
  { "turned-around",
    { GRAM_REGISTRY_OWN, "T\u202E", "a@example.org", "A", FIXTURE_PASSWORD },
    "text.characters" },
  { "no-password", { GRAM_REGISTRY_OWN, "T", "a@example.org", "A", NULL }, "password.missing" },
  { "short-password",
    { GRAM_REGISTRY_OWN, "T", "a@example.org", "A", "123456789" },
    "password.short" },
  { "one-character",
    { GRAM_REGISTRY_OWN, "T", "a@example.org", "A", "aaaaaaaaaaaa" },
    "password.weak" },
  { "email-as-password",
    { GRAM_REGISTRY_OWN, "T", "a@example.org", "A", "A@example.org" },
    "password.weak" },
  { "date-of-its-own",
    { GRAM_REGISTRY_ADMINISTRATOR, "T", "a@example.org", "A", FIXTURE_PASSWORD, "2026-03-16" },
    "registry.no-practice" },
  { "impossible-date",
    { GRAM_REGISTRY_PRACTICE, "T", "a@example.org", "A", NULL, "2026-02-30" },
    "registry.bad-date" },
  { "no-such-folder",
    { GRAM_REGISTRY_OWN, "T", "a@example.org", "A", FIXTURE_PASSWORD, NULL, "/nowhere/at/all" },
    "file.unreadable" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (gram_registry_create (path, &refused[i].setup, &refusal, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, refused[i].refusal);
  g_assert_cmpstr (refusal->message, !=, "");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_first_person (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  const GramSetup setup
      = { GRAM_REGISTRY_OWN, "Our books", " Ada@Example.ORG ", "Ada", FIXTURE_PASSWORD };
  g_autoptr (GramRegistry) registry = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) rulebooks = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const GramPersonRecord *person;
  const GramJournalEntry *entry;
  GStatBuf status;
  GError *error = NULL;

  registry = gram_registry_create (path, &setup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gram_registry_get_kind (registry), ==, GRAM_REGISTRY_OWN);
  g_assert_cmpstr (gram_registry_get_title (registry), ==, "Our books");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  persons = gram_person_table_list (gram_registry_get_store (registry), &error);
  g_assert_cmpuint (persons->len, ==, 1);
  person = persons->pdata[0];
  g_assert_cmpstr (person->email, ==, "ada@example.org");
  g_assert_cmpint (person->role, ==, GRAM_ROLE_ADMINISTRATOR);
  g_assert_true (g_str_has_prefix (person->password_hash, "$y$"));

  /* The rulebooks that come with Gram are there at once. */
  rulebooks = gram_rulebook_table_list (gram_registry_get_store (registry), &error);
  g_assert_cmpuint (rulebooks->len, ==, 2);

  /* Set-up is the first entry of the journal; the password is not in it. */
  entries = gram_journal_list (gram_registry_get_store (registry), 0, 0, 10, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->command, ==, "registry.create");
  g_assert_nonnull (strstr (entry->arguments, "\"kind\":\"own\""));
  g_assert_null (strstr (entry->arguments, "horse"));
  g_assert_null (strstr (entry->arguments, "password"));
}

static void
test_exists (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  const GramSetup setup = { GRAM_REGISTRY_PRACTICE, "T", "a@example.org", "A" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_error = NULL;

  g_assert_null (gram_registry_create (f->path, &setup, NULL, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_EXISTS);
  /* And what was there is untouched. */
  fixture_reopen (f);
  fixture_verify (f);
}

static void
test_today (void)
{
  g_autoptr (Fixture) practice = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (Fixture) administrator = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *before = gram_registry_dup_today (practice->registry, GRAM_ACCOUNT_CCTS);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *first = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, FIXTURE_TODAY);
  /* From the first entry of the journal on. */
  entries = gram_journal_list (gram_registry_get_store (practice->registry), 0, 2, 1, NULL);
  first = gram_instant_format (((const GramJournalEntry *)entries->pdata[0])->at);
  g_assert_true (g_str_has_prefix (first, FIXTURE_TODAY));
  g_assert_true (gram_registry_set_today (practice->registry, "2027-01-02", NULL));
  after = gram_registry_dup_today (practice->registry, GRAM_ACCOUNT_CCS_NEW);
  g_assert_cmpstr (after, ==, "2027-01-02");

  g_assert_false (gram_registry_set_today (administrator->registry, "2027-01-02", &refusal));
  g_assert_cmpstr (refusal->id, ==, "registry.no-practice");
}

static gint64
new_years_eve (gpointer data)
{
  /* 31 December 2026, 12:30 UTC: the new year has begun in Auckland, not in London. */
  return G_GINT64_CONSTANT (1798720200) * G_USEC_PER_SEC;
}

static void
test_zones (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *auckland = NULL;
  g_autofree char *london = NULL;

  _gram_registry_set_clock (f->registry, new_years_eve, NULL);
  auckland = gram_registry_dup_today (f->registry, GRAM_ACCOUNT_CCS_USED);
  london = gram_registry_dup_today (f->registry, GRAM_ACCOUNT_CCTS);
  g_assert_cmpstr (auckland, ==, "2027-01-01");
  g_assert_cmpstr (london, ==, "2026-12-31");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/registry/setup/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/registry/setup/first-person", test_first_person);
  g_test_add_func ("/registry/setup/exists", test_exists);
  g_test_add_func ("/registry/setup/today", test_today);
  g_test_add_func ("/registry/setup/zones", test_zones);
  return g_test_run ();
}
