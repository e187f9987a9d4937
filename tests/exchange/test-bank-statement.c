/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-statement.h"

#include <string.h>

#include "gram-test-dir.h"

#define HEAD(version)                                                                              \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." version "\">"                   \
  "<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Acct><Id><Othr><Id>12-3456-0123456-00"   \
  "</Id></Othr></Id><Ccy>NZD</Ccy></Acct>"
#define TAIL "</Stmt></BkToCstmrStmt></Document>\n"
#define AMOUNT(amount) "<Amt Ccy=\"NZD\">" amount "</Amt>"
#define IN "<CdtDbtInd>CRDT</CdtDbtInd>"
#define OUT "<CdtDbtInd>DBIT</CdtDbtInd>"
#define BOOKED "<Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>"
#define PAYER(name) "<RltdPties><Dbtr><Nm>" name "</Nm></Dbtr></RltdPties>"
#define TEXT(text) "<RmtInf><Ustrd>" text "</Ustrd></RmtInf>"
#define ENTRY(amount, inner) "<Ntry>" AMOUNT (amount) IN BOOKED inner "</Ntry>"
#define DETAIL(inner) "<NtryDtls><TxDtls>" inner "</TxDtls></NtryDtls>"

/* Lines are row|day|amount|payer|text, an amount that went out with a minus; problems row!field. */
static char *
print_statement (const GramBankStatement *statement)
{
  g_autoptr (GString) text = g_string_new ("");
  char on[GRAM_DATE_BUFFER];

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const GramBankStatementLine *line = statement->lines->pdata[i];

      g_assert_cmpint (line->amount, >, 0);
      g_assert_cmpuint (strlen (line->key), ==, GRAM_BANK_KEY_LENGTH);
      g_string_append_printf (text, "%d|%s|%s%d|%s|%s\n", (int)line->row,
                              gram_date_print (on, line->date), line->out ? "-" : "",
                              (int)line->amount, line->payer, line->text);
    }
  for (guint i = 0; i < statement->problems->len; i++)
    {
      const GramBankStatementProblem *problem = statement->problems->pdata[i];

      g_assert_cmpstr (problem->message, !=, "");
      g_string_append_printf (text, "%d!%s\n", (int)problem->row, problem->field);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GramBankStatement *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize)length : strlen (text));

  return gram_bank_statement_read_bytes (bytes, error);
}

