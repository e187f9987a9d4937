/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tidy-checks.h"

#include <string.h>

static const TidySource *
find_source (GPtrArray *sources, const char *path)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const TidySource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->path, path))
        return source;
    }

  return NULL;
}

/* Has the file a text for translators? */
static gboolean
has_texts (const TidySource *source)
{
  gboolean in_code = (tidy_source_is_in (source, "app") && tidy_source_is_c (source))
                     || g_str_has_suffix (source->path, ".blp");
  gboolean in_data = tidy_source_is_in (source, "data")
                     && (g_str_has_suffix (source->path, ".desktop.in")
                         || g_str_has_suffix (source->path, ".xml.in")
                         || g_str_has_suffix (source->path, ".in.in"));

  return in_data
         || (in_code
             && g_regex_match_simple (
                 "(?<!\\w)(?:_|N_|NP_|Q_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\\s*\\(\\s*"
                 "(?:GETTEXT_PACKAGE\\s*,\\s*)?\"",
                 source->code, 0, 0));
}

/* A text for translators with one of GLib's macros in it: xgettext does not know them. */
#define CUT_TEXT                                                                                                  \
  "(?<!\\w)(?:NP?_|_|Q_|C_|NC_|g?_?d?ngettext)\\s*\\((?:\\s|,|GETTEXT_PACKAGE|PRI\\w+|\"(?:[^\"\\\\]|\\\\.)*\")*" \
  "G_G\\w+_(?:FORMAT|MODIFIER)"

/* po/POTFILES.in names every file with a text in it, and none that is not there. */
void
tidy_check_translations (GPtrArray *sources, GString *complaints)
{
  const TidySource *list = find_source (sources, "po/POTFILES.in");
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = g_strsplit (list == NULL ? "" : list->text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (!g_hash_table_add (listed, lines[i]))
        g_string_append_printf (complaints, "po/POTFILES.in: names %s twice\n", lines[i]);
      if (find_source (sources, lines[i]) == NULL)
        g_string_append_printf (complaints, "po/POTFILES.in: there is no %s\n", lines[i]);
    }

  for (guint i = 0; i < sources->len; i++)
    {
      const TidySource *source = g_ptr_array_index (sources, i);

      if (has_texts (source) && !g_hash_table_contains (listed, source->path))
        g_string_append_printf (complaints, "%s: is not in po/POTFILES.in\n", source->path);
      if (g_regex_match_simple (CUT_TEXT, source->code, 0, 0))
        g_string_append_printf (complaints,
                                "%s: translators see no more of a text than what stands before "
                                "G_…_FORMAT; write PRId64 or %%zu\n",
                                source->path);
      if (g_str_has_suffix (source->path, ".blp")
          && g_regex_match_simple ("\\b[CN]?_\\s*\\(\\s*'", source->code, 0, 0))
        g_string_append_printf (complaints, "%s: translators lose texts in single quotes\n",
                                source->path);
    }
}

static gboolean
is_documented (GPtrArray *sources, const TidySource *header, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (header->path);
  g_autofree char *pattern = g_strdup_printf ("/\\*\\*\\n \\* %s:[ \\n]", name);

  if (g_regex_match_simple (pattern, header->text, 0, 0))
    return TRUE;
  for (guint i = 0; i < sources->len; i++)
    {
      const TidySource *source = g_ptr_array_index (sources, i);
      g_autofree char *place = g_path_get_dirname (source->path);

      if (g_str_equal (place, folder) && g_str_has_suffix (source->path, ".c")
          && g_regex_match_simple (pattern, source->text, 0, 0))
        return TRUE;
    }

  return FALSE;
}

/* A header is public when a source of another folder reads it. */
static gboolean
is_public (GPtrArray *sources, const TidySource *header)
{
  g_autofree char *folder = g_path_get_dirname (header->path);
  g_autofree char *name = g_path_get_basename (header->path);
  g_autofree char *include = g_strdup_printf ("#include \"%s\"", name);

  for (guint i = 0; i < sources->len; i++)
    {
      const TidySource *source = g_ptr_array_index (sources, i);
      g_autofree char *place = g_path_get_dirname (source->path);

      if (tidy_source_is_in (source, "app") && !g_str_equal (place, folder)
          && strstr (source->plain, include) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What needs no words: the type, the error domain, a getter that only takes its object. */
static gboolean
is_obvious (const char *declaration)
{
  return g_regex_match_simple (
      "^\\w+_(?:get_type|quark) |^\\w+_get_\\w+ \\((?:const )?Gram\\w+ \\*self\\)", declaration, 0,
      0);
}

/* Every function in a public header has its comment, there or where it is defined. */
void
tidy_check_comments (GPtrArray *sources, GString *complaints)
{
  g_autoptr (GRegex) declaration = g_regex_new ("\\b(gram_\\w+)\\s*\\(", 0, 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const TidySource *source = g_ptr_array_index (sources, i);
      g_autofree char *top = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!tidy_source_is_in (source, "app") || !g_str_has_suffix (source->path, ".h")
          || !is_public (sources, source))
        continue;
      top = tidy_source_outside_braces (source);
      for (g_regex_match (declaration, top, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);
          int at = 0;

          g_match_info_fetch_pos (match, 1, &at, NULL);
          if (!is_obvious (source->code + at) && !is_documented (sources, source, name))
            g_string_append_printf (complaints, "%s:%u: %s() has no comment\n", source->path,
                                    tidy_source_line_at (source, (gsize)at), name);
        }
    }
}
