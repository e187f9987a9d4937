/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"

#include <string.h>

#define AS "-r|@@|-u|"
#define ADA AS CONSOLE_EMAIL
#define BEN AS "ben@example.org"

/* The lists about accounts and people, and what they refuse. */
static const struct
{
  const char *line;
  int status;
  const char *refusal;
  const char *contains;
} rows[] = {
  { "commands|--matrix", 0, NULL, "\"account.suspend\"" },
  { "commands|--matrix|--kind|own|--where|kind=ccts", 0, NULL, "\"account.block\"" },
  { "commands|--matrix|--where|kind=bicycle", 2, NULL, NULL },
  { "commands|--matrix|--where|colour=red", 2, NULL, NULL },
  { "-r|@@|commands|--matrix", 0, NULL, "\"account.close\"" },
  { "commands|account.request-closing", 0, NULL, "\"signed\": true" },
  { "commands|account.edit", 0, NULL, "\"edit\"" },
  { ADA "|list|accounts|--where|kind=ccs-used|--where|state=open|--search|harbour", 0, NULL,
    "Harbour Street" },
  { ADA "|list|accounts|--where|scheme=fleet-average", 0, NULL, "[]" },
  { ADA "|list|accounts|--order|-number", 0, NULL, "Harbour Street" },
  { ADA "|list|accounts|--order|colour", 2, NULL, NULL },
  { ADA "|list|accounts|--where|state=asleep", 2, NULL, NULL },
  { ADA "|list|applications", 0, NULL, "[]" },
  { ADA "|list|applications|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|applications|--where|state=lost", 2, NULL, NULL },
  { ADA "|list|measures|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|closings|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|measures", 2, NULL, NULL },
  { ADA "|list|directory", 0, NULL, "[]" },
  { ADA "|list|history|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|statement|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|statement|--where|account=#|--where|from=2026-13-01", 1, "statement.period", NULL },
  { ADA "|list|members|--where|account=#", 0, NULL, "\"owner\":true" },
  { ADA "|list|invitations|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|handovers|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|requests|--where|account=#", 0, NULL, "[]" },
  { ADA "|list|rights|--where|account=#", 0, NULL, "\"account.close\"" },
  { ADA "|list|rights", 0, NULL, "\"user.create\"" },
  { ADA "|list|persons|--where|role=administrator|--where|active=yes", 0, NULL, CONSOLE_EMAIL },
  { ADA "|list|persons|--where|active=perhaps", 2, NULL, NULL },
  { ADA "|list|journal|--where|command=account.open|--where|person=" CONSOLE_EMAIL, 0, NULL,
    "\"account.open\"" },
  { ADA "|list|journal|--where|person=nobody@example.org", 0, NULL, "[]" },
  { ADA "|list|journal|--where|from=2020-01-01|--where|to=2020-12-31", 0, NULL, "[]" },
  { ADA "|list|journal|--where|subject=measure", 2, NULL, NULL },
  { ADA "|list|journal|--where|subject=measure/1", 0, NULL, "[]" },
  { ADA "|list|journal|--where|before=x", 2, NULL, NULL },
  { ADA "|show|account|#", 0, NULL, "\"no-vehicles-waiting\"" },
  { ADA "|confirm|#|Harbour Street Imports Ltd", 0, NULL, "{\"confirmed\":true}" },
  { ADA "|confirm|#|Somebody Else Ltd", 0, NULL, "{\"confirmed\":false}" },
  { ADA "|confirm|12345678|Harbour Street Imports Ltd", 0, NULL, "{\"confirmed\":false}" },
  { ADA "|confirm|#", 2, NULL, NULL },
  { "-r|@@|join|ben@example.org|--name|Ben", 2, NULL, NULL },
  { "-r|@@|join|ben@example.org|AAAA-AAAA", 2, NULL, NULL },
  { "-r|@@|join|ben@example.org|AAAA-AAAA|--name|Ben", 1, "invitation.wrong", NULL },
  { "-r|@@|use-code|ben@example.org|AAAA-AAAA", 1, "session.code", NULL },
  { "join|ben@example.org|AAAA-AAAA|--name|Ben", 2, NULL, NULL },
};

