/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowances-page.h"

#include "gram-allowance-chart.h"
#include "gram-allowances-page-private.h"
#include "gram-failure.h"
#include "gram-pressable.h"
#include "gram-questions-payment-notices.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramAllowancesPage, gram_allowances_page, GRAM_TYPE_PAGE)

static GramSession *
session_of (GramAllowancesPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static void
show_failed (GramAllowancesPage *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Which tile an explanation was asked for. */
typedef struct
{
  GramAllowancesPage *page;
  GramAllowanceTile tile;
} Asked;

static void
explained_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GramAllowancesPage) self = asked->page;
  g_autoptr (GramFigureExplanation) explanation = NULL;
  g_autoptr (GramFigure) figure = NULL;

  /* A figure that cannot be explained, such as one without a baseline, stays as it is. */
  explanation = gram_session_explain_ccts_finish (GRAM_SESSION (object), result, NULL, NULL);
  if (explanation == NULL || self->shown == NULL)
    return;

  figure = gram_allowance_figure_new (asked->tile, self->shown, explanation);
  gram_figure_tile_set_figure (self->tiles[asked->tile], figure);
}

static void
explain (GramAllowancesPage *self)
{
  for (GramAllowanceTile i = 0; i < GRAM_ALLOWANCE_N_TILES; i++)
    {
      g_autoptr (GramFigure) figure = gram_allowance_figure_new (i, self->shown, NULL);
      Asked *asked = g_new0 (Asked, 1);

      gram_figure_tile_set_figure (self->tiles[i], figure);
      asked->page = g_object_ref (self);
      asked->tile = i;
      gram_session_explain_ccts_async (session_of (self), gram_allowance_tile_explains (i), 0,
                                       self->year, self->reading, explained_cb, asked);
    }
}

static void
days_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowancesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days
      = gram_session_allowance_days_finish (GRAM_SESSION (object), result, NULL, &error);

  if (gram_failure_is_cancelled (error) || self->shown == NULL)
    return;
  gtk_widget_set_visible (self->chart_group,
                          days != NULL
                              && gram_allowance_chart_fill (self->chart, self->shown, days));
}

static void
settlements_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowancesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = gram_session_settlements_finish (GRAM_SESSION (object), result, NULL, &error);

  if (!gram_failure_is_cancelled (error))
    _gram_allowances_page_fill_posted (self, rows);
}

static void
notices_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowancesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = gram_session_payment_notices_finish (GRAM_SESSION (object), result, NULL, &error);

  if (!gram_failure_is_cancelled (error))
    _gram_allowances_page_fill_notices (self, rows);
}

static void
year_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowancesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramAllowanceYear *year;

  year = gram_session_allowance_year_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (gram_failure_is_cancelled (error))
    return;
  if (year == NULL)
    {
      show_failed (self, refusal, error);
      return;
    }

  g_clear_pointer (&self->shown, gram_allowance_year_free);
  self->shown = year;
  _gram_allowances_page_fill (self);
  explain (self);
  gtk_stack_set_visible_child_name (self->stack, "year");
  gram_session_allowance_days_async (session_of (self), 0, self->year, self->reading, days_cb,
                                     g_object_ref (self));
  gram_session_settlements_async (session_of (self), 0, self->year, self->reading, settlements_cb,
                                  g_object_ref (self));
  gram_session_payment_notices_async (session_of (self), year->account_id, self->year,
                                      self->reading, notices_cb, g_object_ref (self));
}

/* One year at a time: what was asked about another is not wanted any more. */
static void
read_year (GramAllowancesPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  gram_session_allowance_year_async (session_of (self), 0, self->year, self->reading, year_read_cb,
                                     g_object_ref (self));
}

static void
year_cb (GramAllowancesPage *self)
{
  guint selected;

  g_assert (GRAM_IS_ALLOWANCES_PAGE (self));

  selected = gtk_drop_down_get_selected (self->year_drop);
  if (self->filling || selected >= self->years->len)
    return;
  self->year = g_array_index (self->years, int, selected);
  read_year (self);
}

