/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-notice.h"

#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define NOTICE "CCTS art. 39(4)"
#define NOTHING "CCTS art. 39(1)"
#define APPEALS "CCTS art. 108"
#define MAX_TEXT 4000

#define STATE(state) (1u << (state))
#define OPEN                                                                                       \
  (STATE (GRAM_PAYMENT_NOTICE_ISSUED) | STATE (GRAM_PAYMENT_NOTICE_PART_PAID)                      \
   | STATE (GRAM_PAYMENT_NOTICE_OVERDUE))
#define STANDING (OPEN | STATE (GRAM_PAYMENT_NOTICE_PAID) | STATE (GRAM_PAYMENT_NOTICE_APPEALED))
#define EVERY (STANDING | STATE (GRAM_PAYMENT_NOTICE_WITHDRAWN))

/* The five things of art. 39(5), in their order. */
static const struct
{
  const char *title;
  const char *article;
} items[GRAM_PAYMENT_NOTICE_ITEM_N] = {
  [GRAM_PAYMENT_NOTICE_AMOUNT] = { N_ ("Amount and calculation"), "CCTS art. 39(5)(a)" },
  [GRAM_PAYMENT_NOTICE_DUE_ON] = { N_ ("Last day to pay"), "CCTS art. 39(5)(b)" },
  [GRAM_PAYMENT_NOTICE_PAYABLE_TO] = { N_ ("Payable to"), "CCTS art. 39(5)(c)" },
  [GRAM_PAYMENT_NOTICE_HOW_TO_PAY] = { N_ ("How to pay"), "CCTS art. 39(5)(d)" },
  [GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS] = { N_ ("Rights of appeal"), "CCTS art. 39(5)(e)" },
};

static const GramTitle state_titles[] = {
  { GRAM_PAYMENT_NOTICE_ISSUED, NC_ ("payment notice", "Issued") },
  { GRAM_PAYMENT_NOTICE_PART_PAID, NC_ ("payment notice", "Part Paid") },
  { GRAM_PAYMENT_NOTICE_PAID, NC_ ("payment notice", "Paid") },
  { GRAM_PAYMENT_NOTICE_OVERDUE, NC_ ("payment notice", "Overdue") },
  { GRAM_PAYMENT_NOTICE_APPEALED, NC_ ("payment notice", "Appealed") },
  { GRAM_PAYMENT_NOTICE_WITHDRAWN, NC_ ("payment notice", "Withdrawn") },
};

/* What can be done in which states. Money that comes in is recorded whatever the state: it is there. */
static const struct
{
  GramPaymentNoticeVerb verb;
  guint states;
} verbs[] = {
  { GRAM_PAYMENT_NOTICE_PAY, EVERY },
  { GRAM_PAYMENT_NOTICE_REVERSE, EVERY },
  { GRAM_PAYMENT_NOTICE_FORWARD, EVERY },
  { GRAM_PAYMENT_NOTICE_APPEAL, OPEN | STATE (GRAM_PAYMENT_NOTICE_PAID) },
  { GRAM_PAYMENT_NOTICE_END_APPEAL, STATE (GRAM_PAYMENT_NOTICE_APPEALED) },
  { GRAM_PAYMENT_NOTICE_WITHDRAW, STANDING },
  { GRAM_PAYMENT_NOTICE_REMIND, STATE (GRAM_PAYMENT_NOTICE_OVERDUE) },
};

/* Where a notice stands, as the answer to whatever is not possible there. */
static const struct
{
  GramPaymentNoticeState state;
  const char *article;
  const char *message;
} refusals[] = {
  { GRAM_PAYMENT_NOTICE_ISSUED, NOTICE,
    N_ ("The payment notice is given and not appealed, and there is time to pay it") },
  { GRAM_PAYMENT_NOTICE_PART_PAID, NOTICE,
    N_ ("The payment notice is paid in part and not appealed, and there is time to pay the rest") },
  { GRAM_PAYMENT_NOTICE_PAID, NOTICE, N_ ("The payment notice is paid") },
  { GRAM_PAYMENT_NOTICE_OVERDUE, NOTICE,
    N_ ("The payment notice is overdue and not appealed; it has to be paid") },
  { GRAM_PAYMENT_NOTICE_APPEALED, APPEALS,
    N_ ("The payment notice is under appeal; wait until the appeal has ended") },
  { GRAM_PAYMENT_NOTICE_WITHDRAWN, NOTICE,
    N_ ("The payment notice was withdrawn; where something is owed, give a new one") },
};

const char *
gram_payment_notice_state_title (GramPaymentNoticeState state)
{
  return GRAM_TITLE ("payment notice", state_titles, state);
}

const char *
gram_payment_notice_item_title (GramPaymentNoticeItem item)
{
  g_return_val_if_fail ((guint)item < GRAM_PAYMENT_NOTICE_ITEM_N, "");

  return _ (items[item].title);
}

const char *
gram_payment_notice_item_article (GramPaymentNoticeItem item)
{
  g_return_val_if_fail ((guint)item < GRAM_PAYMENT_NOTICE_ITEM_N, "");

  return items[item].article;
}

GramDate
gram_payment_notice_due_earliest (const GramCctsRules *rules, GramDate given_on)
{
  int days;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);
  g_return_val_if_fail (gram_date_is_valid (given_on), GRAM_DATE_NONE);

  days = rules->notice_days;
  if (rules->choices->due_counting == GRAM_DUE_CLEAR_DAYS)
    days++;

  return _gram_days_later (given_on, days);
}

