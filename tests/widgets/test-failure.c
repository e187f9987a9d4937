/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-failure.h"
#include "gram-store.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

/* Every failure of the store is a sentence that says what to do; the engine's own words only where nothing is known. */
static void
test_sentences (void)
{
  static const struct
  {
    GramStoreError code;
    const char *part;
  } rows[] = {
    { GRAM_STORE_ERROR_NOT_FOUND, "not there any more" },
    { GRAM_STORE_ERROR_EXISTS, "Choose another name" },
    { GRAM_STORE_ERROR_NOT_A_REGISTRY, "not a Gram registry" },
    { GRAM_STORE_ERROR_NEWER, "newer version" },
    { GRAM_STORE_ERROR_READ_ONLY, "cannot be written" },
    { GRAM_STORE_ERROR_FULL, "disk is full" },
    { GRAM_STORE_ERROR_BUSY, "Another program" },
    { GRAM_STORE_ERROR_CORRUPT, "damaged" },
    { GRAM_STORE_ERROR_CONSTRAINT, "SQL said no" },
    { GRAM_STORE_ERROR_ENGINE, "SQL said no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error
          = g_error_new_literal (GRAM_STORE_ERROR, (int)rows[i].code, "SQL said no");
      g_autofree char *sentence = gram_failure_sentence (error);

      g_assert_nonnull (strstr (sentence, rows[i].part));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) cancelled
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) dismissed
      = g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "dismissed");
  g_autoptr (GError) failed = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "failed");

  g_assert_true (gram_failure_is_cancelled (cancelled));
  g_assert_true (gram_failure_is_cancelled (dismissed));
  g_assert_false (gram_failure_is_cancelled (failed));
  g_assert_false (gram_failure_is_cancelled (NULL));
}

static void
test_present (void)
{
  g_autoptr (GramRefusal) refusal
      = gram_refusal_new ("trade.window-closed", "art. 37(1)", "The trading window is closed");
  g_autoptr (GError) cancelled
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  GtkWidget *label = gtk_label_new ("behind");
  GtkWindow *window = gram_test_gtk_window_new (label, 800, 600);

  gram_failure_present (label, "Could Not Trade", NULL, cancelled);
  gram_test_settle ();
  g_assert_null (gram_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Could Not Trade"));
  gram_failure_present (label, "Could Not Trade", refusal, NULL);
  gram_test_await (GTK_WIDGET (window), GTK_TYPE_LABEL,
                   "The trading window is closed (art. 37(1))");
  gram_test_gtk_window_destroy (window);
}

/* Nobody is there to read it: no window of its own comes up for it. */
static void
test_left (void)
{
  g_autoptr (GramRefusal) refusal
      = gram_refusal_new ("trade.window-closed", "art. 37(1)", "The trading window is closed");
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("behind"));
  GtkWindow *window = gram_test_gtk_window_new (label, 800, 600);

  g_object_ref (window);
  gtk_window_destroy (window);
  gram_failure_present (label, "Could Not Trade", refusal, NULL);
  gram_failure_present (GTK_WIDGET (window), "Could Not Trade", refusal, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  g_object_unref (window);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/failure/sentences", test_sentences);
  g_test_add_func ("/failure/cancelled", test_cancelled);
  g_test_add_func ("/failure/left", test_left);
  g_test_add_func ("/failure/present", test_present);

  return g_test_run ();
}