/* The years that there are; the one that was shown stays, else the newest that wants something, else the newest. */
static void
fill_years (GramAllowancesPage *self, const GPtrArray *years)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  guint wanted = 0;

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < years->len; i++)
    {
      const GramAllowanceYear *year = g_ptr_array_index (years, i);
      g_autofree char *name = g_strdup_printf ("%d", year->year);

      gtk_string_list_append (names, name);
      g_array_append_val (self->years, year->year);
      if (year->year == self->year)
        selected = i;
      if (year->participant && !year->closed && year->allocated > 0)
        wanted = i;
    }
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = wanted;
  self->year = g_array_index (self->years, int, selected);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->year_drop), years->len > 1);
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowancesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = NULL;

  years = gram_session_allowance_years_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (gram_failure_is_cancelled (error))
    return;
  if (years == NULL)
    {
      show_failed (self, refusal, error);
      return;
    }
  if (years->len == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->year_drop), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  fill_years (self, years);
  read_year (self);
}

static void
gram_allowances_page_refresh (GramPage *page)
{
  GramAllowancesPage *self = GRAM_ALLOWANCES_PAGE (page);
  GramAccount *account = gram_session_get_account (session_of (self));

  adw_window_title_set_subtitle (self->window_title,
                                 account != NULL ? gram_account_get_holder (account) : "");
  if (account == NULL || gram_account_get_kind (account) != GRAM_ACCOUNT_CCTS)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gram_session_allowance_years_async (session_of (self), gram_page_get_cancellable (page), years_cb,
                                      g_object_ref (self));
}

static void
gram_allowances_page_dispose (GObject *object)
{
  GramAllowancesPage *self = (GramAllowancesPage *)object;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->shown, gram_allowance_year_free);

  G_OBJECT_CLASS (gram_allowances_page_parent_class)->dispose (object);
}

static void
gram_allowances_page_finalize (GObject *object)
{
  GramAllowancesPage *self = (GramAllowancesPage *)object;

  g_array_unref (self->years);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->verb_rows);

  G_OBJECT_CLASS (gram_allowances_page_parent_class)->finalize (object);
}

static void
gram_allowances_page_constructed (GObject *object)
{
  GramAllowancesPage *self = GRAM_ALLOWANCES_PAGE (object);

  G_OBJECT_CLASS (gram_allowances_page_parent_class)->constructed (object);

  if (session_of (self) != NULL)
    g_signal_connect_object (session_of (self), "permits-changed",
                             G_CALLBACK (_gram_allowances_page_fill_actions), self,
                             G_CONNECT_SWAPPED);
}

static void
gram_allowances_page_class_init (GramAllowancesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = gram_allowances_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = gram_allowances_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_allowances_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_allowances_page_refresh;

  g_type_ensure (GRAM_TYPE_CHECKLIST);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_STEP_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/allowances/gram-allowances-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, year_drop);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, standing_row);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, actions_group);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, chart_group);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, chart);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, books_group);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, crts_list);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, posted_group);
  gtk_widget_class_bind_template_child (widget_class, GramAllowancesPage, notices_group);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
  _gram_allowances_page_actions_class_init (widget_class);
}

static void
gram_allowances_page_init (GramAllowancesPage *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_ptr_array_new ();
  self->verb_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  for (guint i = 0; i < GRAM_ALLOWANCE_N_TILES; i++)
    {
      GtkWidget *tile = gram_figure_tile_new ();

      gtk_flow_box_append (self->tiles_box, tile);
      /* The tile takes the focus, not what GTK puts around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
      self->tiles[i] = GRAM_FIGURE_TILE (tile);
    }
}

void
gram_allowances_page_show_year (GramAllowancesPage *self, int year)
{
  g_return_if_fail (GRAM_IS_ALLOWANCES_PAGE (self));

  self->year = year;
  gram_page_queue_refresh (GRAM_PAGE (self));
}
