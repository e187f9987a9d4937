/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-posting-sentences.h"

#include "gram-units.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* The first row that fits says it. An empty role or unit fits any; the sign is that of the amount, 0 any. */
typedef struct
{
  const char *meaning;
  const char *role;
  const char *unit;
  int sign;
  const char *sentence;
  const char *with_other; /* with %s, the other party; NULL: never said */
} Row;

#define RESERVED "reserved"
#define CHARGES "charges"
#define FAVOUR "in-favour"
#define CREDITS "ccs-credit/"

static const Row rows[] = {
  { "carry-in", "", "", 0, N_ ("Carried in from before Gram"), NULL },
  { "deletion", "", "", 0, N_ ("Deleted with the closing of the account"), NULL },
  { "allocation", "", "", 1, N_ ("Allocated"), NULL },
  { "allocation", "", "", -1, N_ ("Allocation corrected"), NULL },
  { "acceptance", CHARGES, "", 0, N_ ("Charge for vehicles that were accepted"), NULL },
  { "acceptance", "", "", 0, N_ ("Credits for vehicles that were accepted"), NULL },
  { "trade", "", "", 1, N_ ("Got in a trade"), N_ ("Got in a trade with %s") },
  { "trade", "", "", -1, N_ ("Given in a trade"), N_ ("Given in a trade with %s") },
  { "transfer", "", "", 1, N_ ("Got by transfer"), N_ ("Transferred from %s") },
  { "transfer", "", "", -1, N_ ("Given by transfer"), N_ ("Transferred to %s") },
  { "reserve", "", CREDITS, 0, N_ ("Reserved for a transfer"),
    N_ ("Reserved for a transfer to %s") },
  { "reserve", "", "", 0, N_ ("Reserved for a trade"), N_ ("Reserved for a trade with %s") },
  { "release", "", CREDITS, 0, N_ ("Released: the transfer did not come about"),
    N_ ("Released: the transfer to %s did not come about") },
  { "release", "", "", 0, N_ ("Released: the trade did not come about"),
    N_ ("Released: the trade with %s did not come about") },
  { "lapse", "", CREDITS, 0, N_ ("Lapsed at the end of their last day"), NULL },
  { "lapse", "", "", 0, N_ ("Lapsed with their scheme year"), NULL },
  { "offset", CHARGES, "", 0, N_ ("Charges paid with credits"), NULL },
  { "offset", "", "", 0, N_ ("Set off against charges"), NULL },
  { "payment", FAVOUR, "", 1, N_ ("Paid more than was owed; it stands in favour"), NULL },
  { "payment", "", "", 0, N_ ("Paid"), NULL },
  { "payment-reversal", FAVOUR, "", 0, N_ ("Payment reversed: it does not stand in favour"), NULL },
  { "payment-reversal", "", "", 0, N_ ("Payment reversed: it is owed again"), NULL },
  { "in-favour", FAVOUR, "", 1, N_ ("In favour again: the charges that it paid are open again"),
    NULL },
  { "in-favour", CHARGES, "", 1,
    N_ ("Owed again: the payment behind the amount in favour was reversed"), NULL },
  { "in-favour", FAVOUR, "", -1, N_ ("Amount in favour used for charges"), NULL },
  { "in-favour", "", "", 0, N_ ("Charges paid with the amount in favour"), NULL },
  { "pay-back", "", "", 0, N_ ("Amount in favour paid back"), NULL },
  { "fleet-average", CHARGES, "", 1, N_ ("Charge for a Fleet Average year"), NULL },
  { "fleet-average", CHARGES, "", -1, N_ ("Charge for a Fleet Average year taken back"), NULL },
  { "fleet-average", FAVOUR, "", 0, N_ ("Paid for a Fleet Average year and not owed any more"),
    NULL },
  { "fleet-average", "", "", 1, N_ ("Credits for a Fleet Average year"), NULL },
  { "fleet-average", "", "", -1, N_ ("Credits for a Fleet Average year taken back"), NULL },
  { "carry", "", "", -1, N_ ("Borrowed: carried over into the next year"), NULL },
  { "carry", "", "", 1, N_ ("Borrowed and not made good: charged"), NULL },
  { "correction", CHARGES, "", 1, N_ ("Charge after a correction"), NULL },
  { "correction", CHARGES, "", -1, N_ ("Charge taken back by a correction"), NULL },
  { "correction", FAVOUR, "", 0, N_ ("Paid before a correction and not owed any more"), NULL },
  { "correction", "", "", 1, N_ ("Credits after a correction"), NULL },
  { "correction", "", "", -1, N_ ("Credits taken back by a correction"), NULL },
  { "reversal", CHARGES, "", 1, N_ ("Charge after a correction"), NULL },
  { "reversal", CHARGES, "", -1, N_ ("Charge taken back by a correction"), NULL },
  { "reversal", FAVOUR, "", 0, N_ ("Paid before a correction and not owed any more"), NULL },
  { "reversal", "", CREDITS, 1, N_ ("Credits given back by a correction"), NULL },
  { "reversal", "", CREDITS, -1, N_ ("Credits taken back by a correction"), NULL },
  { "reversal", "", "", 0, N_ ("Reversed"), NULL },
  { "surrender", "", "", 0, N_ ("Surrendered"), NULL },
  { "acquisition", "", "", 0, N_ ("Made of CRTS allowances"), NULL },
  { "conversion", "", "", 0, N_ ("Converted"), NULL },
  { "payment-notice", "", "", 0, N_ ("Payment notice given"), NULL },
  { "onward", "", "", 0, N_ ("Paid on by the administrator"), NULL },
};

