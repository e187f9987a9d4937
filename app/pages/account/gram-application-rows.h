/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-application-form.h"

G_BEGIN_DECLS

/*
 * The rows that ask for the fields of the application for Fleet Average; made from the form's table.
 */

/**
 * gram_application_row_new:
 * @field: a row of the form's table
 *
 * Returns: (transfer floating): the row that asks for it
 */
GtkWidget *gram_application_row_new (const GramApplicationRow *field);

/**
 * gram_application_hint_new:
 * @row: the row of a field
 * @field: the field
 *
 * Returns: (transfer floating) (nullable): a row with the hint, to stand below @row; %NULL if @row shows it itself
 */
GtkWidget *gram_application_hint_new (GtkWidget *row, const GramApplicationRow *field);

/**
 * gram_application_row_connect_changed:
 * @row: such a row
 * @callback: called as (user_data)
 * @user_data: an object
 *
 * Tells when it was edited.
 */
void gram_application_row_connect_changed (GtkWidget *row, GCallback callback, gpointer user_data);

/**
 * gram_application_row_dup_text:
 * @row: such a row
 *
 * Returns: (transfer full): what was entered, as gram_application_form_set() takes it; empty if nothing
 */
char *gram_application_row_dup_text (GtkWidget *row);

/**
 * gram_application_row_set_text:
 * @row: such a row
 * @text: (nullable): what it shall show, as the form keeps it
 *
 * Shows a value.
 */
void gram_application_row_set_text (GtkWidget *row, const char *text);

/**
 * gram_application_value_text:
 * @field: a row of the form's table
 * @value: (nullable): what the form keeps
 *
 * Returns: (transfer full): the value as people read it, `–` if there is none
 */
char *gram_application_value_text (const GramApplicationRow *field, const char *value);

G_END_DECLS
