/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"

#include "gram-inbox-page-private.h"
#include "gram-notice-label.h"
#include "gram-notice-words.h"
#include "gram-preferences-dialog.h"
#include "gram-session-person.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

typedef struct
{
  CasesFixture cases;
  GtkWindow *window;
  GramInboxPage *page;
  gint64 opened; /* last target of win.open-notice */
} Fixture;

static void
open_notice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *)user_data)->opened = g_variant_get_int64 (parameter);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (GRAM_PAGED_LIST (((Fixture *)data)->page->list));
}

static void
settle (Fixture *self)
{
  gram_test_settle ();
  gram_test_wait_until (is_loaded, self);
  gram_test_settle ();
}

static void
show (Fixture *self, int width)
{
  static const GActionEntry entries[]
      = { { .name = "open-notice", .parameter_type = "x", .activate = open_notice_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  self->page = g_object_new (GRAM_TYPE_INBOX_PAGE, "session", self->cases.session, NULL);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self->page));
  self->window = gram_test_window_new (view, width, 800);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  settle (self);
}

/* The administrator answers four cases of the officer. */
static void
decide (Fixture *self)
{
  g_autofree char *claim
      = g_strdup_printf ("{'cases': <[int64 %" PRId64 ", %" PRId64 ", %" PRId64 "]>}",
                         self->cases.value, self->cases.not_ours, self->cases.missing);
  g_autofree char *asked = g_strdup_printf ("{'account': <'10000016'>, 'case': <int64 %" PRId64
                                            ">, 'text': <'Which certificate?'>}",
                                            self->cases.value);
  g_autofree char *declined
      = g_strdup_printf ("{'account': <'10000016'>, 'cases': <[int64 %" PRId64 ", %" PRId64
                         "]>, 'reason': <'The register names you as the importer.'>}",
                         self->cases.not_ours, self->cases.missing);

  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "case.claim", claim);
  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "case.ask", asked);
  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "dispute.decline", declined);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  cases_fixture_open_copy (&self->cases);
  decide (self);
  cases_fixture_sign_in (&self->cases, CASES_OFFICER);
  show (self, GPOINTER_TO_INT (data));
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
  gram_test_practice_close (self->cases.session);
  cases_fixture_free_copy (&self->cases);
}

static void
picture (Fixture *self, const char *name)
{
  static const struct
  {
    const char *suffix;
    AdwColorScheme scheme;
  } schemes[]
      = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", ADW_COLOR_SCHEME_FORCE_DARK } };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, schemes[i].suffix);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i].scheme);
      gram_test_picture (self->window, file);
    }
}

static guint
n_listed (Fixture *self)
{
  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->page->list));
}

static gint64
get_unread (Fixture *self)
{
  gint64 unread = -1;

  g_object_get (self->cases.session, "unread", &unread, NULL);

  return unread;
}

/* What a test waits for. */
typedef struct
{
  Fixture *self;
  guint listed;
  gint64 unread;
} Wanted;

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;

  return is_loaded (wanted->self) && n_listed (wanted->self) == wanted->listed
         && get_unread (wanted->self) == wanted->unread;
}

static void
await (Fixture *self, guint listed, gint64 unread)
{
  Wanted wanted = { self, listed, unread };

  gram_test_wait_until (is_as_wanted, &wanted);
  gram_test_settle ();
}

static void
select_at (Fixture *self, guint position)
{
  gtk_selection_model_select_item (gtk_column_view_get_model (self->page->view), position, TRUE);
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static const char *
stack_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->page->stack);
}

/* Nine tidings of the practice registry, and two of three cases: what is asked, and one for both decisions. */
#define NOTICES 11
#define UNREAD "11 unread"

