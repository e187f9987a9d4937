/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "credit-fixture.h"

#include "gram-identifier.h"
#include "gram-queries-statement.h"

#include <inttypes.h>

/* Who may take part in a transfer, at the offer and when it is accepted, and what nobody learns of the other holder. */

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"
#define FROM CREDIT_USED
#define TO CREDIT_OTHER

/* What becomes of an account. */
typedef enum
{
  NOT_VERIFIED,
  VERIFICATION_OVER,
  SUSPENDED,
  CLOSING,
  CLOSED,
} Trouble;

static void
make_trouble (Fixture *f, int place, Trouble trouble)
{
  static const GramAccountState states[] = { [SUSPENDED] = GRAM_ACCOUNT_SUSPENDED,
                                             [CLOSING] = GRAM_ACCOUNT_CLOSING,
                                             [CLOSED] = GRAM_ACCOUNT_CLOSED };

  switch (trouble)
    {
    case NOT_VERIFIED:
      credit_set_aml (f, place, "refused", "");
      break;

    case VERIFICATION_OVER:
      credit_set_aml (f, place, "verified", ", 'until': '2026-03-17'");
      life_set_day ("2026-03-18");
      break;

    case SUSPENDED:
    case CLOSING:
    case CLOSED:
      fixture_set_state (f, place, states[trouble]);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Facts §7: both verified, whether they give or get; §10: suspended and closed accounts do neither. */
static const struct
{
  int place;
  gboolean after; /* the offer */
  Trouble trouble;
  const char *refusal;
} rows[] = {
  { FROM, FALSE, NOT_VERIFIED, "transfer.aml" },
  { FROM, FALSE, VERIFICATION_OVER, "transfer.aml" },
  { FROM, FALSE, SUSPENDED, "account.suspended" },
  { FROM, FALSE, CLOSING, "" }, /* what is left is to be transferred */
  { FROM, FALSE, CLOSED, "account.closed" },
  { TO, FALSE, NOT_VERIFIED, "transfer.other-cannot" },
  { TO, FALSE, VERIFICATION_OVER, "transfer.other-cannot" },
  { TO, FALSE, SUSPENDED, "transfer.other-cannot" },
  { TO, FALSE, CLOSING, "transfer.other-cannot" },
  { TO, FALSE, CLOSED, "transfer.other-cannot" },
  { FROM, TRUE, NOT_VERIFIED, "transfer.other-cannot" },
  { FROM, TRUE, VERIFICATION_OVER, "transfer.other-cannot" },
  { FROM, TRUE, SUSPENDED, "transfer.other-cannot" },
  { FROM, TRUE, CLOSING, "" },
  { FROM, TRUE, CLOSED, "transfer.other-cannot" },
  { TO, TRUE, NOT_VERIFIED, "transfer.aml" },
  { TO, TRUE, VERIFICATION_OVER, "transfer.aml" },
  { TO, TRUE, SUSPENDED, "account.suspended" },
  { TO, TRUE, CLOSING, "account.closing" },
  { TO, TRUE, CLOSED, "account.closed" },
};

/* Of the same kind of refusal there is one sentence, whatever the reason. */
static void
check_same (char **sentence, const char *message)
{
  if (*sentence == NULL)
    *sentence = g_strdup (message);
  g_assert_cmpstr (message, ==, *sentence);
}

static void
test_sides (void)
{
  g_autofree char *at_offer = NULL;
  g_autofree char *at_acceptance = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
      gboolean done;
      gint64 id;

      credit_carry_in (f, FROM, 2025, "10.00");
      if (!rows[i].after)
        make_trouble (f, rows[i].place, rows[i].trouble);
      g_assert_cmpstr (credit_offer (f, FROM, TO, "10", ""), ==,
                       rows[i].after ? "" : rows[i].refusal);
      credit_check (f, FROM, 2025, *f->refusal == '\0' ? 0 : 1000, *f->refusal == '\0' ? 1000 : 0);
      if (!rows[i].after && g_str_equal (rows[i].refusal, "transfer.other-cannot"))
        check_same (&at_offer, f->message);
      if (!rows[i].after)
        continue;
      id = fixture_result (f, "transfer");
      make_trouble (f, rows[i].place, rows[i].trouble);
      g_assert_cmpstr (credit_answer (f, TO, "transfer.accept", id), ==, rows[i].refusal);
      if (g_str_equal (rows[i].refusal, "transfer.other-cannot"))
        check_same (&at_acceptance, f->message);
      done = *rows[i].refusal == '\0';
      credit_check (f, FROM, 2025, 0, done ? 0 : 1000);
      credit_check (f, TO, 2025, done ? 1000 : 0, 0);
      credit_check_state (f, id,
                          done ? GRAM_CREDIT_TRANSFER_ACCEPTED : GRAM_CREDIT_TRANSFER_OFFERED);
    }
  g_assert_cmpstr (at_offer, !=, at_acceptance);
}

/* A number of nobody, one of the other scheme and one that cannot: who offers cannot tell them apart. */
static void
test_numbers (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *sentence = NULL;
  char nobody[GRAM_ACCOUNT_NUMBER_BUFFER];
  const char *numbers[] = { nobody, f->numbers[3], f->numbers[TO] };

  g_assert_true (gram_account_number_make (4711, nobody, NULL));
  credit_carry_in (f, FROM, 2025, "10.00");
  make_trouble (f, TO, SUSPENDED);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GramCreditOffer) preview
          = credit_preview (f, FROM, "{'number': '%s', 'credits': '10'}", numbers[i]);

      g_assert_cmpstr (fixture_do (f, OWNER, "transfer.offer",
                                   "{'account': '@', 'number': '%s', 'credits': '10'" SIGNATURE "}",
                                   numbers[i]),
                       ==, "transfer.other-cannot");
      check_same (&sentence, f->message);
      g_assert_cmpstr (preview->refusal->message, ==, sentence);
      g_assert_cmpint (preview->to_kind, ==, 0);
      g_assert_cmpint (preview->received, ==, 0);
    }
  g_assert_cmpstr (fixture_do (f, OWNER, "transfer.offer",
                               "{'account': '@', 'number': '12345678', 'credits': '10'" SIGNATURE
                               "}"),
                   ==, "transfer.number");
  g_assert_cmpstr (credit_offer (f, FROM, FROM, "10", ""), ==, "transfer.own-account");
}

