/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "case-fixture.h"

#include <inttypes.h>
#include <string.h>

/* The signed file of a notification: made in the party's own registry, read by the administrator (CCTS art. 37(3), (7)). */

#define ALPHA_ALLOCATED 1578626
#define USUAL 30000

/* The party's own registry, in which Alpha has notified, and the administrator's. */
typedef struct
{
  Fixture *own;
  Fixture *administrator;
  gint64 given;
} World;

static void
world_init (World *self, GramRegistryKind kind, const TradeTerms *terms)
{
  self->own = trade_new (GRAM_REGISTRY_OWN);
  self->administrator = trade_new (kind);
  /* Both count the same accounts, as one was asked for its number. */
  g_assert_cmpstr (self->own->numbers[CCTS_ALPHA], ==, self->administrator->numbers[CCTS_ALPHA]);
  self->given = trade_do_give (self->own, CCTS_ALPHA, CCTS_BETA, terms);
}

static void
world_clear (World *self)
{
  fixture_free (self->own);
  fixture_free (self->administrator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

/* The file of a notification, NULL if it is refused; then @refusal says why. */
static char *
write_file (Fixture *f, FixturePerson who, gint64 id, char **refusal)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramRefusal) no = NULL;
  GError *error = NULL;

  if (!gram_registry_write_trade_file (f->registry, f->actors[who], id, stream, NULL, &no, &error))
    {
      g_assert_no_error (error);
      g_assert_nonnull (no);
      if (refusal != NULL)
        *refusal = g_strdup (no->id);
      return NULL;
    }
  g_output_stream_close (stream, NULL, NULL);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static char *
own_file (World *self)
{
  char *text = write_file (self->own, OWNER, self->given, NULL);

  g_assert_nonnull (text);
  return text;
}

static void
check_refused (Fixture *f, FixturePerson who, gint64 id, const char *expected)
{
  g_autofree char *refusal = NULL;
  g_autofree char *text = write_file (f, who, id, &refusal);

  g_assert_null (text);
  g_assert_cmpstr (refusal, ==, expected);
}

/* The administrator enters the key that the party gave. */
static void
set_key (World *self)
{
  g_autofree char *key = NULL;

  gram_registry_trade_key (self->own->registry, self->own->actors[OWNER],
                           ccts_account (self->own, CCTS_ALPHA), &key, NULL, NULL);
  g_assert_nonnull (key);
  g_assert_cmpuint (strlen (key), ==, 64);
  g_assert_cmpstr (fixture_do (self->administrator, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': '%s'}", key),
                   ==, "");
}

static const char *
import (Fixture *f, FixturePerson who, const char *text)
{
  g_autofree char *path = fixture_file (f, "trade.json", text);

  return fixture_do (f, who, "trade.import", "{'file': '%s'}", path);
}

/* The way of a file: it reserves, it matches, and reading it twice has one effect. */
static void
test_way (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;
  gint64 id;
  gboolean repeated = TRUE;

  world_init (&w, GRAM_REGISTRY_ADMINISTRATOR, NULL);
  text = own_file (&w);
  set_key (&w);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "");
  id = fixture_result (w.administrator, "notification");
  g_variant_lookup (w.administrator->result, "repeated", "b", &repeated);
  g_assert_false (repeated);
  trade_check (w.administrator, id, GRAM_TRADE_WAITING, 0);
  trade_check_balances (w.administrator, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
  /* Who is named is told; so are those of the account whose file it was not. */
  g_assert_cmpuint (case_count_notices (w.administrator, STRANGER, GRAM_EVENT_TRADE_WAITING), ==,
                    1);

  g_assert_cmpstr (import (w.administrator, ADMINISTRATOR, text), ==, "");
  g_variant_lookup (w.administrator->result, "repeated", "b", &repeated);
  g_assert_true (repeated);
  g_assert_cmpint (fixture_result (w.administrator, "notification"), ==, id);
  trade_check_balances (w.administrator, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
  g_assert_cmpuint (case_count_notices (w.administrator, STRANGER, GRAM_EVENT_TRADE_WAITING), ==,
                    1);

  trade_check (w.administrator, trade_do_take (w.administrator, CCTS_ALPHA, CCTS_BETA, NULL),
               GRAM_TRADE_MATCHED, id);
  fixture_verify (w.administrator);
  fixture_verify (w.own);
}

/* Who may read and write such files, and which. */
static void
test_rights (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;
  gint64 here;

  world_init (&w, GRAM_REGISTRY_ADMINISTRATOR, NULL);
  check_refused (w.own, STRANGER, w.given, "trade.unknown");
  check_refused (w.own, VIEWER, w.given, "permission.missing");
  check_refused (w.own, OWNER, 99, "trade.unknown");
  text = own_file (&w);
  g_assert_cmpstr (trade_withdraw (w.own, CCTS_ALPHA, w.given), ==, "");
  check_refused (w.own, OWNER, w.given, "trade.over");
  here = trade_do_give (w.administrator, CCTS_ALPHA, CCTS_BETA, NULL);
  check_refused (w.administrator, OWNER, here, "trade.no-key");
  g_assert_cmpstr (import (w.administrator, OWNER, text), ==, "permission.role");
  g_assert_cmpstr (import (w.own, ADMINISTRATOR, text), ==, "command.other-kind");
}

/* A file that was changed, that is of somebody else, that is none; each is told apart. */
static void
test_refusals (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  world_init (&w, GRAM_REGISTRY_PRACTICE, NULL);
  text = own_file (&w);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "trade.no-key");
  g_assert_cmpstr (fixture_do (w.administrator, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': 'abc'}"),
                   ==, "trade.key");
  g_assert_cmpstr (fixture_do (w.administrator, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': '%064d'}", 7),
                   ==, "");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "trade.other-key");
  set_key (&w);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "30000", "30001", 1), ==, 1);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, changed->str), ==, "trade.file-changed");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, "{}"), ==, "trade.file");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, "no JSON"), ==, "trade.file");
  g_assert_cmpstr (fixture_do (w.administrator, CASE_HANDLER, "trade.import",
                               "{'file': '/nowhere/trade.json'}"),
                   ==, "attachment.missing");
  trade_check_balances (w.administrator, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  fixture_verify (w.administrator);
}

