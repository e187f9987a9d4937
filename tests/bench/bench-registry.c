/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-registry.h"

#include "bench.h"
#include "gram-account-table.h"
#include "gram-person-table.h"
#include "gram-registry-table.h"
#include "gram-rulebook-table.h"

#include <glib/gstdio.h>

void
bench_registry_remove (const char *path)
{
  const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

GramStore *
bench_registry_create (const char *path)
{
  const GramRegistryRecord registry = { GRAM_REGISTRY_ADMINISTRATOR, (char *)"Bench", 1, NULL };
  g_autoptr (GramAccountRecord) account = gram_account_record_new ();
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();
  g_autoptr (GramRulebookRecord) rulebook = gram_rulebook_record_new ();
  g_autoptr (GError) error = NULL;
  GramStore *store;
  GramUnit *unit;

  bench_registry_remove (path);
  store = gram_store_create (path, &error);
  bench_check (store != NULL, error);
  unit = gram_unit_begin (store, &error);
  bench_check (unit != NULL, error);
  g_set_str (&account->number, "10000008");
  g_set_str (&account->holder, "Harbour Street Imports Ltd");
  g_set_str (&person->email, "mere@example.org");
  g_set_str (&person->name, "Mere Tamihana");
  g_set_str (&rulebook->scheme, "ccs");
  g_set_str (&rulebook->version, "2026");
  g_set_str (&rulebook->valid_from, "2026-01-01");
  bench_check (gram_registry_table_insert (unit, &registry, &error)
                   && gram_account_table_insert (unit, account, &error)
                   && gram_person_table_insert (unit, person, &error)
                   && gram_rulebook_table_insert (unit, rulebook, &error)
                   && gram_unit_commit (unit, &error),
               error);
  return store;
}

void
bench_registry_copy (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  bench_registry_remove (to);
  bench_check (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
}

GramActor *
bench_sign_in (GramRegistry *registry, const char *email, const char *password)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramActor *actor = NULL;

  if (gram_registry_sign_in (registry, email, password, &actor, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    g_error ("%s: %s", email, refusal != NULL ? refusal->message : error->message);
  return actor;
}

gint64
bench_time_command (GramRegistry *registry,
                    GramActor *actor,
                    const char *command,
                    GVariant *arguments)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (gram_registry_perform (registry, actor, NULL, command, sunk, NULL, NULL, NULL, &result,
                             &refusal, &error)
      != GRAM_OUTCOME_DONE)
    g_error ("%s: %s", command, refusal != NULL ? refusal->message : error->message);
  return g_get_monotonic_time () - start;
}

void
bench_perform (GramRegistry *registry,
               const char *email,
               const char *password,
               const char *command,
               GVariant *arguments)
{
  g_autoptr (GramActor) actor = bench_sign_in (registry, email, password);

  bench_time_command (registry, actor, command, arguments);
}
