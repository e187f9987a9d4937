/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, GramPage)

struct _TestPage
{
  GramPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, GRAM_TYPE_PAGE)

static void
test_page_class_init (TestPageClass *klass)
{
}

static void
test_page_init (TestPage *self)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), "Page");
}

static GtkWindow *
show (GtkWidget *page)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  return gram_test_gtk_window_new (view, 400, 400);
}

/* A page that a callback keeps longer than its window hears of no answer, not even if it asks on. */
static void
test_given_up (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, NULL));
  GtkWindow *window = show (page);
  g_autoptr (GCancellable) asked = g_object_ref (gram_page_get_cancellable (GRAM_PAGE (page)));

  g_assert_false (g_cancellable_is_cancelled (asked));
  gram_page_give_up (GRAM_PAGE (page));
  g_assert_true (g_cancellable_is_cancelled (asked));
  gram_test_gtk_window_destroy (window);
  g_assert_true (g_cancellable_is_cancelled (gram_page_get_cancellable (GRAM_PAGE (page))));

  g_object_run_dispose (G_OBJECT (page));
  g_assert_true (g_cancellable_is_cancelled (gram_page_get_cancellable (GRAM_PAGE (page))));
  g_object_unref (page);
}

/* What leaves the screen goes on asking, and is asked anew only if it was given up. */
static void
test_shown_again (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, NULL));
  GtkWidget *bin = adw_bin_new ();
  GtkWindow *window = gram_test_gtk_window_new (bin, 400, 400);
  g_autoptr (GCancellable) first = NULL;

  adw_bin_set_child (ADW_BIN (bin), page);
  gram_test_settle ();
  first = g_object_ref (gram_page_get_cancellable (GRAM_PAGE (page)));
  adw_bin_set_child (ADW_BIN (bin), NULL);
  adw_bin_set_child (ADW_BIN (bin), page);
  gram_test_settle ();
  g_assert_true (gram_page_get_cancellable (GRAM_PAGE (page)) == first);
  g_assert_false (g_cancellable_is_cancelled (first));

  adw_bin_set_child (ADW_BIN (bin), NULL);
  gram_page_give_up (GRAM_PAGE (page));
  adw_bin_set_child (ADW_BIN (bin), page);
  gram_test_settle ();
  g_assert_false (g_cancellable_is_cancelled (gram_page_get_cancellable (GRAM_PAGE (page))));
  g_object_unref (page);
  gram_test_gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/page/given-up", test_given_up);
  g_test_add_func ("/page/shown-again", test_shown_again);

  return g_test_run ();
}
