/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-ledger-holders.h"
#include "gram-ledger.h"
#include "gram-statement.h"

#include <string.h>

typedef struct
{
  GramTestDir *dir;
  GramStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->dir = gram_test_dir_new ();
  path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *found = store_fixture_verify (self->store);

  g_assert_cmpstr (found, ==, "");
  gram_store_close (self->store);
  gram_test_dir_free (self->dir);
}

/* One posting in a unit of its own. */
static gboolean
post (Fixture *self,
      const char *request_id,
      const GramLedgerLine *lines,
      gsize n_lines,
      gint64 *posting_id,
      GError **error)
{
  g_autoptr (GramUnit) unit = gram_unit_begin (self->store, error);
  gint64 journal_id;

  g_assert_nonnull (unit);
  journal_id = store_fixture_journal (unit, request_id);
  return gram_ledger_post (unit, journal_id, "allocation", lines, n_lines, posting_id, error)
         && gram_unit_commit (g_steal_pointer (&unit), error);
}

static gboolean
reverse (Fixture *self,
         const char *request_id,
         gint64 posting_id,
         gint64 *reversal_id,
         GError **error)
{
  g_autoptr (GramUnit) unit = gram_unit_begin (self->store, error);
  gint64 journal_id;

  g_assert_nonnull (unit);
  journal_id = store_fixture_journal (unit, request_id);
  return gram_ledger_reverse (unit, journal_id, posting_id, reversal_id, error)
         && gram_unit_commit (g_steal_pointer (&unit), error);
}

static gint64
balance (Fixture *self, gint64 account_id, const char *role, const char *unit)
{
  g_autoptr (GError) error = NULL;
  gint64 amount = -1;

  g_assert_true (gram_ledger_balance (self->store, account_id, role, unit, &amount, &error));
  g_assert_no_error (error);
  return amount;
}

static void
test_post (Fixture *self, gconstpointer data)
{
  /* What takes away stands first here; what adds is written first all the same. */
  const GramLedgerLine lines[] = {
    { 1, "holding", "crts/2025", -30 }, { 1, "holding", "crts/2025", 100 },
    { 0, "issue", "crts/2025", -100 },  { 1, "reserved", "crts/2025", 30 },
    { 0, "issue", "GBP", -5 },          { 2, "holding", "GBP", 5 },
  };
  g_autoptr (GError) error = NULL;
  gint64 posting_id = 0;

  g_assert_cmpint (balance (self, 1, "holding", "crts/2025"), ==, 0);
  post (self, "p-1", lines, G_N_ELEMENTS (lines), &posting_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (posting_id, ==, 1);
  g_assert_cmpint (balance (self, 1, "holding", "crts/2025"), ==, 70);
  g_assert_cmpint (balance (self, 1, "reserved", "crts/2025"), ==, 30);
  g_assert_cmpint (balance (self, 0, "issue", "crts/2025"), ==, -100);
  g_assert_cmpint (balance (self, 2, "holding", "GBP"), ==, 5);
  g_assert_cmpint (balance (self, 2, "holding", "crts/2025"), ==, 0);
}

/* Postings that are refused, each on an account that holds 100. */
static const struct
{
  const char *name;
  GramLedgerLine lines[3];
  gsize n_lines;
} refusals[] = {
  { "no-lines", { { 0 } }, 0 },
  { "one-line", { { 1, "holding", "NZD", 5 } }, 1 },
  { "zero", { { 1, "holding", "NZD", 0 }, { 0, "issue", "NZD", 0 } }, 2 },
  { "sum", { { 1, "holding", "NZD", 5 }, { 0, "issue", "NZD", -4 } }, 2 },
  { "sum-across-units", { { 1, "holding", "NZD", 5 }, { 0, "issue", "GBP", -5 } }, 2 },
  { "below-zero",
    { { 1, "holding", "crts/2025", -101 }, { 0, "surrender", "crts/2025", 101 } },
    2 },
  { "below-zero-of-nothing",
    { { 2, "holding", "crts/2025", -1 }, { 0, "surrender", "crts/2025", 1 } },
    2 },
  { "holder-in-system-role", { { 1, "issue", "NZD", 5 }, { 0, "issue", "NZD", -5 } }, 2 },
  { "system-in-holder-role", { { 0, "holding", "NZD", 5 }, { 0, "issue", "NZD", -5 } }, 2 },
  { "no-unit", { { 1, "holding", "", 5 }, { 0, "issue", "", -5 } }, 2 },
  { "no-such-account", { { 9, "holding", "NZD", 5 }, { 0, "issue", "NZD", -5 } }, 2 },
  { "sum-overflows",
    { { 1, "holding", "NZD", G_MAXINT64 },
      { 2, "holding", "NZD", G_MAXINT64 },
      { 0, "issue", "NZD", 2 } },
    3 },
  { "balance-overflows",
    { { 1, "holding", "crts/2025", G_MAXINT64 }, { 0, "issue", "crts/2025", -G_MAXINT64 } },
    2 },
};

static void
test_refused (Fixture *self, gconstpointer data)
{
  const GramLedgerLine allocation[] = {
    { 1, "holding", "crts/2025", 100 },
    { 0, "issue", "crts/2025", -100 },
  };
  g_autoptr (GError) error = NULL;

  post (self, "p-1", allocation, 2, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) local = NULL;

      if (post (self, "never", refusals[i].lines, refusals[i].n_lines, NULL, &local))
        g_error ("%s was not refused", refusals[i].name);
      g_assert_error (local, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (balance (self, 1, "holding", "crts/2025"), ==, 100);
      g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count(*) FROM ledger_entry"), ==,
                       2);
    }
}

