/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"
#include "credit-fixture.h"

#include "gram-journal.h"
#include "gram-ledger.h"
#include "gram-posting-sentences.h"
#include "gram-queries-statement.h"

#include <inttypes.h>
#include <string.h>

/* What an entry says, by its posting, its role and its direction. */
static const struct
{
  GramPostingFacts facts;
  const char *sentence;
} sentences[] = {
  { { "acceptance", "charges", "NZD", 16086, NULL, 2026, 2 }, "Charge for 2 vehicles accepted" },
  { { "acceptance", "charges", "NZD", 16086, NULL, 2026, 1 }, "Charge for 1 vehicle accepted" },
  { { "acceptance", "charges", "NZD", 16086, NULL, 0, 0 },
    "Charge for vehicles that were accepted" },
  { { "acceptance", "holding", "ccs-credit/used/2026", 1, NULL, 0, 0 },
    "Credits for vehicles that were accepted" },
  { { "fleet-average", "charges", "NZD", 100, NULL, 2025, 9 },
    "Charge for the Fleet Average year 2025" },
  { { "fleet-average", "charges", "NZD", -100, NULL, 2025, 9 },
    "Charge for a Fleet Average year taken back" },
  { { "transfer", "holding", "ccs-credit/new/2025", 5, "Beta Imports (10000024)", 0, 0 },
    "Transferred from Beta Imports (10000024)" },
  { { "transfer", "reserved", "ccs-credit/new/2025", -5, "50% Cars (10000024)", 0, 0 },
    "Transferred to 50% Cars (10000024)" },
  { { "transfer", "reserved", "ccs-credit/new/2025", -5, NULL, 0, 0 }, "Given by transfer" },
  { { "reserve", "reserved", "ccs-credit/new/2025", 5, "Beta (1)", 0, 0 },
    "Reserved for a transfer to Beta (1)" },
  { { "reserve", "reserved", "ccts/2025", 5, NULL, 0, 0 }, "Reserved for a trade" },
  { { "lapse", "holding", "ccs-credit/new/2023", -5, NULL, 0, 0 },
    "Lapsed at the end of their last day" },
  { { "lapse", "holding", "ccts/2025", -5, NULL, 0, 0 }, "Lapsed with their scheme year" },
  { { "payment", "in-favour", "NZD", 5, NULL, 0, 0 },
    "Paid more than was owed; it stands in favour" },
  { { "payment", "charges", "NZD", -5, NULL, 0, 0 }, "Paid" },
  /* What is not known is not hidden. */
  { { "invented", "holding", "NZD", 5, NULL, 0, 0 }, "invented" },
};

static void
test_sentences (void)
{
  static const char *const meanings[]
      = { "acceptance", "correction",       "reversal",  "offset", "payment",
          "in-favour",  "payment-reversal", "pay-back",  "carry",  "fleet-average",
          "reserve",    "release",          "transfer",  "lapse",  "deletion",
          "carry-in",   "allocation",       "surrender", "trade",  "payment-notice",
          "onward",     "acquisition",      "conversion" };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = gram_posting_sentence (&sentences[i].facts);

      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    g_assert_true (gram_posting_knows (meanings[i]));
  g_assert_false (gram_posting_knows ("invented"));
}

/* The lines as "sentence amount balance", one after the other. */
static char *
dup_lines (const GramAccountStatement *statement)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const GramStatementLine *line = statement->lines->pdata[i];

      g_string_append_printf (text, "%s: %s > %s\n", line->sentence, line->amount_text,
                              line->balance_text);
    }
  return g_string_free_and_steal (text);
}

static GramAccountStatement *
ask (Fixture *f, FixturePerson who, gint64 account, const char *from, const char *to, guint limit)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramAccountStatement *statement = gram_registry_statement (f->registry, f->actors[who], account,
                                                             from, to, limit, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (statement);
  return statement;
}

