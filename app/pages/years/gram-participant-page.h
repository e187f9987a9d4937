/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-years.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PARTICIPANT_PAGE (gram_participant_page_get_type ())
G_DECLARE_FINAL_TYPE (GramParticipantPage,
                      gram_participant_page,
                      GRAM,
                      PARTICIPANT_PAGE,
                      AdwNavigationPage)

/**
 * GramParticipantPage:
 *
 * A participant of a year with every figure, each of which explains itself; the members of its pool, each with a way to its
 * vehicles; baseline and CRTS position with their history; its payment notices. What is forbidden says why.
 *
 * Signal `open-notice (gint64)`: a payment notice.
 */

/**
 * gram_participant_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GramParticipantPage *gram_participant_page_new (GramSession *session);

/**
 * gram_participant_page_set:
 * @self: a page
 * @detail: the year; valid until it is set again or taken away with gram_participant_page_clear()
 * @account_id: account of the participant
 *
 * Shows a participant.
 *
 * Returns: %FALSE if the account is no participant of the year (any more); then the page is empty
 */
gboolean gram_participant_page_set (GramParticipantPage *self,
                                    const GramYearDetail *detail,
                                    gint64 account_id);

/**
 * gram_participant_page_clear:
 * @self: a page
 *
 * Forgets the year.
 */
void gram_participant_page_clear (GramParticipantPage *self);

/**
 * gram_participant_page_get_account:
 * @self: a page
 *
 * Returns: account of the participant, 0 none
 */
gint64 gram_participant_page_get_account (GramParticipantPage *self);

G_END_DECLS
