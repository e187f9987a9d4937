/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gram-table-encoding.h"

/* Bytes read at once where they have to be decoded. */
#define PIECE (64 * 1024)
/* The most bytes of UTF-8 that one byte of another encoding becomes. */
#define GROWTH 3

struct _GramTableSource
{
  GramTableEncoding encoding;
  char *path;
  int fd;
  GBytes *bytes;
  gsize bytes_place;
  gint64 n_read;
  gint64 n_total;
  gboolean at_end;
  GChecksum *checksum;

  /* Not yet decoded; unused for UTF-8. */
  guint8 *piece;
  gsize n_piece;
};

static GramTableSource *
source_new (GramTableEncoding encoding)
{
  GramTableSource *self = g_new0 (GramTableSource, 1);

  self->encoding = encoding;
  self->fd = -1;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (encoding != GRAM_TABLE_UTF8)
    self->piece = g_malloc (PIECE);
  return self;
}

static gboolean
set_read_error (GramTableSource *self, GError **error)
{
  int code = errno;

  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ,
               _ ("The file “%s” cannot be read: %s"), self->path, g_strerror (code));
  return FALSE;
}

/* Reads until @room is full or the file ends, so that callers see few pieces. */
static gboolean
read_bytes (GramTableSource *self, guint8 *bytes, gsize room, gsize *n_read, GError **error)
{
  gsize n = 0;

  if (self->bytes != NULL)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (self->bytes, &size);

      n = MIN (room, size - self->bytes_place);
      if (n > 0)
        memcpy (bytes, data + self->bytes_place, n);
      self->bytes_place += n;
      self->at_end = self->bytes_place == size;
    }
  while (self->bytes == NULL && n < room && !self->at_end)
    {
      gssize got = read (self->fd, bytes + n, room - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return set_read_error (self, error);
      self->at_end = got == 0;
      n += (gsize)got;
    }
  g_checksum_update (self->checksum, bytes, (gssize)n);
  self->n_read += (gint64)n;
  *n_read = n;
  return TRUE;
}

/* The mark of another encoding than the chosen one leaves no doubt that the choice is wrong. */
static gboolean
pass_over_mark (GramTableSource *self, guint8 *bytes, gsize *n_bytes, GError **error)
{
  GramTableEncoding marked = self->encoding;
  gsize mark = gram_table_encoding_mark (bytes, *n_bytes, &marked);

  if (marked != self->encoding)
    {
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_ENCODING,
                   _ ("The file begins with the byte order mark of %s. Choose this encoding "
                      "instead of %s."),
                   gram_table_encoding_word (marked), gram_table_encoding_word (self->encoding));
      return FALSE;
    }
  if (mark > 0)
    memmove (bytes, bytes + mark, *n_bytes - mark);
  *n_bytes -= mark;
  return TRUE;
}

static gboolean
read_decoded (GramTableSource *self, char *text, gsize room, gsize *n_written, GError **error)
{
  gsize n = 0;

  while (room - n >= PIECE * GROWTH && !self->at_end)
    {
      gboolean first = self->n_read == 0;
      gsize got;
      gsize used;

      if (!read_bytes (self, self->piece + self->n_piece, PIECE - self->n_piece, &got, error))
        return FALSE;
      self->n_piece += got;
      if (first && !pass_over_mark (self, self->piece, &self->n_piece, error))
        return FALSE;
      n += gram_table_encoding_decode (self->encoding, self->piece, self->n_piece, self->at_end,
                                       text + n, &used);
      self->n_piece -= used;
      memmove (self->piece, self->piece + used, self->n_piece);
    }
  *n_written = n;
  return TRUE;
}

GramTableSource *
gram_table_source_open (const char *path, GramTableEncoding encoding, GError **error)
{
  g_autoptr (GramTableSource) self = source_new (encoding);
  struct stat about;

  self->path = g_strdup (path);
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (self->fd < 0 || fstat (self->fd, &about) != 0)
    {
      set_read_error (self, error);
      return NULL;
    }
  if (S_ISDIR (about.st_mode))
    {
      errno = EISDIR;
      set_read_error (self, error);
      return NULL;
    }
  if (S_ISREG (about.st_mode))
    self->n_total = about.st_size;
  return g_steal_pointer (&self);
}

GramTableSource *
gram_table_source_new_for_bytes (GBytes *bytes, GramTableEncoding encoding)
{
  GramTableSource *self = source_new (encoding);

  self->bytes = g_bytes_ref (bytes);
  self->n_total = (gint64)g_bytes_get_size (bytes);
  return self;
}

void
gram_table_source_free (GramTableSource *self)
{
  if (self == NULL)
    return;
  g_clear_fd (&self->fd, NULL);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->path);
  g_free (self->piece);
  g_free (self);
}

gboolean
gram_table_source_read (GramTableSource *self,
                        char *text,
                        gsize room,
                        gsize *n_written,
                        gboolean *at_end,
                        GError **error)
{
  gboolean first = self->n_read == 0;

  g_assert (room >= PIECE * GROWTH);

  *n_written = 0;
  if (self->encoding != GRAM_TABLE_UTF8)
    {
      if (!read_decoded (self, text, room, n_written, error))
        return FALSE;
    }
  else
    {
      if (!read_bytes (self, (guint8 *)text, room, n_written, error))
        return FALSE;
      if (first && !pass_over_mark (self, (guint8 *)text, n_written, error))
        return FALSE;
    }
  *at_end = self->at_end;
  return TRUE;
}

gint64
gram_table_source_get_bytes_read (GramTableSource *self)
{
  return self->n_read;
}

gint64
gram_table_source_get_bytes_total (GramTableSource *self)
{
  return self->n_total;
}

const char *
gram_table_source_get_sha256 (GramTableSource *self)
{
  g_return_val_if_fail (self->at_end, NULL);

  return g_checksum_get_string (self->checksum);
}
