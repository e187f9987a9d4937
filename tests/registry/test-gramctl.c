/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"

#include <string.h>

#define PASSWORD CONSOLE_PASSWORD
#define EMAIL CONSOLE_EMAIL

/* Command lines, their exit status, and the refusal's id if it is 1. */
static const struct
{
  const char *line;
  int status;
  const char *refusal;
} rows[] = {
  { "--help", 0, NULL },
  { "--version", 0, NULL },
  { "commands", 0, NULL },
  { "commands|vehicle.accept", 0, NULL },
  { "commands|vehicle.vanish", 2, NULL },
  { "", 2, NULL },
  { "frobnicate", 2, NULL },
  { "--no-such-option", 2, NULL },
  { "init", 2, NULL },
  { "init|@@.new", 2, NULL },
  { "init|@@.new|--administrator|" EMAIL "|--kind|royal", 2, NULL },
  { "init|@@.new|--administrator|" EMAIL "|--today|2026-01-01", 2, NULL },
  { "init|@@.new|--administrator|nobody", 1, "text.email" },
  { "init|@@|--administrator|" EMAIL, 3, NULL },
  { "do|vehicle.accept", 2, NULL },
  { "-r|@@|-u|" EMAIL "|do|vehicle.accept|{", 2, NULL },
  { "-r|@@|-u|" EMAIL "|do|vehicle.accept|[]", 2, NULL },
  { "-r|@@|-u|" EMAIL "|do|vehicle.accept|{\"account\": 1.5}", 2, NULL },
  { "-r|@@|-u|" EMAIL "|do|vehicle.vanish", 1, "command.unknown" },
  { "-r|@@|-u|" EMAIL "|do|vehicle.accept", 1, "argument.missing" },
  { "-r|@@|-u|" EMAIL "|do|vehicle.accept|{\"account\": \"#\", \"vehicles\": [1]}", 1,
    "vehicle.not-ready" },
  { "-r|@@|-u|" EMAIL "|--dry-run|do|vehicle.mark-ready", 2, NULL },
  { "-r|@@|-u|" EMAIL "|--today|2026-01-01|list|accounts", 1, "registry.no-practice" },
  { "-r|@@|-u|who@example.org|list|accounts", 1, "session.wrong" },
  { "-r|@@.none|-u|" EMAIL "|list|accounts", 3, NULL },
  { "-r|@@|-u|" EMAIL "|list|accounts", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|persons", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|rulebooks", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|journal", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|journal|--where|account=#|--limit|1", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|imports|--where|account=#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|differences|--where|account=#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#|--where|status=entered", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#|--order|-co2|--search|prius", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|acount=#", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#|--where|status=gone", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=10000017", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=10000024", 1, "account.unknown" },
  { "-r|@@|-u|" EMAIL "|list|treasures", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|accounts|--format|xml", 2, NULL },
  { "-r|@@|-u|" EMAIL "|show|account|#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|vehicle|zvw30 1234567", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|vehicle|1", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|vehicle|2", 1, "thing.unknown" },
  { "-r|@@|-u|" EMAIL "|show|person|" EMAIL, 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|rulebook|ccs-2027-01", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|journal|1", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|journal|4711", 1, "thing.unknown" },
  { "-r|@@|-u|" EMAIL "|show|import|1", 1, "account.unknown" },
  { "-r|@@|-u|" EMAIL "|explain|target|ZVW30-1234567", 0, NULL },
  { "-r|@@|-u|" EMAIL "|explain|auto-accept|#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|explain|weather|#", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|charges|--where|account=#|--where|state=due|--order|-due", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|charges|--where|state=gone", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|payments|--where|account=#|--where|kind=payment", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|credits", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|credit-lapses|--where|account=#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|transfers|--where|direction=out", 2, NULL },
  { "-r|@@|-u|" EMAIL "|list|fleet-years|--where|account=#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|borrowings", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#|--where|charge=7", 0, NULL },
  { "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#|--where|excluded=perhaps", 2, NULL },
  { "-r|@@|-u|" EMAIL "|show|charge|1", 1, "charge.unknown" },
  { "-r|@@|-u|" EMAIL "|show|transfer|1", 1, "transfer.unknown" },
  { "-r|@@|-u|" EMAIL "|show|credits|#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|show|fleet-year|#/next", 2, NULL },
  { "-r|@@|-u|" EMAIL "|show|fleet-year|#", 0, NULL },
  { "-r|@@|-u|" EMAIL "|explain|charge|7", 1, "charge.unknown" },
  { "-r|@@|-u|" EMAIL "|explain|credit|#|2026", 0, NULL },
  { "-r|@@|-u|" EMAIL "|explain|fleet-average|#|soon", 2, NULL },
  { "-r|@@|-u|" EMAIL "|save|statement|@@.txt|--where|account=#", 2, NULL },
  { "-r|@@|-u|" EMAIL "|save|statement|@@.csv|--where|account=#|--where|from=May", 1,
    "statement.period" },
  { "-r|@@|-u|" EMAIL "|save|document|1", 2, NULL },
  { "-r|@@|verify", 0, NULL },
  { "verify", 2, NULL },
};

static void
test_exit_status (Console *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("gramctl %s", rows[i].line);
      g_assert_cmpint (console_run (self, rows[i].line), ==, rows[i].status);
      /* What went wrong is said to people on standard error; standard output holds JSON or nothing. */
      if (rows[i].status != 0)
        g_assert_cmpstr (self->messages, !=, "");
      if (rows[i].status > 1)
        g_assert_cmpstr (self->output, ==, "");
      if (rows[i].refusal != NULL)
        {
          g_autofree char *id = console_text (self->output, "refused", "id");
          g_autofree char *message = console_text (self->output, "refused", "message");

          g_assert_cmpstr (id, ==, rows[i].refusal);
          g_assert_nonnull (strstr (self->messages, message));
        }
    }
}

/* What has a dry run is found in the help. */
static void
test_dry_runs (Console *self, gconstpointer data)
{
  g_autofree char *help = NULL;
  g_autofree char *named = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_cmpint (console_run (self, "--help"), ==, 0);
  help = g_strdup (self->output);
  g_assert_cmpint (console_run (self, "-r|@@|-u|" EMAIL "|--dry-run|do|vehicle.mark-ready"), ==, 2);
  named = g_strstrip (
      g_strdup (strstr (self->messages, "these have one: ") + strlen ("these have one: ")));
  named[strcspn (named, "\n")] = '\0';
  names = g_strsplit (named, ", ", -1);
  g_assert_cmpuint (g_strv_length (names), >=, 10);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_nonnull (strstr (help, names[i]));
    }
}

static void
test_json_shape (Console *self, gconstpointer data)
{
  g_autoptr (JsonNode) vehicles = NULL;
  g_autoptr (JsonNode) explanation = NULL;
  JsonObject *vehicle;

  g_assert_cmpint (console_run (self, "-r|@@|-u|" EMAIL "|list|vehicles|--where|account=#"), ==, 0);
  vehicles = console_parse (self->output);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (vehicles)), ==, 1);
  vehicle = json_array_get_object_element (json_node_get_array (vehicles), 0);
  g_assert_cmpstr (json_object_get_string_member (vehicle, "vehicle"), ==, "ZVW30-1234567");
  g_assert_cmpstr (json_object_get_string_member (vehicle, "status"), ==, "entered");
  /* Amounts travel as decimal strings. */
  g_assert_cmpstr (json_object_get_string_member (vehicle, "co2-g-km"), ==, "110");

  /* Row 8 of the worked figures moved to the mean weight: 108.00 - 110.00. */
  g_assert_cmpint (console_run (self, "-r|@@|-u|" EMAIL "|explain|target|1"), ==, 0);
  explanation = console_parse (self->output);
  vehicle = json_node_get_object (explanation);
  g_assert_cmpstr (json_object_get_string_member (vehicle, "target-g-km"), ==, "108.00");
  g_assert_cmpstr (json_object_get_string_member (vehicle, "difference-g-km"), ==, "-2.00");
  g_assert_cmpstr (json_object_get_string_member (vehicle, "amount-nzd"), ==, "12.00");
  g_assert_nonnull (json_object_get_object_member (vehicle, "inputs"));
}

static void
test_batch (Console *self, gconstpointer data)
{
  static const char lines[]
      = "{\"do\": \"vehicle.mark-ready\", \"with\": {\"account\": \"%1$s\", \"vehicles\": [1]}, "
        "\"request\": \"r1\"}\n"
        "\n"
        "{\"do\": \"vehicle.mark-ready\", \"with\": {\"account\": \"%1$s\", \"vehicles\": [1]}}\n"
        "{\"do\": \"vehicle.accept\", \"with\": {\"account\": \"%1$s\", \"filter\": {}}}\n";
  g_auto (GStrv) parts = g_strsplit (lines, "%1$s", -1);
  g_autofree char *input = g_strjoinv (self->number, parts);
  g_auto (GStrv) output = NULL;

  /* A refused line does not stop the others, and the exit status tells of it. */
  g_assert_cmpint (console_run_with (self, PASSWORD, input, "-r|@@|-u|" EMAIL "|batch"), ==, 1);
  output = g_strsplit (self->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (output), ==, 4);
  g_assert_nonnull (strstr (output[0], "\"ready\":1"));
  g_assert_nonnull (strstr (output[1], "vehicle.already-ready"));
  g_assert_nonnull (strstr (output[2], "\"accepted\":1"));

  g_assert_cmpint (console_run_with (self, PASSWORD, "{\"do\": 1}\n", "-r|@@|-u|" EMAIL "|batch"),
                   ==, 2);
  g_assert_nonnull (strstr (self->messages, "1"));
  /* The same request id once more is no second effect. */
  g_assert_cmpint (console_run (self, "-r|@@|-u|" EMAIL "|--request|r1|do|vehicle.mark-ready|"
                                      "{\"account\": \"#\", \"vehicles\": [1]}"),
                   ==, 0);
}

static void
test_import (Console *self, gconstpointer data)
{
  g_autofree char *file = gram_test_dir_write (
      self->dir, "file.csv",
      "chassis,make,model,co2_g_km\nNHP10-1234567,Toyota,Aqua,80\nNHP10-123,Toyota,Aqua,x\n");
  g_autofree char *rejects = gram_test_dir_file (self->dir, "rejects.csv");
  g_autofree char *dry = g_strdup_printf ("-r|@@|-u|" EMAIL "|--dry-run|--rejects|%s|do|"
                                          "vehicle.import|{\"account\": \"#\", \"file\": \"%s\"}",
                                          rejects, file);
  g_autofree char *wet = g_strdup_printf ("-r|@@|-u|" EMAIL "|do|vehicle.import|-");
  g_autofree char *input
      = g_strdup_printf ("{\"account\": \"%s\", \"file\": \"%s\", \"skip-rejected\": true}",
                         self->number, file);
  g_autofree char *content = NULL;

  g_assert_cmpint (console_run (self, dry), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"new\":1"));
  g_assert_nonnull (strstr (self->output, "\"rejected\":1"));
  g_assert_true (g_file_get_contents (rejects, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "co2_g_km"));
  /* Arguments may come on standard input. */
  g_assert_cmpint (console_run_with (self, PASSWORD, input, wet), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"new\":1"));
}

