/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tidy-source.h"

#include <string.h>

typedef enum
{
  STATE_CODE,
  STATE_LINE_COMMENT,
  STATE_COMMENT,
  STATE_STRING,
} State;

/* Blanks @length bytes but keeps the ends of lines. */
static void
blank (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '\n')
        text[i] = ' ';
    }
}

static void
blank_comments_and_literals (TidySource *self)
{
  State state = STATE_CODE;
  char quote = 0;

  for (gsize i = 0; self->text[i] != '\0'; i++)
    {
      const char *at = self->text + i;
      gsize width = 1;

      switch (state)
        {
        case STATE_CODE:
          if (g_str_has_prefix (at, "//"))
            state = STATE_LINE_COMMENT;
          else if (g_str_has_prefix (at, "/*"))
            state = STATE_COMMENT;
          else if (*at == '"' || *at == '\'')
            {
              state = STATE_STRING;
              quote = *at;
            }
          if (state == STATE_COMMENT)
            width = 2;
          break;
        case STATE_LINE_COMMENT:
          if (*at == '\n')
            state = STATE_CODE;
          break;
        case STATE_COMMENT:
          if (g_str_has_prefix (at, "*/"))
            {
              blank (self->plain + i, 2);
              blank (self->code + i, 2);
              state = STATE_CODE;
              i++;
              continue;
            }
          break;
        case STATE_STRING:
          if (*at == '\\' && at[1] != '\0')
            {
              blank (self->code + i, 2);
              i++;
              continue;
            }
          if (*at == quote || *at == '\n')
            state = STATE_CODE;
          else
            blank (self->code + i, 1);
          break;
        default:
          g_assert_not_reached ();
        }

      if (state == STATE_LINE_COMMENT || state == STATE_COMMENT)
        {
          blank (self->plain + i, width);
          blank (self->code + i, width);
        }
      i += width - 1;
    }
}

TidySource *
tidy_source_new (const char *path, const char *text)
{
  TidySource *self = g_new0 (TidySource, 1);

  self->path = g_strdup (path);
  self->text = g_strdup (text);
  self->plain = g_strdup (text);
  self->code = g_strdup (text);
  blank_comments_and_literals (self);

  return self;
}

void
tidy_source_free (TidySource *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->text);
  g_free (self->plain);
  g_free (self->code);
  g_free (self);
}

gboolean
tidy_source_is_in (const TidySource *self, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (self->path, folder, length) == 0 && self->path[length] == '/';
}

gboolean
tidy_source_is_c (const TidySource *self)
{
  return g_str_has_suffix (self->path, ".c") || g_str_has_suffix (self->path, ".h");
}

guint
tidy_source_line_at (const TidySource *self, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset && self->text[i] != '\0'; i++)
    {
      if (self->text[i] == '\n')
        line++;
    }

  return line;
}

guint
tidy_source_count_lines (const TidySource *self)
{
  return tidy_source_line_at (self, G_MAXSIZE) - (g_str_has_suffix (self->text, "\n") ? 1 : 0);
}

/* A brace outside of all others opens a function where a closing parenthesis stands before it: not a type, not an
 * initializer. */
void
tidy_source_each_function (const TidySource *self, TidyFunction function, gpointer user_data)
{
  guint line = 1, start = 0, braces = 0, parentheses = 0;
  char before = 0;
  gboolean inside = FALSE;

  for (const char *at = self->code; *at != '\0'; at++)
    {
      if (*at == '\n')
        line++;
      else if (*at == '(')
        parentheses++;
      else if (*at == ')' && parentheses > 0)
        parentheses--;
      else if (*at == '{' && parentheses == 0)
        {
          if (braces == 0 && before == ')')
            {
              inside = TRUE;
              start = line;
            }
          braces++;
        }
      else if (*at == '}' && parentheses == 0 && braces > 0)
        {
          braces--;
          if (braces == 0 && inside)
            {
              function (self, start, line > start ? line - start - 1 : 0, user_data);
              inside = FALSE;
            }
        }

      if (!g_ascii_isspace (*at))
        before = *at;
    }
}

/* What stands at the top of a file: the code without what is in braces or parentheses and without preprocessor
 * lines. Names of functions and their opening parenthesis remain. */
char *
tidy_source_outside_braces (const TidySource *self)
{
  GString *top = g_string_new (self->code);
  guint depth = 0;
  gboolean directive = FALSE;

  for (gsize i = 0; i < top->len; i++)
    {
      char c = top->str[i];

      if (c == '#' && (i == 0 || top->str[i - 1] == '\n'))
        directive = TRUE;
      if (c == '\n' && (i == 0 || self->code[i - 1] != '\\'))
        directive = FALSE;
      if (directive)
        {
          blank (top->str + i, 1);
          continue;
        }
      if ((c == ')' || c == '}') && depth > 0)
        depth--;
      if (depth > 0)
        blank (top->str + i, 1);
      if (c == '(' || c == '{')
        depth++;
    }

  return g_string_free_and_steal (top);
}

static gboolean
is_source (const char *name)
{
  static const char *const suffixes[] = {
    ".c", ".h", ".blp", ".css", ".sql", ".in", ".in.in", ".xml", ".build", ".json", NULL,
  };

  if (g_str_equal (name, "LINGUAS"))
    return TRUE;
  for (gsize i = 0; suffixes[i] != NULL; i++)
    {
      if (g_str_has_suffix (name, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

static void
load_folder (const char *root, const char *folder, GPtrArray *sources)
{
  g_autofree char *place = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *full = g_build_filename (root, path, NULL);
      g_autofree char *text = NULL;

      if (*name == '.')
        continue;
      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        load_folder (root, path, sources);
      else if (is_source (name) && g_file_get_contents (full, &text, NULL, NULL))
        g_ptr_array_add (sources, tidy_source_new (path, text));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const TidySource *first = *(const TidySource *const *)a;
  const TidySource *second = *(const TidySource *const *)b;

  return strcmp (first->path, second->path);
}

GPtrArray *
tidy_tree_load (const char *root)
{
  static const char *const folders[] = { "app", "data", "ui", "po", "tests", NULL };
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify)tidy_source_free);

  for (gsize i = 0; folders[i] != NULL; i++)
    load_folder (root, folders[i], sources);
  g_ptr_array_sort (sources, compare_paths);

  return sources;
}
