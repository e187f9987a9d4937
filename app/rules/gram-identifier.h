/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rules-error.h"

G_BEGIN_DECLS

/**
 * GRAM_IDENTIFIER_BUFFER:
 *
 * Room for a normalised identifier and its final NUL.
 */
#define GRAM_IDENTIFIER_BUFFER 18

/**
 * GramIdentifierKind:
 * @GRAM_IDENTIFIER_VIN: vehicle identification number (ISO 3779), 17 characters
 * @GRAM_IDENTIFIER_CHASSIS: chassis or frame number
 *
 * The two kinds of identifier.
 */
typedef enum
{
  GRAM_IDENTIFIER_VIN = 1,
  GRAM_IDENTIFIER_CHASSIS,
} GramIdentifierKind;

/**
 * GramIdentifier:
 * @kind: VIN or chassis number
 * @text: normalised, as shown; a chassis number keeps its dash
 * @key: @text without the dash; compare, store as key and search with it
 * @check_digit: a hint, not a rule: 0 if there is nothing to say, else the check digit that a VIN starting with 1 to 5
 *   would have at position 9, when it has another
 *
 * The one type for what identifies a vehicle (CCS facts §14). A used import starts with a chassis number and gets its
 * VIN later, so one record may have both, each as one of these. Plain data: copy it by assignment.
 */
typedef struct
{
  GramIdentifierKind kind;
  char check_digit;
  char text[GRAM_IDENTIFIER_BUFFER];
  char key[GRAM_IDENTIFIER_BUFFER];
} GramIdentifier;

/**
 * gram_identifier_parse:
 * @text: (nullable): a VIN or chassis number as somebody typed it, UTF-8
 * @identifier: (out caller-allocates): the identifier
 * @error: return location
 *
 * Normalises and classifies: full-width characters become ASCII, all dash-like characters `-`, letters upper case, blanks
 * go. 17 characters without a dash are a VIN, in which I, O and Q are refused with their position; anything else has to
 * look like `[A-Z0-9]{2,7}-?[A-Z0-9]{4,8}`, 8 to 15 long with its dash. Normalising a normalised text changes nothing.
 * Does not allocate unless it fails.
 *
 * Returns: %FALSE with a %GRAM_RULES_ERROR if @text is neither; @identifier is then untouched
 */
gboolean gram_identifier_parse (const char *text, GramIdentifier *identifier, GError **error);

/**
 * gram_identifier_search_key:
 * @text: what a person typed to search by, any part of an identifier or any word
 *
 * Folds a search word the way identifiers are folded (full-width, dashes, upper case), without blanks and dashes and
 * without checking it, so that `zvw30-12` finds `ZVW30-1234567`.
 *
 * Returns: (transfer full): the folded text, perhaps empty
 */
char *gram_identifier_search_key (const char *text);

/**
 * gram_identifier_check_digit:
 * @vin: 17 characters of a VIN
 *
 * The check digit of the North American rule, at position 9.
 *
 * Returns: `0` to `9` or `X`; 0 if @vin is not a VIN
 */
char gram_identifier_check_digit (const char *vin);

/**
 * GRAM_ACCOUNT_NUMBER_BUFFER:
 *
 * Room for an account number and its final NUL.
 */
#define GRAM_ACCOUNT_NUMBER_BUFFER 9

/**
 * GRAM_ACCOUNT_NUMBER_BASE:
 *
 * What the seven digits before the check digit are more than the serial.
 */
#define GRAM_ACCOUNT_NUMBER_BASE 1000000

/**
 * gram_account_number_make:
 * @serial: 1 for the first account of a registry, one more for each
 * @buffer: (out caller-allocates): room for %GRAM_ACCOUNT_NUMBER_BUFFER bytes
 * @error: return location
 *
 * Makes an account number: seven digits that start at 1000001, so that no spreadsheet eats a leading zero, and a Luhn
 * check digit. No meaning is coded in the digits; a number is never used again.
 *
 * Returns: %FALSE with %GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL if @serial is not between 1 and 8,999,999
 */
gboolean
gram_account_number_make (gint64 serial, char buffer[GRAM_ACCOUNT_NUMBER_BUFFER], GError **error);

/**
 * gram_account_number_parse:
 * @text: (nullable): an account number as typed; blanks and dashes in it are ignored
 * @buffer: (out caller-allocates): room for %GRAM_ACCOUNT_NUMBER_BUFFER bytes
 * @error: return location
 *
 * Reads an account number. %GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK says that it has eight digits and the last one does
 * not agree: one was mistyped, or two were swapped.
 *
 * Returns: %FALSE with a %GRAM_RULES_ERROR if @text is no account number; @buffer is then untouched
 */
gboolean gram_account_number_parse (const char *text,
                                    char buffer[GRAM_ACCOUNT_NUMBER_BUFFER],
                                    GError **error);

/**
 * gram_luhn_digit:
 * @digits: decimal digits
 *
 * The Luhn check digit that belongs behind @digits. It catches every single wrong digit, and every swap of two
 * neighbours but 09 and 90.
 *
 * Returns: `0` to `9`; 0 if @digits has something else in it
 */
char gram_luhn_digit (const char *digits);

G_END_DECLS
