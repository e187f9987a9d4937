/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-dispute-form.h"
#include "gram-dispute-table.h"

G_BEGIN_DECLS

/* The arguments of dispute.open and correction.open as a form of the rules, and the form as a record of the store. */

/**
 * gram_dispute_forms_read:
 * @call: a call on an account
 * @correction: a correction after acceptance rather than a dispute before it
 * @refusal: (out) (optional): `dispute.kind`, or what gram_dispute_form_check() says
 * @error: return location
 *
 * Reads and checks what was filled in.
 *
 * Returns: (transfer full) (nullable): the form, its values canonical
 */
GramDisputeForm *gram_dispute_forms_read (GramCall *call,
                                          gboolean correction,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_dispute_forms_record:
 * @form: a form that was checked
 *
 * Returns: (transfer full): what the store keeps of it; its case and what the record said are not set yet
 */
GramDisputeRecord *gram_dispute_forms_record (const GramDisputeForm *form);

/**
 * gram_dispute_forms_is_identifier:
 * @form: a form that was checked
 *
 * Returns: whether it disputes the VIN or the chassis number, of which no two vehicles have the same
 */
gboolean gram_dispute_forms_is_identifier (const GramDisputeForm *form);

/**
 * gram_dispute_forms_stated:
 * @form: a form that was checked
 * @vehicle: a vehicle
 *
 * Returns: (transfer full): what the record of @vehicle says about the disputed field, canonical; empty for the other kinds
 */
char *gram_dispute_forms_stated (const GramDisputeForm *form, const GramVehicleRecord *vehicle);

G_END_DECLS
