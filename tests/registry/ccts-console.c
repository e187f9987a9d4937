/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-console.h"

#include "gram-identifier.h"

#include <string.h>

#define AS_ADA "-r|@@|-u|" CONSOLE_EMAIL "|--today|"

/* What a line of the batch is told. */
typedef struct
{
  char *line;
  char *refusal;
  char *member;
  gint64 number;
} Expected;

static void
expected_free (gpointer data)
{
  Expected *self = data;

  g_free (self->line);
  g_free (self->refusal);
  g_free (self->member);
  g_free (self);
}

static void
set_up (CctsConsole *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->console.path = gram_test_dir_file (self->dir, "ccts.gram");
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->batch = g_string_new (NULL);
  self->expected = g_ptr_array_new_with_free_func (expected_free);
  self->today = g_strdup ("2026-01-05");
  g_assert_cmpint (console_run (&self->console, "init|@@|--administrator|" CONSOLE_EMAIL
                                                "|--kind|practice|--empty|--name|Ada"),
                   ==, 0);
}

static void
tear_down (CctsConsole *self, gconstpointer data)
{
  g_hash_table_unref (self->numbers);
  g_string_free (self->batch, TRUE);
  g_ptr_array_unref (self->expected);
  g_free (self->today);
  g_free (self->console.path);
  g_free (self->console.output);
  g_free (self->console.messages);
  gram_test_dir_free (self->dir);
}

void
ccts_console_add (const char *path, gconstpointer data, CctsConsoleTest test)
{
  g_test_add (path, CctsConsole, data, set_up, test, tear_down);
}

char *
ccts_console_dup_number (CctsConsole *self, const char *holder)
{
  return g_strdup (g_hash_table_lookup (self->numbers, holder));
}

/* JSON of it: ' for ", and numbers of accounts in their places. */
static char *
dup_json (CctsConsole *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *number = i % 2 == 1 && *parts[i] == '@'
                               ? g_hash_table_lookup (self->numbers, parts[i] + 1)
                               : NULL;

      g_assert_true (number != NULL || *parts[i] != '@');
      g_string_append_printf (json, "%s%s", i > 0 ? "\"" : "", number != NULL ? number : parts[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&json));
}

void
ccts_console_do (CctsConsole *self, const char *refusal, const char *format, ...)
{
  Expected *expected = g_new0 (Expected, 1);
  g_autofree char *json = NULL;
  char *arguments;
  va_list args;

  va_start (args, format);
  expected->line = g_strdup_vprintf (format, args);
  va_end (args);
  expected->refusal = g_strdup (refusal);
  arguments = strchr (expected->line, ' ');
  json = dup_json (self, arguments + 1);
  g_string_append_printf (self->batch, "{\"do\": \"%.*s\", \"with\": %s}\n",
                          (int)(arguments - expected->line), expected->line, json);
  g_ptr_array_add (self->expected, expected);
}

void
ccts_console_answers (CctsConsole *self, const char *member, gint64 number)
{
  Expected *expected = self->expected->pdata[self->expected->len - 1];

  g_set_str (&expected->member, member);
  expected->number = number;
}

/* One line of what the batch told. */
static void
check_line (const Expected *expected, const char *line)
{
  g_autoptr (JsonNode) node = console_parse (line);
  JsonObject *told = json_node_get_object (node);
  const char *id = "";

  g_test_message ("%s -> %s", expected->line, line);
  if (json_object_has_member (told, "refused"))
    id = json_object_get_string_member (json_object_get_object_member (told, "refused"), "id");
  g_assert_cmpstr (id, ==, expected->refusal);
  if (expected->member != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, expected->number);

      /* Sums travel as texts. */
      g_assert_cmpstr (json_object_get_string_member (told, expected->member), ==, number);
    }
}

