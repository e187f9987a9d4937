/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-file.h"

#include "gram-check.h"
#include "gram-texts.h"

#include "gram-identifier.h"
#include "gram-table-sniff.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Wrong rows that a refusal names; the others are counted. */
#define MAX_NAMED 8
#define MAX_COLUMNS 12

static const GramText source_rule
    = { .name = "source", .title = N_ ("Source"), .max_length = 400, .needed = TRUE };

typedef struct
{
  GramCall *call;
  const char *single;
  GramTableReader *reader;
  const char *base_name;
  gsize n_columns;
  gsize places[MAX_COLUMNS];
  GramYearFileRow func;
  gpointer data;

  /* Owned References */
  GHashTable *seen;
  GString *problems;

  gint64 n_rows;
  guint n_wrong;
} Reading;

gboolean
gram_year_read_source (const char *typed,
                       const char *day,
                       GramDate today,
                       char **source,
                       GramDate *dated_on,
                       GramRefusal **refusal)
{
  if (!gram_text_check (&source_rule, typed, source, refusal))
    return FALSE;
  if (!gram_date_parse (day, GRAM_DATE_ISO, dated_on, NULL))
    return gram_refuse (refusal, "date.form", NULL,
                        _ ("“%s” is not a date; write it like 2026-03-31"), day != NULL ? day : "");
  if (gram_date_compare (*dated_on, today) > 0)
    return gram_refuse (refusal, "source.day", NULL,
                        _ ("The source lies in the future; name today or a day before"));
  return TRUE;
}

static gboolean
refuse_unreadable (const Reading *self, const GError *problem, GramRefusal **refusal)
{
  return gram_refuse (refusal, "file.unreadable", NULL, _ ("The file “%s” cannot be read: %s"),
                      self->base_name, problem->message);
}

static GramTableReader *
open_reader (const Reading *self, const char *path, GramRefusal **refusal)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GramTableSniff) sniff = gram_table_sniff (path, &problem);
  GramTableReader *reader = NULL;

  if (sniff != NULL)
    reader = gram_table_reader_open (path, &sniff->layout, &problem);
  if (reader == NULL)
    refuse_unreadable (self, problem, refusal);
  return reader;
}

static gboolean
find_columns (Reading *self, const char *const *columns, GramRefusal **refusal)
{
  const char *const *there = gram_table_reader_get_columns (self->reader);

  self->n_columns = g_strv_length ((char **)columns);
  g_assert (self->n_columns <= MAX_COLUMNS);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      gsize place = 0;

      while (there[place] != NULL && g_ascii_strcasecmp (there[place], columns[i]) != 0)
        place++;
      if (there[place] == NULL)
        return gram_refuse (refusal, "file.columns", NULL,
                            _ ("The file “%s” has no column “%s”; name its columns in the first "
                               "line"),
                            self->base_name, columns[i]);
      self->places[i] = place;
    }
  return TRUE;
}

/* The account of a row: of the CCTS, one for which the sender could enter the figure by hand, and named once. */
static gboolean
find_account (Reading *self,
              const char *text,
              GramAccountRecord **account,
              GramRefusal **refusal,
              GError **error)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  if (!gram_account_number_parse (text, number, NULL))
    return gram_refuse (refusal, "account.number", NULL, _ ("“%s” is not an account number"), text);
  if (!gram_account_table_get_by_number (self->call->store, number, account, error))
    return FALSE;
  if (*account == NULL || gram_account_kind_scheme ((*account)->kind) != GRAM_SCHEME_CCTS
      || (*account)->unassigned)
    return gram_refuse (refusal, "account.unknown", NULL,
                        _ ("There is no account %s of the CCTS here"), number);
  if (!_gram_check_allowed (self->call->registry, gram_command_find (self->single),
                            self->call->person, *account, refusal, error))
    return FALSE;
  if (g_hash_table_add (self->seen, g_strdup (number)))
    return TRUE;
  return gram_refuse (refusal, "file.twice", NULL, _ ("Account %s is named twice"), number);
}

