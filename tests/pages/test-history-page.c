/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command.h"
#include "gram-history-export.h"
#include "gram-history-filter-dialog.h"
#include "gram-history-item.h"
#include "gram-history-page-private.h"
#include "gram-journal-sentences.h"
#include "gram-object-timeline.h"
#include "gram-questions-accounts.h"
#include "gram-statement-dialog.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

/* One practice registry for all, with something happened in it. */
static GramSession *session;
static GramTestDir *dir;

typedef struct
{
  GtkWindow *window;
  GramHistoryPage *page;
} Fixture;

static gboolean
is_settled (gpointer data)
{
  GramHistoryPage *page = data;

  return page->shown && !page->asking;
}

static guint
n_entries (Fixture *self)
{
  gram_test_wait_until (is_settled, self->page);

  return g_list_model_get_n_items (G_LIST_MODEL (self->page->entries));
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

static void
visit (const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_visit_async (session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->page = g_object_new (GRAM_TYPE_HISTORY_PAGE, "session", session, NULL);
  self->window = gram_test_window_new (GTK_WIDGET (self->page), GPOINTER_TO_INT (data), 800);
  n_entries (self);
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
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
filter (Fixture *self, int group, gint64 person_id, const char *from, const char *to)
{
  gram_history_filter_clear (&self->page->filter);
  self->page->filter.group = group;
  self->page->filter.person_id = person_id;
  g_set_str (&self->page->filter.person, person_id != 0 ? "Somebody" : NULL);
  g_set_str (&self->page->filter.from, from);
  g_set_str (&self->page->filter.to, to);
  _gram_history_page_requery (self->page);
  n_entries (self);
}

static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), text);
  g_signal_emit_by_name (self->page->search_entry, "search-changed");
  n_entries (self);
}

static void
test_account (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (state (self), ==, "entries");
  g_assert_cmpint (self->page->account_id, !=, 0);
  gram_test_picture (self->window, "history-account");
  adw_toggle_group_set_active_name (self->page->scope_group, "registry");
  n_entries (self);
  g_assert_cmpint (self->page->account_id, ==, 0);
  gram_test_settle ();
  gram_test_picture (self->window, "history-registry");
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  filter (self, GRAM_JOURNAL_MEASURES, 0, "2026-01-01", "2026-12-31");
  g_assert_cmpuint (n_entries (self), ==, 3);
  gram_test_picture (self->window, "history-narrow-filtered");
}

/* Every kind of entry is found by its group, and only there. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  guint all = n_entries (self);
  guint sum = 0;

  for (int i = 0; i < GRAM_JOURNAL_N_GROUPS; i++)
    {
      filter (self, i, 0, NULL, NULL);
      sum += n_entries (self);
    }
  g_assert_cmpuint (sum, ==, all);

  filter (self, GRAM_HISTORY_EVERYTHING, 0, "2199-01-01", NULL);
  g_assert_cmpuint (n_entries (self), ==, 0);
  g_assert_cmpstr (state (self), ==, "nothing");
  gram_test_picture (self->window, "history-nothing");
  act (self, "history.clear-filters");
  g_assert_cmpuint (n_entries (self), ==, all);

  search (self, "Late with its charges");
  g_assert_cmpuint (n_entries (self), ==, 1);
  search (self, "");
  g_assert_cmpuint (n_entries (self), ==, all);
}

/* The day before the practice registry's own. */
#define SINCE "2026-11-15"

/* Sign-ins are only shown to who asks for them; a chip takes that back. */
static void
test_sign_ins (Fixture *self, gconstpointer data)
{
  g_autoptr (GramJournalQuery) query = NULL;
  guint without;
  guint since;

  adw_toggle_group_set_active_name (self->page->scope_group, "registry");
  without = n_entries (self);
  query = _gram_history_page_query (self->page);
  g_assert_cmpstr (query->without, ==, "session.open");
  g_assert_true (gram_history_filter_is_empty (&self->page->filter));
  g_assert_null (gram_test_find_type (GTK_WIDGET (self->page->chips_box), GTK_TYPE_BUTTON));

  /* Both fit into a page since that day. */
  filter (self, GRAM_HISTORY_BUT_SIGN_INS, 0, SINCE, NULL);
  since = n_entries (self);
  filter (self, GRAM_HISTORY_EVERYTHING, 0, SINCE, NULL);
  g_assert_cmpuint (n_entries (self), >, since);
  filter (self, GRAM_HISTORY_EVERYTHING, 0, NULL, NULL);
  g_signal_emit_by_name (gram_test_find_type (GTK_WIDGET (self->page->chips_box), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_cmpuint (n_entries (self), ==, without);
  filter (self, GRAM_JOURNAL_SIGN_IN, 0, NULL, NULL);
  g_assert_cmpuint (n_entries (self), >, 0);
}

static gboolean
has_persons (gpointer data)
{
  GtkWidget *row = gram_test_find_type (data, ADW_TYPE_COMBO_ROW);
  GtkWidget *second = gtk_widget_get_next_sibling (row);

  return g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (second))) > 1;
}

