/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"
#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/* Reasons for a vehicle to be outside the Clean Car Standard are words of the rulebook in force (CCS facts §2). */

/**
 * gram_exclusions_words:
 * @registry: a registry
 * @kind: kind of the account
 * @error: return location
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the words that are known today, none under the CCTS; %NULL
 *   on error
 */
char **gram_exclusions_words (GramRegistry *registry, GramAccountKind kind, GError **error);

/**
 * gram_exclusions_titles:
 * @registry: a registry
 * @kind: kind of the account
 * @error: return location
 *
 * What people read for each reason why a vehicle is outside the standard, by the rulebook in force.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the titles by their words; empty outside the Clean Car Standard
 */
GHashTable *gram_exclusions_titles (GramRegistry *registry, GramAccountKind kind, GError **error);

/**
 * gram_exclusions_format:
 * @titles: (nullable): what gram_exclusions_titles() answered
 * @name: name of a field, as gram_vehicle_field_title() takes it
 * @text: canonical text
 *
 * As gram_vehicle_field_format_for_people(), with the title of a reason; a word that the rulebook does not have any more stands
 * as it is.
 *
 * Returns: (transfer full): the text
 */
char *gram_exclusions_format (GHashTable *titles, const char *name, const char *text);

/**
 * gram_exclusions_check:
 * @registry: a registry
 * @kind: kind of the account
 * @field: (nullable): a field of a vehicle
 * @text: (nullable): canonical text for it
 * @refusal: (out) (optional): `vehicle.excluded`, which names the words there are
 * @error: return location
 *
 * Whether a value can be given: for other fields always.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_exclusions_check (GramRegistry *registry,
                                GramAccountKind kind,
                                const GramVehicleField *field,
                                const char *text,
                                GramRefusal **refusal,
                                GError **error);

G_END_DECLS
