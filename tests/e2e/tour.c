/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

/*
 * gram-tour FOLDER: walks through every page and dialog as a person would, by the names that a screen reader says, and
 * writes a picture of each into FOLDER: NAME-light-1200.png, NAME-dark-400.png and so on. Prints their names. A page
 * that cannot be reached is an error.
 */

#define WIDE 1200
#define NARROW 400
#define USUAL_HEIGHT 800

static gboolean
take (Tour *tour, const char *name, gboolean dark, int width)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%d.png", name, dark ? "dark" : "light", width);
  g_autofree char *path = g_build_filename (tour->folder, file, NULL);

  if (!gram_at_set_dark (tour->at, dark) || !gram_at_resize (tour->at, width, tour->height)
      || !gram_at_picture (tour->at, path))
    return FALSE;

  g_print ("%s\n", file);
  tour->n_pictures++;

  return TRUE;
}

gboolean
tour_stop (Tour *tour, const char *name)
{
  /* The last is again as a walk expects the window. */
  return take (tour, name, FALSE, WIDE) && take (tour, name, FALSE, NARROW)
         && take (tour, name, TRUE, NARROW) && take (tour, name, TRUE, WIDE)
         && gram_at_set_dark (tour->at, FALSE);
}

gboolean
tour_open_first_row (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) list = gram_at_find (at, "tree table", NULL);
  g_autoptr (AtspiAccessible) rows = list != NULL ? gram_at_find_in (at, list, "list", NULL) : NULL;
  g_autoptr (AtspiAccessible) row
      = rows != NULL ? gram_at_find_in (at, rows, "table row", NULL) : NULL;

  return row != NULL && gram_at_press_node (at, row);
}

/* What stands in a name, for a regular expression. */
static char *
dup_pattern (Tour *tour, const char *text)
{
  /* Nothing is the header of a catalogue. */
  g_autofree char *translated
      = *text != '\0' ? gram_at_dup_translated (tour->at, text) : g_strdup ("");

  return g_regex_escape_string (translated, -1);
}

gboolean
tour_open_row (Tour *tour, const char *text, const char *then)
{
  g_autofree char *first = dup_pattern (tour, text);
  g_autofree char *second = dup_pattern (tour, then);
  g_autofree char *pattern = g_strdup_printf ("%s.*%s", first, second);
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (tour->at, "table row", pattern);

  return row != NULL && gram_at_press_node (tour->at, row);
}

gboolean
tour_press_chip (Tour *tour, const char *text)
{
  g_autofree char *start = dup_pattern (tour, text);
  g_autofree char *pattern = g_strdup_printf ("^%s($|  )", start);
  g_autoptr (AtspiAccessible) chip = gram_at_find_matching (tour->at, "toggle button", pattern);

  return chip != NULL && gram_at_press_node (tour->at, chip);
}

gboolean
tour_stop_at_tile (Tour *tour, const char *text, const char *name)
{
  GramAt *at = tour->at;
  g_autofree char *start = gram_at_dup_translated (at, text);
  g_autoptr (AtspiAccessible) tile = gram_at_find_prefix (at, "toggle button", start);

  return tile != NULL && gram_at_press_node (at, tile)
         && gram_at_wait (at, "button", "Copy Explanation") && tour_stop (tour, name)
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "Copy Explanation");
}

gboolean
tour_stop_at_dialog (Tour *tour,
                     const char *role,
                     const char *opener,
                     const char *dialog,
                     const char *name)
{
  GramAt *at = tour->at;

  return gram_at_press (at, role, opener) && gram_at_wait (at, "dialog", dialog)
         && tour_stop (tour, name) && gram_at_close_dialog (at, dialog);
}

gboolean
tour_leave_form (Tour *tour, gboolean filled)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "button", "_Cancel")
         && (!filled || gram_at_press (at, "button", "_Discard"))
         && gram_at_wait_gone (at, "button", "_Cancel");
}