/* The administrator reads which of both it is, and why. */
static void
test_obstacles (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCreditTransferDetail) exact = NULL;
  g_autoptr (GramCreditTransferDetail) members = NULL;
  gint64 id;

  credit_carry_in (f, FROM, 2025, "10.00");
  id = credit_do_offer (f, FROM, TO, "10", "");
  make_trouble (f, FROM, NOT_VERIFIED);
  make_trouble (f, TO, SUSPENDED);
  exact = credit_detail (f, CASE_HANDLER, id);
  g_assert_cmpuint (exact->obstacles->len, ==, 2);
  g_assert_cmpstr (((GramRefusal *)exact->obstacles->pdata[0])->id, ==, "transfer.aml");
  g_assert_nonnull (
      strstr (((GramRefusal *)exact->obstacles->pdata[0])->message, f->numbers[FROM]));
  g_assert_cmpstr (((GramRefusal *)exact->obstacles->pdata[1])->id, ==, "account.suspended");
  members = credit_detail (f, STRANGER, id);
  g_assert_cmpuint (members->obstacles->len, ==, 0);
}

static void
assert_silent (const char *text)
{
  static const char *const secrets[]
      = { "977.65", "987.65", "97765", "98765", "verif", "refused", "AML", "suspend" };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (text != NULL && strstr (text, secrets[i]) != NULL)
      g_error ("“%s” tells “%s”", text, secrets[i]);
}

static void
check_journal (Fixture *f, FixturePerson who, gint64 account_id)
{
  const GramJournalQuery query = { .account_id = account_id };
  g_autoptr (GPtrArray) entries
      = gram_registry_journal (f->registry, f->actors[who], &query, 0, 100, NULL, NULL);

  g_assert_nonnull (entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const GramJournalEntry *entry = entries->pdata[i];

      if (!g_str_has_prefix (entry->command, "transfer."))
        continue;
      assert_silent (entry->arguments);
      assert_silent (entry->result);
    }
}

static void
check_statement (Fixture *f, FixturePerson who, gint64 account_id)
{
  g_autoptr (GramAccountStatement) statement
      = gram_registry_statement (f->registry, f->actors[who], account_id, NULL, NULL, 0, NULL,
                                 NULL);

  g_assert_nonnull (statement);
  for (guint i = 0; i < statement->lines->len; i++)
    assert_silent (((const GramStatementLine *)statement->lines->pdata[i])->sentence);
}

