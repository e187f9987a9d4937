/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-posting.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "CCS facts §9.4; LTA 1998 s 177, s 182"

GramCcsShare
gram_ccs_share_of_figure (const GramCcsFigure *figure, GramChargeScheme charge_scheme)
{
  gboolean posts = charge_scheme == GRAM_CHARGE_SCHEME_PAYG;

  g_return_val_if_fail (figure != NULL, ((GramCcsShare){ 0 }));

  return (GramCcsShare){
    .year = figure->year,
    .difference = figure->difference,
    .credit = posts ? figure->credit : 0,
    .charge = posts ? figure->amount_cents : 0,
  };
}

GramCcsShare
gram_ccs_share_of_row (int year, gint64 difference, gint64 charge, gboolean posted)
{
  return (GramCcsShare){
    .year = year,
    .difference = difference,
    .credit = posted ? MAX (difference, 0) : 0,
    .charge = posted ? charge : 0,
  };
}

gboolean
gram_ccs_correct (const GramCcsRules *rules,
                  const GramCcsShare *before,
                  const GramCcsShare *after,
                  gboolean same_account,
                  gint64 credits,
                  gint64 rate_cents,
                  GramCcsCorrection *correction,
                  GramRefusal **refusal)
{
  GramCcsCorrection moved = { 0 };
  gint64 there = 0;
  gboolean fits;

  g_return_val_if_fail (rules != NULL && before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (credits >= 0 && correction != NULL, FALSE);

  moved.credit_new = after->credit;
  moved.charge_new = after->charge;
  /* The new share is there before the old one goes, so that a holding covers what it can. Credits of another year do not. */
  fits = gram_decimal_add (credits, same_account && after->year == before->year ? after->credit : 0,
                           &there);
  moved.credit_back = MIN (before->credit, there);
  moved.credit_short = before->credit - moved.credit_back;
  if (!fits || !gram_ccs_amount (rules, moved.credit_short, rate_cents, &moved.short_amount))
    return gram_refuse (refusal, "ccs.figure-too-large", ARTICLE,
                        _ ("The figures are too large to be true; correct the values first"));

  *correction = moved;
  return TRUE;
}
