/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-payment-table.h"
#include "gram-queries-bank.h"

#include <inttypes.h>
#include <string.h>

/* Account 1 is 10000016, account 2 is 10000024; both are of one holder's name in the fixture. */
#define HEADER "Date,Amount,Payee,Particulars\n"
#define NAMED "2026-03-10,60.86,Harbour Street Imports Ltd,Account 1000-0016 CCS\n"
#define EXACT "2026-03-12,159.96,Somebody else,thank you\n"
#define NOBODY "2026-03-13,77.00,A stranger,for nothing\n"
#define WENT_OUT "2026-03-14,-12.00,Post shop,stamps\n"
#define BROKEN "2026-03-15,twelve,Somebody,what\n"

static GramBankPreview *
preview (Fixture *f, FixturePerson who, const char *path, const char *refused)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramBankPreview *self
      = gram_registry_bank_preview (f->registry, f->actors[who], path, NULL, &refusal, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, refused);
  gram_refusal_free (refusal);
  return self;
}

static const GramBankLine *
line_at (const GramBankPreview *self, guint place)
{
  g_assert_cmpuint (place, <, self->lines->len);
  return self->lines->pdata[place];
}

/* Charges of $160.86 on account 1 (charge 1) and of $159.96 on account 2 (charge 2). */
static Fixture *
charged_new (GramRegistryKind kind)
{
  Fixture *f = life_new (kind);

  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000001");
  figures_enter (f, "@2", "WVWZZZ1KZAW000001", "A", 1482, "121.33");
  figures_accept (f, "@2", "WVWZZZ1KZAW000001");
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 16086);
  g_assert_cmpint (figures_balance (f, 2, "charges", "NZD"), ==, 15996);
  return f;
}

/* What lines are to the registry, in the order of the file. */
static void
test_preview (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED EXACT NOBODY WENT_OUT BROKEN);
  g_autofree char *choice = NULL;
  g_autoptr (GramBankPreview) seen = preview (f, ADMINISTRATOR, path, "");
  const GramBankLine *line;

  g_assert_cmpstr (seen->file_name, ==, "march.csv");
  g_assert_cmpstr (seen->format, ==, "csv");
  g_assert_cmpstr (seen->from, ==, "2026-03-10");
  g_assert_cmpstr (seen->to, ==, "2026-03-14");
  g_assert_cmpuint (seen->lines->len, ==, 4);
  g_assert_cmpuint (seen->problems->len, ==, 1);
  g_assert_cmpint (((GramBankProblem *)seen->problems->pdata[0])->row, ==, 6);

  line = line_at (seen, 0);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_CERTAIN);
  g_assert_cmpint (line->account_id, ==, 1);
  g_assert_cmpint (line->outstanding, ==, 16086);
  choice = g_strdup_printf ("%s=%s", line->key, f->numbers[1]);
  g_assert_cmpstr (line->choice, ==, choice);
  line = line_at (seen, 1);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_LIKELY);
  g_assert_cmpint (line->account_id, ==, 2);
  g_assert_cmpint (line->charge_id, ==, 2);
  line = line_at (seen, 2);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_UNKNOWN);
  g_assert_null (line->choice);
  line = line_at (seen, 3);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_OUT);
  for (guint i = 0; i < seen->lines->len; i++)
    g_assert_cmpstr (line_at (seen, i)->why, !=, "");
  g_assert_cmpint (seen->n_states[GRAM_BANK_LINE_CERTAIN], ==, 1);
  g_assert_cmpint (seen->amounts[GRAM_BANK_LINE_LIKELY], ==, 15996);

  g_assert_null (preview (f, CASE_HANDLER, path, "permission.role"));
  g_assert_null (preview (f, OWNER, path, "permission.role"));
  g_assert_null (preview (f, ADMINISTRATOR, "/nowhere/statement.csv", "bank.file"));
}

