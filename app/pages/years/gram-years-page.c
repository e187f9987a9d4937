/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-years-page.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-years.h"
#include "gram-registry-banner.h"
#include "gram-year-texts.h"
#include "gram-years-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramYearsPage, gram_years_page, GRAM_TYPE_PAGE)

static GramSession *
session_of (GramYearsPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static gboolean
is_shown (GramYearsPage *self, gpointer page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
show_stack (GramYearsPage *self, const char *name)
{
  gboolean year = g_str_equal (name, "year");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->switcher, year);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), year);
  gtk_widget_set_visible (GTK_WIDGET (self->year_drop),
                          self->years != NULL && self->years->len > 0);
}

static void
show_failed (GramYearsPage *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  adw_status_page_set_description (self->failed_status, sentence);
  show_stack (self, "failed");
}

/* Whoever is above shows what there is now; the participant may be none any more. */
static void
refresh_above (GramYearsPage *self)
{
  gint64 account_id;

  if (is_shown (self, self->notice_page))
    gram_payment_notice_page_refresh (self->notice_page);
  if (is_shown (self, self->pool_page))
    gram_pool_page_refresh (self->pool_page);
  if (self->participant_page == NULL)
    return;

  account_id = gram_participant_page_get_account (self->participant_page);
  gram_participant_page_clear (self->participant_page);
  if (adw_navigation_view_get_previous_page (self->navigation,
                                             ADW_NAVIGATION_PAGE (self->participant_page))
          == NULL
      || account_id == 0)
    return;
  if (!gram_participant_page_set (self->participant_page, self->detail, account_id))
    adw_navigation_view_pop_to_tag (self->navigation, "year");
}

static void
show_detail (GramYearsPage *self, GramYearDetail *detail)
{
  GramYearDetail *before = self->detail;

  self->detail = detail;
  adw_window_title_set_subtitle (self->window_title,
                                 gram_ccts_year_state_title (detail->row->state));
  gram_year_view_set (self->year_view, session_of (self), detail);
  gram_participants_view_set (self->participants_view, detail);
  gram_pools_view_refresh (self->pools_view, session_of (self), detail->row->year,
                           gram_page_get_cancellable (GRAM_PAGE (self)));
  show_stack (self, "year");
  refresh_above (self);
  g_clear_pointer (&before, gram_year_detail_free);
  _gram_years_page_actions_update (self);
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramYearDetail) detail
      = gram_session_year_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  if (detail == NULL)
    show_failed (self, refusal, error);
  else if (detail->row->year == self->year)
    show_detail (self, g_steal_pointer (&detail));
}

static void
ask_year (GramYearsPage *self)
{
  gram_session_year_async (session_of (self), self->year,
                           gram_page_get_cancellable (GRAM_PAGE (self)), detail_cb,
                           g_object_ref (self));
}

static gboolean
knows (GramYearsPage *self, int year)
{
  for (guint i = 0; i < self->years->len; i++)
    if (((const GramYearRow *)self->years->pdata[i])->year == year)
      return TRUE;

  return FALSE;
}

/* The oldest year that is not closed and has participants is the one that is worked on; else the newest. */
static int
choose_year (GramYearsPage *self)
{
  int year = ((const GramYearRow *)self->years->pdata[0])->year;

  for (guint i = 0; i < self->years->len; i++)
    {
      const GramYearRow *row = self->years->pdata[i];

      if (row->state != GRAM_CCTS_YEAR_CLOSED && row->participants > 0)
        year = row->year;
    }

  return year;
}

