/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page-private.h"
#include "gram-cell.h"
#include "gram-questions-accounts.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

/* One practice registry for all, with more accounts than it comes with; every test leaves it as it was. */
static GramSession *session;

#define N_MORE 120

/* All of them. */
static guint n_accounts;

typedef struct
{
  GtkWindow *window;
  GramAccountsPage *page;
} Fixture;

static gboolean
is_settled (gpointer data)
{
  GramAccountsPage *page = data;

  return page->n_counted == 3 && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

static guint
n_matching (Fixture *self)
{
  gram_test_wait_until (is_settled, self->page);

  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->page->list));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->page = g_object_new (GRAM_TYPE_ACCOUNTS_PAGE, "session", session, NULL);
  self->window = gram_test_window_new (GTK_WIDGET (self->page), GPOINTER_TO_INT (data), 800);
  n_matching (self);
  gram_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gram_test_window_close (self->window);
  gram_test_settle ();
  g_assert_null (page);
}

static const char *
state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->page->stack);
}

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), text);
  g_signal_emit_by_name (self->page->search_entry, "search-changed");
  n_matching (self);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (state (self), ==, "list");
  g_assert_cmpuint (n_matching (self), ==, n_accounts);
  g_assert_nonnull (gram_test_find_type (GTK_WIDGET (self->page->view), GRAM_TYPE_CELL));
  gram_test_picture (self->window, "accounts-wide");
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  gram_account_chips_set_filter (self->page->chips, 0,
                                 GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED, 0);
  g_assert_cmpuint (n_matching (self), >=, 2);
  gram_test_picture (self->window, "accounts-dark");
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  g_assert_true (gram_table_get_narrow (self->page->table));
  gram_test_picture (self->window, "accounts-narrow");
}

/* Whatever a chip counts, it leads to exactly that. */
static void
test_counts (Fixture *self, gconstpointer data)
{
  static const guint kinds[]
      = { 0, 1u << GRAM_ACCOUNT_CCS_USED, 1u << GRAM_ACCOUNT_CCS_NEW, 1u << GRAM_ACCOUNT_CCTS };
  static const guint states[]
      = { 0, GRAM_ACCOUNT_OPEN, GRAM_ACCOUNT_SUSPENDED, GRAM_ACCOUNT_BLOCKED, GRAM_ACCOUNT_CLOSED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (states); j++)
      {
        gram_account_chips_set_filter (self->page->chips, kinds[i], states[j], 0);
        g_assert_cmpint (n_matching (self), ==,
                         gram_account_counts_select (&self->page->counts[0], kinds[i], states[j]));
      }

  gram_accounts_page_show (self->page, 0, 0, 1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE);
  g_assert_cmpint (n_matching (self), ==,
                   gram_account_counts_select (&self->page->counts[1], 0, 0));
  g_assert_cmpstr (state (self), ==, "list");
  gram_accounts_page_show (self->page, 0, GRAM_ACCOUNT_CLOSED,
                           1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE);
  g_assert_cmpint (n_matching (self), ==, 0);
  g_assert_cmpstr (state (self), ==, "nothing");
}

static void
test_search (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *text;
    guint n;
  } rows[] = {
    { "wessex", 1 },                                /* holder */
    { "aroha ngata", 1 },                           /* contact */
    { "1000 0016", 1 },                             /* number, as it is written */
    { "10000016", 1 },                              /* number, as it is kept */
    { "kraftfahrzeug importeur.7@example.org", 1 }, /* more than one word */
    { "no such account", 0 },
    { "", n_accounts },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      search (self, rows[i].text);
      g_assert_cmpuint (n_matching (self), ==, rows[i].n);
      g_assert_cmpint (gram_account_counts_select (&self->page->counts[0], 0, 0), ==, rows[i].n);
      g_assert_cmpstr (state (self), ==, rows[i].n > 0 ? "list" : "nothing");
      if (rows[i].n == 0)
        gram_test_picture (self->window, "accounts-nothing");
    }

  search (self, "no such account");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (self->page), "accounts.clear-filters", NULL));
  g_assert_cmpuint (n_matching (self), ==, n_accounts);
}