/* Who brings a file in learns how its dates were read where they leave day and month open, and only then. */
static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *from;
    gboolean open;
  } rows[] = {
    { HEADER "04/03/2026,77.00,A stranger,one\n05/03/2026,78.00,A stranger,two\n", "2026-03-04",
      TRUE },
    { HEADER "04/03/2026,77.00,A stranger,one\n13/03/2026,78.00,A stranger,two\n", "2026-03-04",
      FALSE },
    { HEADER "03/04/2026,77.00,A stranger,one\n03/13/2026,78.00,A stranger,two\n", "2026-03-04",
      FALSE },
    { HEADER "03/03/2026,77.00,A stranger,one\n", "2026-03-03", FALSE },
    { HEADER NOBODY, "2026-03-13", FALSE },
  };
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_file (f, "dates.csv", rows[i].text);
      g_autoptr (GramBankPreview) seen = preview (f, ADMINISTRATOR, path, "");

      g_assert_cmpstr (seen->from, ==, rows[i].from);
      if (rows[i].open)
        g_assert_nonnull (strstr (seen->note, "with the day first"));
      else
        g_assert_null (seen->note);
    }
}

/* What would be refused, and the whole statement with it, is proposed for nobody; and sums stay what they are. */
static void
test_refused_lines (void)
{
  static const char *const text = HEADER
      "2099-03-10,60.86,Harbour Street Imports Ltd,Account 1000-0016 CCS\n"
      "2026-03-10,90000000000000000.00,Harbour Street Imports Ltd,Account 1000-0016\n"
      "2026-03-10,90000000000000000.00,Harbour Street Imports Ltd,Account 1000-0016\n" NAMED;
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", text);
  g_autoptr (GramBankPreview) seen = preview (f, ADMINISTRATOR, path, "");

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (line_at (seen, i)->state, ==, GRAM_BANK_LINE_UNKNOWN);
      g_assert_null (line_at (seen, i)->choice);
      g_assert_nonnull (strstr (line_at (seen, i)->why, i == 0 ? "future" : "too large"));
    }
  g_assert_cmpint (seen->amounts[GRAM_BANK_LINE_UNKNOWN], ==, G_MAXINT64);
  g_assert_cmpint (line_at (seen, 3)->state, ==, GRAM_BANK_LINE_CERTAIN);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s']}", path, line_at (seen, 3)->choice),
                   ==, "");
}

/* Brings in lines of a file; how many are recorded, and skipped. */
static void
import_line (Fixture *f, const char *path, const char *lines, gint64 recorded, gint64 skipped)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s']}", path, lines),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "recorded"), ==, recorded);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, skipped);
}

/* Certain lines as proposed, one that a person chose an account for; the same file again brings in nothing. */
static void
test_import (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED EXACT NOBODY WENT_OUT);
  g_autofree char *longer
      = fixture_file (f, "april.csv", HEADER NAMED EXACT NOBODY WENT_OUT NOBODY);
  g_autoptr (GramBankPreview) first = preview (f, ADMINISTRATOR, path, "");
  g_autoptr (GramBankPreview) again = NULL;
  g_autoptr (GramBankPreview) overlap = NULL;
  g_autoptr (GramPaymentRecord) payment = NULL;
  g_autofree char *lines
      = g_strdup_printf ("'%s', '%s', '%s=%s'", line_at (first, 0)->choice,
                         line_at (first, 1)->choice, line_at (first, 2)->key, f->numbers[1]);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': [%s], 'expect': '%s'}", path, lines,
                               first->digest),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "recorded"), ==, 3);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 0);
  fleet_check_result (f, "amount", "297.82");
  /* 60.86 and 77.00 of account 1, 159.96 of account 2. */
  fleet_check (f, 1, 16086 - 6086 - 7700, 0, 2026, 0);
  fleet_check (f, 2, 0, 0, 2026, 0);
  gram_payment_table_get (gram_registry_get_store (f->registry), 1, &payment, NULL);
  g_assert_cmpstr (payment->payer, ==, "Harbour Street Imports Ltd");
  g_assert_cmpstr (payment->reference, ==, "Account 1000-0016 CCS");
  g_assert_cmpstr (payment->paid_on, ==, "2026-03-10");

  again = preview (f, ADMINISTRATOR, path, "");
  g_assert_cmpint (again->n_states[GRAM_BANK_LINE_KNOWN], ==, 3);
  g_assert_cmpint (line_at (again, 2)->payment_id, ==, 3);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import", "{'file': '%s', 'lines': [%s]}",
                               path, lines),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "recorded"), ==, 0);
  g_assert_cmpint (fixture_result (f, "skipped"), ==, 3);
  fleet_check (f, 1, 2300, 0, 2026, 0);

  /* A longer statement has one line more, word by word the same as an earlier one: it is another payment. */
  overlap = preview (f, ADMINISTRATOR, longer, "");
  g_assert_cmpint (overlap->n_states[GRAM_BANK_LINE_KNOWN], ==, 3);
  g_assert_cmpint (overlap->n_states[GRAM_BANK_LINE_UNKNOWN], ==, 1);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s=%s']}", longer,
                               line_at (overlap, 4)->key, f->numbers[1]),
                   ==, "");
  /* $23.00 were owed: the rest stands in favour. */
  fleet_check_result (f, "in-favour", "54.00");
  fleet_check (f, 1, 0, 5400, 2026, 0);
}