/* What is read: CAMT.053 in its versions, CSV as banks write it. */
static const struct
{
  const char *what;
  const char *text;
  const char *lines; /* NULL: the file is refused */
  int code;
} files[] = {
  { "one entry of version 2",
    HEAD ("02") ENTRY ("160.86", DETAIL (PAYER ("Harbour Street Imports Ltd") TEXT ("10000016")))
        TAIL,
    "1|2026-11-20|16086|Harbour Street Imports Ltd|10000016\n", 0 },
  { "of version 8, names and status deeper",
    HEAD ("08") "<Ntry>" AMOUNT ("5") IN
    "<Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-20T10:00:00"
    "+13:00</DtTm></BookgDt>" DETAIL (
        "<Refs><EndToEndId>FA-2026-0001</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Bay "
        "Cars</Nm></Pty></Dbtr></RltdPties>") "</Ntry>" TAIL,
    "1|2026-11-20|500|Bay Cars|FA-2026-0001\n", 0 },
  { "with a prefix, a byte order mark, and what is not known",
    "\xef\xbb\xbf<c:Document xmlns:c=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.04\">"
    "<c:BkToCstmrStmt><c:Stmt><c:Own><c:Ntry/></c:Own><c:Ntry><c:Amt "
    "Ccy=\"NZD\">1.5</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:ValDt><c:Dt>2026-11-19</c:Dt></c:ValDt>"
    "</c:Ntry></c:Stmt></c:BkToCstmrStmt></c:Document>",
    "1|2026-11-19|150||\n", 0 },
  { "a debit, and a reversal",
    HEAD ("02") "<Ntry>" AMOUNT ("7.00") OUT BOOKED "</Ntry><Ntry>" AMOUNT ("8.00") IN
    "<RvslInd>true</RvslInd>" BOOKED "</Ntry>" TAIL,
    "1|2026-11-20|-700||\n2|2026-11-20|-800||\n", 0 },
  { "a batch",
    HEAD ("04") ENTRY ("30.00",
                       "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch><TxDtls>" AMOUNT ("10.00")
                           PAYER ("A") TEXT ("one") "</TxDtls><TxDtls><AmtDtls><TxAmt>" AMOUNT (
                               "20.00") "</TxAmt></AmtDtls>" PAYER ("B") TEXT ("two")
                               TEXT ("three") "</TxDtls></NtryDtls>") TAIL,
    "1|2026-11-20|1000|A|one\n1|2026-11-20|2000|B|two three\n", 0 },
  { "a batch that does not add up",
    HEAD ("04") ENTRY ("30.00",
                       "<NtryDtls><TxDtls>" AMOUNT ("10.00") "</TxDtls><TxDtls>" AMOUNT (
                           "20.01") "</TxDtls></NtryDtls>") TAIL,
    "1!Ntry/NtryDtls/TxDtls\n", 0 },
  { "a batch whose sum is larger than any number",
    HEAD ("04") ENTRY ("30.00",
                       "<NtryDtls><TxDtls>" AMOUNT ("30.00") "</TxDtls><TxDtls>" AMOUNT (
                           "92233720368547758.07") "</TxDtls></NtryDtls>") TAIL,
    "1!Ntry/NtryDtls/TxDtls\n", 0 },
  { "a batch without amounts",
    HEAD ("04") ENTRY ("30.00",
                       "<NtryDtls><TxDtls>" TEXT ("a") "</TxDtls><TxDtls>" TEXT (
                           "b") "</TxDtls></NtryDtls>") TAIL,
    "1!Ntry/NtryDtls/TxDtls/Amt\n", 0 },
  { "another currency", HEAD ("02") "<Ntry><Amt Ccy=\"AUD\">1.00</Amt>" IN BOOKED "</Ntry>" TAIL,
    "1!Ntry/Amt\n", 0 },
  { "not booked yet",
    HEAD ("02") "<Ntry>" AMOUNT ("1.00") IN "<Sts>PDNG</Sts></Ntry>" ENTRY ("2.00", "") TAIL,
    "2|2026-11-20|200||\n1!Ntry/Sts\n", 0 },
  { "no amount, none above 0, too many decimals, no direction, no day",
    HEAD ("02") "<Ntry>" IN BOOKED "</Ntry>" ENTRY ("0.00", "") ENTRY ("1.005", "")
        ENTRY ("-1.00", "") ENTRY ("1e3", "") "<Ntry>" AMOUNT ("1.00") BOOKED
    "</Ntry><Ntry>" AMOUNT ("1.00") IN "<BookgDt><Dt>2026-13-20</Dt></BookgDt></Ntry>" TAIL,
    "1!Ntry/Amt\n2!Ntry/Amt\n3!Ntry/Amt\n4!Ntry/Amt\n5!Ntry/Amt\n6!Ntry/CdtDbtInd\n7!Ntry/BookgDt\n",
    0 },
  { "entities of XML, and blanks",
    HEAD ("02") ENTRY ("1.00", DETAIL (PAYER (" Smith &amp;\n Sons ") TEXT ("a &#x202e;b"))) TAIL,
    "1|2026-11-20|100|Smith & Sons|a b\n", 0 },
  { "no entries", HEAD ("02") TAIL, "", 0 },
  { "an account in another currency",
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Acct>"
    "<Ccy>AUD</Ccy></Acct></Stmt></BkToCstmrStmt></Document>",
    NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "a version that is not known", HEAD ("09") TAIL, NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "an older version", HEAD ("01") TAIL, NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "another message",
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"></Document>", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "a page", "<!DOCTYPE html><html><body>Sign in</body></html>", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "no statement in it",
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"></Document>", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "cut off", HEAD ("02") "<Ntry><Amt Ccy=\"NZD\">1.0", NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "not closed", HEAD ("02") "<Ntry></Stmt></BkToCstmrStmt></Document>", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "an entity that is declared, a billion laughs",
    "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 "
    "\"&lol;&lol;&lol;\">]><Document "
    "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">&lol2;</Document>",
    NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "an entity that nobody declared", HEAD ("02") "<Ntry>&lol;</Ntry>" TAIL, NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "a file of the machine",
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><r>&f;</r>",
    NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "bytes that are no text", HEAD ("02") ENTRY ("1.00", DETAIL (TEXT ("\xff\xfe"))) TAIL, NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "CSV with one amount",
    "Date,Amount,Payee,Particulars,Code,Reference\r\n"
    "20/11/2026,160.86,Harbour Street Imports Ltd,CO2,,10000016\r\n"
    "21/11/2026,-12.50,Power,,,\r\n",
    "2|2026-11-20|16086|Harbour Street Imports Ltd|CO2 10000016\n3|2026-11-21|-1250|Power|\n", 0 },
  { "CSV with credits and debits, semicolons and a comma for decimals",
    "\xef\xbb\xbf"
    "Date;Description;Debit;Credit\n2026-11-20;\"Rent; shop\";1.234,50;\n"
    "2026-11-21;10000016;;160,86\n",
    "2|2026-11-20|-123450||Rent; shop\n3|2026-11-21|16086||10000016\n", 0 },
  { "CSV with lines before the names, and a name that only its bank has",
    "Created date / time : 22 November 2026\nBank 12; Branch 3456; Account 0123456-00\n\n"
    "Date,Unique Id,Tran Type,Cheque Number,Payee,Memo,Amount\n"
    "2026/11/20,2026112001,CREDIT,,Bay Cars,10000032,\"1,000.00\"\n",
    "5|2026-11-20|100000|Bay Cars|10000032\n", 0 },
  { "CSV with a direction, a currency, and short years",
    "Date\tAmount\tCurrency\tDR/CR\tFrom\n20.11.26\t5.00\tNZD\tC\tA\n20.11.26\t6.00\tNZD\tD\tB\n"
    "20.11.26\t7.00\tUSD\tC\tC\n",
    "2|2026-11-20|500|A|\n3|2026-11-20|-600|B|\n4!Currency\n", 0 },
  { "CSV with the month first", "Date,Amount\n11/20/2026,1.00\n11/02/2026,2.00\n",
    "2|2026-11-20|100||\n3|2026-11-02|200||\n", 0 },
  { "CSV that leaves day and month open: the day comes first", "Date,Amount\n05/11/2026,1.00\n",
    "2|2026-11-05|100||\n", 0 },
  { "CSV with dates of both kinds", "Date,Amount\n20/11/2026,1.00\n11/20/2026,1.00\n", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "CSV with amounts of both kinds", "Date;Amount\n2026-11-20;1,00\n2026-11-21;1.00\n", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "CSV with lines that cannot be read",
    "Date,Amount,Payee\n2026-11-20,,A\n2026-11-31,1.00,B\nyesterday,1.00,C\n2026-11-20,much,D\n"
    "2026-11-20,\"1,00,0.00\",E\n2026-11-20,0.00,F\n2026-11-20,1.00,G,H\n2026-11-20,1.00,I\n",
    "9|2026-11-20|100|I|\n2!Amount\n3!Date\n4!Date\n5!Amount\n6!Amount\n7!Amount\n8!\n", 0 },
  { "CSV with signs of money",
    "Date,Amount\n2026-11-20,\"$1,234.50\"\n2026-11-20,(3.20)\n2026-11-20,+7\n2026-11-20,8.00-\n",
    "2|2026-11-20|123450||\n3|2026-11-20|-320||\n4|2026-11-20|700||\n5|2026-11-20|-800||\n", 0 },
  { "a table without amounts", "Date,Make,Model\n2026-11-20,Toyota,Aqua\n", NULL,
    GRAM_EXCHANGE_ERROR_SYNTAX },
  { "nothing", "", NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "a picture", "\x89PNG\r\n\x1a\n\x01\x02", NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
  { "a workbook", "PK\003\004whatever", NULL, GRAM_EXCHANGE_ERROR_SYNTAX },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GramBankStatement) statement = read_text (files[i].text, -1, &error);
      g_autofree char *lines = NULL;

      g_test_message ("%s", files[i].what);
      if (files[i].lines == NULL)
        {
          g_assert_null (statement);
          g_assert_error (error, GRAM_EXCHANGE_ERROR, files[i].code);
          continue;
        }
      g_assert_no_error (error);
      lines = print_statement (statement);
      g_assert_cmpstr (lines, ==, files[i].lines);
    }
}

