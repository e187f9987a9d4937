/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charges-view-private.h"

#include "gram-charge-texts.h"
#include "gram-failure.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

gboolean
gram_charges_is_front (GtkWidget *view)
{
  GtkWidget *stack;

  g_return_val_if_fail (GTK_IS_WIDGET (view), FALSE);

  stack = gtk_widget_get_ancestor (view, ADW_TYPE_VIEW_STACK);

  return stack == NULL || adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)) == view;
}

/* Since when, for how long, until when: only what is so. */
static char *
dup_sentence (const GramDashboard *standing)
{
  g_autofree char *overdue = gram_charge_dup_money (standing->overdue);
  g_autofree char *since = gram_format_date (standing->overdue_since);
  g_autofree char *days = gram_charge_dup_days (standing->overdue_days);
  g_autofree char *next = gram_format_date (standing->next_due_on);

  if (standing->n_overdue > 0 && standing->overdue == standing->outstanding)
    /* Translators: %1$s is a day, %2$s “19 days” */
    return g_strdup_printf (_ ("Overdue since %1$s, for %2$s"), since, days);
  if (standing->n_overdue > 0)
    /* Translators: %1$s is an amount of money, %2$s a day, %3$s “19 days” */
    return g_strdup_printf (_ ("Of it %1$s overdue since %2$s, for %3$s"), overdue, since, days);
  if (standing->outstanding > 0 && standing->next_due_on != NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Due on %s"), next);
  if (standing->outstanding > 0)
    return g_strdup (_ ("Nothing of it is overdue"));

  return g_strdup (_ ("Everything that was charged is settled"));
}

void
_gram_charges_view_show_standing (GramChargesView *self)
{
  const GramDashboard *standing = self->standing;
  gboolean visible = !self->all && standing != NULL && gtk_widget_get_visible (self->filter_box);
  g_autofree char *outstanding = NULL;
  g_autofree char *favour = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (self->standing_list, visible);
  if (!visible)
    return;

  outstanding = gram_charge_dup_money (standing->outstanding);
  favour = gram_charge_dup_money (standing->in_favour);
  sentence = dup_sentence (standing);
  /* Translators: %s is an amount of money */
  title = standing->outstanding > 0 ? g_strdup_printf (_ ("%s to pay"), outstanding)
                                    : g_strdup (_ ("Nothing to pay"));
  /* Translators: a sentence without a full stop, and an amount of money */
  subtitle = standing->in_favour > 0
                 ? g_strdup_printf (_ ("%1$s; %2$s stands in favour"), sentence, favour)
                 : g_strdup (sentence);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->standing_row), title);
  adw_action_row_set_subtitle (self->standing_row, subtitle);
  gram_charge_show_look (standing->n_overdue > 0     ? GRAM_CHARGE_OVERDUE
                         : standing->outstanding > 0 ? GRAM_CHARGE_DUE
                                                     : GRAM_CHARGE_SETTLED,
                         self->standing_icon);
  gtk_widget_set_visible (self->offset_button, standing->outstanding > 0);
}

static void
standing_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramChargesView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramDashboard *standing
      = gram_session_dashboard_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL)
    {
      gram_dashboard_unref (standing);
      return;
    }

  g_clear_pointer (&self->standing, gram_dashboard_unref);
  self->standing = standing;
  _gram_charges_view_show_standing (self);
}

void
_gram_charges_view_ask_standing (GramChargesView *self)
{
  gram_session_dashboard_async (self->session, self->cancellable, standing_cb, g_object_ref (self));
}
