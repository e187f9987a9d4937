/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-statement.h"
#include "gram-invoice-pdf.h"

#include <string.h>

#include "gram-test-paper.h"

#define HASH "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

static void
check_paper (GBytes *pdf, GBytes *again, const char *const *parts)
{
  const char *const to_structure[] = { "pdfinfo", "-struct", "-", NULL };
  g_autofree char *words = gram_test_paper_words (pdf);
  g_autofree char *structure = gram_test_paper_ask (to_structure, pdf);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (strstr (words, parts[i]) == NULL)
      g_error ("“%s” is not in: %s", parts[i], words);
  /* Tagged, and the same bytes for the same input. */
  g_assert_nonnull (strstr (structure, "Table"));
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_true (g_bytes_equal (pdf, again));
}

/* Row 16 of §15: an invoice of a Fleet Average year. */
static GramInvoicePaper
invoice_of (GPtrArray *derivation)
{
  return (GramInvoicePaper){
    .number = "FA-2026-0001",
    .year = 2026,
    .administrator = "Director of Land Transport",
    .registry = "Registry of the Clean Car Standard",
    .holder = "Harbour Street Imports Ltd",
    .account_number = "10000016",
    .kind = "New vehicles",
    .vehicles = 3,
    .net = -9983,
    .average_micro = -33276667,
    .grams = 9983,
    .rate = 1500,
    .amount = 149745,
    .to_pay = 149745,
    .given_on = gram_date_make (2027, 1, 11),
    .due_on = gram_date_make (2027, 3, 31),
    .payable_to = "the administrator of the Clean Car Standard",
    .how_to_pay = "By bank transfer to 12-3456-0123456-00, with the number of this invoice.",
    .reference = "CCS/2027/11",
    .rulebook = "ccs-2027-01",
    .derivation = derivation,
  };
}

static GBytes *
make_invoice (const GramInvoicePaper *paper)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = gram_invoice_pdf (paper, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_invoice (void)
{
  static const char *const parts[] = { "Invoice FA-2026-0001",
                                       "Harbour Street Imports Ltd",
                                       "10000016",
                                       "New vehicles",
                                       "2026",
                                       "CCS/2027/11",
                                       "31 March 2027",
                                       "497.45",
                                       "99.83",
                                       "15.00",
                                       "12-3456-0123456-00",
                                       "Annex",
                                       "LTA 1998 s 177",
                                       "ccs-2027-01",
                                       NULL };
  g_autoptr (GPtrArray) derivation
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_derivation_line_free);
  GramInvoicePaper paper = invoice_of (derivation);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;

  g_ptr_array_add (derivation,
                   gram_derivation_line_new ("Grams over target", "99.83 g",
                                             "−21.38 − 4.63 − 73.82", "LTA 1998 s 177"));
  pdf = make_invoice (&paper);
  again = make_invoice (&paper);
  gram_test_paper_keep ("invoice.pdf", pdf);
  check_paper (pdf, again, parts);
}

/* Row 15: credits and nothing to pay; in a practice registry every page says what it is. */
static void
test_settlement (void)
{
  static const char *const parts[]
      = { "FA-2026-0002", "17.88", "Made in a practice registry: not an invoice", NULL };
  GramInvoicePaper paper = invoice_of (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *words = NULL;

  paper.number = "FA-2026-0002";
  paper.vehicles = 4;
  paper.net = paper.credits = 1788;
  paper.average_micro = 4470000;
  paper.grams = paper.amount = paper.to_pay = 0;
  paper.due_on = GRAM_DATE_NONE;
  paper.practice = TRUE;
  pdf = make_invoice (&paper);
  again = make_invoice (&paper);
  gram_test_paper_keep ("settlement.pdf", pdf);
  check_paper (pdf, again, parts);
  words = gram_test_paper_words (pdf);
  g_assert_null (strstr (words, "How to pay"));
}

static GPtrArray *
balances_of (const char *credits, const char *money)
{
  GPtrArray *balances
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_statement_paper_balance_free);

  g_ptr_array_add (balances,
                   gram_statement_paper_balance_new ("Credits of 2026 (used)",
                                                     "ccs-credit/used/2026", "holding", credits));
  g_ptr_array_add (balances, gram_statement_paper_balance_new ("Charges", "NZD", "charges", money));

  return balances;
}

