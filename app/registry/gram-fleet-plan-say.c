/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-plan.h"

#include "gram-units.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void add (GramFleetPlan *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GramFleetPlan *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
dup_grams (gint64 grams)
{
  return gram_decimal_format_in_locale (grams, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

static char *
dup_money (gint64 cents)
{
  return gram_decimal_format_in_locale (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
}

static void
say_net (GramFleetPlan *self)
{
  const GramFleetFacts *facts = &self->standing.facts;
  g_autofree char *net = dup_grams (facts->net);

  /* Translators: %s is grams, with a sign where they are over target */
  add (self,
       g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " vehicle, whose difference is %s g",
                    "%" PRId64 " vehicles, whose differences add up to %s g",
                    (gulong)facts->vehicles),
       facts->vehicles, net);
}

static void
say_carried (GramFleetPlan *self)
{
  const GramFleetFacts *facts = &self->standing.facts;
  const GramFleetPosition *now = &self->standing.now;
  g_autofree char *grams = dup_grams (facts->carried.grams);
  g_autofree char *met = dup_grams (now->carried_met);
  g_autofree char *amount = dup_money (now->carried_amount);

  if (facts->carried.value == 0)
    return;
  if (now->carried_rest == 0)
    /* Translators: grams, a year */
    add (self, _ ("The %s g borrowed from %d are made good"), grams, self->standing.year - 1);
  else
    /* Translators: grams, a year, grams, money */
    add (self,
         _ ("Of %s g borrowed from %d the year makes good %s g; the rest is charged at the rate of "
            "its own year: NZ$%s"),
         grams, self->standing.year - 1, met, amount);
}

static void
say_result (GramFleetPlan *self)
{
  const GramFleetPosition *now = &self->standing.now;
  g_autofree char *grams = dup_grams (now->grams);
  g_autofree char *credits = dup_grams (now->credits);
  g_autofree char *rate = dup_money (now->rate);
  g_autofree char *amount = dup_money (now->amount);

  if (now->grams > 0)
    /* Translators: grams, money for each of them, money */
    add (self, _ ("%s g over target at NZ$%s a gram: NZ$%s"), grams, rate, amount);
  else if (now->credits > 0)
    add (self, _ ("%s credits are earned"), credits);
  else
    add (self, _ ("The year comes to neither credits nor a charge"));
}

static void
say_before (GramFleetPlan *self)
{
  const GramFleetPosition *before = &self->standing.before;
  g_autofree char *credits = dup_grams (before->credits);
  g_autofree char *amount = dup_money (before->amount + before->carried_amount);

  if (self->standing.runs->len == 0)
    return;
  /* Translators: credits, money */
  add (self, _ ("Settled so far: %s credits and NZ$%s; only the difference is posted"), credits,
       amount);
}

static void
say_credits_back (GramFleetPlan *self)
{
  g_autofree char *taken = dup_grams (self->credits_taken);
  g_autofree char *used = dup_grams (self->short_grams);
  g_autofree char *amount = dup_money (self->short_amount);

  if (self->credits_taken > 0)
    add (self, _ ("%s credits are taken back"), taken);
  if (self->short_grams > 0)
    /* Translators: credits, money */
    add (self, _ ("%s credits that should go back were used already; they are charged: NZ$%s"),
         used, amount);
}

static void
say_taken_back (GramFleetPlan *self)
{
  g_autofree char *amount = dup_money (self->taken_back);
  g_autofree char *money = dup_money (self->money_back);
  g_autofree char *credits = dup_grams (self->credits_back);

  if (self->taken_back == 0)
    return;
  add (self, _ ("NZ$%s of what was charged are not owed any more"), amount);
  if (self->money_back > 0)
    add (self, _ ("NZ$%s of that were paid and will stand in favour"), money);
  if (self->credits_back > 0)
    add (self, _ ("%s credits that were set against it will come back"), credits);
}

static void
say_due (GramFleetPlan *self)
{
  g_autofree char *amount = dup_money (gram_fleet_plan_charges (self));
  g_autofree char *day = gram_date_format_for_people (self->due_on);

  if (gram_fleet_plan_charges (self) > 0)
    /* Translators: money, a day */
    add (self, _ ("NZ$%s are to pay by %s, with money or credits"), amount, day);
}

void
gram_fleet_plan_say (GramFleetPlan *self)
{
  say_net (self);
  say_carried (self);
  say_result (self);
  say_before (self);
  say_credits_back (self);
  say_taken_back (self);
  say_due (self);
}
