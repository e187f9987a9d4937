/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-command.h"

#include "bench-registry.h"
#include "gram-import.h"

#include <stdio.h>

#define EMAIL "mere@example.org"
#define PASSWORD "kowhai-in-bloom-2026"

typedef struct
{
  GramRegistry *registry;
  GramActor *actor;
  GVariant *arguments;
} Session;

static void
check (GramOutcome outcome, GramRefusal *refusal, GError *error)
{
  if (outcome == GRAM_OUTCOME_REFUSED)
    g_error ("%s: %s", refusal->id, refusal->message);
  bench_check (outcome == GRAM_OUTCOME_DONE, error);
}

static void
session_clear (Session *self)
{
  g_clear_pointer (&self->arguments, g_variant_unref);
  g_clear_pointer (&self->actor, gram_actor_unref);
  g_clear_pointer (&self->registry, gram_registry_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static void
open_registry (Session *self, const char *path, gboolean create)
{
  const GramSetup setup = {
    .kind = GRAM_REGISTRY_OWN,
    .title = "Harbour Street Imports Ltd",
    .email = EMAIL,
    .name = "Mere Tamihana",
    .password = PASSWORD,
  };
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (create)
    bench_registry_remove (path);
  self->registry = create ? gram_registry_create (path, &setup, &refusal, &error)
                          : gram_registry_open (path, GRAM_STORE_READ_WRITE, &error);
  check (self->registry != NULL ? GRAM_OUTCOME_DONE
         : refusal != NULL      ? GRAM_OUTCOME_REFUSED
                                : GRAM_OUTCOME_FAILED,
         refusal, error);
  check (gram_registry_sign_in (self->registry, EMAIL, PASSWORD, &self->actor, &refusal, &error),
         refusal, error);
}

static GVariant *
perform (Session *self, const char *command, GVariant *arguments)
{
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  check (gram_registry_perform (self->registry, self->actor, NULL, command, arguments, NULL, NULL,
                                NULL, &result, &refusal, &error),
         refusal, error);
  return g_steal_pointer (&result);
}

/* Opens the account, the first time, and says which file it gets. */
static void
prepare (Session *self, Bench *bench, gboolean create)
{
  g_autofree char *path = bench_file (bench, "command.gram");
  g_autofree char *csv = bench_file (bench, "register.csv");
  g_autoptr (GPtrArray) accounts = NULL;
  const GramAccountRecord *account;
  g_autoptr (GError) error = NULL;
  GVariantDict file;

  open_registry (self, path, create);
  if (create)
    {
      g_autoptr (GVariant) result = NULL;
      GVariantDict opened;

      g_variant_dict_init (&opened, NULL);
      g_variant_dict_insert (&opened, "kind", "s", "ccs-used");
      g_variant_dict_insert (&opened, "holder", "s", "Harbour Street Imports Ltd");
      g_variant_dict_insert (&opened, "contact-name", "s", "Mere Tamihana");
      g_variant_dict_insert (&opened, "contact-email", "s", EMAIL);
      result = perform (self, "account.open", g_variant_dict_end (&opened));
    }
  accounts = gram_account_table_list (gram_registry_get_store (self->registry), 0, &error);
  bench_check (accounts != NULL && accounts->len == 1, error);
  account = g_ptr_array_index (accounts, 0);
  g_variant_dict_init (&file, NULL);
  g_variant_dict_insert (&file, "account", "s", account->number);
  g_variant_dict_insert (&file, "file", "s", csv);
  g_variant_dict_insert (&file, "preset", "s", "gram");
  self->arguments = g_variant_ref_sink (g_variant_dict_end (&file));
}

static void
import_file (Bench *bench, gboolean create)
{
  g_auto (Session) session = { 0 };
  g_autoptr (GVariant) result = NULL;
  gint64 start;
  gint64 count = 0;

  prepare (&session, bench, create);
  start = g_get_monotonic_time ();
  result = perform (&session, "vehicle.import", session.arguments);
  bench_figure ("us", g_get_monotonic_time () - start);
  g_variant_lookup (result, create ? "new" : "unchanged", "x", &count);
  bench_figure ("rows", count);
}

void
bench_command_import_first (Bench *bench)
{
  import_file (bench, TRUE);
}

void
bench_command_import_again (Bench *bench)
{
  import_file (bench, FALSE);
}

void
bench_command_dry_run (Bench *bench)
{
  g_auto (Session) session = { 0 };
  g_autoptr (GramImportReport) report = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  prepare (&session, bench, FALSE);
  start = g_get_monotonic_time ();
  report = gram_registry_import_dry_run (session.registry, session.actor, session.arguments, NULL,
                                         NULL, NULL, &refusal, &error);
  check (report != NULL    ? GRAM_OUTCOME_DONE
         : refusal != NULL ? GRAM_OUTCOME_REFUSED
                           : GRAM_OUTCOME_FAILED,
         refusal, error);
  bench_figure ("us", g_get_monotonic_time () - start);
}

void
bench_command_import (Bench *bench, const BenchResult *least)
{
  g_autoptr (BenchResult) first = bench_run (bench, "import-by-command");
  g_autoptr (BenchResult) again = bench_run (bench, "import-again");
  g_autoptr (BenchResult) dry = bench_run (bench, "dry-run");

  if (bench_result_get (first, "rows") != (gint64)bench->n_rows
      || bench_result_get (again, "rows") != (gint64)bench->n_rows)
    g_error ("the import did not take every row");
  bench_add_ratio (bench, "vehicle.import / sqlite3 .import, search index included",
                   bench_result_get (first, "us"), least->wall_us, 150);
  bench_add_ratio (bench, "  in processor time, set-up included", first->cpu_us, least->cpu_us, 0);
  bench_add_time (bench, "the same file a second time: all unchanged",
                  bench_result_get (again, "us"), 0);
  bench_add_time (bench, "its dry run", bench_result_get (dry, "us"), 0);
  bench_add_memory (bench, "peak memory of vehicle.import", first->peak_kib, 0);
}
