/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-pool.h"

#include "gram-ccts.h"

#include <glib/gi18n-lib.h>

#define POOLS "CCTS art. 32(2)"
#define APPLICATION "CCTS Sch. 5"
#define UPDATING "CCTS art. 83(1)"
#define BLOCK "CCTS art. 93"

static const struct
{
  GramPoolVerb verb;
  guint from;
  /* 0: the state stays */
  GramPoolState to;
} moves[] = {
  { GRAM_POOL_AGREE, GRAM_POOL_GATHERING, 0 },
  { GRAM_POOL_COMPLETE, GRAM_POOL_GATHERING, GRAM_POOL_APPLIED },
  { GRAM_POOL_WITHDRAW, GRAM_POOL_UNDECIDED, GRAM_POOL_WITHDRAWN },
  { GRAM_POOL_GRANT, GRAM_POOL_APPLIED, GRAM_POOL_GRANTED },
  { GRAM_POOL_DECLINE, GRAM_POOL_UNDECIDED, GRAM_POOL_DECLINED },
  { GRAM_POOL_END, GRAM_POOL_GRANTED, GRAM_POOL_ENDED },
  { GRAM_POOL_UPDATE, GRAM_POOL_UNDECIDED | GRAM_POOL_GRANTED, 0 },
};

/* What a pool in a state waits for, as the answer to whatever is not possible in it. */
static const struct
{
  GramPoolState state;
  const char *article;
  const char *message;
} refusals[] = {
  { GRAM_POOL_GATHERING, APPLICATION,
    N_ ("Not every member has agreed to the pool yet; wait until all have") },
  { GRAM_POOL_APPLIED, APPLICATION,
    N_ ("The application for the pool waits for the decision; to change who is a member, withdraw "
        "it and apply again") },
  { GRAM_POOL_GRANTED, POOLS, N_ ("The pool is granted; the administrator can end it") },
  { GRAM_POOL_DECLINED, APPLICATION, N_ ("The application was declined; apply again") },
  { GRAM_POOL_WITHDRAWN, APPLICATION, N_ ("The application was withdrawn; apply again") },
  { GRAM_POOL_ENDED, POOLS, N_ ("The pool has ended; apply for a new one") },
};

gboolean
gram_pool_move (GramPoolState from, GramPoolVerb verb, GramPoolState *to, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].verb == verb && (moves[i].from & from) != 0)
      {
        if (to != NULL)
          *to = moves[i].to != 0 ? moves[i].to : from;
        return TRUE;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == from)
      return gram_refuse (refusal, "pool.state",
                          verb == GRAM_POOL_UPDATE ? UPDATING : refusals[i].article, "%s",
                          _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}

gboolean
gram_pool_check_years (const GramCctsRules *rules,
                       gint64 first_year,
                       gint64 last_year,
                       GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  if (!gram_ccts_year_check (rules, first_year, refusal)
      || !gram_ccts_year_check (rules, last_year, refusal))
    return FALSE;
  if (first_year <= last_year)
    return TRUE;
  return gram_refuse (refusal, "pool.years", APPLICATION,
                      _ ("The last scheme year of a pool is before its first; exchange them"));
}

gboolean
gram_pool_check_members (gsize n_members, GramRefusal **refusal)
{
  if (n_members < 2)
    return gram_refuse (refusal, "pool.too-few", POOLS,
                        _ ("Two or more manufacturers are a pool; name another member"));
  if (n_members > GRAM_POOL_MAX_MEMBERS)
    return gram_refuse (refusal, "pool.too-many", APPLICATION,
                        _ ("A pool has %d members at most; name fewer"), GRAM_POOL_MAX_MEMBERS);
  return TRUE;
}

gboolean
gram_pool_check_account (GramAccountState state, GramRefusal **refusal)
{
  switch (state)
    {
    case GRAM_ACCOUNT_OPEN:
    case GRAM_ACCOUNT_SUSPENDED:
      return TRUE;

    case GRAM_ACCOUNT_BLOCKED:
      return gram_refuse (refusal, "pool.blocked", BLOCK,
                          _ ("The account is blocked: it cannot apply to pool until the block is "
                             "lifted"));

    case GRAM_ACCOUNT_CLOSING:
    case GRAM_ACCOUNT_CLOSED:
    default:
      return gram_refuse (refusal, "pool.account-state", APPLICATION,
                          _ ("The account is closed or about to be; name another one"));
    }
}
