/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "gram-due-label.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-trade-texts.h"

static AccountFixture world;

static guint
n_shown (GramTradesPage *page)
{
  gram_test_wait_until (trades_is_known, page);
  gram_test_settle ();

  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));
}

/* Each chip leads to what it counts; the list has exactly so many. */
static void
test_chips (void)
{
  static const struct
  {
    guint states;
    guint n;
  } rows[] = {
    { 0, 6 },
    { GRAM_TRADE_WAITING, 1 },
    { GRAM_TRADE_DIFFERING, 1 },
    { GRAM_TRADE_MATCHED, 1 },
    { GRAM_TRADE_REGISTERED, 1 },
    { GRAM_TRADE_REFUSED, 1 },
    { GRAM_TRADE_WITHDRAWN, 1 },
    { GRAM_TRADE_LIVE, 3 },
  };
  GramTradesPage *page;

  trades_set_up (&world, TRADES_ALPHA);
  page = trades_show (&world, 1200, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gram_trades_page_show (page, rows[i].states);
      g_assert_cmpuint (n_shown (page), ==, rows[i].n);
      g_assert_cmpint (gram_trade_counts_select (&page->standing.counts, rows[i].states), ==,
                       rows[i].n);
    }
  gram_trades_page_show (page, GRAM_TRADE_VOID);
  g_assert_cmpuint (n_shown (page), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "nothing");
  account_fixture_press (&world, "_Clear Filters");
  g_assert_cmpuint (n_shown (page), ==, 6);
  trades_tear_down (&world, NULL);
}

