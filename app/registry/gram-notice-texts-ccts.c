/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-texts-private.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is told of a scheme year, a trade, a payment notice and a pool. */

static char *
dup_allowances (gint64 quantity)
{
  g_autofree char *number = gram_decimal_format_in_locale (quantity, 0, 0);

  return g_strdup_printf (ngettext ("%s allowance", "%s allowances",
                                    _gram_notice_plural (quantity)),
                          number);
}

/* A notification that the recipient has, or none: then nothing is known but the year. */
char *
_gram_notice_tell_trade_waiting (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  if (facts->quantity == 0)
    /* Translators: a scheme year */
    return g_strdup_printf (_ ("This account is named in a trade of %" PRId64
                               "; notify it too if it has taken place"),
                            facts->year);
  /* Translators: “30 000 allowances”, a scheme year */
  return g_strdup_printf (_ ("The trade of %s of %" PRId64
                             " waits for the notification of the other party"),
                          allowances, facts->year);
}

char *
_gram_notice_tell_trade_differs (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  /* Translators: “30 000 allowances”, a scheme year */
  return g_strdup_printf (_ ("Your trade of %s of %" PRId64
                             " differs from what the other party notified; compare and amend it"),
                          allowances, facts->year);
}

char *
_gram_notice_tell_trade_matched (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  /* Translators: “30 000 allowances”, a scheme year */
  return g_strdup_printf (_ ("Both parties have notified the same trade of %s of %" PRId64),
                          allowances, facts->year);
}

char *
_gram_notice_tell_trade_decided (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  if (g_str_equal (facts->state, "refused"))
    /* Translators: “30 000 allowances”, a scheme year */
    return g_strdup_printf (_ ("The trade of %s of %" PRId64
                               " was refused; it is treated as not having taken place"),
                            allowances, facts->year);
  /* Translators: “30 000 allowances”, a scheme year */
  return g_strdup_printf (_ ("The trade of %s of %" PRId64 " is registered"), allowances,
                          facts->year);
}

char *
_gram_notice_tell_trade_void (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  if (facts->quantity == 0)
    /* Translators: a scheme year */
    return g_strdup_printf (_ ("The trading window of %" PRId64
                               " has ended with notifications that nothing matches"),
                            facts->year);
  /* Translators: “30 000 allowances”, a scheme year */
  return g_strdup_printf (_ ("The trade of %s of %" PRId64
                             " is treated as not having taken place: the window has ended"),
                          allowances, facts->year);
}

char *
_gram_notice_tell_allocation (const GramNoticeFacts *facts)
{
  g_autofree char *allowances = dup_allowances (facts->quantity);

  if (facts->posted == facts->quantity)
    /* Translators: “30 000 allowances”, a scheme year */
    return g_strdup_printf (_ ("%s of %" PRId64 " are allocated"), allowances, facts->year);
  /* Translators: a scheme year, “30 000 allowances” */
  return g_strdup_printf (_ ("The allocation of %" PRId64 " is corrected to %s"), facts->year,
                          allowances);
}

char *
_gram_notice_tell_payment (const GramNoticeFacts *facts)
{
  g_autofree char *amount
      = gram_decimal_format_in_locale (facts->amount, GRAM_DECIMAL_SCALE_MONEY, 2);

  if (facts->amount == 0)
    /* Translators: number of a payment notice */
    return g_strdup_printf (_ ("Payment notice %s is withdrawn"), facts->label);
  /* Translators: number of a payment notice, an amount, a day */
  return g_strdup_printf (_ ("Payment notice %s is given: £%s, payable by %s"), facts->label,
                          amount, facts->day);
}

char *
_gram_notice_tell_overdue (const GramNoticeFacts *facts)
{
  g_autofree char *amount
      = gram_decimal_format_in_locale (facts->amount, GRAM_DECIMAL_SCALE_MONEY, 2);

  /* Translators: number of a payment notice, a day, an amount */
  return g_strdup_printf (_ ("Payment notice %s is overdue since %s: £%s are owed"), facts->label,
                          facts->day, amount);
}

char *
_gram_notice_tell_pool_asked (const GramNoticeFacts *facts)
{
  if (g_str_equal (facts->state, "applied"))
    /* Translators: name of a pool */
    return g_strdup_printf (_ ("All members have agreed to the pool “%s”; it waits for a decision"),
                            facts->label);
  /* Translators: name of a pool */
  return g_strdup_printf (_ ("The pool “%s” names this account as a member; agree, or withdraw"),
                          facts->label);
}

/* By the state that the pool is in now. */
static const struct
{
  const char *word;
  const char *sentence;
} pools[] = {
  { "granted", N_ ("The pool “%s” is granted") },
  { "declined", N_ ("The pool “%s” is declined") },
  { "withdrawn", N_ ("The pool “%s” is withdrawn") },
  { "ended", N_ ("The pool “%s” has ended") },
};

char *
_gram_notice_tell_pool_decided (const GramNoticeFacts *facts)
{
  g_autoptr (GString) sentence = g_string_new (_ ("The pool “%s” has changed"));

  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    if (g_str_equal (pools[i].word, facts->state))
      g_string_assign (sentence, _ (pools[i].sentence));
  g_string_replace (sentence, "%s", facts->label, 1);
  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

char *
_gram_notice_tell_window_opens (const GramNoticeFacts *facts)
{
  /* Translators: a scheme year, a day */
  return g_strdup_printf (_ ("The trading window of %" PRId64 " opened on %s"), facts->year,
                          facts->day);
}

char *
_gram_notice_tell_window_closes (const GramNoticeFacts *facts)
{
  /* Translators: a scheme year, a day */
  return g_strdup_printf (_ ("The trading window of %" PRId64
                             " closes on %s; nothing is traded, converted or surrendered after it"),
                          facts->year, facts->day);
}