static void
test_filter_dialog (Fixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *group_row;

  act (self, "history.filter");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  g_assert_true (GRAM_IS_HISTORY_FILTER_DIALOG (dialog));
  gram_test_wait_until (has_persons, dialog);
  gram_test_picture (self->window, "history-filter");
  group_row = gram_test_find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (group_row), GRAM_JOURNAL_MEASURES + 2);
  g_signal_emit_by_name (gram_test_find_button (GTK_WIDGET (dialog), "_Show"), "clicked");
  g_assert_cmpint (self->page->filter.group, ==, GRAM_JOURNAL_MEASURES);
  g_assert_cmpuint (n_entries (self), ==, 3);
  act (self, "history.clear-filters");
  n_entries (self);
}

/* What happens while one reads appears at the top, and what was there keeps its object. */
static void
test_grows (Fixture *self, gconstpointer data)
{
  guint before = n_entries (self);
  g_autoptr (GObject) newest = g_list_model_get_item (G_LIST_MODEL (self->page->entries), 0);
  g_autoptr (GObject) second = NULL;

  perform ("account.give-notice",
           g_variant_new_parsed ("{'account': <'10000024'>, 'reason': <'Again'>, "
                                 "'remedy-by': <'2027-01-29'>}"));
  perform ("account.drop-notice",
           g_variant_new_parsed ("{'account': <'10000024'>, 'reason': <'A mistake'>}"));
  gram_test_settle ();
  while (n_entries (self) < before + 2)
    gram_test_settle ();
  second = g_list_model_get_item (G_LIST_MODEL (self->page->entries), 2);
  g_assert_true (second == newest);
}

static gboolean
is_idle (gpointer data)
{
  return GRAM_HISTORY_PAGE (data)->working == NULL;
}

