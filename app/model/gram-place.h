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
 * `notify`. So activation has to send the id that was shown, never the place. A subclass names the fields of its kind of
 * row, and each becomes a property. Pages turn them into text by closures.
 *
 * Properties, all read-only: `position` (uint), `loading` (nothing is known yet of the row here), `id` (int64, 0 while
 * loading).
 */

/**
 * GramPlaceFieldType:
 * @GRAM_PLACE_TEXT: `char *`; %NULL reads as empty
 * @GRAM_PLACE_INT64: `gint64`
 * @GRAM_PLACE_INT: `int`
 * @GRAM_PLACE_UINT: `guint`, or an enumeration
 * @GRAM_PLACE_BOOLEAN: `gboolean`
 *
 * Type of a field.
 */
typedef enum
{
  GRAM_PLACE_TEXT,
  GRAM_PLACE_INT64,
  GRAM_PLACE_INT,
  GRAM_PLACE_UINT,
  GRAM_PLACE_BOOLEAN,
} GramPlaceFieldType;

/**
 * GramPlaceField:
 * @name: name of the property
 * @type: its type
 * @offset: where it is in the row, or in what @via points to
 * @via: offset of a pointer in the row to the struct that the field is in; 0 the row itself
 * @otherwise: what the property reads while nothing is known
 *
 * A field of a row that a place shows. No row has a pointer at its beginning, where its id is.
 */
typedef struct
{
  const char *name;
  GramPlaceFieldType type;
  gsize offset;
  gsize via;
  gint64 otherwise;
} GramPlaceField;

/**
 * GramPlaceClass:
 * @fields: see gram_place_class_install_fields()
 * @n_fields: how many
 * @specs: the property of each
 *
 * What a kind of place knows.
 */
struct _GramPlaceClass
{
  GObjectClass parent_class;

  const GramPlaceField *fields;
  guint n_fields;
  GParamSpec **specs;
};

/**
 * gram_place_class_install_fields:
 * @klass: the class of a subclass
 * @fields: (array length=n_fields): its fields; a constant
 * @n_fields: how many
 *
 * Makes properties of fields; for class_init of a subclass, which has no properties besides.
 */
void gram_place_class_install_fields (GramPlaceClass *klass,
                                      const GramPlaceField *fields,
                                      guint n_fields);

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
