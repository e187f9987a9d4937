/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-texts.h"

#include "gram-decimal.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Credits are kept in hundredths of a gram; what is whole is shown whole. */
#define SCALE 2
#define WHOLE 100

#define ARTICLE N_ ("Clean Car Standard: CO₂ account, credits (LTA 1998 s 178, s 183)")

char *
gram_credit_dup_amount (gint64 credits)
{
  return gram_format_decimal (credits, SCALE, credits % WHOLE != 0 ? SCALE : 0);
}

char *
gram_credit_dup_exact (gint64 credits)
{
  return gram_format_decimal (credits, SCALE, SCALE);
}

char *
gram_credit_dup_signed (gint64 credits, gboolean outgoing)
{
  g_autofree char *amount = gram_credit_dup_amount (credits);

  return g_strconcat (outgoing ? "−" : "+", amount, NULL);
}

char *
gram_credit_dup_of_kind (gint64 credits, GramAccountKind kind)
{
  g_autofree char *amount = gram_credit_dup_amount (credits);

  return g_strdup_printf (kind == GRAM_ACCOUNT_CCS_NEW
                              /* Translators: %s is a number */
                              ? _ ("%s credits of new vehicles")
                              /* Translators: %s is a number */
                              : _ ("%s credits of used vehicles"),
                          amount);
}

char *
gram_credit_dup_days_left (gint64 days_left)
{
  g_autofree char *count = gram_format_count (days_left);

  if (days_left == 0)
    return g_strdup (_ ("Today is the last day"));
  return g_strdup_printf (ngettext ("%s day left", "%s days left", (gulong)days_left), count);
}

char *
gram_credit_dup_years (int first, int last)
{
  if (first == last)
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("Credits of %d"), first);
  /* Translators: %1$d and %2$d are years */
  return g_strdup_printf (_ ("Credits of %1$d to %2$d"), first, last);
}

char *
gram_credit_transfer_dup_title (const GramCreditTransferRow *row)
{
  return g_strdup_printf (row->outgoing
                              /* Translators: credits go to; %s is a holder */
                              ? C_ ("transfer", "To %s")
                              /* Translators: credits come from; %s is a holder */
                              : C_ ("transfer", "From %s"),
                          row->other_name);
}

char *
gram_credit_transfer_dup_standing (const GramCreditTransferRow *row)
{
  const char *title = gram_credit_transfer_state_title (row->record->state);
  g_autofree char *when
      = row->record->state == GRAM_CREDIT_TRANSFER_OFFERED
            ? gram_credit_dup_days_left (row->days_left)
            : gram_format_day_of_instant (row->record->ended_at != 0 ? row->record->ended_at
                                                                     : row->record->offered_at);

  /* Translators: where a transfer of credits stands, and since when or for how long */
  return g_strdup_printf (_ ("%1$s; %2$s"), title, when);
}

static char *
sentence_offered (const GramCreditTransferRow *row)
{
  g_autofree char *day = gram_format_date (row->record->lapses_on);

  if (row->outgoing)
    /* Translators: %s is a day */
    return g_strdup_printf (
        _ ("The credits are reserved. The other holder can accept until %s; until then you can cancel."),
        day);
  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Accept or decline it until %s; after that the offer lapses."), day);
}

char *
gram_credit_transfer_dup_sentence (const GramCreditTransferRow *row)
{
  switch (row->record->state)
    {
    case GRAM_CREDIT_TRANSFER_OFFERED:
      return sentence_offered (row);
    case GRAM_CREDIT_TRANSFER_ACCEPTED:
      return g_strdup (row->outgoing ? _ ("The credits went over to the other holder.")
                                     : _ ("The credits are in the account."));
    case GRAM_CREDIT_TRANSFER_DECLINED:
      return g_strdup (row->outgoing ? _ ("The other holder declined; the credits are free again.")
                                     : _ ("The offer was declined; nothing came over."));
    case GRAM_CREDIT_TRANSFER_CANCELLED:
      return g_strdup (row->outgoing ? _ ("The offer was cancelled; the credits are free again.")
                                     : _ ("The other holder cancelled the offer."));
    case GRAM_CREDIT_TRANSFER_LAPSED:
    default:
      return g_strdup (row->outgoing ? _ ("Nobody accepted in time; the credits are free again.")
                                     : _ ("The offer was not accepted in time."));
    }
}

char *
gram_credit_transfer_dup_line (const GramCreditTransferDetail *detail, guint at)
{
  const GramCreditTransferRecord *record = detail->row->record;
  const GramCreditTransferLine *line = &g_array_index (detail->lines, GramCreditTransferLine, at);
  g_autofree char *given = gram_credit_dup_amount (line->credits);
  g_autofree char *received = gram_credit_dup_amount (line->received);
  g_autofree char *day = gram_format_date (detail->last_days[at]);
  g_autofree char *both
      = record->from_kind == GRAM_ACCOUNT_CCS_NEW
            /* Translators: credits of new vehicles become such of used ones; both are amounts */
            ? g_strdup_printf (_ ("%1$s new → %2$s used"), given, received)
            /* Translators: credits of used vehicles become such of new ones; both are amounts */
            : g_strdup_printf (_ ("%1$s used → %2$s new"), given, received);

  /* Translators: %1$s is what goes over of a year, %2$s a day */
  return g_strdup_printf (_ ("%1$s, last day %2$s"),
                          record->from_kind == record->to_kind ? given : both, day);
}

