/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-pool.h"

#define GATHERING GRAM_POOL_GATHERING
#define APPLIED GRAM_POOL_APPLIED
#define GRANTED GRAM_POOL_GRANTED
#define DECLINED GRAM_POOL_DECLINED
#define WITHDRAWN GRAM_POOL_WITHDRAWN
#define ENDED GRAM_POOL_ENDED

static const GramPoolState states[] = { GATHERING, APPLIED, GRANTED, DECLINED, WITHDRAWN, ENDED };

/* What each verb leads to, in the order of the states; 0 is refused. */
static const struct
{
  GramPoolVerb verb;
  GramPoolState to[G_N_ELEMENTS (states)];
} rows[] = {
  { GRAM_POOL_AGREE, { GATHERING, 0, 0, 0, 0, 0 } },
  { GRAM_POOL_COMPLETE, { APPLIED, 0, 0, 0, 0, 0 } },
  { GRAM_POOL_WITHDRAW, { WITHDRAWN, WITHDRAWN, 0, 0, 0, 0 } },
  { GRAM_POOL_GRANT, { 0, GRANTED, 0, 0, 0, 0 } },
  { GRAM_POOL_DECLINE, { DECLINED, DECLINED, 0, 0, 0, 0 } },
  { GRAM_POOL_END, { 0, 0, ENDED, 0, 0, 0 } },
  { GRAM_POOL_UPDATE, { GATHERING, APPLIED, GRANTED, 0, 0, 0 } },
};

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (states); j++)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        GramPoolState to = 0;

        g_assert_true (gram_pool_move (states[j], rows[i].verb, &to, &refusal)
                       == (rows[i].to[j] != 0));
        g_assert_cmpint (to, ==, rows[i].to[j]);
        if (rows[i].to[j] != 0)
          continue;
        g_assert_cmpstr (refusal->id, ==, "pool.state");
        g_assert_nonnull (refusal->article);
        g_assert_cmpstr (refusal->message, !=, "");
      }
}

/* Art. 31(1): the trading period ends in 2030; facts §2: it begins in 2024. */
static const struct
{
  gint64 first;
  gint64 last;
  const char *refusal;
} years[] = {
  { 2024, 2030, NULL },         { 2025, 2025, NULL },        { 2026, 2025, "pool.years" },
  { 2023, 2025, "year.none" },  { 2029, 2031, "year.none" }, { 0, 2025, "year.none" },
  { 2025, 99999, "year.none" },
};

static void
test_years (void)
{
  GramCctsRules rules = {
    .period = { gram_date_make (2024, 1, 3), gram_date_make (2030, 12, 31) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_true (gram_pool_check_years (&rules, years[i].first, years[i].last, &refusal)
                     == (years[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, years[i].refusal);
    }
}

/* Art. 32(2): two or more. */
static const struct
{
  gsize n_members;
  const char *refusal;
} members[] = {
  { 0, "pool.too-few" },
  { 1, "pool.too-few" },
  { 2, NULL },
  { GRAM_POOL_MAX_MEMBERS, NULL },
  { GRAM_POOL_MAX_MEMBERS + 1, "pool.too-many" },
};

/* Art. 93: a block stops applying to pool; a suspension is of the CCS. */
static const struct
{
  GramAccountState state;
  const char *refusal;
} accounts[] = {
  { GRAM_ACCOUNT_OPEN, NULL },
  { GRAM_ACCOUNT_SUSPENDED, NULL },
  { GRAM_ACCOUNT_BLOCKED, "pool.blocked" },
  { GRAM_ACCOUNT_CLOSING, "pool.account-state" },
  { GRAM_ACCOUNT_CLOSED, "pool.account-state" },
};

static void
test_members (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_true (gram_pool_check_members (members[i].n_members, &refusal)
                     == (members[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, members[i].refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_true (gram_pool_check_account (accounts[i].state, &refusal)
                     == (accounts[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, accounts[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ccts-pool/moves", test_moves);
  g_test_add_func ("/ccts-pool/years", test_years);
  g_test_add_func ("/ccts-pool/members", test_members);

  return g_test_run ();
}
