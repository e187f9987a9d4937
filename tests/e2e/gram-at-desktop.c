/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"
#include "gram-test-desktop.h"

#include <string.h>

static gboolean
is_shown (GramAt *self, gpointer data)
{
  GPtrArray *shown = gram_test_desktop_get_shown ();

  for (guint i = 0; i < shown->len; i++)
    if (strstr (shown->pdata[i], data) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
gram_at_wait_notification (GramAt *self, const char *text)
{
  GPtrArray *shown = gram_test_desktop_get_shown ();
  g_autofree char *all = NULL;

  if (self->failure != NULL)
    return FALSE;
  if (_gram_at_wait_until (self, is_shown, (gpointer)text))
    return TRUE;

  g_ptr_array_add (shown, NULL);
  all = g_strjoinv ("\n", (char **)shown->pdata);
  g_ptr_array_remove_index (shown, shown->len - 1);
  gram_at_fail (self, "No notification has “%s”; there were:\n%s", text, all);

  return FALSE;
}
