/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramInvitationFile:
 * @registry: what the registry is called
 * @account: number of the account
 * @holder: its holder
 * @email: who is invited
 * @code: the one-time code
 * @lapses_at: UTC microseconds after which it does not work any more
 *
 * An invitation as a file that can be sent: a key file with a note in plain words on top. Strings are owned.
 */
typedef struct
{
  char *registry;
  char *account;
  char *holder;
  char *email;
  char *code;
  gint64 lapses_at;
} GramInvitationFile;

/**
 * GRAM_INVITATION_FILE_MAX:
 *
 * A file with more bytes is no invitation.
 */
#define GRAM_INVITATION_FILE_MAX 16384

/**
 * gram_invitation_file_free:
 * @self: (nullable): an invitation
 *
 * Overwrites the code and frees it.
 */
void gram_invitation_file_free (GramInvitationFile *self);

/**
 * gram_invitation_file_to_text:
 * @self: an invitation
 *
 * Returns: (transfer full): content of the file
 */
char *gram_invitation_file_to_text (const GramInvitationFile *self);

/**
 * gram_invitation_file_name:
 * @self: an invitation
 *
 * Returns: (transfer full): a name for the file, by account and e-mail
 */
char *gram_invitation_file_name (const GramInvitationFile *self);

/**
 * gram_invitation_file_parse:
 * @text: what a person chose, up to %GRAM_INVITATION_FILE_MAX bytes
 * @length: bytes
 *
 * Reads the content of a file. Only e-mail and code have to be in it; what is in it proves nothing: the registry asks
 * for the code itself.
 *
 * Returns: (transfer full) (nullable): the invitation; %NULL if it is none
 */
GramInvitationFile *gram_invitation_file_parse (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramInvitationFile, gram_invitation_file_free)

G_END_DECLS
