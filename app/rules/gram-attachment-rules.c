/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-attachment-rules.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DISPUTES "CO₂ account, Disputing records"

#define MAX_EXTENSION 16
#define OTHERWISE "attachment"

/* Names that some systems keep for devices, whatever stands behind a dot. */
static const char *const reserved[] = {
  "CON",  "PRN",  "AUX",  "NUL",  "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7",
  "COM8", "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
};

static const struct
{
  const char *extension;
  const char *type;
} media_types[] = {
  { "pdf", "application/pdf" },
  { "txt", "text/plain" },
  { "csv", "text/csv" },
  { "json", "application/json" },
  { "jsonl", "application/jsonl" },
  { "xml", "application/xml" },
  { "html", "text/html" },
  { "htm", "text/html" },
  { "md", "text/markdown" },
  { "rtf", "application/rtf" },
  { "eml", "message/rfc822" },
  { "jpg", "image/jpeg" },
  { "jpeg", "image/jpeg" },
  { "png", "image/png" },
  { "gif", "image/gif" },
  { "webp", "image/webp" },
  { "heic", "image/heic" },
  { "tif", "image/tiff" },
  { "tiff", "image/tiff" },
  { "svg", "image/svg+xml" },
  { "zip", "application/zip" },
  { "gz", "application/gzip" },
  { "7z", "application/x-7z-compressed" },
  { "tar", "application/x-tar" },
  { "doc", "application/msword" },
  { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "xls", "application/vnd.ms-excel" },
  { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "ppt", "application/vnd.ms-powerpoint" },
  { "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
  { "odt", "application/vnd.oasis.opendocument.text" },
  { "ods", "application/vnd.oasis.opendocument.spreadsheet" },
  { "odp", "application/vnd.oasis.opendocument.presentation" },
  { "mp4", "video/mp4" },
  { "mov", "video/quicktime" },
  { "mp3", "audio/mpeg" },
};

/* Where the extension begins, behind its dot; the end of the name if it has none. */
static const char *
extension_of (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? dot + 1 : name + strlen (name);
}

static gboolean
is_reserved (const char *name)
{
  gsize length = strcspn (name, ".");

  /* Blanks before the dot do not count. */
  while (length > 0 && name[length - 1] == ' ')
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (strlen (reserved[i]) == length && g_ascii_strncasecmp (reserved[i], name, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_forbidden (gunichar c)
{
  return g_unichar_iscntrl (c) || _gram_is_bidi (c) || c == 0x2028 || c == 0x2029 || c == 0xfeff
         || (c < 0x80 && strchr ("/\\<>:\"|?*", (int)c) != NULL);
}

static gboolean
has_forbidden (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (is_forbidden (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

static gboolean
refuse_name (GramRefusal **refusal, const char *problem)
{
  return gram_refuse (refusal, "attachment.name", DISPUTES,
                      /* Translators: %s says what is wrong with the name of a file */
                      _ ("The name of the file %s; rename it first"), problem);
}

static gboolean
ends_badly (const char *name)
{
  char last = name[strlen (name) - 1];

  return *name == ' ' || last == ' ' || last == '.';
}

gboolean
gram_attachment_check_name (const char *name, GramRefusal **refusal)
{
  if (name == NULL || *name == '\0')
    return refuse_name (refusal, _ ("is empty"));
  if (!g_utf8_validate (name, -1, NULL))
    return refuse_name (refusal, _ ("is not text"));
  if (strlen (name) > GRAM_ATTACHMENT_NAME_MAX)
    return refuse_name (refusal, _ ("is too long"));
  if (g_str_equal (name, ".") || g_str_equal (name, "..") || strpbrk (name, "/\\") != NULL)
    return refuse_name (refusal, _ ("is a path into another folder"));
  if (has_forbidden (name))
    return refuse_name (refusal, _ ("holds a character that is not allowed in names"));
  if (ends_badly (name))
    return refuse_name (refusal, _ ("begins or ends with a blank, or ends with a dot"));
  if (is_reserved (name))
    return refuse_name (refusal, _ ("is kept for devices by some systems"));

  return TRUE;
}

/* The part behind the last separator of either kind. */
static const char *
last_part (const char *path)
{
  const char *last = path;

  for (const char *at = path; *at != '\0'; at++)
    if (*at == '/' || *at == '\\')
      last = at + 1;

  return last;
}

static char *
replace_forbidden (const char *name)
{
  GString *cleaned = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (cleaned, is_forbidden (c) ? '_' : c);
    }

  return g_string_free_and_steal (cleaned);
}

/* Cuts in front of the extension, between characters. */
static char *
shorten (const char *name)
{
  const char *extension = extension_of (name);
  gsize tail = strlen (extension);
  gsize keep;

  if (strlen (name) <= GRAM_ATTACHMENT_NAME_MAX)
    return g_strdup (name);
  if (tail == 0 || tail > MAX_EXTENSION)
    {
      extension = name + strlen (name);
      tail = 0;
    }

  keep = GRAM_ATTACHMENT_NAME_MAX - tail - (tail > 0 ? 1 : 0);
  while (keep > 0 && ((guchar)name[keep] & 0xc0) == 0x80)
    keep--;

  return g_strdup_printf ("%.*s%s%s", (int)keep, name, tail > 0 ? "." : "", extension);
}

static void
trim_end (char *name)
{
  gsize length = strlen (name);

  while (length > 0 && (name[length - 1] == ' ' || name[length - 1] == '.'))
    name[--length] = '\0';
}

char *
gram_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *replaced = replace_forbidden (last_part (valid));
  g_autofree char *cleaned = NULL;

  g_strchug (replaced);
  trim_end (replaced);
  if (is_reserved (replaced))
    {
      g_autofree char *bare = g_steal_pointer (&replaced);

      replaced = g_strconcat ("_", bare, NULL);
    }
  cleaned = shorten (replaced);
  trim_end (cleaned);

  return gram_attachment_check_name (cleaned, NULL) ? g_steal_pointer (&cleaned)
                                                    : g_strdup (OTHERWISE);
}

gboolean
gram_attachment_check_size (const GramCaseRules *rules, gint64 size, GramRefusal **refusal)
{
  g_autofree char *limit = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);

  if (size <= 0)
    return gram_refuse (refusal, "attachment.empty", DISPUTES,
                        _ ("The file is empty; choose another one"));
  if (size <= rules->attachment_limit)
    return TRUE;

  limit = g_format_size_full ((guint64)rules->attachment_limit, G_FORMAT_SIZE_IEC_UNITS);
  return gram_refuse (refusal, "attachment.too-large", DISPUTES,
                      /* Translators: %s is a size such as 25 MiB */
                      _ ("The file is larger than %s; make it smaller, or attach its parts"),
                      limit);
}

const char *
gram_attachment_media_type (const char *name)
{
  const char *extension;

  g_return_val_if_fail (name != NULL, "application/octet-stream");

  extension = extension_of (name);
  for (gsize i = 0; i < G_N_ELEMENTS (media_types); i++)
    if (g_ascii_strcasecmp (media_types[i].extension, extension) == 0)
      return media_types[i].type;

  return "application/octet-stream";
}
