/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define ADA "-r|@@|-u|" CONSOLE_EMAIL
#define OF_ACCOUNT "{\"account\": \"#\", "
#define CASE_1 OF_ACCOUNT "\"cases\": [1]"

/* A line, its exit status, what standard output holds and what it does not. */
typedef struct
{
  const char *line;
  int status;
  const char *contains;
  const char *lacks;
} Row;

static void
run_rows (Console *self, const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_test_message ("gramctl %s", rows[i].line);
      g_assert_cmpint (console_run (self, rows[i].line), ==, rows[i].status);
      if (rows[i].contains != NULL)
        g_assert_nonnull (strstr (self->output, rows[i].contains));
      if (rows[i].lacks != NULL)
        g_assert_null (strstr (self->output, rows[i].lacks));
    }
}

/* In an organisation's own books, from the dispute to what was decided. */
static const Row own_rows[] = {
  { ADA "|list|cases", 0, "[]", NULL },
  { ADA "|list|inbox", 0, "[]", NULL },
  { ADA "|list|deadlines", 0, "[]", NULL },
  { ADA "|show|case|1", 1, "case.unknown", NULL },
  { ADA "|show|case|first", 2, NULL, NULL },
  { ADA "|do|vehicle.mark-ready|" OF_ACCOUNT "\"vehicles\": [1]}", 0, NULL, NULL },
  { ADA "|do|dispute.open|" OF_ACCOUNT "\"kind\": \"value\", \"field\": \"co2\", \"claimed\": "
        "\"101\", \"reason\": \"The label says 101.\", \"vehicles\": [1]}",
    0, "\"cases\":[1]", NULL },
  { ADA "|do|case.attach|" OF_ACCOUNT "\"case\": 1, \"file\": \"@@.label\"}", 0, "\"sha256\"",
    NULL },
  { ADA "|do|snippet.save|{\"title\": \"Label\", \"text\": \"The label says so.\", \"kind\": "
        "\"dispute\"}",
    0, "\"snippet\":1", NULL },
  { ADA "|list|cases", 0, "\"label\":\"ZVW30-1234567\"", NULL },
  { ADA "|list|cases|--where|account=#|--where|kind=dispute|--where|state=open|--search|harbour", 0,
    "\"case\":1,", NULL },
  { ADA "|list|cases|--where|kind=correction", 0, "[]", NULL },
  { ADA "|list|cases|--where|state=decided", 0, "[]", NULL },
  { ADA "|list|cases|--where|due=overdue", 0, "[]", NULL },
  { ADA "|list|cases|--where|due=soon", 2, NULL, NULL },
  { ADA "|list|cases|--where|kind=ticket", 2, NULL, NULL },
  { ADA "|list|cases|--where|owner=me", 2, NULL, NULL },
  { ADA "|list|cases|--where|claimant=none|--order|-due", 0, "\"case\":1,", NULL },
  { ADA "|list|cases|--where|claimant=me", 0, "[]", NULL },
  { ADA "|list|cases|--where|claimant=nobody@example.org", 0, "[]", NULL },
  { ADA "|list|cases|--order|colour", 2, NULL, NULL },
  { ADA "|list|cases|--format|csv", 0, "case,kind,state,outcome,account,", NULL },
  { ADA "|list|cases|--format|jsonl", 2, NULL, NULL },
  { ADA "|list|snippets|--where|kind=dispute", 0, "\"title\":\"Label\"", NULL },
  { ADA "|list|snippets|--where|kind=aml", 0, "[]", NULL },
  { ADA "|list|attachments", 2, NULL, NULL },
  { ADA "|list|attachments|--where|case=one", 2, NULL, NULL },
  { ADA "|list|attachments|--where|case=2", 1, "case.unknown", NULL },
  { ADA "|list|attachments|--where|case=1", 0, "\"media-type\":", NULL },
  { ADA "|list|differences|--where|case=1", 0, "[]", NULL },
  { ADA "|list|differences|--where|case=7", 1, "case.unknown", NULL },
  { ADA "|show|case|1", 0, "\"reason\": \"The label says 101.\"", NULL },
  { ADA "|--dry-run|do|dispute.uphold|" CASE_1 "}", 0,
    "{\"after\":\"101 g/km\",\"before\":\"110 g/km\",\"name\":\"co2\"", NULL },
  { ADA "|--dry-run|do|dispute.uphold|" OF_ACCOUNT "\"cases\": [4]}", 1, "case.unknown", NULL },
  { ADA "|--dry-run|do|dispute.decline|" CASE_1 "}", 2, NULL, NULL },
  { ADA "|do|dispute.uphold|" CASE_1 ", \"reason\": \"R\", \"reference\": \"L 7\", \"expect\": "
        "\"00\"}",
    1, "decision.changed", NULL },
  { ADA "|list|answers|--where|account=#", 0, "[]", NULL },
  { ADA "|do|dispute.uphold|" CASE_1 ", \"reason\": \"R\", \"reference\": \"L 7\"}", 0,
    "\"vehicles\":1", NULL },
  { ADA "|list|answers", 2, NULL, NULL },
  { ADA "|list|answers|--where|account=#", 0,
    "\"values\":{\"co2\":\"101\",\"co2_source\":\"corrected\"}", NULL },
  { ADA "|list|answers|--where|account=#|--where|to=2020-01-01", 0, "[]", NULL },
  { ADA "|list|answers|--where|account=#|--where|to=yesterday", 1, "date.form", NULL },
  { ADA "|list|answers|--where|account=#|--format|csv", 0, "case,kind,dispute,account,", NULL },
  { ADA "|list|answers|--where|account=#|--format|jsonl", 0, "\"decided_on\":", "[" },
  { ADA "|list|deadlines|--format|ics", 0, "END:VCALENDAR\r\n", NULL },
  { ADA "|list|deadlines|--format|jsonl", 2, NULL, NULL },
  { ADA "|show|vehicle|1", 0, "\"command\": \"dispute.uphold\"", NULL },
  { ADA "|show|vehicle|1", 0, "\"outcome\": \"upheld\"", NULL },
  { "-r|@@|verify", 0, NULL, NULL },
};

