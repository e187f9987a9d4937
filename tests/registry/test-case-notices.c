/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "case-fixture.h"

#include "gram-notice-table.h"
#include "gram-notices.h"

#include <inttypes.h>

#define WHY "'reason': 'As the letter says.'"

/* Who is told what, and who is not: nothing twice, nothing to people without access, nothing to the sender. */

static const GramNoticeRow *
newest (GPtrArray *rows)
{
  g_assert_cmpuint (rows->len, >, 0);
  return rows->pdata[0];
}

static gint64
unread (Fixture *f, FixturePerson who)
{
  GramInboxCounts counts;
  GError *error = NULL;

  gram_registry_inbox_counts (f->registry, f->actors[who], 1, &counts, NULL, &error);
  g_assert_no_error (error);
  return counts.unread;
}

static guint
for_desktop (Fixture *f, FixturePerson who)
{
  g_autoptr (GPtrArray) rows
      = gram_registry_notices_for_desktop (f->registry, f->actors[who], 0, NULL, NULL);

  return rows->len;
}

/* One command over many vehicles tells one notice, to those who may accept and did not send it. */
static void
test_bulk (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;

  dispute_enter_many (f, 312);
  rows = case_notices (f, ACCEPTER);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (newest (rows)->event, ==, GRAM_EVENT_VEHICLE_READY);
  g_assert_cmpstr (newest (rows)->title, ==, "Vehicle ready");
  g_assert_cmpstr (newest (rows)->sentence, ==, "312 vehicles have become ready");
  g_assert_cmpstr (newest (rows)->subject, ==, "vehicles");
  g_assert_cmpint (newest (rows)->subject_id, ==, 1);
  g_assert_cmpstr (newest (rows)->account_number, ==, f->numbers[1]);
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, 1);
  for (int who = 0; who < N_PERSONS; who++)
    if (who != OWNER && who != ACCEPTER)
      g_assert_cmpuint (case_count_notices (f, (FixturePerson)who, 0), ==, 0);

  /* The same file again: nothing becomes ready, nothing is told. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@', 'file': '%s/many.csv'}",
                               gram_test_dir_get_path (f->dir)),
                   ==, "");
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, 0), ==, 1);
}

/* A notice opens exactly its object: one vehicle is one vehicle. */
static void
test_one_vehicle (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;

  life_enter_ready (f, "ZVW30-1000001", "120");
  rows = case_notices (f, OWNER);
  g_assert_cmpstr (newest (rows)->sentence, ==, "1 vehicle has become ready");
  g_assert_cmpstr (newest (rows)->subject, ==, "vehicle");
  g_assert_cmpint (newest (rows)->subject_id, ==, dispute_vehicle (f, "ZVW30-1000001"));
}

/* What auto-accept takes is told as accepted, not as ready. */
static void
test_auto_accept (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  life_enter_ready (f, "ZVW30-1000001", "90");
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_AUTO_ACCEPTED), ==, 1);
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_VEHICLE_READY), ==, 0);
  life_enter_ready (f, "ZVW30-1000002", "150");
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_AUTO_ACCEPTED), ==, 1);
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_VEHICLE_READY), ==, 1);
}

/* A command that is sent twice with the same id tells once; the program's own telling does, too. */
static void
test_not_twice (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  const char *suspend = "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31', " WHY "}";

  g_assert_cmpstr (fixture_do_request (f, DECISION_MAKER, "once", "account.suspend", suspend), ==,
                   "");
  g_assert_cmpstr (fixture_do_request (f, DECISION_MAKER, "once", "account.suspend", suspend), ==,
                   "");
  g_assert_cmpuint (case_count_notices (f, VIEWER, GRAM_EVENT_ACCOUNT_SUSPENDED), ==, 1);
  life_set_morning ("2027-01-01");
  case_run_due (f);
  case_run_due (f);
  life_reopen (f);
  case_run_due (f);
  g_assert_cmpuint (case_count_notices (f, VIEWER, GRAM_EVENT_ACCOUNT_SUSPENDED), ==, 2);
  g_assert_cmpuint (case_count_notices (f, STRANGER, 0), ==, 0);
}

