/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

/* What people are told of credits before they do something with them. */

/* A preview says line by line what an offer would do, and why it cannot be made. */
static const struct
{
  const char *arguments;
  const char *refusal; /* empty: it can be offered */
  gint64 credits;
  gint64 received;
  gint64 given[2]; /* of 2025 and 2026 */
  gint64 most;     /* of 2025: 3.55 are held */
  int to_kind;
} previews[] = {
  { "{'number': '@4', 'credits': '6'}", "", 600, 600, { 300, 300 }, 300, GRAM_ACCOUNT_CCS_USED },
  { "{'number': '@2', 'credits': '6'}", "", 600, 300, { 200, 400 }, 200, GRAM_ACCOUNT_CCS_NEW },
  { "{'number': '@2', 'credits': '7'}", "transfer.odd", 0, 0, { 0, 0 }, 200, GRAM_ACCOUNT_CCS_NEW },
  { "{'number': '@4', 'credits': '5', 'years': ['2026=5']}",
    "",
    500,
    500,
    { 0, 500 },
    300,
    GRAM_ACCOUNT_CCS_USED },
  { "{'number': '@4', 'credits': '99'}",
    "transfer.not-held",
    0,
    0,
    { 0, 0 },
    300,
    GRAM_ACCOUNT_CCS_USED },
  { "{'credits': '6'}", "transfer.number", 0, 0, { 0, 0 }, 300, 0 },
  { "{'number': '@4'}", "transfer.credits", 0, 0, { 0, 0 }, 300, GRAM_ACCOUNT_CCS_USED },
  { "{'number': '@2'}", "transfer.credits", 0, 0, { 0, 0 }, 200, GRAM_ACCOUNT_CCS_NEW },
  { "{'number': '@2', 'credits': '6', 'years': ['2025=3']}",
    "transfer.years",
    0,
    0,
    { 0, 0 },
    200,
    GRAM_ACCOUNT_CCS_NEW },
  { "{'number': '@1', 'credits': '6'}", "transfer.own-account", 0, 0, { 0, 0 }, 300, 0 },
  { "{}", "transfer.number", 0, 0, { 0, 0 }, 300, 0 },
};

static void
test_preview (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const gint64 held[] = { 355, 1000 };
  gint64 length;

  credit_carry_in (f, CREDIT_USED, 2025, "3.55");
  credit_carry_in (f, CREDIT_USED, 2026, "10.00");
  length = fixture_journal_length (f);
  for (gsize i = 0; i < G_N_ELEMENTS (previews); i++)
    {
      g_autoptr (GramCreditOffer) offer
          = credit_preview (f, CREDIT_USED, "%s", previews[i].arguments);

      g_assert_cmpstr (offer->refusal != NULL ? offer->refusal->id : "", ==, previews[i].refusal);
      g_assert_cmpint (offer->credits, ==, previews[i].credits);
      g_assert_cmpint (offer->received, ==, previews[i].received);
      g_assert_cmpint (offer->to_kind, ==, previews[i].to_kind);
      g_assert_cmpstr (offer->lapses_on, ==, previews[i].credits != 0 ? "2026-03-30" : NULL);
      g_assert_cmpuint (offer->lines->len, ==, 2);
      for (guint line = 0; line < 2; line++)
        {
          const GramCreditOfferLine *row = offer->lines->pdata[line];

          g_assert_cmpint (row->year, ==, 2025 + (int)line);
          g_assert_cmpint (row->available, ==, held[line]);
          g_assert_cmpint (row->most, ==, line == 0 ? previews[i].most : 1000);
          g_assert_cmpint (row->credits, ==, previews[i].given[line]);
        }
    }
  g_assert_cmpint (fixture_journal_length (f), ==, length);
}

/* The kind of an account that nothing can be given to is nobody's business. */
static void
test_preview_hidden (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCreditOffer) before = NULL;
  g_autoptr (GramCreditOffer) after = NULL;

  credit_carry_in (f, CREDIT_USED, 2026, "10.00");
  before = credit_preview (f, CREDIT_USED, "{'number': '@2'}");
  g_assert_cmpint (before->to_kind, ==, GRAM_ACCOUNT_CCS_NEW);
  credit_set_aml (f, CREDIT_NEW, "refused", "");
  after = credit_preview (f, CREDIT_USED, "{'number': '@2'}");
  g_assert_cmpint (after->to_kind, ==, 0);
  g_assert_cmpstr (after->refusal->id, ==, "transfer.credits");
}

/* Who may look and who may offer, and why not. */
static const struct
{
  FixturePerson who;
  int place;
  const char *view;  /* refusal of the question, empty none */
  const char *offer; /* refusal of transfer.offer, empty none */
} askers[] = {
  { OWNER, CREDIT_USED, "", "" },
  { TRADER, CREDIT_USED, "", "" },
  { VIEWER, CREDIT_USED, "", "permission.missing" },
  { READER, CREDIT_USED, "", "permission.missing" },
  { STRANGER, CREDIT_USED, "account.unknown", "" },
  { STRANGER, CREDIT_NEW, "", "transfer.nothing" },
  { OWNER, 3, "account.other-scheme", "" },
};

static void
test_allows (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);

  credit_carry_in (f, CREDIT_USED, 2025, "3.55");
  credit_carry_in (f, CREDIT_NEW, 2025, "0.99");
  for (gsize i = 0; i < G_N_ELEMENTS (askers); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramCredits) credits
          = gram_registry_credits (f->registry, f->actors[askers[i].who], askers[i].place, &refusal,
                                   NULL);
      const GramRefusal *offer;

      g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, askers[i].view);
      if (credits == NULL)
        continue;
      offer = gram_credits_get_refusal (credits, "transfer.offer");
      g_assert_cmpstr (offer != NULL ? offer->id : "", ==, askers[i].offer);
    }
}

/* Only who opted in is listed, with the kind; never the one who chooses. */
static void
test_receivers (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const int listed[] = { CREDIT_USED, 3, CREDIT_OTHER };
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const GramCreditReceiver *receiver;

  none = gram_registry_credit_receivers (f->registry, f->actors[OWNER], 1, NULL, 0, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
    g_assert_cmpstr (fixture_do (f, credit_owner (listed[i]), "account.set-directory",
                                 "{'account': '@%d', 'listed': true}", listed[i]),
                     ==, "");
  found = gram_registry_credit_receivers (f->registry, f->actors[OWNER], CREDIT_USED, NULL, 0, NULL,
                                          NULL);
  g_assert_cmpuint (found->len, ==, 1);
  receiver = found->pdata[0];
  g_assert_cmpstr (receiver->number, ==, f->numbers[CREDIT_OTHER]);
  g_assert_cmpstr (receiver->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpint (receiver->kind, ==, GRAM_ACCOUNT_CCS_USED);
  one = gram_registry_credit_receivers (f->registry, f->actors[STRANGER], CREDIT_USED, NULL, 1,
                                        NULL, NULL);
  g_assert_cmpuint (one->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/queries-credits/preview", test_preview);
  g_test_add_func ("/registry/queries-credits/preview-hidden", test_preview_hidden);
  g_test_add_func ("/registry/queries-credits/allows", test_allows);
  g_test_add_func ("/registry/queries-credits/receivers", test_receivers);
  return g_test_run ();
}
