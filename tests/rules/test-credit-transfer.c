/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs.h"
#include "gram-credit-transfer.h"

#include "rulebooks.h"

#define OWN "10000016"
#define OTHER "10000024"
#define USED GRAM_ACCOUNT_CCS_USED
#define NEW GRAM_ACCOUNT_CCS_NEW

static GramDate
day (const char *text)
{
  GramDate date;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* Rows 23 to 25 of §15 (LTA 1998 s 180, s 184 as amended by 2025 No 73), and what goes over of which year. */
static const GramCcsCredits holdings[] = { { 2026, 4050 }, { 2023, 355 }, { 2025, 1000 } };

static const struct
{
  const char *what;
  GramAccountKind from;
  GramAccountKind to;
  gint64 credits;
  const char *chosen;
  const char *today;
  const char *lines; /* year=given>received; NULL: refused */
  const char *refusal;
  const char *says;
} transfers[] = {
  { "row 23: 10 from new to used, s 180", NEW, USED, 1000, "2025=10", "2026-11-22", "2025=10>20",
    NULL, NULL },
  { "row 24: 6 from used to new, s 184", USED, NEW, 600, "2025=6", "2026-11-22", "2025=6>3", NULL,
    NULL },
  { "row 25: 7 from used to new, s 184", USED, NEW, 700, NULL, "2026-11-22", NULL, "transfer.odd",
    "2 used credits are one new credit, so that nothing may be left over; transfer 6 or 8" },
  { "one from used to new", USED, NEW, 100, NULL, "2026-11-22", NULL, "transfer.odd",
    "2 used credits are one new credit, so that nothing may be left over; transfer 2" },
  { "of one kind, oldest first, whole ones of each year", USED, USED, 1500, NULL, "2026-11-22",
    "2023=3>3 2025=10>10 2026=2>2", NULL, NULL },
  { "used to new, even ones of each year", USED, NEW, 1400, NULL, "2026-11-22",
    "2023=2>1 2025=10>5 2026=2>1", NULL, NULL },
  { "all that can go over", USED, USED, 5300, NULL, "2026-11-22", "2023=3>3 2025=10>10 2026=40>40",
    NULL, NULL },
  { "more than can go over", USED, USED, 5400, NULL, "2026-11-22", NULL, "transfer.not-held",
    "At most 53 credits can be transferred now; only whole ones of each year that have not lapsed and "
    "are not reserved go over" },
  { "more than can go over to new", USED, NEW, 5400, NULL, "2026-11-22", NULL, "transfer.not-held",
    "At most 52 credits can be transferred now; only whole ones of each year that have not lapsed and "
    "are not reserved go over" },
  { "those of 2023 have lapsed, row 27", USED, USED, 1100, NULL, "2029-01-01",
    "2025=10>10 2026=1>1", NULL, NULL },
  { "all have lapsed", USED, USED, 100, NULL, "2031-01-01", NULL, "transfer.not-held",
    "The account has no credits that could be transferred; only whole ones of each year that have not "
    "lapsed and are not reserved go over" },
  { "a part of a credit", NEW, NEW, 150, NULL, "2026-11-22", NULL, "transfer.fraction", NULL },
  { "nothing", NEW, NEW, 0, NULL, "2026-11-22", NULL, "transfer.credits", NULL },
  { "less than nothing", NEW, NEW, -100, NULL, "2026-11-22", NULL, "transfer.credits", NULL },
  { "more than there can be", NEW, USED, G_MAXINT64 - 7, NULL, "2026-11-22", NULL,
    "transfer.too-large", NULL },
  { "chosen years that do not add up", USED, USED, 1000, "2025=9", "2026-11-22", NULL,
    "transfer.years", NULL },
  { "chosen years that are odd", USED, NEW, 400, "2025=3 2026=1", "2026-11-22", NULL,
    "transfer.odd", NULL },
  { "a chosen part of a credit", USED, USED, 400, "2025=3.50 2026=0.50", "2026-11-22", NULL,
    "transfer.fraction", NULL },
  { "more of a year than is held", USED, USED, 1100, "2025=11", "2026-11-22", NULL,
    "credits.not-held", NULL },
  { "lapsed ones chosen", USED, USED, 100, "2023=1", "2029-01-01", NULL, "credits.lapsed", NULL },
};

static char *
print_lines (const GArray *lines)
{
  g_autoptr (GString) text = g_string_new ("");
  char given[GRAM_DECIMAL_BUFFER];
  char received[GRAM_DECIMAL_BUFFER];

  for (guint i = 0; i < lines->len; i++)
    {
      const GramCreditTransferLine *line = &g_array_index (lines, GramCreditTransferLine, i);

      g_string_append_printf (text, "%s%d=%s>%s", i > 0 ? " " : "", line->year,
                              gram_decimal_print (given, line->credits, 2, 0),
                              gram_decimal_print (received, line->received, 2, 0));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_lines (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (transfers); i++)
    {
      g_auto (GStrv) texts = transfers[i].chosen != NULL ? g_strsplit (transfers[i].chosen, " ", -1)
                                                         : g_new0 (char *, 1);
      g_autoptr (GArray) chosen = gram_ccs_credits_parse ((const char *const *)texts, NULL);
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GArray) lines
          = gram_credit_transfer_lines (rulebook->ccs, transfers[i].from, transfers[i].to,
                                        transfers[i].credits, (const GramCcsCredits *)chosen->data,
                                        chosen->len, holdings, G_N_ELEMENTS (holdings),
                                        day (transfers[i].today), &refusal);
      g_autofree char *text = NULL;

      g_test_message ("%s", transfers[i].what);
      if (transfers[i].lines == NULL)
        {
          g_assert_null (lines);
          g_assert_cmpstr (refusal->id, ==, transfers[i].refusal);
          if (transfers[i].says != NULL)
            g_assert_cmpstr (refusal->message, ==, transfers[i].says);
          continue;
        }
      g_assert_nonnull (lines);
      text = print_lines (lines);
      g_assert_cmpstr (text, ==, transfers[i].lines);
    }
}

/* Another ratio, and parts of credits, are figures of the rulebook like others. */
static void
test_other_rules (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  gint64 received = -1;

  rulebook->ccs->used_per_new = 3;
  g_assert_cmpint (gram_credit_transfer_step (rulebook->ccs, USED, NEW), ==, 300);
  g_assert_false (gram_credit_transfer_received (rulebook->ccs, USED, NEW, 400, &received));
  g_assert_true (gram_credit_transfer_received (rulebook->ccs, USED, NEW, 600, &received));
  g_assert_cmpint (received, ==, 200);
  g_assert_true (gram_credit_transfer_received (rulebook->ccs, NEW, USED, 200, &received));
  g_assert_cmpint (received, ==, 600);
  rulebook->ccs->terms->whole_credits = FALSE;
  g_assert_cmpint (gram_credit_transfer_step (rulebook->ccs, NEW, NEW), ==, 1);
  g_assert_true (gram_credit_transfer_received (rulebook->ccs, USED, NEW, 3, &received));
  g_assert_cmpint (received, ==, 1);
  g_assert_false (gram_credit_transfer_received (rulebook->ccs, NEW, USED, G_MAXINT64, &received));
}

/* Fourteen days, but never beyond the last day of the credits themselves. */
static void
test_last_day (void)
{
  static const struct
  {
    const char *offered_on;
    int year;
    const char *lapses_on;
  } rows[] = {
    { "2026-11-22", 2026, "2026-12-06" },
    { "2028-12-17", 2023, "2028-12-31" },
    { "2028-12-24", 2023, "2028-12-31" },
    { "2028-12-24", 2025, "2029-01-07" },
  };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GramCreditTransferLine lines[] = { { 2026, 100, 100 }, { rows[i].year, 100, 100 } };
      g_autofree char *last = gram_date_format (
          gram_credit_transfer_lapses_on (rulebook->ccs, lines, G_N_ELEMENTS (lines),
                                          day (rows[i].offered_on)));

      g_assert_cmpstr (last, ==, rows[i].lapses_on);
    }
}

