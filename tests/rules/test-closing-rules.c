/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-rules.h"

#include <string.h>

/* One thing in the way, and the line that says so (CCS facts §10; s 190; art. 38 and 40). */
static const struct
{
  GramScheme scheme;
  GramClosingFacts facts;
  const char *id;
  const char *says;
  const char *law;
} cases[] = {
  { GRAM_SCHEME_CCS, { 0 }, NULL, NULL, "s 190" },
  { GRAM_SCHEME_CCTS, { 0 }, NULL, NULL, "s 190, mapped" },
  { GRAM_SCHEME_CCS, { .charges = 16086 }, "closing.charges-paid", "NZ$160.86", "s 190" },
  { GRAM_SCHEME_CCTS, { .charges = 8600 }, "closing.charges-paid", "£86.00", "art. 39" },
  { GRAM_SCHEME_CCS,
    { .in_favour = 5000 },
    "closing.charges-paid",
    "NZ$50.00 stand in favour",
    "s 190" },
  /* Both: what is owed comes first, and the two are not added. */
  { GRAM_SCHEME_CCS,
    { .charges = 16086, .in_favour = 5000 },
    "closing.charges-paid",
    "Charges of NZ$160.86",
    "s 190" },
  { GRAM_SCHEME_CCS,
    { .vehicles_entered = 1 },
    "closing.no-vehicles-waiting",
    "1 vehicle waits",
    "§10" },
  { GRAM_SCHEME_CCS,
    { .vehicles_entered = 1, .vehicles_ready = 2 },
    "closing.no-vehicles-waiting",
    "3 vehicles wait",
    "§10" },
  { GRAM_SCHEME_CCS, { .disputes = 1 }, "closing.no-disputes", "1 dispute is", "§10" },
  { GRAM_SCHEME_CCS, { .requests = 2 }, "closing.no-requests", "2 requests wait", "issue 3" },
  { GRAM_SCHEME_CCS, { .transfers = 1 }, "closing.no-transfers", "1 transfer or trade", "§10" },
  { GRAM_SCHEME_CCS, { .fleet_years = 1 }, "closing.fleet-average-settled", "1 year under", "§10" },
  { GRAM_SCHEME_CCTS,
    { .allowances = 7 },
    "closing.allowances-settled",
    "7 allowances",
    "art. 40" },
  /* The other scheme's needs are none of ours. */
  { GRAM_SCHEME_CCS, { .allowances = 7 }, NULL, NULL, "art. 40" },
  { GRAM_SCHEME_CCTS, { .fleet_years = 1 }, NULL, NULL, "§3" },
  /* The first line that is not met is the refusal. */
  { GRAM_SCHEME_CCS,
    { .charges = 1, .disputes = 1, .fleet_years = 1 },
    "closing.charges-paid",
    "NZ$0.01",
    "s 190" },
  { GRAM_SCHEME_CCS,
    { .vehicles_entered = G_MAXINT64, .vehicles_ready = 1 },
    "closing.no-vehicles-waiting",
    "vehicles wait",
    "§10" },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GramAccountRules *rules = gram_account_rules_default (cases[i].scheme);
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed = gram_closing_check (rules, &cases[i].facts, &refusal);

      g_test_message ("%s, %s", cases[i].id, cases[i].law);
      g_assert_true (allowed == (cases[i].id == NULL));
      g_assert_true (allowed == (refusal == NULL));
      if (refusal == NULL)
        continue;
      g_assert_cmpstr (refusal->id, ==, cases[i].id);
      g_assert_nonnull (refusal->article);
      g_assert_nonnull (strstr (refusal->message, cases[i].says));
      g_assert_false (g_str_has_suffix (refusal->message, "."));
    }
}

