/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-exchange-error.h"
#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/*
 * The administrator's answer file: JSON Lines, a line for each vehicle of a decided dispute or correction. An administrator's
 * registry writes it for one account; an officer's own registry reads it, where it closes what it matches.
 *
 *     {"account":"10000016","case":12,"chassis":"ZVW30-1234567","claimed":"98.5","decided_on":"2026-11-22",
 *      "dispute":"value","field":"co2","kind":"dispute","outcome":"upheld","reason":"…","stated":"104",
 *      "values":{"co2":"98.5"}}
 *
 * What is not said is left out. Values are canonical texts of gram-vehicle-fields.h.
 */

/**
 * GRAM_ANSWER_MAX_LINE:
 *
 * Longest line that is read, bytes.
 */
#define GRAM_ANSWER_MAX_LINE (64 * 1024)

/**
 * GramAnswer:
 * @number: number of the case in the registry that wrote the file; a shared dispute has a line for each vehicle
 * @kind: %GRAM_CASE_DISPUTE or %GRAM_CASE_CORRECTION
 * @dispute: what was disputed
 * @account: number of the account
 * @vin: (nullable): VIN of the vehicle
 * @chassis: (nullable): its chassis number
 * @register_key: (nullable): key of the register's row, where it has neither
 * @field: (nullable): value: name of the field
 * @stated: (nullable): value: what the record said
 * @claimed: (nullable): value: what it should say
 * @outcome: %GRAM_CASE_UPHELD or %GRAM_CASE_NOT_UPHELD
 * @values: (array fixed-size=20): upheld: the corrected values, or those of the record that was created, a text for each field
 *   of gram_vehicle_fields(), %NULL for the others
 * @right_account: (nullable): upheld, not ours: number of the account that it was moved to
 * @reason: (nullable): reason of the decision
 * @decided_on: day of the decision
 *
 * One line. All strings are owned.
 */
typedef struct
{
  gint64 number;
  GramCaseKind kind;
  GramDisputeKind dispute;
  char *account;
  char *vin;
  char *chassis;
  char *register_key;
  char *field;
  char *stated;
  char *claimed;
  GramCaseOutcome outcome;
  char *values[GRAM_VEHICLE_FIELD_N];
  char *right_account;
  char *reason;
  GramDate decided_on;
} GramAnswer;

/**
 * gram_answer_new:
 *
 * Returns: (transfer full): an empty answer
 */
GramAnswer *gram_answer_new (void);

/**
 * gram_answer_free:
 * @self: (nullable): an answer
 *
 * Frees it.
 */
void gram_answer_free (GramAnswer *self);

/**
 * gram_answer_set_value:
 * @self: an answer
 * @field: name of a vehicle field
 * @text: (nullable): canonical text, %NULL for none
 *
 * Returns: %FALSE if there is no field of that name
 */
gboolean gram_answer_set_value (GramAnswer *self, const char *field, const char *text);

/**
 * gram_answer_to_line:
 * @self: an answer
 *
 * Writes canonical JSON: members sorted, no blanks; the same answer always gives the same line.
 *
 * Returns: (transfer full): the line, without its end
 */
char *gram_answer_to_line (const GramAnswer *self);

/**
 * gram_answer_from_line:
 * @line: a line, UTF-8, without its end
 * @length: its bytes, or -1
 * @error: return location
 *
 * Reads a line, strictly: unknown, missing and repeated members, values of another type, and what does not go together
 * (corrected values of a declined dispute) are errors that name the JSON path.
 *
 * Returns: (transfer full) (nullable): the answer
 */
GramAnswer *gram_answer_from_line (const char *line, gssize length, GError **error);

/**
 * GramAnswersReader:
 *
 * Reads an answer file line by line with a buffer of fixed size.
 */
typedef struct _GramAnswersReader GramAnswersReader;

/**
 * gram_answers_reader_new:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the reader
 */
GramAnswersReader *gram_answers_reader_new (const char *path, GError **error);

/**
 * gram_answers_reader_new_for_bytes:
 * @bytes: what would stand in a file
 *
 * Returns: (transfer full): the reader
 */
GramAnswersReader *gram_answers_reader_new_for_bytes (GBytes *bytes);

/**
 * gram_answers_reader_free:
 * @self: (nullable): a reader
 *
 * Closes it.
 */
void gram_answers_reader_free (GramAnswersReader *self);

/**
 * gram_answers_reader_next:
 * @self: a reader
 * @answer: (out) (transfer full) (nullable): the next answer, %NULL at the end of the file
 * @error: return location
 *
 * Reads on; empty lines are passed over. The message of an error begins with the number of the line.
 *
 * Returns: %FALSE on error
 */
gboolean gram_answers_reader_next (GramAnswersReader *self, GramAnswer **answer, GError **error);

/**
 * gram_answers_reader_get_line:
 * @self: a reader
 *
 * Returns: number of the line that was read last, from 1 on
 */
gint64 gram_answers_reader_get_line (GramAnswersReader *self);

/**
 * gram_answers_reader_get_sha256:
 * @self: a reader at its end
 *
 * Returns: (transfer none): SHA-256 of the file, hexadecimal
 */
const char *gram_answers_reader_get_sha256 (GramAnswersReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAnswer, gram_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAnswersReader, gram_answers_reader_free)

G_END_DECLS