/* The form. */
static const char *const no_years[] = { NULL };
static const char *const two_years[] = { "2025=4", "2026=6", NULL };
static const char *const wrong_years[] = { "2025=4", "2026=7", NULL };
static const char *const bad_years[] = { "twenty", NULL };

static const struct
{
  const char *what;
  GramCreditTransferForm form;
  GramCreditTransferField field;
  const char *refusal; /* NULL: it is right */
} forms[] = {
  { "as offered", { .number = OTHER, .credits = "10", .years = no_years }, 0, NULL },
  { "with blanks, years and a reference",
    { .number = "1000 0024", .credits = " 10.00 ", .years = two_years, .reference = " PO 77 " },
    0,
    NULL },
  { "no number", { .credits = "10" }, GRAM_CREDIT_TRANSFER_NUMBER, "transfer.number" },
  { "a mistyped number",
    { .number = "10000025", .credits = "10" },
    GRAM_CREDIT_TRANSFER_NUMBER,
    "transfer.number" },
  { "the account itself",
    { .number = OWN, .credits = "10" },
    GRAM_CREDIT_TRANSFER_NUMBER,
    "transfer.own-account" },
  { "no credits", { .number = OTHER }, GRAM_CREDIT_TRANSFER_CREDITS, "transfer.credits" },
  { "no number of credits",
    { .number = OTHER, .credits = "ten" },
    GRAM_CREDIT_TRANSFER_CREDITS,
    "transfer.credits" },
  { "nothing",
    { .number = OTHER, .credits = "0" },
    GRAM_CREDIT_TRANSFER_CREDITS,
    "transfer.credits" },
  { "part of a credit",
    { .number = OTHER, .credits = "1.5" },
    GRAM_CREDIT_TRANSFER_CREDITS,
    "transfer.fraction" },
  { "years that do not add up",
    { .number = OTHER, .credits = "10", .years = wrong_years },
    GRAM_CREDIT_TRANSFER_YEARS,
    "transfer.years" },
  { "no years",
    { .number = OTHER, .credits = "10", .years = bad_years },
    GRAM_CREDIT_TRANSFER_YEARS,
    "transfer.years" },
  { "a reference of two lines",
    { .number = OTHER, .credits = "10", .reference = "a\nb" },
    GRAM_CREDIT_TRANSFER_REFERENCE,
    "transfer.reference" },
  { "a reference that turns text around",
    { .number = OTHER, .credits = "10", .reference = "a\u202eb" },
    GRAM_CREDIT_TRANSFER_REFERENCE,
    "transfer.reference" },
  { "recorded",
    { .recorded = TRUE,
      .direction = "in",
      .number = OTHER,
      .name = "Alpha Motors plc",
      .kind = "ccs-new",
      .credits = "10",
      .years = two_years },
    0,
    NULL },
  { "recorded, without direction",
    { .recorded = TRUE, .number = OTHER, .name = "Alpha", .kind = "ccs-new", .credits = "10" },
    GRAM_CREDIT_TRANSFER_DIRECTION,
    "transfer.direction" },
  { "recorded, without name",
    { .recorded = TRUE, .direction = "out", .number = OTHER, .kind = "ccs-new", .credits = "10" },
    GRAM_CREDIT_TRANSFER_NAME,
    "transfer.name" },
  { "recorded, of the other scheme",
    { .recorded = TRUE,
      .direction = "out",
      .number = OTHER,
      .name = "Alpha",
      .kind = "ccts",
      .credits = "10" },
    GRAM_CREDIT_TRANSFER_KIND,
    "transfer.kind" },
  { "recorded, came in without its years",
    { .recorded = TRUE,
      .direction = "in",
      .number = OTHER,
      .name = "Alpha",
      .kind = "ccs-new",
      .credits = "10" },
    GRAM_CREDIT_TRANSFER_YEARS,
    "transfer.years" },
};