/* The administrator is told exactly what is wrong with which party, and when. */
static void
test_exact (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;

  world_init (&w, GRAM_REGISTRY_ADMINISTRATOR, NULL);
  text = own_file (&w);
  set_key (&w);
  g_assert_cmpstr (fixture_do (w.administrator, DECISION_MAKER, "account.block",
                               "{'account': '@4', 'reason': 'Penalty not paid.'}"),
                   ==, "");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "account.blocked");
  ccts_set_first_second ("2027-01-01");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "window.not-open");
}

/* One version of a notification always has the same file; what is the party's own does not stand in it. */
static void
test_bytes (void)
{
  const TradeTerms noted = { .more = ", 'note': 'Below what we paid.'" };
  g_auto (World) w = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  world_init (&w, GRAM_REGISTRY_PRACTICE, &noted);
  first = own_file (&w);
  second = own_file (&w);
  g_assert_cmpstr (first, ==, second);
  g_assert_null (strstr (first, "Below"));
  g_assert_cmpstr (trade_amend (w.own, CCTS_ALPHA, w.given, "'price': '375001.00'"), ==, "");
  third = own_file (&w);
  g_assert_cmpstr (first, !=, third);
}

/* For who has no access the administrator withdraws; the old file brings nothing back, a new one does. */
static void
test_withdraw (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *mended = NULL;
  gint64 id;

  world_init (&w, GRAM_REGISTRY_PRACTICE, NULL);
  text = own_file (&w);
  set_key (&w);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "");
  id = fixture_result (w.administrator, "notification");
  g_assert_cmpstr (fixture_do (w.administrator, CASE_HANDLER, "trade.withdraw",
                               "{'account': '@3', 'notification': %" PRId64
                               ", 'reason': 'They wrote a wrong price.'}",
                               id),
                   ==, "");
  trade_check_balances (w.administrator, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "");
  g_assert_cmpstr (trade_result (w.administrator, "state"), ==, "withdrawn");
  g_assert_cmpstr (trade_amend (w.own, CCTS_ALPHA, w.given, "'price': '375001.00'"), ==, "");
  mended = own_file (&w);
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, mended), ==, "");
  g_assert_cmpint (fixture_result (w.administrator, "notification"), !=, id);
  fixture_verify (w.administrator);
}

/* A new key ends the old one. */
static void
test_keys (void)
{
  g_auto (World) w = { 0 };
  g_autofree char *text = NULL;

  world_init (&w, GRAM_REGISTRY_PRACTICE, NULL);
  text = own_file (&w);
  set_key (&w);
  g_assert_cmpstr (fixture_do (w.administrator, CASE_HANDLER, "trade.set-key",
                               "{'account': '@3', 'public-key': '%064d'}", 7),
                   ==, "permission.role");
  g_assert_cmpstr (fixture_do (w.administrator, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': '%064d'}", 7),
                   ==, "");
  g_assert_cmpstr (fixture_do (w.administrator, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': '%064d'}", 7),
                   ==, "trade.key-same");
  g_assert_cmpstr (import (w.administrator, CASE_HANDLER, text), ==, "trade.other-key");
  fixture_verify (w.administrator);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/trade-files/way", test_way);
  g_test_add_func ("/registry/trade-files/rights", test_rights);
  g_test_add_func ("/registry/trade-files/refusals", test_refusals);
  g_test_add_func ("/registry/trade-files/exact", test_exact);
  g_test_add_func ("/registry/trade-files/bytes", test_bytes);
  g_test_add_func ("/registry/trade-files/withdraw", test_withdraw);
  g_test_add_func ("/registry/trade-files/keys", test_keys);
  return g_test_run ();
}
