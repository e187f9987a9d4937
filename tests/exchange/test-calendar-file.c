/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar-file.h"

#include <string.h>

/* 2026-11-22T08:45:13Z */
#define STAMP G_GINT64_CONSTANT (1795337113000000)

#define HEAD                                                                                       \
  "BEGIN:VCALENDAR\r\n"                                                                            \
  "VERSION:2.0\r\n"                                                                                \
  "PRODID:-//gramledger//Gram//EN\r\n"                                                             \
  "CALSCALE:GREGORIAN\r\n"                                                                         \
  "METHOD:PUBLISH\r\n"
#define TAIL "END:VCALENDAR\r\n"

/* Everything that the writer wrote for a table of entries. */
static char *
write_calendar (const char *name, const GramCalendarEntry *entries, gsize n_entries)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramCalendarWriter) writer = gram_calendar_writer_new (stream, name, "7f3a-01", STAMP);
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  for (gsize i = 0; i < n_entries; i++)
    {
      gram_calendar_writer_add (writer, &entries[i], NULL, &error);
      g_assert_no_error (error);
    }
  gram_calendar_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

/* RFC 5545, 3.4 and 3.6.1: one event, byte by byte. */
static void
test_bytes (void)
{
  static const GramCalendarEntry entry = {
    .uid = "case-12-due",
    .day = { 2026, 12, 31 },
    .summary = "Decide case 12",
    .description = "Harbour Street Imports Ltd",
    .category = "Dispute",
  };
  g_autofree char *empty = write_calendar (NULL, NULL, 0);
  g_autofree char *one = write_calendar ("Gram", &entry, 1);

  g_assert_cmpstr (empty, ==, HEAD TAIL);
  g_assert_cmpstr (one, ==,
                   HEAD "X-WR-CALNAME:Gram\r\n"
                        "BEGIN:VEVENT\r\n"
                        "UID:case-12-due@7f3a-01\r\n"
                        "DTSTAMP:20261122T084513Z\r\n"
                        "DTSTART;VALUE=DATE:20261231\r\n"
                        "DTEND;VALUE=DATE:20270101\r\n"
                        "SUMMARY:Decide case 12\r\n"
                        "DESCRIPTION:Harbour Street Imports Ltd\r\n"
                        "CATEGORIES:Dispute\r\n"
                        "TRANSP:TRANSPARENT\r\n"
                        "END:VEVENT\r\n" TAIL);
}

/* RFC 5545, 3.3.11: texts; a control character has no place in one. */
static const struct
{
  const char *text;
  const char *line;
} texts[] = {
  { "a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d\r\n" },
  { "one\ntwo\r\nthree\rfour", "SUMMARY:one\\ntwo\\nthree\\nfour\r\n" },
  { "a\tb\001c\177", "SUMMARY:a bc\r\n" },
  { "“CO₂” : \"x\"", "SUMMARY:“CO₂” : \"x\"\r\n" },
  { "a\377b", "SUMMARY:a\357\277\275b\r\n" },
  { "", "SUMMARY:\r\n" },
  { "x\r\nBEGIN:VALARM", "SUMMARY:x\\nBEGIN:VALARM\r\n" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GramCalendarEntry entry
          = { .uid = "u", .day = { 2026, 2, 28 }, .summary = texts[i].text, .description = "" };
      g_autofree char *written = write_calendar (NULL, &entry, 1);

      g_assert_nonnull (strstr (written, texts[i].line));
      g_assert_nonnull (strstr (written, "DTEND;VALUE=DATE:20260301\r\n"));
      g_assert_null (strstr (written, "DESCRIPTION"));
    }
}