typedef struct
{
  const char *name;
  gboolean (*walk) (Tour *tour);
  /* Goes on where the one before ended. */
  gboolean goes_on;
} Walk;

static const Walk walks[] = {
  { "first start", tour_walk_first_start, FALSE },
  { "import", tour_walk_import, TRUE },
  { "sign-in", tour_walk_sign_in, TRUE },
  { "practice", tour_walk_practice, FALSE },
  { "vehicles", tour_walk_vehicles, TRUE },
  { "manufacturer", tour_walk_manufacturer, TRUE },
  { "administrator", tour_walk_administrator, TRUE },
  { "people", tour_walk_people, FALSE },
  { "accounts", tour_walk_accounts, FALSE },
  { "disputes", tour_walk_disputes, FALSE },
  { "told", tour_walk_told, FALSE },
  { "cases", tour_walk_cases, FALSE },
  { "life", tour_walk_life, FALSE },
  { "allowances", tour_walk_allowances, FALSE },
  { "trades", tour_walk_trades, FALSE },
  { "years", tour_walk_years, FALSE },
  { "standard", tour_walk_standard, FALSE },
  { "credits", tour_walk_credits, FALSE },
  { "charges", tour_walk_charges, FALSE },
  { "fleet", tour_walk_fleet, FALSE },
};

static guint
walk_all (Tour *tour, const char *language, const char *only)
{
  guint n_failed = 0;
  gboolean lost = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      gint64 started = g_get_monotonic_time ();

      if (only != NULL && !g_str_equal (only, walks[i].name) && !walks[i].goes_on)
        lost = TRUE;
      else if (!walks[i].goes_on)
        {
          lost = FALSE;
          g_clear_pointer (&tour->at, gram_at_free);
          tour->at = gram_at_new (language);
          gram_at_set_failure_folder (tour->at, tour->folder);
        }
      if (lost)
        {
          n_failed += only == NULL;
          continue;
        }
      if (!walks[i].walk (tour))
        {
          const char *failure = gram_at_get_failure (tour->at);

          g_printerr ("gram-tour: %s: %s\n", walks[i].name, failure != NULL ? failure : "failed");
          n_failed++;
          lost = TRUE;
        }
      g_printerr ("gram-tour: %s: %" G_GINT64_FORMAT " s\n", walks[i].name,
                  (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
    }
  g_clear_pointer (&tour->at, gram_at_free);

  return n_failed;
}

/* The names in the walks are English; another language of the window is looked up in its catalogue. */
static gboolean
speaks_another_language (void)
{
  const char *locale = g_getenv ("LC_ALL");

  return locale != NULL && !g_str_has_prefix (locale, "C") && !g_str_has_prefix (locale, "POSIX")
         && !g_str_has_prefix (locale, "en");
}

int
main (int argc, char **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *only = NULL;
  const char *known_language = NULL;
  Tour tour = { .height = USUAL_HEIGHT };
  const GOptionEntry options[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, "Language of the window, for example de",
      "LANGUAGE" },
    { "height", 0, 0, G_OPTION_ARG_INT, &tour.height, "Height of the pictures", "PIXELS" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only this walk, and those that go on from it",
      "WALK" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  guint n_failed;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("gram-tour: %s\n", error != NULL ? error->message : "name one folder");
      return 2;
    }
  if (language != NULL)
    {
      known_language = g_str_equal (language, "de") ? "de_DE.UTF-8" : language;
      g_setenv ("LC_ALL", known_language, TRUE);
    }
  setlocale (LC_ALL, "");
  if (known_language == NULL && speaks_another_language ())
    known_language = g_getenv ("LC_ALL");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  tour.folder = argv[1];
  if (g_mkdir_with_parents (tour.folder, 0755) != 0)
    {
      g_printerr ("gram-tour: the folder %s cannot be made\n", tour.folder);
      return 2;
    }
  n_failed = walk_all (&tour, known_language, only);
  g_printerr ("gram-tour: %u pictures, %u walks failed\n", tour.n_pictures, n_failed);

  return n_failed > 0 ? 1 : 0;
}
