/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GRAM_TYPE_PLACE (gram_place_get_type ())
G_DECLARE_DERIVABLE_TYPE (GramPlace, gram_place, GRAM, PLACE, GObject)

/**
 * GramPlace:
 *
 * A *place* in a paged list, not a row, abstract: another query keeps the object and changes what stands in it, with
 * `notify`. So activation has to send the id that was shown, never the place. A subclass adds properties for what a row
 * of its kind shows.
 *
 * Properties, all read-only: `position` (uint), `loading` (nothing is known yet of the row here), `id` (int64, 0 while
 * loading).
 */

/**
 * GramPlaceClass:
 * @notify_difference: notifies the properties of the subclass that differ between two rows, either of which may be %NULL
 *
 * What a subclass says in its class_init.
 */
struct _GramPlaceClass
{
  GObjectClass parent_class;

  void (*notify_difference) (GramPlace *self, gconstpointer before, gconstpointer after);
};

/**
 * gram_place_get_position:
 * @self: a place
 *
 * Returns: where in the list it is
 */
guint gram_place_get_position (GramPlace *self);

/**
 * gram_place_get_loading:
 * @self: a place
 *
 * Returns: %TRUE until something is known of the row
 */
gboolean gram_place_get_loading (GramPlace *self);

/**
 * gram_place_get_id:
 * @self: a place
 *
 * Returns: id of the row that it shows, 0 while loading
 */
gint64 gram_place_get_id (GramPlace *self);

/**
 * gram_place_get_row:
 * @self: a place
 *
 * The row as plain data, whose type the list's query says. Subclasses have a function that knows it.
 *
 * Returns: (transfer none) (nullable): the row that it shows, until the next `notify`
 */
gconstpointer gram_place_get_row (GramPlace *self);

G_END_DECLS
