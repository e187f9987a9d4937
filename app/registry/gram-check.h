/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/*
 * The checks that the command table implies. gram_registry_perform() and gram_registry_allows() share them, so a button
 * that is sensitive and a command that is refused never disagree about rights. Precedence, the first that fails answers:
 *
 *  1. `command.unknown`, `command.internal`
 *  2. `argument.*`                 the signature, see gram-arguments.h (perform only)
 *  3. `request.reused`             the request id has been used for something else (perform only)
 *  4. `session.ended`              the person is not in the registry any more
 *  5. `command.other-kind`         this kind of registry does not know the command
 *  6. `account.unknown`            no such account, or none that the person may see: one text for both
 *  7. `permission.role`, `permission.missing`, `permission.owner-only`
 *  8. `account.suspended`, `account.blocked`, `account.closing`, `account.closed`
 *  9. what the handler refuses     rules about the vehicles, the texts, the figures
 */

/**
 * _gram_check_allowed:
 * @registry: a registry
 * @command: a row of the command table
 * @person: (nullable): who, as the registry has them now
 * @account: (nullable): the account named
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Checks 4 to 8.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean _gram_check_allowed (GramRegistry *registry,
                              const GramCommand *command,
                              const GramPersonRecord *person,
                              const GramAccountRecord *account,
                              GramRefusal **refusal,
                              GError **error);

/**
 * _gram_check_may_view:
 * @registry: a registry
 * @person: (nullable): who
 * @account: (nullable): an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Whether a person may look at an account: the administrator's side at all, others at those they are members of.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean _gram_check_may_view (GramRegistry *registry,
                               const GramPersonRecord *person,
                               const GramAccountRecord *account,
                               GramRefusal **refusal,
                               GError **error);

/**
 * _gram_check_administrators_side:
 * @person: a person
 *
 * Returns: whether the person's role is on the administrator's side
 */
gboolean _gram_check_administrators_side (const GramPersonRecord *person);

G_END_DECLS