static void
test_csv (Console *self, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (console_run (self, "-r|@@|-u|" EMAIL "|list|accounts|--format|csv"), ==, 0);
  lines = g_strsplit (self->output, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "account,kind,holder,"));
  g_assert_true (g_str_has_prefix (lines[1], self->number));
}

/* The template that is written is one that is read; here with a row filled in. */
static void
test_template (Console *self, gconstpointer data)
{
  g_autofree char *filled = NULL;
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) columns = NULL;
  GString *text;

  g_assert_cmpint (console_run (self, "template|rubbish"), ==, 2);
  g_assert_cmpint (console_run (self, "template|ccs-used"), ==, 0);
  text = g_string_new (self->output);
  columns = g_strsplit (g_strchomp (self->output), ",", -1);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_assert_false (i > 0 && g_str_equal (columns[i], "vin"));
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                              g_str_has_suffix (columns[i], "vin") ? "WVWZZZ1KZAW123456"
                              : g_str_equal (columns[i], "make")   ? "VW"
                              : g_str_equal (columns[i], "model")  ? "Golf"
                                                                   : "");
    }
  filled = g_string_free_and_steal (text);
  path = gram_test_dir_write (self->dir, "filled.csv", filled);
  line = g_strdup_printf ("-r|@@|-u|" EMAIL "|do|vehicle.import"
                          "|{\"account\": \"#\", \"file\": \"%s\"}",
                          path);
  g_assert_cmpint (console_run (self, line), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"new\":1"));
}

