/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-texts.h"

#include <locale.h>

/* What people read of the events of the two schemes, from the facts of the detail; a detail that says less is told in fewer words. */
static const struct
{
  GramEvent event;
  const char *detail;
  const char *sentence;
} rows[] = {
  { GRAM_EVENT_TRADE_WAITING, "{\"quantity\":0,\"year\":2025}",
    "This account is named in a trade of 2025; notify it too if it has taken place" },
  { GRAM_EVENT_TRADE_WAITING, "{\"quantity\":1,\"year\":2025}",
    "The trade of 1 allowance of 2025 waits for the notification of the other party" },
  { GRAM_EVENT_TRADE_DIFFERS, "{\"quantity\":400,\"year\":2025}",
    "Your trade of 400 allowances of 2025 differs from what the other party notified; compare and "
    "amend it" },
  { GRAM_EVENT_TRADE_MATCHED, "{\"quantity\":400,\"year\":2025}",
    "Both parties have notified the same trade of 400 allowances of 2025" },
  { GRAM_EVENT_TRADE_DECIDED, "{\"quantity\":400,\"year\":2025,\"state\":\"registered\"}",
    "The trade of 400 allowances of 2025 is registered" },
  { GRAM_EVENT_TRADE_DECIDED, "{\"quantity\":400,\"year\":2025,\"state\":\"refused\"}",
    "The trade of 400 allowances of 2025 was refused; it is treated as not having taken place" },
  { GRAM_EVENT_TRADE_VOID, "{\"quantity\":400,\"year\":2025}",
    "The trade of 400 allowances of 2025 is treated as not having taken place: the window has "
    "ended" },
  { GRAM_EVENT_TRADE_VOID, "{\"year\":2025}",
    "The trading window of 2025 has ended with notifications that nothing matches" },
  { GRAM_EVENT_ALLOCATION_POSTED, "{\"quantity\":900,\"posted\":900,\"year\":2025}",
    "900 allowances of 2025 are allocated" },
  { GRAM_EVENT_ALLOCATION_POSTED, "{\"quantity\":900,\"posted\":-10,\"year\":2025}",
    "The allocation of 2025 is corrected to 900 allowances" },
  { GRAM_EVENT_PAYMENT_NOTICE,
    "{\"label\":\"PN-2025-0001\",\"amount\":8600,\"day\":\"2027-02-26\"}",
    "Payment notice PN-2025-0001 is given: £86.00, payable by 26 February 2027" },
  { GRAM_EVENT_PAYMENT_NOTICE, "{\"label\":\"PN-2025-0001\",\"amount\":0,\"day\":\"2027-02-26\"}",
    "Payment notice PN-2025-0001 is withdrawn" },
  { GRAM_EVENT_PAYMENT_OVERDUE,
    "{\"label\":\"PN-2025-0001\",\"amount\":8600,\"day\":\"2027-02-26\"}",
    "Payment notice PN-2025-0001 is overdue since 26 February 2027: £86.00 are owed" },
  { GRAM_EVENT_POOL_ASKED, "{\"label\":\"50 %s\",\"state\":\"gathering\"}",
    "The pool “50 %s” names this account as a member; agree, or withdraw" },
  { GRAM_EVENT_POOL_ASKED, "{\"label\":\"Small\",\"state\":\"applied\"}",
    "All members have agreed to the pool “Small”; it waits for a decision" },
  { GRAM_EVENT_POOL_DECIDED, "{\"label\":\"50 %s\",\"state\":\"granted\"}",
    "The pool “50 %s” is granted" },
  { GRAM_EVENT_POOL_DECIDED, "{\"label\":\"Small\",\"state\":\"declined\"}",
    "The pool “Small” is declined" },
  { GRAM_EVENT_POOL_DECIDED, "{\"label\":\"Small\",\"state\":\"withdrawn\"}",
    "The pool “Small” is withdrawn" },
  { GRAM_EVENT_POOL_DECIDED, "{\"label\":\"Small\",\"state\":\"ended\"}",
    "The pool “Small” has ended" },
  { GRAM_EVENT_POOL_DECIDED, "{\"label\":\"Small\"}", "The pool “Small” has changed" },
  { GRAM_EVENT_WINDOW_OPENS, "{\"year\":2025,\"day\":\"2026-11-01\"}",
    "The trading window of 2025 opened on 1 November 2026" },
  { GRAM_EVENT_WINDOW_CLOSES, "{\"year\":2025,\"day\":\"2026-12-31\"}",
    "The trading window of 2025 closes on 31 December 2026; nothing is traded, converted or "
    "surrendered after it" },
  { GRAM_EVENT_TRANSFER_OFFERED,
    "{\"label\":\"10000017\",\"quantity\":2000,\"state\":\"offered\",\"day\":\"2027-05-15\"}",
    "Account 10000017 offers 20.00 credits; accept or decline them by 15 May 2027" },
  { GRAM_EVENT_TRANSFER_DECIDED,
    "{\"label\":\"10000017\",\"quantity\":2000,\"state\":\"accepted\"}",
    "Account 10000017 has accepted the transfer of 20.00 credits" },
  { GRAM_EVENT_TRANSFER_DECIDED,
    "{\"label\":\"10000017\",\"quantity\":2000,\"state\":\"declined\"}",
    "Account 10000017 has declined the transfer of 20.00 credits; they can be used again" },
  { GRAM_EVENT_TRANSFER_DECIDED,
    "{\"label\":\"10000017\",\"quantity\":2000,\"state\":\"cancelled\"}",
    "Account 10000017 has cancelled the transfer of 20.00 credits" },
  { GRAM_EVENT_TRANSFER_DECIDED, "{\"label\":\"%s\",\"quantity\":2000}",
    "The transfer with account %s of 20.00 credits has changed" },
  { GRAM_EVENT_TRANSFER_LAPSED, "{\"label\":\"10000017\",\"quantity\":2000,\"day\":\"2027-05-15\"}",
    "The transfer of 20.00 credits with account 10000017 has lapsed; it could be accepted until "
    "15 May 2027" },
  { GRAM_EVENT_CREDITS_LAPSE_SOON, "{\"quantity\":1555,\"year\":2025,\"day\":\"2029-12-31\"}",
    "15.55 credits of 2025 lapse after 31 December 2029; use or transfer them until then" },
  { GRAM_EVENT_CREDITS_LAPSED, "{\"quantity\":1555,\"year\":2025,\"day\":\"2029-12-31\"}",
    "15.55 credits of 2025 have lapsed; their last day was 31 December 2029" },
  { GRAM_EVENT_CHARGE_DUE, "{\"amount\":149745,\"year\":2026,\"day\":\"2027-03-31\"}",
    "$1\u202f497.45 of the charges of 2026 are to be settled by 31 March 2027" },
  { GRAM_EVENT_CHARGE_OVERDUE, "{\"amount\":149745,\"year\":2026,\"day\":\"2027-03-31\"}",
    "$1\u202f497.45 of the charges of 2026 are overdue; the last day was 31 March 2027" },
  { GRAM_EVENT_FLEET_YEAR_SETTLED, "{\"amount\":149745,\"year\":2026,\"day\":\"2027-03-31\"}",
    "The Fleet Average year 2026 is settled: $1\u202f497.45 are to be settled by 31 March 2027" },
  { GRAM_EVENT_FLEET_YEAR_SETTLED, "{\"quantity\":1788,\"year\":2026,\"day\":\"2027-03-31\"}",
    "The Fleet Average year 2026 is settled: 17.88 credits are earned" },
  { GRAM_EVENT_FLEET_YEAR_SETTLED, "{\"year\":2026,\"day\":\"2027-03-31\"}",
    "The Fleet Average year 2026 is settled: there is nothing to pay" },
  { GRAM_EVENT_BORROWING_ASKED, "{\"label\":\"10000017\",\"year\":2026,\"state\":\"asked\"}",
    "Account 10000017 asks to carry its shortfall of 2026 into the next year" },
  { GRAM_EVENT_BORROWING_DECIDED, "{\"year\":2026,\"state\":\"approved\"}",
    "The shortfall of 2026 is carried into the next year" },
  { GRAM_EVENT_BORROWING_DECIDED, "{\"year\":2026,\"state\":\"declined\"}",
    "The shortfall of 2026 is not carried into the next year; the charge stays due" },
  { GRAM_EVENT_PAYMENT_RECORDED, "{\"amount\":6756,\"posted\":0,\"state\":\"payment\"}",
    "A payment of $67.56 is recorded; $0.00 are pending now" },
  { GRAM_EVENT_PAYMENT_RECORDED, "{\"amount\":6756,\"posted\":6756,\"state\":\"reversal\"}",
    "A payment of $67.56 is reversed; $67.56 are pending now" },
  { GRAM_EVENT_PAYMENT_RECORDED, "{\"amount\":6756,\"state\":\"pay-back\"}",
    "$67.56 that stood in favour have been paid back" },
};

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GramNoticeRecord record = { .event = rows[i].event, .detail = (char *)rows[i].detail };
      g_autofree char *sentence = gram_notice_dup_sentence (&record);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

/* Each event says something of a detail that is empty, damaged, or of another shape. */
static void
test_damaged (void)
{
  static const char *const details[]
      = { "", "{}", "{", "[]", "{\"year\":\"x\",\"quantity\":-1,\"state\":7,\"label\":[]}" };

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
      {
        const GramNoticeRecord record = { .event = (GramEvent)event, .detail = (char *)details[i] };
        g_autofree char *sentence = gram_notice_dup_sentence (&record);

        g_assert_cmpstr (sentence, !=, "");
      }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/notice-texts/sentences", test_sentences);
  g_test_add_func ("/registry/notice-texts/damaged", test_damaged);

  return g_test_run ();
}
