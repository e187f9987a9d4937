/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-fleet.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>

#define BORROWING "LTA 1998 s 179"
#define MAX_REASON 2000

static const struct
{
  GramBorrowingVerb verb;
  guint from;
  GramBorrowingState to;
} moves[] = {
  { GRAM_BORROWING_APPROVE, GRAM_BORROWING_ASKED, GRAM_BORROWING_APPROVED },
  { GRAM_BORROWING_DECLINE, GRAM_BORROWING_ASKED, GRAM_BORROWING_DECLINED },
  { GRAM_BORROWING_WITHDRAW, GRAM_BORROWING_ASKED, GRAM_BORROWING_WITHDRAWN },
  { GRAM_BORROWING_SETTLE, GRAM_BORROWING_APPROVED, GRAM_BORROWING_SETTLED },
};

/* What a state says to whatever is not possible in it. */
static const struct
{
  GramBorrowingState state;
  const char *message;
} refusals[] = {
  { GRAM_BORROWING_ASKED, N_ ("The borrowing waits for its decision; decide or withdraw it") },
  { GRAM_BORROWING_APPROVED,
    N_ ("The borrowing is approved; the settlement of the next year makes it good") },
  { GRAM_BORROWING_DECLINED, N_ ("The borrowing was declined; pay the charge, or ask again") },
  { GRAM_BORROWING_WITHDRAWN, N_ ("The borrowing was withdrawn; ask again") },
  { GRAM_BORROWING_SETTLED, N_ ("The borrowing was settled with the next year and is over") },
};

static gboolean
refuse_again (GramRefusal **refusal)
{
  return gram_refuse (refusal, "borrowing.again", BORROWING,
                      _ ("A shortfall is carried over once; settle this charge with credits or "
                         "money"));
}

gboolean
gram_borrowing_check (const GramCcsRules *rules,
                      const GramBorrowingFacts *facts,
                      GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL && facts != NULL, FALSE);

  if (rules->terms->borrowing_times == 0)
    return gram_refuse (refusal, "borrowing.none", BORROWING,
                        _ ("The rulebook lets nobody carry a shortfall over; settle the charge"));
  if (facts->kind == GRAM_CHARGE_CARRIED || facts->live >= (guint)rules->terms->borrowing_times)
    return refuse_again (refusal);
  if (facts->kind != GRAM_CHARGE_FLEET_AVERAGE)
    return gram_refuse (refusal, "borrowing.kind", BORROWING,
                        _ ("Only the charge of a Fleet Average year is carried over; settle this "
                           "one with credits or money"));
  if (!gram_ccs_charge_check (rules, &facts->charge, refusal))
    return FALSE;
  if (gram_ccs_charge_outstanding (rules, &facts->charge) == 0)
    return gram_refuse (
        refusal, "borrowing.nothing-outstanding", BORROWING,
        _ ("Nothing is outstanding on this charge; there is nothing to carry over"));
  if (facts->next_settled)
    return gram_refuse (refusal, "borrowing.next-settled", BORROWING,
                        _ ("The next year is settled already; settle the charge with credits or "
                           "money"));
  if (!facts->fleet_average_next)
    return gram_refuse (refusal, "borrowing.not-fleet-average", BORROWING,
                        _ ("The account is not under Fleet Average in the next year, which has to "
                           "make a shortfall good; settle the charge"));
  return TRUE;
}

gboolean
gram_borrowing_check_text (const char *text, char **reason, GramRefusal **refusal)
{
  g_autofree char *read = NULL;
  const char *problem;

  g_return_val_if_fail (reason != NULL, FALSE);

  problem = _gram_read_text (text, MAX_REASON, "\n\t", &read);
  if (problem != NULL)
    /* Translators: %s says what is wrong with the text of a reason */
    return gram_refuse (refusal, "borrowing.reason", BORROWING, _ ("Reason: %s"), problem);
  if (*read == '\0')
    return gram_refuse (refusal, "borrowing.reason", BORROWING,
                        _ ("A borrowing needs a reason; write why it is asked for or decided"));

  *reason = g_steal_pointer (&read);
  return TRUE;
}

void
gram_borrowing_carries (const GramCcsRules *rules,
                        const GramCcsCharge *charge,
                        GramFleetCarried *carried)
{
  gint64 open;
  gint64 grams;

  g_return_if_fail (rules != NULL && charge != NULL && carried != NULL);

  open = charge->grams - charge->grams_back - charge->credits;
  *carried = (GramFleetCarried){
    .grams = open,
    .value = gram_ccs_charge_outstanding (rules, charge),
    .rate = charge->rate,
  };
  if (charge->money + charge->carried > 0 && charge->rate > 0
      && gram_decimal_multiply_divide (carried->value, 100, charge->rate, GRAM_ROUND_HALF_UP,
                                       &grams))
    carried->grams = MIN (grams, open);
}

gboolean
gram_borrowing_move (GramBorrowingState from,
                     GramBorrowingVerb verb,
                     GramBorrowingState *to,
                     GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].verb == verb && (moves[i].from & from) != 0)
      {
        if (to != NULL)
          *to = moves[i].to;
        return TRUE;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == from)
      return gram_refuse (refusal, "borrowing.state", BORROWING, "%s", _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}
