/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-people.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * What waits in an account and what can be done about it: an invitation, a request for a second person, a hand-over.
 */

/**
 * gram_invitation_dialog_new:
 * @session: a session with the account of the invitation
 * @invitation: an invitation; copied as far as needed
 *
 * Shows an invitation; makes a new code (`invitation.resend`) or takes it back (`invitation.revoke`).
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_invitation_dialog_new (GramSession *session, const GramInvitationRow *invitation);

/**
 * gram_request_dialog_new:
 * @session: a session with the account of the request
 * @request: a request; copied as far as needed
 *
 * Shows what waits for a second person; approves, declines or withdraws it.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_request_dialog_new (GramSession *session, const GramRequestRow *request);

/**
 * gram_handover_dialog_new:
 * @session: a session with the account of the hand-over
 * @handover: a pending hand-over; copied as far as needed
 *
 * Shows a hand-over of the ownership; accepts, declines or withdraws it.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_handover_dialog_new (GramSession *session, const GramHandoverRow *handover);

/**
 * gram_request_title:
 * @request: a request
 *
 * Returns: (transfer none): translated: what it does
 */
const char *gram_request_title (const GramRequestRow *request);

G_END_DECLS