/* A charge, credits, an offset and a payment: in sentences, sealed by the head of the journal. */
static void
test_of_charges (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) statement = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *hash = NULL;
  const GramStatementLine *line;
  gint64 entries;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1400, "132");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001', 'ZVW30-1000002'", ", 'credits': 'oldest'"),
                   ==, "");
  g_assert_cmpstr (charges_pay (f, "70.00", ", 'reference': 'BANK 1'"), ==, "");
  statement = ask (f, VIEWER, 1, "2026-01-01", NULL, 0);
  lines = dup_lines (statement);
  g_assert_cmpstr (lines, ==,
                   "Credits for vehicles that were accepted: 15.55 > 15.55\n"
                   "Charge for 1 vehicle accepted: 160.86 > 160.86\n"
                   "Set off against charges: -15.55 > 0.00\n"
                   "Charges paid with credits: -93.30 > 67.56\n"
                   "Paid more than was owed; it stands in favour: 2.44 > 2.44\n"
                   "Paid: -67.56 > 0.00\n");
  g_assert_cmpuint (statement->opening->len, ==, 0);
  g_assert_cmpuint (statement->closing->len, ==, 1);
  g_assert_cmpint (statement->n_lines, ==, 6);
  g_assert_cmpstr (statement->made_on, ==, "2026-03-16");
  line = statement->lines->pdata[5];
  g_assert_cmpstr (line->day, ==, "2026-03-16");
  g_assert_cmpstr (line->unit_title, ==, "Pending charges");
  g_assert_cmpstr (line->reference, ==, "BANK 1");
  g_assert_true (gram_journal_head (gram_registry_get_store (f->registry), &entries, &hash, NULL));
  g_assert_cmpint (statement->entries, ==, entries);
  g_assert_cmpstr (statement->hash, ==, hash);
}

static gint64
balance_of (const GPtrArray *balances, const char *role, const char *unit)
{
  for (guint i = 0; i < balances->len; i++)
    {
      const GramBalance *balance = balances->pdata[i];

      if (g_str_equal (balance->role, role) && g_str_equal (balance->unit, unit))
        return balance->amount;
    }
  return 0;
}

/* Whatever the period: opening and lines come to closing; the last lines are those of a limit. */
static void
test_periods (void)
{
  static const char *const days[]
      = { NULL, "2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_carry_in (f, 2025, "100.00");
  charges_enter_accepted (f, "ZVW30-1000001", 10);
  life_set_day ("2026-03-17");
  charges_enter_accepted (f, "ZVW30-1000002", -4);
  g_assert_cmpstr (charges_pay (f, "20.00", ""), ==, "");
  life_set_day ("2026-03-18");
  g_assert_cmpstr (charges_offset (f, ", 'credits': 'oldest', 'at-most': '3.00'"), ==, "");

  for (gsize from = 0; from < G_N_ELEMENTS (days); from++)
    for (gsize to = 0; to < G_N_ELEMENTS (days); to++)
      {
        g_autoptr (GramAccountStatement) all = NULL;
        g_autoptr (GramAccountStatement) last = NULL;
        gint64 sum = 0;

        if (days[from] != NULL && days[to] != NULL && strcmp (days[from], days[to]) > 0)
          continue;
        all = ask (f, OWNER, 1, days[from], days[to], 0);
        last = ask (f, OWNER, 1, days[from], days[to], 2);
        g_assert_cmpint (all->n_lines, ==, all->lines->len);
        g_assert_cmpint (last->n_lines, ==, all->n_lines);
        g_assert_cmpuint (last->lines->len, ==, MIN (2, all->lines->len));
        for (guint i = 0; i < last->lines->len; i++)
          g_assert_cmpint (
              ((const GramStatementLine *)last->lines->pdata[i])->entry, ==,
              ((const GramStatementLine *)all->lines->pdata[all->lines->len - last->lines->len + i])
                  ->entry);
        for (guint i = 0; i < all->lines->len; i++)
          {
            const GramStatementLine *line = all->lines->pdata[i];

            if (g_str_equal (line->role, "charges"))
              sum += line->amount;
          }
        g_assert_cmpint (balance_of (all->opening, "charges", "NZD") + sum, ==,
                         balance_of (all->closing, "charges", "NZD"));
      }
}

/* Both holders of a transfer read each other's name and the reference, and not who sent the other one's command. */
static void
test_counterparties (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) sender = NULL;
  g_autoptr (GramAccountStatement) receiver = NULL;
  g_autoptr (GramAccountStatement) all = NULL;
  const GramStatementLine *given;
  const GramStatementLine *got;
  g_autofree char *sentence = NULL;
  gint64 transfer;

  credit_carry_in (f, CREDIT_USED, 2025, "40.00");
  transfer = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "10", ", 'reference': 'Deal 7'");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", transfer), ==, "");
  sender = ask (f, OWNER, CREDIT_USED, NULL, NULL, 0);
  receiver = ask (f, STRANGER, CREDIT_OTHER, NULL, NULL, 0);
  all = ask (f, READER, CREDIT_USED, NULL, NULL, 0);
  given = sender->lines->pdata[sender->lines->len - 1];
  got = receiver->lines->pdata[receiver->lines->len - 1];
  g_assert_cmpstr (given->meaning, ==, "transfer");
  g_assert_true (g_str_has_prefix (given->sentence, "Transferred to "));
  g_assert_nonnull (strstr (given->sentence, f->numbers[CREDIT_OTHER]));
  g_assert_true (g_str_has_prefix (got->sentence, "Transferred from "));
  g_assert_nonnull (strstr (got->sentence, f->numbers[CREDIT_USED]));
  g_assert_cmpstr (given->reference, ==, "Deal 7");
  g_assert_cmpstr (got->reference, ==, "Deal 7");
  g_assert_null (given->person);
  g_assert_nonnull (((const GramStatementLine *)all->lines->pdata[all->lines->len - 1])->person);
}

