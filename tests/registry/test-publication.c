/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"

#include "gram-queries-publication.h"

#include <string.h>

/* What progress was told. */
typedef struct
{
  guint n_told;
  gint64 total;
  GCancellable *cancel;
} Told;

static void
told_cb (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  Told *told = data;

  g_assert_cmpint (done, ==, rows);
  g_assert_cmpint (done, <=, total);
  told->n_told++;
  told->total = total;
  g_cancellable_cancel (told->cancel);
}

static char *
save_vehicles (Fixture *f,
               int place,
               Told *told,
               GramPublishedVehicles *published,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GramOutcome outcome
      = gram_registry_save_published_vehicles (f->registry, f->actors[place], CCTS_YEAR, stream,
                                               told != NULL ? told_cb : NULL, told,
                                               told != NULL ? told->cancel : NULL, published,
                                               refusal, error);

  if (outcome != GRAM_OUTCOME_DONE)
    return NULL;
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Art. 80(1): a row for each record of a participant, members of its pool among them, and nothing that says which car it is. */
static void
test_published_vehicles (void)
{
  static const int places[] = { CCTS_ALPHA, CCTS_GAMMA, 0 };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (
      f, "identified.jsonl",
      "{\"vin\": \"WVWZZZ1KZAW123456\", \"make\": \"=Lines\", \"model\": \"Uno, long\","
      " \"co2_g_km\": \"0\", \"zero_emission\": \"yes\", \"registered_on\": \"2025-12-31\"}\n"
      "{\"vin\": \"WVWZZZ1KZAW123457\", \"make\": \"Lines\", \"model\": \"Next\","
      " \"co2_g_km\": \"131.5\", \"registered_on\": \"2026-01-01\"}\n");
  g_autofree char *text = NULL;
  GramPublishedVehicles published;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  ccts_pool (f, "Alpha Group", places);
  ccts_register (f, CCTS_ALPHA, "7000x131-1.2");
  ccts_register (f, CCTS_GAMMA, "12x120");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@%d', 'file': '%s', 'preset': 'gram',"
                               " 'format': 'jsonl', 'status': 'ready'}",
                               CCTS_ALPHA, path),
                   ==, "");
  g_assert_null (save_vehicles (f, READER, NULL, &published, &refusal, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "year.not-measured");
  g_clear_pointer (&refusal, gram_refusal_free);

  ccts_measure (f);
  text = save_vehicles (f, READER, NULL, &published, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (published.records, ==, 3);
  g_assert_cmpint (published.cars, ==, 7012);
  g_assert_cmpint (published.cars_zero, ==, 1);
  g_assert_cmpint (published.changed, ==, 0);
  g_assert_true (g_str_has_prefix (text, "year,participant,account-number,pool,manufacturer,make"));
  g_assert_nonnull (strstr (text, "Alpha Group"));
  g_assert_nonnull (strstr (text, ",'=Lines,\"Uno, long\","));
  g_assert_nonnull (strstr (text, ",yes,0,,,0,2025-12-31,1\r\n"));
  g_assert_nonnull (strstr (text, ",no,131,,,1.2,2025-"));
  g_assert_nonnull (strstr (text, ",7000\r\n"));
  g_assert_null (strstr (text, "WVWZZZ"));
  g_assert_null (strstr (text, "2026-01-01"));

  /* A car that came later is in the rows, and it is said that the table is older. */
  ccts_register (f, CCTS_GAMMA, "1x119");
  g_clear_pointer (&text, g_free);
  text = save_vehicles (f, ADMINISTRATOR, NULL, &published, NULL, &error);
  g_assert_cmpint (published.records, ==, 4);
  g_assert_cmpint (published.changed, ==, 1);
  g_assert_null (save_vehicles (f, OWNER, NULL, &published, &refusal, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "permission.role");
  gram_refusal_free (refusal);
}

/* It tells how far it is, and can be stopped. */
static void
test_published_vehicles_stop (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GramPublishedVehicles published;
  Told told = { 0 };

  for (guint i = 0; i < 11000; i++)
    g_string_append_printf (lines,
                            "{\"register_key\": \"k%u\", \"make\": \"Lines\", \"model\": \"Uno\","
                            " \"co2_g_km\": \"120\", \"registered_on\": \"2025-06-30\"}\n",
                            i);
  path = fixture_file (f, "many.jsonl", lines->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@%d', 'file': '%s', 'preset': 'gram',"
                               " 'format': 'jsonl', 'status': 'ready'}",
                               CCTS_ALPHA, path),
                   ==, "");
  ccts_measure (f);
  text = save_vehicles (f, READER, &told, &published, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (published.records, ==, 11000);
  g_assert_cmpuint (told.n_told, ==, 2);
  g_assert_cmpint (told.total, ==, 11000);

  told = (Told){ .cancel = g_cancellable_new () };
  g_assert_null (save_vehicles (f, READER, &told, &published, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told.n_told, ==, 1);
  g_object_unref (told.cancel);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/publication/vehicles", test_published_vehicles);
  g_test_add_func ("/registry/publication/vehicles-stop", test_published_vehicles_stop);
  return g_test_run ();
}
