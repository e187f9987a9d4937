/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command.h"
#include "gram-journal-sentences.h"
#include "gram-overview-figures.h"
#include "gram-overview-stands.h"
#include "gram-password-strength.h"
#include "gram-settings.h"

static void
test_password (void)
{
  static const struct
  {
    const char *password;
    guint strength;
  } rows[] = {
    { "", 0 },
    { "short", 0 },
    { "aaaaaaaaaaaaaaaa", 1 },
    { "12345678901234", 1 },
    { "abcdefghijkl", 1 },
    { "harbourlane", 1 },
    { "harbour lane", 2 },
    { "Harbour-Lane-17", 3 },
    { "correct horse battery staple", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].password);
      g_assert_cmpuint (gram_password_strength (rows[i].password), ==, rows[i].strength);
    }
  for (guint i = 0; i <= GRAM_PASSWORD_STRENGTH_MAX; i++)
    g_assert_nonnull (gram_password_strength_hint (i));
}

static const struct
{
  const char *command;
  const char *arguments;
  const char *result;
  const char *sentence;
  const char *detail;
  GramRegistryKind kind; /* 0: an administrator's registry */
} entries[] = {
  { "invitation.create", "{\"email\":\"nora@example.org\",\"permissions\":[\"view\",\"accept\"]}",
    "{\"lapses-at\":0}", "Invited nora@example.org",
    "Permissions: view, accept and dispute vehicles\nLapses on 1 January 1970" },
  { "transfer.offer", "{\"number\":\"10000017\",\"credits\":\"10\",\"reference\":\"Order 7\"}",
    "{\"transfer\":3,\"received\":\"20.00\"}", "Offered 10 credits to account 10000017",
    "Reference: Order 7" },
  { "transfer.accept", "{\"transfer\":3}", "{\"received\":\"20.00\"}",
    "Accepted 20.00 credits of transfer 3", NULL },
  { "transfer.decline", "{\"transfer\":3,\"reason\":\"Not agreed.\"}", "{}",
    "Declined transfer 3 of credits", "Reason: Not agreed." },
  { "credit.run-due", "{\"last-day\":\"2029-12-31\",\"days\":90}", "{\"warned\":90}",
    "Warned that credits lapse after 31 December 2029", NULL },
  { "credit.run-due", "{}", "{\"transfers\":0,\"lapsed\":\"7.55\"}",
    "7.55 credits lapsed after their last day", NULL },
  { "credit.run-due", "{}", "{\"transfers\":2,\"lapsed\":\"7.55\"}",
    "7.55 credits lapsed after their last day", "2 offers ended with their last day" },
  { "credit.run-due", "{}", "{\"transfers\":1}", "Ended offers of credits whose last day was over",
    NULL },
  { "invitation.resend", "{\"invitation\":3}", "{}", "Sent an invitation again", NULL },
  { "account.suspend",
    "{\"ground\":\"conviction\",\"until\":\"2026-12-31\",\"reason\":\"Forged certificates\","
    "\"reference\":\"NZTA 2026/7\"}",
    "{}", "Suspended the account until 31 December 2026",
    "Ground: conviction\nReason: Forged certificates\nReference: NZTA 2026/7" },
  { "account.suspend", "{\"until\":\"2026-12-31\",\"reference\":\"NZTA 2026/7\"}", "{}",
    "Suspended the account until 31 December 2026",
    "Recorded for the administrator, reference: NZTA 2026/7", GRAM_REGISTRY_OWN },
  { "account.request-closing", "{\"reason\":\"We import no more\",\"delete-credits\":\"850.00\"}",
    "{\"request\":4,\"pending\":true}", "Asked for the account to be closed",
    "Reason: We import no more\nCredits left over to be deleted: 850.00 g\n"
    "Waits for the approval of a second person" },
  { "account.close", "{}", "{\"deleted-credits\":\"0.00\"}", "Closed the account", NULL },
  { "request.approve", "{\"request\":4}",
    "{\"command\":\"no.such\",\"prepared-by\":\"tama@example.org\"}",
    "Approved what tama@example.org prepared", "no.such" },
  { "account.set-four-eyes", "{\"acts\":[\"transfer\",\"closing\"]}", "{}",
    "Asked for four eyes: a second person approves", "For: transfer, closing" },
  { "account.set-directory", "{\"listed\":false}", "{}", "Took the account out of the directory",
    NULL },
  { "account.run-due", "{}", "{\"measures\":1,\"verifications\":0,\"lapsed\":2}",
    "A day came that something depended on",
    "1 suspension or block ended with its last day\n"
    "2 invitations, offers or requests lapsed unanswered" },
  { "session.open", "{}", "{}", "Signed in", NULL },
  { "account.open", "{\"holder\":\"Harbour Street Imports Ltd\"}", "{\"account\":\"10000015\"}",
    "Opened account 1000\u00a00015", "Harbour Street Imports Ltd" },
  { "vehicle.accept", "{}", "{\"accepted\":1,\"skipped\":0}", "Accepted 1 vehicle", NULL },
  { "vehicle.accept", "{}", "{\"accepted\":12,\"skipped\":3}", "Accepted 12 vehicles",
    "3 were left out" },
  { "vehicle.accept", "{}",
    "{\"accepted\":2,\"skipped\":0,\"charge\":1,\"charges\":\"160.86\",\"offset\":\"15.55\","
    "\"outstanding\":\"67.56\"}",
    "Accepted 2 vehicles",
    "Charged NZ$160.86; 15.55 g of credits were set off, NZ$67.56 are left to pay" },
  { "vehicle.accept", "{}",
    "{\"accepted\":1,\"skipped\":0,\"charge\":2,\"charges\":\"6.00\",\"offset\":\"0.00\","
    "\"outstanding\":\"6.00\"}",
    "Accepted 1 vehicle", "Charged NZ$6.00" },
  { "charge.offset", "{}", "{\"offset\":\"15.55\",\"discharged\":\"93.30\"}",
    "Set 15.55 credits off against charges, which discharged NZ$93.30", NULL },
  { "fleet-year.settle", "{\"year\":2026}",
    "{\"number\":\"FA-2026-0001\",\"credits\":\"0.00\",\"amount\":\"497.45\"}",
    "Settled the Fleet Average year 2026: NZ$497.45 to pay, invoice FA-2026-0001", NULL },
  { "fleet-year.settle", "{\"year\":2026}",
    "{\"number\":\"FA-2026-0002\",\"credits\":\"17.88\",\"amount\":\"0.00\"}",
    "Settled the Fleet Average year 2026: 17.88 credits", NULL },
  { "fleet-year.settle", "{\"year\":2026}",
    "{\"number\":\"FA-2026-0003\",\"credits\":\"0.00\",\"amount\":\"0.00\"}",
    "Settled the Fleet Average year 2026", NULL },
  { "payment.import", "{\"file\":\"march.csv\"}", "{\"recorded\":1,\"amount\":\"60.86\"}",
    "Brought in 1 payment of a bank statement: NZ$60.86", "File: march.csv" },
  /* As members of one of its accounts read it. */
  { "payment.import", "{}", "{}", "Brought in payments of a bank statement", NULL },
  { "payment.reverse", "{\"payment\":7,\"reason\":\"It bounced\"}", "{\"payment\":9}",
    "Reversed payment 7", "Reason: It bounced" },
  { "payment.use-in-favour", "{}", "{\"settled\":\"20.00\"}",
    "Settled NZ$20.00 with what stood in favour", NULL },
  { "payment.pay-back", "{\"amount\":\"5.00\",\"paid-on\":\"2026-03-12\"}", "{}",
    "Recorded that NZ$5.00 in favour were paid back", "Paid on 12 March 2026" },
  { "vehicle.import", "{\"file\":\"march.csv\"}",
    "{\"rows\":4,\"new\":2,\"changed\":1,\"unchanged\":1,\"rejected\":0}",
    "Brought in 4 rows of “march.csv”", "2 new, 1 changed, 1 unchanged, 0 rejected" },
  { "account.set-auto-accept", "{\"switches\":[\"credit\"]}", "{\"accepted\":2}",
    "Turned auto-accept on", "2 waiting vehicles were accepted" },
  { "account.set-auto-accept", "{\"switches\":[]}", "{\"accepted\":0}", "Turned auto-accept off",
    NULL },
  { "rulebook.publish", "{}", "{\"version\":\"ccs-2026-04\",\"valid-from\":\"2026-04-30\"}",
    "Published the rulebook ccs-2026-04", "Valid from 30 April 2026" },
  { "dispute.open",
    "{\"kind\":\"value\",\"field\":\"co2\",\"claimed\":\"101\",\"reason\":\"Weighed\"}",
    "{\"cases\":[17],\"vehicles\":12,\"skipped\":0}", "Disputed a value of 12 vehicles",
    "CO₂ value should be: 101\nCase 17\nReason: Weighed" },
  { "dispute.open",
    "{\"kind\":\"value\",\"field\":\"excluded\",\"claimed\":\"motorsport\","
    "\"claimed-title\":\"Motorsport vehicle\"}",
    "{\"cases\":[17],\"vehicles\":1,\"skipped\":0}", "Disputed a value of 1 vehicle",
    "Outside the standard should be: Motorsport vehicle\nCase 17" },
  { "dispute.open", "{\"kind\":\"not-ours\"}", "{\"cases\":[1,2],\"vehicles\":2}",
    "Disputed 2 vehicles: not the holder’s", "Cases 1, 2" },
  { "dispute.open", "{\"kind\":\"missing\",\"chassis\":\"ZVW30-1234567\"}",
    "{\"cases\":[3],\"vehicles\":0}", "Reported that vehicle ZVW30-1234567 is missing", "Case 3" },
  { "correction.open", "{\"reason\":\"Recalled\"}", "{\"case\":4}",
    "Asked for a correction: case 4", "Reason: Recalled" },
  { "case.write", "{\"case\":4,\"text\":\"Look\"}", "{\"message\":1}", "Wrote a message in case 4",
    "“Look”" },
  { "case.write", "{\"case\":4,\"text\":\"Look\",\"lane\":\"internal\"}", "{\"message\":1}",
    "Wrote an internal note in case 4", "“Look”" },
  { "case.attach", "{\"case\":4,\"file\":\"..\"}",
    "{\"attachment\":1,\"name\":\"a.pdf\",\"size\":2000,\"sha256\":\"ab12\"}",
    "Attached “a.pdf” to case 4", "2.0\u00a0kB, SHA-256 ab12" },
  { "case.claim", "{\"kind\":\"dispute\",\"limit\":20}", "{\"claimed\":14,\"skipped\":0}",
    "Claimed 14 cases", NULL },
  { "case.ask", "{\"case\":4,\"text\":\"Which?\",\"answer-by\":\"2026-04-02\"}", "{}",
    "Asked for information in case 4", "“Which?”\nAnswer by 2 April 2026" },
  { "dispute.uphold", "{\"cases\":[4,5],\"reason\":\"Proven\"}", "{\"decided\":2}",
    "Upheld 2 disputes", "Cases 4, 5\nReason: Proven" },
  { "dispute.uphold", "{\"cases\":[4],\"reference\":\"Letter 17\"}", "{\"decided\":1}",
    "Upheld 1 dispute", "Case 4\nRecorded for the administrator, reference: Letter 17",
    GRAM_REGISTRY_OWN },
  { "dispute.import-answers", "{\"file\":\"answers.jsonl\"}",
    "{\"decided\":3,\"unmatched\":1,\"differing\":0}",
    "Brought in the administrator’s answers to 3 disputes",
    "1 answer belongs to no open dispute\nFile: answers.jsonl" },
  { "payment.record", "{\"amount\":\"160.86\",\"paid-on\":\"2026-03-12\"}", "{}",
    "Recorded a payment of NZ$160.86", "Paid on 12 March 2026" },
  { "something.new", "not JSON", "", "something.new", NULL },
};

