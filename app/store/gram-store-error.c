/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* clang-format off: it takes the name for a subtraction */
G_DEFINE_QUARK (gram - store - error - quark, gram_store_error)
/* clang-format on */

static gboolean
is_out_of_space (GramStore *self, int code)
{
  int system_error;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR)
    return FALSE;
  system_error = sqlite3_system_errno (self->db);
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

static GramStoreError
code_for (GramStore *self, int code)
{
  if (is_out_of_space (self, code))
    return GRAM_STORE_ERROR_FULL;
  if (code == SQLITE_CORRUPT_VTAB || (code & 0xff) == SQLITE_CORRUPT
      || (code & 0xff) == SQLITE_NOTADB || code == SQLITE_IOERR_SHORT_READ)
    return GRAM_STORE_ERROR_CORRUPT;
  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return GRAM_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return GRAM_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return GRAM_STORE_ERROR_CONSTRAINT;
    default:
      return GRAM_STORE_ERROR_ENGINE;
    }
}

/* What a person reads; NULL where only the engine's own words can help. */
static const char *
sentence_for (GramStoreError code)
{
  switch (code)
    {
    case GRAM_STORE_ERROR_FULL:
      return _ (
          "The disk that holds “%s” is full. Nothing was changed: make room on it, then try again.");
    case GRAM_STORE_ERROR_CORRUPT:
      return _ (
          "“%s” is damaged and cannot be read completely. Leave the file as it is and go on with its newest backup.");
    case GRAM_STORE_ERROR_READ_ONLY:
      return _ (
          "“%s” or its folder cannot be written. Nothing was changed: ask for permission to write both, or move the registry to a folder of yours.");
    case GRAM_STORE_ERROR_BUSY:
      return _ (
          "Another program is writing to “%s”. Nothing was changed: wait until it has finished, then try again.");
    case GRAM_STORE_ERROR_CONSTRAINT:
      return _ ("“%s” refused a record that breaks one of its rules. Nothing was changed.");
    case GRAM_STORE_ERROR_ENGINE:
      return _ ("“%s” could not be read or written.");
    case GRAM_STORE_ERROR_NOT_FOUND:
    case GRAM_STORE_ERROR_EXISTS:
    case GRAM_STORE_ERROR_NOT_A_REGISTRY:
    case GRAM_STORE_ERROR_NEWER:
    default:
      g_assert_not_reached ();
    }
}

/* Tells what the engine said in the words of the store. */
gboolean
_gram_store_fail (GramStore *self, int code, const char *sql, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  GramStoreError store_code;
  const char *engine;

  g_assert (self != NULL);
  g_assert (code != SQLITE_OK);

  if ((code & 0xff) == SQLITE_INTERRUPT || code == SQLITE_ABORT_ROLLBACK)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("The operation was cancelled."));
      return FALSE;
    }

  store_code = code_for (self, code);
  name = g_filename_display_name (self->path);
  engine = self->db != NULL && sqlite3_extended_errcode (self->db) == code
               ? sqlite3_errmsg (self->db)
               : sqlite3_errstr (code);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (sentence_for (store_code), name);
#pragma GCC diagnostic pop
  if (sql != NULL)
    g_set_error (error, GRAM_STORE_ERROR, store_code, "%s (%d: %s; %s)", sentence, code, engine,
                 sql);
  else
    g_set_error (error, GRAM_STORE_ERROR, store_code, "%s (%d: %s)", sentence, code, engine);
  return FALSE;
}

/* A sentence of our own; %s in it is the file. */
gboolean
_gram_store_fail_file (GramStoreError code,
                       const char *path,
                       GError **error,
                       const char *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GRAM_STORE_ERROR, (gint)code, message);
  return FALSE;
}
