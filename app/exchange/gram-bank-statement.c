/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gram-bank-statement-private.h"

#define PIECE (64 * 1024)
#define EXCERPT 60
#define UTF8_MARK "\xef\xbb\xbf"

static void
line_free (gpointer data)
{
  GramBankStatementLine *self = data;

  g_free (self->payer);
  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

static void
problem_free (gpointer data)
{
  GramBankStatementProblem *self = data;

  g_free (self->field);
  g_free (self->value);
  g_free (self->message);
  g_free (self);
}

static GramBankStatement *
statement_new (void)
{
  GramBankStatement *self = g_new0 (GramBankStatement, 1);

  self->account = g_strdup ("");
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);

  return self;
}

void
gram_bank_statement_free (GramBankStatement *self)
{
  if (self == NULL)
    return;

  g_free (self->account);
  g_free (self->sha256);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

const char *
gram_bank_format_to_word (GramBankFormat format)
{
  return format == GRAM_BANK_FORMAT_CAMT ? "camt.053" : "csv";
}

static gboolean
check_room (const GramBankStatement *statement, GError **error)
{
  if (statement->lines->len + statement->problems->len < GRAM_BANK_STATEMENT_MAX_LINES)
    return TRUE;

  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
               _ ("The statement has more than %d lines. Ask the bank for shorter periods."),
               GRAM_BANK_STATEMENT_MAX_LINES);
  return FALSE;
}

/* The n-th line that says the same gets a key of its own, the same one in every file that has n of them. */
static char *
key_of (GramBankReading *self, const GramBankStatementLine *line, const char *identity)
{
  char day[GRAM_DATE_BUFFER];
  g_autofree char *said
      = g_strdup_printf ("%s\n%s\n%s\n%s\n%" PRId64 "\n%d\n%s\n%s",
                         gram_bank_format_to_word (self->statement->format),
                         self->statement->account, identity != NULL ? identity : "",
                         gram_date_print (day, line->date), line->amount, line->out, line->payer,
                         line->text);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, said)) + 1;
  g_autofree char *named = g_strdup_printf ("%s\n%u", said, n);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, named, -1);

  g_hash_table_replace (self->seen, g_steal_pointer (&said), GUINT_TO_POINTER (n));
  key[GRAM_BANK_KEY_LENGTH] = '\0';
  return key;
}

gboolean
_gram_bank_reading_add (GramBankReading *self,
                        const GramBankStatementLine *line,
                        const char *identity,
                        GError **error)
{
  GramBankStatementLine *copy;

  if (!check_room (self->statement, error))
    return FALSE;

  copy = g_memdup2 (line, sizeof *line);
  copy->payer = g_strdup (line->payer != NULL ? line->payer : "");
  copy->text = g_strdup (line->text != NULL ? line->text : "");
  copy->key = key_of (self, copy, identity);
  g_ptr_array_add (self->statement->lines, copy);
  return TRUE;
}

static char *
excerpt_of (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_utf8_strlen (valid, -1) <= EXCERPT)
    return g_steal_pointer (&valid);
  *g_utf8_offset_to_pointer (valid, EXCERPT) = '\0';
  return g_strconcat (valid, "…", NULL);
}

gboolean
_gram_bank_reading_fail (GramBankReading *self,
                         gint64 row,
                         const char *field,
                         const char *value,
                         const char *message,
                         GError **error)
{
  GramBankStatementProblem *problem;

  if (!check_room (self->statement, error))
    return FALSE;

  problem = g_new0 (GramBankStatementProblem, 1);
  problem->row = row;
  problem->field = g_strdup (field);
  problem->value = excerpt_of (value);
  problem->message = g_strdup (message);
  g_ptr_array_add (self->statement->problems, problem);
  return TRUE;
}

/* Characters that nobody sees, or that turn text around, are blanks here. */
static gboolean
is_shown (gunichar c)
{
  return !g_unichar_isspace (c) && !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

void
_gram_bank_text_append (GString *text, const char *part)
{
  g_autofree char *valid = g_utf8_make_valid (part != NULL ? part : "", -1);
  g_autoptr (GString) clean = g_string_new ("");
  gboolean gap = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_shown (c))
        {
          gap = clean->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (clean, ' ');
      gap = FALSE;
      g_string_append_unichar (clean, c);
    }

  if (clean->len == 0 || strstr (text->str, clean->str) != NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, clean->str);
}

static gboolean
is_xml (const char *text, gsize length)
{
  gsize at = length >= strlen (UTF8_MARK) && memcmp (text, UTF8_MARK, strlen (UTF8_MARK)) == 0
                 ? strlen (UTF8_MARK)
                 : 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return at < length && text[at] == '<';
}

GramBankStatement *
gram_bank_statement_read_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GramBankStatement) statement = statement_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GramBankReading reading = { statement, seen };
  const char *text;
  gsize length;
  gboolean read;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > GRAM_BANK_STATEMENT_MAX_BYTES)
    {
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                   _ ("The statement is larger than %d MB. Ask the bank for shorter periods."),
                   GRAM_BANK_STATEMENT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  statement->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  statement->format = is_xml (text, length) ? GRAM_BANK_FORMAT_CAMT : GRAM_BANK_FORMAT_CSV;
  read = statement->format == GRAM_BANK_FORMAT_CAMT
             ? _gram_bank_read_camt (&reading, text, length, error)
             : _gram_bank_read_csv (&reading, bytes, error);

  return read ? g_steal_pointer (&statement) : NULL;
}

static gboolean
fail_read (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ,
               /* Translators: the name of a file, and what is wrong with it */
               _ ("“%s” cannot be read: %s"), name, g_strerror (code));
  return FALSE;
}

/* At most one byte more than is read, so that too large a file is seen to be, whatever the file says of its size. */
static gboolean
read_all (int fd, const char *path, GByteArray *content, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);

  while (content->len <= GRAM_BANK_STATEMENT_MAX_BYTES)
    {
      gssize n = read (fd, piece, PIECE);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_read (path, errno, error);
      if (n == 0)
        return TRUE;
      g_byte_array_append (content, piece, (guint)n);
    }

  return TRUE;
}

GramBankStatement *
gram_bank_statement_read (const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  gboolean done;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  /* A pipe without a writer is not waited for. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    {
      fail_read (path, errno, error);
      return NULL;
    }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    done = fail_read (path, S_ISDIR (status.st_mode) ? EISDIR : EINVAL, error);
  else
    done = read_all (fd, path, content, error);
  close (fd);
  if (!done)
    return NULL;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  return gram_bank_statement_read_bytes (bytes, error);
}
