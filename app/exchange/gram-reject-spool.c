/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-reject-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "gram-csv-writer.h"
#include "gram-table-buffer.h"

/* How much is gathered before it goes to the file. */
#define ENOUGH (64 * 1024)

static const char *const column_names[] = {
  "row", "line", "field", "column", "rule", "value", "message", "suggestion",
};
#define N_COLUMNS G_N_ELEMENTS (column_names)

/* A temporary file that grows at its end. */
typedef struct
{
  int fd;
  GString *pending;
  gint64 length;
} Tail;

struct _GramRejectSpool
{
  gatomicrefcount references;
  /* Lines of CSV, and where each begins: 8 bytes a line, and one more for the end. */
  Tail lines;
  Tail places;
  gint64 n_problems;
  gint64 n_rows;
  gint64 last_row;
  gboolean sealed;
};

static gboolean
set_io_error (GError **error, GramExchangeError code, const char *what)
{
  int reason = errno;

  g_set_error (error, GRAM_EXCHANGE_ERROR, (int)code, "%s: %s", what, g_strerror (reason));
  return FALSE;
}

/* A file without a name. Where the file system cannot do that, the name goes right away. */
static int
open_nameless (const char *folder)
{
  g_autofree char *name = NULL;
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;
  name = g_build_filename (folder, "rejects-XXXXXX", NULL);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    g_unlink (name);
  return fd;
}

static int
open_temporary (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "gram", NULL);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = open_nameless (folder);
  return fd >= 0 ? fd : open_nameless (g_get_tmp_dir ());
}

static gboolean
tail_open (Tail *tail, GError **error)
{
  tail->pending = g_string_sized_new (ENOUGH + 4096);
  tail->fd = open_temporary ();
  if (tail->fd < 0)
    return set_io_error (error, GRAM_EXCHANGE_ERROR_WRITE,
                         _ ("The list of rejected rows cannot be written"));
  return TRUE;
}

static void
tail_close (Tail *tail)
{
  g_clear_fd (&tail->fd, NULL);
  if (tail->pending != NULL)
    g_string_free (g_steal_pointer (&tail->pending), TRUE);
}

static gboolean
tail_flush (Tail *tail, GError **error)
{
  gsize done = 0;

  while (done < tail->pending->len)
    {
      gssize put = write (tail->fd, tail->pending->str + done, tail->pending->len - done);

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return set_io_error (error, GRAM_EXCHANGE_ERROR_WRITE,
                             _ ("The list of rejected rows cannot be written"));
      done += (gsize)put;
    }
  tail->length += (gint64)done;
  g_string_truncate (tail->pending, 0);
  return TRUE;
}

static gboolean
tail_read (const Tail *tail, gpointer bytes, gsize n_bytes, gint64 place, GError **error)
{
  gsize done = 0;

  while (done < n_bytes)
    {
      gssize got = pread (tail->fd, (char *)bytes + done, n_bytes - done, place + (gint64)done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got == 0)
        errno = EIO;
      if (got <= 0)
        return set_io_error (error, GRAM_EXCHANGE_ERROR_READ,
                             _ ("The list of rejected rows cannot be read"));
      done += (gsize)got;
    }
  return TRUE;
}

static void
append_place (GramRejectSpool *self)
{
  gint64 place = self->lines.length + (gint64)self->lines.pending->len;

  g_string_append_len (self->places.pending, (const char *)&place, sizeof place);
}

static void
append_line (GString *line, const GramRowProblem *problem)
{
  const char *texts[] = {
    problem->field, problem->column,  problem->rule,
    problem->value, problem->message, problem->suggestion,
  };

  g_string_append_printf (line, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, problem->row,
                          problem->line);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_append_c (line, ',');
      gram_csv_append_field (line, texts[i], GRAM_CSV_GUARD);
    }
  g_string_append (line, "\r\n");
}

static const char *
unguarded (const GramSlice *field)
{
  return gram_csv_is_guarded (field->text) ? field->text + 1 : field->text;
}