static void
test_journal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *command = g_strdup (entries[i].command);
      g_autofree char *arguments = g_strdup (entries[i].arguments);
      g_autofree char *result = g_strdup (entries[i].result);
      const GramJournalEntry entry
          = { .id = 1, .command = command, .arguments = arguments, .result = result };
      g_autofree char *detail = NULL;
      g_autofree char *sentence = gram_journal_sentence (
          &entry, entries[i].kind != 0 ? entries[i].kind : GRAM_REGISTRY_ADMINISTRATOR, &detail);

      g_assert_cmpstr (sentence, ==, entries[i].sentence);
      g_assert_cmpstr (detail, ==, entries[i].detail);
    }
}

/* Whatever can be done has words for the journal; nothing shows its bare name there. */
static void
test_every_command (void)
{
  const GramCommand *commands;
  gsize n_commands;

  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    {
      g_autofree char *command = g_strdup (commands[i].name);
      g_autofree char *nothing = g_strdup ("{}");
      const GramJournalEntry entry
          = { .id = 1, .command = command, .arguments = nothing, .result = nothing };
      g_autofree char *detail = NULL;
      g_autofree char *sentence
          = gram_journal_sentence (&entry, GRAM_REGISTRY_ADMINISTRATOR, &detail);

      g_assert_cmpstr (sentence, !=, command);
      g_assert_cmpstr (sentence, !=, "");
    }
}

