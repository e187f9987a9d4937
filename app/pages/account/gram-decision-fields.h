/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-decisions.h"

G_BEGIN_DECLS

/*
 * The rows of a form that ask for the fields of a decision.
 */

/**
 * gram_decision_field_row_new:
 * @field: a field
 *
 * Returns: (transfer floating): the row that asks for it
 */
GtkWidget *gram_decision_field_row_new (const GramDecisionField *field);

/**
 * gram_decision_field_connect_changed:
 * @row: a row of a field
 * @callback: called as (user_data, row)
 * @user_data: an object
 *
 * Tells when the row was edited.
 */
void gram_decision_field_connect_changed (GtkWidget *row, GCallback callback, gpointer user_data);

/**
 * gram_decision_field_read:
 * @field: a field
 * @row: its row
 * @value: (out) (transfer floating) (nullable): what to send; %NULL if it is empty
 *
 * Reads what was entered, and says below the row what is wrong with it.
 *
 * Returns: whether all is well
 */
gboolean
gram_decision_field_read (const GramDecisionField *field, GtkWidget *row, GVariant **value);

/**
 * gram_decision_field_is_empty:
 * @field: a field
 * @row: its row
 *
 * Returns: whether nothing was entered
 */
gboolean gram_decision_field_is_empty (const GramDecisionField *field, GtkWidget *row);

G_END_DECLS
