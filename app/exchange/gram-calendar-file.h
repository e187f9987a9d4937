/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-calendar.h"
#include "gram-exchange-error.h"

G_BEGIN_DECLS

/**
 * GramCalendarEntry:
 * @uid: what it is, the same each time it is written, so that a calendar replaces it instead of adding another
 * @day: the day, in the zone of the scheme; it is written as a day without a time, so it is the same day everywhere
 * @summary: what the calendar shows, UTF-8
 * @description: (nullable): more about it
 * @category: (nullable): what kind of deadline
 *
 * A deadline.
 */
typedef struct
{
  const char *uid;
  GramDate day;
  const char *summary;
  const char *description;
  const char *category;
} GramCalendarEntry;

/**
 * GramCalendarWriter:
 *
 * Writes iCalendar as RFC 5545 has it: UTF-8, CRLF, lines folded at 75 bytes between characters, texts escaped, one
 * all-day event a deadline. Buffers; nothing is sure to stand in the stream before gram_calendar_writer_finish().
 */
typedef struct _GramCalendarWriter GramCalendarWriter;

/**
 * gram_calendar_writer_new:
 * @stream: where to; stays open
 * @name: (nullable): name of the calendar
 * @realm: what makes the uids unique in the world, such as the id of the registry; letters, digits and dashes
 * @stamp_us: when it is written, UTC microseconds
 *
 * Makes a writer.
 *
 * Returns: (transfer full): the writer; free with gram_calendar_writer_free()
 */
GramCalendarWriter *gram_calendar_writer_new (GOutputStream *stream,
                                              const char *name,
                                              const char *realm,
                                              gint64 stamp_us);

/**
 * gram_calendar_writer_free:
 * @self: (nullable): a writer
 *
 * Frees a writer; what was not finished is lost.
 */
void gram_calendar_writer_free (GramCalendarWriter *self);

/**
 * gram_calendar_writer_add:
 * @self: a writer
 * @entry: a deadline; its day is valid
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Adds an event.
 *
 * Returns: %FALSE on error
 */
gboolean gram_calendar_writer_add (GramCalendarWriter *self,
                                   const GramCalendarEntry *entry,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * gram_calendar_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Ends the calendar and hands everything to the stream.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_calendar_writer_finish (GramCalendarWriter *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCalendarWriter, gram_calendar_writer_free)

G_END_DECLS
