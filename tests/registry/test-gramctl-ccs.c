/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-console.h"

#include "gram-identifier.h"

#include <string.h>

/* The worked figures of the facts (§15), each through gramctl on a fresh registry. */

#define SHIPPED "ccs-2027-01.json"

/* An account of the Clean Car Standard; numbers go up, so they are known before it is there. */
static void
open_account (CctsConsole *self, const char *holder, const char *kind)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  g_assert_true (gram_account_number_make (g_hash_table_size (self->numbers) + 1, number, NULL));
  g_hash_table_insert (self->numbers, g_strdup (holder), g_strdup (number));
  ccts_console_do (self, "",
                   "account.open {'kind': '%s', 'holder': '%s', 'contact-name': 'Ada',"
                   " 'contact-email': 'ada@example.org'}",
                   kind, holder);
}

/* Fleet Average from the 1 January after the day that is. */
static void
approve_fleet_average (CctsConsole *self, const char *holder, int from_year)
{
  ccts_console_do (
      self, "",
      "application.save {'account': '@%s', 'contact': 'Ada', 'email': 'ada@example.org', 'phone':"
      " '+64 9 555 0100', 'quantity': 40, 'makes': 'Toyota', 'models': 'Corolla', 'fuels': 'Petrol',"
      " 'average-mass': 1500, 'bank-account': '12-3456-0123456-00', 'forecast': '5000.00',"
      " 'related-parties': 'None', 'insolvency': false, 'declares-business': true,"
      " 'declares-related': true, 'declares-true': true}",
      holder);
  ccts_console_do (self, "", "application.submit {'account': '@%s'}", holder);
  ccts_console_do (self, "",
                   "application.approve {'account': '@%s', 'from-year': %d, 'reason': 'Approved.',"
                   " 'reference': 'FA 1'}",
                   holder, from_year);
}

static char *
chassis_of (guint number)
{
  return g_strdup_printf ("CCS15-%06u", number);
}

/* Ready vehicles `TYPE:WEIGHT:CO2`, separated by blanks; the first one has the chassis number of @number. */
static void
bring_in (CctsConsole *self, const char *holder, guint number, const char *vehicles)
{
  g_autoptr (GString) csv
      = g_string_new ("chassis,make,model,type,mass_kg,co2_g_km,excluded,status\n");
  g_auto (GStrv) list = g_strsplit (vehicles, " ", -1);
  g_autofree char *name = g_strdup_printf ("%s-%u.csv", holder, number);
  g_autofree char *path = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *chassis = chassis_of (number + i);
      g_auto (GStrv) parts = g_strsplit (list[i], ":", 4);

      g_string_append_printf (csv, "%s,Toyota,Corolla,%s,%s,%s,%s,ready\n", chassis, parts[0],
                              parts[1], parts[2], g_strv_length (parts) > 3 ? parts[3] : "");
    }
  path = gram_test_dir_write (self->dir, name, csv->str);
  ccts_console_do (self, "", "vehicle.import {'account': '@%s', 'file': '%s', 'preset': 'gram'}",
                   holder, path);
}

static void
accept_all (CctsConsole *self, const char *holder, const char *more)
{
  ccts_console_do (self, "", "vehicle.accept {'account': '@%s', 'filter': {}%s}", holder, more);
}

/* The shipped rulebook, but that years without published weights are reckoned with the mean one: rows 12 to 14 and 22. */
static void
publish_mean (CctsConsole *self)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", SHIPPED, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *mean = NULL;
  g_auto (GStrv) versions = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *written = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\"missing_weights\": \"refuse\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  mean = g_strjoinv ("\"missing_weights\": \"mean\"", parts);
  versions = g_strsplit (mean, "\"version\": \"ccs-2027-01\"", -1);
  g_assert_cmpuint (g_strv_length (versions), ==, 2);
  renamed = g_strjoinv ("\"version\": \"ccs-2027-02\"", versions);
  written = gram_test_dir_write (self->dir, "mean.json", renamed);
  ccts_console_do (self, "", "rulebook.publish {'file': '%s'}", written);
}

