/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "case-fixture.h"

#include <inttypes.h>

#define WHY "'reason': 'As the letter says.'"

static GArray *
ids_of (Fixture *f, FixturePerson who, gboolean archived, gboolean unread)
{
  const GramNoticeQuery query = { .archived = archived, .unread = unread };
  GError *error = NULL;
  GArray *ids = gram_registry_notice_ids (f->registry, f->actors[who], &query, 0, NULL, &error);

  g_assert_no_error (error);
  return ids;
}

static void
check_lengths (Fixture *f, FixturePerson who, guint inbox, guint unread, guint archive)
{
  g_autoptr (GArray) all = ids_of (f, who, FALSE, FALSE);
  g_autoptr (GArray) new_ones = ids_of (f, who, FALSE, TRUE);
  g_autoptr (GArray) archived = ids_of (f, who, TRUE, FALSE);
  GramInboxCounts counts;

  gram_registry_inbox_counts (f->registry, f->actors[who], 0, &counts, NULL, NULL);
  g_assert_cmpuint (all->len, ==, inbox);
  g_assert_cmpuint (new_ones->len, ==, unread);
  g_assert_cmpuint (archived->len, ==, archive);
  /* The badge counts what the list shows. */
  g_assert_cmpint (counts.unread, ==, unread);
}

static const char *
mark (Fixture *f, FixturePerson who, const GArray *ids, guint at, const char *as)
{
  return fixture_do (f, who, "inbox.mark", "{'notices': [%" PRId64 "], 'as': '%s'}",
                     g_array_index (ids, gint64, at), as);
}

/* Read, unread, archived and back, one and all; nobody marks for somebody else. */
static void
test_mark (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) ids = ids_of (f, OWNER, FALSE, FALSE);

  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'as': 'read'}"), ==, "notice.none-named");
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'as': 'read', 'notices': []}"), ==,
                   "notice.none-named");
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'as': 'gone', 'all': true}"), ==,
                   "notice.mark");
  check_lengths (f, OWNER, 3, 3, 0);
  g_assert_cmpstr (mark (f, OWNER, ids, 0, "read"), ==, "");
  g_assert_cmpint (fixture_result (f, "marked"), ==, 1);
  g_assert_cmpstr (mark (f, OWNER, ids, 0, "read"), ==, "");
  g_assert_cmpint (fixture_result (f, "marked"), ==, 0);
  check_lengths (f, OWNER, 3, 2, 0);
  g_assert_cmpstr (mark (f, OWNER, ids, 0, "unread"), ==, "");
  g_assert_cmpstr (mark (f, OWNER, ids, 1, "archived"), ==, "");
  check_lengths (f, OWNER, 2, 2, 1);
  g_assert_cmpstr (mark (f, OWNER, ids, 1, "unarchived"), ==, "");
  check_lengths (f, OWNER, 3, 2, 0);
  /* Not one's own: nothing happens, and nothing is told. */
  g_assert_cmpstr (mark (f, ACCEPTER, ids, 0, "archived"), ==, "");
  g_assert_cmpint (fixture_result (f, "marked"), ==, 0);
  check_lengths (f, OWNER, 3, 2, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'as': 'archived', 'all': true}"), ==, "");
  g_assert_cmpint (fixture_result (f, "marked"), ==, 3);
  check_lengths (f, OWNER, 0, 0, 3);
  check_lengths (f, ACCEPTER, 3, 3, 0);
}

/* Two windows on one registry: each notice is shown by exactly one of them. */
static void
test_shown_once (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) one
      = gram_registry_notices_for_desktop (f->registry, f->actors[OWNER], 0, NULL, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_cmpuint (one->len, ==, 3);
  for (guint i = 0; i < one->len; i++)
    g_string_append_printf (list, "%s%" PRId64, i > 0 ? ", " : "",
                            ((const GramNoticeRow *)one->pdata[i])->id);
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'notices': [%" PRId64 "], 'as': 'shown'}",
                               ((const GramNoticeRow *)one->pdata[1])->id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.mark", "{'notices': [%s], 'as': 'shown'}",
                               list->str),
                   ==, "");
  {
    g_autoptr (GVariant) shown
        = g_variant_lookup_value (f->result, "notices", G_VARIANT_TYPE ("ax"));

    g_assert_cmpuint (g_variant_n_children (shown), ==, 2);
  }
  after = gram_registry_notices_for_desktop (f->registry, f->actors[OWNER], 0, NULL, NULL);
  g_assert_cmpuint (after->len, ==, 0);
  /* Shown is not read. */
  check_lengths (f, OWNER, 3, 3, 0);
}

static void
check_badges (Fixture *f, FixturePerson who, gint64 cases, gint64 disputes)
{
  GramInboxCounts counts;
  GError *error = NULL;

  gram_registry_inbox_counts (f->registry, f->actors[who], 1, &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.cases_to_do, ==, cases);
  g_assert_cmpint (counts.disputes_to_do, ==, disputes);
}

