/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/**
 * GramCsvFlags:
 * @GRAM_CSV_PLAIN: exactly what is given
 * @GRAM_CSV_BOM: begin with a byte order mark, so that spreadsheets take it for UTF-8
 * @GRAM_CSV_GUARD: guard against spreadsheet formulas, see gram_csv_needs_guard()
 *
 * How CSV is written.
 */
typedef enum
{
  GRAM_CSV_PLAIN = 0,
  GRAM_CSV_BOM = 1 << 0,
  GRAM_CSV_GUARD = 1 << 1,
} GramCsvFlags;

/**
 * GramCsvWriter:
 *
 * Writes CSV as RFC 4180 has it: UTF-8, commas, CRLF, quotes where a field holds a comma, a quote, an end of line, or
 * outer blanks. Buffers; nothing is sure to stand in the stream before gram_csv_writer_finish().
 */
typedef struct _GramCsvWriter GramCsvWriter;

/**
 * gram_csv_writer_new:
 * @stream: where to; stays open
 * @flags: how
 *
 * Makes a writer.
 *
 * Returns: (transfer full): the writer; free with gram_csv_writer_free()
 */
GramCsvWriter *gram_csv_writer_new (GOutputStream *stream, GramCsvFlags flags);

/**
 * gram_csv_writer_free:
 * @self: (nullable): a writer
 *
 * Frees a writer; what was not finished is lost.
 */
void gram_csv_writer_free (GramCsvWriter *self);

/**
 * gram_csv_writer_add:
 * @self: a writer
 * @text: (nullable): UTF-8; %NULL writes an empty field
 *
 * Adds a field to the row.
 */
void gram_csv_writer_add (GramCsvWriter *self, const char *text);

/**
 * gram_csv_writer_add_integer:
 * @self: a writer
 * @value: a whole number
 *
 * Adds a field to the row.
 */
void gram_csv_writer_add_integer (GramCsvWriter *self, gint64 value);

/**
 * gram_csv_writer_end_row:
 * @self: a writer
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Ends the row.
 *
 * Returns: %FALSE on error
 */
gboolean gram_csv_writer_end_row (GramCsvWriter *self, GCancellable *cancellable, GError **error);

/**
 * gram_csv_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Hands everything to the stream.
 *
 * Returns: %FALSE on error
 */
gboolean gram_csv_writer_finish (GramCsvWriter *self, GCancellable *cancellable, GError **error);

/**
 * gram_csv_append_field:
 * @line: where to append
 * @text: (nullable): UTF-8
 * @flags: how
 *
 * Appends one field, quoted and guarded as needed, without a comma.
 */
void gram_csv_append_field (GString *line, const char *text, GramCsvFlags flags);

/**
 * gram_csv_needs_guard:
 * @text: a field
 *
 * Spreadsheets run a field as a formula if it begins with `=`, `+`, `-`, `@`, TAB or CR, even one that came from a
 * stranger's file. The guard puts an apostrophe in front of such a field. Plain numbers (`-12.5`, `+3`) are left alone,
 * and so that the guard can be taken off again without doubt, a field that begins with an apostrophe and one of those
 * characters gets one more. The preset `gram` takes it off when it reads.
 *
 * Returns: whether the guard goes in front
 */
gboolean gram_csv_needs_guard (const char *text);

/**
 * gram_csv_is_guarded:
 * @text: a field as read
 *
 * Returns: whether the first character is a guard
 */
gboolean gram_csv_is_guarded (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCsvWriter, gram_csv_writer_free)

G_END_DECLS
