/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-rejects-page.h"

#include "gram-field.h"
#include "gram-formats.h"
#include "gram-reject-list.h"

#include <glib/gi18n-lib.h>

struct _GramImportRejectsPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkScrolledWindow *scrolled_window;
  GtkColumnView *view;
  GtkColumnViewColumn *row_column;
  GtkColumnViewColumn *field_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *message_column;
  GtkColumnViewColumn *suggestion_column;
  GtkColumnViewColumn *all_column;

  guint layout; /* source */
};

/* Columns of what is short; the sentences share the rest. */
#define ROW_WIDTH 64
#define FIELD_WIDTH 130
#define VALUE_WIDTH 176
#define MIN_SENTENCE_WIDTH 120

G_DEFINE_FINAL_TYPE (GramImportRejectsPage, gram_import_rejects_page, ADW_TYPE_NAVIGATION_PAGE)

static const GramRowProblem *
problem_of (GramRejectItem *item)
{
  return item != NULL ? gram_reject_item_get_problem (item) : NULL;
}

static char *
row_text_cb (gpointer object, GramRejectItem *item)
{
  const GramRowProblem *problem = problem_of (item);

  return problem != NULL && problem->row > 0 ? gram_format_count (problem->row) : g_strdup ("");
}

/* The column as the file calls it; where no single one is meant, nothing. */
static char *
field_text_cb (gpointer object, GramRejectItem *item)
{
  const GramRowProblem *problem = problem_of (item);
  GramField field;

  if (problem == NULL)
    return g_strdup ("");
  if (gram_field_parse (problem->field, &field))
    return g_strdup (gram_field_title (field));

  return g_strdup (problem->column);
}

static char *
value_text_cb (gpointer object, GramRejectItem *item)
{
  const GramRowProblem *problem = problem_of (item);

  return g_strdup (problem != NULL ? problem->value : "");
}

static char *
message_text_cb (gpointer object, GramRejectItem *item)
{
  const GramRowProblem *problem = problem_of (item);

  return g_strdup (problem != NULL ? problem->message : "");
}

static char *
suggestion_text_cb (gpointer object, GramRejectItem *item)
{
  const GramRowProblem *problem = problem_of (item);

  return g_strdup (problem != NULL ? problem->suggestion : "");
}

/* Where the trouble is: field and value, for the narrow list. */
static char *
place_text_cb (gpointer object, GramRejectItem *item)
{
  g_autofree char *field = field_text_cb (object, item);
  g_autofree char *value = value_text_cb (object, item);

  if (*field == '\0' || *value == '\0')
    return g_strconcat (field, value, NULL);

  /* Translators: the name of a field, and what stands in it */
  return g_strdup_printf (_ ("%s: “%s”"), field, value);
}

static char *
row_name_cb (gpointer object, GramRejectItem *item)
{
  g_autofree char *row = row_text_cb (object, item);

  /* Translators: the number of a row of a file, and what is wrong with it */
  return g_strdup_printf (_ ("Row %s: %s"), row,
                          problem_of (item) != NULL ? problem_of (item)->message : "");
}

static gboolean
not_empty_cb (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
set_width (GtkColumnViewColumn *column, int width)
{
  if (gtk_column_view_column_get_fixed_width (column) != width)
    gtk_column_view_column_set_fixed_width (column, width);
}

/* A cell wraps its text only in a column of fixed width; so the widths follow the view's. */
static gboolean
layout_cb (gpointer user_data)
{
  GramImportRejectsPage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);
  int width = (int)gtk_adjustment_get_page_size (adjustment);
  int rest = MAX (width - ROW_WIDTH - FIELD_WIDTH - VALUE_WIDTH, 2 * MIN_SENTENCE_WIDTH);

  self->layout = 0;
  set_width (self->row_column, ROW_WIDTH);
  set_width (self->field_column, FIELD_WIDTH);
  set_width (self->value_column, VALUE_WIDTH);
  set_width (self->message_column, rest / 2);
  set_width (self->suggestion_column, rest - rest / 2);
  set_width (self->all_column, MAX (width - ROW_WIDTH, MIN_SENTENCE_WIDTH));

  return G_SOURCE_REMOVE;
}

/* Not while the view is being laid out. */
static void
width_changed_cb (GramImportRejectsPage *self)
{
  if (self->layout == 0)
    self->layout = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

static void
gram_import_rejects_page_dispose (GObject *object)
{
  GramImportRejectsPage *self = GRAM_IMPORT_REJECTS_PAGE (object);

  g_clear_handle_id (&self->layout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), GRAM_TYPE_IMPORT_REJECTS_PAGE);

  G_OBJECT_CLASS (gram_import_rejects_page_parent_class)->dispose (object);
}

static void
gram_import_rejects_page_class_init (GramImportRejectsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_import_rejects_page_dispose;

  g_type_ensure (GRAM_TYPE_REJECT_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-rejects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, all_column);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, suggestion_column);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, message_column);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, value_column);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, field_column);
  gtk_widget_class_bind_template_child (widget_class, GramImportRejectsPage, row_column);
  gtk_widget_class_bind_template_callback (widget_class, row_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_empty_cb);
}

static void
gram_import_rejects_page_init (GramImportRejectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled_window),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A row may have more than one problem; the list has a line for each. */
static void
show_counts (GramImportRejectsPage *self, GramRejectSpool *spool)
{
  gint64 n_rows = gram_reject_spool_get_n_rows (spool);
  gint64 n_problems = gram_reject_spool_get_n_problems (spool);
  g_autofree char *rows = gram_format_count (n_rows);
  g_autofree char *problems = gram_format_count (n_problems);
  g_autofree char *subtitle = NULL;

  if (n_rows == n_problems)
    subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", (gulong)n_rows),
                                rows);
  else
    /* Translators: the first %s is a number of rows, the second the number of problems found in them */
    subtitle = g_strdup_printf (_ ("%s rows, %s problems"), rows, problems);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

void
gram_import_rejects_page_show (GramImportRejectsPage *self, GramRejectSpool *spool)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (GRAM_IS_IMPORT_REJECTS_PAGE (self));

  gtk_column_view_set_model (self->view, NULL);
  if (spool == NULL)
    return;

  selection = gtk_no_selection_new (G_LIST_MODEL (gram_reject_list_new (spool)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  show_counts (self, spool);
}

GListModel *
gram_import_rejects_page_get_model (GramImportRejectsPage *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_REJECTS_PAGE (self), NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (self->view));
}
