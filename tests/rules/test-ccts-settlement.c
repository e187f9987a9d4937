/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-notice.h"
#include "gram-ccts-settlement.h"

#include "rulebooks.h"

/* The worked figures of §11, articles 38 and 39: activity in thousandths, payment in pence. */
static const struct
{
  const char *id;
  gint64 activity;
  gint64 surrendered;
  gint64 shortfall;
  gint64 pence;
} payments[] = {
  { "P1", 142130000, 142130, 0, 0 },
  { "P2", 142130000, 142129, 1000, 8600 },
  { "P3", 100000001, 100000, 1, 9 },
  { "P4", 100000007, 100000, 7, 60 },
  { "P5", 100000500, 100000, 500, 4300 },
  { "P6", 250431891, 250431, 891, 7663 },
  { "P7", 250431891, 250432, 0, 0 },
  { "P8", 250431891, 240000, 10431891, 89714263 },
  { "P9", 131040355, 118437, 12603355, 108388853 },
  { "P10", 1000125, 0, 1000125, 8601075 },
  { "P11", 1234567058, 1234567, 58, 499 },
  { "P12", 142130000, 0, 142130000, 1222318000 },
  { "Alpha", 1467718000, 1467718, 0, 0 },
  { "Beta", 1055345600, 1052931, 2414600, 20765560 },
  { "Beta, only one party notified", 1055345600, 1022931, 32414600, 278765560 },
};

static void
test_payments (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    {
      gint64 pence = -1;

      g_test_message ("%s", payments[i].id);
      g_assert_cmpint (gram_ccts_shortfall (payments[i].activity, payments[i].surrendered), ==,
                       payments[i].shortfall);
      g_assert_true (gram_ccts_payment (rulebook->ccts, payments[i].shortfall, &pence, NULL));
      g_assert_cmpint (pence, ==, payments[i].pence);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 pence = -1;

  g_assert_false (gram_ccts_payment (rulebook->ccts, G_MAXINT64, &pence, &refusal));
  g_assert_cmpstr (refusal->id, ==, "payment.too-large");
  g_assert_cmpint (pence, ==, -1);
  g_assert_cmpint (gram_ccts_shortfall (G_MAXINT64, G_MAXINT64), ==, 0);
}

static const struct
{
  gint64 activity;
  gint64 limit;
} limits[] = {
  { 142130000, 142130 },
  { 100000001, 100001 },
  { 250431891, 250432 },
  { 999, 1 },
  { 1, 1 },
  { 0, 0 },
  { 1055345600, 1055346 },
};

static void
test_limits (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (gram_ccts_surrender_limit (rulebook->ccts, limits[i].activity), ==,
                     limits[i].limit);

  /* Where a rulebook lets no allowance account for a part of a unit (question Q3). */
  choices.part_units = FALSE;
  rules.choices = &choices;
  g_assert_cmpint (gram_ccts_surrender_limit (&rules, 250431891), ==, 250431);
}

/* Activity 250,431.891. */
static const struct
{
  gint64 surrendered;
  gint64 available;
  gint64 quantity;
  const char *refused;
} surrenders[] = {
  { 0, 250432, 250432, NULL },
  { 0, 300000, 250433, "surrender.beyond-activity" },
  { 0, 1000, 1001, "surrender.not-available" },
  { 0, 1000, 1000, NULL },
  { 250431, 10, 1, NULL },
  { 250431, 10, 2, "surrender.beyond-activity" },
  { 250432, 10, 1, "surrender.beyond-activity" },
  { 0, 10, 0, "surrender.quantity" },
  { 0, 10, -1, "surrender.quantity" },
  { 0, -5, 1, "surrender.not-available" },
};

static void
test_surrenders (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;

  for (gsize i = 0; i < G_N_ELEMENTS (surrenders); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean ok
          = gram_ccts_surrender_check (rulebook->ccts, 250431891, surrenders[i].surrendered,
                                       surrenders[i].available, surrenders[i].quantity, &refusal);

      g_assert_true (ok == (surrenders[i].refused == NULL));
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, surrenders[i].refused);
      if (!ok)
        g_assert_cmpstr (refusal->article, ==, "CCTS art. 38(1)");
    }

  choices.beyond_activity = TRUE;
  rules.choices = &choices;
  g_assert_true (gram_ccts_surrender_check (&rules, 250431891, 0, 300000, 300000, NULL));
  g_assert_false (gram_ccts_surrender_check (&rules, 250431891, 0, 300000, 300001, NULL));
}

