/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "gram-allowances-page-private.h"
#include "gram-ccts-scenario.h"
#include "gram-form.h"
#include "gram-settle-dialog.h"
#include "gram-sign-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-ways-dialog.h"

/* What groups digits without a locale. */
#define S "\u202f"

static AccountFixture world;

static gboolean
is_read (gpointer data)
{
  GramAllowancesPage *page = GRAM_ALLOWANCES_PAGE (data);

  return page->shown != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "year") == 0
         && gtk_widget_get_mapped (GTK_WIDGET (page->chart));
}

static GramAllowancesPage *
show (int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_ALLOWANCES_PAGE, "session", world.session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (world.window != NULL)
    gram_test_window_close (world.window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (view, width, height);
  gram_test_wait_until (is_read, page);
  gram_test_settle ();

  return GRAM_ALLOWANCES_PAGE (page);
}

static gboolean
is_explained (gpointer data)
{
  GramAllowancesPage *page = data;

  for (guint i = 0; i < GRAM_ALLOWANCE_N_TILES; i++)
    if (gram_figure_get_n_inputs (gram_figure_tile_get_figure (page->tiles[i])) == 0)
      return FALSE;
  return TRUE;
}

static const char *
tile_value (GramAllowancesPage *page, GramAllowanceTile tile)
{
  return gram_figure_get_value (gram_figure_tile_get_figure (page->tiles[tile]));
}

/* §11: Beta needs 1,055,345.6 and has what it was allocated and bought; each figure tells how it comes about. */
static void
test_figures (void)
{
  GramAllowancesPage *page;

  trades_become (&world, TRADES_BETA);
  page = show (1200, 1400);
  gram_test_wait_until (is_explained, page);
  g_assert_cmpstr (tile_value (page, GRAM_ALLOWANCE_TILE_ACTIVITY), ==, "1" S "055" S "345.6");
  /* 995,931 allocated, 5,000 got, 12,000 promised to Alpha. */
  g_assert_cmpstr (tile_value (page, GRAM_ALLOWANCE_TILE_AVAILABLE), ==, "988" S "931");
  g_assert_cmpstr (tile_value (page, GRAM_ALLOWANCE_TILE_SHORTFALL), ==, "66" S "414.6");
  g_assert_cmpstr (tile_value (page, GRAM_ALLOWANCE_TILE_PAYMENT), ==, "£5" S "711" S "655.60");
  g_assert_nonnull (gram_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Got by trades"));
  account_fixture_picture (&world, "allowances-beta");
  show (400, 900);
  account_fixture_picture (&world, "allowances-beta-narrow");
}

static void
present (GramAllowancesPage *page, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
  account_fixture_await (&world, GRAM_TYPE_SETTLE_DIALOG, NULL);
}

static gboolean
is_refused (gpointer row)
{
  return gram_form_get_error (row) != NULL;
}

static void
type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gram_test_settle ();
}

static gboolean
has_surrendered (gpointer data)
{
  GramAllowancesPage *page = data;

  return page->shown != NULL && page->shown->surrendered == 400;
}

/* More than the activity is refused as it is typed (Q11); what is left is shown; signed, it is done. */
static void
test_surrender (void)
{
  GramAllowancesPage *page;
  GtkWidget *row;

  trades_become (&world, TRADES_ALPHA);
  page = show (1200, 900);
  present (page, "allowances.surrender");
  row = account_fixture_await (&world, ADW_TYPE_ENTRY_ROW, "_Allowances to Surrender");
  type (row, "1467719");
  gram_test_wait_until (is_refused, row);
  type (row, "12.5");
  gram_test_wait_until (is_refused, row);
  type (row, "400");
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Activity not accounted for");
  account_fixture_picture (&world, "allowances-surrender");
  account_fixture_wait_ready (&world, "_Surrender…");
  account_fixture_press (&world, "_Surrender…");
  account_fixture_await (&world, GRAM_TYPE_SIGN_DIALOG, NULL);
  account_fixture_picture (&world, "allowances-surrender-sign");
  account_fixture_press (&world, "_Sign and Surrender");
  gram_test_wait_until (has_surrendered, page);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "400 surrendered");
}

