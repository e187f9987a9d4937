/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include <string.h>

/* Arguments that do not fit a signature, and why. */
static const struct
{
  const char *name;
  const char *command;
  const char *arguments; /* GVariant text */
  const char *refusal;
} bad[] = {
  { "unknown-command", "vehicle.vanish", "@a{sv} {}", "command.unknown" },
  { "internal-create", "registry.create", "{'kind': <'own'>}", "command.internal" },
  { "internal-session", "session.open", "@a{sv} {}", "command.internal" },
  { "unknown-argument", "vehicle.accept", "{'account': <'1'>, 'fliter': <@a{sv} {}>}",
    "argument.unknown" },
  { "status-from-the-caller", "vehicle.enter", "{'account': <'1'>, 'status': <'accepted'>}",
    "argument.unknown" },
  { "missing", "vehicle.accept", "{'vehicles': <[int64 1]>}", "argument.missing" },
  { "number-for-text", "vehicle.accept", "{'account': <int64 10000016>}", "argument.type" },
  { "text-for-number", "vehicle.enter", "{'account': <'1'>, 'mass-kg': <'1400'>}",
    "argument.type" },
  { "double", "vehicle.enter", "{'account': <'1'>, 'mass-kg': <1400.0>}", "argument.type" },
  { "double-inside", "vehicle.accept", "{'account': <'1'>, 'filter': <{'search': <1.5>}>}",
    "argument.type" },
  { "narrow-numbers", "vehicle.accept", "{'account': <'1'>, 'vehicles': <[1, 2]>}",
    "argument.type" },
  { "list-for-text", "account.edit", "{'account': <'1'>, 'holder': <['a']>}", "argument.type" },
  { "no-dictionary", "account.edit", "'account'", "argument.form" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length = fixture_journal_length (f);
  GVariant *arguments = g_variant_parse (NULL, bad[i].arguments, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gram_registry_perform (f->registry, f->actors[ADMINISTRATOR], NULL,
                                          bad[i].command, arguments, NULL, NULL, NULL, NULL,
                                          &refusal, &error),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, bad[i].refusal);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_variant_unref (arguments);
}

/* The sentence names the argument that is wrong. */
static void
test_names_argument (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);

  fixture_do (f, ADMINISTRATOR, "vehicle.enter", "{'account': '@', 'mass-kg': 'heavy'}");
  g_assert_nonnull (strstr (f->message, "mass-kg"));
  fixture_do (f, ADMINISTRATOR, "vehicle.accept", "{}");
  g_assert_nonnull (strstr (f->message, "account"));
}

#define ENTER "{'account': '@', 'vin': 'WVWZZZ1KZAW123456', 'make': 'Volkswagen', 'model': 'Golf'}"
#define ENTER_OTHER "{'account': '@', 'vin': 'WVWZZZ1KZAW123457', 'make': 'Volkswagen'}"

static void
test_same_request (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autoptr (GVariant) first = NULL;
  gint64 length;

  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-1", "vehicle.enter", ENTER), ==, "");
  first = g_variant_ref (f->result);
  length = fixture_journal_length (f);

  /* A double click, a retry: the earlier result, and nothing happens. */
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-1", "vehicle.enter", ENTER), ==, "");
  g_assert_true (g_variant_equal (f->result, first));
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ENTERED), ==, 1);
  fixture_reopen (f);
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-1", "vehicle.enter", ENTER), ==, "");
  g_assert_true (g_variant_equal (f->result, first));

  /* The same id for something else. */
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-1", "vehicle.enter", ENTER_OTHER), ==,
                   "request.reused");
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-1", "vehicle.accept",
                                       "{'account': '@', 'vehicles': [1]}"),
                   ==, "request.reused");
  g_assert_cmpstr (fixture_do_request (f, ACCEPTER, "click-1", "vehicle.enter", ENTER), ==,
                   "request.reused");

  /* Another id: another request, which is refused on its own merits. */
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-2", "vehicle.enter", ENTER), ==,
                   "vehicle.exists");
  /* A refusal uses no id up. */
  g_assert_cmpstr (fixture_do_request (f, OWNER, "click-2", "vehicle.enter", ENTER_OTHER), ==, "");
  fixture_verify (f);
}

static void
test_request_form (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  g_autofree char *longest = g_strnfill (GRAM_REQUEST_ID_MAX_BYTES, 'x');
  g_autofree char *longer = g_strnfill (GRAM_REQUEST_ID_MAX_BYTES + 1, 'x');
  /* The last ones are the program's own: whoever took them would keep others from being warned. */
  const char *const bad_ids[]
      = { "", longer, "\xff", "credit.run-due/1/2028-12-31/90", "year.run-due/2026/closes" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad_ids); i++)
    g_assert_cmpstr (fixture_do_request (f, OWNER, bad_ids[i], "vehicle.enter", ENTER), ==,
                     "request.form");
  g_assert_cmpstr (fixture_do_request (f, OWNER, longest, "vehicle.enter", ENTER), ==, "");
}

static void
test_secret_in_request (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);
  const char *person = "{'email': 'n@example.org', 'name': 'N', 'role': 'officer',"
                       " 'password': 'a long enough secret'}";
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_cmpstr (fixture_do_request (f, ADMINISTRATOR, "r", "user.create", person), ==, "");
  g_assert_cmpstr (fixture_do_request (f, ADMINISTRATOR, "r", "user.create", person), ==, "");
  entries = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 1, NULL);
  g_assert_null (strstr (((const GramJournalEntry *)entries->pdata[0])->arguments, "secret"));
}

/* What a person may do is looked up anew in each transaction, not remembered from the sign-in. */
static void
test_person_gone (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);

  f->actors[OWNER]->person_id = 4711;
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept", "{'account': '@', 'vehicles': [1]}"), ==,
                   "session.ended");
}

static void
test_cancelled (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GVariant) arguments = fixture_arguments (f, ENTER);
  g_autoptr (GError) error = NULL;
  gint64 length = fixture_journal_length (f);
  GramOutcome outcome;

  g_cancellable_cancel (cancellable);
  outcome = gram_registry_perform (f->registry, f->actors[ADMINISTRATOR], NULL, "vehicle.enter",
                                   arguments, NULL, NULL, cancellable, NULL, NULL, &error);
  /* A short command may have been quicker than the cancelling; but it is whole or nothing. */
  if (outcome == GRAM_OUTCOME_FAILED)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (fixture_journal_length (f), ==, length);
    }
  /* And the registry works on. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter", "%s", ENTER_OTHER), ==, "");
  fixture_verify (f);
}

static void
test_read_only (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (GramRegistry) reader = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  /* The reader answers what is allowed while the writer works. */
  reader = gram_registry_open (f->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gram_registry_allows (reader, f->actors[ADMINISTRATOR], "vehicle.accept", 1,
                                         &refusal, &error),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_registry_allows (reader, f->actors[ADMINISTRATOR], "vehicle.accept", 0,
                                         &refusal, &error),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/registry/perform/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/registry/perform/names-argument", test_names_argument);
  g_test_add_func ("/registry/perform/same-request", test_same_request);
  g_test_add_func ("/registry/perform/request-form", test_request_form);
  g_test_add_func ("/registry/perform/secret-in-request", test_secret_in_request);
  g_test_add_func ("/registry/perform/person-gone", test_person_gone);
  g_test_add_func ("/registry/perform/cancelled", test_cancelled);
  g_test_add_func ("/registry/perform/read-only", test_read_only);
  return g_test_run ();
}