void
ccts_console_send (CctsConsole *self)
{
  g_autofree char *line = g_strconcat (AS_ADA, self->today, "|batch", NULL);
  g_auto (GStrv) told = NULL;

  if (self->expected->len == 0)
    return;
  console_run_with (&self->console, NULL, self->batch->str, line);
  g_assert_cmpint (self->console.status, <=, 1);
  told = g_strsplit (self->console.output, "\n", -1);
  g_assert_cmpuint (g_strv_length (told), ==, self->expected->len + 1);
  for (guint i = 0; i < self->expected->len; i++)
    check_line (self->expected->pdata[i], told[i]);
  g_string_truncate (self->batch, 0);
  g_ptr_array_set_size (self->expected, 0);
}

void
ccts_console_begin (CctsConsole *self, const char *day)
{
  ccts_console_send (self);
  g_set_str (&self->today, day);
}

/* Numbers go up, so they are known before the account is there. */
void
ccts_console_open (CctsConsole *self, const char *holder)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  g_assert_true (gram_account_number_make (g_hash_table_size (self->numbers) + 1, number, NULL));
  g_hash_table_insert (self->numbers, g_strdup (holder), g_strdup (number));
  ccts_console_do (self, "",
                   "account.open {'kind': 'ccts', 'holder': '%s', 'contact-name': 'Ada',"
                   " 'contact-email': 'ada@example.org'}",
                   holder);
}

/* `CARS:CO2[:SAVING[:CORRECTED[:CODES]]]`: one row, or with * before it a row for each car. */
static void
append_segment (GString *csv, const char *holder, guint *row, const char *segment)
{
  gboolean each = *segment == '*';
  g_auto (GStrv) parts = g_strsplit (segment + (each ? 1 : 0), ":", 5);
  guint n = g_strv_length (parts);
  guint rows = each ? (guint)g_ascii_strtoull (parts[0], NULL, 10) : 1;

  for (guint i = 0; i < rows; i++)
    g_string_append_printf (csv, "t:%s:%u,Make,Model,2025-06-16,ready,%s,%s,%s,%s,%s\n", holder,
                            ++*row, each ? "1" : parts[0], parts[1], n > 2 ? parts[2] : "",
                            n > 3 ? parts[3] : "", n > 4 ? parts[4] : "");
}

void
ccts_console_fleet (CctsConsole *self, const char *holder, const char *fleet)
{
  g_autoptr (GString) csv
      = g_string_new ("register_key,make,model,registered_on,status,units,co2_g_km,saving_g_km,"
                      "corrected_g_km,eco_codes\n");
  g_auto (GStrv) segments = g_strsplit (fleet, " ", -1);
  g_autofree char *name = g_strdup_printf ("%s-%u.csv", holder, self->expected->len);
  g_autofree char *path = NULL;
  guint row = self->expected->len * 10000;

  for (char **segment = segments; *segment != NULL; segment++)
    append_segment (csv, holder, &row, *segment);
  path = gram_test_dir_write (self->dir, name, csv->str);
  ccts_console_do (self, "", "vehicle.import {'account': '@%s', 'file': '%s', 'preset': 'gram'}",
                   holder, path);
}

void
ccts_console_baseline (CctsConsole *self, const char *holder, const char *value)
{
  ccts_console_do (self, "",
                   "baseline.set {'account': '@%s', 'year': 2025, 'value': '%s', 'source':"
                   " 'Schedule 1', 'dated-on': '2026-04-30', 'reason': 'Facts §11.'}",
                   holder, value);
}

int
ccts_console_run (CctsConsole *self, const char *words)
{
  g_autofree char *line = g_strconcat (AS_ADA, self->today, "|", words, NULL);

  return console_run_with (&self->console, NULL, NULL, line);
}

JsonNode *
ccts_console_ask (CctsConsole *self, const char *words)
{
  g_assert_cmpint (ccts_console_run (self, words), ==, 0);
  return console_parse (self->console.output);
}

void
ccts_console_check (CctsConsole *self)
{
  g_assert_cmpint (console_run (&self->console, "-r|@@|verify"), ==, 0);
}
