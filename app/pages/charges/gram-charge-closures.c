/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-closures.h"

#include "gram-case-rules.h"
#include "gram-charge-texts.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Grams are kept in hundredths. */
#define GRAM_SCALE 2

static char *
charge_number (GObject *object, gboolean loading, gint64 id)
{
  return loading ? g_strdup ("") : gram_charge_dup_number (id);
}

static char *
charge_kind (GObject *object, gboolean loading, guint kind, int year)
{
  if (loading || kind == 0)
    return g_strdup ("");

  /* Translators: what a charge is of, and its obligation year */
  return g_strdup_printf (C_ ("charge", "%1$s %2$d"), gram_charge_kind_title ((GramChargeKind)kind),
                          year);
}

static char *
charge_count (GObject *object, gboolean loading, int count)
{
  return loading ? g_strdup ("") : gram_format_count (count);
}

static char *
charge_grams (GObject *object, gboolean loading, gint64 hundredths)
{
  return loading ? g_strdup ("") : gram_format_decimal (hundredths, GRAM_SCALE, GRAM_SCALE);
}

static char *
charge_money (GObject *object, gboolean loading, gint64 cents)
{
  return loading ? g_strdup ("") : gram_charge_dup_money (cents);
}

/* Nothing is a dash: what is still owed stands out. */
static char *
charge_open (GObject *object, gboolean loading, gint64 cents)
{
  if (loading)
    return g_strdup ("");

  return cents == 0 ? g_strdup ("–") : gram_charge_dup_money (cents);
}

static char *
charge_day (GObject *object, gboolean loading, const char *day)
{
  return loading ? g_strdup ("") : gram_format_date (day);
}

static char *
charge_account (GObject *object, gboolean loading, const char *holder, const char *number)
{
  g_autofree char *written = loading ? NULL : gram_format_account_number (number);

  /* Translators: a holder and the number of its account */
  return loading ? g_strdup ("") : g_strdup_printf (C_ ("charge", "%1$s · %2$s"), holder, written);
}

static char *
charge_standing (GObject *object,
                 gboolean loading,
                 guint state,
                 const char *due_on,
                 gint64 overdue_days)
{
  return loading ? g_strdup ("")
                 : gram_charge_dup_standing ((GramChargeState)state, due_on, overdue_days);
}

static guint
charge_urgency (GObject *object, gboolean loading, guint state)
{
  if (loading)
    return GRAM_CASE_URGENCY_NONE;

  return state == GRAM_CHARGE_OVERDUE ? GRAM_CASE_URGENCY_OVERDUE
         : state == GRAM_CHARGE_DUE   ? GRAM_CASE_URGENCY_LATER
                                      : GRAM_CASE_URGENCY_NONE;
}

/* The first line of a narrow row: what is owed, or was. */
static char *
charge_summary (GObject *object, gboolean loading, gint64 amount, gint64 outstanding)
{
  g_autofree char *all = loading ? NULL : gram_charge_dup_money (amount);
  g_autofree char *open = loading ? NULL : gram_charge_dup_money (outstanding);

  if (loading)
    return g_strdup ("");
  if (outstanding == 0 || outstanding == amount)
    return g_steal_pointer (&all);

  /* Translators: what is outstanding of a charge, and its amount */
  return g_strdup_printf (C_ ("charge", "%1$s of %2$s"), open, all);
}

/* The second: whose it is, where it stands among others, and what it is of. */
static char *
charge_line (GObject *object,
             gboolean loading,
             gint64 id,
             guint kind,
             int year,
             gboolean among_others,
             const char *holder,
             const char *number)
{
  g_autofree char *what = charge_kind (NULL, loading, kind, year);
  g_autofree char *account = charge_account (NULL, loading, holder, number);
  g_autofree char *own = gram_charge_dup_number (id);

  if (loading)
    return g_strdup ("");

  return among_others ? g_strdup_printf ("%s · %s", account, what)
                      : g_strdup_printf ("%s · %s", what, own);
}

/* What a screen reader reads of a row that stands among those of other accounts. */
static char *
dup_label (char *label, gboolean among_others, const char *holder, const char *number)
{
  g_autofree char *own = label;
  g_autofree char *account = charge_account (NULL, FALSE, holder, number);

  return among_others ? g_strdup_printf ("%s, %s", own, account) : g_steal_pointer (&own);
}

