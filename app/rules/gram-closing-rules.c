/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-rules.h"

#include "gram-decimal.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define BY_HOLDER "CCS s 190"
#define BY_ADMINISTRATOR "CCS s 191"
#define SECTION_CLOSING "CO₂ account, Closing/suspending accounts"
#define SCALE_CREDIT 2

typedef struct
{
  GramClosingNeed need;
  gsize facts[2];
  guint n_facts;
  /* not their sum: the first that is in the way */
  gboolean one_by_one;
  const char *article;
  const char *destination;
  const char *met;
  char *(*say) (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count);
} Need;

static char *
say_charges (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  g_autofree char *amount = _gram_amount_for_people (count, GRAM_DECIMAL_SCALE_MONEY);

  if (rules->scheme == GRAM_SCHEME_CCTS && facts->charges <= 0)
    /* Translators: %s is an amount of pounds sterling */
    return g_strdup_printf (_ ("£%s stand in favour of the account; they have to be paid back, and "
                               "the payment reversed and recorded as what was owed"),
                            amount);
  if (rules->scheme == GRAM_SCHEME_CCTS)
    /* Translators: %s is an amount of pounds sterling */
    return g_strdup_printf (_ ("Payments of £%s are open; pay them first"), amount);
  if (facts->charges <= 0)
    /* Translators: %s is an amount of New Zealand dollars */
    return g_strdup_printf (_ ("NZ$%s stand in favour of the account; they have to be paid back or "
                               "used first"),
                            amount);

  /* Translators: %s is an amount of New Zealand dollars */
  return g_strdup_printf (_ ("Charges of NZ$%s are not paid; pay them first"), amount);
}

static char *
say_vehicles (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%" PRId64 " vehicle waits; it has to be accepted or moved to another account",
                   "%" PRId64
                   " vehicles wait; they have to be accepted or moved to another account",
                   (gulong)count),
      count);
}

static char *
say_disputes (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%" PRId64
                                       " dispute is open; it has to be decided or withdrawn",
                                       "%" PRId64
                                       " disputes are open; they have to be decided or withdrawn",
                                       (gulong)count),
                          count);
}

static char *
say_requests (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%" PRId64 " request waits for a second person; decide or withdraw it",
                   "%" PRId64 " requests wait for a second person; decide or withdraw them",
                   (gulong)count),
      count);
}

static char *
say_transfers (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%" PRId64 " transfer or trade is open; it has to be settled or withdrawn",
                   "%" PRId64 " transfers or trades are open; they have to be settled or withdrawn",
                   (gulong)count),
      count);
}

static char *
say_allowances (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%" PRId64
                   " allowance is left; surrender or convert it, or wait until it expires",
                   "%" PRId64
                   " allowances are left; surrender or convert them, or wait until they expire",
                   (gulong)count),
      count);
}

static char *
say_fleet_years (const GramAccountRules *rules, const GramClosingFacts *facts, gint64 count)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%" PRId64 " year under Fleet Average is not settled; settle it first",
                   "%" PRId64 " years under Fleet Average are not settled; settle them first",
                   (gulong)count),
      count);
}

#define FACT(name) G_STRUCT_OFFSET (GramClosingFacts, name)

/* The checklist, in the order of its lines. */
static const Need needs[] = {
  { GRAM_CLOSING_NEED_CHARGES_PAID,
    { FACT (charges), FACT (in_favour) },
    2,
    TRUE,
    SECTION_CLOSING,
    "overview",
    N_ ("Nothing is left to pay"),
    say_charges },
  { GRAM_CLOSING_NEED_NO_VEHICLES_WAITING,
    { FACT (vehicles_entered), FACT (vehicles_ready) },
    2,
    FALSE,
    BY_HOLDER,
    "vehicles",
    N_ ("No vehicle waits"),
    say_vehicles },
  { GRAM_CLOSING_NEED_NO_DISPUTES,
    { FACT (disputes) },
    1,
    FALSE,
    BY_HOLDER,
    "disputes",
    N_ ("No dispute is open"),
    say_disputes },
  { GRAM_CLOSING_NEED_NO_REQUESTS,
    { FACT (requests) },
    1,
    FALSE,
    BY_HOLDER,
    "account",
    N_ ("Nothing waits for a second person"),
    say_requests },
  { GRAM_CLOSING_NEED_NO_TRANSFERS,
    { FACT (transfers) },
    1,
    FALSE,
    BY_HOLDER,
    "trades",
    N_ ("No transfer or trade is open"),
    say_transfers },
  { GRAM_CLOSING_NEED_ALLOWANCES_SETTLED,
    { FACT (allowances) },
    1,
    FALSE,
    "CCTS art. 38, art. 40",
    "overview",
    N_ ("No allowance is left"),
    say_allowances },
  { GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED,
    { FACT (fleet_years) },
    1,
    FALSE,
    SECTION_CLOSING,
    "overview",
    N_ ("No year under Fleet Average is open"),
    say_fleet_years },
};