static GramStatementPaper
statement_of (GPtrArray *opening, GPtrArray *closing)
{
  return (GramStatementPaper){
    .registry = "Registry of the Clean Car Standard",
    .administrator = "Director of Land Transport",
    .holder = "Harbour Street Imports Ltd",
    .number = "10000016",
    .kind = "Used vehicles",
    .from = gram_date_make (2026, 11, 1),
    .to = gram_date_make (2026, 11, 30),
    .made_on = gram_date_make (2026, 12, 2),
    .opening = opening,
    .closing = closing,
    .lines = 2,
    .entries = 1234,
    .hash = HASH,
  };
}

/* Row 21: credits of one car, and the charge of another, of which they discharge a part. */
static const GramStatementPaperLine lines[] = {
  { .day = { 2026, 11, 20 },
    .at = G_GINT64_CONSTANT (1795125600000000),
    .posting = 7,
    .entry = 11,
    .sentence = "1 vehicle was accepted: 15.55 credits were earned",
    .meaning = "acceptance",
    .role = "holding",
    .unit = "ccs-credit/used/2026",
    .unit_title = "Credits of 2026 (used)",
    .amount = "15.55",
    .balance = "15.55" },
  { .day = { 2026, 11, 22 },
    .at = G_GINT64_CONSTANT (1795298400000000),
    .posting = 9,
    .entry = 14,
    .reverses = 8,
    .case_id = 3,
    .sentence = "15.55 credits were set against charge 5, \"row 21\"",
    .reference = "=HYPERLINK(\"x\")",
    .meaning = "offset",
    .role = "charges",
    .unit = "NZD",
    .unit_title = "Charges",
    .amount = "-93.30",
    .balance = "67.56" },
};

/* Every fact is a row of its own, so that a program finds it; nothing of it is run as a formula. */
static const char csv[]
    = "\xef\xbb\xbf"
      "row,day,at,sentence,meaning,role,unit,amount,balance,reference,posting,entry,reverses,case\r\n"
      "statement,,,Registry of the Clean Car Standard,registry,,,,,,,,,\r\n"
      "statement,,,administrator,registry-kind,,,,,,,,,\r\n"
      "statement,,,Director of Land Transport,administrator,,,,,,,,,\r\n"
      "statement,,,Harbour Street Imports Ltd,account,,,,,,,,,\r\n"
      "statement,,,10000016,number,,,,,,,,,\r\n"
      "statement,,,Used vehicles,kind,,,,,,,,,\r\n"
      "statement,,,2026-11-01,from,,,,,,,,,\r\n"
      "statement,,,2026-11-30,to,,,,,,,,,\r\n"
      "statement,,,2026-12-02,made-on,,,,,,,,,\r\n"
      "opening,2026-11-01,,Credits of 2026 (used),,holding,ccs-credit/used/2026,,0.00,,,,,\r\n"
      "opening,2026-11-01,,Charges,,charges,NZD,,160.86,,,,,\r\n"
      "entry,2026-11-20,2026-11-19T22:00:00Z,1 vehicle was accepted: 15.55 credits were "
      "earned,acceptance,holding,ccs-credit/used/2026,15.55,15.55,,7,11,,\r\n"
      "entry,2026-11-22,2026-11-21T22:00:00Z,\"15.55 credits were set against charge 5, \"\"row "
      "21\"\"\",offset,charges,NZD,-93.30,67.56,\"'=HYPERLINK(\"\"x\"\")\",9,14,8,3\r\n"
      "closing,2026-11-30,,Credits of 2026 (used),,holding,ccs-credit/used/2026,,0.00,,,,,\r\n"
      "closing,2026-11-30,,Charges,,charges,NZD,,67.56,,,,,\r\n"
      "journal,,,,,,,,," HASH ",,1234,,\r\n";

