/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-settlement.h"

#include "gram-ccts-activity.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>

#define SURRENDER "CCTS art. 38(1)"
#define PAYMENT "CCTS art. 39(2)"

gint64
gram_ccts_surrender_limit (const GramCctsRules *rules, gint64 activity)
{
  gint64 whole;

  g_return_val_if_fail (rules != NULL, 0);
  g_return_val_if_fail (activity >= 0, 0);

  whole = activity / GRAM_CCTS_THOUSAND;
  if (rules->choices->part_units && activity % GRAM_CCTS_THOUSAND != 0)
    whole++;

  return whole;
}

static gboolean
check_activity (const GramCctsRules *rules,
                gint64 activity,
                gint64 surrendered,
                gint64 quantity,
                GramRefusal **refusal)
{
  gint64 left = MAX (gram_ccts_surrender_limit (rules, activity) - surrendered, 0);
  g_autofree char *amount = NULL;

  if (rules->choices->beyond_activity || quantity <= left)
    return TRUE;
  if (left == 0)
    return gram_refuse (refusal, "surrender.beyond-activity", SURRENDER,
                        _ ("The activity is accounted for already; nothing is left to surrender "
                           "allowances for"));

  amount = _gram_number_for_people (left, 0);
  return gram_refuse (refusal, "surrender.beyond-activity", SURRENDER,
                      /* Translators: %s is a number of allowances */
                      _ ("So many allowances are not needed; %s account for the rest of the "
                         "activity, surrender these"),
                      amount);
}

gboolean
gram_ccts_surrender_check (const GramCctsRules *rules,
                           gint64 activity,
                           gint64 surrendered,
                           gint64 available,
                           gint64 quantity,
                           GramRefusal **refusal)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (surrendered >= 0, FALSE);

  if (quantity < 1)
    return gram_refuse (refusal, "surrender.quantity", SURRENDER,
                        _ ("Say how many allowances are surrendered, one at least"));
  if (!check_activity (rules, activity, surrendered, quantity, refusal))
    return FALSE;
  if (quantity <= available)
    return TRUE;

  amount = _gram_number_for_people (MAX (available, 0), 0);
  return gram_refuse (refusal, "surrender.not-available", SURRENDER,
                      /* Translators: %s is a number of allowances */
                      _ ("Only %s allowances are available; what is promised in a trade does not "
                         "count"),
                      amount);
}

gint64
gram_ccts_shortfall (gint64 activity, gint64 surrendered)
{
  gint64 accounted;

  g_return_val_if_fail (activity >= 0, 0);
  g_return_val_if_fail (surrendered >= 0, 0);

  /* What does not fit accounts for every activity that does. */
  if (!gram_decimal_multiply (surrendered, GRAM_CCTS_THOUSAND, &accounted))
    return 0;

  return MAX (activity - accounted, 0);
}

gboolean
gram_ccts_payment (const GramCctsRules *rules,
                   gint64 shortfall,
                   gint64 *pence,
                   GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (shortfall >= 0, FALSE);
  g_return_val_if_fail (pence != NULL, FALSE);

  if (gram_decimal_multiply_divide (shortfall, rules->payment_pence, GRAM_CCTS_THOUSAND,
                                    rules->payment_rounding, pence))
    return TRUE;

  return gram_refuse (refusal, "payment.too-large", PAYMENT,
                      _ ("The shortfall is too large to be true; correct the activity first"));
}