static void
test_reverse (Fixture *self, gconstpointer data)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", "crts/2025", 100 },
    { 0, "issue", "crts/2025", -100 },
  };
  const GramLedgerLine spend[] = {
    { 1, "holding", "crts/2025", -60 },
    { 0, "surrender", "crts/2025", 60 },
  };
  g_autoptr (GError) error = NULL;
  gint64 first = 0;
  gint64 spent = 0;
  gint64 reversal = 0;

  post (self, "p-1", lines, 2, &first, &error);
  post (self, "p-2", spend, 2, &spent, &error);
  g_assert_no_error (error);

  /* What was spent cannot be taken back. */
  g_assert_false (reverse (self, "never", first, NULL, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (reverse (self, "p-3", spent, &reversal, &error));
  g_assert_cmpint (reversal, ==, 3);
  g_assert_cmpint (balance (self, 1, "holding", "crts/2025"), ==, 100);
  g_assert_cmpint (balance (self, 0, "surrender", "crts/2025"), ==, 0);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT reverses FROM ledger_posting WHERE id = 3"),
                   ==, spent);

  /* Only once; not a reversal; not what is not there. */
  for (int i = 0; i < 3; i++)
    {
      const gint64 ids[] = { spent, reversal, 77 };

      g_assert_false (reverse (self, "never", ids[i], NULL, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
  g_assert_true (reverse (self, "p-4", first, NULL, &error));
  g_assert_cmpint (balance (self, 1, "holding", "crts/2025"), ==, 0);
}

/* The caller overlooks that a posting failed half-way and commits: the unit reads it back and refuses. */
static void
test_overlooked_failure (Fixture *self, gconstpointer data)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", "NZD", 5 },
    { 2, "holding", "NZD", -5 },
  };
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (self->store, &error);
  gint64 journal_id = store_fixture_journal (unit, "never");

  g_assert_false (gram_ledger_post (unit, journal_id, "trade", lines, 2, NULL, &error));
  g_clear_error (&error);
  g_assert_false (gram_unit_commit (unit, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count(*) FROM ledger_entry"), ==, 0);
}

/* Somebody writes a balance past the ledger in the same unit. */
static void
test_wrong_balance (Fixture *self, gconstpointer data)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", "NZD", 5 },
    { 0, "issue", "NZD", -5 },
  };
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (self->store, &error);
  gint64 journal_id = store_fixture_journal (unit, "never");

  g_assert_true (gram_ledger_post (unit, journal_id, "trade", lines, 2, NULL, &error));
  g_assert_true (
      gram_store_exec (self->store, "UPDATE ledger_account SET balance = balance + 1", &error));
  g_assert_false (gram_unit_commit (unit, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

static void
test_append_only (Fixture *self, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE ledger_entry SET amount = amount + 1", "DELETE FROM ledger_entry",
    "UPDATE ledger_posting SET meaning = 'gift'",  "DELETE FROM ledger_posting",
    "UPDATE ledger_account SET unit = 'GBP'",      "DELETE FROM ledger_account",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GramUnit) unit = NULL;

  store_fixture_fill (self->store);
  unit = gram_unit_begin (self->store, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_assert_false (gram_store_exec (self->store, statements[i], &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, "ledger"));
      g_clear_error (&error);
    }
}

/*
 * Random postings beside a model of our own: what the ledger accepts and holds is what plain arithmetic says, whatever
 * the order, in units of work that are now and then given up.
 */
#define N_UNITS 3

static const char *const units[N_UNITS] = { "crts/2025", "NZD", "crts/2026" };
static const char *const roles[2] = { "holding", "reserved" };

/* Of two holders, by unit and role. */
typedef struct
{
  gint64 balance[2][N_UNITS][2];
} Model;

static void
random_lines (GramLedgerLine *lines)
{
  int unit = g_test_rand_int_range (0, N_UNITS);
  gint64 amount = g_test_rand_int_range (1, 1000);

  for (int i = 0; i < 2; i++)
    {
      int holder = g_test_rand_int_range (0, 4);

      lines[i].unit = units[unit];
      lines[i].amount = i == 0 ? amount : -amount;
      lines[i].account_id = holder < 2 ? holder + 1 : 0;
      lines[i].role = holder < 2    ? roles[g_test_rand_int_range (0, 2)]
                      : holder == 2 ? "issue"
                                    : "surrender";
    }
}

/* FALSE if a holder would owe: then @model is as it was. */
static gboolean
model_post (Model *model, const GramLedgerLine *lines)
{
  Model after = *model;

  for (int i = 0; i < 2; i++)
    {
      if (lines[i].account_id == 0)
        continue;
      for (int unit = 0; unit < N_UNITS; unit++)
        {
          gint64 *amount = &after.balance[lines[i].account_id - 1][unit]
                                         [strcmp (lines[i].role, "holding") != 0];

          if (strcmp (lines[i].unit, units[unit]) != 0)
            continue;
          *amount += lines[i].amount;
          if (*amount < 0)
            return FALSE;
        }
    }
  *model = after;
  return TRUE;
}

static void
assert_model (Fixture *self, const Model *model)
{
  for (int holder = 0; holder < 2; holder++)
    {
      for (int unit = 0; unit < N_UNITS; unit++)
        {
          for (int role = 0; role < 2; role++)
            g_assert_cmpint (balance (self, holder + 1, roles[role], units[unit]), ==,
                             model->balance[holder][unit][role]);
        }
    }
}

/* Who has something of a unit in whatever role; the system and emptied accounts do not. */
static void
test_holders (Fixture *self, gconstpointer data)
{
  const GramLedgerLine lines[] = {
    { 0, "issue", "ccs-credit/new/2025", -1500 },
    { 1, "holding", "ccs-credit/new/2025", 1000 },
    { 2, "holding", "ccs-credit/new/2025", 500 },
  };
  const GramLedgerLine other[] = {
    { 0, "issue", "ccs-credit/new/2026", -1 },
    { 1, "holding", "ccs-credit/new/2026", 1 },
  };
  const GramLedgerLine lapse[] = {
    { 1, "holding", "ccs-credit/new/2025", -1000 },
    { 0, "lapse", "ccs-credit/new/2025", 1000 },
  };
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) none = NULL;

  g_assert_true (post (self, "one", lines, G_N_ELEMENTS (lines), NULL, NULL));
  g_assert_true (post (self, "two", other, G_N_ELEMENTS (other), NULL, NULL));
  both = gram_ledger_holders (self->store, "ccs-credit/new/2025", NULL);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (g_array_index (both, gint64, 0), ==, 1);
  g_assert_cmpint (g_array_index (both, gint64, 1), ==, 2);
  g_assert_true (post (self, "three", lapse, G_N_ELEMENTS (lapse), NULL, NULL));
  one = gram_ledger_holders (self->store, "ccs-credit/new/2025", NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, gint64, 0), ==, 2);
  none = gram_ledger_holders (self->store, "ccs-credit/used/2025", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  Model model = { 0 };
  guint accepted = 0;
  guint refused = 0;

  for (int round = 0; round < 150; round++)
    {
      g_autofree char *request_id = g_strdup_printf ("round-%d", round);
      g_autoptr (GError) error = NULL;
      GramUnit *unit = gram_unit_begin (self->store, &error);
      gint64 journal_id = store_fixture_journal (unit, request_id);
      Model after = model;
      gboolean posted = TRUE;

      for (int i = g_test_rand_int_range (1, 8); i > 0 && posted; i--)
        {
          GramLedgerLine lines[2];
          gboolean expected;

          random_lines (lines);
          expected = model_post (&after, lines);
          posted = gram_ledger_post (unit, journal_id, "trade", lines, 2, NULL, &error);
          g_assert_cmpint (posted, ==, expected);
          *(posted ? &accepted : &refused) += 1;
        }
      if (!posted || g_test_rand_int_range (0, 10) == 0)
        gram_unit_rollback (unit);
      else
        {
          g_assert_true (gram_unit_commit (unit, &error));
          model = after;
        }
      assert_model (self, &model);
    }
  g_test_message ("%u postings, %u refused", accepted, refused);
  g_assert_cmpuint (accepted, >, 100);
  g_assert_cmpuint (refused, >, 10);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT sum (amount) FROM ledger_entry"), ==,
                   0);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT sum (balance) FROM ledger_account"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/ledger/post", test_post },
    { "/ledger/refused", test_refused },
    { "/ledger/reverse", test_reverse },
    { "/ledger/overlooked-failure", test_overlooked_failure },
    { "/ledger/wrong-balance", test_wrong_balance },
    { "/ledger/append-only", test_append_only },
    { "/ledger/holders", test_holders },
    { "/ledger/random", test_random },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
