/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-states.h"

#include <glib/gi18n-lib.h>

#define DISPUTES "CO₂ account, Disputing records"

#define HOLDER (1 << GRAM_CASE_BY_HOLDER)
#define HANDLER (1 << GRAM_CASE_BY_HANDLER | 1 << GRAM_CASE_BY_ADMINISTRATOR)
#define RECORDER (1 << GRAM_CASE_BY_RECORDER)
#define PROGRAM (1 << GRAM_CASE_BY_PROGRAM)

#define WITHDRAWABLE (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION)
#define CLAIM_THEMSELVES                                                                           \
  (GRAM_CASE_APPLICATION | GRAM_CASE_AML | GRAM_CASE_SUSPENSION | GRAM_CASE_CLOSING                \
   | GRAM_CASE_TRADE | GRAM_CASE_PAYMENT | GRAM_CASE_POOL | GRAM_CASE_BORROWING)

/* What has to be so besides the state. */
typedef enum
{
  /* nothing */
  ANYHOW = 0,
  /* it is not claimed by the same person already */
  NOT_MINE,
  /* it is claimed by the same person; an administrator may, too */
  MINE_OR_ADMINISTRATOR,
  /* it is claimed by the same person, or claims itself; not asked of recorder and program */
  MINE,
  /* a kind that its holder withdraws; not asked of the program */
  WITHDRAWABLE_KIND,
} Condition;

/* Who can do what in which states, and what it asks for. */
static const struct
{
  GramCaseVerb verb;
  guint actors;
  guint states;
  Condition condition;
} rules[] = {
  { GRAM_CASE_CLAIM, HANDLER, GRAM_CASE_UNDECIDED, NOT_MINE },
  { GRAM_CASE_RELEASE, HANDLER, GRAM_CASE_CLAIMED | GRAM_CASE_INFORMATION_ASKED,
    MINE_OR_ADMINISTRATOR },
  { GRAM_CASE_ASSIGN, HANDLER, GRAM_CASE_UNDECIDED, ANYHOW },
  { GRAM_CASE_WRITE, HOLDER | HANDLER | RECORDER, GRAM_CASE_UNDECIDED, ANYHOW },
  { GRAM_CASE_ATTACH, HOLDER | HANDLER | RECORDER, GRAM_CASE_UNDECIDED, ANYHOW },
  { GRAM_CASE_ASK, HANDLER | RECORDER | PROGRAM, GRAM_CASE_UNDECIDED, MINE },
  { GRAM_CASE_ANSWER, HOLDER | PROGRAM, GRAM_CASE_INFORMATION_ASKED, ANYHOW },
  { GRAM_CASE_DECIDE, HANDLER | RECORDER | PROGRAM, GRAM_CASE_UNDECIDED, MINE },
  { GRAM_CASE_WITHDRAW, HOLDER | PROGRAM, GRAM_CASE_UNDECIDED, WITHDRAWABLE_KIND },
};