/* The number of an invoice names its charge. */
static void
test_invoice (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = NULL;
  g_autoptr (GramBankPreview) seen = NULL;
  const GramBankLine *line;

  fleet_accept_new (f, FALSE);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@2", 2026, ""), ==, "");
  path = fixture_file (f, "january.csv",
                       HEADER "2027-01-04,1497.45,Alpha Motors plc,Invoice fa-2026-0001\n");
  seen = preview (f, ADMINISTRATOR, path, "");
  line = line_at (seen, 0);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_CERTAIN);
  g_assert_cmpint (line->charge_id, ==, 1);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s']}", path, line->choice),
                   ==, "");
  fleet_check (f, 2, 0, 0, 2026, 0);
}

/* What is wrong with the choice refuses all of it, and leaves no trace. */
static const struct
{
  const char *lines;
  const char *refusal;
} wrong[] = {
  { "", "bank.none-chosen" },
  { "'KEY0'", "bank.choice" },
  { "'KEY0='", "bank.choice" },
  { "'KEY0=10000017'", "bank.choice" },
  { "'KEY0=NUMBER/0'", "bank.choice" },
  { "'KEY0=NUMBER/x'", "bank.choice" },
  { "'KEY0=NUMBER', 'KEY0=NUMBER'", "bank.twice" },
  { "'KEY0=NUMBER', 'ffffffffffffffffffffffffffffffff=NUMBER'", "bank.unknown-line" },
  { "'KEY3=NUMBER'", "bank.out" },
  { "'KEY0=NUMBER/2'", "charge.unknown" },
  { "'KEY0=CCTS'", "account.other-scheme" },
  { "'KEY0=10000099'", "account.unknown" },
};

static char *
fill_in (Fixture *f, const GramBankPreview *seen, const char *pattern)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "KEY0", line_at (seen, 0)->key, 0);
  g_string_replace (text, "KEY3", line_at (seen, 3)->key, 0);
  g_string_replace (text, "NUMBER", f->numbers[1], 0);
  g_string_replace (text, "CCTS", f->numbers[3], 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_wrong (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED EXACT NOBODY WENT_OUT);
  g_autoptr (GramBankPreview) seen = preview (f, ADMINISTRATOR, path, "");
  gint64 length = fixture_journal_length (f);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *lines = fill_in (f, seen, wrong[i].lines);

      g_test_message ("%s", wrong[i].lines);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                                   "{'file': '%s', 'lines': [%s]}", path, lines),
                       ==, wrong[i].refusal);
      g_assert_cmpint (fixture_journal_length (f), ==, length);
    }
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s'], 'expect': '00'}", path,
                               line_at (seen, 0)->choice),
                   ==, "bank.changed");
  life_set_day ("2026-03-09");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s']}", path, line_at (seen, 0)->choice),
                   ==, "payment.day");
  fleet_check (f, 1, 16086, 0, 2026, 0);
}