/* Three cars: 100, 100 and 194.4 g/km; one more whose value is unknown. */
static const GramOverview overview = {
  .counts = { { 5, 2, 1 }, { 7, 3, 0 }, { 4, 0, 0 } },
  .units = { { 5, 2, 1 }, { 7, 3, 0 }, { 4, 0, 0 } },
  .accepted = { .records = 4, .units = 4, .units_co2 = 3, .co2_sum = 394400000 },
};

static void
test_figures (void)
{
  static const struct
  {
    GramOverviewFigure which;
    const char *value;
    guint n_inputs;
  } rows[] = {
    { GRAM_OVERVIEW_WAITING, "7", 3 },      { GRAM_OVERVIEW_ENTERED, "8", 3 },
    { GRAM_OVERVIEW_ACCEPTED, "4", 3 },     { GRAM_OVERVIEW_INCOMPLETE, "5", 2 },
    { GRAM_OVERVIEW_MEAN_CO2, "131.5", 3 }, { GRAM_OVERVIEW_SUM_CO2, "394", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int kind = GRAM_ACCOUNT_CCS_USED; kind <= GRAM_ACCOUNT_CCTS; kind++)
      {
        g_autoptr (GramFigure) figure
            = gram_overview_figure (&overview, (GramAccountKind)kind, rows[i].which);

        g_assert_cmpstr (gram_figure_get_value (figure), ==, rows[i].value);
        g_assert_cmpuint (gram_figure_get_n_inputs (figure), ==, rows[i].n_inputs);
        g_assert_nonnull (gram_figure_get_formula (figure));
        g_assert_nonnull (gram_figure_get_article (figure));
      }
}

/* Every vehicle stands in one place. */
static void
test_stands (void)
{
  static const gint64 expected[GRAM_OVERVIEW_N_STANDS] = { 4, 7, 3, 8 };
  gint64 values[GRAM_OVERVIEW_N_STANDS];
  const GramChartSeries *stands = gram_overview_stands (&overview, values);

  for (guint i = 0; i < GRAM_OVERVIEW_N_STANDS; i++)
    {
      g_assert_nonnull (stands[i].name);
      g_assert_cmpint (values[i], ==, expected[i]);
    }
}

/* The overview counts what a list with the same filter counts. */
static void
test_sums (void)
{
  g_assert_cmpint (gram_overview_sum (overview.counts, 0, 0), ==, 22);
  g_assert_cmpint (gram_overview_sum (overview.counts, 1u << GRAM_VEHICLE_READY, 0), ==, 10);
  g_assert_cmpint (gram_overview_sum (overview.counts, 1u << GRAM_VEHICLE_READY,
                                      1u << GRAM_ATTENTION_NONE),
                   ==, 7);
  g_assert_cmpint (gram_overview_sum (overview.counts, 0, 1u << GRAM_ATTENTION_DISPUTED), ==, 1);
}

static void
add_cell (GArray *months, int period, GramVehicleStatus status, gint64 units)
{
  const GramTotal total = { .key = { .account_id = 1, .period = period, .status = (int)status },
                            .amount = { .records = units, .units = units } };

  g_array_append_val (months, total);
}

/* Months without a car are there, too; cars without a date come first. */
static void
test_months (void)
{
  g_autoptr (GArray) months = g_array_new (FALSE, TRUE, sizeof (GramTotal));
  GramOverview with_months = overview;
  g_autoptr (GListModel) columns = NULL;
  g_autofree char *summary = NULL;
  static const char *const titles[]
      = { "No date", "November 2025", "December 2025", "January 2026", "February 2026" };

  with_months.months = months;
  g_assert_false (gram_overview_has_dates (&with_months));
  add_cell (months, 0, GRAM_VEHICLE_ENTERED, 1);
  g_assert_false (gram_overview_has_dates (&with_months));
  add_cell (months, 202511, GRAM_VEHICLE_ACCEPTED, 2);
  add_cell (months, 202602, GRAM_VEHICLE_READY, 3);
  add_cell (months, 202602, GRAM_VEHICLE_ACCEPTED, 4);
  g_assert_true (gram_overview_has_dates (&with_months));

  columns = gram_overview_columns (&with_months, &summary);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GramChartColumn) column = g_list_model_get_item (columns, i);

      g_assert_cmpstr (gram_chart_column_get_title (column), ==, titles[i]);
    }
  g_assert_nonnull (strstr (summary, "from November 2025 to February 2026"));
  {
    g_autoptr (GramChartColumn) last = g_list_model_get_item (columns, 4);

    g_assert_cmpint (gram_chart_column_get_value (last, 0), ==, 4);
    g_assert_cmpint (gram_chart_column_get_value (last, 1), ==, 3);
    g_assert_cmpint (gram_chart_column_get_value (last, 2), ==, 0);
  }
}

