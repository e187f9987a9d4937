/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowances-page.h"

#include "gram-allowances-page-private.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-settle-dialog.h"
#include "gram-ways-dialog.h"

#include <glib/gi18n-lib.h>

#define ACTION "gram-allowance-action"

/* What the row of a verb says, in numbers. */
typedef char *(*Tell) (const GramAllowanceYear *year);

static char *
tell_surrender (const GramAllowanceYear *year)
{
  g_autofree char *iso = gram_date_format (year->surrender_by);
  g_autofree char *last = gram_format_date (iso);
  g_autofree char *count = gram_format_count (MIN (year->available, year->surrender_limit));

  /* Translators: a number of allowances, a date */
  return g_strdup_printf (_ ("Up to %s until %s"), count, last);
}

static char *
tell_convert (const GramAllowanceYear *year)
{
  g_autofree char *count = gram_format_count (year->crts.most.most);
  g_autofree char *gives = gram_format_count (year->crts.most.allowances);

  if (year->crts.most.most == 0)
    return g_strdup (year->crts.known
                         ? _ ("None can be converted; the tests below say why")
                         : _ ("Where the participant stands in the CRTS is not entered yet"));
  /* Translators: a number of CRTS allowances, the number of CCTS allowances that they give */
  return g_strdup_printf (_ ("Up to %s, which give %s"), count, gives);
}

static char *
tell_credits (const GramAllowanceYear *year)
{
  g_autofree char *count = NULL;

  if (!year->crts.known)
    return g_strdup (_ ("Where the participant stands in the CRTS is not entered yet"));
  if (year->crts.credit_cap < 0)
    return g_strdup (_ ("Art. 23 knows no conversion in this year"));
  count = gram_format_count (year->crts.credit_cap);
  /* Translators: %s is a number of credits */
  return g_strdup_printf (_ ("Up to %s credits by the cap of the year"), count);
}

static char *
tell_ways (const GramAllowanceYear *year)
{
  return g_strdup (_ ("Compare buying, converting, pooling and paying; nothing is posted"));
}

static char *
tell_vehicles (const GramAllowanceYear *year)
{
  g_autofree char *cars = gram_format_count (year->cars);

  /* Translators: %s is a number of cars */
  return g_strdup_printf (_ ("The activity is that of %s cars"), cars);
}

/* What can be done, in the order in which one thinks of it. */
static const struct
{
  const char *action;
  const char *command; /* NULL: whoever sees the page may */
  const char *title;
  Tell tell;
  GramSettlement settlement;
} verbs[] = {
  { "allowances.surrender", "allowance.surrender", N_ ("Surrender Allowances…"), tell_surrender,
    GRAM_SETTLEMENT_SURRENDER },
  { "allowances.convert", "conversion.request", N_ ("Convert CRTS Allowances…"), tell_convert,
    GRAM_SETTLEMENT_FROM_CRTS },
  { "allowances.to-crts", "conversion.to-crts", N_ ("Turn Into CRTS Credits…"), tell_credits,
    GRAM_SETTLEMENT_TO_CRTS },
  { "allowances.ways", NULL, N_ ("Ways Out of a Shortfall…"), tell_ways, 0 },
  { "allowances.vehicles", NULL, N_ ("Show the Cars of the Year"), tell_vehicles, 0 },
};

/* After the last day nothing of the year is surrendered or converted any more. */
static char *
dup_too_late (const GramAllowanceYear *year)
{
  g_autofree char *iso = gram_date_format (year->surrender_by);
  g_autofree char *last = gram_format_date (iso);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("The last day was %s (art. 37, 38)"), last);
}

static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramAllowancesPage *self = GRAM_ALLOWANCES_PAGE (widget);

  if (self->shown == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].action, name))
      adw_dialog_present (gram_settle_dialog_new (gram_page_get_session (GRAM_PAGE (self)),
                                                  verbs[i].settlement, self->shown),
                          widget);
}

static void
ways_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramAllowancesPage *self = GRAM_ALLOWANCES_PAGE (widget);

  if (self->shown != NULL)
    adw_dialog_present (gram_ways_dialog_new (gram_page_get_session (GRAM_PAGE (self)),
                                              self->shown->year),
                        widget);
}

static void
vehicles_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GramAllowancesPage *self = GRAM_ALLOWANCES_PAGE (widget);
  GramAccount *account = gram_session_get_account (gram_page_get_session (GRAM_PAGE (self)));

  if (self->shown != NULL && account != NULL)
    gtk_widget_activate_action (widget, "win.show-year-vehicles", "(si)",
                                gram_account_get_number (account), self->shown->year);
}

static GtkWidget *
find_row (GramAllowancesPage *self, guint verb)
{
  for (guint i = 0; i < self->verb_rows->len; i++)
    if (g_object_get_data (g_ptr_array_index (self->verb_rows, i), ACTION) == verbs[verb].action)
      return g_ptr_array_index (self->verb_rows, i);

  return NULL;
}

static GtkWidget *
add_row (GramAllowancesPage *self, guint verb)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (verbs[verb].title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), verbs[verb].action);
  g_object_set_data (G_OBJECT (row), ACTION, (gpointer)verbs[verb].action);
  gram_pressable_install (row);
  adw_preferences_group_add (self->actions_group, row);
  g_ptr_array_add (self->verb_rows, row);

  return row;
}

void
_gram_allowances_page_fill_actions (GramAllowancesPage *self)
{
  if (self->shown == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->actions_group),
                          self->shown->participant && !self->shown->closed);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GramPermit permit = { TRUE, NULL };
      GtkWidget *row = find_row (self, i);
      gboolean late = verbs[i].command != NULL && self->shown->days_left < 0;
      g_autofree char *subtitle = late ? dup_too_late (self->shown) : verbs[i].tell (self->shown);

      if (verbs[i].command != NULL)
        permit
            = gram_session_get_permit (gram_page_get_session (GRAM_PAGE (self)), verbs[i].command);
      if (row == NULL)
        row = add_row (self, i);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action, permit.allowed && !late);
      gtk_widget_set_tooltip_text (row, late ? subtitle : permit.reason);
    }
}

void
_gram_allowances_page_actions_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].command != NULL)
      gtk_widget_class_install_action (widget_class, verbs[i].action, NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "allowances.ways", NULL, ways_action);
  gtk_widget_class_install_action (widget_class, "allowances.vehicles", NULL, vehicles_action);
}