static gboolean
stop_cb (const GramStatementLine *line, gpointer data, GError **error)
{
  guint *n_lines = data;

  if (++*n_lines < 2)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return FALSE;
}

static gboolean
begin_cb (const GramAccountStatement *head, gpointer data, GError **error)
{
  g_assert_null (head->lines);
  g_assert_cmpint (head->n_lines, ==, 3);
  return TRUE;
}

/* Line by line, until who reads has enough; and who may not, and what is no period. */
static void
test_reading (void)
{
  static const GramStatementReader reader = { begin_cb, stop_cb };
  static const struct
  {
    FixturePerson who;
    const char *from;
    const char *to;
    const char *refusal;
  } refused[] = {
    { STRANGER, NULL, NULL, "account.unknown" },
    { OWNER, "16 March", NULL, "statement.period" },
    { OWNER, "2026-03-17", "2026-03-16", "statement.period" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GError) error = NULL;
  guint n_lines = 0;

  for (int i = 0; i < 3; i++)
    charges_carry_in (f, 2023 + i, "10.00");
  g_assert_cmpint (gram_registry_read_statement (f->registry, f->actors[OWNER], 1, NULL, NULL,
                                                 &reader, &n_lines, NULL, NULL, &error),
                   ==, GRAM_OUTCOME_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_lines, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_cmpint (gram_registry_read_statement (f->registry, f->actors[refused[i].who], 1,
                                                     refused[i].from, refused[i].to, &reader,
                                                     &n_lines, NULL, &refusal, NULL),
                       ==, GRAM_OUTCOME_REFUSED);
      g_assert_cmpstr (refusal->id, ==, refused[i].refusal);
    }
}

/* The same in both files; the CSV has every line. */
static void
test_files (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) statement = NULL;

  charges_carry_in (f, 2025, "12.50");
  charges_enter_accepted (f, "ZVW30-1000001", 10);
  statement = ask (f, OWNER, 1, NULL, NULL, 0);
  for (int format = GRAM_STATEMENT_CSV; format <= GRAM_STATEMENT_PDF; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (gram_registry_save_statement (f->registry, f->actors[OWNER], 1, NULL, NULL,
                                                     (GramStatementFormat)format, stream, NULL,
                                                     NULL, NULL, NULL, &error),
                       ==, GRAM_OUTCOME_DONE);
      g_assert_no_error (error);
      g_assert_true (g_output_stream_close (stream, NULL, NULL));
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (format == GRAM_STATEMENT_PDF)
        {
          g_assert_true (g_str_has_prefix (text, "%PDF-"));
          continue;
        }
      g_assert_nonnull (strstr (text, statement->hash));
      for (guint i = 0; i < statement->lines->len; i++)
        g_assert_nonnull (
            strstr (text, ((const GramStatementLine *)statement->lines->pdata[i])->sentence));
    }
}

