/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The rows of a form that ask for what a command needs to know.
 */

/**
 * GramFormInput:
 * @GRAM_FORM_LINES: a few sentences
 * @GRAM_FORM_LINE: a short text
 * @GRAM_FORM_DAY: a day, sent as ISO date
 * @GRAM_FORM_CHOICE: one of @choices
 * @GRAM_FORM_YEAR: a year, sent as a number
 * @GRAM_FORM_AMOUNT: a decimal amount of two decimals at most, sent as text
 * @GRAM_FORM_TENTHS: one decimal at most, sent as text
 * @GRAM_FORM_DECIMAL: six decimals at most, sent as text
 * @GRAM_FORM_NUMBER: a whole number, sent as a number
 * @GRAM_FORM_ACCOUNTS: numbers of accounts with commas between them, sent as an array of texts
 *
 * How a field is asked for.
 */
typedef enum
{
  GRAM_FORM_LINES,
  GRAM_FORM_LINE,
  GRAM_FORM_DAY,
  GRAM_FORM_CHOICE,
  GRAM_FORM_YEAR,
  GRAM_FORM_AMOUNT,
  GRAM_FORM_TENTHS,
  GRAM_FORM_DECIMAL,
  GRAM_FORM_NUMBER,
  GRAM_FORM_ACCOUNTS,
} GramFormInput;

/**
 * GramFormChoice:
 * @word: what is sent
 * @title: translatable (N_())
 *
 * One of the answers to a choice.
 */
typedef struct
{
  const char *word;
  const char *title;
} GramFormChoice;

#define GRAM_FORM_MAX_CHOICES 3

/**
 * GramFormField:
 * @argument: argument of the command
 * @title: translatable (N_()) title with a mnemonic
 * @input: how it is asked for
 * @needed: (nullable): translatable (N_()): what is said if it is empty; %NULL if it may be
 * @choices: the answers of a choice, ended by a %NULL word
 *
 * Something that a command needs to know.
 */
typedef struct
{
  const char *argument;
  const char *title;
  GramFormInput input;
  const char *needed;
  GramFormChoice choices[GRAM_FORM_MAX_CHOICES];
} GramFormField;

/**
 * gram_form_field_row_new:
 * @field: a field
 *
 * Returns: (transfer floating): the row that asks for it
 */
GtkWidget *gram_form_field_row_new (const GramFormField *field);

/**
 * gram_form_field_connect_changed:
 * @row: a row of a field
 * @callback: called as (user_data, row)
 * @user_data: an object
 *
 * Tells when the row was edited.
 */
void gram_form_field_connect_changed (GtkWidget *row, GCallback callback, gpointer user_data);

/**
 * gram_form_field_read:
 * @field: a field
 * @row: its row
 * @value: (out) (transfer floating) (nullable): what to send; %NULL if it is empty
 *
 * Reads what was entered, and says below the row what is wrong with it.
 *
 * Returns: whether all is well
 */
gboolean gram_form_field_read (const GramFormField *field, GtkWidget *row, GVariant **value);

/**
 * gram_form_field_is_empty:
 * @field: a field
 * @row: its row
 *
 * Returns: whether nothing was entered
 */
gboolean gram_form_field_is_empty (const GramFormField *field, GtkWidget *row);

/**
 * gram_form_field_set_text:
 * @field: a field; not a choice
 * @row: its row
 * @text: (nullable): what to begin with, as the command takes it
 *
 * Fills the row in.
 */
void gram_form_field_set_text (const GramFormField *field, GtkWidget *row, const char *text);

/**
 * gram_form_field_dup_text:
 * @field: a field
 * @row: its row
 *
 * What is entered now; nothing is said about what is wrong with it.
 *
 * Returns: (transfer full): the text as a command takes it; "" if it is empty or not what the field takes
 */
char *gram_form_field_dup_text (const GramFormField *field, GtkWidget *row);

G_END_DECLS