/* Nothing that a member of one side reads tells state, verification or balance of the other. */
static void
test_silence (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GramCreditTransferDetail) detail = NULL;
  gint64 done;
  gint64 live;

  credit_carry_in (f, FROM, 2025, "987.65");
  done = credit_do_offer (f, FROM, TO, "10", "");
  g_assert_cmpstr (credit_answer (f, TO, "transfer.accept", done), ==, "");
  live = credit_do_offer (f, FROM, TO, "10", "");
  make_trouble (f, FROM, NOT_VERIFIED);
  g_assert_cmpstr (credit_answer (f, TO, "transfer.accept", live), ==, "transfer.other-cannot");
  assert_silent (f->message);
  check_journal (f, STRANGER, TO);
  check_statement (f, STRANGER, TO);
  notices = case_notices (f, STRANGER);
  for (guint i = 0; i < notices->len; i++)
    {
      const GramNoticeRow *notice = notices->pdata[i];

      if (notice->event >= GRAM_EVENT_TRANSFER_OFFERED)
        assert_silent (notice->sentence);
    }
  detail = credit_detail (f, STRANGER, live);
  g_assert_null (detail->from);
  g_assert_nonnull (detail->to);
  g_assert_null (detail->offered_by);
  g_assert_false (detail->row->outgoing);
  g_assert_cmpstr (detail->row->other_number, ==, f->numbers[FROM]);
  assert_silent (gram_credit_transfer_detail_get_refusal (detail, "transfer.accept")->message);
  g_assert_cmpstr (gram_credit_transfer_detail_get_refusal (detail, "transfer.cancel")->id, ==,
                   "transfer.other-side");
  g_assert_null (gram_credit_transfer_detail_get_refusal (detail, "transfer.decline"));
}

/* Each side sees its own transfers, the administrator's side all; somebody else none. */
static void
test_lists (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const struct
  {
    FixturePerson who;
    int account; /* 0 all */
    gboolean sent;
    guint n;
  } lists[] = {
    { OWNER, 0, FALSE, 2 },
    { STRANGER, 0, FALSE, 3 },
    { READER, 0, FALSE, 3 },
    { VIEWER, 0, FALSE, 1 },
    { OWNER, CREDIT_USED, TRUE, 1 },
    { OWNER, CREDIT_OTHER, FALSE, 1 },
    { STRANGER, CREDIT_USED, FALSE, 1 },
    { READER, CREDIT_NEW, TRUE, 2 },
  };
  g_autoptr (GramRefusal) refusal = NULL;

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  credit_carry_in (f, CREDIT_NEW, 2025, "10.00");
  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "2", "");
  credit_do_offer (f, CREDIT_NEW, CREDIT_OTHER, "2", "");
  credit_do_offer (f, CREDIT_NEW, CREDIT_FRESH, "2", "");
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const GramCreditTransferQuery query
          = { .account_id = lists[i].account, .sent = lists[i].sent };
      g_autoptr (GArray) ids
          = gram_registry_credit_transfer_ids (f->registry, f->actors[lists[i].who], &query, 0,
                                               NULL, NULL);
      g_autoptr (GPtrArray) shown = NULL;
      GramCreditTransferCounts counts;

      g_assert_nonnull (ids);
      if (ids->len != lists[i].n)
        g_error ("list %zu has %u rows", i, ids->len);
      shown = gram_registry_credit_transfer_rows (f->registry, f->actors[lists[i].who],
                                                  lists[i].account, (gint64 *)ids->data, ids->len,
                                                  NULL, NULL);
      g_assert_cmpuint (shown->len, ==, ids->len);
      g_assert_cmpint (gram_registry_credit_transfer_counts (f->registry, f->actors[lists[i].who],
                                                             &query, &counts, NULL, NULL),
                       ==, GRAM_OUTCOME_DONE);
      g_assert_cmpint (counts.states[0], ==, ids->len);
    }
  g_assert_null (
      gram_registry_credit_transfer_detail (f->registry, f->actors[VIEWER], 0, 2, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "transfer.unknown");
}

/* More than a balance can count is refused, and stays with who offered it. */
static void
test_room (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 id;

  credit_carry_in (f, CREDIT_FRESH, 2025, "20000000000000000.00");
  credit_carry_in (f, CREDIT_OTHER, 2025, "60000000000000000.00");
  id = credit_do_offer (f, CREDIT_FRESH, CREDIT_OTHER, "20000000000000000", "");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", id), ==,
                   "transfer.too-large");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.decline", id), ==, "");
  credit_check (f, CREDIT_FRESH, 2025, 2000000000000000000, 0);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/credit-parties/sides", test_sides);
  g_test_add_func ("/registry/credit-parties/numbers", test_numbers);
  g_test_add_func ("/registry/credit-parties/obstacles", test_obstacles);
  g_test_add_func ("/registry/credit-parties/silence", test_silence);
  g_test_add_func ("/registry/credit-parties/lists", test_lists);
  g_test_add_func ("/registry/credit-parties/room", test_room);
  return g_test_run ();
}
