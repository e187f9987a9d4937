/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_VALUE_HISTORY (gram_value_history_get_type ())
G_DECLARE_FINAL_TYPE (GramValueHistory,
                      gram_value_history,
                      GRAM,
                      VALUE_HISTORY,
                      AdwPreferencesGroup)

/**
 * GramValueHistory:
 *
 * Every value that a vehicle ever had, with its source: register file and row, case, person. One row for each field, with
 * the value of now; opened, it has the values before, the newest first. Fields that never changed stand together at the
 * end.
 *
 * Signal `open-case (gint64)`: a value came from a case, and the person wants to see that.
 */

/**
 * GramValue:
 * @field: name of the field in the vehicle's history
 * @title: translated title of the field
 * @value: the value as people read it; "" where there was none
 * @source: translated: register file and row, case, or person
 * @case_id: the case that gave it, 0 none
 * @at: since when, UTC microseconds
 *
 * A value and where it came from. All texts are copied.
 */
typedef struct
{
  const char *field;
  const char *title;
  const char *value;
  const char *source;
  gint64 case_id;
  gint64 at;
} GramValue;

/**
 * gram_value_history_new:
 *
 * Returns: (transfer floating): an empty history
 */
GtkWidget *gram_value_history_new (void);

/**
 * gram_value_history_set_values:
 * @self: a history
 * @values: (array length=n_values): values, the oldest first within a field; the fields in the order in which they shall
 *   be shown
 * @n_values: how many
 *
 * Shows them.
 */
void
gram_value_history_set_values (GramValueHistory *self, const GramValue *values, gsize n_values);

G_END_DECLS
