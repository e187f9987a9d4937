/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-publication.h"

#include "gram-queries-years-private.h"
#include "gram-queries.h"
#include "gram-year-books.h"
#include "gram-year-publication.h"

#include "gram-publication-vehicles.h"
#include "gram-registration-table.h"
#include "gram-vehicle-walk.h"

/* Rows between two reports of progress. */
#define REPORT 5000

/* Rows on their way into a file. */
typedef struct
{
  GramRegistry *registry;
  GramActor *actor;
  GramProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  GramYearBooks books;
  GramPublicationVehicles *writer;
  GramPublicationFleet fleet;
  GArray *accounts; /* ids, row by row of the books */
  GArray *of_row;   /* for each of them: the row */
  char *first;
  char *last;
  gint64 total;
  GramPublishedVehicles published;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->writer, gram_publication_vehicles_free);
  g_clear_pointer (&self->accounts, g_array_unref);
  g_clear_pointer (&self->of_row, g_array_unref);
  g_free (self->first);
  g_free (self->last);
  gram_year_books_clear (&self->books);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
add_total (Writing *self, gint64 account_id, GError **error)
{
  g_autoptr (GPtrArray) sums = gram_registration_table_sums (self->registry->store, account_id,
                                                             self->first, self->last, error);

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    self->total += ((const GramRegistrationTotal *)sums->pdata[i])->amount.records;
  return sums != NULL;
}

/* The accounts whose cars count for a participant; each has to be one that the person may see. */
static gboolean
add_accounts (Writing *self, guint row, GramRefusal **refusal, GError **error)
{
  const GramParticipantRow *one = self->books.rows->pdata[row];
  const GramParticipant participant
      = { .year = self->books.year, .account_id = one->account_id, .pool_id = one->pool_id };
  g_autoptr (GArray) accounts
      = gram_participants_accounts (self->registry->store, self->books.year, &participant, error);

  if (accounts == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      gint64 id = g_array_index (accounts, gint64, i);

      if (gram_registry_may_view (self->registry, self->actor, id, refusal, error)
              != GRAM_OUTCOME_DONE
          || !add_total (self, id, error))
        return FALSE;
      g_array_append_val (self->accounts, id);
      g_array_append_val (self->of_row, row);
    }
  return TRUE;
}

static gboolean
vehicle_cb (const GramVehicleRecord *vehicle, gpointer data, GError **error)
{
  Writing *self = data;
  GramPublishedVehicles *published = &self->published;

  published->records++;
  if (vehicle->zero_emission)
    published->cars_zero += vehicle->units;
  else
    published->cars += vehicle->units;
  if (self->progress != NULL && published->records % REPORT == 0)
    self->progress (published->records, self->total, published->records, self->progress_data);
  return gram_publication_vehicles_add (self->writer, &self->fleet, vehicle, self->cancellable,
                                        error);
}

static gboolean
write_account (Writing *self, guint at, GError **error)
{
  const GramParticipantRow *row = self->books.rows->pdata[g_array_index (self->of_row, guint, at)];
  gint64 account_id = g_array_index (self->accounts, gint64, at);
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_get (self->registry->store, account_id, &account, error))
    return FALSE;
  g_assert (account != NULL);
  self->fleet = (GramPublicationFleet){ .year = self->books.year,
                                        .participant = row->holder,
                                        .account_number = row->number,
                                        .pool = row->pool_name,
                                        .manufacturer = account->holder };
  return gram_vehicle_walk (self->registry->store, account_id, self->first, self->last, vehicle_cb,
                            self, self->cancellable, error);
}

static GramOutcome
write_rows (Writing *self, int year, GOutputStream *stream, GramRefusal **refusal, GError **error)
{
  GramDateRange days;

  if (!gram_year_publication_read (&self->books, self->registry, year, refusal, error))
    return *error != NULL ? GRAM_OUTCOME_FAILED : GRAM_OUTCOME_REFUSED;
  days = gram_ccts_year_range (self->books.rulebook->ccts, year);
  self->first = gram_date_format (days.first);
  self->last = gram_date_format (days.last);
  self->accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->of_row = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->books.rows->len; i++)
    if (!add_accounts (self, i, refusal, error))
      return *error != NULL ? GRAM_OUTCOME_FAILED : GRAM_OUTCOME_REFUSED;
  self->published.changed = self->books.facts.changed;
  self->writer = gram_publication_vehicles_new (stream);
  for (guint i = 0; i < self->accounts->len; i++)
    if (!write_account (self, i, error))
      return GRAM_OUTCOME_FAILED;
  return gram_publication_vehicles_finish (self->writer, self->cancellable, error)
             ? GRAM_OUTCOME_DONE
             : GRAM_OUTCOME_FAILED;
}

GramOutcome
gram_registry_save_published_vehicles (GramRegistry *self,
                                       GramActor *actor,
                                       int year,
                                       GOutputStream *stream,
                                       GramProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GramPublishedVehicles *published,
                                       GramRefusal **refusal,
                                       GError **error)
{
  g_auto (Writing) writing = { 0 };
  g_autoptr (GError) failed = NULL;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL && actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), GRAM_OUTCOME_FAILED);

  writing.registry = self;
  writing.actor = actor;
  writing.progress = progress;
  writing.progress_data = progress_data;
  writing.cancellable = cancellable;
  if (!_gram_queries_begin_years (self, actor, 0, refusal, &failed))
    outcome = failed != NULL ? GRAM_OUTCOME_FAILED : GRAM_OUTCOME_REFUSED;
  else
    {
      outcome = write_rows (&writing, year, stream, refusal, &failed);
      gram_store_end_read (self->store);
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  if (outcome == GRAM_OUTCOME_DONE && published != NULL)
    *published = writing.published;
  return outcome;
}