static char *
charge_row_label (GObject *object,
                  gboolean loading,
                  gint64 id,
                  guint kind,
                  int year,
                  gint64 amount,
                  gint64 outstanding,
                  guint state,
                  const char *due_on,
                  gint64 overdue_days,
                  gboolean among_others,
                  const char *holder,
                  const char *account)
{
  g_autofree char *number = gram_charge_dup_number (id);
  g_autofree char *what = charge_kind (NULL, loading, kind, year);
  g_autofree char *all = gram_charge_dup_money (amount);
  g_autofree char *open = gram_charge_dup_money (outstanding);
  g_autofree char *standing = NULL;

  if (loading || state == 0)
    return g_strdup (_ ("Loading"));

  standing = gram_charge_dup_standing ((GramChargeState)state, due_on, overdue_days);

  /* Translators: a row for a screen reader: number, what it is of, amount, what is outstanding, when it is due */
  return dup_label (g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s outstanding, %5$s"), number, what,
                                     all, open, standing),
                    among_others, holder, account);
}

static char *
payment_what (GObject *object, gboolean loading, guint kind, gint64 reverses, gint64 reversed_by)
{
  const GramPaymentRecord record
      = { .kind = (GramPaymentKind)kind, .reverses = reverses, .reversed_by = reversed_by };

  return loading || kind == 0 ? g_strdup ("") : gram_payment_dup_what (&record);
}

/* Money that went out has a minus sign. */
static char *
payment_amount (GObject *object, gboolean loading, guint kind, gint64 amount)
{
  gint64 cents = kind == GRAM_PAYMENT_RECEIVED ? amount : -ABS (amount);

  return loading ? g_strdup ("") : gram_charge_dup_money (cents);
}

static char *
dup_paid (const char *day, const char *reference)
{
  g_autofree char *paid = gram_format_date (day);

  if (reference == NULL || *reference == '\0')
    return g_steal_pointer (&paid);

  return g_strdup_printf ("%s · %s", paid, reference);
}

/* The second line of a narrow row: whose it is, where it stands among others, and when it was paid. */
static char *
payment_line (GObject *object,
              gboolean loading,
              const char *day,
              const char *reference,
              gboolean among_others,
              const char *holder,
              const char *number)
{
  g_autofree char *paid = loading ? NULL : dup_paid (day, among_others ? NULL : reference);
  g_autofree char *account = charge_account (NULL, loading, holder, number);

  if (loading)
    return g_strdup ("");

  return among_others ? g_strdup_printf ("%s · %s", account, paid) : g_steal_pointer (&paid);
}

static char *
payment_row_label (GObject *object,
                   gboolean loading,
                   gint64 id,
                   guint kind,
                   gint64 amount,
                   const char *day,
                   const char *reference,
                   gint64 reverses,
                   gint64 reversed_by,
                   gboolean among_others,
                   const char *holder,
                   const char *account)
{
  g_autofree char *number = gram_charge_dup_number (id);
  g_autofree char *what = payment_what (NULL, loading, kind, reverses, reversed_by);
  g_autofree char *money = payment_amount (NULL, loading, kind, amount);
  g_autofree char *line = loading ? NULL : dup_paid (day, reference);

  if (loading || kind == 0)
    return g_strdup (_ ("Loading"));

  /* Translators: a row for a screen reader: number, what it is, amount, when and with which reference */
  return dup_label (g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), number, what, money, line),
                    among_others, holder, account);
}

void
gram_charge_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, charge_number);
  gtk_widget_class_bind_template_callback (widget_class, charge_kind);
  gtk_widget_class_bind_template_callback (widget_class, charge_count);
  gtk_widget_class_bind_template_callback (widget_class, charge_grams);
  gtk_widget_class_bind_template_callback (widget_class, charge_money);
  gtk_widget_class_bind_template_callback (widget_class, charge_open);
  gtk_widget_class_bind_template_callback (widget_class, charge_day);
  gtk_widget_class_bind_template_callback (widget_class, charge_account);
  gtk_widget_class_bind_template_callback (widget_class, charge_standing);
  gtk_widget_class_bind_template_callback (widget_class, charge_urgency);
  gtk_widget_class_bind_template_callback (widget_class, charge_summary);
  gtk_widget_class_bind_template_callback (widget_class, charge_line);
  gtk_widget_class_bind_template_callback (widget_class, charge_row_label);
  gtk_widget_class_bind_template_callback (widget_class, payment_what);
  gtk_widget_class_bind_template_callback (widget_class, payment_amount);
  gtk_widget_class_bind_template_callback (widget_class, payment_line);
  gtk_widget_class_bind_template_callback (widget_class, payment_row_label);
}
