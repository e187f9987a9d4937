/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-draft.h"
#include "gram-test-dir.h"

#include <glib/gstdio.h>

static GramAccountDraft *
make_draft (const char *folder)
{
  return gram_account_draft_new (folder, "/srv/registries/harbour.gram");
}

static void
fill (GramAccountDraft *draft)
{
  g_object_set (draft, "holder", "Harbour Street Imports Ltd", "kind", GRAM_ACCOUNT_CCS_USED,
                "contact-name", "Ngaire Tamahori", "contact-email", " ngaire@example.org ",
                "auto-accept", TRUE, "step", "contact", NULL);
}

static void
test_complete (void)
{
  static const char *const needed[] = { "holder", "contact-name", "contact-email" };
  GramAccountDraft *draft = make_draft (NULL);

  g_assert_false (gram_account_draft_is_complete (draft));
  fill (draft);
  g_assert_true (gram_account_draft_is_complete (draft));
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_object_set (draft, needed[i], "  ", NULL);
      g_assert_false (gram_account_draft_is_complete (draft));
      g_object_set (draft, needed[i], "something", NULL);
      g_assert_true (gram_account_draft_is_complete (draft));
    }
  g_object_set (draft, "kind", 0, NULL);
  g_assert_false (gram_account_draft_is_complete (draft));
  g_assert_finalize_object (draft);
}

static void
test_arguments (void)
{
  GramAccountDraft *draft = make_draft (NULL);
  g_autoptr (GVariant) arguments = NULL;
  g_autofree char *text = NULL;

  fill (draft);
  arguments = g_variant_ref_sink (gram_account_draft_to_arguments (draft));
  g_assert_true (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));
  g_assert_cmpuint (g_variant_n_children (arguments), ==, 5);
  g_assert_true (g_variant_lookup (arguments, "contact-email", "s", &text));
  g_assert_cmpstr (text, ==, "ngaire@example.org");
  g_clear_pointer (&text, g_free);
  g_assert_true (g_variant_lookup (arguments, "kind", "s", &text));
  g_assert_cmpstr (text, ==, "ccs-used");
  g_assert_false (g_variant_lookup (arguments, "contact-phone", "s", NULL));
  g_assert_false (g_variant_lookup (arguments, "step", "s", NULL));
  g_assert_finalize_object (draft);
}

static void
test_resume (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *folder = gram_test_dir_file (dir, "drafts");
  g_autoptr (GramAccountDraft) draft = make_draft (folder);
  g_autoptr (GramAccountDraft) later = make_draft (folder);
  g_autoptr (GramAccountDraft) elsewhere = gram_account_draft_new (folder, "/srv/other.gram");
  g_autoptr (GError) error = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *step = NULL;
  gboolean auto_accept = FALSE;
  guint kind = 0;

  g_assert_false (gram_account_draft_resume (draft));
  fill (draft);
  g_assert_true (gram_account_draft_save (draft, &error));
  g_assert_no_error (error);

  g_assert_false (gram_account_draft_resume (elsewhere));
  g_assert_true (gram_account_draft_resume (later));
  g_object_get (later, "holder", &holder, "kind", &kind, "auto-accept", &auto_accept, "step", &step,
                NULL);
  g_assert_cmpstr (holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpuint (kind, ==, GRAM_ACCOUNT_CCS_USED);
  g_assert_true (auto_accept);
  g_assert_cmpstr (step, ==, "contact");
  g_assert_true (gram_account_draft_is_complete (later));

  gram_account_draft_discard (later);
  g_assert_false (gram_account_draft_is_complete (later));
  g_assert_false (gram_account_draft_resume (draft));
}

/* Nobody but its owner reads a draft. */
static void
test_private (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *folder = gram_test_dir_file (dir, "drafts");
  g_autoptr (GramAccountDraft) draft = make_draft (folder);
  g_autoptr (GDir) listing = NULL;
  g_autofree char *file = NULL;
  GStatBuf info;

  fill (draft);
  g_assert_true (gram_account_draft_save (draft, NULL));
  listing = g_dir_open (folder, 0, NULL);
  file = g_build_filename (folder, g_dir_read_name (listing), NULL);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_unwritable (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *in_the_way = gram_test_dir_write (dir, "drafts", "a file");
  g_autoptr (GramAccountDraft) draft = make_draft (in_the_way);
  g_autoptr (GError) error = NULL;

  g_assert_false (gram_account_draft_save (draft, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/account-draft/complete", test_complete);
  g_test_add_func ("/account-draft/arguments", test_arguments);
  g_test_add_func ("/account-draft/resume", test_resume);
  g_test_add_func ("/account-draft/private", test_private);
  g_test_add_func ("/account-draft/unwritable", test_unwritable);

  return g_test_run ();
}
