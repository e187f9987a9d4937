/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

/* What the clock says until it is set anew. */
static gint64 instant;

static gint64
tell_instant (gpointer data)
{
  return instant;
}

static gint64
utc (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix_usec (time);
}

static Fixture *
registry_at (const char *text)
{
  Fixture *f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);

  instant = utc (text);
  _gram_registry_set_clock (f->registry, tell_instant, NULL);
  return f;
}

/* What waits for somebody: how it is offered, how it is taken up, and what that is refused with when its time is over. */
static const struct
{
  PeopleRow before;
  PeopleRow offer;
  PeopleRow take;
} waits[] = {
  { { 0 },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'stranger@example.org', 'permissions': ['view']}", "" },
    { STRANGER, "invitation.accept", "{'code': '%s'}", "invitation.lapsed" } },
  { { 0 },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'editor@example.org'}", "" },
    { EDITOR, "owner.accept", "{'account': '@'}", "handover.lapsed" } },
  { { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
    { OWNER, "account.request-closing", "{'account': '@', 'reason': 'Sold'" SIGNATURE "}", "" },
    { EDITOR, "request.approve", "{'account': '@', 'request': 1" SIGNATURE "}",
      "request.lapsed" } },
};

/* Until the last microsecond, and not in the next one. */
static void
test_waits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (Fixture) f = registry_at ("2026-03-16T00:00:00Z");
      PeopleRow take = waits[i].take;
      g_autofree char *code = NULL;
      g_autofree char *arguments = NULL;
      gint64 lapses_at;

      if (waits[i].before.command != NULL)
        people_check_rows (f, &waits[i].before, 1);
      people_check_rows (f, &waits[i].offer, 1);
      lapses_at = fixture_result (f, "lapses-at");
      if (g_str_equal (waits[i].offer.command, "invitation.create"))
        {
          g_auto (GStrv) halves = g_strsplit (take.arguments, "%s", 2);

          code = people_dup_code (f);
          take.arguments = arguments = g_strconcat (halves[0], code, halves[1], NULL);
        }
      instant = lapses_at;
      people_check_rows (f, &take, 1);
      instant = lapses_at - 1;
      take.refusal = "";
      people_check_rows (f, &take, 1);
      fixture_verify (f);
    }
}

static void
test_reset_code (void)
{
  static const PeopleRow reset
      = { ADMINISTRATOR, "user.reset-password", "{'person': 'viewer@example.org'}", "" };
  static const GramOutcome outcomes[] = { GRAM_OUTCOME_REFUSED, GRAM_OUTCOME_DONE };
  g_autoptr (Fixture) f = registry_at ("2026-03-16T00:00:00Z");
  g_autofree char *code = NULL;
  gint64 lapses_at;

  people_check_rows (f, &reset, 1);
  code = people_dup_code (f);
  lapses_at = fixture_result (f, "lapses-at");
  g_assert_cmpint (lapses_at, ==, instant + 48 * G_TIME_SPAN_HOUR);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (GramActor) actor = NULL;
      g_autoptr (GramRefusal) refusal = NULL;
      GError *error = NULL;

      instant = lapses_at - (gint64)i;
      g_assert_cmpint (gram_registry_use_code (f->registry, "viewer@example.org", code,
                                               "another battery horse", &actor, &refusal, &error),
                       ==, outcomes[i]);
      g_assert_no_error (error);
      g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, i == 0 ? "session.code" : "");
    }
}

/* The last day of a measure ends at midnight where its scheme is at home, summer time or not. */
static const struct
{
  gint64 account_id;
  PeopleRow begin;
  const char *over; /* the first instant after it */
} measures[] = {
#define SUSPEND(until_)                                                                            \
  { ADMINISTRATOR, "account.suspend",                                                              \
    "{'account': '@', 'ground': 'conviction', 'reason': 'Fine', 'until': '" until_ "'}", "" }
#define BLOCK(until_)                                                                              \
  { ADMINISTRATOR, "account.block", "{'account': '@3', 'reason': 'Fine', 'until': '" until_ "'}",  \
    "" }
  { 1, SUSPEND ("2026-04-04"), "2026-04-04T11:00:00Z" },
  { 1, SUSPEND ("2026-04-05"), "2026-04-05T12:00:00Z" }, /* the clock goes back */
  { 1, SUSPEND ("2026-09-26"), "2026-09-26T12:00:00Z" },
  { 1, SUSPEND ("2026-09-27"), "2026-09-27T11:00:00Z" }, /* the clock goes forward */
  { 3, BLOCK ("2026-03-28"), "2026-03-29T00:00:00Z" },
  { 3, BLOCK ("2026-03-29"), "2026-03-29T23:00:00Z" }, /* the clock goes forward */
  { 3, BLOCK ("2026-10-24"), "2026-10-24T23:00:00Z" },
  { 3, BLOCK ("2026-10-25"), "2026-10-26T00:00:00Z" }, /* the clock goes back */
};

static GramAccountState
state_on_screen (Fixture *f, gint64 account_id)
{
  g_autoptr (GramAccountDetail) detail = life_detail (f, account_id);

  return detail->state;
}

static void
test_last_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (Fixture) f = registry_at ("2026-03-16T00:00:00Z");
      gint64 account_id = measures[i].account_id;
      g_autoptr (GramAccountRecord) after = NULL;
      gint64 n_accounts = -1;
      GError *error = NULL;

      people_check_rows (f, &measures[i].begin, 1);
      instant = utc (measures[i].over) - 1;
      g_assert_cmpint (state_on_screen (f, account_id), !=, GRAM_ACCOUNT_OPEN);
      g_assert_true (gram_registry_run_due (f->registry, &n_accounts, &error));
      g_assert_no_error (error);
      g_assert_cmpint (n_accounts, ==, 0);

      instant += 1;
      g_assert_cmpint (state_on_screen (f, account_id), ==, GRAM_ACCOUNT_OPEN);
      g_assert_true (gram_registry_run_due (f->registry, &n_accounts, &error));
      g_assert_no_error (error);
      g_assert_cmpint (n_accounts, ==, 1);
      after = life_account (f, account_id);
      g_assert_cmpint (after->state, ==, GRAM_ACCOUNT_OPEN);
      fixture_verify (f);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/last-instants/waits", test_waits);
  g_test_add_func ("/registry/last-instants/reset-code", test_reset_code);
  g_test_add_func ("/registry/last-instants/last-day", test_last_day);
  return g_test_run ();
}
