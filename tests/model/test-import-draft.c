/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-draft.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"

#define OWN_COLUMNS                                                                                \
  "Chassis no.;Make;Model;CO2 (g/km)\r\nJTDKN36U405000001;TOYOTA;PRIUS;89,5\r\n"                   \
  "JTDKN36U405000002;TOYOTA;AQUA;78,1\r\n"

typedef struct
{
  GramTestDir *dir;
  GramImportDraft *draft;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->folder = gram_test_dir_file (self->dir, "mappings");
  self->draft = gram_import_draft_new (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_test_unref_and_wait (self->draft);
  g_free (self->folder);
  gram_test_dir_free (self->dir);
}

static void
choose (Fixture *self, GramImportDraft *draft, const char *name, const char *content)
{
  g_autofree char *path = gram_test_dir_write (self->dir, name, content);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gram_import_draft_set_file (draft, file);
}

static GramImportPreview *
look (GramImportDraft *draft, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gram_import_draft_preview_async (draft, 5, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  return gram_import_draft_preview_finish (draft, result, error);
}

static void
test_own_columns (Fixture *self, gconstpointer data)
{
  g_autoptr (GramImportPreview) preview = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autofree char *delimiter = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *mapping = NULL;

  g_assert_false (gram_import_draft_is_ready (self->draft));
  choose (self, self->draft, "own.csv", OWN_COLUMNS);
  preview = look (self->draft, NULL);
  g_assert_nonnull (preview);
  g_assert_cmpuint (g_strv_length (preview->headers), ==, 4);
  g_assert_cmpuint (preview->rows->len, ==, 2);
  g_assert_cmpstr (((char **)g_ptr_array_index (preview->rows, 1))[2], ==, "AQUA");
  g_assert_null (preview->preset);
  g_assert_false (preview->remembered);

  g_object_get (self->draft, "delimiter", &delimiter, "preset", &preset, NULL);
  g_assert_cmpstr (delimiter, ==, "semicolon");
  g_assert_cmpstr (preset, ==, "");
  g_object_set (self->draft, "decimal", "comma", NULL);
  gram_import_draft_set_column (self->draft, "identifier", "Chassis no.");
  g_assert_cmpstr (gram_import_draft_get_column (self->draft, "identifier"), ==, "Chassis no.");
  g_assert_true (gram_import_draft_is_ready (self->draft));

  arguments = g_variant_ref_sink (gram_import_draft_to_arguments (self->draft, "10000009"));
  g_assert_true (g_variant_lookup (arguments, "mapping", "s", &mapping));
  g_assert_nonnull (strstr (mapping, "Chassis no."));
  g_assert_nonnull (strstr (mapping, "comma"));
  g_assert_true (g_variant_lookup (arguments, "file", "s", NULL));
}

/* A mapping without anything that names the vehicle is not ready, and says why. */
static void
test_not_ready (Fixture *self, gconstpointer data)
{
  g_autoptr (GramImportPreview) preview = NULL;
  g_autofree char *lacking = NULL;
  g_autofree char *before = gram_import_draft_check (self->draft);

  g_assert_nonnull (before);
  choose (self, self->draft, "own.csv", OWN_COLUMNS);
  preview = look (self->draft, NULL);
  for (guint i = 0; i < 3; i++)
    gram_import_draft_set_column (self->draft,
                                  ((const char *[]){ "identifier", "vin", "chassis" })[i], NULL);
  g_assert_false (gram_import_draft_is_ready (self->draft));
  lacking = gram_import_draft_check (self->draft);
  g_assert_nonnull (lacking);
  gram_import_draft_set_column (self->draft, "vin", "Chassis no.");
  g_assert_true (gram_import_draft_is_ready (self->draft));
}

static void
test_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (GramImportDraft) later = gram_import_draft_new (self->folder);
  g_autoptr (GramImportPreview) first = NULL;
  g_autoptr (GramImportPreview) second = NULL;
  g_autoptr (GramImportPreview) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *decimal = NULL;

  choose (self, self->draft, "january.csv", OWN_COLUMNS);
  first = look (self->draft, NULL);
  gram_import_draft_set_column (self->draft, "variant", "Model");
  g_object_set (self->draft, "decimal", "comma", NULL);
  g_assert_true (gram_import_draft_remember (self->draft, &error));
  g_assert_no_error (error);

  choose (self, later, "february.csv",
          "chassis no.;MAKE; Model ;CO2 (g/km)\nJTDKN36U405000003;TOYOTA;VITZ;99,9\n");
  second = look (later, NULL);
  g_assert_true (second->remembered);
  g_assert_cmpstr (gram_import_draft_get_column (later, "variant"), ==, "Model");
  g_object_get (later, "decimal", &decimal, NULL);
  g_assert_cmpstr (decimal, ==, "comma");

  choose (self, later, "other.csv", "VIN,Make\nJTDKN36U405000003,TOYOTA\n");
  third = look (later, NULL);
  g_assert_false (third->remembered);
}

/* A person's choice of encoding is not overruled by what the file looks like. */
static void
test_choice_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (GramImportPreview) first = NULL;
  g_autoptr (GramImportPreview) second = NULL;
  g_autofree char *delimiter = NULL;

  choose (self, self->draft, "own.csv", OWN_COLUMNS);
  first = look (self->draft, NULL);
  g_object_set (self->draft, "delimiter", "comma", NULL);
  second = look (self->draft, NULL);
  g_assert_nonnull (second);
  g_object_get (self->draft, "delimiter", &delimiter, NULL);
  g_assert_cmpstr (delimiter, ==, "comma");
  g_assert_cmpstr (second->fingerprint, !=, first->fingerprint);
}

static void
test_preset (Fixture *self, gconstpointer data)
{
  g_autoptr (GramImportPreview) preview = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GArray) fields = NULL;

  g_object_set (self->draft, "account-kind", GRAM_ACCOUNT_CCTS, NULL);
  choose (self, self->draft, "eea.csv",
          "ID,Country,Mh,Mk,Cn,r,Ewltp (g/km),Erwltp (g/km),IT,m (kg),ec (cm3),Ft,Ct,T,Va,Ve,year,"
          "Date of registration\n1,GB,SKODA,SKODA,OCTAVIA,3,112,1.5,e8 29,1360,1498,petrol,M1,NX,A,"
          "B,2024,2024-05-02\n");
  preview = look (self->draft, NULL);
  g_assert_cmpstr (preview->preset, ==, "eea");
  g_object_get (self->draft, "preset", &preset, NULL);
  g_assert_cmpstr (preset, ==, "eea");

  gram_import_draft_set_column (self->draft, "make", "Mh");
  g_object_get (self->draft, "preset", &changed, NULL);
  g_assert_cmpstr (changed, ==, "");

  fields = gram_import_draft_list_fields (self->draft);
  g_assert_cmpuint (fields->len, >, 5);
}

static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/register.csv");
  g_autoptr (GramImportPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  gram_import_draft_set_file (self->draft, nowhere);
  preview = look (self->draft, &error);
  g_assert_null (preview);
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/import-draft/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("own-columns", test_own_columns);
  ADD ("not-ready", test_not_ready);
  ADD ("remembered", test_remembered);
  ADD ("choice-stays", test_choice_stays);
  ADD ("preset", test_preset);
  ADD ("no-file", test_no_file);
#undef ADD

  return g_test_run ();
}
