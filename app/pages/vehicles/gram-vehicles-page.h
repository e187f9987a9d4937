/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_VEHICLES_PAGE (gram_vehicles_page_get_type ())
G_DECLARE_FINAL_TYPE (GramVehiclesPage, gram_vehicles_page, GRAM, VEHICLES_PAGE, GramPage)

/**
 * GramVehiclesPage:
 *
 * The vehicles of the current account: search, filters, a table of any length, a selection and what can be done with it.
 *
 * Actions, all without a parameter: `vehicles.select-all`, `vehicles.select-none`, `vehicles.accept` (the selection),
 * `vehicles.accept-all` (all that match), `vehicles.mark-ready`, `vehicles.clear-filters`, `vehicles.find`,
 * `vehicles.reverse`, and `vehicles.column-…`; `vehicles.sort` takes an order's word.
 */

/**
 * gram_vehicles_page_show:
 * @self: the page
 * @statuses: bit set `1 << GramVehicleStatus`, 0 all
 * @attentions: bit set `1 << GramAttention`, 0 all
 *
 * Shows exactly these vehicles, without a search: where a count elsewhere leads to.
 */
void gram_vehicles_page_show (GramVehiclesPage *self, guint statuses, guint attentions);

/**
 * gram_vehicles_page_show_days:
 * @self: the page
 * @title: (nullable): translated: what the days are, for example “Scheme Year 2025”
 * @first: (nullable): first day of first registration, ISO
 * @last: (nullable): last day of it, ISO
 *
 * Shows the vehicles that were first registered in these days, without a search; a button takes that away again. %NULL
 * for all three shows all vehicles.
 */
void gram_vehicles_page_show_days (GramVehiclesPage *self,
                                   const char *title,
                                   const char *first,
                                   const char *last);

/**
 * gram_vehicles_page_show_where:
 * @self: the page
 * @title: translated: what the vehicles have in common, for example “Accepted in July 2026”
 * @filter: `a{sv}`: a filter as `vehicle.accept` takes it; a floating reference is consumed
 *
 * Shows exactly these vehicles; a button takes what they have in common away again. Statuses, attentions and a search are
 * shown where a person chooses them.
 */
void gram_vehicles_page_show_where (GramVehiclesPage *self, const char *title, GVariant *filter);

/**
 * gram_vehicles_page_find:
 * @self: the page
 *
 * Puts the cursor into the search entry.
 */
void gram_vehicles_page_find (GramVehiclesPage *self);

G_END_DECLS
