/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-lists.h"

#include "gram-application-dialog.h"
#include "gram-formats.h"
#include "gram-overview-figures.h"
#include "gram-overview-news.h"
#include "gram-pressable.h"
#include "gram-waiting-dialogs.h"

#include <glib/gi18n-lib.h>

static void
add_row (GramOverviewLists *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (GramOverviewLists *self)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
work_activated_cb (GtkWidget *row)
{
  const GramWorkRow *work = g_object_get_data (G_OBJECT (row), "gram-work");

  gtk_widget_activate_action (row, "win.show-vehicles", "(uu)", work->statuses, work->attentions);
}

/* The dialog of what a row is about; NULL if that is a page. */
static AdwDialog *
dialog_new (GramOverviewLists *self, const GramNews *news)
{
  const GramOverviewReading *reading = self->reading;

  switch (news->target)
    {
    case GRAM_NEWS_REQUEST:
      return gram_request_dialog_new (self->session, reading->requests->pdata[news->position]);
    case GRAM_NEWS_HANDOVER:
      return gram_handover_dialog_new (self->session, reading->handovers->pdata[news->position]);
    case GRAM_NEWS_INVITATION:
      return gram_invitation_dialog_new (self->session,
                                         reading->invitations->pdata[news->position]);
    case GRAM_NEWS_APPLICATION:
      return gram_application_dialog_new (self->session, reading->detail);
    case GRAM_NEWS_ACCOUNT:
    case GRAM_NEWS_PEOPLE:
    case GRAM_NEWS_DISPUTES:
    case GRAM_NEWS_TRADES:
    case GRAM_NEWS_ALLOWANCES:
    case GRAM_NEWS_CHARGES:
    case GRAM_NEWS_CREDITS:
    default:
      return NULL;
    }
}

/* The page that it opens. */
static void
open_page (GtkWidget *row, const GramNews *news)
{
  switch (news->target)
    {
    case GRAM_NEWS_DISPUTES:
      gtk_widget_activate_action (row, "win.show-disputes", "(uu)", news->states, news->kinds);
      break;
    case GRAM_NEWS_TRADES:
      gtk_widget_activate_action (row, "win.show-trades", "u", news->states);
      break;
    case GRAM_NEWS_ALLOWANCES:
      gtk_widget_activate_action (row, "win.go-allowances", NULL);
      break;
    case GRAM_NEWS_CHARGES:
      gtk_widget_activate_action (row, "win.show-charges", "u", news->states);
      break;
    case GRAM_NEWS_CREDITS:
      gtk_widget_activate_action (row, "win.go-credits", NULL);
      break;
    case GRAM_NEWS_PEOPLE:
      gtk_widget_activate_action (row, "win.go-people", NULL);
      break;
    case GRAM_NEWS_ACCOUNT:
    case GRAM_NEWS_REQUEST:
    case GRAM_NEWS_HANDOVER:
    case GRAM_NEWS_INVITATION:
    case GRAM_NEWS_APPLICATION:
    default:
      gtk_widget_activate_action (row, "win.go-account", NULL);
    }
}

static void
news_activated_cb (GtkWidget *row, GramOverviewLists *self)
{
  const GramNews *news = g_object_get_data (G_OBJECT (row), "gram-news");
  AdwDialog *dialog = dialog_new (self, news);

  if (dialog != NULL)
    adw_dialog_present (dialog, row);
  else
    open_page (row, news);
}

static void
hide_from_readers (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/* A row that opens what its news is about. */
static GtkWidget *
leading_row_new (GramOverviewLists *self,
                 const GramNews *news,
                 const char *title,
                 const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  hide_from_readers (arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "gram-news", (gpointer)news);
  g_signal_connect (row, "activated", G_CALLBACK (news_activated_cb), self);
  gram_pressable_install (row);

  return row;
}

static void
add_news (GramOverviewLists *self, const GramNews *news)
{
  GtkWidget *row = leading_row_new (self, news, news->title, news->subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (news->icon_name);

  if (news->style != NULL)
    gtk_widget_add_css_class (icon, news->style);
  hide_from_readers (icon);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  add_row (self, self->groups[news->group], row);
}

/* A day, what happens by it, and how long that is. */
static void
add_deadline (GramOverviewLists *self, const GramNews *news)
{
  g_autofree char *day = gram_format_date (news->due);
  g_autofree char *left = self->reading->detail != NULL
                              ? gram_overview_days_left (self->reading->detail->today, news->due)
                              : NULL;
  g_autofree char *subtitle
      /* Translators: a day, and how many days are left */
      = left != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), day, left) : g_strdup (day);

  add_row (self, self->deadlines, leading_row_new (self, news, news->deadline, subtitle));
}

static void
fill_news (GramOverviewLists *self, gboolean *any)
{
  g_autoptr (GPtrArray) deadlines = NULL;

  for (guint i = 0; i < self->news->len; i++)
    {
      const GramNews *news = self->news->pdata[i];

      add_news (self, news);
      any[news->group] = TRUE;
    }

  deadlines = gram_overview_deadlines (self->news);
  for (guint i = 0; i < deadlines->len; i++)
    add_deadline (self, deadlines->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->deadlines), deadlines->len > 0);
}

static void
fill_work (GramOverviewLists *self, gboolean *any)
{
  const GramOverview *overview = self->reading->overview;
  gsize n_rows;
  const GramWorkRow *rows = gram_work_get_table (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 count = gram_overview_sum (overview->counts, rows[i].statuses, rows[i].attentions);
      GramWorkGroup group = gram_work_group_now (&rows[i], self->reading);
      GtkWidget *row;

      if (count == 0)
        continue;

      row = gram_work_row_new (&rows[i], count, self->reading);
      g_object_set_data (G_OBJECT (row), "gram-work", (gpointer)&rows[i]);
      g_signal_connect (row, "activated", G_CALLBACK (work_activated_cb), NULL);
      add_row (self, self->groups[group], row);
      any[group] = TRUE;
    }
}

void
gram_overview_lists_fill (GramOverviewLists *self,
                          GramSession *session,
                          GramOverviewReading *reading)
{
  gboolean any[GRAM_WORK_N_GROUPS] = { FALSE };

  g_return_if_fail (self != NULL && reading != NULL);

  clear_rows (self);
  gram_overview_lists_clear (self);
  self->session = session;
  self->reading = reading;
  self->news = gram_overview_news (reading);
  self->rows = g_ptr_array_new ();
  fill_news (self, any);
  fill_work (self, any);
  if (!any[GRAM_WORK_TO_DO])
    {
      add_row (self, self->groups[GRAM_WORK_TO_DO], gram_work_nothing_row_new (reading->overview));
      any[GRAM_WORK_TO_DO] = TRUE;
    }
  for (guint i = 0; i < GRAM_WORK_N_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), any[i]);
}

void
gram_overview_lists_clear (GramOverviewLists *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->reading, gram_overview_reading_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}