static gboolean
check_due (const GramCctsRules *rules, const GramPaymentNoticeForm *form, GramRefusal **refusal)
{
  GramDate earliest = gram_payment_notice_due_earliest (rules, form->given_on);
  g_autofree char *day = NULL;

  if (gram_date_is_valid (form->due_on) && gram_date_compare (form->due_on, earliest) >= 0)
    return TRUE;

  day = gram_date_format_for_people (earliest);
  return gram_refuse (refusal, "payment-notice.due-too-soon",
                      items[GRAM_PAYMENT_NOTICE_DUE_ON].article,
                      /* Translators: %d is a number of days, %s a day */
                      g_dngettext (GETTEXT_PACKAGE,
                                   "There has to be %d day at least to pay; choose %s or a day "
                                   "after",
                                   "There have to be %d days at least to pay; choose %s or a day "
                                   "after",
                                   (gulong)rules->notice_days),
                      rules->notice_days, day);
}

static gboolean
check_text (GramPaymentNoticeItem item, const char *text, GramRefusal **refusal)
{
  g_autofree char *stripped = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return gram_refuse (refusal, "payment-notice.text", items[item].article, _ ("%s: %s"),
                        _ (items[item].title), _ ("this is not text; write it again"));

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*stripped == '\0')
    return gram_refuse (refusal, "payment-notice.missing", items[item].article,
                        /* Translators: %s names a part of a payment notice */
                        _ ("A payment notice has to say “%s”; fill it in"), _ (items[item].title));
  if (_gram_has_control (stripped, "\n\t"))
    return gram_refuse (refusal, "payment-notice.text", items[item].article, _ ("%s: %s"),
                        _ (items[item].title),
                        _ ("there is a character that cannot be shown; remove it"));
  if (g_utf8_strlen (stripped, -1) > MAX_TEXT)
    return gram_refuse (refusal, "payment-notice.text", items[item].article, _ ("%s: %s"),
                        _ (items[item].title), _ ("this is too long; shorten it"));

  return TRUE;
}

static gboolean
check_item (const GramCctsRules *rules,
            const GramPaymentNoticeForm *form,
            GramPaymentNoticeItem item,
            GramRefusal **refusal)
{
  switch (item)
    {
    case GRAM_PAYMENT_NOTICE_AMOUNT:
      return form->amount > 0
             || gram_refuse (refusal, "payment-notice.nothing-to-pay", NOTHING,
                             _ ("The participant has accounted for all of its activity; there is "
                                "nothing to pay"));

    case GRAM_PAYMENT_NOTICE_DUE_ON:
      return check_due (rules, form, refusal);

    case GRAM_PAYMENT_NOTICE_PAYABLE_TO:
      return check_text (item, form->payable_to, refusal);

    case GRAM_PAYMENT_NOTICE_HOW_TO_PAY:
      return check_text (item, form->how_to_pay, refusal);

    case GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS:
      return check_text (item, form->appeal_rights, refusal);

    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
gram_payment_notice_check (const GramCctsRules *rules,
                           const GramPaymentNoticeForm *form,
                           GramPaymentNoticeItem *item,
                           GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (form != NULL, FALSE);
  g_return_val_if_fail (gram_date_is_valid (form->given_on), FALSE);

  for (int i = 0; i < GRAM_PAYMENT_NOTICE_ITEM_N; i++)
    if (!check_item (rules, form, (GramPaymentNoticeItem)i, refusal))
      {
        if (item != NULL)
          *item = (GramPaymentNoticeItem)i;
        return FALSE;
      }

  return TRUE;
}

GramPaymentNoticeState
gram_payment_notice_state (const GramPaymentNoticeFacts *facts, GramDate today)
{
  g_return_val_if_fail (facts != NULL, GRAM_PAYMENT_NOTICE_ISSUED);

  if (gram_date_is_valid (facts->withdrawn_on))
    return GRAM_PAYMENT_NOTICE_WITHDRAWN;
  if (gram_date_is_valid (facts->appealed_on) && !gram_date_is_valid (facts->appeal_ended_on))
    return GRAM_PAYMENT_NOTICE_APPEALED;
  if (facts->paid >= facts->amount)
    return GRAM_PAYMENT_NOTICE_PAID;
  if (gram_date_compare (today, facts->due_on) > 0)
    return GRAM_PAYMENT_NOTICE_OVERDUE;

  return facts->paid > 0 ? GRAM_PAYMENT_NOTICE_PART_PAID : GRAM_PAYMENT_NOTICE_ISSUED;
}

gboolean
gram_payment_notice_can (GramPaymentNoticeState state,
                         GramPaymentNoticeVerb verb,
                         GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].verb == verb && (verbs[i].states & STATE (state)) != 0)
      return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == state)
      return gram_refuse (refusal, "payment-notice.state", refusals[i].article, "%s",
                          _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}

void
gram_payment_notice_split (gint64 left, gint64 payment, gint64 *paid, gint64 *in_favour)
{
  g_return_if_fail (left >= 0);
  g_return_if_fail (payment > 0);
  g_return_if_fail (paid != NULL && in_favour != NULL);

  *paid = MIN (left, payment);
  *in_favour = payment - *paid;
}
