/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

#include <string.h>

/* What can be used and what cannot, and what a screen reader says of it besides its name. */

typedef struct
{
  const char *role;
  const char *name;
  const char *reason;
  gboolean allowed;
} State;

char *
gram_at_dup_description (AtspiAccessible *node)
{
  char *description = atspi_accessible_get_description (node, NULL);

  return description != NULL ? description : g_strdup ("");
}

static gboolean
says (AtspiAccessible *node, const char *reason)
{
  g_autofree char *description = gram_at_dup_description (node);
  g_autofree char *name = gram_at_dup_name (node);
  g_autofree char *text = gram_at_dup_text (node);

  return strstr (description, reason) != NULL || strstr (name, reason) != NULL
         || strstr (text, reason) != NULL || _gram_at_contains (node, reason);
}

static gboolean
is_so (GramAt *self, gpointer data)
{
  const State *state = data;
  g_autoptr (AtspiAccessible) node = _gram_at_look (self, state->role, state->name);

  if (node == NULL || _gram_at_has_state (node, ATSPI_STATE_SENSITIVE) != state->allowed)
    return FALSE;

  return state->reason == NULL || says (node, state->reason);
}

/* What it is instead, for whoever reads the failure. */
static void
fail (GramAt *self, const State *state)
{
  g_autoptr (AtspiAccessible) node = _gram_at_look (self, state->role, state->name);
  g_autofree char *description = node != NULL ? gram_at_dup_description (node) : NULL;

  if (node == NULL)
    gram_at_fail (self, "There is no %s “%s”", state->role, state->name);
  else
    gram_at_fail (self, "The %s “%s” is %s, and says “%s”", state->role, state->name,
                  _gram_at_has_state (node, ATSPI_STATE_SENSITIVE) ? "sensitive" : "insensitive",
                  description);
}

static gboolean
wait_state (GramAt *self, State *state)
{
  if (_gram_at_wait_until (self, is_so, state))
    return TRUE;

  fail (self, state);

  return FALSE;
}

gboolean
gram_at_wait_allowed (GramAt *self, const char *role, const char *name)
{
  State state = { role, name, NULL, TRUE };

  return wait_state (self, &state);
}

gboolean
gram_at_wait_forbidden (GramAt *self, const char *role, const char *name, const char *reason)
{
  State state = { role, name, reason, FALSE };

  return wait_state (self, &state);
}

gboolean
gram_at_choose (GramAt *self, const char *combo, guint choice)
{
  if (!gram_at_press (self, "combo box", combo))
    return FALSE;

  /* The popover opens at what is chosen now: from the first one on there is one way to each. */
  if (!gram_at_key (self, "Home"))
    return FALSE;
  for (guint i = 0; i < choice; i++)
    if (!gram_at_key (self, "Down"))
      return FALSE;

  return gram_at_key (self, "Return");
}

static gboolean
has_windows (GramAt *self, gpointer data)
{
  return atspi_accessible_get_child_count (self->application, NULL) > *(int *)data;
}

gboolean
gram_at_use_window (GramAt *self, int window)
{
  if (!_gram_at_wait_until (self, has_windows, &window))
    {
      gram_at_fail (self, "There is no window %d", window);
      return FALSE;
    }
  self->window = window;

  return TRUE;
}