static GramDate
day_of (const char *text)
{
  GramDate day = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &day, NULL));
  return day;
}

/* The worked dates of §11, art. 39(5)(b); clear days are one later (question Q9). */
static const struct
{
  const char *given_on;
  const char *earliest;
  const char *clear;
} dues[] = {
  { "2026-01-15", "2026-02-14", "2026-02-15" }, { "2026-01-31", "2026-03-02", "2026-03-03" },
  { "2028-01-31", "2028-03-01", "2028-03-02" }, { "2026-12-02", "2027-01-01", "2027-01-02" },
  { "2027-01-15", "2027-02-14", "2027-02-15" },
};

static void
test_dues (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;

  choices.due_counting = GRAM_DUE_CLEAR_DAYS;
  rules.choices = &choices;
  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      GramDate given_on = day_of (dues[i].given_on);
      g_autofree char *earliest
          = gram_date_format (gram_payment_notice_due_earliest (rulebook->ccts, given_on));
      g_autofree char *clear
          = gram_date_format (gram_payment_notice_due_earliest (&rules, given_on));

      g_assert_cmpstr (earliest, ==, dues[i].earliest);
      g_assert_cmpstr (clear, ==, dues[i].clear);
    }
}

/* A notice without one of the five things of art. 39(5) is not given. */
static const struct
{
  gint64 amount;
  const char *due_on;
  const char *payable_to;
  const char *how_to_pay;
  const char *appeal_rights;
  const char *refused;
  const char *article;
  GramPaymentNoticeItem item;
} notices[] = {
  { 8600, "2027-02-14", "the administrator", "by transfer", "to the Tribunal", NULL, NULL, 0 },
  { 8600, "2029-02-14", "the administrator", "by transfer", "to the Tribunal", NULL, NULL, 0 },
  { 0, "2027-02-14", "the administrator", "by transfer", "to the Tribunal",
    "payment-notice.nothing-to-pay", "CCTS art. 39(1)", GRAM_PAYMENT_NOTICE_AMOUNT },
  { 8600, "2027-02-13", "the administrator", "by transfer", "to the Tribunal",
    "payment-notice.due-too-soon", "CCTS art. 39(5)(b)", GRAM_PAYMENT_NOTICE_DUE_ON },
  { 8600, NULL, "the administrator", "by transfer", "to the Tribunal",
    "payment-notice.due-too-soon", "CCTS art. 39(5)(b)", GRAM_PAYMENT_NOTICE_DUE_ON },
  { 8600, "2027-02-14", " ", "by transfer", "to the Tribunal", "payment-notice.missing",
    "CCTS art. 39(5)(c)", GRAM_PAYMENT_NOTICE_PAYABLE_TO },
  { 8600, "2027-02-14", "the administrator", NULL, "to the Tribunal", "payment-notice.missing",
    "CCTS art. 39(5)(d)", GRAM_PAYMENT_NOTICE_HOW_TO_PAY },
  { 8600, "2027-02-14", "the administrator", "by transfer", "", "payment-notice.missing",
    "CCTS art. 39(5)(e)", GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS },
  { 8600, "2027-02-14", "the administrator", "by\001transfer", "to the Tribunal",
    "payment-notice.text", "CCTS art. 39(5)(d)", GRAM_PAYMENT_NOTICE_HOW_TO_PAY },
};

static void
test_notices (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      GramPaymentNoticeForm form
          = { notices[i].amount,     day_of ("2027-01-15"), day_of (notices[i].due_on),
              notices[i].payable_to, notices[i].how_to_pay, notices[i].appeal_rights };
      g_autoptr (GramRefusal) refusal = NULL;
      GramPaymentNoticeItem item = GRAM_PAYMENT_NOTICE_AMOUNT;
      gboolean ok = gram_payment_notice_check (rulebook->ccts, &form, &item, &refusal);

      g_assert_true (ok == (notices[i].refused == NULL));
      g_assert_cmpint (item, ==, notices[i].item);
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, notices[i].refused);
      g_assert_cmpstr (ok ? NULL : refusal->article, ==, notices[i].article);
    }
}

