/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credits-page-private.h"

#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         GPtrArray *rows,
         const char *title,
         const char *subtitle,
         const char *amount)
{
  GtkWidget *row = gram_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return row;
}

/* What is close to its last day stands out, by a sign and in words. */
static void
warn (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lapses soon"), -1);
  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static char *
year_subtitle (const GramCreditYear *year)
{
  g_autofree char *day = gram_format_date (year->last_day);
  g_autofree char *reserved = gram_credit_dup_amount (year->reserved);

  if (year->reserved == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Last day %s"), day);
  /* Translators: %1$s is a day, %2$s an amount of credits */
  return g_strdup_printf (_ ("Last day %1$s; %2$s reserved in offers"), day, reserved);
}

static void
fill_years (GramCreditsPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->years_group), self->shown->years->len > 0);
  for (guint i = 0; i < self->shown->years->len; i++)
    {
      const GramCreditYear *year = self->shown->years->pdata[i];
      g_autofree char *title = gram_credit_dup_years (year->year, year->year);
      g_autofree char *subtitle = year_subtitle (year);
      g_autofree char *amount = gram_credit_dup_exact (year->available);
      GtkWidget *row = add_row (self->years_group, self->rows, title, subtitle, amount);

      if (year->warning != 0)
        warn (row);
    }
}

/* The calendar: a row a day on which credits lapse. */
static void
fill_lapses (GramCreditsPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lapses_group), self->shown->lapses->len > 0);
  for (guint i = 0; i < self->shown->lapses->len; i++)
    {
      const GramCreditLapse *lapse = self->shown->lapses->pdata[i];
      g_autofree char *title = gram_format_date (lapse->on);
      g_autofree char *years = gram_credit_dup_years (lapse->first_year, lapse->last_year);
      g_autofree char *days = gram_credit_dup_days_left (lapse->days_left);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", years, days);
      g_autofree char *amount = gram_credit_dup_exact (-lapse->credits);
      GtkWidget *row = add_row (self->lapses_group, self->rows, title, subtitle, amount);

      if (lapse->warning != 0)
        warn (row);
    }
}

void
_gram_credits_page_fill (GramCreditsPage *self)
{
  g_autoptr (GramCreditStanding) standing = gram_credit_standing_new (self->shown);
  const char *styles[] = { standing->style, NULL };

  gram_rows_clear (self->rows);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->standing_row), standing->title);
  adw_action_row_set_subtitle (self->standing_row, standing->sentence);
  gtk_image_set_from_icon_name (self->standing_icon, standing->icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->standing_icon), styles);
  for (guint i = 0; i < GRAM_CREDIT_N_TILES; i++)
    {
      g_autoptr (GramFigure) figure = gram_credit_figure_new ((GramCreditTile)i, self->shown);

      gram_figure_tile_set_figure (self->tiles[i], figure);
    }
  fill_years (self);
  fill_lapses (self);
  _gram_credits_page_fill_actions (self);
}

static void
transfer_cb (GtkWidget *row, GramCreditsPage *self)
{
  gram_credits_page_open_transfer (self, gram_row_get_id (row));
}

static void
add_transfer (GramCreditsPage *self, const GramCreditTransferRow *transfer)
{
  g_autofree char *title = gram_credit_transfer_dup_title (transfer);
  g_autofree char *subtitle = gram_credit_transfer_dup_standing (transfer);
  g_autofree char *amount = gram_credit_dup_signed (transfer->outgoing ? transfer->record->credits
                                                                       : transfer->record->received,
                                                    transfer->outgoing);
  GtkWidget *row = add_row (self->transfers_group, self->transfer_rows, title, subtitle, amount);
  GtkWidget *icon = gtk_image_new ();

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gram_credit_transfer_show_look (transfer->record->state, GTK_IMAGE (icon));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gram_row_set_id (row, transfer->id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (transfer_cb), G_OBJECT (self));
}

/* What waits for an answer comes first, one’s own before that of others; then the newest. */
static guint
urgency_of (const GramCreditTransferRow *transfer)
{
  if (transfer->record->state != GRAM_CREDIT_TRANSFER_OFFERED)
    return 2;
  return transfer->outgoing ? 1 : 0;
}

void
_gram_credits_page_fill_transfers (GramCreditsPage *self, const GPtrArray *transfers)
{
  gram_rows_clear (self->transfer_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->transfers_group),
                          transfers != NULL && transfers->len > 0);
  for (guint urgency = 0; urgency <= 2; urgency++)
    for (guint i = 0; transfers != NULL && i < transfers->len; i++)
      if (urgency_of (transfers->pdata[i]) == urgency)
        add_transfer (self, transfers->pdata[i]);
}

void
_gram_credits_page_fill_actions (GramCreditsPage *self)
{
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));
  const struct
  {
    AdwActionRow *row;
    const char *action;
    const char *command;
  } verbs[] = {
    { self->offer_row, "credits.offer", "transfer.offer" },
    { self->record_row, "credits.record", "transfer.record" },
  };

  gtk_widget_set_visible (GTK_WIDGET (self->record_row),
                          gram_session_get_kind (session) == GRAM_REGISTRY_OWN);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GramRefusal *refusal
          = self->shown != NULL ? gram_credits_get_refusal (self->shown, verbs[i].command) : NULL;

      gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action,
                                     self->shown != NULL && refusal == NULL);
      gtk_widget_set_tooltip_text (GTK_WIDGET (verbs[i].row),
                                   refusal != NULL ? refusal->message : NULL);
    }
}