/* Without a CRTS position nothing can be converted (art. 35(1)), and the dialog says so. */
static void
test_convert (void)
{
  GramAllowancesPage *page;
  GtkWidget *row;

  trades_become (&world, TRADES_ALPHA);
  page = show (1200, 900);
  present (page, "allowances.convert");
  row = account_fixture_await (&world, ADW_TYPE_ENTRY_ROW, "_CRTS Allowances to Convert");
  type (row, "2.5");
  gram_test_wait_until (is_refused, row);
  account_fixture_picture (&world, "allowances-convert");
  trades_close_dialogs (&world);
}

static gboolean
has_saved (gpointer data)
{
  return gram_test_find (data, GTK_TYPE_LABEL, "Buy it all (cheapest)") != NULL;
}

/* What a line of the dialog says. */
static const char *
value_of (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = gram_test_find (dialog, ADW_TYPE_ACTION_ROW, title);
  GtkWidget *suffixes;

  g_assert_nonnull (row);
  suffixes = gtk_widget_get_last_child (gtk_widget_get_first_child (row));
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (suffixes)));
}

static gboolean
is_reckoned (gpointer dialog)
{
  return g_strcmp0 (value_of (dialog, "Cost of this mix in all"), "£830" S "187.50") == 0;
}

/* A mix is reckoned as it is typed, kept, compared, and taken away again; nothing is posted. */
static void
test_ways (void)
{
  GramAllowancesPage *page;
  GtkWidget *dialog;

  trades_become (&world, TRADES_BETA);
  page = show (1200, 900);
  gtk_widget_activate_action (GTK_WIDGET (page), "allowances.ways", NULL);
  dialog = account_fixture_await (&world, GRAM_TYPE_WAYS_DIALOG, NULL);
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Paying for everything");
  account_fixture_picture (&world, "allowances-ways-empty");
  type (gram_test_find (dialog, ADW_TYPE_ENTRY_ROW, gram_scenario_field_title (GRAM_SCENARIO_BUY)),
        "66415");
  type (gram_test_find (dialog, ADW_TYPE_ENTRY_ROW,
                        gram_scenario_field_title (GRAM_SCENARIO_BUY_PRICE)),
        "12.50");
  gram_test_wait_until (is_reckoned, dialog);
  g_assert_cmpstr (value_of (dialog, "Allowances that lapse"), ==, "0.4");
  g_assert_cmpstr (value_of (dialog, "Paying for everything"), ==, "£5" S "711" S "655.60");
  g_assert_cmpstr (value_of (dialog, "Less than paying for everything"), ==,
                   "£4" S "881" S "468.10");
  account_fixture_picture (&world, "allowances-ways-typed");
  type (gram_test_find (dialog, ADW_TYPE_ENTRY_ROW, "_Title"), "Buy it all");
  account_fixture_activate (&world, "_Save");
  gram_test_wait_until (has_saved, dialog);
  account_fixture_picture (&world, "allowances-ways");
  trades_close_dialogs (&world);
}

/* Who may only view sees what could be done, and why they cannot. */
static void
test_forbidden (void)
{
  GramAllowancesPage *page;
  GtkWidget *row;

  trades_become (&world, TRADES_BETA);
  account_fixture_become (&world, TRADES_HANDLER);
  page = show (1200, 900);
  row = gram_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Surrender Allowances…");
  g_assert_nonnull (row);
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  trades_begin ();
  trades_set_up (&world, TRADES_ALPHA);
  g_test_add_func ("/allowances/figures", test_figures);
  g_test_add_func ("/allowances/surrender", test_surrender);
  g_test_add_func ("/allowances/convert", test_convert);
  g_test_add_func ("/allowances/ways", test_ways);
  g_test_add_func ("/allowances/forbidden", test_forbidden);
  status = g_test_run ();
  trades_tear_down (&world, NULL);
  trades_end ();

  return status;
}