/* In an own registry its people bring in lines for accounts that they may edit, and are told of no others. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_OWN);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED EXACT NOBODY);
  g_autoptr (GramBankPreview) seen = preview (f, EDITOR, path, "");
  g_autofree char *theirs = NULL;

  g_assert_cmpint (line_at (seen, 0)->state, ==, GRAM_BANK_LINE_CERTAIN);
  g_assert_cmpint (line_at (seen, 1)->state, ==, GRAM_BANK_LINE_UNKNOWN);
  theirs = g_strdup_printf ("%s=%s", line_at (seen, 1)->key, f->numbers[2]);
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s'], 'reference': 'Bank'}", path,
                               theirs),
                   ==, "account.unknown");
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.import", "{'file': '%s', 'lines': ['%s']}", path,
                               line_at (seen, 0)->choice),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, VIEWER, "payment.import",
                               "{'file': '%s', 'lines': ['%s'], 'reference': 'Bank'}", path,
                               line_at (seen, 0)->choice),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s'], 'reference': 'Bank'}", path,
                               line_at (seen, 0)->choice),
                   ==, "");
  fleet_check (f, 1, 10000, 0, 2026, 0);
}

/* The same money by a file of another format, or by hand: a person has to look. */
static void
test_alike (void)
{
  static const char camt[]
      = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>"
        "<Ntry><Amt Ccy=\"NZD\">60.86</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
        "<BookgDt><Dt>2026-03-10</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>Account 1000-0016 CCS"
        "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *csv = fixture_file (f, "march.csv", HEADER NAMED);
  g_autofree char *xml = fixture_file (f, "march.xml", camt);
  g_autoptr (GramBankPreview) first = preview (f, ADMINISTRATOR, xml, "");
  g_autoptr (GramBankPreview) after = NULL;
  g_autoptr (GramBankPreview) reversed = NULL;

  g_assert_cmpint (line_at (first, 0)->state, ==, GRAM_BANK_LINE_CERTAIN);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s']}", xml, line_at (first, 0)->choice),
                   ==, "");
  after = preview (f, ADMINISTRATOR, csv, "");
  g_assert_cmpint (line_at (after, 0)->state, ==, GRAM_BANK_LINE_LIKELY);
  g_assert_nonnull (strstr (line_at (after, 0)->why, "Payment 1"));
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment.reverse",
                               "{'account': '@', 'payment': 1, 'reason': 'Not ours.'}"),
                   ==, "");
  reversed = preview (f, ADMINISTRATOR, csv, "");
  g_assert_cmpint (line_at (reversed, 0)->state, ==, GRAM_BANK_LINE_CERTAIN);
}

/* The charge that a line was chosen for is settled by an earlier line of the same file: what came in stands in favour. */
static void
test_settled_meanwhile (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (
      f, "march.csv",
      HEADER "2026-03-10,160.86,Harbour Street Imports Ltd,Account 1000-0016 CCS\n" NOBODY);
  g_autoptr (GramBankPreview) seen = preview (f, ADMINISTRATOR, path, "");

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.import",
                               "{'file': '%s', 'lines': ['%s', '%s=%s/1'], 'expect': '%s'}", path,
                               line_at (seen, 0)->choice, line_at (seen, 1)->key, f->numbers[1],
                               seen->digest),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "recorded"), ==, 2);
  fleet_check (f, 1, 0, 7700, 2026, 0);
  fixture_verify (f);
}

