/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar.h"
#include "gram-command.h"
#include "gram-decimal.h"
#include "gram-rules-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <locale.h>

/* A text that no catalogue has comes back as it is: the very same pointer. */
static void
assert_translated (const char *where, const char *text)
{
  if (_ (text) == text)
    g_error ("%s: “%s” is not translated", where, text);
}

static void
test_commands (void)
{
  gsize n_commands;
  const GramCommand *commands = gram_command_table (&n_commands);

  g_assert_cmpuint (n_commands, >, 0);
  for (gsize i = 0; i < n_commands; i++)
    {
      assert_translated (commands[i].name, commands[i].summary);
      for (const GramArgument *argument = commands[i].arguments;
           argument != NULL && argument->name != NULL; argument++)
        assert_translated (commands[i].name, argument->summary);
    }
}

static void
test_dates (void)
{
  g_autofree char *text = gram_date_format_for_people (gram_date_make (2026, 2, 14));

  g_assert_cmpstr (text, ==, "14. Februar 2026");
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_false (gram_decimal_parse ("1.2345678", 6, &value, &error));
  g_assert_cmpstr (error->message, ==, "„1.2345678“ hat mehr als 6 Nachkommastellen.");
}

/* Numbers of a fixed width, one and many, and a table's text with its plural. */
static const struct
{
  const char *singular;
  const char *plural;
  gulong n;
  const char *german;
} plurals[] = {
  { "Too many wrong passwords; try again in %" PRId64 " minute",
    "Too many wrong passwords; try again in %" PRId64 " minutes", 1,
    "Zu viele falsche Passwörter; erneut versuchen in %" PRId64 " Minute" },
  { "Too many wrong passwords; try again in %" PRId64 " minute",
    "Too many wrong passwords; try again in %" PRId64 " minutes", 5,
    "Zu viele falsche Passwörter; erneut versuchen in %" PRId64 " Minuten" },
  { "%s vehicle awaits acceptance", "%s vehicles await acceptance", 1,
    "%s Fahrzeug wartet auf Annahme" },
  { "%s vehicle awaits acceptance", "%s vehicles await acceptance", 0,
    "%s Fahrzeuge warten auf Annahme" },
};

static void
test_plurals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plurals); i++)
    g_assert_cmpstr (g_dngettext (GETTEXT_PACKAGE, plurals[i].singular, plurals[i].plural,
                                  plurals[i].n),
                     ==, plurals[i].german);
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogues = g_build_filename (g_getenv ("GRAM_BUILD_ROOT"), "po", NULL);

  g_assert_true (g_setenv ("LANGUAGE", "de", TRUE));
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_error ("the locale de_DE.UTF-8 is not installed");
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/german/commands", test_commands);
  g_test_add_func ("/german/dates", test_dates);
  g_test_add_func ("/german/errors", test_errors);
  g_test_add_func ("/german/plurals", test_plurals);
  return g_test_run ();
}
