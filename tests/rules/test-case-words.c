/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-words.h"
#include "gram-ccs-words.h"
#include "gram-ccts-words.h"

typedef const char *(*TitleFunc) (int value);

/* Every value of every vocabulary has a title of its own. */
static void
check_titles (const char *vocabulary, TitleFunc title)
{
  g_autofree const char **words = gram_words_of (vocabulary);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int value = 0;

      g_assert_true (gram_word_parse (vocabulary, words[i], &value));
      g_assert_cmpstr (title (value), !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer)title (value)));
    }
}

static const char *
event_title (int value)
{
  return gram_event_row ((GramEvent)value)->title;
}

static void
test_titles (void)
{
  static const struct
  {
    const char *vocabulary;
    TitleFunc title;
  } rows[] = {
    { "case-kind", (TitleFunc)gram_case_kind_title },
    { "case-state", (TitleFunc)gram_case_state_title },
    { "case-outcome", (TitleFunc)gram_case_outcome_title },
    { "dispute-kind", (TitleFunc)gram_dispute_kind_title },
    { "lane", (TitleFunc)gram_lane_title },
    { "message-kind", (TitleFunc)gram_message_kind_title },
    { "difference-decision", (TitleFunc)gram_difference_decision_title },
    { "event", event_title },
    { "pool-state", (TitleFunc)gram_pool_state_title },
    { "trade-side", (TitleFunc)gram_trade_side_title },
    { "trade-state", (TitleFunc)gram_trade_state_title },
    { "conversion-direction", (TitleFunc)gram_conversion_direction_title },
    { "notice-payment-kind", (TitleFunc)gram_notice_payment_kind_title },
    { "document-kind", (TitleFunc)gram_document_kind_title },
    { "charge-kind", (TitleFunc)gram_charge_kind_title },
    { "charge-state", (TitleFunc)gram_charge_state_title },
    { "charge-settlement-kind", (TitleFunc)gram_charge_settlement_kind_title },
    { "payment-kind", (TitleFunc)gram_payment_kind_title },
    { "borrowing-state", (TitleFunc)gram_borrowing_state_title },
    { "credit-transfer-state", (TitleFunc)gram_credit_transfer_state_title },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_titles (rows[i].vocabulary, rows[i].title);
  g_assert_cmpstr (gram_case_outcome_title (GRAM_CASE_OUTCOME_NONE), ==, "");
}

/* Facts §11 and vets-order §6: which cases a scheme knows. */
static void
test_kinds (void)
{
  g_autofree const char **words = gram_words_of ("case-kind");
  guint ccs = gram_case_kinds_of (GRAM_SCHEME_CCS);
  guint ccts = gram_case_kinds_of (GRAM_SCHEME_CCTS);

  g_assert_cmpuint (g_strv_length ((char **)words), ==, GRAM_CASE_KIND_N);
  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    {
      int kind = 0;

      g_assert_true (gram_word_parse ("case-kind", words[i], &kind));
      g_assert_cmpuint (gram_case_kind_index ((GramCaseKind)kind), ==, i);
    }
  g_assert_cmphex (ccs, ==, GRAM_CASE_ALL_KINDS & ~GRAM_CASE_POOL);
  g_assert_cmphex (ccts, ==,
                   GRAM_CASE_ALL_KINDS
                       & ~(GRAM_CASE_APPLICATION | GRAM_CASE_AML | GRAM_CASE_BORROWING));
}

/* Issue 4, what people are told: who, what has to be permitted, and what is on from the start. */
#define BOTH (GRAM_SIDE_HOLDER | GRAM_SIDE_ADMINISTRATOR)

static const struct
{
  const char *word;
  guint sides;
  guint permission;
  gboolean desktop;
} events[] = {
  { "vehicle-ready", GRAM_SIDE_HOLDER, GRAM_PERMISSION_ACCEPT, TRUE },
  { "auto-accepted", GRAM_SIDE_HOLDER, GRAM_PERMISSION_ACCEPT, FALSE },
  { "dispute-decided", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "information-asked", GRAM_SIDE_HOLDER, GRAM_PERMISSION_ACCEPT, TRUE },
  { "information-given", GRAM_SIDE_ADMINISTRATOR, 0, TRUE },
  { "message", BOTH, GRAM_PERMISSION_ACCEPT, FALSE },
  { "case-assigned", GRAM_SIDE_ADMINISTRATOR, 0, TRUE },
  { "due-soon", GRAM_SIDE_ADMINISTRATOR, 0, FALSE },
  { "overdue", GRAM_SIDE_ADMINISTRATOR, 0, TRUE },
  { "permission-changed", GRAM_SIDE_HOLDER, 0, FALSE },
  { "account-suspended", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "trade-waiting", GRAM_SIDE_HOLDER, GRAM_PERMISSION_TRANSFER, TRUE },
  { "trade-differs", GRAM_SIDE_HOLDER, GRAM_PERMISSION_TRANSFER, TRUE },
  { "trade-matched", BOTH, GRAM_PERMISSION_TRANSFER, FALSE },
  { "trade-decided", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "trade-void", BOTH, GRAM_PERMISSION_VIEW, TRUE },
  { "allocation-posted", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "payment-notice", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "payment-overdue", BOTH, GRAM_PERMISSION_VIEW, TRUE },
  { "pool-asked", BOTH, GRAM_PERMISSION_EDIT, TRUE },
  { "pool-decided", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "window-opens", BOTH, GRAM_PERMISSION_VIEW, TRUE },
  { "window-closes", BOTH, GRAM_PERMISSION_VIEW, TRUE },
  { "transfer-offered", GRAM_SIDE_HOLDER, GRAM_PERMISSION_TRANSFER, TRUE },
  { "transfer-decided", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "transfer-lapsed", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "credits-lapse-soon", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "credits-lapsed", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "charge-due", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "charge-overdue", BOTH, GRAM_PERMISSION_VIEW, TRUE },
  { "fleet-year-settled", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "borrowing-asked", GRAM_SIDE_ADMINISTRATOR, 0, TRUE },
  { "borrowing-decided", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE },
  { "payment-recorded", GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, FALSE },
};

static void
test_events (void)
{
  gsize n = 0;
  const GramEventRow *rows = gram_event_rows (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (events));
  g_assert_cmpuint (n, ==, GRAM_EVENT_N);
  for (gsize i = 0; i < n; i++)
    {
      int event = 0;

      g_assert_true (gram_word_parse ("event", events[i].word, &event));
      g_assert_true (gram_event_row ((GramEvent)event) == &rows[i]);
      g_assert_cmpint (rows[i].event, ==, event);
      g_assert_cmphex (rows[i].sides, ==, events[i].sides);
      g_assert_cmphex (rows[i].permission, ==, events[i].permission);
      g_assert_true (rows[i].inbox);
      g_assert_true (rows[i].desktop == events[i].desktop);
      g_assert_true (g_str_has_suffix (rows[i].sentence, "."));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-words/titles", test_titles);
  g_test_add_func ("/case-words/kinds", test_kinds);
  g_test_add_func ("/case-words/events", test_events);

  return g_test_run ();
}