/* A line whose payment was reversed is recorded anew, where a person says so: never by itself, never by the old words. */
static void
test_again (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED);
  g_autoptr (GramBankPreview) first = preview (f, ADMINISTRATOR, path, "");
  g_autoptr (GramBankPreview) reversed = NULL;
  g_autoptr (GramBankPreview) known = NULL;
  g_autofree char *right = NULL;
  const GramBankLine *line;

  import_line (f, path, line_at (first, 0)->choice, 1, 0);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.reverse",
                               "{'account': '@', 'payment': 1, 'reason': 'Wrong account.'}"),
                   ==, "");
  fleet_check (f, 1, 16086, 0, 2026, 0);
  import_line (f, path, line_at (first, 0)->choice, 0, 1);

  /* Its text still names account 1 for certain. */
  reversed = preview (f, ADMINISTRATOR, path, "");
  line = line_at (reversed, 0);
  g_assert_cmpint (line->state, ==, GRAM_BANK_LINE_LIKELY);
  g_assert_nonnull (strstr (line->why, "reversed"));
  g_assert_nonnull (strstr (line->why, f->numbers[1]));
  right = g_strdup_printf ("%s=%s", line->key, f->numbers[2]);
  import_line (f, path, right, 1, 0);
  fleet_check (f, 1, 16086, 0, 2026, 0);
  fleet_check (f, 2, 15996 - 6086, 0, 2026, 0);
  import_line (f, path, right, 0, 1);

  known = preview (f, ADMINISTRATOR, path, "");
  g_assert_cmpint (line_at (known, 0)->state, ==, GRAM_BANK_LINE_KNOWN);
  g_assert_cmpint (line_at (known, 0)->payment_id, ==, 3);
  /* And a third time. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.reverse",
                               "{'account': '@2', 'payment': 3, 'reason': 'Wrong again.'}"),
                   ==, "");
  g_clear_pointer (&known, gram_bank_preview_free);
  known = preview (f, ADMINISTRATOR, path, "");
  g_assert_true (g_str_has_suffix (line_at (known, 0)->key, "~3"));
  import_line (f, path, line_at (known, 0)->choice, 1, 0);
  fixture_verify (f);
}

static GPtrArray *
history (Fixture *f, FixturePerson who, gint64 account_id, const char *text)
{
  const GramJournalQuery query = { .account_id = account_id, .text = (char *)text };
  GError *error = NULL;
  GPtrArray *entries
      = gram_registry_journal (f->registry, f->actors[who], &query, 0, 20, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entries);
  return entries;
}

static const GramJournalEntry *
find_import (const GPtrArray *entries)
{
  const GramJournalEntry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const GramJournalEntry *)entries->pdata[i])->command, "payment.import"))
      {
        g_assert_null (found);
        found = entries->pdata[i];
      }
  return found;
}

/* The history of each account that was credited tells of it; its members read nothing of the others there. */
static void
test_history (void)
{
  g_autoptr (Fixture) f = charged_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = fixture_file (f, "march.csv", HEADER NAMED EXACT);
  g_autoptr (GramBankPreview) first = preview (f, ADMINISTRATOR, path, "");
  g_autofree char *lines
      = g_strdup_printf ("%s', '%s", line_at (first, 0)->choice, line_at (first, 1)->choice);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) searched = NULL;

  import_line (f, path, lines, 2, 0);
  all = history (f, READER, 2, NULL);
  g_assert_nonnull (find_import (all));
  g_assert_nonnull (strstr (find_import (all)->arguments, f->numbers[1]));
  own = history (f, OWNER, 1, NULL);
  g_assert_nonnull (find_import (own));
  g_assert_cmpstr (find_import (own)->arguments, ==, "{}");
  g_assert_cmpstr (find_import (own)->result, ==, "{}");
  /* Nor can they find out by searching. */
  searched = history (f, OWNER, 1, f->numbers[2]);
  g_assert_null (find_import (searched));
  g_clear_pointer (&searched, g_ptr_array_unref);
  searched = history (f, READER, 1, f->numbers[2]);
  g_assert_nonnull (find_import (searched));
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-import/preview", test_preview);
  g_test_add_func ("/bank-import/dates", test_dates);
  g_test_add_func ("/bank-import/refused-lines", test_refused_lines);
  g_test_add_func ("/bank-import/import", test_import);
  g_test_add_func ("/bank-import/again", test_again);
  g_test_add_func ("/bank-import/history", test_history);
  g_test_add_func ("/bank-import/alike", test_alike);
  g_test_add_func ("/bank-import/invoice", test_invoice);
  g_test_add_func ("/bank-import/wrong", test_wrong);
  g_test_add_func ("/bank-import/own", test_own);
  g_test_add_func ("/bank-import/settled-meanwhile", test_settled_meanwhile);
  return g_test_run ();
}