/* RFC 5545, 3.1: 75 bytes without the end of the line, a blank in front of what goes on. */
static void
test_fold (void)
{
  g_autofree char *sixty_seven = g_strnfill (67, 'x');
  g_autofree char *longer = g_strconcat (sixty_seven, "yz", NULL);
  g_autofree char *fits = g_strconcat ("SUMMARY:", sixty_seven, "\r\n", NULL);
  g_autofree char *folded = g_strconcat ("SUMMARY:", sixty_seven, "\r\n yz\r\n", NULL);
  /* Of three bytes each: the 23rd would end at byte 77, so it goes to the next line whole. */
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *characters = NULL;
  GramCalendarEntry entries[] = { { .uid = "a", .day = { 2026, 1, 1 }, .summary = sixty_seven },
                                  { .uid = "b", .day = { 2026, 1, 1 }, .summary = longer },
                                  { .uid = "c", .day = { 2026, 1, 1 }, .summary = NULL } };
  g_autofree char *written = NULL;

  for (int i = 0; i < 23; i++)
    g_string_append (wide, "証");
  entries[2].summary = wide->str;
  characters = g_strdup_printf ("SUMMARY:%.66s\r\n 証\r\n", wide->str);
  written = write_calendar (NULL, entries, 3);
  g_assert_nonnull (strstr (written, fits));
  g_assert_nonnull (strstr (written, folded));
  g_assert_nonnull (strstr (written, characters));
}

/* As a calendar reads it. */
static void
unescape (char *text)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++, to++)
    if (*at != '\\')
      *to = *at;
    else
      *to = *++at == 'n' ? '\n' : *at;
  *to = '\0';
}

/* Whatever stands in a text: no line is longer, every one is UTF-8, and put together again it says the same. */
static void
test_property (void)
{
  static const char *const pieces[] = { "a", "é", "証", "🚗", ",", ";", "\\", "\n", " ", "word " };

  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) said = NULL;
      g_autofree char *written = NULL;
      g_auto (GStrv) lines = NULL;
      GramCalendarEntry entry = { .uid = "u", .day = { 2026, 6, 15 } };
      const char *summary;
      int n = g_test_rand_int_range (0, 200);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      entry.summary = text->str;
      written = write_calendar (NULL, &entry, 1);
      lines = g_strsplit (written, "\r\n", -1);
      for (char **line = lines; *line != NULL; line++)
        {
          g_assert_cmpuint (strlen (*line), <=, 75);
          g_assert_true (g_utf8_validate (*line, -1, NULL));
        }

      said = g_string_new (written);
      g_string_replace (said, "\r\n ", "", 0);
      summary = strstr (said->str, "SUMMARY:") + strlen ("SUMMARY:");
      g_string_truncate (said, (gsize)(strstr (summary, "\r\n") - said->str));
      g_string_erase (said, 0, summary - said->str);
      unescape (said->str);
      g_assert_cmpstr (said->str, ==, text->str);
    }
}

/* Written again it is the same but for the stamp, so that a calendar replaces what it has. */
static void
test_stable (void)
{
  static const GramCalendarEntry entries[] = {
    { .uid = "case-1-due", .day = { 2026, 12, 1 }, .summary = "One" },
    { .uid = "measure-2-remedy", .day = { 9999, 12, 31 }, .summary = "Two" },
  };
  g_autofree char *once = write_calendar ("Gram", entries, 2);
  g_autofree char *again = write_calendar ("Gram", entries, 2);

  g_assert_cmpstr (once, ==, again);
  /* There is no day after the last one. */
  g_assert_nonnull (strstr (once, "DTSTART;VALUE=DATE:99991231\r\nSUMMARY:Two"));
}

/* A full disk is an error, not a short file. */
static void
test_full (void)
{
  char room[64];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GramCalendarWriter) writer = gram_calendar_writer_new (stream, NULL, "r", STAMP);
  g_autoptr (GError) error = NULL;

  g_assert_false (gram_calendar_writer_finish (writer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-file/bytes", test_bytes);
  g_test_add_func ("/calendar-file/texts", test_texts);
  g_test_add_func ("/calendar-file/fold", test_fold);
  g_test_add_func ("/calendar-file/property", test_property);
  g_test_add_func ("/calendar-file/stable", test_stable);
  g_test_add_func ("/calendar-file/full", test_full);

  return g_test_run ();
}