/* Whoever sends it is not told, in an own registry neither. */
static void
test_sender (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.enter",
                               "{'account': '@', 'chassis': 'ZVW30-1000001', 'make': 'Toyota'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.mark-ready", "{'account': '@', 'filter': {}}"),
                   ==, "");
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, 0), ==, 0);
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, 1);
}

/* Who has no access any more is not told, and does not see what was told before; with it, it is there again. */
static void
test_access (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpint (unread (f, ACCEPTER), ==, 3);
  g_assert_cmpuint (for_desktop (f, ACCEPTER), ==, 3);
  g_assert_cmpstr (fixture_do (f, OWNER, "member.set-permissions",
                               "{'account': '@', 'person': 'accepter@example.org',"
                               " 'permissions': ['view']}"),
                   ==, "");
  /* All that is left is that the permissions are others. */
  g_assert_cmpint (unread (f, ACCEPTER), ==, 1);
  g_assert_cmpuint (for_desktop (f, ACCEPTER), ==, 0);
  {
    g_autoptr (GPtrArray) rows = case_notices (f, ACCEPTER);

    g_assert_cmpuint (rows->len, ==, 1);
    g_assert_cmpint (newest (rows)->event, ==, GRAM_EVENT_PERMISSION_CHANGED);
    g_assert_cmpstr (newest (rows)->subject, ==, "membership");
    g_assert_nonnull (strstr (newest (rows)->sentence, "view"));
  }
  life_enter_ready (f, "ZVW30-1000009", "120");
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, 0), ==, 1);
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_VEHICLE_READY), ==, 4);

  g_assert_cmpstr (fixture_do (f, OWNER, "member.set-permissions",
                               "{'account': '@', 'person': 'accepter@example.org',"
                               " 'permissions': ['accept']}"),
                   ==, "");
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, GRAM_EVENT_VEHICLE_READY), ==, 3);
  g_assert_cmpstr (fixture_do (f, OWNER, "member.remove",
                               "{'account': '@', 'person': 'accepter@example.org'}"),
                   ==, "");
  g_assert_cmpint (unread (f, ACCEPTER), ==, 0);
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, 0), ==, 0);
  fixture_verify (f);
}

/* A role that was taken away takes its notices with it. */
static void
test_role (void)
{
  const CaseShape shape = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 id = case_put (f, &shape, 1);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "case.assign",
                               "{'cases': [%" PRId64 "], 'person': 'handler@example.org'}", id),
                   ==, "");
  g_assert_cmpint (unread (f, CASE_HANDLER), ==, 1);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.set-role",
                               "{'person': 'handler@example.org', 'role': 'reader'}"),
                   ==, "");
  g_assert_cmpint (unread (f, CASE_HANDLER), ==, 0);
}

/* In a closed account nobody is told anything. */
static void
test_closed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const CaseShape shape = { GRAM_CASE_CORRECTION, GRAM_CASE_CLAIMED, CASE_HANDLER };
  gint64 id = case_put (f, &shape, 1);

  fixture_set_state (f, 1, GRAM_ACCOUNT_CLOSED);
  {
    GError *error = NULL;
    GramUnit *unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);
    GramCall call = { .registry = f->registry,
                      .unit = unit,
                      .store = gram_registry_get_store (f->registry),
                      .journal_id = 1,
                      .now = 1 };
    const GramTidings tidings = { .event = GRAM_EVENT_MESSAGE,
                                  .account_id = 1,
                                  .subject = "case",
                                  .subject_id = id,
                                  .recipients = GRAM_RECIPIENTS_MEMBERS };

    g_assert_no_error (error);
    gram_notices_tell (&call, &tidings, &error);
    g_assert_no_error (error);
    gram_unit_commit (unit, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, 0);
  fixture_set_state (f, 1, GRAM_ACCOUNT_OPEN);
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, 0);
}

