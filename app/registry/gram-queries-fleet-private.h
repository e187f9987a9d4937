/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-borrowing-table.h"
#include "gram-fleet-years.h"
#include "gram-queries-fleet.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/* A row of the list. */
GramFleetYearRow *_gram_fleet_year_row (const GramFleetStanding *standing);

/* What vehicles that are not accepted yet would add, and what will be so from 1 January. */
gboolean _gram_fleet_forecast (const GramFleetStanding *standing,
                               GramFleetForecast *forecast,
                               GramFleetForecast **next,
                               GError **error);

void _gram_fleet_forecast_clear (GramFleetForecast *self);

/* A borrowing with what the person can do with it. */
GramBorrowingRow *_gram_borrowing_row (GramRegistry *self,
                                       const GramPersonRecord *person,
                                       const GramAccountRecord *account,
                                       const GramBorrowingRecord *record,
                                       GError **error);

G_END_DECLS
