/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/**
 * GramTableFormat:
 * @GRAM_TABLE_CSV: fields between delimiters, first record holds the names of the columns
 * @GRAM_TABLE_JSONL: one flat JSON object a line
 *
 * How rows are written. Words: `csv`, `jsonl`.
 */
typedef enum
{
  GRAM_TABLE_CSV = 1,
  GRAM_TABLE_JSONL,
} GramTableFormat;

/**
 * GramTableEncoding:
 * @GRAM_TABLE_UTF8: UTF-8, with or without byte order mark
 * @GRAM_TABLE_UTF16LE: UTF-16, little end first, with or without byte order mark
 * @GRAM_TABLE_UTF16BE: UTF-16, big end first, with or without byte order mark
 * @GRAM_TABLE_WINDOWS_1252: Windows-1252, which spreadsheets in western Europe write
 *
 * How characters are written. Words: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
 */
typedef enum
{
  GRAM_TABLE_UTF8 = 1,
  GRAM_TABLE_UTF16LE,
  GRAM_TABLE_UTF16BE,
  GRAM_TABLE_WINDOWS_1252,
} GramTableEncoding;

/**
 * GramTableLayout:
 * @format: CSV or JSON Lines
 * @encoding: encoding of the characters
 * @delimiter: `,` `;` or TAB; no meaning in JSON Lines. Words: `comma`, `semicolon`, `tab`
 *
 * What the reader has to know about a file before it reads it; gram_table_sniff() proposes it, a person may change it.
 */
typedef struct
{
  GramTableFormat format;
  GramTableEncoding encoding;
  char delimiter;
} GramTableLayout;

/**
 * gram_table_format_word:
 * @format: a format
 *
 * Returns: (transfer none): its word
 */
const char *gram_table_format_word (GramTableFormat format);

/**
 * gram_table_format_parse:
 * @word: (nullable): a word
 * @format: (out): the format
 *
 * Returns: %FALSE if @word is none
 */
gboolean gram_table_format_parse (const char *word, GramTableFormat *format);

/**
 * gram_table_encoding_word:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its word
 */
const char *gram_table_encoding_word (GramTableEncoding encoding);

/**
 * gram_table_encoding_parse:
 * @word: (nullable): a word; case does not matter
 * @encoding: (out): the encoding
 *
 * Returns: %FALSE if @word is none
 */
gboolean gram_table_encoding_parse (const char *word, GramTableEncoding *encoding);

/**
 * gram_table_delimiter_word:
 * @delimiter: a delimiter
 *
 * Returns: (transfer none): its word
 */
const char *gram_table_delimiter_word (char delimiter);

/**
 * gram_table_delimiter_parse:
 * @word: (nullable): a word, or the character itself
 * @delimiter: (out): the delimiter
 *
 * Returns: %FALSE if @word is none
 */
gboolean gram_table_delimiter_parse (const char *word, char *delimiter);

G_END_DECLS
