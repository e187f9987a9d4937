/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-console.h"

#include <string.h>

/* The worked figures of the facts (§11), each through gramctl on a fresh registry. */

/*
 * Fleets: segments separated by blanks, `CARS:CO2[:SAVING[:CORRECTED[:CODES]]]`; `*` before it: so many rows of one car.
 * A and F: what is allocated; B: the activity; the rest of each is what it comes to.
 */
static const struct
{
  const char *id;
  const char *fleet;
  const char *baseline;
  gint64 allowances;
  const char *activity;
} figures[] = {
  { "A1", "1000:120", "131", 131000, "120000" },
  { "A2", "1000:120", "118.437", 118437, "120000" },
  { "A3", "2346:120", "127.85", 299936, "281520" },
  { "A4", "45210:120", "129.613", 5859804, "5425200" },
  { "A5", "187654:120", "141.0277", 26464412, "22518480" },
  { "A6", "1001:120", "123.5", 123624, "120120" },
  { "A7", "1001:120", "122.5", 122623, "120120" },
  { "A8", "2500:120", "119.1234", 297809, "300000" },
  { "B1", "600:118 400:142", "100", 100000, "127600" },
  { "B2", "700:124:1.2 350:151", "100", 105000, "138810" },
  { "B3", "333:137:0.55 668:129:1.73", "100", 100100, "130454.21" },
  { "B4", "1001:126.4:1.035", "100", 100100, "125490.365" },
  { "B5", "1:131.2345 999:120 1:98.7651", "100", 100100, "120109.999" },
  { "B6", "1003:128.3337", "100", 100300, "128718.701" },
  { "B7", "950:130 100:0", "100", 105000, "123500" },
  { "B8", "1200:134:1.4::e8", "100", 120000, "159120" },
  { "B9", "1200:134:1.4::e9", "100", 120000, "160800" },
  { "B10", "1200:134:1.4::e10", "100", 120000, "159120" },
  { "B11", "1200:134:1.4:137.5", "100", 120000, "163320" },
  { "F1", "1005:120", "128.7", 129344, "120600" },
  { "F2", "*1000:128.7", "100", 100000, "128700" },
  { "F3", "*1500:121.3", "100", 150000, "181950" },
};

static JsonObject *
participant (JsonNode *list, const char *id)
{
  JsonArray *rows = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "holder"), id))
        return row;
    }
  return NULL;
}

static void
check_figures (CctsConsole *self)
{
  g_autoptr (JsonNode) list = ccts_console_ask (self, "list|participants|--where|year=2025");

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      JsonObject *row = participant (list, figures[i].id);

      g_test_message ("%s", figures[i].id);
      g_assert_nonnull (row);
      g_assert_cmpint (json_object_get_int_member (row, "due"), ==, figures[i].allowances);
      g_assert_cmpint (json_object_get_int_member (row, "allocated"), ==, figures[i].allowances);
      g_assert_cmpint (json_object_get_int_member (row, "held"), ==, figures[i].allowances);
      g_assert_cmpstr (json_object_get_string_member (row, "activity"), ==, figures[i].activity);
    }
  /* A9: 600 and 450 are one participant by the pool that was granted; A10: 999 are none. */
  g_assert_cmpint (json_object_get_int_member (participant (list, "A9"), "allocated"), ==, 132038);
  g_assert_cmpint (json_object_get_int_member (participant (list, "A9"), "cars"), ==, 1050);
  g_assert_null (participant (list, "A9b"));
  g_assert_null (participant (list, "A10"));
}