static void
test_facts (void)
{
  g_autoptr (GramBankStatement) camt = read_text (files[0].text, -1, NULL);
  g_autoptr (GramBankStatement) open = read_text ("Date,Amount\n05/11/2026,1.00\n", -1, NULL);
  g_autoptr (GramBankStatement) clear
      = read_text ("Date,Amount\n05/11/2026,1.00\n20/11/2026,1.00\n", -1, NULL);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, files[0].text, -1);

  g_assert_cmpint (camt->format, ==, GRAM_BANK_FORMAT_CAMT);
  g_assert_cmpstr (gram_bank_format_to_word (camt->format), ==, "camt.053");
  g_assert_cmpstr (gram_bank_format_to_word (open->format), ==, "csv");
  g_assert_cmpstr (camt->account, ==, "12-3456-0123456-00");
  g_assert_cmpstr (camt->sha256, ==, sha256);
  g_assert_true (open->day_first);
  g_assert_false (clear->day_first);
  g_assert_false (camt->day_first);
}

static const char *
key_at (const GramBankStatement *statement, guint i)
{
  return ((const GramBankStatementLine *)statement->lines->pdata[i])->key;
}

/* A line has one key in all statements that have it; two that say the same have two. */
static void
test_keys (void)
{
  g_autoptr (GramBankStatement) short_one
      = read_text (HEAD ("02") ENTRY ("1.00", DETAIL (TEXT ("a")))
                       ENTRY ("1.00", DETAIL (TEXT ("a"))) TAIL,
                   -1, NULL);
  g_autoptr (GramBankStatement) long_one
      = read_text (HEAD ("02") ENTRY ("2.00", "") ENTRY ("1.00", DETAIL (TEXT ("a")))
                       ENTRY ("1.00", DETAIL (TEXT ("a"))) ENTRY ("1.00", DETAIL (TEXT ("b"))) TAIL,
                   -1, NULL);
  g_autoptr (GramBankStatement) named
      = read_text ("Date,Amount,Unique Id\n2026-11-20,1.00,71\n2026-11-20,1.00,72\n", -1, NULL);
  g_autoptr (GramBankStatement) turned
      = read_text ("Date,Amount,Unique Id\n2026-11-20,1.00,72\n2026-11-20,1.00,71\n", -1, NULL);

  g_assert_cmpstr (key_at (short_one, 0), !=, key_at (short_one, 1));
  g_assert_cmpstr (key_at (short_one, 0), ==, key_at (long_one, 1));
  g_assert_cmpstr (key_at (short_one, 1), ==, key_at (long_one, 2));
  g_assert_cmpstr (key_at (long_one, 3), !=, key_at (long_one, 1));
  g_assert_cmpstr (key_at (named, 0), ==, key_at (turned, 1));
  g_assert_cmpstr (key_at (named, 1), ==, key_at (turned, 0));
}