static void
check_text (JsonObject *object, const char *member, const char *text)
{
  g_assert_true (json_object_has_member (object, member));
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, text);
}

G_GNUC_PRINTF (2, 3) static JsonNode *
ask (CctsConsole *self, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", words);
  return ccts_console_ask (self, words);
}

static JsonObject *
first_row (JsonNode *list)
{
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), >=, 1);
  return json_array_get_object_element (json_node_get_array (list), 0);
}

/* Rows 1 to 14: one vehicle each, on an account of its kind, on a day of its year. */
static const struct
{
  int row;
  int year;
  gboolean is_new;
  const char *vehicle;
  const char *exact;
  const char *target;
  const char *difference;
  const char *credit;
  const char *amount;
} singles[] = {
  { 12, 2023, FALSE, "A:1500:171", "145", "145.00", "-26.00", "0.00", "468.00" },
  { 12, 2023, TRUE, "A:1500:171", "145", "145.00", "-26.00", "0.00", "936.00" },
  { 13, 2025, FALSE, "A:1500:150.6", "112.6", "112.60", "-38.00", "0.00", "1026.00" },
  { 13, 2025, TRUE, "A:1500:150.6", "112.6", "112.60", "-38.00", "0.00", "2052.00" },
  { 14, 2025, FALSE, "B:1500:250", "223", "223.00", "-27.00", "0.00", "729.00" },
  { 14, 2025, TRUE, "B:1500:250", "223", "223.00", "-27.00", "0.00", "1458.00" },
  { 1, 2026, FALSE, "A:1482:108", "108", "108.00", "0.00", "0.00", "0.00" },
  { 2, 2026, FALSE, "A:1090:79", "94.5544", "94.55", "15.55", "15.55", "0.00" },
  { 3, 2026, FALSE, "A:1400:132", "105.1874", "105.19", "-26.81", "0.00", "160.86" },
  { 4, 2026, TRUE, "A:1765:0", "117.7069", "117.71", "117.71", "117.71", "0.00" },
  { 5, 2026, TRUE, "A:1735:190.5", "116.6779", "116.68", "-73.82", "0.00", "885.84" },
  { 6, 2026, TRUE, "B:2105:212", "207.3682", "207.37", "-4.63", "0.00", "55.56" },
  { 7, 2026, FALSE, "B:1350:160", "167.6552", "167.66", "7.66", "7.66", "0.00" },
  { 8, 2026, FALSE, "A:1432:110", "106.285", "106.29", "-3.71", "0.00", "22.26" },
  { 9, 2027, FALSE, "A:1400:132", "97.4274", "97.43", "-34.57", "0.00", "207.42" },
  { 10, 2028, FALSE, "A:1400:132", "70.4274", "70.43", "-61.57", "0.00", "1662.39" },
  { 11, 2028, TRUE, "B:2105:212", "140.6466", "140.65", "-71.35", "0.00", "3852.90" },
};

static void
check_single (CctsConsole *self, gsize i)
{
  g_autofree char *chassis = chassis_of ((guint)i);
  g_autoptr (JsonNode) told = ask (self, "explain|target|%s", chassis);
  JsonObject *target = json_node_get_object (told);

  check_text (target, "exact-target-g-km", singles[i].exact);
  check_text (target, "target-g-km", singles[i].target);
  check_text (target, "difference-g-km", singles[i].difference);
  check_text (target, "credit-g", singles[i].credit);
  check_text (target, "amount-nzd", singles[i].amount);
}

static void
test_singles (CctsConsole *self, gconstpointer data)
{
  ccts_console_begin (self, "2023-01-10");
  publish_mean (self);
  open_account (self, "Used", "ccs-used");
  open_account (self, "New", "ccs-new");
  for (gsize first = 0, next; first < G_N_ELEMENTS (singles); first = next)
    {
      g_autofree char *day = g_strdup_printf ("%d-05-04", singles[first].year);

      ccts_console_begin (self, day);
      for (next = first; next < G_N_ELEMENTS (singles) && singles[next].year == singles[first].year;
           next++)
        bring_in (self, singles[next].is_new ? "New" : "Used", (guint)next, singles[next].vehicle);
      ccts_console_send (self);
      /* The forecast of a vehicle that waits. */
      for (gsize i = first; i < next; i++)
        check_single (self, i);
      accept_all (self, "Used", "");
      /* 2027 has none for the account of new vehicles. */
      if (singles[next - 1].year != 2027)
        accept_all (self, "New", "");
      ccts_console_send (self);
    }
  /* What was frozen: years later the first ones are still what they were. */
  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    check_single (self, i);
  ccts_console_check (self);
}

