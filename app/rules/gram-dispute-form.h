/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/*
 * What somebody fills in to open a dispute (before acceptance) or a correction (after it). The form is a table: command
 * arguments and dialogs are made from gram_dispute_form_rows().
 */

/**
 * GRAM_DISPUTE_REASON_MAX:
 *
 * Longest reason, message, question or answer, characters.
 */
#define GRAM_DISPUTE_REASON_MAX 4000

/**
 * GRAM_DISPUTE_CITATION_MAX:
 *
 * Longest citation of an explanation, characters.
 */
#define GRAM_DISPUTE_CITATION_MAX 8000

/**
 * GramDisputeForm:
 * @kind: kind of dispute
 * @field: (nullable): value: name of the field
 * @claimed: (nullable): value: what it should say
 * @reason: (nullable): why
 * @citation: (nullable): lines of an explanation that are cited
 * @right_account: (nullable): not ours: number of the right account, if known
 * @vin: (nullable): missing: its VIN
 * @chassis: (nullable): missing: its chassis number
 * @details: (array fixed-size=20): missing: what is known, a text for each field of gram_vehicle_fields(), %NULL for the
 *   others
 *
 * A filled-in form. All strings are owned.
 */
typedef struct
{
  GramDisputeKind kind;
  char *field;
  char *claimed;
  char *reason;
  char *citation;
  char *right_account;
  char *vin;
  char *chassis;
  char *details[GRAM_VEHICLE_FIELD_N];
} GramDisputeForm;

/**
 * GramDisputeRow:
 * @name: key in the command's arguments, for example `right-account`
 * @title: translatable name (N_())
 * @hint: translatable sentence (N_()) below it
 * @kinds: bits `1 << GramDisputeKind` of the forms that have it
 * @required: needed before the dispute can be opened
 * @max: longest text, characters
 * @offset: place in #GramDisputeForm
 *
 * A row of the forms.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *hint;
  guint kinds;
  gboolean required;
  int max;
  gsize offset;
} GramDisputeRow;

/**
 * gram_dispute_form_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows of all forms
 */
const GramDisputeRow *gram_dispute_form_rows (gsize *n_rows);

/**
 * gram_dispute_form_new:
 * @kind: kind of dispute
 *
 * Returns: (transfer full): an empty form
 */
GramDisputeForm *gram_dispute_form_new (GramDisputeKind kind);

/**
 * gram_dispute_form_free:
 * @self: (nullable): a form
 *
 * Frees a form.
 */
void gram_dispute_form_free (GramDisputeForm *self);

/**
 * gram_dispute_form_read:
 * @kind: kind of dispute
 * @dictionary: `a{sv}` with the names of gram_dispute_form_rows() as strings, and `details` as `a{sv}`; other keys are left
 *   alone
 * @refusal: (out) (optional): `dispute.value`
 *
 * Takes what stands in the arguments of a command. It is not checked yet.
 *
 * Returns: (transfer full) (nullable): the form
 */
GramDisputeForm *
gram_dispute_form_read (GramDisputeKind kind, GVariant *dictionary, GramRefusal **refusal);

/**
 * gram_dispute_form_set_detail:
 * @self: a form
 * @name: name of a vehicle field
 * @text: (nullable): what is known, %NULL or empty for nothing
 *
 * Returns: %FALSE if there is no field of that name
 */
gboolean gram_dispute_form_set_detail (GramDisputeForm *self, const char *name, const char *text);

/**
 * gram_dispute_form_dup_details:
 * @self: a form
 *
 * Returns: (transfer full): what is known of a missing vehicle as `a{ss}`, name and canonical text, in the order of the table
 */
GVariant *gram_dispute_form_dup_details (const GramDisputeForm *self);

/**
 * gram_dispute_form_check:
 * @self: a form; its values become canonical
 * @account: kind of the account
 * @account_number: (nullable): number of the account, which cannot be the right one
 * @today: today
 * @refusal: (out) (optional): why not; each names the field: `dispute.missing`, `dispute.value`, `dispute.too-long`,
 *   `dispute.field-unknown`, `dispute.not-for-kind`, `dispute.right-account`, `dispute.same-account`,
 *   `dispute.identifier`, `vehicle.field-value`
 *
 * Whether the form can be sent. What belongs to another kind has to be empty.
 *
 * Returns: %TRUE if so
 */
gboolean gram_dispute_form_check (GramDisputeForm *self,
                                  GramAccountKind account,
                                  const char *account_number,
                                  GramDate today,
                                  GramRefusal **refusal);

/**
 * gram_dispute_form_check_vehicle:
 * @self: a form that was checked
 * @record: a vehicle that it is to be opened for
 * @refusal: (out) (optional): `dispute.not-different`
 *
 * Whether the claimed value differs from what the record says.
 *
 * Returns: %TRUE if so; always for the other kinds
 */
gboolean gram_dispute_form_check_vehicle (const GramDisputeForm *self,
                                          const GramVehicleRecord *record,
                                          GramRefusal **refusal);

/**
 * gram_dispute_check_status:
 * @correction: a correction rather than a dispute
 * @status: status of the vehicle
 * @attention: its attention
 * @refusal: (out) (optional): `dispute.accepted`, which names the way of correction, `dispute.already`,
 *   `correction.not-accepted`
 *
 * A record is disputed before acceptance only, and once at a time; corrected after it.
 *
 * Returns: %TRUE if it can be opened
 */
gboolean gram_dispute_check_status (gboolean correction,
                                    GramVehicleStatus status,
                                    GramAttention attention,
                                    GramRefusal **refusal);

/**
 * gram_dispute_check_text:
 * @text: (nullable): a reason, message, question or answer that somebody typed
 * @title: translated name of what it is, for the sentence
 * @max: longest text, characters
 * @refusal: (out) (optional): `dispute.missing`, `dispute.value` (characters that cannot be shown) or `dispute.too-long`
 *
 * Blanks around it go; line ends become `\n`; it must not be empty.
 *
 * Returns: (transfer full) (nullable): the text, %NULL with @refusal
 */
char *gram_dispute_check_text (const char *text, const char *title, int max, GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDisputeForm, gram_dispute_form_free)

G_END_DECLS
