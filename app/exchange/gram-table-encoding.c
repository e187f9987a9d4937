/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-encoding.h"

#include <string.h>

/* Windows-1252 from 0x80 to 0x9f; 0 where it has no character. Above, it is Latin-1. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static gsize
put_character (char *text, gunichar character)
{
  if (character < 0x80)
    {
      text[0] = (char)character;
      return 1;
    }
  return (gsize)g_unichar_to_utf8 (character, text);
}

static gsize
decode_windows_1252 (const guint8 *bytes, gsize n_bytes, char *text)
{
  gsize n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 byte = bytes[i];
      gunichar character = byte;

      if (byte >= 0x80 && byte < 0xa0)
        character = windows_1252[byte - 0x80];
      if (character == 0 && byte != 0)
        text[n++] = GRAM_BAD_CHARACTER;
      else
        n += put_character (text + n, character);
    }
  return n;
}

static inline gunichar
utf16_unit (const guint8 *bytes, gboolean big)
{
  return big ? (gunichar)bytes[0] << 8 | bytes[1] : (gunichar)bytes[1] << 8 | bytes[0];
}

static gsize
decode_utf16 (const guint8 *bytes,
              gsize n_bytes,
              gboolean last,
              gboolean big,
              char *text,
              gsize *n_used)
{
  gsize n = 0;
  gsize i = 0;

  while (i + 2 <= n_bytes)
    {
      gunichar unit = utf16_unit (bytes + i, big);

      if (unit < 0xd800 || unit > 0xdfff)
        {
          n += put_character (text + n, unit);
          i += 2;
          continue;
        }
      if (unit < 0xdc00 && i + 4 > n_bytes && !last)
        break;
      if (unit < 0xdc00 && i + 4 <= n_bytes)
        {
          gunichar second = utf16_unit (bytes + i + 2, big);

          if (second >= 0xdc00 && second <= 0xdfff)
            {
              n += put_character (text + n, 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00));
              i += 4;
              continue;
            }
        }
      text[n++] = GRAM_BAD_CHARACTER;
      i += 2;
    }
  if (last && i < n_bytes)
    {
      text[n++] = GRAM_BAD_CHARACTER;
      i = n_bytes;
    }
  *n_used = i;
  return n;
}

gsize
gram_table_encoding_decode (GramTableEncoding encoding,
                            const guint8 *bytes,
                            gsize n_bytes,
                            gboolean last,
                            char *text,
                            gsize *n_used)
{
  if (encoding == GRAM_TABLE_WINDOWS_1252)
    {
      *n_used = n_bytes;
      return decode_windows_1252 (bytes, n_bytes, text);
    }
  g_assert (encoding == GRAM_TABLE_UTF16LE || encoding == GRAM_TABLE_UTF16BE);
  return decode_utf16 (bytes, n_bytes, last, encoding == GRAM_TABLE_UTF16BE, text, n_used);
}

gsize
gram_table_encoding_mark (const guint8 *bytes, gsize n_bytes, GramTableEncoding *encoding)
{
  static const struct
  {
    GramTableEncoding encoding;
    gsize length;
    guint8 bytes[3];
  } marks[] = {
    { GRAM_TABLE_UTF8, 3, { 0xef, 0xbb, 0xbf } },
    { GRAM_TABLE_UTF16LE, 2, { 0xff, 0xfe } },
    { GRAM_TABLE_UTF16BE, 2, { 0xfe, 0xff } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      {
        *encoding = marks[i].encoding;
        return marks[i].length;
      }
  return 0;
}

/* Bytes at the beginning that are ASCII and not NUL, counted eight at a time: most files are
   nothing else. */
static gsize
ascii_prefix (const char *text, gsize length)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, text + i, 8);
      if (((word | (word - ones)) & high) != 0)
        break;
    }
  while (i < length && text[i] > 0)
    i++;
  return i;
}

gboolean
gram_utf8_is_clean (const char *text, gsize length, gboolean last)
{
  gsize done = ascii_prefix (text, length);
  const char *bad = NULL;

  if (done == length || g_utf8_validate_len (text + done, length - done, &bad))
    return TRUE;
  return !last && *bad != '\0'
         && g_utf8_get_char_validated (bad, (gssize)(text + length - bad)) == (gunichar)-2;
}
