/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-publication.h"

#include "gram-documents.h"
#include "gram-handlers-years.h"
#include "gram-queries-years-private.h"
#include "gram-year-plan.h"

#include <glib/gi18n-lib.h>

char *
gram_year_publication_name (int year, const GramDate *made_on)
{
  char day[GRAM_DATE_BUFFER];

  if (made_on == NULL)
    return g_strdup_printf ("ccts-%d-publication-", year);
  return g_strdup_printf ("ccts-%d-publication-%s.pdf", year, gram_date_print (day, *made_on));
}

static GramPublicationRow *
row_of (const GramParticipantRow *row)
{
  GramPublicationRow *published = g_new0 (GramPublicationRow, 1);

  published->holder = row->holder;
  published->account_number = row->number;
  published->pool = row->pool_name;
  published->cars_zero_emission = row->cars_zero;
  published->cars = row->cars;
  published->average_micro = gram_publication_average (row->co2_sum - row->saving_sum, row->cars);
  published->has_baseline = row->has_baseline;
  published->baseline_micro = row->baseline;
  published->allocated = row->allocated;
  published->acquired = row->acquired;
  published->traded = row->traded_in - row->traded_out;
  published->activity = row->activity;
  published->surrendered = row->surrendered;
  published->converted = row->converted;
  published->lapsed = row->lapsed;
  published->shortfall = row->shortfall;
  published->payment = row->payment;
  return published;
}

void
gram_year_publication_init (GramYearPublication *self, const GramYearBooks *books)
{
  const GramRegistryRecord *record = books->registry->record;

  *self = (GramYearPublication){ .registry_title = g_strdup (record->title) };
  self->publication = (GramPublication){
    .year = books->year,
    .administrator = self->registry_title,
    .registry = self->registry_title,
    .practice = record->kind == GRAM_REGISTRY_PRACTICE,
    .made_on = books->today,
    .closed = books->facts.closed,
    .rulebook = books->rulebook->version,
    .rows = g_ptr_array_new_with_free_func (g_free),
  };
  for (guint i = 0; i < books->rows->len; i++)
    g_ptr_array_add (self->publication.rows, row_of (books->rows->pdata[i]));
}

void
gram_year_publication_clear (GramYearPublication *self)
{
  g_clear_pointer (&self->publication.rows, g_ptr_array_unref);
  g_clear_pointer (&self->registry_title, g_free);
}

static gboolean
keep (GramCall *call, const GramYearBooks *books, GError **error)
{
  g_auto (GramYearPublication) made = { 0 };
  g_autofree char *name = gram_year_publication_name (books->year, &books->today);
  g_autoptr (GBytes) pdf = NULL;
  gint64 document;

  gram_year_publication_init (&made, books);
  pdf = gram_publication_pdf (&made.publication, error);
  return pdf != NULL
         && gram_documents_keep (call, 0, GRAM_DOCUMENT_PUBLICATION, name, "application/pdf", pdf,
                                 &document, error);
}

gboolean
gram_years_publish (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 number = gram_call_get_int64 (call, "year", 0);
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_auto (GramYearBooks) books = { 0 };

  if (!gram_year_books_read (&books, call->registry, number, refusal, error)
      || !gram_year_books_can (&books, GRAM_CCTS_YEAR_PUBLISH, refusal)
      || !keep (call, &books, error))
    return FALSE;
  year = gram_year_record_for (&books);
  year->published_at = call->now;
  gram_call_touches (call, "year", books.year);
  gram_call_answer_int64 (call, "participants", books.rows->len);
  return gram_year_save (call, books.record, year, error);
}

gboolean
gram_year_publication_read (GramYearBooks *books,
                            GramRegistry *registry,
                            int year,
                            GramRefusal **refusal,
                            GError **error)
{
  if (!gram_year_books_read (books, registry, year, refusal, error))
    return FALSE;
  return books->facts.measured
         || gram_refuse (refusal, "year.not-measured", "CCTS art. 80(1)",
                         _ ("%d is not measured yet; there is nothing to publish"), year);
}

static GBytes *
write_csv (GramRegistry *self, int year, GramRefusal **refusal, GError **error)
{
  g_auto (GramYearBooks) books = { 0 };
  g_auto (GramYearPublication) made = { 0 };
  g_autoptr (GOutputStream) stream = NULL;

  if (!gram_year_publication_read (&books, self, year, refusal, error))
    return NULL;
  gram_year_publication_init (&made, &books);
  stream = g_memory_output_stream_new_resizable ();
  if (!gram_publication_csv (&made.publication, stream, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GBytes *
gram_registry_publication_csv (GramRegistry *self,
                               GramActor *actor,
                               int year,
                               GramRefusal **refusal,
                               GError **error)
{
  GBytes *csv;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!_gram_queries_begin_years (self, actor, 0, refusal, error))
    return NULL;
  csv = write_csv (self, year, refusal, error);
  gram_store_end_read (self->store);
  return csv;
}