/* Art. 80: what is published of the year, as files; nothing is overwritten. */
static void
check_published (CctsConsole *self)
{
  g_autofree char *table = gram_test_dir_file (self->dir, "table.csv");
  g_autofree char *vehicles = gram_test_dir_file (self->dir, "vehicles.csv");
  g_autofree char *save_table = g_strdup_printf ("save|publication|%s|--where|year=2025", table);
  g_autofree char *save_vehicles
      = g_strdup_printf ("save|published-vehicles|%s|--where|year=2025", vehicles);
  g_autofree char *no_year = g_strdup_printf ("save|publication|%s", table);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) first = ccts_console_ask (self, save_table);
  g_autoptr (JsonNode) second = ccts_console_ask (self, save_vehicles);
  JsonObject *told = json_node_get_object (second);

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (first), "year"), ==, 2025);
  g_assert_cmpint (json_object_get_int_member (told, "changed-since-measured"), ==, 0);
  g_assert_true (g_file_get_contents (table, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "A9"));
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (vehicles, &text, NULL, NULL));
  /* The pool of A9 with the cars of its members; A10 is no participant. */
  g_assert_nonnull (strstr (text, ",A9,A9b,"));
  g_assert_null (strstr (text, "A10"));
  g_assert_cmpint (ccts_console_run (self, save_vehicles), ==, 3);
  g_assert_cmpint (ccts_console_run (self, no_year), ==, 2);
}

/* Everything of A, B and F in one year: pool, notices, measuring, allocation; then each is explained and rehearsed. */
static void
test_allocation_activity (CctsConsole *self, gconstpointer data)
{
  ccts_console_begin (self, "2026-05-04");
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      ccts_console_open (self, figures[i].id);
      ccts_console_fleet (self, figures[i].id, figures[i].fleet);
      ccts_console_baseline (self, figures[i].id, figures[i].baseline);
    }
  ccts_console_open (self, "A9");
  ccts_console_open (self, "A9b");
  ccts_console_open (self, "A10");
  ccts_console_fleet (self, "A9", "600:130");
  ccts_console_fleet (self, "A9b", "450:120");
  ccts_console_fleet (self, "A10", "999:120");
  ccts_console_do (self, "",
                   "pool.apply {'account': '@A9', 'name': 'A9', 'members': ['@A9b'],"
                   " 'first-year': 2025, 'contact-name': 'Ada', 'contact-email': 'a@example.org'}");
  ccts_console_do (self, "", "pool.agree {'account': '@A9b', 'pool': 1}");
  ccts_console_do (self, "", "pool.grant {'pool': 1, 'reason': 'Applied for.'}");
  ccts_console_baseline (self, "A9", "125.75");
  ccts_console_do (
      self, "", "eco-notice.record {'code': 'e9', 'given-on': '2024-06-03', 'reference': 'S 1'}");
  ccts_console_do (
      self, "", "eco-notice.record {'code': 'e10', 'given-on': '2025-06-02', 'reference': 'S 2'}");
  ccts_console_do (self, "", "year.measure {'year': 2025}");
  ccts_console_do (self, "", "allocation.post {'year': 2025}");
  ccts_console_send (self);
  check_figures (self);
  check_published (self);
  ccts_console_check (self);
}

/* Art. 35: what each asks for, on a day, and what it is told; the positions are in tenths. */
static const struct
{
  const char *id;
  const char *position;
  const char *day;
  const char *request;
  const char *refusal;
  gint64 allowances;
} conversions[] = {
  { "C1", "20000 9000 10000 9000 0", "2026-11-02", "1", "", 135 },
  { "C2", "20000 9000 10000 9000 0", "2026-11-02", "937", "", 126495 },
  { "C3", "20000 9000 30000 9000 0", "2026-11-02", "12345", "", 1666575 },
  { "C4", "20000 9000 10000 9000 0", "2026-11-02", "2", "", 270 },
  { "C5", "20000 9000 10000 9000 0", "2026-11-02", "234", "", 31590 },
  { "C6", "20000 9000 10000 9000 0", "2026-11-02", "2.5", "conversion.fraction", 0 },
  { "C7", "9630 9631 10000 9631 0", "2026-11-02", "1", "conversion.over-allocation", 0 },
  { "C8", "2000 1200 1240.5 1200 0", "2026-11-02", "41", "conversion.too-many", 0 },
  { "C8", NULL, "2026-11-02", "40", "", 5400 },
  { "C9", "2000 1000 1300 1000 200", "2026-11-02", "101", "conversion.too-many", 0 },
  { "C9", NULL, "2026-11-02", "100", "", 13500 },
  { "C10", "20000 9000 10000 9000 0", "2026-10-31", "1", "window.not-open", 0 },
  { "C10", NULL, "2026-11-01", "1", "", 135 },
  { "C10", NULL, "2026-12-31", "1", "", 135 },
  { "C10", NULL, "2027-01-01", "1", "window.not-open", 0 },
};

