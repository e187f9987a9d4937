/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-states.h"

#define OPEN GRAM_CASE_OPEN
#define CLAIMED GRAM_CASE_CLAIMED
#define ASKED GRAM_CASE_INFORMATION_ASKED
#define DECIDED GRAM_CASE_DECIDED
#define WITHDRAWN GRAM_CASE_WITHDRAWN

#define HOLDER GRAM_CASE_BY_HOLDER
#define HANDLER GRAM_CASE_BY_HANDLER
#define ADMINISTRATOR GRAM_CASE_BY_ADMINISTRATOR
#define RECORDER GRAM_CASE_BY_RECORDER
#define PROGRAM GRAM_CASE_BY_PROGRAM

/* Who stands in which relation to the case; a case is open or asked without a claimant, too. */
static const struct
{
  const char *name;
  GramCaseState state;
  gboolean claimed;
  gboolean mine;
} situations[] = {
  { "open", OPEN, FALSE, FALSE },          { "mine", CLAIMED, TRUE, TRUE },
  { "theirs", CLAIMED, TRUE, FALSE },      { "asked-by-me", ASKED, TRUE, TRUE },
  { "asked-by-them", ASKED, TRUE, FALSE }, { "asked-by-nobody", ASKED, FALSE, FALSE },
  { "decided", DECIDED, TRUE, TRUE },      { "withdrawn", WITHDRAWN, FALSE, FALSE },
};

#define N G_N_ELEMENTS (situations)

/* What each verb of each actor makes of a dispute in each situation: the state after it, or the refusal. Facts §9.4:
   withdrawn while not decided; issue 4: only the claimant decides; a decided case is frozen. */
