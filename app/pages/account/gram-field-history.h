/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-account-table.h"

G_BEGIN_DECLS

#define GRAM_TYPE_FIELD_HISTORY (gram_field_history_get_type ())
G_DECLARE_FINAL_TYPE (GramFieldHistory, gram_field_history, GRAM, FIELD_HISTORY, AdwBin)

/**
 * GramFieldHistory:
 *
 * The button at a field of an account that shows how the field came to be what it is: every change with the old value,
 * the new one, who and when, the newest first.
 *
 * Properties, read and write: `field` (name of the field in the account's history, for example `contact-email`), `title`
 * (what people call it; names the button).
 */

/**
 * gram_field_history_set_changes:
 * @self: a button
 * @changes: (element-type GramAccountChange): the changes of all fields
 * @opened: when the account was opened: a field that never changed has its value since then
 *
 * Takes those that are about its field.
 */
void gram_field_history_set_changes (GramFieldHistory *self, GPtrArray *changes, gint64 opened);

/**
 * gram_account_change_text:
 * @field: name of a field
 * @value: its canonical text
 *
 * Returns: (transfer full): the value as people read it; “nothing” for an empty one
 */
char *gram_account_change_text (const char *field, const char *value);

G_END_DECLS
