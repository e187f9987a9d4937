/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trades-fixture.h"

#include "ccts-fixture.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

TradesMade made;

static GramTestDir *made_dir;
static char *made_path;

/* Notifies, in the words of one of the two; answers the number. */
static gint64
notify (Fixture *self, int place, const char *side, const char *quantity, const char *price)
{
  gboolean alpha = place == CCTS_ALPHA;

  g_assert_cmpstr (fixture_do (self, alpha ? OWNER : STRANGER, "trade.notify",
                               "{'account': '@%d', 'year': %d, 'side': '%s', 'name': '%s', "
                               "'number': '@%d', 'quantity': '%s', 'price': '%s', 'agreed-on': "
                               "'2026-11-02', 'note': 'As on the telephone.'}",
                               place, CCTS_YEAR, side, alpha ? "Beta Cars Ltd" : "Alpha Motors plc",
                               alpha ? CCTS_BETA : CCTS_ALPHA, quantity, price),
                   ==, "");

  return fixture_result (self, "notification");
}

static gint64
match (Fixture *self, const char *quantity, const char *price)
{
  gint64 id = notify (self, CCTS_ALPHA, "transferor", quantity, price);

  notify (self, CCTS_BETA, "transferee", quantity, price);

  return id;
}

static void
decide (Fixture *self, const char *command, gint64 notification_id)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  GError *error = NULL;

  gram_trade_notification_table_get (gram_registry_get_store (self->registry), notification_id,
                                     &record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->trade_id, !=, 0);
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, command,
                               "{'trades': [%" PRId64 "], 'reason': 'The bank statement differs.'}",
                               record->trade_id),
                   ==, "");
}

static void
make_trades (Fixture *self)
{
  made.registered = match (self, "5000", "62500.00");
  decide (self, "trade.register", made.registered);
  made.refused = match (self, "7000", "87500.00");
  decide (self, "trade.refuse", made.refused);
  made.withdrawn = notify (self, CCTS_ALPHA, "transferor", "6000", "75000.00");
  g_assert_cmpstr (fixture_do (self, OWNER, "trade.withdraw",
                               "{'account': '@%d', 'notification': %" PRId64
                               ", 'reason': 'Called off.'}",
                               CCTS_ALPHA, made.withdrawn),
                   ==, "");
  made.differing = notify (self, CCTS_ALPHA, "transferor", "30000", "375000.00");
  made.other = notify (self, CCTS_BETA, "transferee", "29000", "362500.00");
  made.matched = match (self, "2000", "25001.00");
  made.waiting = notify (self, CCTS_ALPHA, "transferor", "9000", "112500.00");
  made.naming = notify (self, CCTS_BETA, "transferor", "12000", "150000.00");
}

void
trades_begin (void)
{
  g_autoptr (Fixture) fixture = ccts_new_allocated (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  made.alpha = g_strdup (fixture->numbers[CCTS_ALPHA]);
  made.beta = g_strdup (fixture->numbers[CCTS_BETA]);
  made.delta = g_strdup (fixture->numbers[CCTS_DELTA]);
  make_trades (fixture);
  made_dir = gram_test_dir_new ();
  made_path = gram_test_dir_file (made_dir, "made.gram");
  from = g_file_new_for_path (fixture->path);
  to = g_file_new_for_path (made_path);
  g_clear_pointer (&fixture->registry, gram_registry_close);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->registry = gram_registry_open (fixture->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
}

void
trades_end (void)
{
  g_clear_pointer (&made.alpha, g_free);
  g_clear_pointer (&made.beta, g_free);
  g_clear_pointer (&made.delta, g_free);
  g_clear_pointer (&made_path, g_free);
  g_clear_pointer (&made_dir, gram_test_dir_free);
}

static void
visit (AccountFixture *self, const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_visit_async (self->session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

void
trades_become (AccountFixture *self, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (self->session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  if (g_str_equal (email, TRADES_ALPHA))
    visit (self, made.alpha);
  else if (g_str_equal (email, TRADES_BETA))
    visit (self, made.beta);
  else if (g_str_equal (email, TRADES_DELTA))
    visit (self, made.delta);
  gram_test_settle ();
}

void
trades_set_up (AccountFixture *self, gconstpointer email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (made_path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  to = g_file_new_for_path (self->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_set_today (self->session, TRADES_TODAY);
  trades_become (self, email);
}

void
trades_tear_down (AccountFixture *self, gconstpointer data)
{
  account_fixture_tear_down (self, data);
  *self = (AccountFixture){ 0 };
}

gboolean
trades_is_known (gpointer data)
{
  GramTradesPage *page = data;

  return page->counted && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

GramTradesPage *
trades_show (AccountFixture *self, int width, int height)
{
  GramTradesPage *page = g_object_new (GRAM_TYPE_TRADES_PAGE, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_wait_until (trades_is_known, page);
  gram_test_settle ();
  /* What another test has chosen is remembered. */
  gram_trades_page_show (page, 0);
  gram_test_settle ();
  gram_test_wait_until (trades_is_known, page);

  return page;
}

void
trades_present (AccountFixture *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  gram_test_settle ();
}

void
trades_close_dialogs (AccountFixture *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      gram_test_settle ();
    }
}

void
trades_select (GramTradesPage *page, gint64 notification_id)
{
  guint position = 0;

  g_assert_true (gram_paged_list_find (GRAM_PAGED_LIST (page->list), notification_id, &position));
  gtk_selection_model_select_item (gtk_column_view_get_model (page->view), position, TRUE);
  gram_test_settle ();
}

typedef struct
{
  AccountFixture *self;
  gint64 id;
  GramTradeState state;
} Awaited;

static gboolean
is_in_state (gpointer data)
{
  const Awaited *awaited = data;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTradeDetail) detail = NULL;

  gram_session_trade_async (awaited->self->session, awaited->id, NULL, gram_test_keep_result,
                            &result);
  gram_test_wait_result (&result);
  detail = gram_session_trade_finish (awaited->self->session, result, &refusal, &error);
  g_assert_no_error (error);

  return detail != NULL && (GramTradeState)detail->row->record->state == awaited->state;
}

void
trades_wait_state (AccountFixture *self, gint64 notification_id, GramTradeState state)
{
  Awaited awaited = { .self = self, .id = notification_id, .state = state };

  gram_test_wait_until (is_in_state, &awaited);
  gram_test_settle ();
}