static void
test_lists (Console *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("gramctl %s", rows[i].line);
      g_assert_cmpint (console_run (self, rows[i].line), ==, rows[i].status);
      if (rows[i].contains != NULL)
        g_assert_nonnull (strstr (self->output, rows[i].contains));
      if (rows[i].refusal != NULL)
        {
          g_autofree char *id = console_text (self->output, "refused", "id");

          g_assert_cmpstr (id, ==, rows[i].refusal);
        }
    }
}

/* Invited by one, joined by another; the code is told once and stands nowhere. */
static void
test_join (Console *self, gconstpointer data)
{
  g_autofree char *code = NULL;
  g_autofree char *line = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_cmpint (console_run (self, ADA "|do|invitation.create|{\"account\": \"#\", \"email\": "
                                          "\"ben@example.org\", \"permissions\": "
                                          "[\"view\", \"edit\"]}"),
                   ==, 0);
  code = console_text (self->output, NULL, "code");
  line = g_strdup_printf ("-r|@@|join|ben@example.org|%s|--name|Ben Ferry", code);
  g_assert_cmpint (console_run (self, line), ==, 0);
  g_assert_nonnull (strstr (self->output, "Ben Ferry"));
  g_assert_cmpint (console_run (self, BEN "|list|members|--where|account=#"), ==, 0);
  g_assert_nonnull (strstr (self->output, "ben@example.org"));
  g_assert_cmpint (console_run (self, line), ==, 1);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  g_assert_null (memmem (content, length, code, strlen (code)));

  /* A new password with the administrator's code. */
  g_clear_pointer (&code, g_free);
  g_clear_pointer (&line, g_free);
  g_assert_cmpint (console_run (self, ADA "|do|user.reset-password|{\"person\": "
                                          "\"ben@example.org\"}"),
                   ==, 0);
  code = console_text (self->output, NULL, "code");
  line = g_strdup_printf ("-r|@@|use-code|ben@example.org|%s", code);
  g_assert_cmpint (console_run_with (self, "another horse battery", NULL, line), ==, 0);
  g_assert_cmpint (console_run (self, BEN "|list|accounts"), ==, 1);
  g_assert_cmpint (console_run_with (self, "another horse battery", NULL, BEN "|list|accounts"), ==,
                   0);
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 0);
}

/* A whole life, recorded in an organisation's own books: signed with the password of the command line. */
static void
test_life (Console *self, gconstpointer data)
{
  static const struct
  {
    const char *command;
    const char *arguments;
    const char *refusal;
  } steps[] = {
    { "credit.carry-in", "'year': 2025, 'amount': '12.50', 'reference': 'Statement'", NULL },
    { "account.suspend",
      "'ground': 'conviction', 'until': '2030-12-31', 'reason': 'R', 'reference': 'D 1'", NULL },
    { "vehicle.accept", "'filter': {}", "account.suspended" },
    { "account.reinstate", "'reason': 'R', 'reference': 'D 2'", NULL },
    { "account.request-closing", "'reason': 'R'", "closing.no-vehicles-waiting" },
    { "vehicle.mark-ready", "'filter': {}", NULL },
    { "vehicle.accept", "'filter': {}", NULL },
    { "account.request-closing", "'reason': 'R'", "closing.charges-paid" },
    { "payment.record", "'amount': '%', 'paid-on': '2026-03-02', 'reference': 'Bank 17'", NULL },
    { "account.request-closing", "'reason': 'R'", "closing.credits-left" },
    { "account.request-closing", "'reason': 'R', 'delete-credits': '12.50'", NULL },
    { "account.close", "'reason': 'R'", "decision.reference" },
    { "account.close", "'reason': 'R', 'reference': 'D 3'", NULL },
    { "account.edit", "'address': 'Elsewhere'", "account.closed" },
  };

  g_autofree char *charges = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *quoted = g_strdelimit (g_strdup (steps[i].arguments), "'", '"');
      g_autoptr (GString) arguments = g_string_new (quoted);
      g_autofree char *line = NULL;

      /* What acceptance charged, by the rates of the day on which this runs. */
      if (charges != NULL)
        g_string_replace (arguments, "%", charges, 0);
      line = g_strdup_printf (ADA "|do|%s|{\"account\": \"#\", %s}", steps[i].command,
                              arguments->str);

      g_test_message ("%s", line);
      g_assert_cmpint (console_run (self, line), ==, steps[i].refusal != NULL ? 1 : 0);
      if (steps[i].refusal != NULL)
        {
          g_autofree char *id = console_text (self->output, "refused", "id");

          g_assert_cmpstr (id, ==, steps[i].refusal);
        }
      else if (g_str_equal (steps[i].command, "vehicle.accept"))
        charges = console_text (self->output, NULL, "charges");
    }
  g_assert_cmpint (console_run (self, ADA "|list|statement|--where|account=#|--format|csv"), ==, 0);
  g_assert_nonnull (strstr (self->output, "deletion"));
  g_assert_cmpint (console_run (self, ADA "|show|account|#"), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"state\": \"closed\""));
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 0);
}