static void
test_list (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *label;
  g_autofree char *text = NULL;

  g_assert_cmpuint (n_listed (self), ==, NOTICES);
  g_assert_cmpint (get_unread (self), ==, NOTICES);
  g_assert_cmpstr (adw_window_title_get_subtitle (self->page->window_title), ==, UNREAD);
  label = gram_test_await (root, GRAM_TYPE_NOTICE_LABEL, NULL);
  g_object_get (label, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "2 cases are decided: Not upheld");
  picture (self, GPOINTER_TO_INT (data) < 640 ? "inbox-narrow" : "inbox");

  /* Return opens exactly what is selected. */
  select_at (self, 1);
  act (self, "inbox.open");
  g_assert_cmpint (self->opened, ==,
                   gram_paged_list_get_id (GRAM_PAGED_LIST (self->page->list), 1));
  g_signal_emit_by_name (self->page->view, "activate", 0u);
  g_assert_cmpint (self->opened, ==,
                   gram_paged_list_get_id (GRAM_PAGED_LIST (self->page->list), 0));
}

static void
test_read (Fixture *self, gconstpointer data)
{
  select_at (self, 0);
  act (self, "inbox.read");
  await (self, NOTICES, NOTICES - 1);
  g_assert_cmpstr (adw_window_title_get_subtitle (self->page->window_title), ==, "10 unread");
  act (self, "inbox.unread");
  await (self, NOTICES, NOTICES);

  gram_inbox_page_show (self->page, GRAM_INBOX_UNREAD);
  settle (self);
  act (self, "inbox.read-all");
  await (self, 0, 0);
  g_assert_cmpstr (stack_page (self), ==, "nothing");
  g_assert_cmpstr (adw_status_page_get_title (self->page->empty_status), ==, "All Read");
  g_assert_cmpstr (adw_window_title_get_subtitle (self->page->window_title), ==, "");
  picture (self, "inbox-all-read");
}

