/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-chooser.h"
#include "gram-form.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

static GramChargeBalance balances[] = {
  { 2025, (char *)"2029-12-31", 1555, 0, 1555 },
  { 2026, (char *)"2030-12-31", 11771, 11771, 1126 },
};

static GPtrArray *
list_balances (guint n)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, &balances[i]);
  return list;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The word, and the years that are named; NULL: none may be. */
static void
check_arguments (GtkWidget *chooser, const char *credits, const char *years)
{
  g_auto (GVariantDict) arguments = { 0 };
  g_autofree const char **named = NULL;
  g_autofree char *text = NULL;
  const char *word;

  g_variant_dict_init (&arguments, NULL);
  gram_credit_chooser_add_arguments (GRAM_CREDIT_CHOOSER (chooser), &arguments);
  g_assert_true (g_variant_dict_lookup (&arguments, "credits", "&s", &word));
  g_assert_cmpstr (word, ==, credits);
  if (g_variant_dict_lookup (&arguments, "credit-years", "^a&s", &named))
    text = g_strjoinv (" ", (char **)named);
  g_assert_cmpstr (text, ==, years);
}

static void
choose (GtkWidget *chooser, const char *title)
{
  GtkWidget *row = gram_test_await (chooser, ADW_TYPE_ACTION_ROW, title);

  g_assert_true (gtk_widget_is_sensitive (row));
  gtk_widget_activate_action (row, "widget.press", NULL);
  gram_test_settle ();
}

/* Money until somebody chooses otherwise; chosen amounts begin with what the oldest-first way takes (CCS facts §7). */
static void
test_ways (void)
{
  g_autoptr (GPtrArray) list = list_balances (2);
  GtkWidget *chooser = gram_credit_chooser_new (TRUE);
  GtkWindow *window = gram_test_gtk_window_new (chooser, 480, 480);
  GtkWidget *row;
  guint changed = 0;

  g_signal_connect_swapped (chooser, "changed", G_CALLBACK (count_cb), &changed);
  gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, NULL);
  check_arguments (chooser, "none", NULL);
  choose (chooser, "Credits, the oldest first");
  g_assert_cmpuint (changed, ==, 1);
  check_arguments (chooser, "oldest", NULL);
  gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, NULL);
  choose (chooser, "Credits that you choose");
  g_assert_cmpuint (changed, ==, 2);
  check_arguments (chooser, "chosen", "2025=15.55 2026=11.26");

  /* What is typed stays when the bill comes back, also if the registry says no. */
  row = gram_test_await (chooser, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 15.55 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "99");
  g_assert_cmpuint (changed, >, 2);
  gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, NULL);
  check_arguments (chooser, "chosen", "2025=99 2026=11.26");
  gtk_editable_set_text (GTK_EDITABLE (row), "9,50");
  check_arguments (chooser, "chosen", "2025=9.50 2026=11.26");
  gtk_editable_set_text (GTK_EDITABLE (row), " ");
  check_arguments (chooser, "chosen", "2026=11.26");
  row = gram_test_await (chooser, ADW_TYPE_ENTRY_ROW, "Of 2026, at most 117.71 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  check_arguments (chooser, "none", NULL);
  gram_test_gtk_window_destroy (window);
}

/* The sentence stands below the year that was edited last. */
static void
test_refused (void)
{
  g_autoptr (GPtrArray) list = list_balances (2);
  GtkWidget *chooser = gram_credit_chooser_new (TRUE);
  GtkWindow *window = gram_test_gtk_window_new (chooser, 480, 480);
  g_autoptr (GramRefusal) refusal = NULL;
  GtkWidget *row;

  gram_refuse (&refusal, "charge.credits-too-many", NULL, "There are 117.71 credits of 2026");
  gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, NULL);
  choose (chooser, "Credits that you choose");
  row = gram_test_await (chooser, ADW_TYPE_ENTRY_ROW, "Of 2026, at most 117.71 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "200");
  gram_credit_chooser_refuse (GRAM_CREDIT_CHOOSER (chooser), refusal);
  g_assert_cmpstr (gram_form_get_error (row), ==, "There are 117.71 credits of 2026");
  gram_credit_chooser_refuse (GRAM_CREDIT_CHOOSER (chooser), NULL);
  g_assert_null (gram_form_get_error (row));
  gram_test_gtk_window_destroy (window);
}

/* What a person cannot do stays visible with the reason; so it is where there are no credits. */
static void
test_not_possible (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) list = list_balances (i == 0 ? 2 : 0);
      GtkWidget *chooser = gram_credit_chooser_new (TRUE);
      GtkWindow *window = gram_test_gtk_window_new (chooser, 480, 480);
      g_autoptr (GramRefusal) refusal = NULL;
      const char *reason = i == 0 ? "You lack the permission to transfer credits"
                                  : "There are no credits that could be used";
      GtkWidget *row;

      if (i == 0)
        gram_refuse (&refusal, "permission.transfer", NULL, "%s", reason);
      gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, refusal);
      row = gram_test_await (chooser, ADW_TYPE_ACTION_ROW, "Credits, the oldest first");
      g_assert_true (gtk_widget_get_visible (row));
      g_assert_false (gtk_widget_is_sensitive (row));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, reason);
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, reason);
      check_arguments (chooser, "none", NULL);
      gram_test_gtk_window_destroy (window);
    }
}

/* Setting credits off against a charge: money is no way there. */
static void
test_without_money (void)
{
  g_autoptr (GPtrArray) list = list_balances (1);
  GtkWidget *chooser = gram_credit_chooser_new (FALSE);
  GtkWindow *window = gram_test_gtk_window_new (chooser, 480, 480);

  gram_credit_chooser_set_balances (GRAM_CREDIT_CHOOSER (chooser), list, NULL);
  g_assert_cmpint (gram_credit_chooser_get_way (GRAM_CREDIT_CHOOSER (chooser)), ==,
                   GRAM_CREDIT_WAY_OLDEST);
  check_arguments (chooser, "oldest", NULL);
  gram_test_gtk_window_destroy (window);
  gram_test_assert_finalizes (gram_credit_chooser_new (FALSE));
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/credit-chooser/ways", test_ways);
  g_test_add_func ("/credit-chooser/refused", test_refused);
  g_test_add_func ("/credit-chooser/not-possible", test_not_possible);
  g_test_add_func ("/credit-chooser/without-money", test_without_money);

  return g_test_run ();
}