/* Rows 15 to 20 and 22: a year under Fleet Average as a whole. */
static const struct
{
  const char *row;
  int year;
  const char *kind;
  const char *vehicles;
  const char *net;
  const char *credits;
  const char *amount;
} fleets[] = {
  { "22b", 2023, "ccs-used", "A:1500:145.01", "-0.01", "0.00", "0.23" },
  { "15", 2026, "ccs-new", "A:1765:0 A:1500:130 B:2105:212 A:1735:190.5", "17.88", "17.88",
    "0.00" },
  { "16", 2026, "ccs-new", "A:1500:130 B:2105:212 A:1735:190.5", "-99.83", "0.00", "1497.45" },
  { "20", 2026, "ccs-used", "A:1090:79 A:1400:132 A:1400:132 B:1350:160", "-30.41", "0.00",
    "228.08" },
  { "18", 2028, "ccs-new", "A:1549:175.83", "-99.83", "0.00", "6738.53" },
  { "22a", 2028, "ccs-used", "A:1549:76.33", "-0.33", "0.00", "11.14" },
  { "22c", 2028, "ccs-used", "A:1549:77.02", "-1.02", "0.00", "34.43" },
};

static void
check_fleet (CctsConsole *self, gsize i)
{
  g_autofree char *number = ccts_console_dup_number (self, fleets[i].row);
  g_autoptr (JsonNode) told = ask (self, "show|fleet-year|%s/%d", number, fleets[i].year);
  JsonObject *year = json_node_get_object (told);

  check_text (year, "net", fleets[i].net);
  check_text (year, "credits", fleets[i].credits);
  check_text (year, "amount", fleets[i].amount);
}

static void
settle (CctsConsole *self, gsize i)
{
  ccts_console_do (self, "",
                   "fleet-year.settle {'account': '@%s', 'year': %d, 'payable-to': 'NZ Transport"
                   " Agency', 'how-to-pay': 'Account 12-3456', 'reference': 'FA %s'}",
                   fleets[i].row, fleets[i].year, fleets[i].row);
}

static void
test_fleets (CctsConsole *self, gconstpointer data)
{
  static const int years[] = { 2023, 2026, 2028 };
  guint number = 1000;

  ccts_console_begin (self, "2022-12-01");
  publish_mean (self);
  for (gsize y = 0; y < G_N_ELEMENTS (years); y++)
    {
      g_autofree char *before = g_strdup_printf ("%d-12-01", years[y] - 1);
      g_autofree char *within = g_strdup_printf ("%d-06-15", years[y]);
      g_autofree char *after = g_strdup_printf ("%d-01-12", years[y] + 1);

      ccts_console_begin (self, before);
      for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
        if (fleets[i].year == years[y])
          {
            open_account (self, fleets[i].row, fleets[i].kind);
            approve_fleet_average (self, fleets[i].row, years[y]);
          }
      ccts_console_begin (self, within);
      for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
        if (fleets[i].year == years[y])
          {
            bring_in (self, fleets[i].row, number += 10, fleets[i].vehicles);
            accept_all (self, fleets[i].row, "");
          }
      ccts_console_send (self);
      for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
        if (fleets[i].year == years[y])
          check_fleet (self, i);
      ccts_console_begin (self, after);
      for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
        if (fleets[i].year == years[y])
          settle (self, i);
      ccts_console_send (self);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fleets); i++)
    {
      g_autofree char *holder = ccts_console_dup_number (self, fleets[i].row);
      g_autoptr (JsonNode) list = ask (self, "list|fleet-years|--where|account=%s|--where|year=%d",
                                       holder, fleets[i].year);

      check_text (first_row (list), "settled-credits", fleets[i].credits);
      check_text (first_row (list), "settled-amount", fleets[i].amount);
      check_text (first_row (list), "outstanding", fleets[i].amount);
    }
  ccts_console_check (self);
}

