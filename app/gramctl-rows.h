/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-allows.h"
#include "gram-consequences.h"
#include "gram-difference-table.h"
#include "gram-import-table.h"
#include "gram-queries-accounts.h"
#include "gram-queries-statement.h"
#include "gram-queries-disputes.h"
#include "gram-queries-inbox.h"
#include "gram-queries-people.h"
#include "gram-rulebook-table.h"

G_BEGIN_DECLS

/**
 * GramctlRow:
 * @keys: (element-type utf8): keys in the order in which they were set, static
 * @values: (element-type GVariant): their values
 *
 * One thing as keys and values, for JSON and for CSV.
 */
typedef struct
{
  GPtrArray *keys;
  GPtrArray *values;
} GramctlRow;

GramctlRow *gramctl_row_new (void);
void gramctl_row_free (GramctlRow *self);
void gramctl_row_set (GramctlRow *self, const char *key, GVariant *value);
void gramctl_row_set_text (GramctlRow *self, const char *key, const char *value);
void gramctl_row_set_number (GramctlRow *self, const char *key, gint64 value);
void gramctl_row_set_grams (GramctlRow *self, const char *key, gint64 micro);
void gramctl_row_set_instant (GramctlRow *self, const char *key, gint64 at);
void gramctl_row_set_boolean (GramctlRow *self, const char *key, gboolean value);

/**
 * gramctl_row_set_decimal:
 * @self: a row
 * @key: a key
 * @value: hundredths
 *
 * Grams of credits and money travel as decimal strings with both digits.
 */
void gramctl_row_set_decimal (GramctlRow *self, const char *key, gint64 value);

/**
 * gramctl_row_set_word:
 * @self: a row
 * @key: a key
 * @vocabulary: a vocabulary
 * @value: value of one of its words; 0 is none, told as the empty text
 *
 * Sets a word.
 */
void gramctl_row_set_word (GramctlRow *self, const char *key, const char *vocabulary, int value);

/**
 * gramctl_row_set_words:
 * @self: a row
 * @key: a key
 * @vocabulary: a vocabulary of flags
 * @flags: which of its words
 *
 * Sets a list of words.
 */
void gramctl_row_set_words (GramctlRow *self, const char *key, const char *vocabulary, guint flags);

/**
 * GramctlFill:
 * @row: a row
 * @record: what it tells
 *
 * Puts a record into a row.
 */
typedef void (*GramctlFill) (GramctlRow *row, gconstpointer record);

/**
 * gramctl_row_set_list:
 * @self: a row
 * @key: a key
 * @records: records
 * @fill: how a row tells one
 *
 * Sets a list in a row: a dictionary for each record.
 */
void gramctl_row_set_list (GramctlRow *self,
                           const char *key,
                           const GPtrArray *records,
                           GramctlFill fill);

/**
 * gramctl_row_set_record:
 * @self: a row
 * @key: a key
 * @record: (nullable): a record; %NULL sets nothing
 * @fill: how a row tells it
 *
 * Sets a dictionary in a row.
 */
void
gramctl_row_set_record (GramctlRow *self, const char *key, gconstpointer record, GramctlFill fill);

/**
 * gramctl_row_set_right:
 * @self: a row
 * @command: name of a command
 * @refusal: (nullable): why it cannot be sent, %NULL if it can
 *
 * Says whether a command can be sent, and why not.
 */
void gramctl_row_set_right (GramctlRow *self, const char *command, const GramRefusal *refusal);

GVariant *gramctl_row_to_variant (const GramctlRow *self);

void gramctl_row_fill_account (GramctlRow *self, const GramAccountRecord *account);
void gramctl_row_fill_account_row (GramctlRow *self, const GramAccountRow *row);
void gramctl_row_fill_measure (GramctlRow *self, const GramMeasureRecord *measure);
void gramctl_row_fill_closing (GramctlRow *self, const GramClosingRecord *closing);
void gramctl_row_fill_application (GramctlRow *self, const GramApplicationRecord *application);
void gramctl_row_fill_directory (GramctlRow *self, const GramDirectoryEntry *entry);
void gramctl_row_fill_balance (GramctlRow *self, const GramBalance *balance);
void gramctl_row_fill_statement_line (GramctlRow *self, const GramStatementLine *line);
void gramctl_row_fill_change (GramctlRow *self, const GramAccountChange *change);
void gramctl_row_fill_person_row (GramctlRow *self, const GramPersonRow *person);
void gramctl_row_fill_member (GramctlRow *self, const GramMemberRow *member);
void gramctl_row_fill_invitation (GramctlRow *self, const GramInvitationRow *invitation);
void gramctl_row_fill_handover (GramctlRow *self, const GramHandoverRow *handover);
void gramctl_row_fill_request (GramctlRow *self, const GramRequestRow *request);
void gramctl_row_fill_allow (GramctlRow *self, const GramAllow *allow);
void gramctl_row_fill_right (GramctlRow *self, const GramRight *right);
void gramctl_row_fill_vehicle (GramctlRow *self, const GramVehicleRecord *vehicle);
void gramctl_row_fill_person (GramctlRow *self, const GramPersonRecord *person);
void gramctl_row_fill_rulebook (GramctlRow *self, const GramRulebookRecord *rulebook);
void gramctl_row_fill_journal (GramctlRow *self, const GramJournalEntry *entry);
void gramctl_row_fill_import (GramctlRow *self, const GramImportRecord *import);
void gramctl_row_fill_difference (GramctlRow *self, const GramDifferenceRecord *difference);

/* Cases and what belongs to them, in gramctl-case-rows.c. */
void gramctl_row_fill_case (GramctlRow *self, const GramCaseRow *row);
void gramctl_row_fill_dispute (GramctlRow *self, const GramDisputeRecord *dispute);
void gramctl_row_fill_message (GramctlRow *self, const GramCaseMessageRecord *message);
void gramctl_row_fill_message_edit (GramctlRow *self, const GramCaseMessageEdit *edit);
void gramctl_row_fill_attachment (GramctlRow *self, const GramAttachmentRecord *attachment);
void gramctl_row_fill_correction (GramctlRow *self, const GramCorrectionRecord *correction);
void gramctl_row_fill_case_allow (GramctlRow *self, const GramCaseAllow *allow);
void gramctl_row_fill_notice (GramctlRow *self, const GramNoticeRow *notice);
void gramctl_row_fill_snippet (GramctlRow *self, const GramSnippetRecord *snippet);
void gramctl_row_fill_answer (GramctlRow *self, const GramAnswer *answer);
void gramctl_row_fill_deadline (GramctlRow *self, const GramDeadline *deadline);
void gramctl_row_fill_value (GramctlRow *self, const GramValueRow *value);
void gramctl_row_fill_consequence (GramctlRow *self, const GramConsequence *line);

/**
 * GramctlTable:
 *
 * Prints rows as they come: a JSON array with one object a line, or CSV with the keys of the first row above.
 */
typedef struct _GramctlTable GramctlTable;

GramctlTable *gramctl_table_new (gboolean csv);
void gramctl_table_add (GramctlTable *self, const GramctlRow *row);
gboolean gramctl_table_finish (GramctlTable *self, GError **error);
void gramctl_table_free (GramctlTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramctlRow, gramctl_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramctlTable, gramctl_table_free)

G_END_DECLS