#define MANY 4500

/* Entries of many transfers, by way of the store: what is read is what counts here. */
static void
post_many (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);

  g_assert_no_error (error);
  for (int i = 0; i < MANY; i++)
    {
      const GramLedgerLine lines[] = { { 0, "issue", "ccs-credit/used/2025", -1 },
                                       { 1, "holding", "ccs-credit/used/2025", 1 } };

      gram_ledger_post (unit, 1, "transfer", lines, G_N_ELEMENTS (lines), NULL, &error);
      g_assert_no_error (error);
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

/* Where somebody has enough. */
typedef enum
{
  STOP_NEVER,
  STOP_READING,
  STOP_DRAWING, /* the lines are read, and the pages of the PDF are being drawn */
} Stop;

/* Who hears of the progress, and has enough at some point. */
typedef struct
{
  GCancellable *cancellable;
  Stop stop;
  gint64 done;
} Watch;

static void
progress_cb (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpint (done, >, watch->done);
  g_assert_cmpint (done, ==, rows);
  g_assert_cmpint (total, ==, done == MANY ? 0 : MANY);
  watch->done = done;
  if (watch->stop == (done == MANY ? STOP_DRAWING : STOP_READING))
    g_cancellable_cancel (watch->cancellable);
}

static const struct
{
  GramStatementFormat format;
  Stop stop;
} longs[] = {
  { GRAM_STATEMENT_CSV, STOP_NEVER },
  { GRAM_STATEMENT_CSV, STOP_READING },
  { GRAM_STATEMENT_PDF, STOP_READING },
  { GRAM_STATEMENT_PDF, STOP_DRAWING },
};

/* How far it is, is told; whoever has enough half-way gets no more of it, and nothing that looks whole. */
static void
test_long (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) last = NULL;

  post_many (f);
  last = ask (f, OWNER, 1, NULL, NULL, MANY - 1);
  g_assert_cmpint (last->n_lines, ==, MANY);
  g_assert_cmpuint (last->lines->len, ==, MANY - 1);
  g_assert_cmpint (((const GramStatementLine *)last->lines->pdata[0])->balance_after, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (longs); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      Watch watch = { .cancellable = cancellable, .stop = longs[i].stop };
      GramOutcome outcome
          = gram_registry_save_statement (f->registry, f->actors[OWNER], 1, NULL, NULL,
                                          longs[i].format, stream, progress_cb, &watch, cancellable,
                                          NULL, &error);

      g_assert_true (g_output_stream_close (stream, NULL, NULL));
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      if (g_bytes_get_size (bytes) > 0)
        text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true ((text != NULL && strstr (text, "closing") != NULL)
                     == (longs[i].stop == STOP_NEVER));
      g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (longs[i].stop == STOP_NEVER));
      g_assert_cmpint (watch.done, >, 0);
      g_assert_true ((watch.done == MANY) == (longs[i].stop == STOP_DRAWING));
      if (longs[i].stop == STOP_NEVER)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (longs[i].format == GRAM_STATEMENT_PDF)
        g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/account-statement/sentences", test_sentences);
  g_test_add_func ("/account-statement/of-charges", test_of_charges);
  g_test_add_func ("/account-statement/periods", test_periods);
  g_test_add_func ("/account-statement/counterparties", test_counterparties);
  g_test_add_func ("/account-statement/reading", test_reading);
  g_test_add_func ("/account-statement/files", test_files);
  g_test_add_func ("/account-statement/long", test_long);
  return g_test_run ();
}
