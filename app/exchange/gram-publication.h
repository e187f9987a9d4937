/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramPublicationRow:
 * @holder: name of the participant
 * @account_number: its account number
 * @pool: (nullable): name of the pool that it stands for
 * @cars_zero_emission: cars that meet the zero-emission conditions
 * @cars: NZE cars (N)
 * @average_micro: average emissions of NZE cars, millionths of g/km
 * @has_baseline: there is a baseline
 * @baseline_micro: baseline (art. 80(c)(iii)), millionths of g/km
 * @allocated: allowances allocated (art. 34)
 * @acquired: acquired for CRTS allowances (art. 35)
 * @traded: net allowances traded: traded in less traded out
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered
 * @converted: converted into CRTS credits (art. 23)
 * @lapsed: lapsed (art. 40(b))
 * @shortfall: activity not accounted for, thousandths
 * @payment: payment (art. 39(2)), pence
 *
 * A participant in the publication table of a year. The texts are borrowed.
 */
typedef struct
{
  const char *holder;
  const char *account_number;
  const char *pool;
  gint64 cars_zero_emission;
  gint64 cars;
  gint64 average_micro;
  gboolean has_baseline;
  gint64 baseline_micro;
  gint64 allocated;
  gint64 acquired;
  gint64 traded;
  gint64 activity;
  gint64 surrendered;
  gint64 converted;
  gint64 lapsed;
  gint64 shortfall;
  gint64 payment;
} GramPublicationRow;

/**
 * GramPublication:
 * @year: scheme year
 * @administrator: name of the administrator
 * @registry: name of the registry
 * @practice: the registry is a practice registry: every page says so
 * @made_on: day on which it is made
 * @closed: the year is closed; else the figures are provisional, and every page says so
 * @rulebook: version of the rulebook
 * @rows: (element-type GramPublicationRow): the participants, in the order in which they are shown
 *
 * What is published of a year (art. 80). All texts are borrowed.
 */
typedef struct
{
  int year;
  const char *administrator;
  const char *registry;
  gboolean practice;
  GramDate made_on;
  gboolean closed;
  const char *rulebook;
  GPtrArray *rows;
} GramPublication;

/**
 * gram_publication_csv:
 * @self: what is published
 * @stream: where to; stays open
 * @error: return location
 *
 * The table as CSV: UTF-8, a header, decimals with `.`.
 *
 * Returns: %FALSE with a %GRAM_EXCHANGE_ERROR
 */
gboolean gram_publication_csv (const GramPublication *self, GOutputStream *stream, GError **error);

/**
 * gram_publication_pdf:
 * @self: what is published
 * @error: return location
 *
 * The table as a tagged PDF of A4 pages across. The same input in the same language gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GBytes *gram_publication_pdf (const GramPublication *self, GError **error);

/**
 * gram_publication_average:
 * @exact_micro: activity before it is cut, millionths
 * @cars: NZE cars
 *
 * Returns: average emissions of an NZE car, millionths of g/km, half up; 0 without cars
 */
gint64 gram_publication_average (gint64 exact_micro, gint64 cars);

G_END_DECLS
