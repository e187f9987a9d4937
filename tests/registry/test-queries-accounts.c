/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#include "gram-queries-statement.h"

#include <string.h>

/* Who sees which accounts in the list, and the same in its counts. */
static void
test_list (void)
{
  static const struct
  {
    FixturePerson who;
    GramAccountQuery query;
    guint n;
  } rows[] = {
    { ADMINISTRATOR, { 0 }, 3 },
    { READER, { 0 }, 3 },
    { OWNER, { 0 }, 2 },
    { STRANGER, { 0 }, 1 },
    { VIEWER, { 0 }, 2 },
    { ADMINISTRATOR, { .kinds = 1u << GRAM_ACCOUNT_CCTS }, 1 },
    { ADMINISTRATOR, { .kinds = 1u << GRAM_ACCOUNT_CCS_NEW | 1u << GRAM_ACCOUNT_CCS_USED }, 2 },
    { ADMINISTRATOR, { .states = GRAM_ACCOUNT_SUSPENDED }, 1 },
    { ADMINISTRATOR, { .states = GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED }, 3 },
    { STRANGER, { .states = GRAM_ACCOUNT_SUSPENDED }, 0 },
    { ADMINISTRATOR, { .search = (char *)"harbour" }, 3 },
    { ADMINISTRATOR, { .search = (char *)"nothing of it" }, 0 },
    { ADMINISTRATOR, { .charge_schemes = 1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE }, 0 },
    /* Whoever asks for another's accounts gets their own. */
    { STRANGER, { .person_id = 5 }, 1 },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend",
                               "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31',"
                               " 'reason': 'R.'}"),
                   ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GramActor *actor = f->actors[rows[i].who];
      g_autoptr (GArray) ids
          = gram_registry_account_ids (f->registry, actor, &rows[i].query, 0, NULL, NULL);
      g_autoptr (GPtrArray) found = NULL;
      GramAccountCounts counts;

      g_test_message ("%zu", i);
      g_assert_cmpuint (ids->len, ==, rows[i].n);
      found = gram_registry_account_rows (f->registry, actor, (const gint64 *)ids->data, ids->len,
                                          NULL, NULL);
      g_assert_cmpuint (found->len, ==, rows[i].n);
      /* A count leads to exactly the rows that it counted. */
      g_assert_cmpint (gram_registry_account_counts (f->registry, actor, &rows[i].query, &counts,
                                                     NULL, NULL),
                       ==, GRAM_OUTCOME_DONE);
      g_assert_cmpint (gram_account_counts_select (&counts, rows[i].query.kinds,
                                                   rows[i].query.states),
                       ==, rows[i].n);
    }
}

/* An id that somebody guesses tells nothing. */
static void
test_rows_of_others (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const gint64 ids[] = { 3, 2, 1, 4711 };
  g_autoptr (GPtrArray) rows = gram_registry_account_rows (f->registry, f->actors[STRANGER], ids,
                                                           G_N_ELEMENTS (ids), NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((const GramAccountRow *)rows->pdata[0])->id, ==, 2);
}

/* Every question about an account of others is refused alike, one that is not there too. */
static void
test_refused (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramActor *actor = f->actors[STRANGER];

  for (gint64 id = 1; id < 5000; id += 4710)
    {
      GramRefusal *refusals[7] = { NULL };
      const GramJournalQuery query = { .account_id = id };

      g_assert_null (gram_registry_account_detail (f->registry, actor, id, &refusals[0], NULL));
      g_assert_null (gram_registry_closing_checklist (f->registry, actor, id, &refusals[1], NULL));
      g_assert_null (gram_registry_account_measures (f->registry, actor, id, &refusals[2], NULL));
      g_assert_null (gram_registry_account_closings (f->registry, actor, id, &refusals[3], NULL));
      g_assert_null (
          gram_registry_account_applications (f->registry, actor, id, &refusals[4], NULL));
      g_assert_null (
          gram_registry_statement (f->registry, actor, id, NULL, NULL, 0, &refusals[5], NULL));
      g_assert_null (gram_registry_journal (f->registry, actor, &query, 0, 10, &refusals[6], NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
        {
          g_assert_cmpstr (refusals[i]->id, ==, "account.unknown");
          gram_refusal_free (refusals[i]);
        }
    }
}

static guint
count_journal (Fixture *f, FixturePerson who, GramJournalQuery query)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GPtrArray) entries
      = gram_registry_journal (f->registry, f->actors[who], &query, 0, 0, &refusal, NULL);

  g_assert_true ((entries == NULL) == (refusal != NULL));
  return entries != NULL ? entries->len : G_MAXUINT;
}