/* Many disputes decided in one command are one notice. */
static void
test_decided (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) single = NULL;
  gint64 first = dispute_open_value (f, "ZVW30-1000001");
  gint64 second = dispute_open_value (f, "ZVW30-1000002");
  gint64 third = dispute_open_value (f, "ZVW30-1000003");

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim",
                               "{'cases': [%" PRId64 ", %" PRId64 ", %" PRId64 "]}", first, second,
                               third),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.decline",
                               "{'account': '@', 'cases': [%" PRId64 ", %" PRId64 "], " WHY "}",
                               first, second),
                   ==, "");
  rows = case_notices (f, VIEWER);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (newest (rows)->sentence, ==, "2 cases are decided: Not upheld");
  g_assert_cmpstr (newest (rows)->subject, ==, "cases");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.decline",
                               "{'account': '@', 'cases': [%" PRId64 "], " WHY "}", third),
                   ==, "");
  single = case_notices (f, VIEWER);
  g_assert_cmpuint (single->len, ==, 2);
  g_assert_cmpstr (newest (single)->subject, ==, "case");
  g_assert_cmpint (newest (single)->subject_id, ==, third);
}

/* What is internal is in no notice of the holder's side; nor is what was written. */
static void
test_internal (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id = dispute_open_value (f, "ZVW30-1000001");
  guint before = case_count_notices (f, OWNER, 0);

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", id), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "case.write",
                               "{'account': '@', 'case': %" PRId64 ", 'lane': 'internal',"
                               " 'text': 'Looks forged.'}",
                               id),
                   ==, "");
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, before);
  rows = case_notices (f, CASE_HANDLER);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (strstr (newest (rows)->sentence, "forged"));
}

/* The switches of each event, and what holds without them. */
static void
test_switches (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) handlers = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.set-event",
                               "{'event': 'none', 'inbox': true, 'desktop': true}"),
                   ==, "notice.event");
  g_assert_cmpstr (fixture_do (f, OWNER, "inbox.set-event",
                               "{'event': 'vehicle-ready', 'inbox': false, 'desktop': false}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "inbox.set-event",
                               "{'event': 'vehicle-ready', 'inbox': false, 'desktop': true}"),
                   ==, "");
  life_enter_ready (f, "ZVW30-1000001", "120");
  g_assert_cmpuint (case_count_notices (f, OWNER, 0), ==, 0);
  g_assert_cmpuint (for_desktop (f, OWNER), ==, 0);
  g_assert_cmpuint (case_count_notices (f, ACCEPTER, 0), ==, 0);
  g_assert_cmpuint (for_desktop (f, ACCEPTER), ==, 1);

  events = gram_registry_events (f->registry, f->actors[OWNER], NULL, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const GramEventSwitch *event = events->pdata[i];
      const GramEventRow *row = gram_event_row (event->event);

      g_assert_true ((row->sides & GRAM_SIDE_HOLDER) != 0);
      g_assert_true (event->chosen == (event->event == GRAM_EVENT_VEHICLE_READY));
      g_assert_true (event->inbox == (event->chosen ? FALSE : row->inbox));
    }
  handlers = gram_registry_events (f->registry, f->actors[CASE_HANDLER], NULL, NULL);
  for (guint i = 0; i < handlers->len; i++)
    g_assert_true ((gram_event_row (((const GramEventSwitch *)handlers->pdata[i])->event)->sides
                    & GRAM_SIDE_ADMINISTRATOR)
                   != 0);
  g_assert_cmpuint (events->len + handlers->len, >, GRAM_EVENT_N);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/case-notices/bulk", test_bulk);
  g_test_add_func ("/registry/case-notices/one-vehicle", test_one_vehicle);
  g_test_add_func ("/registry/case-notices/auto-accept", test_auto_accept);
  g_test_add_func ("/registry/case-notices/not-twice", test_not_twice);
  g_test_add_func ("/registry/case-notices/sender", test_sender);
  g_test_add_func ("/registry/case-notices/access", test_access);
  g_test_add_func ("/registry/case-notices/role", test_role);
  g_test_add_func ("/registry/case-notices/closed", test_closed);
  g_test_add_func ("/registry/case-notices/decided", test_decided);
  g_test_add_func ("/registry/case-notices/internal", test_internal);
  g_test_add_func ("/registry/case-notices/switches", test_switches);
  return g_test_run ();
}