static void
open_conversion (CctsConsole *self, const char *id, const char *position)
{
  g_auto (GStrv) parts = g_strsplit (position, " ", -1);

  ccts_console_open (self, id);
  ccts_console_fleet (self, id, "1000:120");
  ccts_console_baseline (self, id, "100");
  ccts_console_do (self, "",
                   "crts.set-position {'account': '@%s', 'year': 2025, 'cars': 30000,"
                   " 'allocated': '%s', 'activity': '%s', 'held': '%s', 'required': '%s',"
                   " 'borrowed': '%s', 'source': 'CRTS', 'dated-on': '2026-04-30'}",
                   id, parts[0], parts[1], parts[2], parts[3], parts[4]);
}

static void
test_conversion (CctsConsole *self, gconstpointer data)
{
  ccts_console_begin (self, "2026-05-04");
  for (gsize i = 0; i < G_N_ELEMENTS (conversions); i++)
    if (conversions[i].position != NULL)
      open_conversion (self, conversions[i].id, conversions[i].position);
  ccts_console_do (self, "", "year.measure {'year': 2025}");
  ccts_console_do (self, "", "allocation.post {'year': 2025}");
  for (gsize i = 0; i < G_N_ELEMENTS (conversions); i++)
    {
      if (!g_str_equal (self->today, conversions[i].day))
        ccts_console_begin (self, conversions[i].day);
      ccts_console_do (self, conversions[i].refusal,
                       "conversion.request {'account': '@%s', 'year': 2025, 'crts': '%s'}",
                       conversions[i].id, conversions[i].request);
      if (conversions[i].allowances != 0)
        ccts_console_answers (self, "allowances", conversions[i].allowances);
    }
  /* C11, art. 23: whole credits at the rulebook's ratio; the rest stays. */
  ccts_console_begin (self, "2026-11-02");
  ccts_console_do (self, "",
                   "conversion.to-crts {'account': '@C1', 'year': 2025, 'allowances': '334'}");
  ccts_console_answers (self, "credits", 2);
  ccts_console_do (self, "",
                   "conversion.to-crts {'account': '@C1', 'year': 2025, 'allowances': '333'}");
  ccts_console_answers (self, "left", 166);
  ccts_console_send (self);
  ccts_console_check (self);
}

/* Arts 38 and 39: what is surrendered of an activity, and what is to be paid for the rest. */
static const struct
{
  const char *id;
  const char *fleet;
  const char *baseline;
  gint64 surrendered;
  const char *activity;
  const char *shortfall;
  const char *payment;
} payments[] = {
  { "P1", "1000:142.13", "150", 142130, "142130", "0", "0.00" },
  { "P2", "1000:142.13", "150", 142129, "142130", "1", "86.00" },
  { "P3", "1000:100.000001", "150", 100000, "100000.001", "0.001", "0.09" },
  { "P4", "1000:100.000007", "150", 100000, "100000.007", "0.007", "0.60" },
  { "P5", "1000:100.0005", "150", 100000, "100000.5", "0.5", "43.00" },
  { "P6", "1999:125 1:556.891", "130", 250431, "250431.891", "0.891", "76.63" },
  { "P7", "1999:125 1:556.891", "130", 250432, "250431.891", "0", "0.00" },
  { "P8", "1999:125 1:556.891", "130", 240000, "250431.891", "10431.891", "897142.63" },
  { "P9", "1000:131.040355", "150", 118437, "131040.355", "12603.355", "1083888.53" },
  { "P10", "1000:1.000125", "150", 0, "1000.125", "1000.125", "86010.75" },
  { "P11", "9990:123 10:579.7058", "150", 1234567, "1234567.058", "0.058", "4.99" },
  { "P12", "1000:100", "150", 0, "100000", "100000", "8600000.00" },
};

static void
check_payments (CctsConsole *self)
{
  g_autoptr (JsonNode) list = ccts_console_ask (self, "list|participants|--where|year=2025");

  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    {
      JsonObject *row = participant (list, payments[i].id);

      g_test_message ("%s", payments[i].id);
      g_assert_cmpstr (json_object_get_string_member (row, "activity"), ==, payments[i].activity);
      g_assert_cmpint (json_object_get_int_member (row, "surrendered"), ==,
                       payments[i].surrendered);
      g_assert_cmpstr (json_object_get_string_member (row, "shortfall"), ==, payments[i].shortfall);
      g_assert_cmpstr (json_object_get_string_member (row, "payment"), ==, payments[i].payment);
    }
}