static gboolean
fits (const Row *row, const GramPostingFacts *facts)
{
  if (!g_str_equal (row->meaning, facts->meaning) || !g_str_has_prefix (facts->unit, row->unit))
    return FALSE;
  if (*row->role != '\0' && !g_str_equal (row->role, facts->role))
    return FALSE;
  return row->sign == 0 || (row->sign > 0) == (facts->amount > 0);
}

gboolean
gram_posting_knows (const char *meaning)
{
  g_return_val_if_fail (meaning != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].meaning, meaning))
      return TRUE;
  return FALSE;
}

static gboolean
is_charge_of (const GramPostingFacts *facts, const char *meaning)
{
  return g_str_equal (facts->meaning, meaning) && g_str_equal (facts->role, CHARGES)
         && facts->amount > 0;
}

/* What a charge can say besides: how many vehicles, or which year. */
static char *
charge_sentence (const GramPostingFacts *facts)
{
  if (facts->vehicles > 0 && is_charge_of (facts, "acceptance"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Charge for %" PRId64 " vehicle accepted",
                                         "Charge for %" PRId64 " vehicles accepted",
                                         (gulong)facts->vehicles),
                            facts->vehicles);
  if (facts->year > 0 && is_charge_of (facts, "fleet-average"))
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("Charge for the Fleet Average year %d"), facts->year);
  return NULL;
}

char *
gram_posting_sentence (const GramPostingFacts *facts)
{
  char *sentence;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (facts->meaning != NULL && facts->role != NULL && facts->unit != NULL, NULL);

  sentence = charge_sentence (facts);
  if (sentence != NULL)
    return sentence;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_auto (GStrv) parts = NULL;

      if (!fits (row, facts))
        continue;
      if (facts->other == NULL || row->with_other == NULL)
        return g_strdup (_ (row->sentence));
      /* The format comes from the table, so it is filled in by hand. */
      parts = g_strsplit (_ (row->with_other), "%s", 2);
      return g_strjoinv (facts->other, parts);
    }
  return g_strdup (facts->meaning);
}

static char *
dup_unit (const char *unit)
{
  if (g_str_has_prefix (unit, "ccs-credit/new/"))
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("Credits earned in %d, new vehicles"), gram_unit_year (unit));
  if (g_str_has_prefix (unit, "ccs-credit/used/"))
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("Credits earned in %d, used vehicles"), gram_unit_year (unit));
  if (gram_unit_is_allowance (unit))
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("Allowances of %d"), gram_unit_year (unit));
  return g_strdup (unit);
}

char *
gram_posting_unit_title (const char *role, const char *unit)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (role != NULL && unit != NULL, NULL);

  if (g_str_equal (role, CHARGES))
    return g_strdup (_ ("Pending charges"));
  if (g_str_equal (role, FAVOUR))
    return g_strdup (_ ("Amount in favour"));
  title = dup_unit (unit);
  if (!g_str_equal (role, RESERVED))
    return g_steal_pointer (&title);
  /* Translators: %s is a kind of credits; they are promised to somebody */
  return g_strdup_printf (_ ("%s, reserved"), title);
}