static const struct
{
  guint kinds;
  GramCaseOutcome good;
  GramCaseOutcome bad;
} outcomes[] = {
  { GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE | GRAM_CASE_PAYMENT,
    GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD },
  { GRAM_CASE_SUSPENSION | GRAM_CASE_CLOSING, GRAM_CASE_DONE, GRAM_CASE_DROPPED },
  { GRAM_CASE_ALL_KINDS, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
};

gboolean
gram_case_claims_itself (GramCaseKind kind)
{
  return (CLAIM_THEMSELVES & kind) != 0;
}

static gboolean
refuse_frozen (const GramCaseFacts *facts, GramRefusal **refusal)
{
  if (facts->state == GRAM_CASE_WITHDRAWN)
    return gram_refuse (refusal, "case.withdrawn", DISPUTES,
                        _ ("The case was withdrawn and cannot be changed; open a new one"));

  return gram_refuse (
      refusal, "case.decided", DISPUTES,
      _ ("The case is decided and cannot be changed; what was decided wrongly needs "
         "a correction"));
}

/* Somebody else, by name where it is known; a holder never learns it, as no holder gets here. */
static gboolean
refuse_claimed (const GramCaseFacts *facts, GramRefusal **refusal)
{
  if (facts->claimant == NULL)
    return gram_refuse (refusal, "case.claimed-by-other", NULL,
                        _ ("Somebody else has claimed the case; take it over with a comment"));

  return gram_refuse (refusal, "case.claimed-by-other", NULL,
                      /* Translators: %s is the name of a person */
                      _ ("%s has claimed the case; take it over with a comment"), facts->claimant);
}

static gboolean
refuse_unclaimed (GramRefusal **refusal)
{
  return gram_refuse (refusal, "case.not-claimed", NULL,
                      _ ("Nobody has claimed the case, so it cannot be released"));
}

static gboolean
check_mine (const GramCaseFacts *facts, GramRefusal **refusal)
{
  if (facts->mine || (!facts->claimed && gram_case_claims_itself (facts->kind)))
    return TRUE;
  if (facts->claimed)
    return refuse_claimed (facts, refusal);

  return gram_refuse (
      refusal, "case.not-claimed", NULL,
      _ ("Only whoever has claimed a case decides it or asks for information; claim "
         "it first"));
}

static gboolean
check_condition (const GramCaseFacts *facts,
                 Condition condition,
                 GramCaseActor actor,
                 GramRefusal **refusal)
{
  gboolean by_role = (HANDLER & (1 << actor)) != 0;

  switch (condition)
    {
    case NOT_MINE:
      return !facts->mine
             || gram_refuse (refusal, "case.already-claimed", NULL,
                             _ ("You have claimed this case already"));

    case MINE_OR_ADMINISTRATOR:
      if (!facts->claimed)
        return refuse_unclaimed (refusal);
      return facts->mine || actor == GRAM_CASE_BY_ADMINISTRATOR || refuse_claimed (facts, refusal);

    case MINE:
      return !by_role || check_mine (facts, refusal);

    case WITHDRAWABLE_KIND:
      return actor == GRAM_CASE_BY_PROGRAM || (WITHDRAWABLE & facts->kind) != 0
             || gram_refuse (refusal, "case.not-withdrawable", DISPUTES,
                             _ ("Only disputes and corrections are withdrawn here; withdraw the "
                                "application or the request that this case is about"));

    case ANYHOW:
    default:
      return TRUE;
    }
}

static gboolean
refuse_state (const GramCaseFacts *facts, GramCaseVerb verb, GramRefusal **refusal)
{
  if ((GRAM_CASE_UNDECIDED & facts->state) == 0)
    return refuse_frozen (facts, refusal);
  if (verb == GRAM_CASE_ANSWER)
    return gram_refuse (refusal, "case.not-asked", NULL,
                        _ ("No information is asked in this case; write a message instead"));

  return refuse_unclaimed (refusal);
}

static GramCaseNext
follow (const GramCaseFacts *facts, GramCaseVerb verb, GramCaseActor actor)
{
  gboolean by_role = (HANDLER & (1 << actor)) != 0;
  GramCaseNext next = { .state = facts->state };

  switch (verb)
    {
    case GRAM_CASE_CLAIM:
      next.claims = TRUE;
      next.needs_comment = facts->claimed || facts->released;
      next.state = MAX (facts->state, GRAM_CASE_CLAIMED);
      break;

    case GRAM_CASE_RELEASE:
      next.unclaims = TRUE;
      next.needs_comment = !facts->mine;
      if (facts->state == GRAM_CASE_CLAIMED)
        next.state = GRAM_CASE_OPEN;
      break;

    case GRAM_CASE_ASSIGN:
      next.needs_comment = facts->claimed && !facts->mine;
      next.state = MAX (facts->state, GRAM_CASE_CLAIMED);
      break;

    case GRAM_CASE_ASK:
      next.claims = by_role && !facts->claimed;
      next.state = GRAM_CASE_INFORMATION_ASKED;
      break;

    case GRAM_CASE_ANSWER:
      next.state = facts->claimed ? GRAM_CASE_CLAIMED : GRAM_CASE_OPEN;
      break;

    case GRAM_CASE_DECIDE:
      next.claims = by_role && !facts->claimed;
      next.state = GRAM_CASE_DECIDED;
      break;

    case GRAM_CASE_WITHDRAW:
      next.state = GRAM_CASE_WITHDRAWN;
      break;

    case GRAM_CASE_WRITE:
    case GRAM_CASE_ATTACH:
    default:
      break;
    }

  return next;
}

gboolean
gram_case_move (const GramCaseFacts *facts,
                GramCaseVerb verb,
                GramCaseActor actor,
                GramCaseNext *next,
                GramRefusal **refusal)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].verb != verb)
        continue;
      if ((rules[i].actors & (1u << actor)) == 0)
        return gram_refuse (refusal, "case.not-yours", NULL,
                            (HOLDER & (1 << actor)) != 0
                                ? _ ("This is for the administrator’s side to do; write a message")
                                : _ ("This is for the holder’s side to do; ask for it"));
      if ((rules[i].states & (guint)facts->state) == 0)
        return refuse_state (facts, verb, refusal);
      if (!check_condition (facts, rules[i].condition, actor, refusal))
        return FALSE;
      if (next != NULL)
        *next = follow (facts, verb, actor);
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
gram_case_check_comment (const GramCaseNext *next, const char *comment, GramRefusal **refusal)
{
  g_autofree char *text = g_strstrip (g_strdup (comment != NULL ? comment : ""));

  g_return_val_if_fail (next != NULL, FALSE);

  if (!next->needs_comment || *text != '\0')
    return TRUE;

  return gram_refuse (refusal, "case.comment-needed", NULL,
                      _ ("The case was claimed before; write a comment that says why it changes "
                         "hands"));
}

void
gram_case_outcomes_of (GramCaseKind kind, GramCaseOutcome *good, GramCaseOutcome *bad)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if ((outcomes[i].kinds & (guint)kind) == 0)
        continue;
      if (good != NULL)
        *good = outcomes[i].good;
      if (bad != NULL)
        *bad = outcomes[i].bad;
      return;
    }

  g_return_if_reached ();
}
