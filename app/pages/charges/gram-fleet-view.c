/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-view.h"

#include "gram-failure.h"
#include "gram-fleet-acts.h"
#include "gram-fleet-texts.h"
#include "gram-fleet-year-view.h"
#include "gram-formats.h"
#include "gram-questions-fleet.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* So many accounts of a year are shown at once; who looks for another one searches. */
#define ACCOUNTS 200

struct _GramFleetView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkWidget *bar;
  GtkDropDown *year_drop;
  GtkWidget *search_entry;
  GramFleetYearView *year_view;
  AdwPreferencesGroup *asked_group;
  AdwPreferencesGroup *years_group;

  /* Owned References */
  GramSession *session;
  GPtrArray *years;
  GArray *numbers; /* of the drop-down */
  GPtrArray *rows;
  GPtrArray *asked_rows;

  gint64 account_id;
  int year;
  gboolean filling;
  gboolean known;
  gboolean any;
};

G_DEFINE_FINAL_TYPE (GramFleetView, gram_fleet_view, ADW_TYPE_BIN)

enum
{
  PROP_ANY = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
year_row_cb (GtkWidget *widget, GramFleetView *self)
{
  const GramFleetYearRow *row = self->years->pdata[gram_row_get_id (widget)];

  gram_fleet_year_view_present (GTK_WIDGET (self), self->session, row->account_id, row->year);
}

static gboolean
fits (GramFleetView *self, const GramFleetYearRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *name = g_utf8_casefold (row->holder, -1);
  g_autofree char *number = gram_format_account_number (row->number);

  return row->year == self->year
         && (*wanted == '\0' || strstr (name, wanted) != NULL
             || strstr (row->number, wanted) != NULL || strstr (number, wanted) != NULL);
}

static void
add_year (GramFleetView *self, guint position)
{
  const GramFleetYearRow *row = self->years->pdata[position];
  g_autofree char *number = gram_format_account_number (row->number);
  g_autofree char *title = g_strdup_printf ("%s · %s", row->holder, number);
  g_autofree char *subtitle = gram_fleet_dup_standing (row);
  g_autofree char *result = gram_fleet_dup_comes_to (row->credits, row->amount);
  GtkWidget *widget = gram_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (result);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), label);
  gram_row_set_id (widget, position);
  gram_row_lead (widget, "go-next-symbolic", G_CALLBACK (year_row_cb), self);
  adw_preferences_group_add (self->years_group, widget);
  g_ptr_array_add (self->rows, widget);
}

/* What the administrator has to do something about first: years that are over, then those that are overdue. */
static void
fill_list (GramFleetView *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  gram_rows_clear (self->rows);
  for (guint i = 0; i < self->years->len; i++)
    if (fits (self, self->years->pdata[i]) && n++ < ACCOUNTS)
      add_year (self, i);
  text = n == 0 ? g_strdup (_ ("No account matches."))
         : n > ACCOUNTS
             /* Translators: two numbers of accounts */
             ? g_strdup_printf (_ ("The first %1$d of %2$u accounts; search for another one."),
                                ACCOUNTS, n)
             : NULL;
  adw_preferences_group_set_description (self->years_group, text);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
show_year (GramFleetView *self)
{
  self->known = TRUE;
  if (self->account_id != 0)
    {
      gram_fleet_year_view_show (self->year_view, self->session, self->account_id, self->year);
      gtk_stack_set_visible_child_name (self->stack, "year");
    }
  else
    fill_list (self);
}

static void
year_cb (GramFleetView *self)
{
  guint selected;

  g_assert (GRAM_IS_FLEET_VIEW (self));

  selected = gtk_drop_down_get_selected (self->year_drop);
  if (self->filling || self->numbers == NULL || selected >= self->numbers->len)
    return;

  self->year = g_array_index (self->numbers, int, selected);
  show_year (self);
}

static void
search_cb (GramFleetView *self)
{
  g_assert (GRAM_IS_FLEET_VIEW (self));

  if (self->years != NULL && self->account_id == 0)
    fill_list (self);
}

/* The newest year in which something is to be done; else the newest. */
static int
choose_year (GramFleetView *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const GramFleetYearRow *row = self->years->pdata[i];

      if (!g_str_equal (row->state, "growing") && !g_str_equal (row->state, "settled"))
        return row->year;
    }

  return ((const GramFleetYearRow *)self->years->pdata[0])->year;
}