static const char *
holder_at (Fixture *self, guint position)
{
  g_autoptr (GramAccountItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->page->list), position);

  return gram_account_item_get_row (item)->account->holder;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (self->page);

  g_assert_cmpstr (holder_at (self, 0), ==, "Harbour Street Imports Ltd");
  gtk_widget_activate_action (widget, "accounts.reverse", NULL);
  n_matching (self);
  gram_test_settle ();
  g_assert_cmpstr (holder_at (self, 0), ==, "Wessex Motor Works plc");
  gtk_widget_activate_action (widget, "accounts.sort", "s", "newest");
  n_matching (self);
  gram_test_settle ();
  g_assert_true (g_str_has_prefix (holder_at (self, 0), "Kraftfahrzeug"));
  gtk_widget_activate_action (widget, "accounts.sort", "s", "holder");
  n_matching (self);
}

/* What is done with a row: the window is asked for the account by its number. */
static char *asked;

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_set_str (&asked, g_variant_get_string (parameter, NULL));
}

static void
test_open (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[]
      = { { .name = "open-account", .parameter_type = "s", .activate = asked_cb },
          { .name = "open-account-in-window", .parameter_type = "s", .activate = asked_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *widget = GTK_WIDGET (self->page);
  GtkWidget *cell;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));

  cell = gram_test_find_type (GTK_WIDGET (self->page->view), GRAM_TYPE_CELL);
  g_assert_true (gtk_widget_activate_action (cell, "row.open", NULL));
  g_assert_cmpstr (asked, ==, "10000016");

  g_clear_pointer (&asked, g_free);
  gtk_widget_activate_action (widget, "accounts.open-in-window", NULL);
  g_assert_null (asked);
  gtk_selection_model_select_item (gtk_column_view_get_model (self->page->view), 0, TRUE);
  gtk_widget_activate_action (widget, "accounts.open-in-window", NULL);
  g_assert_cmpstr (asked, ==, "10000016");
  g_clear_pointer (&asked, g_free);
}

static void
perform (const char *command, GVariant *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_perform_async (session, command, arguments, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  outcome = gram_session_perform_finish (session, result, NULL, &refusal, &error);
  g_assert_no_error (error);
  if (refusal != NULL)
    g_test_message ("%s: %s", command, refusal->message);
  g_assert_cmpint (outcome, ==, GRAM_OUTCOME_DONE);
}

/* Long names, as they are in German; one account in each state that an administrator brings about. */
static void
make_accounts (void)
{
  static const char *const kinds[] = { "ccs-used", "ccs-new", "ccts" };

  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *holder = g_strdup_printf (
          "Kraftfahrzeug-Importgesellschaft Nordrhein-Westfalen mbH, Importeur %02u", i);
      g_autofree char *email = g_strdup_printf ("importeur.%u@example.org", i);

      perform ("account.open",
               g_variant_new_parsed ("{'kind': <%s>, 'holder': <%s>, 'contact-name': <%s>, "
                                     "'contact-email': <%s>, 'owner': <'aroha@example.org'>}",
                                     kinds[i % 3], holder, "Friederike Schwarzenberger", email));
    }
  perform ("account.suspend",
           g_variant_new_parsed ("{'account': <'10000024'>, 'ground': <'conviction'>, "
                                 "'until': <'2026-12-31'>, 'reason': <'Convicted of forging'>}"));
  perform ("account.block",
           g_variant_new_parsed ("{'account': <'10000032'>, 'reason': <'Art. 93'>}"));
}

static void
count_accounts (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramAccountCounts *counts = NULL;

  gram_session_account_counts_async (session, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  counts = gram_session_account_counts_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  n_accounts = (guint)gram_account_counts_select (counts, 0, 0);
  g_assert_cmpuint (n_accounts, >, N_MORE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GramTestDir) dir = NULL;
  g_autofree char *path = NULL;
  int status;

  /* Not with isolated folders: icons are found by the system's data folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  dir = gram_test_dir_new ();
  path = gram_test_dir_file (dir, "practice.gram");
  session = gram_test_practice_new (path, "administrator@example.org");
  make_accounts ();
  count_accounts ();

#define ADD(name, width, func)                                                                     \
  g_test_add ("/accounts-page/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("list", 1200, test_list);
  ADD ("dark", 900, test_dark);
  ADD ("narrow", 400, test_narrow);
  ADD ("counts", 900, test_counts);
  ADD ("search", 900, test_search);
  ADD ("order", 900, test_order);
  ADD ("open", 900, test_open);
#undef ADD

  status = g_test_run ();
  gram_test_practice_close (session);

  return status;
}