static const struct
{
  GramCaseVerb verb;
  GramCaseActor actor;
  const char *results[N];
} rows[] = {
  { GRAM_CASE_CLAIM,
    HANDLER,
    { "claimed", "!case.already-claimed", "claimed", "!case.already-claimed", "information-asked",
      "information-asked", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_CLAIM,
    HOLDER,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
  { GRAM_CASE_CLAIM,
    RECORDER,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
  { GRAM_CASE_RELEASE,
    HANDLER,
    { "!case.not-claimed", "open", "!case.claimed-by-other", "information-asked",
      "!case.claimed-by-other", "!case.not-claimed", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_RELEASE,
    ADMINISTRATOR,
    { "!case.not-claimed", "open", "open", "information-asked", "information-asked",
      "!case.not-claimed", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ASSIGN,
    ADMINISTRATOR,
    { "claimed", "claimed", "claimed", "information-asked", "information-asked",
      "information-asked", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_WRITE,
    HOLDER,
    { "open", "claimed", "claimed", "information-asked", "information-asked", "information-asked",
      "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_WRITE,
    HANDLER,
    { "open", "claimed", "claimed", "information-asked", "information-asked", "information-asked",
      "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ATTACH,
    HOLDER,
    { "open", "claimed", "claimed", "information-asked", "information-asked", "information-asked",
      "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ATTACH,
    PROGRAM,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
  { GRAM_CASE_ASK,
    HANDLER,
    { "!case.not-claimed", "information-asked", "!case.claimed-by-other", "information-asked",
      "!case.claimed-by-other", "!case.not-claimed", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ASK,
    RECORDER,
    { "information-asked", "information-asked", "information-asked", "information-asked",
      "information-asked", "information-asked", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ANSWER,
    HOLDER,
    { "!case.not-asked", "!case.not-asked", "!case.not-asked", "claimed", "claimed", "open",
      "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_ANSWER,
    HANDLER,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
  { GRAM_CASE_DECIDE,
    HANDLER,
    { "!case.not-claimed", "decided", "!case.claimed-by-other", "decided", "!case.claimed-by-other",
      "!case.not-claimed", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_DECIDE,
    ADMINISTRATOR,
    { "!case.not-claimed", "decided", "!case.claimed-by-other", "decided", "!case.claimed-by-other",
      "!case.not-claimed", "!case.decided", "!case.withdrawn" } },
  { GRAM_CASE_DECIDE,
    HOLDER,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
  { GRAM_CASE_DECIDE,
    RECORDER,
    { "decided", "decided", "decided", "decided", "decided", "decided", "!case.decided",
      "!case.withdrawn" } },
  { GRAM_CASE_DECIDE,
    PROGRAM,
    { "decided", "decided", "decided", "decided", "decided", "decided", "!case.decided",
      "!case.withdrawn" } },
  { GRAM_CASE_WITHDRAW,
    HOLDER,
    { "withdrawn", "withdrawn", "withdrawn", "withdrawn", "withdrawn", "withdrawn", "!case.decided",
      "!case.withdrawn" } },
  { GRAM_CASE_WITHDRAW,
    HANDLER,
    { "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours", "!case.not-yours",
      "!case.not-yours", "!case.not-yours", "!case.not-yours" } },
};

static GramCaseFacts
facts_of (gsize i, GramCaseKind kind)
{
  return (GramCaseFacts){
    .kind = kind,
    .state = situations[i].state,
    .claimed = situations[i].claimed,
    .mine = situations[i].mine,
    .claimant = situations[i].claimed ? "Aroha Neal" : NULL,
  };
}

static char *
move (const GramCaseFacts *facts, GramCaseVerb verb, GramCaseActor actor, GramCaseNext *next)
{
  g_autoptr (GramRefusal) refusal = NULL;

  if (gram_case_move (facts, verb, actor, next, &refusal))
    {
      g_assert_null (refusal);
      return g_strdup (gram_word_for ("case-state", (int)next->state));
    }
  g_assert_nonnull (refusal);
  g_assert_false (g_str_has_suffix (refusal->message, "."));
  return g_strconcat ("!", refusal->id, NULL);
}

static void
test_disputes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize j = 0; j < N; j++)
      {
        GramCaseFacts facts = facts_of (j, GRAM_CASE_DISPUTE);
        GramCaseNext next = { 0 };
        g_autofree char *result = move (&facts, rows[i].verb, rows[i].actor, &next);

        g_test_message ("verb %d by %d, %s", rows[i].verb, rows[i].actor, situations[j].name);
        g_assert_cmpstr (result, ==, rows[i].results[j]);
      }
}

/* Whatever anybody does: what is decided or withdrawn stays so, and nothing leads to a state that contradicts its claim. */
static void
test_every_way (void)
{
  for (int verb = 1; verb <= GRAM_CASE_VERB_N; verb++)
    for (int actor = HOLDER; actor <= PROGRAM; actor++)
      for (guint kind = 0; kind < GRAM_CASE_KIND_N; kind++)
        for (gsize j = 0; j < N; j++)
          {
            GramCaseFacts facts = facts_of (j, (GramCaseKind)(1u << kind));
            GramCaseNext next = { 0 };
            g_autofree char *result
                = move (&facts, (GramCaseVerb)verb, (GramCaseActor)actor, &next);
            gboolean claimed = (facts.claimed || next.claims) && !next.unclaims;

            if (*result == '!')
              continue;
            g_assert_cmphex (facts.state & ~GRAM_CASE_UNDECIDED, ==, 0);
            g_assert_false (next.claims && next.unclaims);
            if (next.state == CLAIMED)
              g_assert_true (claimed || verb == GRAM_CASE_ASSIGN);
            if (next.state == OPEN)
              g_assert_false (claimed);
          }
}

/* Kinds that a command of their own decides are claimed on the way; they are withdrawn with their subject. */
static void
test_kinds (void)
{
  static const struct
  {
    GramCaseKind kind;
    gboolean itself;
    gboolean withdrawn;
    GramCaseOutcome good;
    GramCaseOutcome bad;
  } kinds[] = {
    { GRAM_CASE_DISPUTE, FALSE, TRUE, GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD },
    { GRAM_CASE_CORRECTION, FALSE, TRUE, GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD },
    { GRAM_CASE_DIFFERENCE, FALSE, FALSE, GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD },
    { GRAM_CASE_APPLICATION, TRUE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
    { GRAM_CASE_AML, TRUE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
    { GRAM_CASE_SUSPENSION, TRUE, FALSE, GRAM_CASE_DONE, GRAM_CASE_DROPPED },
    { GRAM_CASE_CLOSING, TRUE, FALSE, GRAM_CASE_DONE, GRAM_CASE_DROPPED },
    { GRAM_CASE_TRADE, TRUE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
    { GRAM_CASE_CONVERSION, FALSE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
    { GRAM_CASE_PAYMENT, TRUE, FALSE, GRAM_CASE_UPHELD, GRAM_CASE_NOT_UPHELD },
    { GRAM_CASE_POOL, TRUE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
    { GRAM_CASE_BORROWING, TRUE, FALSE, GRAM_CASE_APPROVED, GRAM_CASE_DECLINED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GramCaseFacts facts = facts_of (0, kinds[i].kind);
      GramCaseFacts theirs = facts_of (2, kinds[i].kind);
      GramCaseNext next = { 0 };
      GramCaseOutcome good;
      GramCaseOutcome bad;
      g_autofree char *decided = move (&facts, GRAM_CASE_DECIDE, HANDLER, &next);
      g_autofree char *withdrawn = NULL;
      g_autofree char *ended = NULL;
      g_autofree char *other = NULL;

      g_assert_true (gram_case_claims_itself (kinds[i].kind) == kinds[i].itself);
      g_assert_cmpstr (decided, ==, kinds[i].itself ? "decided" : "!case.not-claimed");
      g_assert_true (next.claims == kinds[i].itself);
      withdrawn = move (&facts, GRAM_CASE_WITHDRAW, HOLDER, &next);
      g_assert_cmpstr (withdrawn, ==, kinds[i].withdrawn ? "withdrawn" : "!case.not-withdrawable");
      ended = move (&facts, GRAM_CASE_WITHDRAW, PROGRAM, &next);
      g_assert_cmpstr (ended, ==, "withdrawn");
      other = move (&theirs, GRAM_CASE_DECIDE, HANDLER, &next);
      g_assert_cmpstr (other, ==, "!case.claimed-by-other");
      gram_case_outcomes_of (kinds[i].kind, &good, &bad);
      g_assert_cmpint (good, ==, kinds[i].good);
      g_assert_cmpint (bad, ==, kinds[i].bad);
    }
}

/* Issue 4: claiming again needs a comment, and so does taking over or releasing what another claimed. */
static const struct
{
  GramCaseVerb verb;
  GramCaseActor actor;
  gsize situation;
  gboolean released;
  gboolean needed;
} comments[] = {
  { GRAM_CASE_CLAIM, HANDLER, 0, FALSE, FALSE },
  { GRAM_CASE_CLAIM, HANDLER, 0, TRUE, TRUE },
  { GRAM_CASE_CLAIM, HANDLER, 2, FALSE, TRUE },
  { GRAM_CASE_CLAIM, HANDLER, 5, FALSE, FALSE },
  { GRAM_CASE_RELEASE, HANDLER, 1, FALSE, FALSE },
  { GRAM_CASE_RELEASE, ADMINISTRATOR, 2, FALSE, TRUE },
  { GRAM_CASE_ASSIGN, ADMINISTRATOR, 0, TRUE, FALSE },
  { GRAM_CASE_ASSIGN, ADMINISTRATOR, 1, FALSE, FALSE },
  { GRAM_CASE_ASSIGN, ADMINISTRATOR, 2, FALSE, TRUE },
  { GRAM_CASE_DECIDE, HANDLER, 1, TRUE, FALSE },
};

static void
test_comments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (comments); i++)
    {
      GramCaseFacts facts = facts_of (comments[i].situation, GRAM_CASE_DISPUTE);
      GramCaseNext next = { 0 };
      g_autoptr (GramRefusal) refusal = NULL;

      facts.released = comments[i].released;
      g_assert_true (gram_case_move (&facts, comments[i].verb, comments[i].actor, &next, NULL));
      g_assert_true (next.needs_comment == comments[i].needed);
      g_assert_true (gram_case_check_comment (&next, "Holidays.", NULL));
      g_assert_true (gram_case_check_comment (&next, " \n", &refusal) == !comments[i].needed);
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==,
                       comments[i].needed ? "case.comment-needed" : NULL);
      g_assert_true (gram_case_check_comment (&next, NULL, NULL) == !comments[i].needed);
    }
}

/* The sentence names the claimant where it is known. */
static void
test_claimant (void)
{
  GramCaseFacts facts = facts_of (2, GRAM_CASE_DISPUTE);
  g_autoptr (GramRefusal) named = NULL;
  g_autoptr (GramRefusal) unnamed = NULL;

  g_assert_false (gram_case_move (&facts, GRAM_CASE_DECIDE, HANDLER, NULL, &named));
  g_assert_cmpstr (named->message, ==,
                   "Aroha Neal has claimed the case; take it over with a comment");
  facts.claimant = NULL;
  g_assert_false (gram_case_move (&facts, GRAM_CASE_DECIDE, HANDLER, NULL, &unnamed));
  g_assert_cmpstr (unnamed->message, ==,
                   "Somebody else has claimed the case; take it over with a comment");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-states/disputes", test_disputes);
  g_test_add_func ("/case-states/every-way", test_every_way);
  g_test_add_func ("/case-states/kinds", test_kinds);
  g_test_add_func ("/case-states/comments", test_comments);
  g_test_add_func ("/case-states/claimant", test_claimant);

  return g_test_run ();
}