static void
test_forms (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCreditTransferField field = 0;
      g_autoptr (GramCreditTransfer) transfer
          = gram_credit_transfer_new (rulebook->ccs, &forms[i].form, OWN, &field, &refusal);

      g_test_message ("%s", forms[i].what);
      g_assert_true ((transfer != NULL) == (forms[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, forms[i].refusal);
      g_assert_cmpint (field, ==, forms[i].field);
      for (int f = 1; f <= GRAM_CREDIT_TRANSFER_FIELD_N; f++)
        g_assert_true (gram_credit_transfer_check_field (rulebook->ccs, &forms[i].form,
                                                         (GramCreditTransferField)f, OWN, NULL)
                       == (f != (int)forms[i].field));
    }
}

static void
test_read (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramCreditTransfer) transfer
      = gram_credit_transfer_new (rulebook->ccs, &forms[1].form, OWN, NULL, NULL);
  g_autoptr (GramCreditTransfer) recorded
      = gram_credit_transfer_new (rulebook->ccs, &forms[G_N_ELEMENTS (forms) - 5].form, OWN, NULL,
                                  NULL);

  g_assert_cmpstr (transfer->number, ==, OTHER);
  g_assert_cmpint (transfer->credits, ==, 1000);
  g_assert_cmpuint (transfer->chosen->len, ==, 2);
  g_assert_cmpstr (transfer->reference, ==, "PO 77");
  g_assert_cmpint (transfer->direction, ==, GRAM_CREDIT_TRANSFER_OUT);
  g_assert_cmpint (recorded->direction, ==, GRAM_CREDIT_TRANSFER_IN);
  g_assert_cmpint (recorded->kind, ==, NEW);
  g_assert_cmpstr (recorded->name, ==, "Alpha Motors plc");
}