static void
test_own (Console *self, gconstpointer data)
{
  g_autofree char *label = g_strconcat (self->path, ".label", NULL);

  g_assert_true (g_file_set_contents (label, "101 g/km\n", -1, NULL));
  run_rows (self, own_rows, G_N_ELEMENTS (own_rows));
}

/* What is attached comes out as it went in, for its owner only, and overwrites nothing. */
static void
test_save (Console *self, gconstpointer data)
{
  static const Row rows[] = {
    { ADA "|do|dispute.open|" OF_ACCOUNT "\"kind\": \"not-ours\", \"reason\": \"Sold in May.\", "
          "\"vehicles\": [1]}",
      0, NULL, NULL },
    { ADA "|do|case.attach|" OF_ACCOUNT "\"case\": 1, \"file\": \"@@.bytes\"}", 0, NULL, NULL },
    { ADA "|save|attachment|1|@@.out", 0, "\"name\":\"registry.gram.bytes\"", NULL },
    { ADA "|save|attachment|1|@@.out", 3, NULL, NULL },
    { ADA "|save|attachment|1|@@.none/out", 3, NULL, NULL },
    { ADA "|save|attachment|1", 2, NULL, NULL },
    { ADA "|save|attachment|one|@@.other", 2, NULL, NULL },
    { ADA "|save|attachment|2|@@.other", 1, "attachment.unknown", NULL },
    { ADA "|save|vehicle|1|@@.other", 2, NULL, NULL },
  };
  static const char bytes[] = "one\0two\xff\n";
  g_autofree char *in = g_strconcat (self->path, ".bytes", NULL);
  g_autofree char *out = g_strconcat (self->path, ".out", NULL);
  g_autofree char *other = g_strconcat (self->path, ".other", NULL);
  g_autofree char *content = NULL;
  GStatBuf status;
  gsize size;

  g_assert_true (g_file_set_contents (in, bytes, sizeof bytes, NULL));
  run_rows (self, rows, G_N_ELEMENTS (rows));
  g_assert_true (g_file_get_contents (out, &content, &size, NULL));
  g_assert_cmpmem (content, size, bytes, sizeof bytes);
  g_assert_cmpint (g_stat (out, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  /* No room for it: nothing half-written stays. */
  self->most_bytes = 4;
  g_assert_cmpint (console_run (self, ADA "|save|attachment|1|@@.other"), ==, 3);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

#define ADMINISTRATOR "-r|@@.a|-u|" CONSOLE_EMAIL
#define HANA "-r|@@.a|-u|hana@example.org"
#define OLIVE "-r|@@.a|-u|olive@example.org"

/* In an administrator's registry: each side is told its own. */
static const Row side_rows[] = {
  { OLIVE "|do|account.open|{\"kind\": \"ccs-used\", \"holder\": \"Ferry Quay Motors Ltd\", "
          "\"contact-name\": \"Olive\", \"contact-email\": \"olive@example.org\"}",
    0, "\"account\":\"10000016\"", NULL },
  { ADMINISTRATOR "|do|vehicle.enter|" OF_ACCOUNT "\"chassis\": \"NHP10-7654321\", \"make\": "
                  "\"Toyota\", \"model\": \"Aqua\", \"type\": \"A\", \"mass-kg\": 1080, "
                  "\"co2-g-km\": \"80\"}",
    0, NULL, NULL },
  { OLIVE "|do|dispute.open|" OF_ACCOUNT "\"kind\": \"value\", \"field\": \"mass\", \"claimed\": "
          "\"1090\", \"reason\": \"Weighed.\", \"vehicles\": [1]}",
    0, "\"cases\":[2]", NULL },
  { HANA "|list|cases|--where|account=#|--where|kind=aml", 0, "\"kind\":\"aml\"", NULL },
  { HANA "|do|case.claim|{\"cases\": [2]}", 0, "\"claimed\":1", NULL },
  { HANA "|list|cases|--where|claimant=me", 0, "\"claimant\":\"hana@example.org\"", "\"aml\"" },
  { ADMINISTRATOR "|list|cases|--where|claimant=hana@example.org", 0, "\"case\":2,", NULL },
  { HANA "|do|case.write|" OF_ACCOUNT "\"case\": 2, \"lane\": \"internal\", \"text\": \"Looks "
         "borrowed\"}",
    0, NULL, NULL },
  { HANA "|do|case.attach|" OF_ACCOUNT "\"case\": 2, \"lane\": \"internal\", \"file\": "
         "\"@@.a\"}",
    0, "\"attachment\":1", NULL },
  { HANA "|do|case.ask|" OF_ACCOUNT "\"case\": 2, \"text\": \"Please send the weighing note.\"}", 0,
    NULL, NULL },
  { HANA "|show|case|2", 0, "Looks borrowed", NULL },
  { HANA "|show|case|2", 0, "\"claimant\": \"hana@example.org\"", NULL },
  { HANA "|list|attachments|--where|case=2", 0, "\"lane\":\"internal\"", NULL },
  { OLIVE "|show|case|2", 0, "Please send the weighing note.", "Looks borrowed" },
  { OLIVE "|show|case|2", 0, "\"claimant\": \"\"", "hana@example.org" },
  { OLIVE "|list|cases", 0, "\"state\":\"information-asked\"", "hana@example.org" },
  { OLIVE "|list|cases|--where|claimant=me", 1, "\"refused\"", NULL },
  { OLIVE "|list|attachments|--where|case=2", 0, "[]", NULL },
  { OLIVE "|save|attachment|1|@@.leak", 1, "attachment.unknown", NULL },
  { OLIVE "|list|snippets", 1, "\"refused\"", NULL },
  { OLIVE "|--dry-run|do|dispute.uphold|" OF_ACCOUNT "\"cases\": [2]}", 1, "\"refused\"", NULL },
  { OLIVE "|list|inbox|--where|unread=yes|--where|event=information-asked", 0,
    "\"subject\":\"case\"", NULL },
  { OLIVE "|list|inbox|--where|archived=yes", 0, "[]", NULL },
  { OLIVE "|list|inbox|--where|unread=perhaps", 2, NULL, NULL },
  { OLIVE "|list|inbox|--where|event=rain", 2, NULL, NULL },
  { OLIVE "|list|deadlines", 0, "\"subject\":\"case\"", NULL },
  { OLIVE "|list|deadlines|--where|account=#|--format|ics", 0, "Ferry Quay Motors Ltd", NULL },
  { HANA "|list|inbox", 0, NULL, "information-asked" },
  { "-r|@@.a|verify", 0, NULL, NULL },
};

static void
join (Console *self, const char *email, const char *name, const char *role)
{
  g_autofree char *line
      = g_strdup_printf (ADMINISTRATOR
                         "|do|user.create|{\"email\": \"%s\", \"name\": \"%s\", \"role\": \"%s\", "
                         "\"password\": \"" CONSOLE_PASSWORD "\"}",
                         email, name, role);

  g_assert_cmpint (console_run (self, line), ==, 0);
}

static void
test_sides (Console *self, gconstpointer data)
{
  g_assert_cmpint (console_run (self, "init|@@.a|--administrator|" CONSOLE_EMAIL
                                      "|--name|Ada Administrator"),
                   ==, 0);
  join (self, "hana@example.org", "Hana Parata", "case-handler");
  join (self, "olive@example.org", "Olive Marsh", "officer");
  run_rows (self, side_rows, G_N_ELEMENTS (side_rows));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Console *self, gconstpointer data);
  } tests[] = {
    { "/gramctl/cases/own", test_own },
    { "/gramctl/cases/save", test_save },
    { "/gramctl/cases/sides", test_sides },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Console, NULL, console_set_up, tests[i].run, console_tear_down);
  return g_test_run ();
}
