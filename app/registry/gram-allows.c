/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allows.h"

static void
allow_free (gpointer data)
{
  GramAllow *self = data;

  gram_refusal_free (self->refusal);
  g_free (self);
}

GPtrArray *
gram_allows_new (void)
{
  return g_ptr_array_new_with_free_func (allow_free);
}

void
gram_allows_add (GPtrArray *allows, const char *command, GramRefusal *refusal)
{
  GramAllow *allow = g_new0 (GramAllow, 1);

  allow->command = command;
  allow->refusal = refusal;
  g_ptr_array_add (allows, allow);
}

const GramRefusal *
gram_allows_find (const GPtrArray *allows, const char *command)
{
  g_return_val_if_fail (allows != NULL && command != NULL, NULL);

  for (guint i = 0; i < allows->len; i++)
    {
      const GramAllow *allow = allows->pdata[i];

      if (g_str_equal (allow->command, command))
        return allow->refusal;
    }
  g_return_val_if_reached (NULL);
}