/* Any facts: the lines are those that the rulebook asks for, in order, and the check agrees with them. */
static void
test_lines (void)
{
  for (int round = 0; round < 2000; round++)
    {
      GramAccountRules rules
          = *gram_account_rules_default (g_test_rand_bit () ? GRAM_SCHEME_CCS : GRAM_SCHEME_CCTS);
      GramClosingFacts facts = { 0 };
      gint64 *fields = (gint64 *)&facts;
      g_autoptr (GPtrArray) lines = NULL;
      guint shown = 0;
      gboolean all_ok = TRUE;

      rules.closing_needs &= (guint)g_test_rand_int_range (0, 128);
      for (gsize i = 0; i < sizeof facts / sizeof *fields; i++)
        fields[i] = g_test_rand_int_range (0, 4) == 0 ? g_test_rand_int_range (1, 5000) : 0;

      lines = gram_closing_lines (&rules, &facts);
      for (guint i = 0; i < lines->len; i++)
        {
          const GramClosingLine *line = lines->pdata[i];

          g_assert_cmphex (line->need, >, shown);
          shown |= (guint)line->need;
          all_ok = all_ok && line->ok;
          g_assert_true (line->ok == (line->count == 0));
          g_assert_false (g_str_has_suffix (line->sentence, "."));
          g_assert_nonnull (line->article);
          g_assert_nonnull (line->destination);
        }
      g_assert_cmphex (shown, ==, rules.closing_needs);
      g_assert_true (gram_closing_check (&rules, &facts, NULL) == all_ok);
    }
}

/* CCS facts §15 row 28: credits that are left are deleted after confirming just that amount. */
static const struct
{
  gint64 left;
  gint64 confirmed;
  const char *id;
  const char *says;
} credits[] = {
  { 0, GRAM_CLOSING_CREDITS_UNCONFIRMED, NULL, NULL },
  { 0, 0, NULL, NULL },
  { 1200, 1200, NULL, NULL },
  { 1200, GRAM_CLOSING_CREDITS_UNCONFIRMED, "closing.credits-left", "12.00 g" },
  { 1200, 0, "closing.credits-changed", "12.00 g" },
  { 1200, 1199, "closing.credits-changed", "12.00 g" },
  { 1, 1200, "closing.credits-changed", "0.01 g" },
  { 0, 1200, "closing.credits-changed", "0.00 g" },
};

static void
test_credits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (credits); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed
          = gram_closing_check_credits (credits[i].left, credits[i].confirmed, &refusal);

      g_assert_true (allowed == (credits[i].id == NULL));
      g_assert_true (allowed == (refusal == NULL));
      if (refusal == NULL)
        continue;
      g_assert_cmpstr (refusal->id, ==, credits[i].id);
      g_assert_nonnull (strstr (refusal->message, credits[i].says));
    }
}

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* LTA 1998 s 191: reasonable notice in writing, and a chance to say why the account is still needed. */
static const struct
{
  const char *object_by;
  const char *today;
  const char *given;
  const char *over;
} objections[] = {
  { "2026-12-12", "2026-11-22", NULL, "closing.objection-running" },
  { "2026-12-11", "2026-11-22", "closing.objection-too-short", "closing.objection-running" },
  { "2026-11-22", "2026-11-22", "closing.objection-too-short", "closing.objection-running" },
  { "2026-11-21", "2026-11-22", "closing.objection-too-short", NULL },
  { NULL, "2026-11-22", "closing.objection-too-short", "closing.notice-missing" },
};

static void
test_objection (void)
{
  const GramAccountRules *rules = gram_account_rules_default (GRAM_SCHEME_CCS);

  for (gsize i = 0; i < G_N_ELEMENTS (objections); i++)
    {
      GramDate by = day (objections[i].object_by);
      GramDate today = day (objections[i].today);
      g_autoptr (GramRefusal) given = NULL;
      g_autoptr (GramRefusal) over = NULL;

      g_assert_true (gram_objection_check (rules, today, by, &given) == (given == NULL));
      g_assert_true (gram_objection_check_over (by, today, &over) == (over == NULL));
      g_assert_cmpstr (given != NULL ? given->id : NULL, ==, objections[i].given);
      g_assert_cmpstr (over != NULL ? over->id : NULL, ==, objections[i].over);
      g_assert_cmpstr (given != NULL ? given->article : "CCS s 191", ==, "CCS s 191");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing-rules/check", test_check);
  g_test_add_func ("/closing-rules/lines", test_lines);
  g_test_add_func ("/closing-rules/credits", test_credits);
  g_test_add_func ("/closing-rules/objection", test_objection);

  return g_test_run ();
}
