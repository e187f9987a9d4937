/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfer.h"

#include "gram-ccs.h"
#include "gram-effects.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>

#define TRANSFER "LTA 1998 s 180, s 184"
#define SIDES "CCS facts §7; LTA 1998 s 180, s 184"
#define ONE_CREDIT 100

/* Kinds that do not agree go over at the ratio, one way or the other. */
static gboolean
shrinks (GramAccountKind from, GramAccountKind to)
{
  return from == GRAM_ACCOUNT_CCS_USED && to == GRAM_ACCOUNT_CCS_NEW;
}

static gboolean
grows (GramAccountKind from, GramAccountKind to)
{
  return from == GRAM_ACCOUNT_CCS_NEW && to == GRAM_ACCOUNT_CCS_USED;
}

gint64
gram_credit_transfer_step (const GramCcsRules *rules, GramAccountKind from, GramAccountKind to)
{
  g_return_val_if_fail (rules != NULL, ONE_CREDIT);

  return (rules->terms->whole_credits ? ONE_CREDIT : 1)
         * (shrinks (from, to) ? (gint64)rules->used_per_new : 1);
}

gboolean
gram_credit_transfer_received (const GramCcsRules *rules,
                               GramAccountKind from,
                               GramAccountKind to,
                               gint64 credits,
                               gint64 *received)
{
  g_return_val_if_fail (rules != NULL && received != NULL, FALSE);

  if (credits < 0 || credits % gram_credit_transfer_step (rules, from, to) != 0)
    return FALSE;
  if (grows (from, to))
    return gram_decimal_multiply (credits, rules->used_per_new, received);

  *received = shrinks (from, to) ? credits / rules->used_per_new : credits;
  return TRUE;
}

/* What of each year can go over at all. */
static GArray *
whole_holdings (const GramCcsRules *rules,
                gint64 step,
                const GramCcsCredits *holdings,
                gsize n_holdings,
                GramDate today)
{
  GArray *whole = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  for (gsize i = 0; i < n_holdings; i++)
    {
      GramCcsCredits line = holdings[i];

      line.credits -= line.credits % step;
      if (line.credits > 0 && gram_ccs_credits_live (rules, line.year, today))
        g_array_append_val (whole, line);
    }

  return whole;
}

gint64
gram_credit_transfer_most (const GramCcsRules *rules,
                           GramAccountKind from,
                           GramAccountKind to,
                           const GramCcsCredits *holdings,
                           gsize n_holdings,
                           GramDate today)
{
  g_autoptr (GArray) whole = NULL;
  gint64 most;

  g_return_val_if_fail (rules != NULL, 0);
  g_return_val_if_fail (holdings != NULL || n_holdings == 0, 0);

  whole = whole_holdings (rules, gram_credit_transfer_step (rules, from, to), holdings, n_holdings,
                          today);
  if (!gram_ccs_credits_sum ((const GramCcsCredits *)whole->data, whole->len, &most))
    return G_MAXINT64;
  return most;
}

/* The nearest numbers on both sides that come out even; the lower one may be nothing. */
static gboolean
refuse_odd (const GramCcsRules *rules, gint64 credits, gint64 step, GramRefusal **refusal)
{
  gint64 below = credits - credits % step;
  g_autofree char *lower = _gram_number_for_people (below, GRAM_DECIMAL_SCALE_MONEY);
  g_autofree char *upper = _gram_number_for_people (below + step, GRAM_DECIMAL_SCALE_MONEY);

  if (below == 0)
    return gram_refuse (refusal, "transfer.odd", TRANSFER,
                        _ ("%d used credits are one new credit, so that nothing may be left over; "
                           "transfer %s"),
                        rules->used_per_new, upper);
  return gram_refuse (refusal, "transfer.odd", TRANSFER,
                      _ ("%d used credits are one new credit, so that nothing may be left over; "
                         "transfer %s or %s"),
                      rules->used_per_new, lower, upper);
}

static gboolean
check_number (const GramCcsRules *rules, gint64 credits, gint64 step, GramRefusal **refusal)
{
  if (credits <= 0)
    return gram_refuse (refusal, "transfer.credits", TRANSFER,
                        _ ("A transfer is more than nothing; write how many credits"));
  if (credits > G_MAXINT64 / 4)
    return gram_refuse (refusal, "transfer.too-large", TRANSFER,
                        _ ("That is more than there can be; write fewer credits"));
  if (rules->terms->whole_credits && credits % ONE_CREDIT != 0)
    return gram_refuse (refusal, "transfer.fraction", TRANSFER,
                        _ ("Only whole credits are transferred; write a whole number"));
  return credits % step == 0 || refuse_odd (rules, credits, step, refusal);
}