#define ISSUE                                                                                      \
  "payment-notice.issue {'account': '@%s', 'year': 2025, 'due-on': '%s', 'payable-to': 'The "      \
  "administrator', 'how-to-pay': 'By bank transfer.', 'appeal-rights': 'To the First-tier "        \
  "Tribunal.'}"

/* Question Q9: the day of giving is day 0. */
static const struct
{
  const char *id;
  const char *day;
  const char *due_on;
  const char *refusal;
} dates[] = {
  { "P1", "2027-01-15", "2027-03-31", "payment-notice.nothing-to-pay" },
  { "P7", "2027-01-15", "2027-03-31", "payment-notice.nothing-to-pay" },
  { "P2", "2027-01-15", "2027-02-13", "payment-notice.due-too-soon" },
  { "P2", "2027-01-15", "2027-02-14", "" },
  { "P3", "2027-01-31", "2027-03-01", "payment-notice.due-too-soon" },
  { "P3", "2027-01-31", "2027-03-02", "" },
  { "P4", "2027-12-02", "2027-12-31", "payment-notice.due-too-soon" },
  { "P4", "2027-12-02", "2028-01-01", "" },
  { "P5", "2028-01-31", "2028-02-29", "payment-notice.due-too-soon" },
  { "P5", "2028-01-31", "2028-03-01", "" },
};

static void
test_payment (CctsConsole *self, gconstpointer data)
{
  ccts_console_begin (self, "2026-05-04");
  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    {
      ccts_console_open (self, payments[i].id);
      ccts_console_fleet (self, payments[i].id, payments[i].fleet);
      ccts_console_baseline (self, payments[i].id, payments[i].baseline);
    }
  ccts_console_do (self, "", "year.measure {'year': 2025}");
  ccts_console_do (self, "", "allocation.post {'year': 2025}");
  ccts_console_begin (self, "2026-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    if (payments[i].surrendered > 0)
      ccts_console_do (
          self, "",
          "allowance.surrender {'account': '@%s', 'year': 2025, 'quantity': '%" G_GINT64_FORMAT
          "'}",
          payments[i].id, payments[i].surrendered);
  /* Question Q11: no more than the activity rounded up. */
  ccts_console_do (self, "surrender.beyond-activity",
                   "allowance.surrender {'account': '@P7', 'year': 2025, 'quantity': '1'}");
  ccts_console_begin (self, "2027-01-01");
  ccts_console_do (self, "surrender.too-late",
                   "allowance.surrender {'account': '@P12', 'year': 2025, 'quantity': '1'}");
  ccts_console_do (self, "", "year.account {'year': 2025}");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      if (!g_str_equal (self->today, dates[i].day))
        ccts_console_begin (self, dates[i].day);
      ccts_console_do (self, dates[i].refusal, ISSUE, dates[i].id, dates[i].due_on);
    }
  ccts_console_send (self);
  check_payments (self);
  ccts_console_check (self);
}

/* The year from end to end, with the trade notified by both parties or by one. */
typedef struct
{
  gboolean both;
  gint64 alpha_lapses;
  gint64 beta_surrenders;
  const char *shortfall;
  const char *payment;
  gint64 traded;
} EndToEnd;

static const EndToEnd runs[] = {
  { TRUE, 80908, 1052931, "2414.6", "207655.60", 30000 },
  { FALSE, 110908, 1022931, "32414.6", "2787655.60", 0 },
};

