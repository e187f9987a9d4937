/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-invitation-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP "Gram Invitation"

void
gram_invitation_file_free (GramInvitationFile *self)
{
  if (self == NULL)
    return;

  if (self->code != NULL)
    explicit_bzero (self->code, strlen (self->code));
  g_free (self->registry);
  g_free (self->account);
  g_free (self->holder);
  g_free (self->email);
  g_free (self->code);
  g_free (self);
}

char *
gram_invitation_file_to_text (const GramInvitationFile *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GDateTime) lapses = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (self != NULL && self->email != NULL && self->code != NULL, NULL);

  g_key_file_set_string (file, GROUP, "Registry", self->registry != NULL ? self->registry : "");
  g_key_file_set_string (file, GROUP, "Account", self->account != NULL ? self->account : "");
  g_key_file_set_string (file, GROUP, "Holder", self->holder != NULL ? self->holder : "");
  g_key_file_set_string (file, GROUP, "Email", self->email);
  g_key_file_set_string (file, GROUP, "Code", self->code);
  lapses = g_date_time_new_from_unix_utc_usec (self->lapses_at);
  when = lapses != NULL ? g_date_time_format_iso8601 (lapses) : g_strdup ("");
  g_key_file_set_string (file, GROUP, "ValidUntil", when);
  g_key_file_set_comment (file, NULL, NULL,
                          _ (" You are invited to an account in Gram. Open the registry in Gram, "
                             "choose “I Have an Invitation”, and open this file there.\n It works "
                             "once, and only for the address below. Send it to nobody else."),
                          NULL);

  return g_key_file_to_data (file, NULL, NULL);
}

char *
gram_invitation_file_name (const GramInvitationFile *self)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (self != NULL && self->email != NULL, NULL);

  stem = g_strdelimit (g_strdup (self->email), "/\\:*?\"<>|", '-');

  /* Translators: name of a file with an invitation: %s is an e-mail address; keep the ending */
  return g_strdup_printf (_ ("Invitation for %s.gram-invitation"), stem);
}

static gint64
parse_instant (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  return when != NULL ? g_date_time_to_unix_usec (when) : 0;
}

static char *
dup_value (GKeyFile *file, const char *key)
{
  char *value = g_key_file_get_string (file, GROUP, key, NULL);

  return value != NULL ? g_strstrip (value) : g_strdup ("");
}

GramInvitationFile *
gram_invitation_file_parse (const char *text, gsize length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GramInvitationFile) self = NULL;
  g_autofree char *lapses = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > GRAM_INVITATION_FILE_MAX
      || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return NULL;

  self = g_new0 (GramInvitationFile, 1);
  self->registry = dup_value (file, "Registry");
  self->account = dup_value (file, "Account");
  self->holder = dup_value (file, "Holder");
  self->email = dup_value (file, "Email");
  self->code = dup_value (file, "Code");
  lapses = dup_value (file, "ValidUntil");
  self->lapses_at = parse_instant (lapses);

  return *self->email != '\0' && *self->code != '\0' ? g_steal_pointer (&self) : NULL;
}