static gboolean
check_chosen (const GramCcsRules *rules,
              gint64 credits,
              gint64 step,
              const GramCcsCredits *chosen,
              gsize n_chosen,
              GramRefusal **refusal)
{
  g_autofree char *total = _gram_number_for_people (credits, GRAM_DECIMAL_SCALE_MONEY);
  gint64 sum;

  for (gsize i = 0; i < n_chosen; i++)
    if (!check_number (rules, chosen[i].credits, step, refusal))
      return FALSE;
  if (n_chosen > 0 && (!gram_ccs_credits_sum (chosen, n_chosen, &sum) || sum != credits))
    return gram_refuse (refusal, "transfer.years", TRANSFER,
                        _ ("The credits chosen by year do not add up to %s; change the one or the "
                           "other"),
                        total);
  return TRUE;
}

static gboolean
refuse_not_held (gint64 most, GramRefusal **refusal)
{
  g_autofree char *text = _gram_number_for_people (most, GRAM_DECIMAL_SCALE_MONEY);

  if (most == 0)
    return gram_refuse (refusal, "transfer.not-held", TRANSFER,
                        _ ("The account has no credits that could be transferred; only whole ones "
                           "of each year that have not lapsed and are not reserved go over"));
  return gram_refuse (refusal, "transfer.not-held", TRANSFER,
                      _ ("At most %s credits can be transferred now; only whole ones of each year "
                         "that have not lapsed and are not reserved go over"),
                      text);
}

/* Lines of what was picked, with what each brings. */
static GArray *
lines_of (const GramCcsRules *rules,
          GramAccountKind from,
          GramAccountKind to,
          GArray *picked,
          GramRefusal **refusal)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramCreditTransferLine));
  gint64 sum = 0;

  for (guint i = 0; i < picked->len; i++)
    {
      const GramCcsCredits *from_year = &g_array_index (picked, GramCcsCredits, i);
      GramCreditTransferLine line = { .year = from_year->year, .credits = from_year->credits };

      if (!gram_credit_transfer_received (rules, from, to, line.credits, &line.received)
          || !gram_decimal_add (sum, line.received, &sum))
        {
          gram_refuse (refusal, "transfer.too-large", TRANSFER,
                       _ ("That is more than there can be; write fewer credits"));
          return NULL;
        }
      g_array_append_val (lines, line);
    }

  return g_steal_pointer (&lines);
}

GArray *
gram_credit_transfer_lines (const GramCcsRules *rules,
                            GramAccountKind from,
                            GramAccountKind to,
                            gint64 credits,
                            const GramCcsCredits *chosen,
                            gsize n_chosen,
                            const GramCcsCredits *holdings,
                            gsize n_holdings,
                            GramDate today,
                            GramRefusal **refusal)
{
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) picked = NULL;
  gint64 step;
  gint64 most;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (holdings != NULL || n_holdings == 0, NULL);
  g_return_val_if_fail (chosen != NULL || n_chosen == 0, NULL);

  step = gram_credit_transfer_step (rules, from, to);
  if (!check_number (rules, credits, step, refusal)
      || !check_chosen (rules, credits, step, chosen, n_chosen, refusal))
    return NULL;

  most = gram_credit_transfer_most (rules, from, to, holdings, n_holdings, today);
  if (n_chosen == 0 && most < credits)
    {
      refuse_not_held (most, refusal);
      return NULL;
    }
  whole = whole_holdings (rules, step, holdings, n_holdings, today);
  picked = n_chosen > 0
               ? gram_ccs_credits_pick (rules, holdings, n_holdings, GRAM_CREDIT_USE_CHOSEN, chosen,
                                        n_chosen, credits, today, refusal)
               : gram_ccs_credits_pick (rules, (const GramCcsCredits *)whole->data, whole->len,
                                        GRAM_CREDIT_USE_OLDEST, NULL, 0, credits, today, refusal);

  return picked != NULL ? lines_of (rules, from, to, picked, refusal) : NULL;
}

GramDate
gram_credit_transfer_lapses_on (const GramCcsRules *rules,
                                const GramCreditTransferLine *lines,
                                gsize n_lines,
                                GramDate offered_on)
{
  GramDate last;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  last = _gram_days_later (offered_on, rules->terms->transfer_lapse_days);
  for (gsize i = 0; i < n_lines; i++)
    {
      GramDate lapse = gram_ccs_credit_lapse (rules, lines[i].year);

      if (gram_date_compare (lapse, last) < 0)
        last = lapse;
    }

  return last;
}

static gboolean
check_side (const GramAccountRules *rules,
            const GramCreditTransferSide *side,
            GramEffect effect,
            GramRefusal **refusal)
{
  if (!gram_effects_check (rules, side->state, effect, refusal))
    return FALSE;
  if (side->aml == GRAM_AML_VERIFIED)
    return TRUE;
  return gram_refuse (refusal, "transfer.aml", SIDES,
                      _ ("The holder is not verified under anti-money-laundering law; have it "
                         "verified before credits are transferred"));
}