static const struct
{
  GramCreditTransferState state;
  const char *icon_name;
  const char *style; /* NULL plain */
} looks[] = {
  { GRAM_CREDIT_TRANSFER_OFFERED, "alarm-symbolic", "accent" },
  { GRAM_CREDIT_TRANSFER_ACCEPTED, "object-select-symbolic", "success" },
  { GRAM_CREDIT_TRANSFER_DECLINED, "window-close-symbolic", "error" },
  { GRAM_CREDIT_TRANSFER_CANCELLED, "edit-undo-symbolic", "dimmed" },
  { GRAM_CREDIT_TRANSFER_LAPSED, "window-close-symbolic", "dimmed" },
};

void
gram_credit_transfer_show_look (GramCreditTransferState state, GtkImage *image)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const char *styles[] = { looks[i].style, NULL };

      if (looks[i].state != state)
        continue;
      gtk_image_set_from_icon_name (image, looks[i].icon_name);
      gtk_widget_set_css_classes (GTK_WIDGET (image), styles);
    }
}

static void
add_year (GramFigure *figure, int year, gint64 credits)
{
  g_autofree char *title = gram_credit_dup_years (year, year);
  g_autofree char *amount = gram_credit_dup_exact (credits);

  if (credits != 0)
    gram_figure_add_input (figure, title, amount);
}

static GramFigure *
lapse_figure_new (const GramCredits *credits)
{
  const GramCreditLapse *lapse = credits->lapses->len > 0 ? credits->lapses->pdata[0] : NULL;
  g_autofree char *value = lapse != NULL ? gram_format_date (lapse->on) : g_strdup ("–");
  GramFigure *figure = gram_figure_new (_ ("Next Lapse"), value, NULL);

  for (guint i = 0; lapse != NULL && i < credits->years->len; i++)
    {
      const GramCreditYear *year = credits->years->pdata[i];

      if (g_str_equal (year->last_day, lapse->on))
        add_year (figure, year->year, year->available + year->reserved);
    }
  gram_figure_set_formula (
      figure,
      _ ("Credits of a year last for the years that the rulebook gives them, and never lapse before the day "
         "that it names; they lapse at the end of that day. Transferred credits keep their year."));
  gram_figure_set_article (
      figure,
      _ ("Clean Car Standard: life of credits (amendment of 2025; the way years are counted is a setting)"));

  return figure;
}

GramFigure *
gram_credit_figure_new (GramCreditTile tile, const GramCredits *credits)
{
  gboolean reserved = tile == GRAM_CREDIT_TILE_RESERVED;
  g_autofree char *value = NULL;
  GramFigure *figure;

  if (tile == GRAM_CREDIT_TILE_LAPSES)
    return lapse_figure_new (credits);

  value = gram_credit_dup_exact (reserved ? credits->reserved : credits->available);
  figure = gram_figure_new (reserved ? _ ("Reserved in Offers") : _ ("Available Credits"), value,
                            _ ("g"));
  for (guint i = 0; i < credits->years->len; i++)
    {
      const GramCreditYear *year = credits->years->pdata[i];

      add_year (figure, year->year, reserved ? year->reserved : year->available);
    }
  gram_figure_set_formula (
      figure,
      reserved
          ? _ ("What is promised in transfers that wait for the other holder, added up over the years of origin.")
          : _ ("What the account holds and has not promised to anybody, added up over the years of origin. One credit "
               "offsets one gram over a target."));
  gram_figure_set_article (figure, _ (ARTICLE));

  return figure;
}

static GramCreditStanding *
standing_new (char *title, char *sentence, const char *icon_name, const char *style)
{
  GramCreditStanding *self = g_new0 (GramCreditStanding, 1);

  self->title = title;
  self->sentence = sentence;
  self->icon_name = icon_name;
  self->style = style;

  return self;
}

static char *
lapse_sentence (const GramCreditLapse *lapse)
{
  g_autofree char *amount = gram_credit_dup_amount (lapse->credits);
  g_autofree char *day = gram_format_date (lapse->on);

  /* Translators: %1$s is an amount of credits, %2$s a day */
  return g_strdup_printf (_ ("%1$s credits lapse at the end of %2$s unless they are used before"),
                          amount, day);
}

GramCreditStanding *
gram_credit_standing_new (const GramCredits *credits)
{
  const GramCreditLapse *lapse = credits->lapses->len > 0 ? credits->lapses->pdata[0] : NULL;
  g_autofree char *offers = gram_format_count (credits->to_accept);
  g_autofree char *amount = gram_credit_dup_amount (credits->available);

  if (credits->to_accept > 0)
    return standing_new (g_strdup_printf (ngettext ("%s offer waits for your answer",
                                                    "%s offers wait for your answer",
                                                    (gulong)credits->to_accept),
                                          offers),
                         g_strdup (_ ("Open it below to accept or to decline it")),
                         "alarm-symbolic", "accent");
  if (lapse != NULL && lapse->warning != 0)
    return standing_new (gram_credit_dup_days_left (lapse->days_left), lapse_sentence (lapse),
                         "dialog-warning-symbolic", "warning");
  if (credits->years->len == 0)
    return standing_new (
        g_strdup (_ ("No credits yet")),
        g_strdup (_ (
            "Vehicles below their target earn credits when they are accepted; under Fleet Average it is the year as a "
            "whole. Credits can also come from another holder.")),
        "gram-credit-symbolic", "dimmed");
  return standing_new (
      /* Translators: %s is an amount of credits */
      g_strdup_printf (_ ("%s credits can be used"), amount), lapse_sentence (lapse),
      "object-select-symbolic", "success");
}

void
gram_credit_standing_free (GramCreditStanding *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->sentence);
  g_free (self);
}