/* Rows 19 and 21: what credits take off a charge. */
static void
test_offsets (CctsConsole *self, gconstpointer data)
{
  g_autoptr (JsonNode) charges = NULL;
  g_autoptr (JsonNode) fleet = NULL;
  g_autoptr (JsonNode) credits = NULL;
  g_autofree char *used = NULL;
  g_autofree char *average = NULL;

  ccts_console_begin (self, "2025-12-01");
  open_account (self, "Used", "ccs-used");
  open_account (self, "Average", "ccs-new");
  approve_fleet_average (self, "Average", 2026);
  ccts_console_do (self, "",
                   "credit.carry-in {'account': '@Average', 'year': 2025, 'amount': '60.00',"
                   " 'reference': 'C 1'}");
  ccts_console_begin (self, "2026-05-04");
  /* Row 2's credits first, then row 3 paid with them. */
  bring_in (self, "Used", 1, "A:1090:79");
  accept_all (self, "Used", "");
  bring_in (self, "Used", 2, "A:1400:132");
  accept_all (self, "Used", ", 'credits': 'oldest'");
  bring_in (self, "Average", 3, "A:1500:130 B:2105:212 A:1735:190.5");
  accept_all (self, "Average", "");
  ccts_console_begin (self, "2027-01-12");
  ccts_console_do (self, "",
                   "fleet-year.settle {'account': '@Average', 'year': 2026, 'payable-to': 'NZ"
                   " Transport Agency', 'how-to-pay': 'Account 12-3456', 'reference': 'FA 19'}");
  ccts_console_do (self, "",
                   "charge.offset {'account': '@Average', 'credits': 'chosen', 'credit-years':"
                   " ['2025=60.00']}");
  ccts_console_send (self);

  used = ccts_console_dup_number (self, "Used");
  average = ccts_console_dup_number (self, "Average");
  charges = ask (self, "list|charges|--where|account=%s", used);
  check_text (first_row (charges), "amount", "160.86");
  check_text (first_row (charges), "credits", "15.55");
  check_text (first_row (charges), "outstanding", "67.56");
  fleet = ask (self, "list|charges|--where|account=%s", average);
  check_text (first_row (fleet), "amount", "1497.45");
  check_text (first_row (fleet), "credits", "60.00");
  check_text (first_row (fleet), "outstanding", "597.45");
  credits = ask (self, "show|credits|%s", average);
  check_text (json_node_get_object (credits), "available", "0.00");
  ccts_console_check (self);
}

/* Rows 23 to 25 and 27: credits of one kind become those of the other, and keep their year and last day. */
static const struct
{
  int year;
  const char *last_day;
} lapses[] = {
  { 2023, "2028-12-31" },
  { 2025, "2029-12-31" },
  { 2026, "2030-12-31" },
};

static const struct
{
  const char *from;
  const char *to;
  const char *credits;
  const char *refusal;
} transfers[] = {
  { "New", "Used", "10", "" },
  { "Used", "New", "6", "" },
  { "Used", "New", "7", "transfer.odd" },
};

static void
verify_holder (CctsConsole *self, const char *holder)
{
  ccts_console_do (self, "",
                   "account.set-aml {'account': '@%s', 'result': 'verified', 'until':"
                   " '2030-12-31', 'reference': 'AML'}",
                   holder);
}

static void
transfer (CctsConsole *self)
{
  int accepted = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (transfers); i++)
    {
      ccts_console_do (
          self, transfers[i].refusal,
          "transfer.offer {'account': '@%s', 'number': '@%s', 'credits': '%s', 'years':"
          " ['2023=%s'], 'reference': 'Deal %d'}",
          transfers[i].from, transfers[i].to, transfers[i].credits, transfers[i].credits, (int)i);
      if (*transfers[i].refusal == '\0')
        ccts_console_do (self, "",
                         "transfer.accept {'account': '@%s', 'transfer': %d, 'version': 1}",
                         transfers[i].to, ++accepted);
    }
}