static void
collect (CctsConsole *self)
{
  ccts_console_begin (self, "2026-05-04");
  ccts_console_open (self, "Alpha");
  ccts_console_open (self, "Beta");
  ccts_console_fleet (self, "Alpha", "7000:131:1.2 4501:118 1000:28");
  ccts_console_fleet (self, "Beta", "5000:127.4 3200:130.733");
  ccts_console_baseline (self, "Alpha", "126.28");
  ccts_console_baseline (self, "Beta", "121.455");
  ccts_console_do (
      self, "",
      "crts.set-position {'account': '@Beta', 'year': 2025, 'cars': 12000, 'allocated':"
      " '8640', 'activity': '8200', 'held': '8500', 'required': '8200', 'borrowed': '0',"
      " 'source': 'CRTS', 'dated-on': '2026-04-30'}");
  ccts_console_do (self, "", "year.measure {'year': 2025}");
  ccts_console_do (self, "", "allocation.post {'year': 2025}");
}

static void
trade (CctsConsole *self, gboolean both)
{
  ccts_console_begin (self, "2026-11-10");
  ccts_console_do (self, "",
                   "conversion.request {'account': '@Beta', 'year': 2025, 'crts': '200'}");
  ccts_console_answers (self, "allowances", 27000);
  ccts_console_do (self, "",
                   "trade.notify {'account': '@Alpha', 'year': 2025, 'side': 'transferor', 'name':"
                   " 'Beta', 'number': '@Beta', 'quantity': '30000', 'price': '375000.00',"
                   " 'agreed-on': '2026-11-09'}");
  if (!both)
    return;
  ccts_console_do (self, "",
                   "trade.notify {'account': '@Beta', 'year': 2025, 'side': 'transferee', 'name':"
                   " 'Alpha', 'number': '@Alpha', 'quantity': '30000', 'price': '375000.00',"
                   " 'agreed-on': '2026-11-09'}");
  ccts_console_do (self, "", "trade.register {'trades': [1], 'reason': 'Both say the same.'}");
}

static void
settle (CctsConsole *self, const EndToEnd *run)
{
  ccts_console_begin (self, "2026-12-30");
  ccts_console_do (
      self, "", "allowance.surrender {'account': '@Alpha', 'year': 2025, 'quantity': '1467718'}");
  ccts_console_do (
      self, "",
      "allowance.surrender {'account': '@Beta', 'year': 2025, 'quantity': '%" G_GINT64_FORMAT "'}",
      run->beta_surrenders);
  ccts_console_begin (self, "2027-01-04");
  ccts_console_do (self, "", "year.account {'year': 2025}");
  ccts_console_do (self, "", ISSUE, "Beta", "2027-02-26");
  ccts_console_do (self, "",
                   "payment-notice.record-payment {'account': '@Beta', 'notice': 1, 'amount': '%s',"
                   " 'paid-on': '2027-01-04', 'reference': 'BACS 1'}",
                   run->payment);
  ccts_console_do (self, "", "year.close {'year': 2025}");
  ccts_console_send (self);
}

static void
check_books (CctsConsole *self, const EndToEnd *run)
{
  g_autoptr (JsonNode) list = ccts_console_ask (self, "list|participants|--where|year=2025");
  g_autoptr (JsonNode) year = ccts_console_ask (self, "show|year|2025");
  g_autoptr (JsonNode) notice = ccts_console_ask (self, "show|payment-notice|1");
  JsonObject *alpha = participant (list, "Alpha");
  JsonObject *beta = participant (list, "Beta");
  JsonObject *totals = json_object_get_object_member (json_node_get_object (year), "totals");

  g_assert_cmpint (json_object_get_int_member (alpha, "allocated"), ==, 1578626);
  g_assert_cmpstr (json_object_get_string_member (alpha, "activity"), ==, "1467718");
  g_assert_cmpint (json_object_get_int_member (alpha, "lapsed"), ==, run->alpha_lapses);
  g_assert_cmpint (json_object_get_int_member (alpha, "traded-out"), ==, run->traded);
  g_assert_cmpstr (json_object_get_string_member (alpha, "payment"), ==, "0.00");
  g_assert_cmpint (json_object_get_int_member (beta, "allocated"), ==, 995931);
  g_assert_cmpint (json_object_get_int_member (beta, "acquired"), ==, 27000);
  g_assert_cmpint (json_object_get_int_member (beta, "traded-in"), ==, run->traded);
  g_assert_cmpstr (json_object_get_string_member (beta, "activity"), ==, "1055345.6");
  g_assert_cmpint (json_object_get_int_member (beta, "lapsed"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (beta, "shortfall"), ==, run->shortfall);
  g_assert_cmpstr (json_object_get_string_member (beta, "payment"), ==, run->payment);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (notice), "amount"), ==,
                   run->payment);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (notice), "state"), ==,
                   "paid");
  /* Created is surrendered and lapsed. */
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (year), "state"), ==,
                   "closed");
  g_assert_cmpint (json_object_get_int_member (totals, "allocated")
                       + json_object_get_int_member (totals, "acquired"),
                   ==,
                   json_object_get_int_member (totals, "surrendered")
                       + json_object_get_int_member (totals, "lapsed")
                       + json_object_get_int_member (totals, "converted"));
}