static void
fill_years (GramYearsPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  if (self->year == 0 || !knows (self, self->year))
    self->year = choose_year (self);
  for (guint i = 0; i < self->years->len; i++)
    {
      const GramYearRow *row = self->years->pdata[i];
      g_autofree char *text = g_strdup_printf ("%d", row->year);

      gtk_string_list_append (titles, text);
      if (row->year == self->year)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->filling = FALSE;
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years
      = gram_session_years_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  if (years == NULL && refusal != NULL && g_str_equal (refusal->id, "rulebook.none"))
    {
      adw_status_page_set_description (self->none_status, refusal->message);
      show_stack (self, "none");
      return;
    }
  if (years == NULL)
    {
      show_failed (self, refusal, error);
      return;
    }

  g_clear_pointer (&self->years, g_ptr_array_unref);
  self->years = g_steal_pointer (&years);
  if (self->years->len == 0)
    {
      show_stack (self, "none");
      return;
    }
  fill_years (self);
  ask_year (self);
}

static void
gram_years_page_refresh (GramPage *page)
{
  gram_session_years_async (gram_page_get_session (page), gram_page_get_cancellable (page),
                            years_cb, g_object_ref (page));
}

static void
year_chosen_cb (GramYearsPage *self)
{
  guint position = gtk_drop_down_get_selected (self->year_drop);

  if (!self->filling && self->years != NULL && position < self->years->len)
    gram_years_page_show_year (self, ((const GramYearRow *)self->years->pdata[position])->year);
}

void
_gram_years_page_push (GramYearsPage *self, AdwNavigationPage *page)
{
  if (adw_navigation_view_get_visible_page (self->navigation) == page)
    return;
  if (adw_navigation_view_get_previous_page (self->navigation, page) != NULL)
    adw_navigation_view_pop_to_page (self->navigation, page);
  else
    adw_navigation_view_push (self->navigation, page);
}

static void
open_notice_cb (GramYearsPage *self, gint64 notice_id)
{
  gram_years_page_open_notice (self, notice_id);
}

static void
open_participant_cb (GramYearsPage *self, gint64 account_id)
{
  g_assert (GRAM_IS_YEARS_PAGE (self));

  if (self->participant_page == NULL)
    {
      self->participant_page = g_object_ref_sink (gram_participant_page_new (session_of (self)));
      g_signal_connect_object (self->participant_page, "open-notice", G_CALLBACK (open_notice_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (self->detail != NULL
      && gram_participant_page_set (self->participant_page, self->detail, account_id))
    _gram_years_page_push (self, ADW_NAVIGATION_PAGE (self->participant_page));
}

static void
open_pool_cb (GramYearsPage *self, gint64 pool_id)
{
  gram_years_page_open_pool (self, pool_id);
}

static void
set_narrow (GramYearsPage *self, gboolean narrow)
{
  gram_year_view_set_narrow (self->year_view, narrow);
  gram_participants_view_set_narrow (self->participants_view, narrow);
}

static void
narrow_cb (GramYearsPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (GramYearsPage *self)
{
  set_narrow (self, FALSE);
}

static void
gram_years_page_dispose (GObject *object)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (object);

  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  if (self->participant_page != NULL)
    gram_participant_page_clear (self->participant_page);
  g_clear_object (&self->participant_page);
  g_clear_object (&self->notice_page);
  g_clear_object (&self->pool_page);

  G_OBJECT_CLASS (gram_years_page_parent_class)->dispose (object);
}

static void
gram_years_page_finalize (GObject *object)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (object);

  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->detail, gram_year_detail_free);

  G_OBJECT_CLASS (gram_years_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, year_drop);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, none_status);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, year_view);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, participants_view);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, pools_view);
  gtk_widget_class_bind_template_child (widget_class, GramYearsPage, task_bar);
}

static void
gram_years_page_class_init (GramYearsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_years_page_dispose;
  object_class->finalize = gram_years_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_years_page_refresh;

  g_type_ensure (GRAM_TYPE_PARTICIPANTS_VIEW);
  g_type_ensure (GRAM_TYPE_POOLS_VIEW);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_TASK_BAR);
  g_type_ensure (GRAM_TYPE_YEAR_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-years-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_participant_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_pool_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
  _gram_years_page_class_actions_init (widget_class);
}

static void
gram_years_page_init (GramYearsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _gram_years_page_actions_update (self);
}

void
gram_years_page_show_year (GramYearsPage *self, int year)
{
  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));

  if (self->year == year)
    return;

  self->year = year;
  adw_navigation_view_pop_to_tag (self->navigation, "year");
  gram_page_queue_refresh (GRAM_PAGE (self));
}

int
gram_years_page_get_year (GramYearsPage *self)
{
  g_return_val_if_fail (GRAM_IS_YEARS_PAGE (self), 0);

  return self->year;
}

void
gram_years_page_open_notice (GramYearsPage *self, gint64 notice_id)
{
  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));
  g_return_if_fail (notice_id > 0);

  if (self->notice_page == NULL)
    self->notice_page = g_object_ref_sink (gram_payment_notice_page_new (session_of (self)));
  gram_payment_notice_page_show (self->notice_page, notice_id);
  _gram_years_page_push (self, ADW_NAVIGATION_PAGE (self->notice_page));
}

void
gram_years_page_open_pool (GramYearsPage *self, gint64 pool_id)
{
  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));
  g_return_if_fail (pool_id > 0);

  if (self->pool_page == NULL)
    self->pool_page = g_object_ref_sink (gram_pool_page_new (session_of (self)));
  gram_pool_page_show (self->pool_page, pool_id, self->year);
  _gram_years_page_push (self, ADW_NAVIGATION_PAGE (self->pool_page));
}

gboolean
gram_years_page_back (GramYearsPage *self)
{
  g_return_val_if_fail (GRAM_IS_YEARS_PAGE (self), FALSE);

  return adw_navigation_view_pop (self->navigation);
}

void
gram_years_page_find (GramYearsPage *self)
{
  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "year");
  adw_view_stack_set_visible_child_name (self->view_stack, "participants");
  gram_participants_view_find (self->participants_view);
}
