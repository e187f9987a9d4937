/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-deadlines-file.h"

#include "gram-calendar-file.h"
#include "gram-queries-cases.h"
#include "gram-registry-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What a deadline is about, as a calendar sorts its entries. */
static const struct
{
  const char *subject;
  const char *category;
} categories[] = {
  { "case", N_ ("Case") },         { "measure", N_ ("Suspension or block") },
  { "closing", N_ ("Closing") },   { "account", N_ ("Account") },
  { "year", N_ ("Scheme year") },  { "payment-notice", N_ ("Payment notice") },
  { "transfer", N_ ("Transfer") }, { "credits", N_ ("Credits") },
  { "charge", N_ ("Charge") },     { "fleet-year", N_ ("Fleet Average") },
};

static const char *
category_of (const GramDeadline *deadline)
{
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      if (g_str_equal (categories[i].subject, deadline->subject))
        return _ (categories[i].category);
    }
  return NULL;
}

static gboolean
add_entry (GramCalendarWriter *writer,
           const GramDeadline *deadline,
           GCancellable *cancellable,
           GError **error)
{
  GramCalendarEntry entry
      = { .uid = deadline->uid, .summary = deadline->title, .category = category_of (deadline) };
  g_autofree char *account = NULL;

  if (!gram_date_parse (deadline->on, GRAM_DATE_ISO, &entry.day, error))
    return FALSE;
  /* Translators: an account in a calendar: its number, then its holder */
  account = g_strdup_printf (_ ("Account %s, %s"), deadline->account, deadline->holder);
  entry.description = account;
  return gram_calendar_writer_add (writer, &entry, cancellable, error);
}

gboolean
gram_registry_write_deadlines (GramRegistry *self,
                               GramActor *actor,
                               gint64 account_id,
                               GOutputStream *stream,
                               gint64 *n_deadlines,
                               GCancellable *cancellable,
                               GramRefusal **refusal,
                               GError **error)
{
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autoptr (GramCalendarWriter) writer = NULL;
  g_autofree char *realm = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  deadlines = gram_registry_deadlines (self, actor, account_id, refusal, error);
  if (deadlines == NULL)
    return FALSE;

  /* No two registries are made in the same microsecond. */
  realm = g_strdup_printf ("gram-%" PRId64, self->record->created_at);
  writer
      = gram_calendar_writer_new (stream, self->record->title, realm, _gram_registry_clock (self));
  for (guint i = 0; i < deadlines->len; i++)
    {
      if (!add_entry (writer, g_ptr_array_index (deadlines, i), cancellable, error))
        return FALSE;
    }
  if (n_deadlines != NULL)
    *n_deadlines = deadlines->len;
  return gram_calendar_writer_finish (writer, cancellable, error);
}