static void
test_badges (void)
{
  const CaseShape free = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY };
  const CaseShape held = { GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, CASE_HANDLER };
  const CaseShape asked = { GRAM_CASE_DISPUTE, GRAM_CASE_INFORMATION_ASKED, CASE_HANDLER };
  const CaseShape decided = { GRAM_CASE_DISPUTE, GRAM_CASE_DECIDED, CASE_HANDLER };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  case_put (f, &free, 5);
  case_put (f, &held, 2);
  case_put (f, &asked, 3);
  case_put (f, &decided, 4);
  /* Two verifications were opened with the accounts. */
  check_badges (f, CASE_HANDLER, 2 + 5 + 2, 3);
  check_badges (f, DECISION_MAKER, 2 + 5, 3);
  check_badges (f, READER, 0, 3);
  check_badges (f, OWNER, 0, 3);
  check_badges (f, STRANGER, 0, 0);
}

/* Who sees which cases, by what, in agreement with the counts. */
static void
test_lists (void)
{
  const CaseShape free = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-03-10" };
  const CaseShape held
      = { GRAM_CASE_CORRECTION, GRAM_CASE_CLAIMED, CASE_HANDLER, FALSE, "2026-03-18" };
  const CaseShape later
      = { GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, DECISION_MAKER, FALSE, "2026-05-18" };
  const GramCaseQuery mine = { .claimant = GRAM_CASE_CLAIMANT_PERSON };
  const GramCaseQuery all = { .states = GRAM_CASE_UNDECIDED, .order = GRAM_CASE_ORDER_DUE };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) owners = NULL;
  g_autoptr (GArray) strangers = NULL;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GramCaseCounts counts;
  const GramCaseRow *row;

  case_put (f, &free, 2);
  case_put (f, &held, 1);
  case_put (f, &later, 1);
  ids = gram_registry_case_ids (f->registry, f->actors[CASE_HANDLER], &all, 0, NULL, NULL);
  owners = gram_registry_case_ids (f->registry, f->actors[OWNER], &all, 0, NULL, NULL);
  strangers = gram_registry_case_ids (f->registry, f->actors[STRANGER], &all, 0, NULL, NULL);
  own = gram_registry_case_ids (f->registry, f->actors[CASE_HANDLER], &mine, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 6);
  g_assert_cmpuint (owners->len, ==, 5);
  g_assert_cmpuint (strangers->len, ==, 1);
  g_assert_cmpuint (own->len, ==, 1);

  rows = gram_registry_case_rows (f->registry, f->actors[CASE_HANDLER],
                                  (const gint64 *)(gpointer)ids->data, ids->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 6);
  row = rows->pdata[0];
  g_assert_cmpint (row->urgency, ==, GRAM_CASE_URGENCY_OVERDUE);
  g_assert_cmpint (row->days_left, ==, -6);
  row = rows->pdata[2];
  g_assert_cmpint (row->urgency, ==, GRAM_CASE_URGENCY_SOON);
  g_assert_true (row->mine);
  g_assert_cmpstr (row->record->claimant_email, ==, "handler@example.org");

  gram_registry_case_counts (f->registry, f->actors[CASE_HANDLER], NULL, &counts, NULL, NULL);
  g_assert_cmpint (gram_case_counts_select (counts.mine, 0), ==, 1);
  g_assert_cmpint (gram_case_counts_select (counts.overdue, 0), ==, 2);
  g_assert_cmpint (gram_case_counts_cells (&counts, 0, GRAM_CASE_UNDECIDED), ==, 6);
  gram_registry_case_counts (f->registry, f->actors[STRANGER], NULL, &counts, NULL, NULL);
  g_assert_cmpint (gram_case_counts_cells (&counts, 0, 0), ==, 1);

  /* Rows of others are left out, also if their numbers are known. */
  g_ptr_array_unref (rows);
  rows = gram_registry_case_rows (f->registry, f->actors[STRANGER],
                                  (const gint64 *)(gpointer)ids->data, ids->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (case_detail (f, STRANGER, g_array_index (ids, gint64, 0)));
}

/* The holder reads the holder lane, earlier texts of it, and nothing internal. */
static void
test_lanes (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseDetail) inside = NULL;
  g_autoptr (GramCaseDetail) holders = NULL;
  gint64 id = dispute_open_value (f, "ZVW30-1000001");

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", id), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.write",
                               "{'account': '@', 'case': %" PRId64
                               ", 'lane': 'internal', 'text': 'Looks forged.'}",
                               id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.edit-message",
                               "{'account': '@', 'case': %" PRId64 ", 'message': %" PRId64
                               ", 'text': 'Looks odd.', 'version': 1}",
                               id, fixture_result (f, "message")),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.write",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'Any news?'}", id),
                   ==, "");
  inside = case_detail (f, READER, id);
  holders = case_detail (f, VIEWER, id);
  g_assert_true (inside->administrators_side);
  g_assert_false (holders->administrators_side);
  g_assert_cmpuint (inside->messages->len, ==, 2);
  g_assert_cmpuint (inside->edits->len, ==, 1);
  g_assert_cmpuint (holders->messages->len, ==, 1);
  g_assert_cmpuint (holders->edits->len, ==, 0);
  g_assert_cmpint (holders->n_vehicles, ==, 1);
  g_assert_cmpuint (holders->vehicles->len, ==, 1);
  g_assert_nonnull (holders->dispute);
  g_assert_cmpstr (holders->dispute->claimed, ==, "101");
}

