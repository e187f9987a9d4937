/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tidy-checks.h"

#include <string.h>

#define MAX_FILE_LINES 1000
#define MAX_C_LINES 600
#define MAX_FUNCTION_LINES 60

/* Calls that are not ours to make, where, and what to do instead. */
static const struct
{
  const char *pattern;
  const char *folder;
  const char *except;
  const char *instead;
} banned[] = {
  { "\\b(?:g_print|printf|puts|putchar)\\s*\\(", "app", "app/gramctl",
    "only gramctl writes to standard output" },
  { "\\b(?:g_usleep|usleep|sleep|nanosleep)\\s*\\(", "app", NULL,
    "wait for an event, not for a time" },
  { "\\b(?:system|popen)\\s*\\(", "app", NULL, "no shell" },
  { "\\b(?:strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atoll)\\s*\\(", "app", NULL,
    "has no bounds or errors" },
  { "\\bg_main_context_iteration\\s*\\(", "app", NULL, "no loop inside of the loop" },
  { "\\bg_thread_join\\s*\\(", "app/pages", NULL, "the main thread waits for no other" },
  { "\\bg_thread_join\\s*\\(", "app/widgets", NULL, "the main thread waits for no other" },
  { "\\bgtk_list_box_bind_model\\s*\\(", "app", NULL,
    "a list of data is a GtkColumnView or a GtkListView" },
  { "\\bGtkMultiSelection\\b|\\bgtk_multi_selection_new\\s*\\(", "app", NULL,
    "use our own selection model" },
  { "\\bG_DISABLE_ASSERT\\b", "app", NULL, "assertions stay on" },
  { "\\bg_test_skip\\s*\\(", "tests", NULL, "a test runs, or it is not there" },
};

static const char *const quantities[] = { "app/rules", "app/store", "app/registry", NULL };

static gboolean
is_hand_written (const TidySource *source)
{
  return tidy_source_is_c (source) || g_str_has_suffix (source->path, ".blp")
         || g_str_has_suffix (source->path, ".css") || g_str_has_suffix (source->path, ".build");
}

void
tidy_check_file_length (GPtrArray *sources, GString *complaints)
{
  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);
      guint lines = tidy_source_count_lines (source);
      guint most = g_str_has_suffix (source->path, ".c") ? MAX_C_LINES : MAX_FILE_LINES;

      if (is_hand_written (source) && lines > most)
        g_string_append_printf (complaints, "%s: %u lines, at most %u\n", source->path, lines,
                                most);
    }
}

static void
check_function (const TidySource *source, guint line, guint length, gpointer complaints)
{
  if (length > MAX_FUNCTION_LINES)
    g_string_append_printf (complaints, "%s:%u: a function of %u lines, at most %u\n", source->path,
                            line, length, MAX_FUNCTION_LINES);
}

void
tidy_check_function_length (GPtrArray *sources, GString *complaints)
{
  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);

      if (tidy_source_is_c (source))
        tidy_source_each_function (source, check_function, complaints);
    }
}

static void
complain (const TidySource *source, GRegex *pattern, const char *why, GString *complaints)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (pattern, source->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      int at = 0;

      g_match_info_fetch_pos (match, 0, &at, NULL);
      g_string_append_printf (complaints, "%s:%u: %s: %s\n", source->path,
                              tidy_source_line_at (source, (gsize)at), word, why);
    }
}

void
tidy_check_banned_calls (GPtrArray *sources, GString *complaints)
{
  for (gsize k = 0; k < G_N_ELEMENTS (banned); k++)
    {
      g_autoptr (GRegex) pattern = g_regex_new (banned[k].pattern, 0, 0, NULL);

      g_assert_nonnull (pattern);
      for (guint i = 0; i < sources->len; i++)
        {
          TidySource *source = g_ptr_array_index (sources, i);

          if (tidy_source_is_c (source) && tidy_source_is_in (source, banned[k].folder)
              && (banned[k].except == NULL || !g_str_has_prefix (source->path, banned[k].except)))
            complain (source, pattern, banned[k].instead, complaints);
        }
    }
}

void
tidy_check_floating_point (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GRegex) pattern = g_regex_new (
      "\\b(?:double|float|gdouble|gfloat|strtod|atof|g_strtod|g_ascii_strtod|json_\\w+_double|l?l?round|floor|ceil)\\b",
      0, 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);

      for (gsize k = 0; quantities[k] != NULL; k++)
        {
          if (tidy_source_is_c (source) && tidy_source_is_in (source, quantities[k]))
            complain (source, pattern, "quantities are integers", complaints);
        }
    }
}