/* The document of the notice is kept as it was hashed, and is nowhere written over. */
static void
check_document (CctsConsole *self)
{
  g_autofree char *path = gram_test_dir_file (self->dir, "notice.pdf");
  g_autofree char *save = g_strdup_printf ("save|document|1|%s", path);
  g_autofree char *content = NULL;
  gsize size = 0;
  g_autoptr (JsonNode) told = ccts_console_ask (self, save);
  g_autofree char *digest = NULL;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)content, size);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (told), "sha256"), ==,
                   digest);
  g_assert_cmpint (ccts_console_run (self, save), ==, 3);
}

static void
test_end_to_end (CctsConsole *self, gconstpointer data)
{
  const EndToEnd *run = data;

  collect (self);
  trade (self, run->both);
  settle (self, run);
  check_books (self, run);
  check_document (self);
  ccts_console_check (self);
}

/* What a year would do is told before it does it, and the command is held to it. */
static void
test_dry_runs (CctsConsole *self, gconstpointer data)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) explained = NULL;
  g_autofree char *expect = NULL;
  g_autofree char *number = NULL;
  g_autofree char *explain = NULL;

  collect (self);
  ccts_console_send (self);
  first = ccts_console_ask (self, "--dry-run|do|year.measure|{\"year\": 2025}");
  expect = g_strdup (json_object_get_string_member (json_node_get_object (first), "expect"));
  ccts_console_fleet (self, "Alpha", "10:99");
  ccts_console_do (self, "year.preview-changed", "year.measure {'year': 2025, 'expect': '%s'}",
                   expect);
  ccts_console_send (self);

  number = ccts_console_dup_number (self, "Alpha");
  explain = g_strdup_printf ("explain|allocation|%s|2025", number);
  explained = ccts_console_ask (self, explain);
  g_assert_cmpint (json_array_get_length (
                       json_object_get_array_member (json_node_get_object (explained), "lines")),
                   >, 3);
  g_assert_cmpint (ccts_console_run (self, "explain|nothing|1|2025"), ==, 2);
  g_assert_cmpint (ccts_console_run (self, "--dry-run|do|year.publish|{\"year\": 2025}"), ==, 2);
  g_assert_cmpint (ccts_console_run (self, "list|participants"), ==, 2);
  g_assert_cmpint (ccts_console_run (self, "list|allowances"), ==, 2);
  g_assert_cmpint (ccts_console_run (self, "show|trade|99"), ==, 1);
  g_assert_cmpint (ccts_console_run (self, "show|pool|x"), ==, 2);
  g_assert_cmpint (ccts_console_run (self, "list|baselines|--where|year=2025"), ==, 0);
  g_assert_cmpint (ccts_console_run (self, "list|positions|--where|year=2025"), ==, 0);
  g_assert_cmpint (ccts_console_run (self, "list|eco-notices"), ==, 0);
  g_assert_cmpint (ccts_console_run (self, "list|years"), ==, 0);
  g_assert_cmpint (ccts_console_run (self, "list|conversions"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ccts_console_add ("/gramctl/ccts/allocation-activity", NULL, test_allocation_activity);
  ccts_console_add ("/gramctl/ccts/conversion", NULL, test_conversion);
  ccts_console_add ("/gramctl/ccts/payment", NULL, test_payment);
  ccts_console_add ("/gramctl/ccts/end-to-end", &runs[0], test_end_to_end);
  ccts_console_add ("/gramctl/ccts/end-to-end-one-sided", &runs[1], test_end_to_end);
  ccts_console_add ("/gramctl/ccts/dry-runs", NULL, test_dry_runs);
  return g_test_run ();
}