static void
test_snippets (void)
{
  static const LifeRow rows[] = {
    { READER, "snippet.save", "{'title': 'No certificate', 'text': 'Send it.'}",
      "permission.role" },
    { CASE_HANDLER, "snippet.save", "{'title': ' ', 'text': 'Send it.'}", "text.empty" },
    { CASE_HANDLER, "snippet.save", "{'title': 'No certificate'}", "text.empty" },
    { CASE_HANDLER, "snippet.save", "{'title': 'X', 'text': 'Y', 'kind': 'none'}", "case.kind" },
    { CASE_HANDLER, "snippet.save",
      "{'title': 'No certificate', 'text': 'Send it.', 'kind': 'dispute'}", "" },
    { CASE_HANDLER, "snippet.save", "{'title': 'Greeting', 'text': 'Kia ora.'}", "" },
    { DECISION_MAKER, "snippet.save",
      "{'snippet': 1, 'text': 'Send the certificate.', 'version': 1}", "" },
    { CASE_HANDLER, "snippet.save", "{'snippet': 1, 'text': 'Please.', 'version': 1}",
      "snippet.changed-meanwhile" },
    { CASE_HANDLER, "snippet.remove", "{'snippet': 9}", "snippet.unknown" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) aml = NULL;
  g_autoptr (GPtrArray) disputes = NULL;
  const GramSnippetRecord *snippet;

  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  g_assert_null (gram_registry_snippets (f->registry, f->actors[OWNER], 0, NULL, NULL));
  aml = gram_registry_snippets (f->registry, f->actors[READER], GRAM_CASE_AML, NULL, NULL);
  disputes = gram_registry_snippets (f->registry, f->actors[READER], GRAM_CASE_DISPUTE, NULL, NULL);
  g_assert_cmpuint (aml->len, ==, 1);
  g_assert_cmpuint (disputes->len, ==, 2);
  snippet = disputes->pdata[1];
  g_assert_cmpstr (snippet->text, ==, "Send the certificate.");
  g_assert_cmpint (snippet->version, ==, 2);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "snippet.remove", "{'snippet': 1, 'version': 2}"),
                   ==, "");
  g_ptr_array_unref (disputes);
  disputes = gram_registry_snippets (f->registry, f->actors[READER], GRAM_CASE_DISPUTE, NULL, NULL);
  g_assert_cmpuint (disputes->len, ==, 1);
}

static void
check_deadlines (Fixture *f, FixturePerson who, gint64 account_id, const char *wanted)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) deadlines
      = gram_registry_deadlines (f->registry, f->actors[who], account_id, &refusal, &error);
  g_autoptr (GString) told = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_null (refusal);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const GramDeadline *deadline = deadlines->pdata[i];

      g_assert_cmpstr (deadline->title, !=, "");
      g_assert_nonnull (deadline->holder);
      g_string_append_printf (told, "%s%s %s", i > 0 ? ", " : "", deadline->on, deadline->uid);
    }
  g_assert_cmpstr (told->str, ==, wanted);
}

/* Each side is told of its own days. */
static void
test_deadlines (void)
{
  const CaseShape asked = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-04-13" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_cmpint (case_put (f, &asked, 2), ==, 3);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [3, 4]}"), ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                               "{'account': '@', 'case': 3, 'text': 'Which?'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-notice",
                               "{'account': '@', " WHY ", 'remedy-by': '2026-04-05'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.set-aml",
                               "{'account': '@', 'result': 'verified', 'until': '2026-12-31'}"),
                   ==, "");
  check_deadlines (f, CASE_HANDLER, 0, "2026-04-13 case-4-due");
  check_deadlines (f, OWNER, 0,
                   "2026-03-30 case-3-answer, 2026-04-05 measure-1-remedy, "
                   "2026-12-31 account-1-aml");
  check_deadlines (f, STRANGER, 0, "");
  check_deadlines (f, READER, 1,
                   "2026-03-30 case-3-answer, 2026-04-05 measure-1-remedy, "
                   "2026-12-31 account-1-aml");
  g_assert_null (gram_registry_deadlines (f->registry, f->actors[STRANGER], 1, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/inbox/mark", test_mark);
  g_test_add_func ("/registry/inbox/shown-once", test_shown_once);
  g_test_add_func ("/registry/inbox/badges", test_badges);
  g_test_add_func ("/registry/inbox/lists", test_lists);
  g_test_add_func ("/registry/inbox/lanes", test_lanes);
  g_test_add_func ("/registry/inbox/snippets", test_snippets);
  g_test_add_func ("/registry/inbox/deadlines", test_deadlines);
  return g_test_run ();
}