static void
test_recent (void)
{
  g_autoptr (GSettings) settings = gram_settings_new ();
  g_autoptr (GVariant) recent = NULL;
  g_autofree char *last = NULL;
  const char *path;
  const char *title;
  gint64 at;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *file = g_strdup_printf ("/data/%u.gram", i);

      gram_settings_note_registry (settings, file, "Harbour Street");
    }
  gram_settings_note_registry (settings, "/data/7.gram", "Harbour Lane");
  gram_settings_forget_registry (settings, "/data/10.gram");

  recent = g_settings_get_value (settings, "recent-registries");
  g_assert_cmpuint (g_variant_n_children (recent), ==, 7);
  g_variant_get_child (recent, 0, "(&s&sx)", &path, &title, &at);
  g_assert_cmpstr (path, ==, "/data/7.gram");
  g_assert_cmpstr (title, ==, "Harbour Lane");
  g_variant_get_child (recent, 1, "(&s&sx)", &path, &title, &at);
  g_assert_cmpstr (path, ==, "/data/11.gram");

  gram_settings_forget_registry (settings, "/data/7.gram");
  last = g_settings_get_string (settings, "last-registry");
  g_assert_cmpstr (last, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/texts/password", test_password);
  g_test_add_func ("/texts/journal", test_journal);
  g_test_add_func ("/texts/every-command", test_every_command);
  g_test_add_func ("/texts/figures", test_figures);
  g_test_add_func ("/texts/sums", test_sums);
  g_test_add_func ("/texts/stands", test_stands);
  g_test_add_func ("/texts/months", test_months);
  g_test_add_func ("/texts/recent", test_recent);

  return g_test_run ();
}