/* Amount £100.00, due on 14 February 2027. */
static const struct
{
  gint64 paid;
  const char *appealed_on;
  const char *ended_on;
  const char *withdrawn_on;
  const char *today;
  GramPaymentNoticeState state;
} states[] = {
  { 0, NULL, NULL, NULL, "2027-01-15", GRAM_PAYMENT_NOTICE_ISSUED },
  { 0, NULL, NULL, NULL, "2027-02-14", GRAM_PAYMENT_NOTICE_ISSUED },
  { 0, NULL, NULL, NULL, "2027-02-15", GRAM_PAYMENT_NOTICE_OVERDUE },
  { 1, NULL, NULL, NULL, "2027-02-14", GRAM_PAYMENT_NOTICE_PART_PAID },
  { 9999, NULL, NULL, NULL, "2027-02-15", GRAM_PAYMENT_NOTICE_OVERDUE },
  { 10000, NULL, NULL, NULL, "2027-02-15", GRAM_PAYMENT_NOTICE_PAID },
  { 0, "2027-02-01", NULL, NULL, "2027-02-15", GRAM_PAYMENT_NOTICE_APPEALED },
  { 10000, "2027-02-01", NULL, NULL, "2027-02-15", GRAM_PAYMENT_NOTICE_APPEALED },
  { 0, "2027-02-01", "2027-03-01", NULL, "2027-03-01", GRAM_PAYMENT_NOTICE_OVERDUE },
  { 0, "2027-02-01", "2027-03-01", "2027-03-01", "2027-03-01", GRAM_PAYMENT_NOTICE_WITHDRAWN },
  { 10000, NULL, NULL, "2027-02-20", "2027-03-01", GRAM_PAYMENT_NOTICE_WITHDRAWN },
};

static void
test_states (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GramPaymentNoticeFacts facts = { 10000,
                                       states[i].paid,
                                       day_of ("2027-02-14"),
                                       day_of (states[i].appealed_on),
                                       day_of (states[i].ended_on),
                                       day_of (states[i].withdrawn_on) };

      g_assert_cmpint (gram_payment_notice_state (&facts, day_of (states[i].today)), ==,
                       states[i].state);
    }
}

/* Which verb is possible where, in the order of the states: issued, part paid, paid, overdue, appealed, withdrawn. */
static const struct
{
  GramPaymentNoticeVerb verb;
  const char *possible;
} verbs[] = {
  { GRAM_PAYMENT_NOTICE_PAY, "yyyyyy" },        { GRAM_PAYMENT_NOTICE_REVERSE, "yyyyyy" },
  { GRAM_PAYMENT_NOTICE_FORWARD, "yyyyyy" },    { GRAM_PAYMENT_NOTICE_APPEAL, "yyyynn" },
  { GRAM_PAYMENT_NOTICE_END_APPEAL, "nnnnyn" }, { GRAM_PAYMENT_NOTICE_WITHDRAW, "yyyyyn" },
  { GRAM_PAYMENT_NOTICE_REMIND, "nnnynn" },
};

static void
test_verbs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (int state = GRAM_PAYMENT_NOTICE_ISSUED; state <= GRAM_PAYMENT_NOTICE_WITHDRAWN; state++)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        gboolean can
            = gram_payment_notice_can ((GramPaymentNoticeState)state, verbs[i].verb, &refusal);

        g_assert_true (can == (verbs[i].possible[state - 1] == 'y'));
        g_assert_cmpstr (can ? NULL : refusal->id, ==, can ? NULL : "payment-notice.state");
        g_assert_cmpstr (gram_payment_notice_state_title ((GramPaymentNoticeState)state), !=, "");
      }
}

static void
test_split (void)
{
  static const struct
  {
    gint64 left;
    gint64 payment;
    gint64 paid;
    gint64 in_favour;
  } rows[] = {
    { 10000, 4000, 4000, 0 },
    { 6000, 6000, 6000, 0 },
    { 6000, 6001, 6000, 1 },
    { 0, 50, 0, 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 paid;
      gint64 in_favour;

      gram_payment_notice_split (rows[i].left, rows[i].payment, &paid, &in_favour);
      g_assert_cmpint (paid, ==, rows[i].paid);
      g_assert_cmpint (in_favour, ==, rows[i].in_favour);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/settlement/payments", test_payments);
  g_test_add_func ("/ccts/settlement/too-large", test_too_large);
  g_test_add_func ("/ccts/settlement/limits", test_limits);
  g_test_add_func ("/ccts/settlement/surrenders", test_surrenders);
  g_test_add_func ("/ccts/settlement/dues", test_dues);
  g_test_add_func ("/ccts/settlement/notices", test_notices);
  g_test_add_func ("/ccts/settlement/states", test_states);
  g_test_add_func ("/ccts/settlement/verbs", test_verbs);
  g_test_add_func ("/ccts/settlement/split", test_split);

  return g_test_run ();
}
