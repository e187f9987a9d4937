/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar-file.h"

#include "gram-stream-text.h"

#include <string.h>

/* Bytes of a line without its end (RFC 5545, 3.1). */
#define LINE_BYTES 75

struct _GramCalendarWriter
{
  GOutputStream *stream;
  GString *text;
  char *realm;
  char *stamp;
};

/* A content line, folded: what goes on begins with a blank, and no character is cut in two. */
static void
append_line (GramCalendarWriter *self, const char *name, const char *value)
{
  gsize used = strlen (name);

  g_string_append (self->text, name);
  for (const char *at = value; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);
      gsize length = (gsize)(next - at);

      if (used + length > LINE_BYTES)
        {
          g_string_append (self->text, "\r\n ");
          used = 1;
        }
      g_string_append_len (self->text, at, (gssize)length);
      used += length;
      at = next;
    }
  g_string_append (self->text, "\r\n");
}

/* A text as RFC 5545, 3.3.11 writes it. Control characters have no place in it. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\r' && at[1] == '\n')
        continue;
      if (*at == '\n' || *at == '\r')
        g_string_append (escaped, "\\n");
      else if (*at == '\\' || *at == ';' || *at == ',')
        g_string_append_printf (escaped, "\\%c", *at);
      else if ((guchar)*at >= ' ' && *at != '\177')
        g_string_append_c (escaped, *at);
      else if (*at == '\t')
        g_string_append_c (escaped, ' ');
    }

  return g_string_free_and_steal (escaped);
}

static void
append_text (GramCalendarWriter *self, const char *name, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = escape (valid);

  append_line (self, name, escaped);
}

static void
append_day (GramCalendarWriter *self, const char *name, GramDate day)
{
  g_autofree char *text = g_strdup_printf ("%04d%02u%02u", day.year, day.month, day.day);

  append_line (self, name, text);
}

/* 2026-11-22T08:45:00Z as RFC 5545 writes an instant. */
static char *
format_stamp (gint64 stamp_us)
{
  g_autofree char *instant = gram_instant_format (stamp_us);
  GString *plain = g_string_new (NULL);

  for (const char *at = instant; *at != '\0'; at++)
    if (*at != '-' && *at != ':')
      g_string_append_c (plain, *at);

  return g_string_free_and_steal (plain);
}

GramCalendarWriter *
gram_calendar_writer_new (GOutputStream *stream,
                          const char *name,
                          const char *realm,
                          gint64 stamp_us)
{
  GramCalendarWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (realm != NULL, NULL);

  self = g_new0 (GramCalendarWriter, 1);
  self->stream = g_object_ref (stream);
  self->text = g_string_sized_new (GRAM_STREAM_TEXT_ENOUGH + 4096);
  self->realm = g_strdup (realm);
  self->stamp = format_stamp (stamp_us);
  append_line (self, "BEGIN:", "VCALENDAR");
  append_line (self, "VERSION:", "2.0");
  append_line (self, "PRODID:", "-//gramledger//Gram//EN");
  append_line (self, "CALSCALE:", "GREGORIAN");
  append_line (self, "METHOD:", "PUBLISH");
  if (name != NULL)
    append_text (self, "X-WR-CALNAME:", name);

  return self;
}

void
gram_calendar_writer_free (GramCalendarWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self->realm);
  g_free (self->stamp);
  g_free (self);
}

gboolean
gram_calendar_writer_add (GramCalendarWriter *self,
                          const GramCalendarEntry *entry,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *uid = NULL;
  GramDate next;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (entry->uid != NULL && entry->summary != NULL, FALSE);
  g_return_val_if_fail (gram_date_is_valid (entry->day), FALSE);

  uid = g_strconcat (entry->uid, "@", self->realm, NULL);
  append_line (self, "BEGIN:", "VEVENT");
  append_text (self, "UID:", uid);
  append_line (self, "DTSTAMP:", self->stamp);
  append_day (self, "DTSTART;VALUE=DATE:", entry->day);
  /* The end is the day after; without one an event of a day lasts that day. */
  if (gram_date_add_days (entry->day, 1, &next))
    append_day (self, "DTEND;VALUE=DATE:", next);
  append_text (self, "SUMMARY:", entry->summary);
  if (entry->description != NULL && *entry->description != '\0')
    append_text (self, "DESCRIPTION:", entry->description);
  if (entry->category != NULL && *entry->category != '\0')
    append_text (self, "CATEGORIES:", entry->category);
  append_line (self, "TRANSP:", "TRANSPARENT");
  append_line (self, "END:", "VEVENT");

  return self->text->len < GRAM_STREAM_TEXT_ENOUGH
         || gram_stream_text_flush (self->stream, self->text, cancellable, error);
}

gboolean
gram_calendar_writer_finish (GramCalendarWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  append_line (self, "END:", "VCALENDAR");

  return gram_stream_text_flush (self->stream, self->text, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}
