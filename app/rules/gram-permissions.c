/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-permissions.h"

#include <glib/gi18n-lib.h>

static const GramPermissionRow permission_rows[] = {
  { GRAM_PERMISSION_VIEW, N_ ("View account"), N_ ("view account"),
    N_ ("See everything in the account.") },
  { GRAM_PERMISSION_GRANT, N_ ("Add users and grant permissions"),
    N_ ("add users and grant permissions"),
    N_ ("Invite people, change what they may do, remove them.") },
  { GRAM_PERMISSION_ACCEPT, N_ ("Accept and dispute vehicles"), N_ ("accept and dispute vehicles"),
    N_ ("Accept vehicles as right, or dispute their records.") },
  { GRAM_PERMISSION_TRANSFER, N_ ("Transfer credits"), N_ ("transfer credits"),
    N_ ("Transfer credits, notify trades and surrender allowances.") },
  { GRAM_PERMISSION_EDIT, N_ ("Edit account details"), N_ ("edit account details"),
    N_ ("Change the details and settings of the account, apply for Fleet Average.") },
};

static const GramPresetRow preset_rows[] = {
  { GRAM_PRESET_OWNER, GRAM_PERMISSION_ALL, N_ ("Owner"),
    N_ ("Answers for the account. Every account has exactly one, who hands it over.") },
  { GRAM_PRESET_COMPLIANCE_OFFICER,
    GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT | GRAM_PERMISSION_TRANSFER | GRAM_PERMISSION_EDIT,
    N_ ("Compliance officer"), N_ ("Runs the account from day to day, but adds nobody to it.") },
  { GRAM_PRESET_TRADER, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_TRANSFER, N_ ("Trader"),
    N_ ("Transfers and trades what the account holds.") },
  { GRAM_PRESET_READ_ONLY, GRAM_PERMISSION_VIEW, N_ ("Read-only"),
    N_ ("Sees the account and changes nothing.") },
};

const GramPermissionRow *
gram_permission_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (permission_rows);
  return permission_rows;
}

const GramPresetRow *
gram_preset_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (preset_rows);
  return preset_rows;
}

guint
gram_preset_permissions (GramPreset preset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (preset_rows); i++)
    if (preset_rows[i].preset == preset)
      return preset_rows[i].permissions;

  return 0;
}

GramPreset
gram_permissions_preset (guint permissions, gboolean owner)
{
  if (owner)
    return GRAM_PRESET_OWNER;

  for (gsize i = 0; i < G_N_ELEMENTS (preset_rows); i++)
    if (preset_rows[i].preset != GRAM_PRESET_OWNER && preset_rows[i].permissions == permissions)
      return preset_rows[i].preset;

  return GRAM_PRESET_NONE;
}

guint
gram_permissions_normalise (guint permissions)
{
  permissions &= GRAM_PERMISSION_ALL;

  return permissions != 0 ? permissions | GRAM_PERMISSION_VIEW : 0;
}

guint
gram_permissions_lacking (guint granter, guint before, guint after)
{
  guint granted = gram_permissions_normalise (after) & ~gram_permissions_normalise (before);

  return granted & ~gram_permissions_normalise (granter);
}

char *
gram_permissions_format (guint permissions)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (permission_rows); i++)
    {
      if ((permissions & (guint)permission_rows[i].permission) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, _ (", "));
      g_string_append (text, _ (permission_rows[i].name));
    }

  return g_string_free_and_steal (text);
}
