/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-texts.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Grams and credits are kept in hundredths. */
#define GRAM_SCALE 2

char *
gram_charge_dup_number (gint64 id)
{
  return g_strdup_printf ("#%" PRId64, id);
}

char *
gram_charge_dup_money (gint64 cents)
{
  return gram_format_money (cents, "NZD");
}

char *
gram_charge_dup_grams (gint64 hundredths)
{
  g_autofree char *figure = gram_format_decimal (hundredths, GRAM_SCALE, GRAM_SCALE);

  /* Translators: an amount of credits, or of grams over the target */
  return g_strdup_printf (_ ("%s g"), figure);
}

char *
gram_charge_dup_vehicles (gint64 vehicles)
{
  g_autofree char *count = gram_format_count (vehicles);

  return g_strdup_printf (ngettext ("%s vehicle", "%s vehicles", (gulong)vehicles), count);
}

char *
gram_charge_dup_days (gint64 days)
{
  g_autofree char *count = gram_format_count (days);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong)days), count);
}

char *
gram_charge_dup_standing (GramChargeState state, const char *due_on, gint64 overdue_days)
{
  g_autofree char *count = gram_format_count (overdue_days);
  g_autofree char *day = gram_format_date (due_on);

  switch (state)
    {
    case GRAM_CHARGE_OVERDUE:
      return g_strdup_printf (ngettext ("Overdue for %s day", "Overdue for %s days",
                                        (gulong)overdue_days),
                              count);
    case GRAM_CHARGE_DUE:
      /* Translators: the last day to pay a charge; %s is a day */
      return g_strdup_printf (_ ("Due on %s"), day);
    case GRAM_CHARGE_SETTLED:
    default:
      return g_strdup (gram_charge_state_title (GRAM_CHARGE_SETTLED));
    }
}

char *
gram_charge_dup_sentence (const GramChargeDetail *detail)
{
  const GramChargeRecord *record = detail->row->record;
  g_autofree char *outstanding = gram_charge_dup_money (record->outstanding);
  g_autofree char *day = gram_format_date (record->due_on);
  g_autofree char *settled = gram_format_date (record->settled_on);
  g_autofree char *days = gram_charge_dup_days (detail->row->overdue_days);

  switch (detail->row->state)
    {
    case GRAM_CHARGE_OVERDUE:
      /* Translators: %1$s is an amount of money, %2$s a day, %3$s “19 days” */
      return g_strdup_printf (_ ("%1$s was due on %2$s; that was %3$s ago."), outstanding, day,
                              days);
    case GRAM_CHARGE_DUE:
      /* Translators: %1$s is an amount of money, %2$s a day */
      return g_strdup_printf (_ ("%1$s is to be paid by %2$s."), outstanding, day);
    case GRAM_CHARGE_SETTLED:
    default:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Nothing is owed by it since %s."), settled);
    }
}

char *
gram_charge_dup_reckoning (const GramChargeRecord *record)
{
  g_autofree char *grams = gram_charge_dup_grams (record->grams);
  g_autofree char *rate = gram_charge_dup_money (record->rate);
  g_autofree char *amount = gram_charge_dup_money (record->amount);

  if (record->grams == 0)
    return g_strdup (
        _ ("Carried over from before charges were kept one by one; payable in money."));
  if (record->vehicles > 1 && record->kind == GRAM_CHARGE_PAYG)
    /* Translators: grams, an amount of money for each gram, an amount of money in all */
    return g_strdup_printf (
        _ ("%1$s over target at %2$s a gram, of each vehicle to the cent, are %3$s."), grams, rate,
        amount);

  /* Translators: grams, an amount of money for each gram, an amount of money in all */
  return g_strdup_printf (_ ("%1$s at %2$s a gram, to the cent, are %3$s."), grams, rate, amount);
}

