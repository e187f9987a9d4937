/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccs-private.h"

#include "gram-calendar.h"
#include "gram-verify-cells-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many figures a cell has. */
#define PARTS (sizeof (GramAcceptanceAmount) / sizeof (gint64))

#define KEY "account_id, obligation_year, fleet_average, "

static char *
where_cell (const GramCellKey *key)
{
  return g_strdup_printf ("acceptance_total account %" PRId64 ", %" PRId64 "%s, %" PRId64
                          ", “%s”, “%s”",
                          key->numbers[0], key->numbers[1],
                          key->numbers[2] != 0 ? ", fleet-average" : "", key->numbers[3],
                          key->texts[0], key->texts[1]);
}

static const GramCellCheck check = {
  .kept
  = "SELECT " KEY "period, make, model, records, credit, excess, charge FROM acceptance_total",
  .n_numbers = 4,
  .n_parts = PARTS,
  .where = where_cell,
};

/* Vehicles are accepted many at a time: the month of an instant is looked up once. */
typedef struct
{
  gint64 instant;
  int period;
} Month;

static int
month_of (Month *self, gint64 instant)
{
  GramDate day;

  if (self->period != 0 && self->instant == instant)
    return self->period;
  day = gram_date_from_instant (instant, GRAM_ZONE_AUCKLAND);
  self->instant = instant;
  self->period = day.year * 100 + day.month;
  return self->period;
}

static void
check_vehicle (GramVerifier *self, GramStatement *row, GHashTable *cells, Month *month)
{
  gint64 difference = gram_statement_int64 (row, 6);
  const GramAcceptanceAmount amount = {
    .records = 1,
    .credit = MAX (difference, 0),
    .excess = MAX (-difference, 0),
    .charge = gram_statement_int64 (row, 7),
  };
  const char *found = NULL;

  if (month_of (month, gram_statement_int64 (row, 8)) != gram_statement_int64 (row, 3))
    found = _ ("The month that was frozen is not that of the acceptance.");
  else if (difference == G_MININT64
           || !_gram_verify_cells_add (cells, &check, row, (const gint64 *)&amount))
    found = _ ("The vehicle’s figures are too large to be added up.");
  if (found != NULL)
    _gram_verifier_find (self, g_strdup_printf ("vehicle %" PRId64, gram_statement_int64 (row, 9)),
                         found);
}

/* Credits, charges and the net position of a year, from the vehicles. */
gboolean
_gram_verify_acceptances (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) cells = _gram_cells_new ();
  g_autoptr (GramStatement) statement = NULL;
  Month month = { 0 };
  GramStep step;

  statement = gram_statement_prepare (self->store,
                                      "SELECT " KEY "accepted_period, make, model, difference,"
                                      " charge, accepted_at, id FROM vehicle"
                                      " WHERE obligation_year > 0",
                                      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_vehicle (self, statement, cells, &month);
  return step == GRAM_STEP_DONE && _gram_verify_cells (self, cells, &check, error);
}