/* Each year once, the newest first; the one that was shown stays. */
static void
fill_drop (GramFleetView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  int before = 0;

  if (self->year == 0)
    self->year = choose_year (self);

  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i < self->years->len; i++)
    {
      const GramFleetYearRow *row = self->years->pdata[i];
      g_autofree char *name = g_strdup_printf ("%d", row->year);

      if (row->year == before)
        continue;
      before = row->year;
      if (row->year == self->year)
        selected = self->numbers->len;
      gtk_string_list_append (names, name);
      g_array_append_val (self->numbers, row->year);
    }
  self->year = g_array_index (self->numbers, int, selected);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->year_drop), self->numbers->len > 1);
  gtk_widget_set_visible (self->search_entry, self->account_id == 0);
  gtk_widget_set_visible (self->bar, self->numbers->len > 1 || self->account_id == 0);
}

static void
set_any (GramFleetView *self, gboolean any)
{
  if (self->any == any)
    return;

  self->any = any;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANY]);
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramFleetView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) years
      = gram_session_fleet_years_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL)
    return;
  if (years == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      self->known = TRUE;
      return;
    }

  g_clear_pointer (&self->years, g_ptr_array_unref);
  self->years = g_steal_pointer (&years);
  set_any (self, self->years->len > 0);
  if (self->years->len > 0)
    {
      fill_drop (self);
      show_year (self);
      return;
    }
  self->known = TRUE;
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
asked_cb (GtkWidget *widget, GramFleetView *self)
{
  gint64 packed = gram_row_get_id (widget);

  gram_fleet_year_view_present (GTK_WIDGET (self), self->session, packed / 10000,
                                (int)(packed % 10000));
}

/* Requests that wait: they lead to the year that they are of, where they are decided. */
static void
borrowings_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramFleetView) self = user_data;
  g_autoptr (GPtrArray) borrowings
      = gram_session_borrowings_finish (GRAM_SESSION (object), result, NULL, NULL);

  if (borrowings == NULL || self->stack == NULL)
    return;

  gram_rows_clear (self->asked_rows);
  for (guint i = 0; i < borrowings->len; i++)
    {
      const GramBorrowingRow *borrowing = borrowings->pdata[i];
      g_autofree char *what = gram_borrowing_dup_title (borrowing);
      g_autofree char *title = g_strdup_printf ("%s · %s", borrowing->holder, what);
      GtkWidget *row;

      if (!g_str_equal (borrowing->state, "asked"))
        continue;
      row = gram_row_new (title, borrowing->reason);
      gram_row_set_id (row, borrowing->account_id * 10000 + borrowing->from_year);
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (asked_cb), self);
      adw_preferences_group_add (self->asked_group, row);
      g_ptr_array_add (self->asked_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->asked_group), self->asked_rows->len > 0);
}

static void
retry_cb (GramFleetView *self)
{
  g_assert (GRAM_IS_FLEET_VIEW (self));

  gram_fleet_view_refresh (self, self->session, self->account_id, NULL);
}

static void
gram_fleet_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ANY)
    g_value_set_boolean (value, GRAM_FLEET_VIEW (object)->any);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
gram_fleet_view_dispose (GObject *object)
{
  GramFleetView *self = GRAM_FLEET_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_FLEET_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_fleet_view_parent_class)->dispose (object);
}

static void
gram_fleet_view_finalize (GObject *object)
{
  GramFleetView *self = GRAM_FLEET_VIEW (object);

  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->asked_rows);

  G_OBJECT_CLASS (gram_fleet_view_parent_class)->finalize (object);
}

static void
gram_fleet_view_class_init (GramFleetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_fleet_view_dispose;
  object_class->finalize = gram_fleet_view_finalize;
  object_class->get_property = gram_fleet_view_get_property;

  props[PROP_ANY]
      = g_param_spec_boolean ("any", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (GRAM_TYPE_FLEET_YEAR_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-fleet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, bar);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, year_drop);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, year_view);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, asked_group);
  gtk_widget_class_bind_template_child (widget_class, GramFleetView, years_group);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
gram_fleet_view_init (GramFleetView *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_ptr_array_new ();
  self->asked_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_fleet_view_refresh (GramFleetView *self,
                         GramSession *session,
                         gint64 account_id,
                         GCancellable *cancellable)
{
  g_return_if_fail (GRAM_IS_FLEET_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  g_set_object (&self->session, session);
  if (self->account_id != account_id)
    self->year = 0;
  self->account_id = account_id;
  gram_session_fleet_years_async (session, account_id, cancellable, years_cb, g_object_ref (self));
  if (account_id == 0)
    gram_session_borrowings_async (session, 0, cancellable, borrowings_cb, g_object_ref (self));
}

gboolean
gram_fleet_view_is_known (GramFleetView *self)
{
  g_return_val_if_fail (GRAM_IS_FLEET_VIEW (self), FALSE);

  return self->known
         && (self->account_id == 0 || !self->any
             || gram_fleet_year_view_is_known (self->year_view));
}
