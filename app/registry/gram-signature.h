/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_signature_check:
 * @registry: a registry, open for writing
 * @person: a person, as they are stored
 * @password: (nullable): what was typed
 * @refusal: (out) (optional): `session.wait`, `session.password`
 * @error: return location
 *
 * Holds a password against that of a person who is signed in. A wrong one is counted on disk as a try to sign in is. Takes
 * some hundredths of a second, so never inside a transaction. A practice registry takes everything.
 *
 * Returns: the outcome
 */
GramOutcome _gram_signature_check (GramRegistry *registry,
                                   const GramPersonRecord *person,
                                   const char *password,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * _gram_signature_of_command:
 * @registry: a registry, open for writing
 * @sender: who sends it
 * @command: a row of the command table
 * @arguments: arguments that fit
 * @hash: (out) (transfer full) (nullable): hash of the password that was right, to be compared again inside the
 *   transaction; %NULL if the command is not signed
 * @refusal: (out) (optional): checks 2 (`password`) and 4 to 10 of gram-check.h
 * @error: return location
 *
 * Checks the signature of a command before its transaction begins. Who may not send it anyway is told so, whatever the
 * password is, and no try is counted.
 *
 * Returns: the outcome
 */
GramOutcome _gram_signature_of_command (GramRegistry *registry,
                                        const GramSender *sender,
                                        const GramCommand *command,
                                        GVariant *arguments,
                                        char **hash,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