/* The administrator reads whose reason it is; a party the own one exactly, and of the other that it cannot. */
static gboolean
refuse_side (const GramRefusal *exactly,
             gboolean of_sender,
             GramCreditTransferReader reader,
             GramRefusal **refusal)
{
  gboolean own
      = reader
        == (of_sender ? GRAM_CREDIT_TRANSFER_READER_SENDER : GRAM_CREDIT_TRANSFER_READER_RECEIVER);

  if (own)
    return gram_refuse (refusal, exactly->id, exactly->article, "%s", exactly->message);
  if (reader == GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR)
    return gram_refuse (refusal, exactly->id, exactly->article,
                        /* Translators: %s is why a side of a transfer cannot take part */
                        of_sender ? _ ("Sender: %s") : _ ("Receiver: %s"), exactly->message);
  return gram_refuse (refusal, "transfer.other-cannot", SIDES,
                      of_sender
                          ? _ ("The other account cannot transfer credits now; ask its holder")
                          : _ ("The other account cannot receive credits now; ask its holder"));
}

gboolean
gram_credit_transfer_check_sides (const GramAccountRules *rules,
                                  const GramCreditTransferSide *sender,
                                  const GramCreditTransferSide *receiver,
                                  GramCreditTransferReader reader,
                                  GramRefusal **refusal)
{
  g_autoptr (GramRefusal) of_sender = NULL;
  g_autoptr (GramRefusal) of_receiver = NULL;
  gboolean sender_can;
  gboolean receiver_can;

  g_return_val_if_fail (rules != NULL, FALSE);

  sender_can = sender == NULL || check_side (rules, sender, GRAM_EFFECT_TRANSFER_OUT, &of_sender);
  receiver_can
      = receiver == NULL || check_side (rules, receiver, GRAM_EFFECT_RECEIVE, &of_receiver);
  /* Whoever reads is told of the own side first. */
  if (!receiver_can && (sender_can || reader == GRAM_CREDIT_TRANSFER_READER_RECEIVER))
    return refuse_side (of_receiver, FALSE, reader, refusal);
  return sender_can || refuse_side (of_sender, TRUE, reader, refusal);
}

static const struct
{
  GramCreditTransferVerb verb;
  GramCreditTransferState to;
} moves[] = {
  { GRAM_CREDIT_TRANSFER_ACCEPT, GRAM_CREDIT_TRANSFER_ACCEPTED },
  { GRAM_CREDIT_TRANSFER_DECLINE, GRAM_CREDIT_TRANSFER_DECLINED },
  { GRAM_CREDIT_TRANSFER_CANCEL, GRAM_CREDIT_TRANSFER_CANCELLED },
  { GRAM_CREDIT_TRANSFER_LAPSE, GRAM_CREDIT_TRANSFER_LAPSED },
};

/* What a state says to whatever is not possible in it. */
static const struct
{
  GramCreditTransferState state;
  const char *message;
} refusals[] = {
  { GRAM_CREDIT_TRANSFER_ACCEPTED, N_ ("The transfer was accepted; the credits have gone over") },
  { GRAM_CREDIT_TRANSFER_DECLINED, N_ ("The transfer was declined; offer it again") },
  { GRAM_CREDIT_TRANSFER_CANCELLED, N_ ("The transfer was cancelled; it has to be offered again") },
  { GRAM_CREDIT_TRANSFER_LAPSED, N_ ("The offer has lapsed; it has to be made again") },
};

static gboolean
check_day (GramCreditTransferVerb verb, GramDate lapses_on, GramDate today, GramRefusal **refusal)
{
  gboolean over = gram_date_compare (today, lapses_on) > 0;
  g_autofree char *day = gram_date_format_for_people (lapses_on);

  if (verb == GRAM_CREDIT_TRANSFER_ACCEPT && over)
    return gram_refuse (refusal, "transfer.lapsed", TRANSFER,
                        _ ("The offer could be accepted until %s; ask for a new one"), day);
  if (verb == GRAM_CREDIT_TRANSFER_LAPSE && !over)
    return gram_refuse (refusal, "transfer.not-lapsed", TRANSFER,
                        _ ("The offer can be accepted until %s; it does not lapse before"), day);
  return TRUE;
}

gboolean
gram_credit_transfer_move (GramCreditTransferState from,
                           GramCreditTransferVerb verb,
                           GramDate lapses_on,
                           GramDate today,
                           GramCreditTransferState *to,
                           GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == from)
      return gram_refuse (refusal, "transfer.state", TRANSFER, "%s", _ (refusals[i].message));
  if (!check_day (verb, lapses_on, today, refusal))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].verb == verb)
      {
        if (to != NULL)
          *to = moves[i].to;
        return TRUE;
      }

  g_return_val_if_reached (FALSE);
}
