/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

gboolean
_gram_session_refuse_locked (GramRefusal **refusal)
{
  return gram_refuse (refusal, "session.locked", NULL,
                      _ ("This window is locked. Unlock it first."));
}

void
_gram_session_take_permits (GramSession *self, GHashTable *permits)
{
  g_clear_pointer (&self->permits, g_hash_table_unref);
  self->permits = g_hash_table_ref (permits);
  _gram_session_emit_permits_changed (self);
}

void
gram_session_set_account (GramSession *self, GramAccount *account)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (account == NULL || GRAM_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  /* What was allowed on the other account says nothing about this one. */
  g_clear_pointer (&self->permits, g_hash_table_unref);
  _gram_session_emit_permits_changed (self);
  g_object_notify (G_OBJECT (self), "account");
  if (self->actor != NULL && self->reader != NULL)
    _gram_session_refresh_async (self, NULL, NULL);
}

GramAccount *
gram_session_find_account (GramSession *self, const char *number)
{
  guint n;

  g_return_val_if_fail (GRAM_IS_SESSION (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GramAccount) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), i);

      if (g_strcmp0 (gram_account_get_number (account), number) == 0)
        return account;
    }
  return NULL;
}

GramPermit
gram_session_get_permit (GramSession *self, const char *command)
{
  GramPermit permit = { FALSE, NULL };
  gpointer refusal = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (self), permit);
  g_return_val_if_fail (command != NULL, permit);

  if (self->locked)
    {
      permit.reason = _ ("This window is locked. Unlock it first.");
      return permit;
    }
  if (self->permits == NULL
      || !g_hash_table_lookup_extended (self->permits, command, NULL, &refusal))
    return permit;

  permit.allowed = refusal == NULL;
  permit.reason = refusal != NULL ? ((const GramRefusal *)refusal)->message : NULL;
  return permit;
}