/* Without a password and without a terminal it is wrong usage, not a hang. */
static void
test_no_password (Console *self, gconstpointer data)
{
  g_assert_cmpint (console_run_with (self, "wrong wrong wrong", NULL,
                                     "-r|@@|-u|" EMAIL "|list|accounts"),
                   ==, 1);
}

/* A file that may not grow any more: said in a sentence, nothing changed. */
static void
test_no_room (Console *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_file (self->dir, "large.csv");
  g_autofree char *line = g_strdup_printf ("-r|@@|-u|" EMAIL "|do|vehicle.import"
                                           "|{\"account\": \"#\", \"file\": \"%s\"}",
                                           path);
  GString *text = g_string_new ("vin,make,model,co2_g_km,registered_on\n");

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "WVWZZZ1KZAW%06d,VW,Golf,100,2026-01-15\n", i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  g_string_free (text, TRUE);

  self->most_bytes = 300 * 1024;
  g_assert_cmpint (console_run (self, line), ==, 3);
  g_assert_nonnull (strstr (self->messages, "full"));
  self->most_bytes = 0;
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"vehicles\": 1\n"));
}

/* A rate changed in a rulebook. */
static void
test_verify_rulebook (Console *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;
  char *at;

  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  at = memmem (content, length, "\"7.50\"", 6);
  g_assert_nonnull (at);
  at[1] = '6';
  g_assert_true (g_file_set_contents (self->path, content, (gssize)length, NULL));
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 3);
  g_assert_nonnull (strstr (self->output, "rulebook 1"));
}

