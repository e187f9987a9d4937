/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-consequences-private.h"

#include "gram-exclusions.h"

#include "gram-decimal.h"
#include "gram-units.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static char *
money (gint64 cents)
{
  return gram_decimal_format_in_locale (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
}

static char *
grams (gint64 hundredths)
{
  return gram_decimal_format_in_locale (hundredths, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

/* Takes over @before and @after. */
static void
add_line (GramConsequences *self,
          const char *name,
          char *title,
          char *before,
          char *after,
          const char *unit)
{
  GramConsequence *line = g_new0 (GramConsequence, 1);

  line->name = g_strdup (name);
  line->title = title;
  line->before = before;
  line->after = after;
  line->unit = g_strdup (unit);
  g_ptr_array_add (self->lines, line);
}

static void
add_sentence (GramConsequences *self, char *sentence)
{
  g_ptr_array_add (self->sentences, sentence);
}

static void
write_fields (const GramConsequenceWork *work, GramConsequences *self)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const GramConsequenceField *field = &work->fields[i];
      const char *name = fields[i].name;

      if (!field->changes)
        continue;
      if (field->mixed)
        add_line (self, name, g_strdup (gram_vehicle_field_title (name)), g_strdup (_ ("various")),
                  g_strdup (_ ("various")), "");
      else
        add_line (self, name, g_strdup (gram_vehicle_field_title (name)),
                  gram_exclusions_format (work->exclusions, name, field->before),
                  gram_exclusions_format (work->exclusions, name, field->after), "");
    }
}

static void
write_account (const GramConsequenceWork *work, GramConsequences *self)
{
  const GramConsequenceField *account = &work->account;

  if (account->after != NULL)
    add_line (self, "account", g_strdup (_ ("Account")),
              g_strdup (account->mixed ? _ ("various") : account->before),
              g_strdup (account->mixed ? _ ("various") : account->after), "");
}

/* What the vehicles themselves are measured by: posted, or as of today where they are not accepted. */
static void
write_figures (const GramConsequenceWork *work, GramConsequences *self)
{
  const GramConsequenceSide *before = &work->sides[0];
  const GramConsequenceSide *after = &work->sides[1];

  if (work->facts.vehicles == 1 && before->targets + after->targets > 0)
    add_line (self, "target", g_strdup (_ ("Target")),
              before->targets > 0 ? grams (before->target) : g_strdup (""),
              after->targets > 0 ? grams (after->target) : g_strdup (""), _ ("g/km"));
  add_line (self, "difference", g_strdup (_ ("CO₂ difference")), grams (before->share.difference),
            grams (after->share.difference), _ ("g/km"));
  add_line (self, "charge", g_strdup (_ ("Charge")), money (before->share.charge),
            money (after->share.charge), _ ("NZD"));
  add_line (self, "credits", g_strdup (_ ("Credits")), grams (before->share.credit),
            grams (after->share.credit), _ ("g"));
}

static void
write_activity (const GramConsequenceWork *work, GramConsequences *self)
{
  const GramConsequenceSide *before = &work->sides[0];
  const GramConsequenceSide *after = &work->sides[1];

  add_line (self, "units", g_strdup (_ ("Cars")),
            gram_decimal_format_in_locale (before->units, 0, 0),
            gram_decimal_format_in_locale (after->units, 0, 0), "");
  add_line (self, "activity", g_strdup (_ ("Activity")),
            gram_decimal_format_in_locale (before->activity, GRAM_DECIMAL_SCALE_CO2, 0),
            gram_decimal_format_in_locale (after->activity, GRAM_DECIMAL_SCALE_CO2, 0), _ ("g/km"));
}

/* Charges and what is in favour are the account's, whatever the year: they are said once. */
static gboolean
is_first_of_account (const GramConsequenceWork *work, guint at)
{
  gint64 account_id = g_array_index (work->ledgers, GramConsequenceLedger, at).account_id;

  for (guint i = 0; i < at; i++)
    if (g_array_index (work->ledgers, GramConsequenceLedger, i).account_id == account_id)
      return FALSE;
  return TRUE;
}

/* The balances of the accounts that move. */
static void
write_ledgers (const GramConsequenceWork *work, GramConsequences *self)
{
  for (guint i = 0; i < work->ledgers->len; i++)
    {
      const GramConsequenceLedger *one = &g_array_index (work->ledgers, GramConsequenceLedger, i);

      if (one->before.credits != one->after.credits)
        add_line (self, "holding",
                  g_strdup_printf (_ ("Credits of %d on account %s"), one->year, one->number),
                  grams (one->before.credits), grams (one->after.credits), _ ("g"));
      if (!is_first_of_account (work, i))
        continue;
      if (one->before.charges != one->after.charges)
        add_line (self, "charges",
                  g_strdup_printf (_ ("Pending charges of account %s"), one->number),
                  money (one->before.charges), money (one->after.charges), _ ("NZD"));
      if (one->in_favour_before != one->in_favour_after)
        add_line (self, "in-favour",
                  g_strdup_printf (_ ("Amount in favour of account %s"), one->number),
                  money (one->in_favour_before), money (one->in_favour_after), _ ("NZD"));
    }
}

static void
write_settled (const GramConsequenceFacts *facts, GramConsequences *self)
{
  if (facts->credit_short > 0)
    {
      g_autofree char *used = grams (facts->credit_short);
      g_autofree char *owed = money (facts->short_amount);

      add_sentence (self,
                    g_strdup_printf (_ ("%s g of the credits of %d were used already; %s NZD "
                                        "are owed for them instead, at the rate of that year."),
                                     used, facts->short_year, owed));
    }
  if (facts->in_favour > 0)
    {
      g_autofree char *paid = money (facts->in_favour);

      add_sentence (self,
                    g_strdup_printf (_ ("%s NZD of the charge were paid already; they stand as an "
                                        "amount in favour, apart from the credits."),
                                     paid));
    }
  if (facts->credits_back > 0)
    {
      g_autofree char *back = grams (facts->credits_back);

      add_sentence (self, g_strdup_printf (_ ("%s g of credits had paid the charge; they come back "
                                              "into the holding, with their years of origin."),
                                           back));
    }
  if (facts->earlier_year != 0)
    add_sentence (self,
                  g_strdup_printf (_ ("The figures are those of %d. The year may be settled: what "
                                      "changes is posted today, at the target and rate of that "
                                      "year."),
                                   facts->earlier_year));
}

static void
write_accepted (const GramConsequenceFacts *facts, GramConsequences *self)
{
  if (facts->unposted > 0)
    add_sentence (self, g_strdup (_ ("Nothing was posted when it was accepted, so there is nothing "
                                     "to reverse: only the new figure is posted.")));
  if (facts->fleet_average > 0)
    add_sentence (self, g_strdup (_ ("Under Fleet Average nothing is posted for a single vehicle: "
                                     "its figure counts in the position of the year.")));
  if (facts->left_accepted > 0)
    add_sentence (self, g_strdup (_ ("It was accepted; on the other account it is ready and has to "
                                     "be accepted anew.")));
}

static void
write_waiting (const GramConsequenceFacts *facts, GramConsequences *self)
{
  if (facts->created > 0)
    add_sentence (self, g_strdup (_ ("The vehicle is created, ready for acceptance.")));
  if (facts->to_nobody)
    add_sentence (self, g_strdup (_ ("It stands with nobody until a register file brings it in "
                                     "for an account.")));
  else if (facts->waiting > 0)
    add_sentence (self, g_strdup (_ ("The figures are today’s: the holder still has to accept, by "
                                     "hand.")));
}

void
_gram_consequences_write (GramConsequenceWork *work, GramConsequences *self)
{
  if (work->facts.vehicles > 1)
    add_line (self, "vehicles", g_strdup (_ ("Vehicles")), g_strdup (""),
              gram_decimal_format_in_locale (work->facts.vehicles, 0, 0), "");
  write_account (work, self);
  write_fields (work, self);
  if (gram_account_kind_scheme (work->plan->account->kind) == GRAM_SCHEME_CCS)
    write_figures (work, self);
  else
    write_activity (work, self);
  write_ledgers (work, self);
  write_settled (&work->facts, self);
  write_accepted (&work->facts, self);
  write_waiting (&work->facts, self);
}