static char *
credit_title (const GramChargeSettlementRecord *settlement, const char *value)
{
  g_autofree char *credits = gram_format_decimal (ABS (settlement->credits), GRAM_SCALE, 0);

  if (settlement->value < 0 || settlement->credits < 0)
    /* Translators: an amount of credits, a year, an amount of money */
    return g_strdup_printf (_ ("%1$s credits of %2$d were given back; %3$s is open again"), credits,
                            settlement->year, value);

  /* Translators: an amount of credits, a year, an amount of money */
  return g_strdup_printf (_ ("%1$s credits of %2$d discharged %3$s"), credits, settlement->year,
                          value);
}

static char *
carry_title (const GramChargeSettlementRecord *settlement, const char *value)
{
  g_autofree char *grams = gram_charge_dup_grams (ABS (settlement->grams));

  if (settlement->value < 0)
    /* Translators: an amount of money, grams */
    return g_strdup_printf (_ ("%1$s for %2$s is not borrowed any more"), value, grams);

  /* Translators: an amount of money, grams */
  return g_strdup_printf (_ ("%1$s for %2$s is borrowed: carried into the next year"), value,
                          grams);
}

/* What takes money off a charge, and what opens it again; %s is an amount of money. */
static const struct
{
  GramChargeSettlementKind kind;
  const char *settled;
  const char *opened;
} sentences[] = {
  { GRAM_CHARGE_SETTLEMENT_MONEY, N_ ("%s was paid"),
    N_ ("A payment was taken back; %s is open again") },
  { GRAM_CHARGE_SETTLEMENT_IN_FAVOUR, N_ ("%s of what stood in favour was used"),
    N_ ("%s stands in favour again") },
  { GRAM_CHARGE_SETTLEMENT_CORRECTION, N_ ("A correction: %s is not owed any more"),
    N_ ("A correction: %s is owed again") },
  { GRAM_CHARGE_SETTLEMENT_BEFORE, N_ ("%s was paid before charges were kept one by one"),
    N_ ("%s of what was paid earlier is open again") },
};

char *
gram_charge_settlement_dup_title (const GramChargeSettlementRecord *settlement)
{
  g_autofree char *value = gram_charge_dup_money (ABS (settlement->value));

  if (settlement->kind == GRAM_CHARGE_SETTLEMENT_CREDIT)
    return credit_title (settlement, value);
  if (settlement->kind == GRAM_CHARGE_SETTLEMENT_CARRY)
    return carry_title (settlement, value);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].kind == settlement->kind)
      {
        const char *format = settlement->value < 0 ? sentences[i].opened : sentences[i].settled;
        g_auto (GStrv) parts = g_strsplit (_ (format), "%s", 2);

        return g_strjoinv (value, parts);
      }

  g_return_val_if_reached (g_strdup (""));
}

char *
gram_charge_settlement_dup_subtitle (const GramChargeSettlementRecord *settlement)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = gram_format_date (settlement->settled_on);

  g_string_append (text, day);
  if (settlement->person != NULL && *settlement->person != '\0')
    g_string_append_printf (text, " · %s", settlement->person);
  if (settlement->reference != NULL && *settlement->reference != '\0')
    g_string_append_printf (text, " · %s", settlement->reference);

  return g_string_free_and_steal (text);
}

static const struct
{
  GramChargeState state;
  const char *icon_name;
  const char *style;
} looks[] = {
  { GRAM_CHARGE_DUE, "alarm-symbolic", "accent" },
  { GRAM_CHARGE_OVERDUE, "dialog-warning-symbolic", "error" },
  { GRAM_CHARGE_SETTLED, "object-select-symbolic", "success" },
};

void
gram_charge_show_look (GramChargeState state, GtkImage *image)
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

char *
gram_payment_dup_what (const GramPaymentRecord *record)
{
  const char *title = gram_payment_kind_title (record->kind);
  g_autofree char *other
      = gram_charge_dup_number (record->reverses != 0 ? record->reverses : record->reversed_by);

  if (record->reverses != 0)
    /* Translators: %1$s is “Reversal”, %2$s the number of a payment */
    return g_strdup_printf (C_ ("payment", "%1$s of %2$s"), title, other);
  if (record->reversed_by != 0)
    /* Translators: %1$s is “Payment”, %2$s the number of its reversal */
    return g_strdup_printf (C_ ("payment", "%1$s, reversed by %2$s"), title, other);

  return g_strdup (title);
}