/* Who may take part (CCS facts §7), and who reads why not: a party never learns how the other one stands. */
#define OPEN GRAM_ACCOUNT_OPEN, GRAM_AML_VERIFIED
#define SUSPENDED GRAM_ACCOUNT_SUSPENDED, GRAM_AML_VERIFIED
#define CLOSING GRAM_ACCOUNT_CLOSING, GRAM_AML_VERIFIED
#define CLOSED GRAM_ACCOUNT_CLOSED, GRAM_AML_VERIFIED
#define UNKNOWN GRAM_ACCOUNT_OPEN, GRAM_AML_NONE
#define EXPIRED GRAM_ACCOUNT_OPEN, GRAM_AML_EXPIRED
#define OTHER_CANNOT "transfer.other-cannot"

static const struct
{
  const char *what;
  GramCreditTransferSide sender;
  GramCreditTransferSide receiver;
  const char *to_sender; /* NULL: it is possible */
  const char *to_receiver;
  const char *to_administrator;
} sides[] = {
  { "both can", { OPEN }, { OPEN }, NULL, NULL, NULL },
  { "sender suspended",
    { SUSPENDED },
    { OPEN },
    "account.suspended",
    OTHER_CANNOT,
    "account.suspended" },
  { "receiver suspended",
    { OPEN },
    { SUSPENDED },
    OTHER_CANNOT,
    "account.suspended",
    "account.suspended" },
  { "a closing account gives", { CLOSING }, { OPEN }, NULL, NULL, NULL },
  { "a closing account gets nothing",
    { OPEN },
    { CLOSING },
    OTHER_CANNOT,
    "account.closing",
    "account.closing" },
  { "receiver closed", { OPEN }, { CLOSED }, OTHER_CANNOT, "account.closed", "account.closed" },
  { "sender not verified", { UNKNOWN }, { OPEN }, "transfer.aml", OTHER_CANNOT, "transfer.aml" },
  { "receiver not verified", { OPEN }, { UNKNOWN }, OTHER_CANNOT, "transfer.aml", "transfer.aml" },
  { "verification is over", { OPEN }, { EXPIRED }, OTHER_CANNOT, "transfer.aml", "transfer.aml" },
  { "both cannot",
    { SUSPENDED },
    { UNKNOWN },
    "account.suspended",
    "transfer.aml",
    "account.suspended" },
};

static void
check_reader (const GramRulebook *rulebook,
              gsize i,
              GramCreditTransferReader reader,
              const char *expected)
{
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_true (gram_credit_transfer_check_sides (rulebook->accounts, &sides[i].sender,
                                                   &sides[i].receiver, reader, &refusal)
                 == (expected == NULL));
  g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, expected);
}