/* One byte changed in the file: verify names the row and the exit status tells. */
static void
test_verify_finds (Console *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;
  char *at;

  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  at = memmem (content, length, "\"holder\":\"H", 11);
  g_assert_nonnull (at);
  at[10] = 'X';
  g_assert_true (g_file_set_contents (self->path, content, (gssize)length, NULL));
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 3);
  g_assert_nonnull (strstr (self->output, "\"good\": false"));
  g_assert_nonnull (strstr (self->output, "journal 3"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Console *self, gconstpointer data);
  } tests[] = {
    { "/registry/gramctl/exit-status", test_exit_status },
    { "/registry/gramctl/dry-runs", test_dry_runs },
    { "/registry/gramctl/json-shape", test_json_shape },
    { "/registry/gramctl/batch", test_batch },
    { "/registry/gramctl/import", test_import },
    { "/registry/gramctl/csv", test_csv },
    { "/registry/gramctl/no-password", test_no_password },
    { "/registry/gramctl/template", test_template },
    { "/registry/gramctl/no-room", test_no_room },
    { "/registry/gramctl/verify-finds", test_verify_finds },
    { "/registry/gramctl/verify-rulebook", test_verify_rulebook },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Console, NULL, console_set_up, tests[i].run, console_tear_down);
  return g_test_run ();
}