/* One that was unread is unread again when it is moved back by Undo. */
static void
test_archive (Fixture *self, gconstpointer data)
{
  GtkWidget *undo;

  select_at (self, 0);
  act (self, "inbox.archive");
  await (self, NOTICES - 1, NOTICES - 1);
  /* The next one is selected. */
  g_assert_cmpuint (gram_table_get_n_selected (self->page->table), ==, 1);

  undo = gram_test_await (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo");
  picture (self, "inbox-undo");
  gtk_widget_activate (undo);
  await (self, NOTICES, NOTICES);

  gtk_selection_model_unselect_all (gtk_column_view_get_model (self->page->view));
  act (self, "inbox.select-all");
  act (self, "inbox.archive");
  await (self, 0, 0);
  g_assert_cmpstr (adw_status_page_get_title (self->page->empty_status), ==, "Nothing New");
  g_assert_true (gtk_widget_get_visible (self->page->preferences_button));
  picture (self, "inbox-empty");

  gram_inbox_page_show (self->page, GRAM_INBOX_ARCHIVED);
  await (self, NOTICES, 0);
  act (self, "inbox.select-all");
  g_assert_true (gtk_widget_get_visible (self->page->unarchive_button));
  g_assert_false (gtk_widget_get_visible (self->page->archive_button));
  picture (self, "inbox-archive");
  act (self, "inbox.unarchive");
  await (self, 0, 0);
  g_assert_cmpstr (adw_status_page_get_title (self->page->empty_status), ==, "Nothing Archived");
}

/* The bar is there for those that are selected only. */
static void
test_bar (Fixture *self, gconstpointer data)
{
  g_assert_false (gtk_action_bar_get_revealed (self->page->action_bar));
  act (self, "inbox.select-all");
  g_assert_true (gtk_action_bar_get_revealed (self->page->action_bar));
  g_assert_cmpstr (gtk_label_get_text (self->page->selection_label), ==,
                   GPOINTER_TO_INT (data) < 640 ? "11" : "11 selected");
  picture (self, GPOINTER_TO_INT (data) < 640 ? "inbox-bar-narrow" : "inbox-bar");
  act (self, "inbox.select-none");
  g_assert_false (gtk_action_bar_get_revealed (self->page->action_bar));
}

#define INBOX "In the Inbox"
#define DESKTOP "On the Desktop"

/* The switch of an event in one of the two groups; NULL if there is none. */
static AdwSwitchRow *
event_row (Fixture *self, const char *group, const char *event)
{
  GtkWidget *heading = gram_test_await (GTK_WIDGET (self->window), GTK_TYPE_LABEL, group);
  GtkWidget *parent = gtk_widget_get_ancestor (heading, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = gram_test_find (parent, ADW_TYPE_SWITCH_ROW, event);

  return row != NULL ? ADW_SWITCH_ROW (row) : NULL;
}

static gboolean
has_events (gpointer data)
{
  return event_row (data, DESKTOP, "Case decided") != NULL;
}

static gboolean
is_switched (gpointer data)
{
  return !gram_session_get_busy (data);
}

/* The switches show the defaults, act at once, are remembered, and go back. */
static void
test_events (Fixture *self, gconstpointer data)
{
  AdwDialog *dialog = gram_preferences_dialog_new (self->cases.session);

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "notices");
  gram_test_wait_until (has_events, self);
  picture (self, "preferences-events");
  g_assert_true (adw_switch_row_get_active (event_row (self, DESKTOP, "Case decided")));
  g_assert_false (adw_switch_row_get_active (event_row (self, DESKTOP, "Message")));
  g_assert_true (adw_switch_row_get_active (event_row (self, INBOX, "Message")));
  /* What only the administrator's side is told, an officer cannot switch. */
  g_assert_null (event_row (self, INBOX, "Overdue"));

  adw_switch_row_set_active (event_row (self, DESKTOP, "Case decided"), FALSE);
  adw_switch_row_set_active (event_row (self, INBOX, "Message"), FALSE);
  gram_test_settle ();
  gram_test_wait_until (is_switched, self->cases.session);
  adw_dialog_force_close (dialog);
  gram_test_settle ();

  dialog = gram_preferences_dialog_new (self->cases.session);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "notices");
  gram_test_wait_until (has_events, self);
  g_assert_false (adw_switch_row_get_active (event_row (self, DESKTOP, "Case decided")));
  g_assert_false (adw_switch_row_get_active (event_row (self, INBOX, "Message")));
  g_assert_true (adw_switch_row_get_active (event_row (self, INBOX, "Case decided")));

  g_signal_emit_by_name (gram_test_await (GTK_WIDGET (self->window), ADW_TYPE_BUTTON_ROW,
                                          "_Reset to Defaults"),
                         "activated");
  gram_test_settle ();
  gram_test_wait_until (is_switched, self->cases.session);
  g_assert_true (adw_switch_row_get_active (event_row (self, DESKTOP, "Case decided")));
  g_assert_true (adw_switch_row_get_active (event_row (self, INBOX, "Message")));
  adw_dialog_force_close (dialog);
  gram_test_settle ();
}

/* The hour of today, the day of any other. */
static void
test_words (void)
{
  const gint64 noon = G_GINT64_CONSTANT (1795348800000000); /* 22 November 2026 */
  g_autofree char *today = gram_notice_dup_when (noon - G_TIME_SPAN_HOUR, noon);
  g_autofree char *before = gram_notice_dup_when (noon - G_TIME_SPAN_DAY, noon);
  g_autofree char *account = gram_notice_dup_account ("Harbour Street Imports Ltd", "10000016");
  g_autofree char *none = gram_notice_dup_account (NULL, NULL);

  g_assert_nonnull (strchr (today, ':'));
  g_assert_nonnull (strstr (before, "2026"));
  g_assert_cmpstr (account, ==, "Harbour Street Imports Ltd · 1000\u00a00016");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  cases_fixture_begin ();

#define ADD(name, width, func)                                                                     \
  g_test_add ("/inbox-page/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("list", 1200, test_list);
  ADD ("list-narrow", 400, test_list);
  ADD ("read", 1200, test_read);
  ADD ("archive", 1200, test_archive);
  ADD ("bar", 1200, test_bar);
  ADD ("bar-narrow", 400, test_bar);
  ADD ("events", 700, test_events);
#undef ADD
  g_test_add_func ("/inbox-page/words", test_words);

  status = g_test_run ();
  cases_fixture_end ();
  return status;
}
