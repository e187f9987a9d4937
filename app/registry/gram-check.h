/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/*
 * The checks that the command table implies. gram_registry_perform() and gram_registry_allows() share them, so a button
 * that is sensitive and a command that is refused never disagree about rights. Precedence, the first that fails answers:
 *
 *  1. `command.unknown`, `command.internal`
 *  2. `argument.*`                 the signature, see gram-arguments.h; a signed command needs `password` (perform only)
 *  3. `request.reused`             the request id has been used for something else (perform only)
 *  4. `session.ended`              the person is not in the registry any more, or was removed
 *  5. `command.other-kind`         this kind of registry does not know the command
 *  6. `account.unknown`            no such account, or none that the person may see: one text for both
 *  7. `permission.role`, `permission.missing`, `permission.owner-only`
 *  8. `account.other-scheme`       accounts of this scheme do not know the command
 *  9. `account.suspended`, `account.blocked`, `account.closing`, `account.closed`, `account.state`
 * 10. `session.wait`, `session.password`  the password of a signed command (perform only). It is checked before the
 *                                  transaction, so before 3; what was changed meanwhile is found inside
 * 11. `decision.reference`         an own registry records decisions with their reference (perform only)
 * 12. what the handler refuses     rules about people, vehicles, texts, figures
 *
 * An act that needs a second person passes all of these, makes a request, and passes 4 to 9 and 12 again when it is
 * approved, for the person who prepared it; the one who approves passes _gram_check_second_person().
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
 * Checks 4 to 9.
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
 * _gram_check_second_person:
 * @registry: a registry
 * @command: a row of the command table, one that waits for a second person
 * @act: which act it is
 * @person: (nullable): who would approve it
 * @account: (nullable): its account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Whether a person may approve a command: who could send it, and for a command of the owner alone, every member with the
 * permission that goes with the act (gram_check_act_permission()). That they did not prepare it is not asked here.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean _gram_check_second_person (GramRegistry *registry,
                                    const GramCommand *command,
                                    GramAct act,
                                    const GramPersonRecord *person,
                                    const GramAccountRecord *account,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_check_act_permission:
 * @act: an act
 *
 * Returns: the permission that lets a member approve an act of the owner
 */
GramPermission gram_check_act_permission (GramAct act);

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
