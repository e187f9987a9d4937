/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allowance-texts.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define ACTIVITY_SCALE 3

char *
gram_allowance_dup_amount (gint64 thousandths)
{
  return gram_format_decimal (thousandths, ACTIVITY_SCALE, 0);
}

static char *
format_day (GramDate day)
{
  g_autofree char *iso = gram_date_format (day);

  return gram_format_date (iso);
}

static GramAllowanceStanding *
standing_new (const char *icon_name, const char *style, const char *title, char *sentence)
{
  GramAllowanceStanding *self = g_new0 (GramAllowanceStanding, 1);

  self->icon_name = icon_name;
  self->style = style;
  self->title = g_strdup (title);
  self->sentence = sentence;
  return self;
}

static GramAllowanceStanding *
member (const GramAllowanceYear *year)
{
  g_autofree char *number = gram_format_account_number (year->member_of);

  return standing_new (
      "gram-people-symbolic", NULL, _ ("Member of a pool"),
      /* Translators: %s is an account number */
      g_strdup_printf (_ ("The pool has its allowances, and accounts for its activity, in account "
                          "%s. What is shown here are the cars of this account alone."),
                       number));
}

static GramAllowanceStanding *
no_participant (const GramAllowanceYear *year)
{
  g_autofree char *cars = gram_format_count (year->cars);

  return standing_new (
      "dialog-information-symbolic", NULL,
      year->measured ? _ ("No participant of this year") : _ ("No participant so far"),
      /* Translators: %s is a number of cars */
      g_strdup_printf (_ ("Registered cars that are not zero-emission: %s. That is not enough to "
                          "take part (art. 32): nothing is allocated, and nothing has to be "
                          "accounted for."),
                       cars));
}

static GramAllowanceStanding *
over (const GramAllowanceYear *year)
{
  g_autofree char *missing = gram_allowance_dup_amount (year->shortfall);
  g_autofree char *money = gram_format_money (year->payment, "GBP");

  if (year->shortfall == 0)
    return standing_new ("object-select-symbolic", "success", _ ("Everything is accounted for"),
                         g_strdup (
                             _ ("The last day of surrender is over, and nothing is missing.")));
  if (!year->accounted)
    return standing_new (
        "dialog-warning-symbolic", "warning", _ ("The last day of surrender is over"),
        /* Translators: the first is a number of units, the second an amount of money */
        g_strdup_printf (_ ("Not accounted for: %s. The administrator will give notice of a "
                            "payment of %s."),
                         missing, money));
  return standing_new (
      "dialog-warning-symbolic", "error", _ ("A payment is due"),
      /* Translators: the first is a number of units, the second an amount of money */
      g_strdup_printf (_ ("Not accounted for: %s. The payment is %s (art. 39); the "
                          "payment notice says until when and how."),
                       missing, money));
}

/* Before and in the window: what to do about it. */
static char *
what_is_left (const GramAllowanceYear *year)
{
  g_autofree char *last = format_day (year->surrender_by);
  g_autofree char *missing = gram_allowance_dup_amount (year->shortfall_left);
  g_autofree char *money = gram_format_money (year->payment, "GBP");
  g_autofree char *to_do = gram_format_count (year->surrender_limit);

  if (year->shortfall_left > 0)
    return g_strdup_printf (
        /* Translators: number of units, a date, an amount of money */
        _ ("Even with all that is available %s will be missing. Buy, convert or pool until %s; "
           "else the payment is %s."),
        missing, last, money);
  if (year->surrender_limit > 0)
    /* Translators: number of allowances, a date */
    return g_strdup_printf (_ ("Surrender %s allowances until %s. What is left then lapses."),
                            to_do, last);
  return g_strdup (_ ("Everything is surrendered. What is left can be traded until the window "
                      "closes, and lapses then."));
}

static GramAllowanceStanding *
going (const GramAllowanceYear *year)
{
  gint64 days = year->window_in > 0 ? year->window_in : year->days_left;
  gboolean missing = year->shortfall_left > 0;
  g_autofree char *title = NULL;

  if (year->window_in > 0)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "The trading window opens in %" PRId64 " day",
                                          "The trading window opens in %" PRId64 " days",
                                          (gulong)days),
                             days);
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "The trading window is open: %" PRId64 " day left",
                                          "The trading window is open: %" PRId64 " days left",
                                          (gulong)days),
                             days);
  return standing_new (missing ? "dialog-warning-symbolic" : "object-select-symbolic",
                       missing ? "warning" : "success", title, what_is_left (year));
}

GramAllowanceStanding *
gram_allowance_standing_new (const GramAllowanceYear *year)
{
  g_return_val_if_fail (year != NULL, NULL);

  if (year->member_of != NULL && *year->member_of != '\0')
    return member (year);
  if (!year->participant)
    return no_participant (year);
  if (year->days_left < 0)
    return over (year);
  return going (year);
}