static void
test_journal (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const char *const edits[] = { "account.edit", "account.set-directory", NULL };
  gint64 owner = gram_actor_get_person_id (f->actors[OWNER]);
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) next = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  GramJournalQuery all = { .account_id = 1 };

  g_assert_cmpstr (fixture_do (f, OWNER, "account.edit",
                               "{'account': '@', 'address': '14 Harbour Street'}"),
                   ==, "");
  life_set_day ("2026-03-18");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.set-directory",
                               "{'account': '@', 'listed': true}"),
                   ==, "");

  g_assert_cmpuint (count_journal (f, VIEWER, all), ==, 3);
  g_assert_cmpuint (
      count_journal (f, VIEWER, (GramJournalQuery){ .account_id = 1, .commands = (char **)edits }),
      ==, 2);
  g_assert_cmpuint (count_journal (f, VIEWER,
                                   (GramJournalQuery){ .account_id = 1,
                                                       .person_id = owner,
                                                       .commands = (char **)edits }),
                    ==, 1);
  g_assert_cmpuint (count_journal (f, VIEWER,
                                   (GramJournalQuery){ .account_id = 1,
                                                       .text = (char *)"14 Harbour" }),
                    ==, 1);
  /* The whole registry's is for the administrator's side. */
  g_assert_cmpuint (count_journal (f, OWNER, (GramJournalQuery){ 0 }), ==, G_MAXUINT);
  g_assert_cmpuint (count_journal (f, READER, (GramJournalQuery){ 0 }), >, 3);

  /* Page by page, the newest first. */
  page = gram_registry_journal (f->registry, f->actors[VIEWER], &all, 0, 2, NULL, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpstr (((const GramJournalEntry *)page->pdata[0])->command, ==,
                   "account.set-directory");
  next = gram_registry_journal (f->registry, f->actors[VIEWER], &all,
                                ((const GramJournalEntry *)page->pdata[1])->id, 2, NULL, NULL);
  g_assert_cmpuint (next->len, ==, 1);
  g_assert_cmpstr (((const GramJournalEntry *)next->pdata[0])->command, ==, "account.open");
  persons = gram_registry_journal_persons (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpuint (persons->len, ==, 2);
}

/* A rulebook whose suspended accounts cannot be edited, in the place of the one in force. */
static char *
other_rulebook (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data/rulebooks/ccs-2027-01.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  const char *at;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = g_string_new (content);
  g_string_replace (text, "\"ccs-2027-01\"", "\"ccs-2027-02\"", 1);
  at = strstr (text->str, "\"suspended\"");
  g_assert_nonnull (at);
  at = strstr (at, "\"edit\", ");
  g_assert_nonnull (at);
  g_string_erase (text, at - text->str, (gssize)strlen ("\"edit\", "));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
can_be_edited (GramRegistry *registry, GramAccountKind kind)
{
  guint effects = 0;

  g_assert_true (gram_effects_in_force (registry, kind, GRAM_ACCOUNT_SUSPENDED, &effects, NULL));
  return (effects & GRAM_EFFECT_EDIT) != 0;
}

/* What another process publishes counts for the very next command here, although rulebooks are kept parsed. */
static void
test_rulebook_of_another_process (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRegistry) other = life_open_other (f);
  g_autofree char *content = other_rulebook ();
  g_autoptr (GVariant) arguments
      = g_variant_ref_sink (g_variant_new_parsed ("{'content': <%s>}", content));
  g_autoptr (GramEffectsTable) table = NULL;

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend",
                               "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31',"
                               " 'reason': 'R.'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit", "{'account': '@', 'address': 'X'}"), ==,
                   "");
  g_assert_true (can_be_edited (f->registry, GRAM_ACCOUNT_CCS_USED));
  g_assert_cmpint (gram_registry_perform (other, f->actors[ADMINISTRATOR], NULL, "rulebook.publish",
                                          arguments, NULL, NULL, NULL, NULL, NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_false (can_be_edited (f->registry, GRAM_ACCOUNT_CCS_USED));
  table = gram_registry_effects_table (f->registry, GRAM_ACCOUNT_CCS_NEW, NULL);
  g_assert_cmpstr (table->rulebook, ==, "ccs-2027-02");
  g_assert_false (table->built_in);
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit", "{'account': '@', 'address': 'Y'}"), ==,
                   "account.suspended");
  /* The other scheme has its own. */
  g_assert_true (can_be_edited (f->registry, GRAM_ACCOUNT_CCTS));
  fixture_verify (f);
}

