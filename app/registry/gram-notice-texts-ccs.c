/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-texts-private.h"

#include "gram-decimal.h"
#include "gram-units.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is told of credits, charges and payments of the Clean Car Standard. */

static char *
dup_credits (gint64 quantity)
{
  return gram_decimal_format_in_locale (quantity, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

static char *
dup_money (gint64 cents)
{
  return gram_decimal_format_in_locale (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
}

char *
_gram_notice_tell_transfer_offered (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);

  /* Translators: number of an account, an amount of credits, a day */
  return g_strdup_printf (_ ("Account %s offers %s credits; accept or decline them by %s"),
                          facts->label, credits, facts->day);
}

/* By the state that the transfer is in now: number of the account of the other holder, credits. */
static const struct
{
  const char *word;
  const char *sentence;
} decided[] = {
  { "accepted", N_ ("Account %s has accepted the transfer of %s credits") },
  { "declined", N_ ("Account %s has declined the transfer of %s credits; they can be used again") },
  { "cancelled", N_ ("Account %s has cancelled the transfer of %s credits") },
};

char *
_gram_notice_tell_transfer_decided (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);

  for (gsize i = 0; i < G_N_ELEMENTS (decided); i++)
    if (g_str_equal (decided[i].word, facts->state))
      {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_ (decided[i].sentence), facts->label, credits);
#pragma GCC diagnostic pop
      }
  /* Translators: number of an account, an amount of credits */
  return g_strdup_printf (_ ("The transfer with account %s of %s credits has changed"),
                          facts->label, credits);
}

char *
_gram_notice_tell_transfer_lapsed (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);

  /* Translators: an amount of credits, number of an account, a day */
  return g_strdup_printf (_ ("The transfer of %s credits with account %s has lapsed; it could be "
                             "accepted until %s"),
                          credits, facts->label, facts->day);
}

char *
_gram_notice_tell_credits_lapse_soon (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);

  /* Translators: an amount of credits, a year, a day */
  return g_strdup_printf (_ ("%s credits of %" PRId64 " lapse after %s; use or transfer them "
                             "until then"),
                          credits, facts->year, facts->day);
}

char *
_gram_notice_tell_credits_lapsed (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);

  /* Translators: an amount of credits, a year, a day */
  return g_strdup_printf (_ ("%s credits of %" PRId64 " have lapsed; their last day was %s"),
                          credits, facts->year, facts->day);
}

char *
_gram_notice_tell_charge_due (const GramNoticeFacts *facts)
{
  g_autofree char *amount = dup_money (facts->amount);

  /* Translators: an amount, a year, a day */
  return g_strdup_printf (_ ("$%s of the charges of %" PRId64 " are to be settled by %s"), amount,
                          facts->year, facts->day);
}

char *
_gram_notice_tell_charge_overdue (const GramNoticeFacts *facts)
{
  g_autofree char *amount = dup_money (facts->amount);

  /* Translators: an amount, a year, a day */
  return g_strdup_printf (_ ("$%s of the charges of %" PRId64 " are overdue; the last day was %s"),
                          amount, facts->year, facts->day);
}

char *
_gram_notice_tell_fleet_year (const GramNoticeFacts *facts)
{
  g_autofree char *credits = dup_credits (facts->quantity);
  g_autofree char *amount = dup_money (facts->amount);

  if (facts->amount != 0)
    /* Translators: a year, an amount, a day */
    return g_strdup_printf (_ ("The Fleet Average year %" PRId64
                               " is settled: $%s are to be settled by %s"),
                            facts->year, amount, facts->day);
  if (facts->quantity != 0)
    /* Translators: a year, an amount of credits */
    return g_strdup_printf (_ ("The Fleet Average year %" PRId64
                               " is settled: %s credits are earned"),
                            facts->year, credits);
  /* Translators: a year */
  return g_strdup_printf (_ ("The Fleet Average year %" PRId64
                             " is settled: there is nothing to pay"),
                          facts->year);
}

char *
_gram_notice_tell_borrowing_asked (const GramNoticeFacts *facts)
{
  /* Translators: number of an account, a year */
  return g_strdup_printf (_ ("Account %s asks to carry its shortfall of %" PRId64
                             " into the next year"),
                          facts->label, facts->year);
}

char *
_gram_notice_tell_borrowing_decided (const GramNoticeFacts *facts)
{
  if (g_str_equal (facts->state, "approved"))
    /* Translators: a year */
    return g_strdup_printf (_ ("The shortfall of %" PRId64 " is carried into the next year"),
                            facts->year);
  /* Translators: a year */
  return g_strdup_printf (_ ("The shortfall of %" PRId64
                             " is not carried into the next year; the charge stays due"),
                          facts->year);
}

char *
_gram_notice_tell_payment_recorded (const GramNoticeFacts *facts)
{
  g_autofree char *amount = dup_money (facts->amount);
  g_autofree char *pending = dup_money (facts->posted);

  if (g_str_equal (facts->state, "pay-back"))
    /* Translators: an amount */
    return g_strdup_printf (_ ("$%s that stood in favour have been paid back"), amount);
  if (g_str_equal (facts->state, "reversal"))
    /* Translators: two amounts */
    return g_strdup_printf (_ ("A payment of $%s is reversed; $%s are pending now"), amount,
                            pending);
  /* Translators: two amounts */
  return g_strdup_printf (_ ("A payment of $%s is recorded; $%s are pending now"), amount, pending);
}
