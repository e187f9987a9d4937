/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-texts.h"

#include <locale.h>

/* What people read of the events of the CCTS, from the facts of the detail; a detail that says less is told in fewer words. */
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
