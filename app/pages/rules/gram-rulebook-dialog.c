/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-dialog.h"

#include "gram-decimal.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* A longer value stands behind its name, where it has the whole width. */
#define LONGEST_BESIDE 40

char *
gram_rulebook_figure_value (const GramRulebookFigure *figure)
{
  g_autofree char *value = NULL;

  if (!figure->known)
    return g_strdup (_ ("Not published"));

  value = figure->text != NULL
              ? g_strdup (figure->text)
              : gram_format_decimal (figure->amount, figure->scale, figure->decimals);
  if (figure->unit == NULL || *figure->unit == '\0')
    return g_steal_pointer (&value);

  return g_strdup_printf ("%s %s", value, figure->unit);
}

static GtkWidget *
value_label_new (const char *value)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Figures stay on one line; only words wrap. */
  gtk_label_set_wrap (GTK_LABEL (label), g_utf8_strlen (value, -1) > 24);

  return label;
}

/* A figure, where it is from, and whether anybody vouches for it. */
static GtkWidget *
figure_row_new (const GramRulebookFigure *figure)
{
  g_autofree char *value = gram_rulebook_figure_value (figure);
  /* Translators: name and value of a setting */
  g_autofree char *both = g_strdup_printf (_ ("%s: %s"), figure->title, value);
  gboolean beside = g_utf8_strlen (value, -1) <= LONGEST_BESIDE;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), beside ? figure->title : both);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), figure->source != NULL ? figure->source : "");
  if (!figure->verified)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_tooltip_text (icon, _ ("A setting that was not read in its source"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Not verified"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  if (beside)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), value_label_new (value));

  return row;
}

static GtkWidget *
figures_page_new (const GramRulebookRecord *record, const GramRulebook *rulebook)
{
  g_autoptr (GPtrArray) figures = gram_rulebook_figures (rulebook);
  g_autofree char *from = gram_format_date (record->valid_from);
  g_autofree char *description = NULL;
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const char *heading = NULL;

  /* Translators: %s is a date */
  description = g_strdup_printf (
      _ ("Valid from %s. A question mark stands beside a setting that was not read in its source; "
         "publish a newer rulebook to correct one."),
      from);
  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), description);
  for (guint i = 0; i < figures->len; i++)
    {
      const GramRulebookFigure *figure = figures->pdata[i];

      if (heading == NULL || !g_str_equal (heading, figure->group))
        {
          heading = figure->group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), figure_row_new (figure));
    }

  return page;
}

/* A rulebook that this program cannot read is shown as it is. */
GtkWidget *
gram_rulebook_failed_page_new (const GError *error)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This Rulebook Cannot Be Read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), error->message);

  return page;
}

AdwDialog *
gram_rulebook_dialog_new (const GramRulebookRecord *record)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  GtkWidget *toolbar_view;

  g_return_val_if_fail (record != NULL, NULL);

  rulebook = gram_rulebook_parse (record->content, -1, &error);
  toolbar_view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view),
                                rulebook != NULL ? figures_page_new (record, rulebook)
                                                 : gram_rulebook_failed_page_new (error));

  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, record->version);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, toolbar_view);

  return dialog;
}
