/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"

#include <string.h>

#define ADA "-r|@@|-u|" CONSOLE_EMAIL "|do|"
#define DISPUTE                                                                                    \
  ADA "dispute.open|{\"account\": \"#\", \"kind\": \"value\", \"reason\": \"Weighed.\","           \
      " \"field\": \"co2\", \"claimed\": \"101\", \"vehicles\": [\"ZVW30-1234567\"]}"

/* The life of a dispute in a script: the command table is all that gramctl knows of it. */
static const struct
{
  const char *line;
  int status;
  const char *contains;
} rows[] = {
  { "commands|dispute.open", 0, "\"right-account\"" },
  { ADA "dispute.open|{\"account\": \"#\", \"kind\": \"value\"}", 1, "argument.missing" },
  { DISPUTE, 0, "\"cases\":[1]" },
  { DISPUTE, 1, "dispute.already" },
  { ADA "vehicle.accept|{\"account\": \"#\", \"vehicles\": [1]}", 1, "vehicle.not-ready" },
  { ADA "case.write|{\"account\": \"#\", \"case\": 1, \"text\": \"Look\"}", 0, "\"message\":1" },
  { ADA "case.edit-message|{\"account\": \"#\", \"case\": 1, \"message\": 1, \"version\": 1,"
        " \"text\": \"Look here\"}",
    0, "\"version\":2" },
  { ADA "case.attach|{\"account\": \"#\", \"case\": 1, \"file\": \"@@.none\"}", 1,
    "attachment.missing" },
  { ADA "case.attach|{\"account\": \"#\", \"case\": 1, \"file\": \"/dev/null\"}", 1,
    "attachment.not-a-file" },
  { ADA "case.attach|{\"account\": \"#\", \"case\": 1, \"file\": \"@@\"}", 0, "\"sha256\"" },
  { ADA "case.answer|{\"account\": \"#\", \"case\": 1, \"text\": \"Here\"}", 1, "case.not-asked" },
  { ADA "case.withdraw|{\"account\": \"#\", \"case\": 1}", 0, "\"case\":1" },
  { ADA "case.withdraw|{\"account\": \"#\", \"case\": 1}", 1, "case.withdrawn" },
  { ADA "dispute.import-answers|{\"account\": \"#\", \"file\": \"@@\", \"reference\": \"L 1\"}", 1,
    "answers.file" },
  { ADA "correction.open|{\"account\": \"#\", \"vehicle\": 1, \"kind\": \"not-ours\","
        " \"reason\": \"Sold.\"}",
    1, "correction.not-accepted" },
  { "-r|@@|-u|" CONSOLE_EMAIL "|show|vehicle|1", 0, "\"current\"" },
  { "-r|@@|verify", 0, NULL },
};

static void
test_life (Console *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("gramctl %s", rows[i].line);
      g_assert_cmpint (console_run (self, rows[i].line), ==, rows[i].status);
      if (rows[i].contains != NULL)
        g_assert_nonnull (strstr (self->output, rows[i].contains));
    }
}

/* Processes that dispute the same vehicle at the same instant: one of them does, the others are told. */
static void
test_at_once (Console *self, gconstpointer data)
{
  GSubprocess *processes[4];
  guint n_done = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++)
    processes[i] = console_start (self, CONSOLE_PASSWORD, DISPUTE);
  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      if (console_finish (self, processes[i], NULL) == 0)
        n_done++;
      else
        {
          g_autofree char *id = console_text (self->output, "refused", "id");

          g_assert_cmpint (self->status, ==, 1);
          g_assert_cmpstr (id, ==, "dispute.already");
        }
      g_object_unref (processes[i]);
    }
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/gramctl/disputes/life", Console, NULL, console_set_up, test_life,
              console_tear_down);
  g_test_add ("/gramctl/disputes/at-once", Console, NULL, console_set_up, test_at_once,
              console_tear_down);
  return g_test_run ();
}