/* Two processes edit what both have seen: the second is told what has changed, and nothing is lost. */
static void
test_two_processes (Console *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (console_run (self, ADA "|do|account.edit|{\"account\": \"#\", \"version\": 1, "
                                          "\"holder\": \"Harbour Street Motors Ltd\", "
                                          "\"contact-phone\": \"+64 9 555 0118\"}"),
                   ==, 0);
  g_assert_cmpint (console_run (self, ADA "|do|account.edit|{\"account\": \"#\", \"version\": 1, "
                                          "\"address\": \"14 Harbour Street\"}"),
                   ==, 1);
  message = console_text (self->output, "refused", "message");
  g_assert_nonnull (strstr (message, "Ada"));
  g_assert_nonnull (strstr (message, "Holder, Telephone"));
  g_assert_cmpint (console_run (self, ADA "|list|history|--where|account=#"), ==, 0);
  g_assert_null (strstr (self->output, "14 Harbour Street"));
  /* Having looked at it again, it goes. */
  g_assert_cmpint (console_run (self, ADA "|do|account.edit|{\"account\": \"#\", \"version\": 2, "
                                          "\"address\": \"14 Harbour Street\"}"),
                   ==, 0);
  g_assert_cmpint (console_run (self, ADA "|show|account|#"), ==, 0);
  g_assert_nonnull (strstr (self->output, "Harbour Street Motors Ltd"));
  g_assert_nonnull (strstr (self->output, "14 Harbour Street"));
}

/* Several at once, all from the same version: one is first, every other is told, and the file is whole. */
static void
test_at_once (Console *self, gconstpointer data)
{
  GSubprocess *processes[5];
  guint first = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      g_autofree char *line = g_strdup_printf (ADA "|do|account.edit|{\"account\": \"#\", "
                                                   "\"version\": 1, \"address\": \"Gate %zu\"}",
                                               i);

      processes[i] = console_start (self, CONSOLE_PASSWORD, line);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      first += console_finish (self, processes[i], NULL) == 0 ? 1 : 0;
      if (self->status != 0)
        {
          g_autofree char *id = console_text (self->output, "refused", "id");

          g_assert_cmpstr (id, ==, "account.changed-meanwhile");
        }
      g_object_unref (processes[i]);
    }
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpint (console_run (self, ADA "|list|history|--where|account=#|--format|csv"), ==, 0);
  g_assert_nonnull (strstr (self->output, "Gate "));
  g_assert_cmpint (console_run (self, "-r|@@|verify"), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Console *self, gconstpointer data);
  } tests[] = {
    { "/registry/gramctl-accounts/lists", test_lists },
    { "/registry/gramctl-accounts/join", test_join },
    { "/registry/gramctl-accounts/life", test_life },
    { "/registry/gramctl-accounts/two-processes", test_two_processes },
    { "/registry/gramctl-accounts/at-once", test_at_once },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Console, NULL, console_set_up, tests[i].run, console_tear_down);
  return g_test_run ();
}