static void
test_sides (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autofree char *told = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_test_message ("%s", sides[i].what);
      check_reader (rulebook, i, GRAM_CREDIT_TRANSFER_READER_SENDER, sides[i].to_sender);
      check_reader (rulebook, i, GRAM_CREDIT_TRANSFER_READER_RECEIVER, sides[i].to_receiver);
      check_reader (rulebook, i, GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR,
                    sides[i].to_administrator);
      if (g_strcmp0 (sides[i].to_sender, OTHER_CANNOT) != 0)
        continue;
      /* Whatever the reason: word by word the same. */
      gram_credit_transfer_check_sides (rulebook->accounts, &sides[i].sender, &sides[i].receiver,
                                        GRAM_CREDIT_TRANSFER_READER_SENDER, &refusal);
      g_assert_true (told == NULL || g_str_equal (told, refusal->message));
      g_set_str (&told, refusal->message);
    }

  g_assert_cmpstr (told, ==, "The other account cannot receive credits now; ask its holder");
  g_assert_true (gram_credit_transfer_check_sides (rulebook->accounts, &sides[0].sender, NULL,
                                                   GRAM_CREDIT_TRANSFER_READER_SENDER, NULL));
  g_assert_false (gram_credit_transfer_check_sides (rulebook->accounts, NULL, &sides[2].receiver,
                                                    GRAM_CREDIT_TRANSFER_READER_RECEIVER, NULL));
}

/* Verb × state, before and after the last day: what it leads to, or why not. */
static const struct
{
  GramCreditTransferState from;
  GramCreditTransferVerb verb;
  gboolean late;
  GramCreditTransferState to;
  const char *refusal;
} moves[] = {
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_ACCEPT, FALSE, GRAM_CREDIT_TRANSFER_ACCEPTED,
    NULL },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_DECLINE, FALSE,
    GRAM_CREDIT_TRANSFER_DECLINED, NULL },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_CANCEL, FALSE,
    GRAM_CREDIT_TRANSFER_CANCELLED, NULL },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_LAPSE, FALSE, 0, "transfer.not-lapsed" },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_ACCEPT, TRUE, 0, "transfer.lapsed" },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_DECLINE, TRUE, GRAM_CREDIT_TRANSFER_DECLINED,
    NULL },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_CANCEL, TRUE, GRAM_CREDIT_TRANSFER_CANCELLED,
    NULL },
  { GRAM_CREDIT_TRANSFER_OFFERED, GRAM_CREDIT_TRANSFER_LAPSE, TRUE, GRAM_CREDIT_TRANSFER_LAPSED,
    NULL },
};

static void
test_moves (void)
{
  static const GramCreditTransferState over[]
      = { GRAM_CREDIT_TRANSFER_ACCEPTED, GRAM_CREDIT_TRANSFER_DECLINED,
          GRAM_CREDIT_TRANSFER_CANCELLED, GRAM_CREDIT_TRANSFER_LAPSED };
  GramDate last = day ("2026-12-06");

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCreditTransferState to = 0;

      g_assert_true (gram_credit_transfer_move (moves[i].from, moves[i].verb, last,
                                                day (moves[i].late ? "2026-12-07" : "2026-12-06"),
                                                &to, &refusal)
                     == (moves[i].refusal == NULL));
      g_assert_cmpint (to, ==, moves[i].to);
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, moves[i].refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (over); i++)
    for (int verb = GRAM_CREDIT_TRANSFER_ACCEPT; verb <= GRAM_CREDIT_TRANSFER_LAPSE; verb++)
      {
        g_autoptr (GramRefusal) refusal = NULL;

        g_assert_false (gram_credit_transfer_move (over[i], (GramCreditTransferVerb)verb, last,
                                                   day ("2026-12-01"), NULL, &refusal));
        g_assert_cmpstr (refusal->id, ==, "transfer.state");
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credit-transfer/lines", test_lines);
  g_test_add_func ("/credit-transfer/other-rules", test_other_rules);
  g_test_add_func ("/credit-transfer/last-day", test_last_day);
  g_test_add_func ("/credit-transfer/forms", test_forms);
  g_test_add_func ("/credit-transfer/read", test_read);
  g_test_add_func ("/credit-transfer/sides", test_sides);
  g_test_add_func ("/credit-transfer/moves", test_moves);

  return g_test_run ();
}