static gboolean
take_row (Reading *self, const GramTableRow *row, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GStrv) values = g_new0 (char *, self->n_columns + 1);

  if (row->damage != GRAM_TABLE_SOUND)
    return gram_refuse (refusal, "file.damaged", NULL, _ ("The line is damaged"));
  for (gsize i = 0; i < self->n_columns; i++)
    values[i] = g_strstrip (g_strdup (row->fields[self->places[i]].text));
  return find_account (self, values[0], &account, refusal, error)
         && self->func (account, (const char *const *)values, self->data, refusal, error);
}

static void
note_problem (Reading *self, gint64 line, const GramRefusal *refusal)
{
  self->n_wrong++;
  if (self->n_wrong > MAX_NAMED)
    return;
  if (self->problems->len > 0)
    g_string_append_c (self->problems, '\n');
  /* Translators: a line of a file, and what is wrong with it */
  g_string_append_printf (self->problems, _ ("Line %" PRId64 ": %s"), line, refusal->message);
}

static gboolean
read_rows (Reading *self, GramRefusal **refusal, GError **error)
{
  for (;;)
    {
      g_autoptr (GramRefusal) wrong = NULL;
      g_autoptr (GError) problem = NULL;
      const GramTableRow *row;
      GramTableStep step = gram_table_reader_next (self->reader, &row, &problem);

      if (step == GRAM_TABLE_ERROR)
        return refuse_unreadable (self, problem, refusal);
      if (step == GRAM_TABLE_DONE)
        return TRUE;
      self->n_rows++;
      if (self->n_rows > GRAM_YEAR_FILE_MAX_ROWS)
        return gram_refuse (refusal, "file.too-long", NULL,
                            _ ("The file “%s” has more than %d rows; divide it"), self->base_name,
                            GRAM_YEAR_FILE_MAX_ROWS);
      if (take_row (self, row, &wrong, error))
        continue;
      if (wrong == NULL)
        return FALSE;
      note_problem (self, row->line, wrong);
    }
}

static gboolean
refuse_rows (const Reading *self, GramRefusal **refusal)
{
  if (self->n_wrong > MAX_NAMED)
    return gram_refuse (refusal, "file.rows", NULL,
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%u row of “%s” is wrong and nothing was brought in. The "
                                     "first ones are:\n%s",
                                     "%u rows of “%s” are wrong and nothing was brought in. The "
                                     "first ones are:\n%s",
                                     self->n_wrong),
                        self->n_wrong, self->base_name, self->problems->str);
  return gram_refuse (refusal, "file.rows", NULL,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u row of “%s” is wrong and nothing was brought in:\n%s",
                                   "%u rows of “%s” are wrong and nothing was brought in:\n%s",
                                   self->n_wrong),
                      self->n_wrong, self->base_name, self->problems->str);
}

gboolean
gram_year_file_read (GramCall *call,
                     const char *single,
                     const char *const *columns,
                     GramYearFileRow func,
                     gpointer data,
                     gint64 *n_rows,
                     GramRefusal **refusal,
                     GError **error)
{
  const char *path = gram_call_get_string (call, "file");
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *base_name = g_utf8_make_valid (base, -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autoptr (GramTableReader) reader = NULL;
  Reading self = {
    .call = call,
    .single = single,
    .base_name = base_name,
    .func = func,
    .data = data,
    .seen = seen,
    .problems = problems,
  };

  reader = open_reader (&self, path, refusal);
  self.reader = reader;
  if (reader == NULL || !find_columns (&self, columns, refusal)
      || !read_rows (&self, refusal, error))
    return FALSE;
  if (self.n_wrong > 0)
    return refuse_rows (&self, refusal);
  if (self.n_rows == 0)
    return gram_refuse (refusal, "file.empty", NULL, _ ("The file “%s” has no rows"), base_name);
  gram_call_note (call, "file-sha256", gram_table_reader_get_sha256 (reader));
  *n_rows = self.n_rows;
  return TRUE;
}
