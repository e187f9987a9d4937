/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tidy-checks.h"

#include <string.h>

/* The floors of the house, from the ground up. gramctl is app/gramctl.c and app/gramctl-….c. Two folders on one floor do not know each other. */
static const struct
{
  const char *folder;
  int floor;
} floors[] = {
  { "app/rules", 0 },    { "app/store", 1 },   { "app/exchange", 1 },
  { "app/registry", 2 }, { "app/gramctl", 3 }, { "app/model", 3 },
  { "app/widgets", 4 },  { "app/pages", 5 },   { "app/main", 6 },
};

static const char *const below_widgets[] = {
  "app/rules", "app/store", "app/exchange", "app/registry", "app/model", "app/gramctl", NULL,
};

static gboolean
is_part_of (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && strchr ("/.-", path[length]) != NULL;
}

static gssize
floor_of (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      if (is_part_of (path, floors[i].folder))
        return (gssize)i;
    }

  return -1;
}

static GHashTable *
find_headers (GPtrArray *sources, GString *complaints)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);
      g_autofree char *name = g_path_get_basename (source->path);
      const TidySource *other = g_hash_table_lookup (headers, name);

      if (!tidy_source_is_in (source, "app") || !g_str_has_suffix (name, ".h"))
        continue;
      if (other != NULL)
        g_string_append_printf (complaints, "%s: has the name of %s\n", source->path, other->path);
      else
        g_hash_table_insert (headers, g_steal_pointer (&name), source);
    }

  return headers;
}

static void
check_include (const TidySource *source, const TidySource *header, guint line, GString *complaints)
{
  gssize from = floor_of (source->path);
  gssize to = floor_of (header->path);

  if (from == to || (from >= 0 && to >= 0 && floors[to].floor < floors[from].floor))
    return;
  g_string_append_printf (complaints, "%s:%u: must not know %s\n", source->path, line,
                          header->path);
}

void
tidy_check_layers (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GHashTable) headers = find_headers (sources, complaints);
  g_autoptr (GRegex) include
      = g_regex_new ("^\\s*#\\s*include\\s+[\"<](?:[^\">\n]*/)?([^\"/>\n]+)[\">]",
                     G_REGEX_MULTILINE, 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);
      g_autoptr (GMatchInfo) match = NULL;

      if (!tidy_source_is_in (source, "app") || !tidy_source_is_c (source))
        continue;
      if (floor_of (source->path) < 0)
        g_string_append_printf (complaints, "%s: stands in no folder of the house\n", source->path);
      for (g_regex_match (include, source->plain, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);
          const TidySource *header = g_hash_table_lookup (headers, name);
          int at = 0;

          g_match_info_fetch_pos (match, 1, &at, NULL);
          if (header != NULL)
            check_include (source, header, tidy_source_line_at (source, (gsize)at), complaints);
        }
    }
}

static void
complain_of_matches (const TidySource *source,
                     GRegex *pattern,
                     const char *why,
                     GString *complaints)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (pattern, source->plain, 0, &match); g_match_info_matches (match);
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
tidy_check_database (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\bsqlite3\\w*", 0, 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);
      gboolean build = g_str_has_suffix (source->path, "meson.build");

      if (tidy_source_is_in (source, "app") && !tidy_source_is_in (source, "app/store")
          && (build || tidy_source_is_c (source)))
        complain_of_matches (source, pattern, "only app/store knows the database engine",
                             complaints);
    }
}

void
tidy_check_toolkit (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GRegex) pattern
      = g_regex_new ("\\b(?:gtk|gdk|adw)_\\w+|\\b(?:Gtk|Gdk|Adw)[A-Z]\\w*|<(?:gtk/|adwaita)"
                     "|dependency \\('(?:gtk4|libadwaita-1)'",
                     0, 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);

      for (gsize k = 0; below_widgets[k] != NULL; k++)
        {
          if (is_part_of (source->path, below_widgets[k]))
            complain_of_matches (source, pattern, "the toolkit begins at app/widgets", complaints);
        }
    }
}

/* ui/pages/vehicles/gram-x.blp is the template of app/pages/vehicles/gram-x.c. */
void
tidy_check_templates (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sources->len; i++)
    g_hash_table_add (paths, ((TidySource *)g_ptr_array_index (sources, i))->path);

  for (guint i = 0; i < sources->len; i++)
    {
      TidySource *source = g_ptr_array_index (sources, i);
      g_autofree char *mirror = NULL;

      if (!g_str_has_suffix (source->path, ".blp"))
        continue;
      mirror = g_strdup_printf ("app/%.*s.c", (int)strlen (source->path) - 7, source->path + 3);
      if (!tidy_source_is_in (source, "ui") || !g_hash_table_contains (paths, mirror))
        g_string_append_printf (complaints, "%s: there is no %s\n", source->path, mirror);
      if (strstr (source->code, "template $Gram") == NULL)
        g_string_append_printf (complaints, "%s: has no template $Gram…\n", source->path);
    }
}