static void
fill (GString *text, const char *piece, gsize times)
{
  for (gsize i = 0; i < times; i++)
    g_string_append (text, piece);
}

/* What is too much: bytes, lines, depth, text. */
static void
test_limits (void)
{
  g_autoptr (GString) large = g_string_new ("Date,Amount\n");
  g_autoptr (GString) lines = g_string_new ("Date,Amount\n");
  g_autoptr (GString) deep = g_string_new (HEAD ("02"));
  g_autoptr (GString) wordy = g_string_new (HEAD ("02") "<Ntry><AddtlNtryInf>");
  g_autoptr (GString) blank = g_string_new (HEAD ("02"));
  GString *const all[] = { large, lines, deep, wordy };
  g_autoptr (GramBankStatement) right = NULL;
  g_autoptr (GError) none = NULL;

  fill (large, "2026-11-20,1.00\n", GRAM_BANK_STATEMENT_MAX_BYTES / 16);
  fill (lines, "2026-11-20,1.00\n", GRAM_BANK_STATEMENT_MAX_LINES + 1);
  fill (deep, "<a>", 100);
  fill (wordy, "0123456789abcdef", 5000);
  g_string_append (wordy, "</AddtlNtryInf></Ntry>" TAIL);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (all[i]->str, (gssize)all[i]->len, &error));
      g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
    }

  /* Blanks between entries are no text. */
  fill (blank, "                               \n" ENTRY ("1.00", ""), 4000);
  g_string_append (blank, TAIL);
  right = read_text (blank->str, (gssize)blank->len, &none);
  g_assert_no_error (none);
  g_assert_cmpuint (right->lines->len, ==, 4000);
}

