/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * gram_persons_fill:
 * @call: a call with the arguments `email`, `name` and `password`
 * @kind: kind of the registry; a practice registry does without a password
 * @person: the person to fill
 * @refusal: (out) (optional): `text.*`, `password.*`
 * @error: return location
 *
 * Checks and fills in e-mail, name and the hash of the password.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_persons_fill (GramCall *call,
                            GramRegistryKind kind,
                            GramPersonRecord *person,
                            GramRefusal **refusal,
                            GError **error);

/**
 * GRAM_SIGN_IN_TRIES:
 *
 * So many wrong passwords are free; then sign-in waits, each time twice as long.
 */
#define GRAM_SIGN_IN_TRIES 5

/**
 * gram_persons_wait_after:
 * @failed_tries: wrong passwords in a row
 *
 * Returns: microseconds until the next try is read: 0, then a minute, doubled with each try, at most an hour
 */
gint64 gram_persons_wait_after (int failed_tries);

/**
 * gram_persons_check_wait:
 * @registry: a registry
 * @person: a person
 * @refusal: (out) (optional): `session.wait`
 *
 * Whether sign-in has to wait after too many wrong passwords.
 *
 * Returns: %FALSE if it has
 */
gboolean gram_persons_check_wait (GramRegistry *registry,
                                  const GramPersonRecord *person,
                                  GramRefusal **refusal);

/**
 * gram_persons_count_wrong_try:
 * @registry: a registry, open for writing
 * @email: e-mail of a person
 * @error: return location
 *
 * Counts a wrong password or code on disk, so that starting anew is no way round the wait.
 *
 * Returns: %FALSE on error
 */
gboolean gram_persons_count_wrong_try (GramRegistry *registry, const char *email, GError **error);

/**
 * gram_persons_find:
 * @call: a call with the argument `person`
 * @person: (out) (transfer full): the person whose e-mail it is
 * @refusal: (out) (optional): `user.unknown`
 * @error: return location
 *
 * Looks up the person that a command is about.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_persons_find (GramCall *call,
                            GramPersonRecord **person,
                            GramRefusal **refusal,
                            GError **error);

/**
 * gram_persons_read_role:
 * @call: a call with the argument `role`
 * @role: (out): the role
 * @refusal: (out) (optional): `user.role`
 *
 * Returns: %FALSE if refused
 */
gboolean gram_persons_read_role (GramCall *call, GramRole *role, GramRefusal **refusal);

/**
 * gram_persons_dup_email:
 * @text: an e-mail address as somebody typed it
 *
 * Returns: (transfer full): as the registry keeps it
 */
char *gram_persons_dup_email (const char *text);

G_END_DECLS