static void
check_available (CctsConsole *self, const char *holder, const char *credits)
{
  g_autofree char *number = ccts_console_dup_number (self, holder);
  g_autoptr (JsonNode) told = ask (self, "show|credits|%s", number);

  check_text (json_node_get_object (told), "available", credits);
}

static void
test_transfers (CctsConsole *self, gconstpointer data)
{
  g_autoptr (JsonNode) calendar = NULL;
  g_autofree char *number = NULL;

  ccts_console_begin (self, "2026-05-04");
  open_account (self, "Used", "ccs-used");
  open_account (self, "New", "ccs-new");
  for (gsize i = 0; i < G_N_ELEMENTS (lapses); i++)
    for (int side = 0; side < 2; side++)
      ccts_console_do (self, "",
                       "credit.carry-in {'account': '@%s', 'year': %d, 'amount': '%s', 'reference':"
                       " 'C'}",
                       side == 0 ? "Used" : "New", lapses[i].year, i == 0 ? "20.00" : "5.00");
  verify_holder (self, "Used");
  verify_holder (self, "New");
  transfer (self);
  ccts_console_send (self);

  /* 30.00 + 2 × 10 − 6, and 30.00 − 10 + 6 ÷ 2. */
  check_available (self, "Used", "44.00");
  check_available (self, "New", "23.00");
  number = ccts_console_dup_number (self, "Used");
  calendar = ask (self, "list|credit-lapses|--where|account=%s", number);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (calendar)), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (lapses); i++)
    {
      JsonObject *day = json_array_get_object_element (json_node_get_array (calendar), i);

      check_text (day, "on", lapses[i].last_day);
      g_assert_cmpint (json_object_get_int_member (day, "first-year"), ==, lapses[i].year);
    }
  ccts_console_check (self);
}

/* Row 26 is information of the rulebook; row 28: credits that are left are deleted with the account. */
static void
test_closing (CctsConsole *self, gconstpointer data)
{
  g_autoptr (JsonNode) rulebook = NULL;
  g_autoptr (JsonNode) statement = NULL;
  g_autofree char *number = NULL;

  ccts_console_begin (self, "2026-05-04");
  open_account (self, "Used", "ccs-used");
  ccts_console_do (self, "",
                   "credit.carry-in {'account': '@Used', 'year': 2025, 'amount': '12.00',"
                   " 'reference': 'C 1'}");
  ccts_console_do (self, "",
                   "account.request-closing {'account': '@Used', 'reason': 'No imports any more.',"
                   " 'delete-credits': '12.00'}");
  ccts_console_do (self, "",
                   "account.close {'account': '@Used', 'reason': 'Asked for.', 'reference':"
                   " 'CL 1'}");
  ccts_console_send (self);
  number = ccts_console_dup_number (self, "Used");
  statement = ask (self, "list|statement|--where|account=%s", number);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (statement)), ==, 2);
  check_text (json_array_get_object_element (json_node_get_array (statement), 1), "meaning",
              "deletion");
  check_text (json_array_get_object_element (json_node_get_array (statement), 1), "amount",
              "-12.00");
  rulebook = ask (self, "show|rulebook|ccs-2027-01");
  g_assert_nonnull (
      strstr (json_object_get_string_member (json_node_get_object (rulebook), "content"), "19.53"));
  ccts_console_check (self);
}

/* What the vehicles will cost: today, from 1 January, and with the credits that they bring themselves. */
static void
check_forecast (CctsConsole *self, const char *number)
{
  g_autoptr (JsonNode) forecast = ask (self, "explain|target|CCS15-000002");
  g_autoptr (JsonNode) waiting = ask (self, "explain|waiting|%s", number);
  g_autoptr (JsonNode) bill = NULL;
  g_autofree char *words
      = g_strdup_printf ("--dry-run|do|vehicle.accept|{\"account\": \"%s\", \"filter\": {},"
                         " \"credits\": \"oldest\"}",
                         number);
  JsonObject *told = json_node_get_object (forecast);

  check_text (told, "amount-nzd", "160.86");
  check_text (told, "next-from", "2027-01-01");
  check_text (json_object_get_object_member (told, "next"), "amount-nzd", "207.42");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (waiting), "provisional"));
  bill = ccts_console_ask (self, words);
  told = json_node_get_object (bill);
  check_text (told, "amount", "160.86");
  check_text (told, "offset", "15.55");
  check_text (told, "outstanding", "67.56");
  g_assert_cmpint (json_object_get_int_member (told, "without-figure"), ==, 1);
}