/* What stands in the way of a need; facts that do not fit into the sum are still in the way. */
static gint64
count_of (const Need *need, const GramClosingFacts *facts)
{
  gint64 count = 0;

  for (guint i = 0; i < need->n_facts; i++)
    {
      gint64 fact = G_STRUCT_MEMBER (gint64, facts, need->facts[i]);

      if (fact > 0 && !gram_decimal_add (count, fact, &count))
        return G_MAXINT64;
      if (need->one_by_one && count > 0)
        return count;
    }

  return count;
}

void
gram_closing_line_free (GramClosingLine *self)
{
  if (self == NULL)
    return;

  g_free (self->sentence);
  g_free (self);
}

GPtrArray *
gram_closing_lines (const GramAccountRules *rules, const GramClosingFacts *facts)
{
  GPtrArray *lines;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_closing_line_free);
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      GramClosingLine *line;

      if ((rules->closing_needs & (guint)needs[i].need) == 0)
        continue;

      line = g_new0 (GramClosingLine, 1);
      line->need = needs[i].need;
      line->count = count_of (&needs[i], facts);
      line->ok = line->count == 0;
      line->sentence
          = line->ok ? g_strdup (_ (needs[i].met)) : needs[i].say (rules, facts, line->count);
      line->article = needs[i].article;
      line->destination = needs[i].destination;
      g_ptr_array_add (lines, line);
    }

  return lines;
}

gboolean
gram_closing_check (const GramAccountRules *rules,
                    const GramClosingFacts *facts,
                    GramRefusal **refusal)
{
  g_autoptr (GPtrArray) lines = gram_closing_lines (rules, facts);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GramClosingLine *line = lines->pdata[i];
      g_autofree char *id = NULL;

      if (line->ok)
        continue;
      id = g_strconcat ("closing.", gram_word_for ("closing-need", (int)line->need), NULL);
      return gram_refuse (refusal, id, line->article, "%s", line->sentence);
    }

  return lines != NULL;
}

gboolean
gram_closing_check_credits (gint64 left, gint64 confirmed, GramRefusal **refusal)
{
  g_autofree char *amount = NULL;

  if (left <= 0 && confirmed <= 0)
    return TRUE;
  if (left > 0 && left == confirmed)
    return TRUE;

  amount = _gram_amount_for_people (MAX (left, 0), SCALE_CREDIT);
  if (confirmed == GRAM_CLOSING_CREDITS_UNCONFIRMED)
    return gram_refuse (refusal, "closing.credits-left", SECTION_CLOSING,
                        /* Translators: %s is an amount of credits */
                        _ ("Credits of %s g are left; transfer them, or confirm that exactly this "
                           "amount is deleted"),
                        amount);

  return gram_refuse (refusal, "closing.credits-changed", SECTION_CLOSING,
                      /* Translators: %s is an amount of credits */
                      _ ("Credits of %s g are left, which is not the amount that was confirmed; "
                         "confirm this amount"),
                      amount);
}

GramDate
gram_objection_earliest (const GramAccountRules *rules, GramDate today)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return _gram_days_later (today, rules->objection_days);
}

gboolean
gram_objection_check (const GramAccountRules *rules,
                      GramDate today,
                      GramDate object_by,
                      GramRefusal **refusal)
{
  GramDate earliest = gram_objection_earliest (rules, today);
  g_autofree char *day = NULL;

  if (gram_date_is_valid (object_by) && gram_date_compare (object_by, earliest) >= 0)
    return TRUE;

  day = gram_date_format_for_people (earliest);
  return gram_refuse (
      refusal, "closing.objection-too-short", BY_ADMINISTRATOR,
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: %d is a number of days, %s a day */
                   "The holder has %d day at least to object; choose %s or a day after",
                   "The holder has %d days at least to object; choose %s or a day after",
                   (gulong)rules->objection_days),
      rules->objection_days, day);
}

gboolean
gram_objection_check_over (GramDate object_by, GramDate today, GramRefusal **refusal)
{
  g_autofree char *day = NULL;

  if (!gram_date_is_valid (object_by))
    return gram_refuse (refusal, "closing.notice-missing", BY_ADMINISTRATOR,
                        _ ("The holder did not ask for it, so closing needs a notice and time to "
                           "object; give notice first"));
  if (gram_date_compare (today, object_by) > 0)
    return TRUE;

  day = gram_date_format_for_people (object_by);
  return gram_refuse (refusal, "closing.objection-running", BY_ADMINISTRATOR,
                      /* Translators: %s is a day */
                      _ ("The holder can object until the end of %s; close after that day"), day);
}