/* What is still to be paid, and until when. */
static char *
what_is_owed (const GramPaymentNoticeRow *notice)
{
  g_autofree char *left = gram_format_money (notice->left, "GBP");
  g_autofree char *amount = gram_format_money (notice->record->amount, "GBP");
  g_autofree char *due = gram_format_date (notice->record->due_on);

  switch (notice->state)
    {
    case GRAM_PAYMENT_NOTICE_OVERDUE:
      /* Translators: two amounts of money, a day */
      return g_strdup_printf (
          _ ("Still to be paid: %1$s of %2$s, which were due by %3$s (art. 39)."), left, amount,
          due);
    case GRAM_PAYMENT_NOTICE_APPEALED:
      return g_strdup_printf (
          /* Translators: two amounts of money */
          _ ("Not paid: %1$s of %2$s. Nothing is collected until the appeal has ended."), left,
          amount);
    case GRAM_PAYMENT_NOTICE_PAID:
      /* Translators: %s is an amount of money */
      return g_strdup_printf (_ ("The payment notice asked for %s, and all of it is paid."),
                              amount);
    case GRAM_PAYMENT_NOTICE_ISSUED:
    case GRAM_PAYMENT_NOTICE_PART_PAID:
    case GRAM_PAYMENT_NOTICE_WITHDRAWN:
    default:
      /* Translators: two amounts of money, a day */
      return g_strdup_printf (
          _ ("To be paid: %1$s of %2$s by %3$s (art. 39); the payment notice says how."), left,
          amount, due);
    }
}

GramAllowanceStanding *
gram_allowance_standing_new_notice (const GPtrArray *notices, const GramAllowanceYear *year)
{
  static const struct
  {
    GramPaymentNoticeState state;
    const char *icon_name;
    const char *style;
    const char *title;
  } stands[] = {
    { GRAM_PAYMENT_NOTICE_ISSUED, "dialog-warning-symbolic", "warning", N_ ("A payment is due") },
    { GRAM_PAYMENT_NOTICE_PART_PAID, "dialog-warning-symbolic", "warning",
      N_ ("A payment is due") },
    { GRAM_PAYMENT_NOTICE_OVERDUE, "dialog-error-symbolic", "error", N_ ("A payment is overdue") },
    { GRAM_PAYMENT_NOTICE_APPEALED, "content-loading-symbolic", NULL,
      N_ ("The payment notice is under appeal") },
    { GRAM_PAYMENT_NOTICE_PAID, "object-select-symbolic", "success", N_ ("The payment is made") },
  };

  g_return_val_if_fail (year != NULL, NULL);

  for (guint i = 0; year->notice_id != 0 && notices != NULL && i < notices->len; i++)
    {
      const GramPaymentNoticeRow *notice = g_ptr_array_index (notices, i);

      for (gsize k = 0; notice->record->id == year->notice_id && k < G_N_ELEMENTS (stands); k++)
        if (stands[k].state == notice->state)
          return standing_new (stands[k].icon_name, stands[k].style, _ (stands[k].title),
                               what_is_owed (notice));
    }
  return NULL;
}

void
gram_allowance_standing_show (const GramAllowanceStanding *self, GtkImage *icon)
{
  static const char *const styles[] = { "success", "warning", "error" };

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_IMAGE (icon));

  gtk_image_set_from_icon_name (icon, self->icon_name);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), styles[i]);
  if (self->style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (icon), self->style);
}

void
gram_allowance_standing_free (GramAllowanceStanding *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->sentence);
  g_free (self);
}

void
gram_allowance_books (const GramAllowanceYear *year, GramAllowanceBook books[GRAM_ALLOWANCE_BOOKS])
{
  const GramAllowanceBook lines[GRAM_ALLOWANCE_BOOKS] = {
    { _ ("Allocated"), year->allocated, "CCTS art. 34", TRUE, FALSE },
    { _ ("Made from CRTS allowances"), year->acquired, "CCTS art. 35", FALSE, FALSE },
    { _ ("Got by trades"), year->traded_in, "CCTS art. 37", FALSE, FALSE },
    { _ ("Given by trades"), -year->traded_out, "CCTS art. 37", FALSE, FALSE },
    { _ ("Promised in trades that are not registered"), -year->reserved, "CCTS art. 37", FALSE,
      FALSE },
    { _ ("Surrendered"), -year->surrendered, "CCTS art. 38, 40(a)", TRUE, FALSE },
    { _ ("Lapsed"), -year->lapsed, "CCTS art. 40(b)", FALSE, FALSE },
    { _ ("Turned into CRTS credits"), -year->converted, "CCTS art. 23, 40(c)", FALSE, FALSE },
    { _ ("Available"), year->available, "CCTS art. 33", TRUE, TRUE },
  };

  g_return_if_fail (year != NULL && books != NULL);

  for (guint i = 0; i < GRAM_ALLOWANCE_BOOKS; i++)
    books[i] = lines[i];
}
