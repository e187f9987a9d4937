/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-layout.h"

G_BEGIN_DECLS

/**
 * GRAM_TABLE_MAX_FIELD:
 *
 * Largest field, in bytes of UTF-8. A larger one is nearly always a quote that was never closed.
 */
#define GRAM_TABLE_MAX_FIELD (64 * 1024)

/**
 * GRAM_TABLE_MAX_ROW:
 *
 * Largest row, in bytes of UTF-8.
 */
#define GRAM_TABLE_MAX_ROW (1024 * 1024)

/**
 * GRAM_TABLE_MAX_COLUMNS:
 *
 * Most columns of a table.
 */
#define GRAM_TABLE_MAX_COLUMNS 512

/**
 * GramTableDamage:
 * @GRAM_TABLE_SOUND: the row has a field for each column
 * @GRAM_TABLE_TOO_FEW_FIELDS: it has fewer; the missing ones are given as empty
 * @GRAM_TABLE_TOO_MANY_FIELDS: it has more; the surplus ones are not given
 * @GRAM_TABLE_BAD_CHARACTERS: its bytes are not text in the encoding; U+FFFD stands for them
 * @GRAM_TABLE_STRAY_QUOTE: text follows a closing quote; it is given as part of the field
 * @GRAM_TABLE_BAD_JSON: the line is no flat JSON object; all fields are given as empty
 * @GRAM_TABLE_UNKNOWN_MEMBER: the line has a member that is none of the columns; it is not given
 * @GRAM_TABLE_DUPLICATE_MEMBER: the line has a member twice; the first is given
 *
 * What is wrong with the shape of a single row. Reading goes on: such a row is rejected, the file is not.
 */
typedef enum
{
  GRAM_TABLE_SOUND = 0,
  GRAM_TABLE_TOO_FEW_FIELDS,
  GRAM_TABLE_TOO_MANY_FIELDS,
  GRAM_TABLE_BAD_CHARACTERS,
  GRAM_TABLE_STRAY_QUOTE,
  GRAM_TABLE_BAD_JSON,
  GRAM_TABLE_UNKNOWN_MEMBER,
  GRAM_TABLE_DUPLICATE_MEMBER,
} GramTableDamage;

/**
 * GramSlice:
 * @text: UTF-8, NUL-terminated, holds no other NUL
 * @length: bytes without the NUL
 *
 * A borrowed string.
 */
typedef struct
{
  const char *text;
  gsize length;
} GramSlice;

/**
 * GramTableRow:
 * @number: number of the row among the rows of data, from 1; the header is not counted
 * @line: line of the file on which it begins, from 1
 * @n_fields: always the number of columns
 * @fields: (array length=n_fields): its fields
 * @damage: what is wrong with its shape
 * @detail: (nullable): what exactly: the unknown member, or the number of fields found
 *
 * One row. It is a view into the reader's buffer: everything in it is valid until the next call of
 * gram_table_reader_next().
 */
typedef struct
{
  gint64 number;
  gint64 line;
  gsize n_fields;
  const GramSlice *fields;
  GramTableDamage damage;
  const char *detail;
} GramTableRow;

/**
 * GramTableStep:
 * @GRAM_TABLE_ERROR: reading failed, error is set; the reader gives no more rows
 * @GRAM_TABLE_ROW: there is a row
 * @GRAM_TABLE_DONE: the file is at its end
 *
 * Three-valued result of gram_table_reader_next().
 */
typedef enum
{
  GRAM_TABLE_ERROR = -1,
  GRAM_TABLE_ROW = 1,
  GRAM_TABLE_DONE = 0,
} GramTableStep;

/**
 * GramTableReader:
 *
 * Reads a table of any size row by row with fixed buffers and no allocation a row, and computes the SHA-256 of the
 * file's bytes on the way. Belongs to one thread at a time.
 *
 * CSV is RFC 4180 with any of CRLF, LF and CR as the end of a line, also mixed; fields may be quoted, quoted fields may
 * hold delimiters, ends of lines and doubled quotes. A quote inside an unquoted field is a plain character. Empty lines
 * are passed over, as are lines of delimiters and blanks only. An unclosed quote is an error that names where it
 * opened.
 *
 * JSON Lines: each line is one flat object. Columns are the members of the lines in the first 64 KiB, in order of
 * appearance. Strings are given unescaped, numbers exactly as they are written (so a decimal is never a double), true
 * and false as words, null as empty.
 */
typedef struct _GramTableReader GramTableReader;

/**
 * gram_table_reader_open:
 * @path: a file
 * @layout: how it is written
 * @error: return location
 *
 * Opens a file and reads the names of its columns.
 *
 * Returns: (transfer full) (nullable): the reader; free with gram_table_reader_free()
 */
GramTableReader *
gram_table_reader_open (const char *path, const GramTableLayout *layout, GError **error);

/**
 * gram_table_reader_new_for_bytes:
 * @bytes: what would stand in a file
 * @layout: how it is written
 * @error: return location
 *
 * Reads from memory.
 *
 * Returns: (transfer full) (nullable): the reader
 */
GramTableReader *
gram_table_reader_new_for_bytes (GBytes *bytes, const GramTableLayout *layout, GError **error);

/**
 * gram_table_reader_free:
 * @self: (nullable): a reader
 *
 * Closes the file and frees the reader.
 */
void gram_table_reader_free (GramTableReader *self);

/**
 * gram_table_reader_get_columns:
 * @self: a reader
 *
 * Names of the columns, trimmed; a column without a name is called `column 3` after its place.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 */
const char *const *gram_table_reader_get_columns (GramTableReader *self);

/**
 * gram_table_reader_next:
 * @self: a reader
 * @row: (out) (transfer none): the row, valid until the next call
 * @error: return location
 *
 * Reads one more row.
 *
 * Returns: whether there is a row, the end or an error
 */
GramTableStep
gram_table_reader_next (GramTableReader *self, const GramTableRow **row, GError **error);

/**
 * gram_table_reader_get_bytes_read:
 * @self: a reader
 *
 * Returns: bytes of the file read so far, for progress
 */
gint64 gram_table_reader_get_bytes_read (GramTableReader *self);

/**
 * gram_table_reader_get_bytes_total:
 * @self: a reader
 *
 * Returns: size of the file when it was opened, 0 if not known (a pipe)
 */
gint64 gram_table_reader_get_bytes_total (GramTableReader *self);

/**
 * gram_table_reader_get_sha256:
 * @self: a reader that has given %GRAM_TABLE_DONE
 *
 * The digest of exactly the bytes that the rows came from, so that a dry run and the import after it can be held
 * against each other.
 *
 * Returns: (transfer none): SHA-256 of the file, 64 hexadecimal digits; %NULL before the end
 */
const char *gram_table_reader_get_sha256 (GramTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTableReader, gram_table_reader_free)

G_END_DECLS