static void
test_verify (Fixture *self, gconstpointer data)
{
  act (self, "history.verify");
  gram_test_wait_until (is_idle, self->page);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->page->task_bar)));
  gram_test_picture (self->window, "history-verified");
  gram_task_bar_hide (self->page->task_bar);

  gram_task_bar_work (self->page->task_bar, "Verifying the registry…");
  gram_task_bar_set_progress (self->page->task_bar, 3, 10, "6,012 rows so far");
  gram_test_picture (self->window, "history-verifying");
  gram_task_bar_finish (self->page->task_bar, FALSE, "The registry does not verify",
                        "Entry 17 of the journal does not fit its hash.\njournal 17");
  gram_test_picture (self->window, "history-not-verified");

  act (self, "history.verify");
  g_signal_emit_by_name (self->page->task_bar, "cancelled");
  gram_test_wait_until (is_idle, self->page);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_file (dir, "history.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GramJournalQuery) query = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  filter (self, GRAM_JOURNAL_MEASURES, 0, NULL, NULL);
  query = _gram_history_page_query (self->page);
  gram_history_export_async (session, query, file, NULL, NULL, NULL, gram_test_keep_result,
                             &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_history_export_finish (session, result, NULL, &error), ==,
                   (gint64)n_entries (self));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_true (g_str_has_suffix (lines[0], "entry,at,person,e-mail,account,about,what,details,"
                                             "command,arguments,result"));
  g_assert_nonnull (strstr (text, "Late with its charges"));
  g_assert_nonnull (strstr (text, ",account.suspend,"));
  act (self, "history.clear-filters");
  n_entries (self);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gint64
measure_id (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_account_detail_async (session, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_account_detail_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (detail->measures->len, >, 0);

  return ((const GramMeasureRecord *)g_ptr_array_index (detail->measures,
                                                        detail->measures->len - 1))
      ->id;
}

/* What happened to one measure, and nothing else. */
static void
test_timeline (void)
{
  GtkWidget *group = gram_object_timeline_new (session, "measure", measure_id ());
  GtkWidget *page = adw_preferences_page_new ();
  GtkWindow *window;

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  window = gram_test_window_new (page, 480, 500);
  gram_test_wait_until (is_shown, group);
  gram_test_picture (window, "timeline");
  gram_object_timeline_set_subject (GRAM_OBJECT_TIMELINE (group), session, NULL, 0);
  g_assert_false (gtk_widget_get_visible (group));
  gram_test_window_close (window);
  gram_test_settle ();
}

static gboolean
is_asked (gpointer data)
{
  GtkWidget *stack = gram_test_find_type (data, GTK_TYPE_LIST_VIEW);

  return stack != NULL && gtk_widget_get_mapped (stack);
}

static void
test_statement (gconstpointer data)
{
  GtkWindow *window = gram_test_window_new (adw_bin_new (), GPOINTER_TO_INT (data), 700);
  AdwDialog *dialog = gram_statement_dialog_new (session);
  g_autofree char *name = g_strdup_printf ("statement-%d", GPOINTER_TO_INT (data));

  adw_dialog_present (dialog, GTK_WIDGET (window));
  gram_test_wait_until (is_asked, dialog);
  gram_test_settle ();
  gram_test_picture (window, name);
  adw_dialog_force_close (dialog);
  gram_test_window_close (window);
  gram_test_settle ();
}

/* Every command of the table has a sentence and belongs to one group. */
static void
test_sentences (void)
{
  gsize n_commands;
  const GramCommand *commands = gram_command_table (&n_commands);
  guint n_in_groups = 0;

  for (gsize i = 0; i < n_commands; i++)
    if (!gram_journal_has_sentence (commands[i].name))
      {
        g_test_message ("%s has no sentence", commands[i].name);
        g_test_fail ();
      }
  for (int i = 0; i < GRAM_JOURNAL_N_GROUPS; i++)
    {
      g_autofree const char **names = gram_journal_group_commands ((GramJournalGroup)i);

      g_assert_nonnull (gram_journal_group_title ((GramJournalGroup)i));
      for (guint j = 0; names[j] != NULL; j++, n_in_groups++)
        if (gram_command_find (names[j]) == NULL)
          {
            g_test_message ("%s is no command", names[j]);
            g_test_fail ();
          }
    }
  g_assert_cmpuint (n_in_groups, ==, n_commands);
}

static void
make_history (void)
{
  perform ("credit.carry-in",
           g_variant_new_parsed ("{'account': <'10000024'>, 'year': <int64 2025>, "
                                 "'amount': <'1250.75'>, 'reference': <'NZTA 2026/118'>}"));
  perform ("credit.carry-in",
           g_variant_new_parsed ("{'account': <'10000024'>, 'year': <int64 2024>, "
                                 "'amount': <'300.00'>, 'reference': <'NZTA 2026/119'>}"));
  perform ("account.give-notice",
           g_variant_new_parsed ("{'account': <'10000024'>, 'reason': <'Late with its charges'>, "
                                 "'remedy-by': <'2026-12-15'>}"));
  perform ("account.suspend",
           g_variant_new_parsed ("{'account': <'10000024'>, 'ground': <'conviction'>, "
                                 "'until': <'2027-06-30'>, 'reason': <'Convicted of forging'>}"));
  perform ("account.reinstate",
           g_variant_new_parsed ("{'account': <'10000024'>, 'reason': <'Conviction quashed'>}"));
  visit ("10000024");
}

int
main (int argc, char **argv)
{
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
  make_history ();

#define ADD(name, width, func)                                                                     \
  g_test_add ("/history-page/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("account", 900, test_account);
  ADD ("narrow", 400, test_narrow);
  ADD ("filter", 900, test_filter);
  ADD ("sign-ins", 900, test_sign_ins);
  ADD ("filter-dialog", 900, test_filter_dialog);
  ADD ("export", 900, test_export);
  ADD ("verify", 900, test_verify);
  ADD ("grows", 900, test_grows);
#undef ADD
  g_test_add_func ("/history-page/timeline", test_timeline);
  g_test_add_data_func ("/history-page/statement", GINT_TO_POINTER (900), test_statement);
  g_test_add_data_func ("/history-page/statement-narrow", GINT_TO_POINTER (400), test_statement);
  g_test_add_func ("/history-page/sentences", test_sentences);

  status = g_test_run ();
  gram_test_practice_close (g_steal_pointer (&session));
  gram_test_dir_free (dir);

  return status;
}