static void
pay (CctsConsole *self, const char *amount, const char *reference)
{
  ccts_console_do (self, "",
                   "payment.record {'account': '@Harbour', 'amount': '%s', 'paid-on': '2026-11-02',"
                   " 'reference': '%s'}",
                   amount, reference);
}

/* The lists behind the figures. */
static void
check_lists (CctsConsole *self, const char *number)
{
  g_autoptr (JsonNode) charged
      = ask (self, "list|vehicles|--where|account=%s|--where|charge=1", number);
  g_autoptr (JsonNode) excluded
      = ask (self, "list|vehicles|--where|account=%s|--where|excluded=yes", number);
  g_autoptr (JsonNode) statement
      = ask (self, "list|statement|--where|account=%s|--where|from=2026-01-01", number);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (charged)), ==, 1);
  check_text (first_row (excluded), "excluded", "motorsport");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (statement)), ==, 10);
}

/* The statement as a file; answers its content. */
static char *
save_statement (CctsConsole *self, const char *number, const char *name)
{
  g_autofree char *path = gram_test_dir_file (self->dir, name);
  g_autofree char *words
      = g_strdup_printf ("save|statement|%s|--where|account=%s|--where|to=2026-12-31", path,
                         number);
  char *text = NULL;

  g_assert_cmpint (ccts_console_run (self, words), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Import, forecast, acceptance paid with credits and money, transfer to a second account, statement. */
static void
test_end_to_end (CctsConsole *self, gconstpointer data)
{
  static const char *const says[] = { "Charge for 1 vehicle accepted", "Set off against charges",
                                      "BANK 2", "Transferred to Kauri (", "Deal 7" };
  g_autofree char *number = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *pdf = NULL;

  ccts_console_begin (self, "2026-11-02");
  open_account (self, "Harbour", "ccs-used");
  open_account (self, "Kauri", "ccs-new");
  bring_in (self, "Harbour", 1, "A:1090:79 A:1400:132 :::motorsport");
  ccts_console_send (self);
  number = ccts_console_dup_number (self, "Harbour");
  check_forecast (self, number);

  accept_all (self, "Harbour", ", 'credits': 'oldest'");
  pay (self, "60.00", "BANK 1");
  pay (self, "7.56", "BANK 2");
  ccts_console_do (self, "",
                   "credit.carry-in {'account': '@Harbour', 'year': 2025, 'amount': '8.00',"
                   " 'reference': 'C 1'}");
  verify_holder (self, "Harbour");
  verify_holder (self, "Kauri");
  ccts_console_do (self, "",
                   "transfer.offer {'account': '@Harbour', 'number': '@Kauri', 'credits': '8',"
                   " 'reference': 'Deal 7'}");
  ccts_console_do (self, "", "transfer.accept {'account': '@Kauri', 'transfer': 1, 'version': 1}");
  ccts_console_send (self);

  check_lists (self, number);
  csv = save_statement (self, number, "statement.csv");
  pdf = save_statement (self, number, "statement.pdf");
  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    g_assert_nonnull (strstr (csv, says[i]));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  ccts_console_check (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ccts_console_add ("/gramctl-ccs/singles", NULL, test_singles);
  ccts_console_add ("/gramctl-ccs/fleets", NULL, test_fleets);
  ccts_console_add ("/gramctl-ccs/offsets", NULL, test_offsets);
  ccts_console_add ("/gramctl-ccs/transfers", NULL, test_transfers);
  ccts_console_add ("/gramctl-ccs/closing", NULL, test_closing);
  ccts_console_add ("/gramctl-ccs/end-to-end", NULL, test_end_to_end);
  return g_test_run ();
}