/* A file is opened, whatever its name; what is none is not waited for. */
static void
test_paths (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "statement.xml");
  g_autofree char *large = gram_test_dir_file (dir, "large.csv");
  g_autofree char *content = g_strnfill (GRAM_BANK_STATEMENT_MAX_BYTES + 1, 'a');
  const char *const none[]
      = { "/nowhere/statement.xml", gram_test_dir_get_path (dir), "/dev/zero" };
  g_autoptr (GramBankStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, files[0].text, -1, NULL));
  statement = gram_bank_statement_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (statement->lines->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) failed = NULL;

      g_assert_null (gram_bank_statement_read (none[i], &failed));
      g_assert_error (failed, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
    }
  {
    g_autoptr (GError) failed = NULL;

    g_assert_true (g_file_set_contents (large, content, GRAM_BANK_STATEMENT_MAX_BYTES + 1, NULL));
    g_assert_null (gram_bank_statement_read (large, &failed));
    g_assert_error (failed, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT);
  }
}

/* A damaged file is refused or read, line by line; it never ends the program. */
static void
test_damage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    for (int round = 0; round < 60; round++)
      {
        gsize length = strlen (files[i].text);
        g_autofree char *copy = g_strdup (files[i].text);
        g_autoptr (GramBankStatement) statement = NULL;
        g_autoptr (GError) error = NULL;

        if (length == 0)
          continue;
        for (int hits = g_test_rand_int_range (1, 4); hits > 0; hits--)
          copy[g_test_rand_int_range (0, (int)length)] = (char)g_test_rand_int_range (0, 256);
        if (g_test_rand_bit ())
          length = (gsize)g_test_rand_int_range (0, (int)length);
        statement = read_text (copy, (gssize)length, &error);
        g_assert_true ((statement == NULL) == (error != NULL));
        if (statement != NULL)
          g_free (print_statement (statement));
        else
          g_assert_true (error->domain == GRAM_EXCHANGE_ERROR);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bank-statement/files", test_files);
  g_test_add_func ("/bank-statement/facts", test_facts);
  g_test_add_func ("/bank-statement/keys", test_keys);
  g_test_add_func ("/bank-statement/limits", test_limits);
  g_test_add_func ("/bank-statement/paths", test_paths);
  g_test_add_func ("/bank-statement/damage", test_damage);

  return g_test_run ();
}