/* Two who edit what both have seen: the second is told by name what has changed; what does not touch it does not. */
static void
test_changed_meanwhile (void)
{
  static const struct
  {
    FixturePerson who;
    const char *command;
    const char *arguments;
    const char *refusal;
    const char *names;
  } rows[] = {
    { OWNER, "account.edit", "{'account': '@', 'version': 1, 'contact-phone': '+64 9 555 0117'}",
      "", NULL },
    { EDITOR, "account.edit", "{'account': '@', 'version': 1, 'address': 'X'}",
      "account.changed-meanwhile", "Telephone" },
    { EDITOR, "account.edit", "{'account': '@', 'version': 2, 'address': 'X'}", "", NULL },
    { OWNER, "account.set-auto-accept", "{'account': '@', 'switches': ['credit']}", "", NULL },
    { EDITOR, "account.set-directory", "{'account': '@', 'listed': true}", "", NULL },
    /* Switches are none of its fields. */
    { EDITOR, "account.edit", "{'account': '@', 'version': 3, 'address': 'Y'}", "", NULL },
    { OWNER, "account.edit", "{'account': '@', 'version': 3, 'holder': 'H'}",
      "account.changed-meanwhile", "Address" },
    { OWNER, "account.edit", "{'account': '@', 'version': 1, 'holder': 'H'}",
      "account.changed-meanwhile", "Telephone, Address" },
    /* A version that there is not yet. */
    { OWNER, "account.edit", "{'account': '@', 'version': 99, 'holder': 'H'}", "account.version",
      NULL },
    { OWNER, "account.edit", "{'account': '@', 'holder': 'H'}", "", NULL },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%zu", i);
      g_assert_cmpstr (fixture_do (f, rows[i].who, rows[i].command, "%s", rows[i].arguments), ==,
                       rows[i].refusal);
      if (rows[i].names != NULL)
        g_assert_nonnull (strstr (f->message, rows[i].names));
    }
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/queries-accounts/list", test_list);
  g_test_add_func ("/registry/queries-accounts/rows-of-others", test_rows_of_others);
  g_test_add_func ("/registry/queries-accounts/refused", test_refused);
  g_test_add_func ("/registry/queries-accounts/journal", test_journal);
  g_test_add_func ("/registry/queries-accounts/rulebook-of-another-process",
                   test_rulebook_of_another_process);
  g_test_add_func ("/registry/queries-accounts/changed-meanwhile", test_changed_meanwhile);
  return g_test_run ();
}
