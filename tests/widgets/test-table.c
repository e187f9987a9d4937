/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table.h"

#include "gram-notice-list.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"

/*
 * A table over readers of our own. What is archived is empty, what is unread is five rows, of which the ids tell how often
 * the list was read, all is a thousand.
 */

static gint n_read;
static gint fail;

static GArray *
fake_ids (GramRegistry *registry,
          GramActor *actor,
          gconstpointer asked,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  const GramNoticeQuery *query = asked;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n = query->archived ? 0 : query->unread ? 5 : 1000;
  gint64 base = query->unread ? 1000 * (gint64)g_atomic_int_add (&n_read, 1) : 0;

  if (g_atomic_int_get (&fail))
    {
      g_array_unref (ids);
      g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT, "Damaged");
      return NULL;
    }
  for (gint64 i = 1; i <= n && (limit == 0 || i <= limit); i++)
    {
      gint64 id = base + i;

      g_array_append_val (ids, id);
    }
  return ids;
}

static GPtrArray *
fake_rows (GramRegistry *registry,
           GramActor *actor,
           gconstpointer asked,
           const gint64 *ids,
           guint n_ids,
           GramRefusal **refusal,
           GError **error)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_ids; i++)
    {
      GramNoticeRow *row = g_new0 (GramNoticeRow, 1);

      row->id = ids[i];
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static const GramPagedReads fake_reads = { fake_ids, fake_rows };

static const GramTableColumn columns[] = {
  { "title", TRUE, FALSE, FALSE },
  { "account", FALSE, FALSE, FALSE },
  { "when", TRUE, TRUE, TRUE },
};

static const GramTableColumn other_columns[] = { { "when", TRUE, TRUE, TRUE } };

static const char *const ids_of_columns[] = { "narrow", "title", "account", "when" };

typedef struct
{
  GtkWindow *window;
  GtkColumnView *view;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwBreakpoint *medium;
  AdwBreakpoint *narrow;
  GramWorker *reader;
  GramNoticeList *list;
  GramTable *table;
  guint n_changed;
  gint64 opened;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changed++;
  gram_table_show_state (self->table, "nothing");
}

static void
open_cb (Fixture *self, gint64 id)
{
  self->opened = id;
}

static void
make_view (Fixture *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (ids_of_columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column
          = gtk_column_view_column_new (ids_of_columns[i], gtk_signal_list_item_factory_new ());

      gtk_column_view_column_set_id (column, ids_of_columns[i]);
      gtk_column_view_append_column (self->view, column);
    }
}

/* No search, no order, no menu: whatever a table may lack. */
static void
make_table (Fixture *self, gboolean single)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chips = gram_chips_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  make_view (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  self->medium = g_object_ref_sink (
      adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 1000sp")));
  self->narrow = g_object_ref_sink (
      adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 600sp")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_stack_add_named (self->stack, adw_spinner_new (), "loading");
  gtk_stack_add_named (self->stack, adw_status_page_new (), "nothing");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
  gtk_stack_add_named (self->stack, scrolled, "list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->window = gram_test_gtk_window_new (box, 800, 500);
  self->table = gram_table_new (&(GramTableParts){
      .page = box,
      .view = self->view,
      .stack = self->stack,
      .failed_status = self->failed,
      .chips = GRAM_CHIPS (chips),
      .medium = self->medium,
      .narrow = self->narrow,
      .single = single,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
  });
  g_signal_connect_swapped (self->table, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->table, "open", G_CALLBACK (open_cb), self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_atomic_int_set (&n_read, 0);
  g_atomic_int_set (&fail, FALSE);
  make_table (self, GPOINTER_TO_INT (data));
  self->reader = gram_worker_new ("test-reader");
  self->list = gram_paged_list_new_with_reads (GRAM_TYPE_NOTICE_LIST, self->reader, &fake_reads);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_table_dispose (&self->table);
  gram_table_dispose (&self->table);
  gram_test_gtk_window_destroy (self->window);
  g_clear_object (&self->medium);
  g_clear_object (&self->narrow);
  gram_test_settle ();
  g_assert_finalize_object (self->list);
  gram_worker_shutdown (self->reader);
  gram_test_settle ();
  g_assert_finalize_object (self->reader);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (GRAM_PAGED_LIST (data));
}

static void
ask (Fixture *self, gboolean unread, gboolean archived)
{
  const GramNoticeQuery query = { .unread = unread, .archived = archived };

  gram_notice_list_set_query (self->list, &query);
  gram_test_wait_until (is_loaded, self->list);
}

static void
assert_state (Fixture *self, const char *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, name);
}

static void
select_at (Fixture *self, guint position, gboolean alone)
{
  gtk_selection_model_select_item (gtk_column_view_get_model (self->view), position, alone);
}

/* What is shown follows the list; while an answer is awaited, it stays. */
static void
test_states (Fixture *self, gconstpointer data)
{
  const GramNoticeQuery archived = { .archived = TRUE };

  g_assert_cmpstr (gram_table_show_state (self->table, "nothing"), ==, "nothing");
  ask (self, FALSE, FALSE);
  assert_state (self, "list");
  gram_notice_list_set_query (self->list, &archived);
  assert_state (self, "list");
  gram_test_wait_until (is_loaded, self->list);
  assert_state (self, "nothing");

  g_atomic_int_set (&fail, TRUE);
  ask (self, TRUE, FALSE);
  assert_state (self, "failed");
  g_assert_cmpstr (adw_status_page_get_description (self->failed), ==,
                   gram_paged_list_get_error_message (GRAM_PAGED_LIST (self->list)));
}

static gboolean
is_shown (Fixture *self, guint column)
{
  g_autoptr (GtkColumnViewColumn) there
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  return gtk_column_view_column_get_visible (there);
}

static void
assert_shown (Fixture *self, const char *expected)
{
  g_assert_cmpuint (strlen (expected), ==, G_N_ELEMENTS (ids_of_columns));
  for (guint i = 0; i < G_N_ELEMENTS (ids_of_columns); i++)
    g_assert_cmpint (is_shown (self, i), ==, expected[i] == 'x');
}

/* Columns go as the room does, and the header with the last that needs one. */
static void
test_width (Fixture *self, gconstpointer data)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  assert_shown (self, "-xxx");
  g_signal_emit_by_name (self->medium, "apply");
  assert_shown (self, "-x-x");
  g_signal_emit_by_name (self->medium, "unapply");
  g_signal_emit_by_name (self->narrow, "apply");
  assert_shown (self, "x--x");
  g_assert_true (gram_table_get_narrow (self->table));
  g_assert_false (gtk_widget_get_visible (header));
  gram_table_set_columns (self->table, other_columns, G_N_ELEMENTS (other_columns));
  g_signal_emit_by_name (self->narrow, "unapply");
  assert_shown (self, "---x");
  g_assert_true (gtk_widget_get_visible (header));
}

/* The title of a column of figures stays at the end, however often the columns change. */
static void
test_titles (Fixture *self, gconstpointer data)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_last_child (header);
  GtkWidget *box = gtk_widget_get_first_child (title);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (gtk_widget_get_halign (box), ==, GTK_ALIGN_END);
      g_assert_true (GTK_IS_LABEL (gtk_widget_get_last_child (box)));
      gram_table_set_columns (self->table, other_columns, G_N_ELEMENTS (other_columns));
    }
}

/* The selection belongs to a query, and to the rows that it was made of. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  gboolean single = GPOINTER_TO_INT (data);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GramPlace) only = NULL;

  ask (self, TRUE, FALSE);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 0);
  select_at (self, 2, TRUE);
  only = gram_table_dup_only_row (self->table);
  g_assert_nonnull (only);
  select_at (self, 4, FALSE);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, single ? 1 : 2);
  ids = gram_table_dup_selected (self->table);
  g_assert_cmpuint (ids->len, ==, single ? 1 : 2);
  g_assert_cmpint (g_array_index (ids, gint64, ids->len - 1) % 1000, ==, 5);

  gram_paged_list_refresh (GRAM_PAGED_LIST (self->list));
  gram_test_wait_until (is_loaded, self->list);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 0);
  g_assert_null (gram_table_dup_only_row (self->table));

  ask (self, FALSE, FALSE);
  select_at (self, 700, TRUE);
  gram_paged_list_refresh (GRAM_PAGED_LIST (self->list));
  gram_test_wait_until (is_loaded, self->list);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 1);
  ask (self, TRUE, FALSE);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 0);
}

static void
test_all (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  ask (self, FALSE, FALSE);
  gram_table_select_all (self->table, TRUE);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 1000);
  rows = gram_table_dup_rows (self->table, 3);
  g_assert_cmpuint (rows->len, ==, 3);
  gram_table_select_all (self->table, FALSE);
  g_assert_cmpuint (gram_table_get_n_selected (self->table), ==, 0);
}

static void
test_open (Fixture *self, gconstpointer data)
{
  ask (self, FALSE, FALSE);
  g_signal_emit_by_name (self->view, "activate", 6);
  g_assert_cmpint (self->opened, ==, 7);
}

/* An answer that arrives after the page let go of its table says nothing to it. */
static void
test_late (Fixture *self, gconstpointer data)
{
  const GramNoticeQuery query = { .unread = TRUE };
  guint n_before;

  ask (self, FALSE, FALSE);
  select_at (self, 3, TRUE);
  gram_notice_list_set_query (self->list, &query);
  n_before = self->n_changed;
  gram_table_dispose (&self->table);
  g_assert_null (self->table);
  gram_test_wait_until (is_loaded, self->list);
  g_assert_cmpuint (self->n_changed, ==, n_before);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(name, single, func)                                                                    \
  g_test_add ("/table/" name, Fixture, GINT_TO_POINTER (single), set_up, func, tear_down)
  ADD ("states", FALSE, test_states);
  ADD ("width", FALSE, test_width);
  ADD ("titles", FALSE, test_titles);
  ADD ("selection", FALSE, test_selection);
  ADD ("selection-single", TRUE, test_selection);
  ADD ("all", FALSE, test_all);
  ADD ("open", TRUE, test_open);
  ADD ("late", FALSE, test_late);
  ADD ("late-single", TRUE, test_late);
#undef ADD

  return g_test_run ();
}