static void
test_statement_csv (void)
{
  g_autoptr (GPtrArray) opening = balances_of ("0.00", "160.86");
  g_autoptr (GPtrArray) closing = balances_of ("0.00", "67.56");
  const GramStatementPaper paper = statement_of (opening, closing);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramAccountStatementCsv) statement = gram_account_statement_csv_new (stream, &paper);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_true (gram_account_statement_csv_add (statement, &lines[i], NULL, &error));
  g_assert_true (gram_account_statement_csv_finish (statement, NULL, &error));
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (text, ==, csv);
}

/* Without lines there are the balances, once; a stream that takes no more is told. */
static void
test_statement_csv_ends (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GramStatementPaper paper = statement_of (none, none);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  char room[16];
  g_autoptr (GOutputStream) full = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GramAccountStatementCsv) statement = gram_account_statement_csv_new (stream, &paper);
  g_autoptr (GramAccountStatementCsv) stopped = gram_account_statement_csv_new (full, &paper);
  g_autoptr (GError) error = NULL;
  const char *text;

  g_assert_true (gram_account_statement_csv_finish (statement, NULL, &error));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  text = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_nonnull (strstr (text, "\r\njournal,,,"));
  g_assert_null (strstr (text, "\r\nentry"));
  g_assert_false (gram_account_statement_csv_finish (stopped, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static GBytes *
make_statement (const GramStatementPaper *paper, gsize n_lines)
{
  g_autoptr (GramAccountStatementPdf) statement = gram_account_statement_pdf_new (paper);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  for (gsize i = 0; i < n_lines; i++)
    gram_account_statement_pdf_add (statement, &lines[i % G_N_ELEMENTS (lines)]);
  pdf = gram_account_statement_pdf_finish (statement, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static void
test_statement_pdf (void)
{
  static const char *const parts[] = { "Statement of account 10000016",
                                       "1 November 2026 to 30 November 2026",
                                       "Opening balances",
                                       "160.86",
                                       "15.55 credits were set against charge 5",
                                       "−93.30",
                                       "Closing balances",
                                       "67.56",
                                       "234 entries",
                                       NULL };
  g_autoptr (GPtrArray) opening = balances_of ("0.00", "160.86");
  g_autoptr (GPtrArray) closing = balances_of ("0.00", "67.56");
  const GramStatementPaper paper = statement_of (opening, closing);
  g_autoptr (GBytes) pdf = make_statement (&paper, G_N_ELEMENTS (lines));
  g_autoptr (GBytes) again = make_statement (&paper, G_N_ELEMENTS (lines));
  g_autoptr (GBytes) many = make_statement (&paper, 120);
  g_autofree char *words = gram_test_paper_words (pdf);

  gram_test_paper_keep ("statement.pdf", pdf);
  gram_test_paper_keep ("statement-long.pdf", many);
  check_paper (pdf, again, parts);
  /* The hash may be broken over lines. */
  g_assert_nonnull (strstr (words, "9f86d081"));
}

/* From the beginning, to this day, of a holder's own books, with nothing in it. */
static void
test_statement_pdf_open (void)
{
  static const char *const parts[]
      = { "until 2 December 2026", "Nothing stands on the account.",
          "Nothing happened in this period.",
          "From the books of the holder: not a statement of the administrator", NULL };
  GramStatementPaper paper = statement_of (NULL, NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;

  paper.from = GRAM_DATE_NONE;
  paper.to = GRAM_DATE_NONE;
  paper.recorded = TRUE;
  pdf = make_statement (&paper, 0);
  again = make_statement (&paper, 0);
  gram_test_paper_keep ("statement-open.pdf", pdf);
  check_paper (pdf, again, parts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-papers/invoice", test_invoice);
  g_test_add_func ("/ccs-papers/settlement", test_settlement);
  g_test_add_func ("/ccs-papers/statement-csv", test_statement_csv);
  g_test_add_func ("/ccs-papers/statement-csv-ends", test_statement_csv_ends);
  g_test_add_func ("/ccs-papers/statement-pdf", test_statement_pdf);
  g_test_add_func ("/ccs-papers/statement-pdf-open", test_statement_pdf_open);

  return g_test_run ();
}