/* Reads back a line that append_line() wrote. @text has room for one byte more. */
static GramRowProblem *
parse_line (char *text, gsize length, GError **error)
{
  GramSlice fields[GRAM_TABLE_MAX_COLUMNS];
  GramTableRecord record = { .fields = fields };
  GramTableBuffer buffer = { text, 0, length, TRUE, TRUE, 1 };
  GramRowProblem *problem;

  text[length] = '\n';
  if (gram_table_buffer_next_csv (&buffer, ',', 1, &record, error) != GRAM_TABLE_ROW)
    return NULL;
  g_assert (record.n_fields == N_COLUMNS);

  problem = g_new0 (GramRowProblem, 1);
  problem->row = g_ascii_strtoll (fields[0].text, NULL, 10);
  problem->line = g_ascii_strtoll (fields[1].text, NULL, 10);
  problem->field = g_strdup (unguarded (&fields[2]));
  problem->column = g_strdup (unguarded (&fields[3]));
  problem->rule = g_strdup (unguarded (&fields[4]));
  problem->value = g_strdup (unguarded (&fields[5]));
  problem->message = g_strdup (unguarded (&fields[6]));
  problem->suggestion = g_strdup (unguarded (&fields[7]));
  return problem;
}

GramRejectSpool *
gram_reject_spool_new (GError **error)
{
  g_autoptr (GramRejectSpool) self = g_new0 (GramRejectSpool, 1);

  g_atomic_ref_count_init (&self->references);
  self->lines.fd = self->places.fd = -1;
  self->last_row = -1;
  if (!tail_open (&self->lines, error) || !tail_open (&self->places, error))
    return NULL;
  return g_steal_pointer (&self);
}

GramRejectSpool *
gram_reject_spool_ref (GramRejectSpool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
gram_reject_spool_unref (GramRejectSpool *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  tail_close (&self->lines);
  tail_close (&self->places);
  g_free (self);
}

gboolean
gram_reject_spool_add (GramRejectSpool *self, const GramRowProblem *problem, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (problem != NULL, FALSE);
  g_return_val_if_fail (!self->sealed, FALSE);

  append_place (self);
  append_line (self->lines.pending, problem);
  self->n_problems++;
  if (problem->row != self->last_row)
    self->n_rows++;
  self->last_row = problem->row;
  if (self->lines.pending->len >= ENOUGH && !tail_flush (&self->lines, error))
    return FALSE;
  return self->places.pending->len < ENOUGH || tail_flush (&self->places, error);
}

gboolean
gram_reject_spool_add_all (GramRejectSpool *self, GPtrArray *problems, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  for (guint i = 0; i < problems->len; i++)
    if (!gram_reject_spool_add (self, g_ptr_array_index (problems, i), error))
      return FALSE;
  g_ptr_array_set_size (problems, 0);
  return TRUE;
}

gboolean
gram_reject_spool_seal (GramRejectSpool *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->sealed)
    return TRUE;
  append_place (self);
  if (!tail_flush (&self->lines, error) || !tail_flush (&self->places, error))
    return FALSE;
  self->sealed = TRUE;
  return TRUE;
}

gint64
gram_reject_spool_get_n_rows (GramRejectSpool *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

gint64
gram_reject_spool_get_n_problems (GramRejectSpool *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_problems;
}

GramRowProblem *
gram_reject_spool_get (GramRejectSpool *self, gint64 place, GError **error)
{
  g_autofree char *text = NULL;
  gint64 places[2];
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->sealed, NULL);
  g_return_val_if_fail (place >= 0 && place < self->n_problems, NULL);

  if (!tail_read (&self->places, places, sizeof places, place * (gint64)sizeof (gint64), error))
    return NULL;
  length = (gsize)(places[1] - places[0]);
  text = g_malloc (length + 1);
  if (!tail_read (&self->lines, text, length, places[0], error))
    return NULL;
  return parse_line (text, length, error);
}

static gboolean
copy_lines (GramRejectSpool *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *piece = g_malloc (ENOUGH);
  g_autoptr (GramCsvWriter) header = gram_csv_writer_new (stream, GRAM_CSV_BOM);

  for (gsize i = 0; i < N_COLUMNS; i++)
    gram_csv_writer_add (header, column_names[i]);
  if (!gram_csv_writer_end_row (header, cancellable, error)
      || !gram_csv_writer_finish (header, cancellable, error))
    return FALSE;

  for (gint64 place = 0; place < self->lines.length;)
    {
      gsize n = (gsize)MIN (ENOUGH, self->lines.length - place);

      if (!tail_read (&self->lines, piece, n, place, error)
          || !g_output_stream_write_all (stream, piece, n, NULL, cancellable, error))
        return FALSE;
      place += (gint64)n;
    }
  return TRUE;
}

gboolean
gram_reject_spool_save (GramRejectSpool *self,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) abandon = g_cancellable_new ();

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->sealed, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (copy_lines (self, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* Closing it cancelled leaves the file that was there before. */
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
  return FALSE;
}
