/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

/**
 * gram_decision_dialog_new:
 * @session: a session with an account
 * @command: a command of gram-decisions.h
 * @detail: the account as it stands; what is needed of it is copied
 *
 * Asks what the command needs, shows what it changes (effects now and after), and sends it. In a registry of one's own a
 * decision of the administrator's is recorded, with the reference of the document that said so; the dialog says that.
 * A refusal stands in the dialog, and what was typed stays.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_decision_dialog_new (GramSession *session,
                                     const char *command,
                                     const GramAccountDetail *detail);

G_END_DECLS