/* Whether a cell of the list says so. */
static gboolean
says (GtkWidget *root, const char *text)
{
  if (GRAM_IS_DUE_LABEL (root))
    {
      g_autofree char *said = NULL;

      g_object_get (root, "text", &said, NULL);
      return g_strcmp0 (said, text) == 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

/* Every row says what comes next; what the other party says of another trade is only that it names the account. */
static void
test_rows (void)
{
  static const char *const texts[] = {
    "Waits for the other party, 12 days left",
    "Does not match, 12 days left",
    "Matched, waits for the administrator",
    "Registered",
    "Refused by the administrator",
    "Withdrawn",
  };
  GramTradesPage *page;

  trades_set_up (&world, TRADES_ALPHA);
  page = trades_show (&world, 1200, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (says (GTK_WIDGET (page->view), texts[i]));
  g_assert_true (adw_banner_get_revealed (page->naming_banner));
  g_assert_cmpint (page->standing.naming, ==, 1);
  account_fixture_picture (&world, "trades-1200");
  page = trades_show (&world, 400, 800);
  account_fixture_picture (&world, "trades-400");
  page = trades_show (&world, 800, 700);
  account_fixture_picture (&world, "trades-800");
  trades_tear_down (&world, NULL);
}

/* Search by name and number; the words of a chip go on counting. */
static void
test_search (void)
{
  g_autofree char *number = NULL;
  GramTradesPage *page;

  trades_set_up (&world, TRADES_ALPHA);
  page = trades_show (&world, 1200, 700);
  gram_table_set_search (page->table, "beta cars");
  gram_test_settle ();
  gram_test_wait_until (trades_is_known, page);
  g_assert_cmpuint (n_shown (page), ==, 6);
  number = gram_trade_dup_number (made.waiting);
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), number);
  g_signal_emit_by_name (page->search_entry, "search-changed");
  g_assert_cmpuint (n_shown (page), ==, 1);
  g_assert_cmpint (gram_paged_list_get_id (GRAM_PAGED_LIST (page->list), 0), ==, made.waiting);
  /* Return opens the only one. */
  g_signal_emit_by_name (page->search_entry, "activate");
  account_fixture_await (&world, ADW_TYPE_ACTION_ROW, "Waiting");
  trades_close_dialogs (&world);
  g_signal_emit_by_name (page->search_entry, "stop-search");
  g_signal_emit_by_name (page->search_entry, "search-changed");
  g_assert_cmpuint (n_shown (page), ==, 6);
  trades_tear_down (&world, NULL);
}

static gboolean
is_enabled (GtkWidget *widget, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_insert_before (button, widget, NULL);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

/* What a row allows depends on its state. */
static void
test_row_actions (void)
{
  static const struct
  {
    const gint64 *id;
    gboolean live;
  } rows[] = {
    { &made.waiting, TRUE },     { &made.differing, TRUE }, { &made.matched, TRUE },
    { &made.registered, FALSE }, { &made.refused, FALSE },  { &made.withdrawn, FALSE },
  };
  GramTradesPage *page;

  trades_set_up (&world, TRADES_ALPHA);
  page = trades_show (&world, 1200, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      trades_select (page, *rows[i].id);
      g_assert_true (is_enabled (GTK_WIDGET (page), "trades.open"));
      g_assert_cmpint (is_enabled (GTK_WIDGET (page), "trades.amend"), ==, rows[i].live);
      g_assert_cmpint (is_enabled (GTK_WIDGET (page), "trades.withdraw"), ==, rows[i].live);
      g_assert_false (is_enabled (GTK_WIDGET (page), "trades.register"));
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "trades.select-all", NULL);
  gram_test_settle ();
  g_assert_false (is_enabled (GTK_WIDGET (page), "trades.amend"));
  trades_tear_down (&world, NULL);
}

/* The administrator's side sees each trade once, and decides what is matched: with others selected, only that. */
static void
test_administrator (void)
{
  GramTradesPage *page;

  trades_set_up (&world, TRADES_ADMINISTRATOR);
  page = trades_show (&world, 1200, 700);
  g_assert_true (page->all);
  /* Six of Alpha's with those of Beta beside them, and the one of Beta that waits. */
  g_assert_cmpuint (n_shown (page), ==, 7);
  account_fixture_picture (&world, "trades-administrator-1200");
  gtk_widget_activate_action (GTK_WIDGET (page), "trades.select-all", NULL);
  gram_test_settle ();
  g_assert_true (gtk_action_bar_get_revealed (GTK_ACTION_BAR (page->action_bar)));
  account_fixture_press (&world, "_Register…");
  account_fixture_await (&world, GTK_TYPE_BUTTON, "_Register");
  account_fixture_picture (&world, "trades-register-1200");
  account_fixture_press (&world, "_Register");
  trades_wait_state (&world, made.matched, GRAM_TRADE_REGISTERED);
  trades_wait_state (&world, made.differing, GRAM_TRADE_DIFFERING);
  page = trades_show (&world, 400, 800);
  account_fixture_picture (&world, "trades-administrator-400");
  trades_tear_down (&world, NULL);
}

/* The page of a person who has nothing to do with trades says what they are; without a right the button says why not. */
static void
test_empty (void)
{
  GramTradesPage *page;

  trades_set_up (&world, TRADES_DELTA);
  page = trades_show (&world, 400, 800);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  g_assert_false (gtk_widget_get_visible (page->filter_box));
  account_fixture_picture (&world, "trades-empty-400");
  page = trades_show (&world, 1200, 700);
  account_fixture_picture (&world, "trades-empty-1200");
  trades_tear_down (&world, NULL);
}

/* Another person at the same window sees the page of the other side. */
static void
test_sides (void)
{
  GramTradesPage *page;

  trades_set_up (&world, TRADES_BETA);
  page = trades_show (&world, 1200, 700);
  g_assert_false (page->all);
  g_assert_cmpuint (n_shown (page), ==, 5);
  g_assert_cmpint (page->standing.naming, ==, 1);
  g_assert_true (gtk_widget_get_visible (page->notify_button));
  trades_become (&world, TRADES_ADMINISTRATOR);
  gram_page_queue_refresh (GRAM_PAGE (page));
  gram_test_settle ();
  g_assert_true (page->all);
  g_assert_cmpuint (n_shown (page), ==, 7);
  g_assert_false (gtk_widget_get_visible (page->notify_button));
  g_assert_true (gtk_widget_get_visible (page->bring_in_button));
  trades_tear_down (&world, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  trades_begin ();
  g_test_add_func ("/trades-page/chips", test_chips);
  g_test_add_func ("/trades-page/rows", test_rows);
  g_test_add_func ("/trades-page/search", test_search);
  g_test_add_func ("/trades-page/row-actions", test_row_actions);
  g_test_add_func ("/trades-page/administrator", test_administrator);
  g_test_add_func ("/trades-page/empty", test_empty);
  g_test_add_func ("/trades-page/sides", test_sides);
  status = g_test_run ();
  trades_end ();

  return status;
}
