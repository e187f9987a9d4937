/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-layout.h"

static const struct
{
  GramTableFormat format;
  const char *word;
} formats[] = {
  { GRAM_TABLE_CSV, "csv" },
  { GRAM_TABLE_JSONL, "jsonl" },
};

static const struct
{
  GramTableEncoding encoding;
  const char *word;
} encodings[] = {
  { GRAM_TABLE_UTF8, "utf-8" },
  { GRAM_TABLE_UTF16LE, "utf-16le" },
  { GRAM_TABLE_UTF16BE, "utf-16be" },
  { GRAM_TABLE_WINDOWS_1252, "windows-1252" },
};

static const struct
{
  char delimiter;
  const char *word;
  const char *itself;
} delimiters[] = {
  { ',', "comma", "," },
  { ';', "semicolon", ";" },
  { '\t', "tab", "\t" },
};

const char *
gram_table_format_word (GramTableFormat format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return formats[i].word;
  g_return_val_if_reached ("csv");
}

gboolean
gram_table_format_parse (const char *word, GramTableFormat *format)
{
  g_return_val_if_fail (format != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].word, word) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

const char *
gram_table_encoding_word (GramTableEncoding encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i].encoding == encoding)
      return encodings[i].word;
  g_return_val_if_reached ("utf-8");
}

gboolean
gram_table_encoding_parse (const char *word, GramTableEncoding *encoding)
{
  g_return_val_if_fail (encoding != NULL, FALSE);

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i].word, word) == 0)
      {
        *encoding = encodings[i].encoding;
        return TRUE;
      }
  return FALSE;
}

const char *
gram_table_delimiter_word (char delimiter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].delimiter == delimiter)
      return delimiters[i].word;
  g_return_val_if_reached ("comma");
}

gboolean
gram_table_delimiter_parse (const char *word, char *delimiter)
{
  g_return_val_if_fail (delimiter != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (g_strcmp0 (delimiters[i].word, word) == 0 || g_strcmp0 (delimiters[i].itself, word) == 0)
      {
        *delimiter = delimiters[i].delimiter;
        return TRUE;
      }
  return FALSE;
}
