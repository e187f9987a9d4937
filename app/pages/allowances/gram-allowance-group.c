/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowance-group.h"

#include "gram-allowance-chart.h"
#include "gram-allowance-texts.h"
#include "gram-failure.h"
#include "gram-legend.h"
#include "gram-pressable.h"
#include "gram-questions-allowances.h"
#include "gram-questions-payment-notices.h"

#include <glib/gi18n-lib.h>

struct _GramAllowanceGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  AdwActionRow *row;
  GtkImage *icon;
  GtkWidget *card;
  GramStepChart *chart;

  /* Owned References */
  GramAllowanceYear *year;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramAllowanceGroup, gram_allowance_group, ADW_TYPE_PREFERENCES_GROUP)

/* The oldest year that wants something comes before newer ones: its last day is the next one. */
static GramAllowanceYear *
steal_year (GPtrArray *years)
{
  for (guint i = years->len; i > 0; i--)
    {
      const GramAllowanceYear *year = g_ptr_array_index (years, i - 1);

      if (year->participant && !year->closed && (year->days_left >= 0 || year->shortfall > 0))
        return g_ptr_array_steal_index (years, i - 1);
    }
  return years->len > 0 ? g_ptr_array_steal_index (years, 0) : NULL;
}

static void
show_standing (GramAllowanceGroup *self, const GPtrArray *notices)
{
  g_autoptr (GramAllowanceStanding) standing
      = gram_allowance_standing_new_notice (notices, self->year);
  g_autofree char *title = g_strdup_printf (_ ("Allowances of %d"), self->year->year);

  if (standing == NULL)
    standing = gram_allowance_standing_new (self->year);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), standing->title);
  adw_action_row_set_subtitle (self->row, standing->sentence);
  gram_allowance_standing_show (standing, self->icon);
}

static void
days_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowanceGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days
      = gram_session_allowance_days_finish (GRAM_SESSION (object), result, NULL, &error);

  if (gram_failure_is_cancelled (error) || self->year == NULL)
    return;
  gtk_widget_set_visible (self->card,
                          days != NULL
                              && gram_allowance_chart_fill (self->chart, self->year, days));
}

static void
notices_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowanceGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices
      = gram_session_payment_notices_finish (GRAM_SESSION (object), result, NULL, &error);

  if (!gram_failure_is_cancelled (error) && self->year != NULL)
    show_standing (self, notices);
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAllowanceGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years
      = gram_session_allowance_years_finish (GRAM_SESSION (object), result, NULL, &error);

  if (gram_failure_is_cancelled (error))
    return;

  g_clear_pointer (&self->year, gram_allowance_year_free);
  if (years != NULL)
    self->year = steal_year (years);
  gtk_widget_set_visible (GTK_WIDGET (self), self->year != NULL);
  if (self->year == NULL)
    return;

  show_standing (self, NULL);
  if (self->year->notice_id != 0)
    gram_session_payment_notices_async (GRAM_SESSION (object), self->year->account_id,
                                        self->year->year, self->cancellable, notices_cb,
                                        g_object_ref (self));
  gram_session_allowance_days_async (GRAM_SESSION (object), 0, self->year->year, self->cancellable,
                                     days_cb, g_object_ref (self));
}

static void
gram_allowance_group_dispose (GObject *object)
{
  GramAllowanceGroup *self = (GramAllowanceGroup *)object;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->year, gram_allowance_year_free);

  G_OBJECT_CLASS (gram_allowance_group_parent_class)->dispose (object);
}

static void
gram_allowance_group_class_init (GramAllowanceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_allowance_group_dispose;
}

/* The chart with what its colours stand for. */
static GtkWidget *
card_new (GtkWidget *chart)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *legend = adw_wrap_box_new ();
  GtkWidget *parts[] = { chart, legend };

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (legend), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (legend), 0.5f);
  adw_wrap_box_append (ADW_WRAP_BOX (legend),
                       gram_legend_item_new (_ ("Activity of the cars registered so far"),
                                             "activity"));
  adw_wrap_box_append (ADW_WRAP_BOX (legend),
                       gram_legend_item_new (_ ("Allowances held or surrendered"), "allowances"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_set_margin_start (parts[i], 12);
      gtk_widget_set_margin_end (parts[i], 12);
      gtk_box_append (GTK_BOX (card), parts[i]);
    }
  gtk_widget_set_margin_top (chart, 12);
  gtk_widget_set_margin_bottom (legend, 12);
  gtk_widget_set_margin_top (card, 12);
  gtk_widget_add_css_class (card, "card");

  return card;
}

static void
gram_allowance_group_init (GramAllowanceGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->row = ADW_ACTION_ROW (row);
  self->icon = GTK_IMAGE (gtk_image_new ());
  adw_action_row_set_title_lines (self->row, 3);
  adw_action_row_set_subtitle_lines (self->row, 6);
  adw_action_row_add_prefix (self->row, GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (self->row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-allowances");
  gram_pressable_install (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  self->chart = GRAM_STEP_CHART (gram_step_chart_new ());
  self->card = card_new (GTK_WIDGET (self->chart));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->card);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
gram_allowance_group_refresh (GramAllowanceGroup *self,
                              GramSession *session,
                              GCancellable *cancellable)
{
  GramAccount *account;

  g_return_if_fail (GRAM_IS_ALLOWANCE_GROUP (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  account = gram_session_get_account (session);
  if (account == NULL || gram_account_get_kind (account) != GRAM_ACCOUNT_CCTS)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  g_set_object (&self->cancellable, cancellable);
  gram_session_allowance_years_async (session, cancellable, years_cb, g_object_ref (self));
}
