/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-answers.h"
#include "gram-attachment-table.h"
#include "gram-case-message-table.h"
#include "gram-dispute-table.h"
#include "gram-queries-cases.h"

G_BEGIN_DECLS

/*
 * Questions about disputes: evidence, the values of a vehicle over time, the look-up of a missing one. What somebody may
 * not know is refused; %NULL or %FALSE comes with exactly one of @refusal and @error set. Strings are owned by the row.
 */

/**
 * GramWhereabouts:
 * @GRAM_WHEREABOUTS_UNKNOWN: no account of the registry has that vehicle
 * @GRAM_WHEREABOUTS_HERE: it stands on the account that was named
 * @GRAM_WHEREABOUTS_ELSEWHERE: it stands on another account; whose, is not said
 *
 * What a holder who misses a vehicle is told about it.
 */
typedef enum
{
  GRAM_WHEREABOUTS_UNKNOWN = 0,
  GRAM_WHEREABOUTS_HERE,
  GRAM_WHEREABOUTS_ELSEWHERE,
} GramWhereabouts;

/**
 * gram_registry_look_up_vehicle:
 * @self: a registry
 * @actor: who asks: who may dispute vehicles of the account, or the administrator's side
 * @account_id: the account that misses it
 * @vin: (nullable): a VIN as typed
 * @chassis: (nullable): a chassis number as typed; one of the two is needed
 * @where: (out): what may be told
 * @vehicle_id: (out): the vehicle if it stands here, else 0
 * @refusal: (out) (optional): `account.unknown`, `permission.*`, or why that is no identifier
 * @error: return location
 *
 * Looks a missing vehicle up (CCS facts §9.4). Nothing but @where is told of a vehicle that stands elsewhere, and the
 * same rows are read whichever of the three answers it is.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_look_up_vehicle (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        const char *vin,
                                        const char *chassis,
                                        GramWhereabouts *where,
                                        gint64 *vehicle_id,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * GramValueRow:
 * @field: field, as in the vehicle's history
 * @title: its translated title
 * @value: canonical text of the value, empty if it was not known; empty as well where another holder's account is meant
 * @text: (nullable): the value for people where the rulebook gives it a title
 * @version: version of the record that brought it
 * @current: it is the value of today
 * @at: UTC microseconds
 * @person: (nullable): name of the person; %NULL the program, or somebody of another account
 * @command: (nullable): command that brought it, %NULL if it came on another account
 * @file: (nullable): base name of the register file that brought it
 * @import_row: row of that file, 0 none
 * @case_id: case that brought it, 0 none
 *
 * One value that a field of a vehicle had, with its source.
 */
typedef struct
{
  char *field;
  char *title;
  char *value;
  char *text;
  int version;
  gboolean current;
  gint64 at;
  char *person;
  char *command;
  char *file;
  gint64 import_row;
  gint64 case_id;
} GramValueRow;

/**
 * gram_registry_value_history:
 * @self: a registry
 * @actor: who asks: who may view the account that it stands on today
 * @vehicle_id: a vehicle
 * @refusal: (out) (optional): `vehicle.unknown`
 * @error: return location
 *
 * Every value that the fields of a vehicle ever had. Who entered it while it stood on an account of somebody else is told
 * to the administrator's side only.
 *
 * Returns: (transfer full) (element-type GramValueRow) (nullable): the values by field, in the order of the details, the
 *   oldest first; fields that never had a value are left out
 */
GPtrArray *gram_registry_value_history (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 vehicle_id,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_value_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_value_row_free (GramValueRow *self);

/**
 * gram_registry_attachments:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account of the case
 * @case_id: a case
 * @refusal: (out) (optional): `case.unknown`
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramAttachmentRecord) (nullable): the evidence that @actor may see, the oldest first
 */
GPtrArray *gram_registry_attachments (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 case_id,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_registry_attachment_content:
 * @self: a registry
 * @actor: who asks
 * @attachment_id: an attachment
 * @record: (out) (optional) (transfer full): what it is
 * @refusal: (out) (optional): `attachment.unknown`: none, of another account, or of the internal lane: one text for all
 * @error: return location; %GRAM_STORE_ERROR_CORRUPT if the content is not what was hashed
 *
 * Reads the content of an attachment; it is hashed again on the way.
 *
 * Returns: (transfer full) (nullable): the bytes, at most 25 MB
 */
GBytes *gram_registry_attachment_content (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 attachment_id,
                                          GramAttachmentRecord **record,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_registry_dispute_details:
 * @dispute: what a dispute says, as it is stored
 *
 * What is known of a vehicle that is said to be missing.
 *
 * Returns: (transfer full): `a{ss}`, name of a field and its canonical text, in the order of the fields; empty for other
 *   kinds
 */
GVariant *gram_registry_dispute_details (const GramDisputeRecord *dispute);

/**
 * GramAnswerFunc:
 * @answer: one line of the answer file
 * @data: closure
 * @error: return location
 *
 * Is told each answer.
 *
 * Returns: %FALSE to stop, with @error set
 */
typedef gboolean (*GramAnswerFunc) (const GramAnswer *answer, gpointer data, GError **error);

/**
 * gram_registry_each_answer:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account
 * @account_id: an account
 * @from: (nullable): the first day of decisions, ISO; %NULL from the beginning
 * @to: (nullable): the last day of decisions, ISO; %NULL to the end
 * @func: (scope call): is told each answer, by number of the case
 * @data: its closure
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not: `account.unknown`, `date.form`
 * @error: return location
 *
 * What was decided about the disputes and corrections of an account: one answer for each vehicle. Which account a vehicle
 * went to is said only if the holder had named it.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_each_answer (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    const char *from,
                                    const char *to,
                                    GramAnswerFunc func,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_write_answers:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @from: (nullable): as in gram_registry_each_answer()
 * @to: (nullable): likewise
 * @stream: where the file goes; it is not closed
 * @n_answers: (out) (optional): how many lines it has
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Writes the answer file of an account: JSON Lines, which dispute.import-answers reads.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_write_answers (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      const char *from,
                                      const char *to,
                                      GOutputStream *stream,
                                      gint64 *n_answers,
                                      GCancellable *cancellable,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_registry_message_edits:
 * @self: a registry
 * @actor: who asks
 * @message_id: a message of a case
 * @refusal: (out) (optional): `message.unknown`: none, of another account, or of the internal lane: one text for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramCaseMessageEdit) (nullable): earlier texts of a message, the oldest first
 */
GPtrArray *gram_registry_message_edits (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 message_id,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_registry_vehicle_cases:
 * @self: a registry
 * @actor: who asks: who may view the account that it stands on today
 * @vehicle_id: a vehicle
 * @refusal: (out) (optional): `vehicle.unknown`
 * @error: return location
 *
 * Cases that name a vehicle; those of accounts that it stood on before are for who may see these accounts.
 *
 * Returns: (transfer full) (element-type GramCaseRow) (nullable): the cases, undecided ones first, then the newest
 */
GPtrArray *gram_registry_vehicle_cases (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 vehicle_id,
                                        GramRefusal **refusal,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramValueRow, gram_value_row_free)

G_END_DECLS
