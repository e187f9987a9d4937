/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

#include <string.h>

/* What a person does with a node: press it, turn it on, do an action of a page. */

static gboolean
do_action (GramAt *self, AtspiAccessible *node, const char *name)
{
  int position = _gram_at_find_action (node, name);
  g_autoptr (AtspiAction) action = NULL;
  g_autoptr (GError) error = NULL;

  if (position < 0)
    return FALSE;

  action = atspi_accessible_get_action_iface (node);
  if (!atspi_action_do_action (action, position, &error))
    gram_at_fail (self, "An action was refused: %s", error != NULL ? error->message : "no reason");
  /* A button of GTK stays down for a tenth of a second before it does something, and forgets it if it is hidden. */
  gram_at_pause (150);

  return self->failure == NULL;
}

/* The node itself, or the first one in it that can be pressed: a row's check box, a table row's first cell. */
static gboolean
press (GramAt *self, AtspiAccessible *node, int depth)
{
  int n_children;

  if (do_action (self, node, NULL))
    return TRUE;

  n_children = depth < GRAM_AT_MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  for (int i = 0; i < n_children && self->failure == NULL; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL && press (self, child, depth + 1))
        return TRUE;
    }

  return FALSE;
}

gboolean
gram_at_press_node (GramAt *self, AtspiAccessible *node)
{
  g_autofree char *name = NULL;

  if (self->failure != NULL || node == NULL)
    return FALSE;
  if (press (self, node, 0))
    return TRUE;

  name = gram_at_dup_name (node);
  gram_at_fail (self, "“%s” has nothing to press", name);

  return FALSE;
}

gboolean
gram_at_press (GramAt *self, const char *role, const char *name)
{
  g_autofree char *translated = gram_at_dup_translated (self, name);
  GramAtSearch search = { .role = role, .name = translated, .sensitive = TRUE };
  g_autoptr (AtspiAccessible) node = _gram_at_search (self, &search);

  return gram_at_press_node (self, node);
}

gboolean
gram_at_can (GramAt *self, const char *action)
{
  GramAtSearch search = { .action = action };
  g_autoptr (AtspiAccessible) found = NULL;

  _gram_at_searched (self, &search);
  found = search.found;

  return found != NULL;
}

gboolean
gram_at_do (GramAt *self, const char *action)
{
  GramAtSearch search = { .action = action };
  g_autoptr (AtspiAccessible) node = _gram_at_search (self, &search);

  return node != NULL && do_action (self, node, action);
}

/* A switch row is a check box around its switch; a radio or check button stands in a row of the same name. */
static AtspiAccessible *
find_toggle (GramAt *self, const char *name)
{
  static const struct
  {
    const char *role;
    const char *action;
  } kinds[] = {
    { NULL, "toggle" },
    { "radio button", "widget.press" },
    { "check box", "widget.press" },
  };
  g_autofree char *translated = gram_at_dup_translated (self, name);

  if (!gram_at_wait (self, NULL, name))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GramAtSearch search
          = { .role = kinds[i].role, .name = translated, .action = kinds[i].action };

      if (_gram_at_searched (self, &search))
        return search.found;
    }
  gram_at_fail (self, "“%s” cannot be turned on or off", translated);

  return NULL;
}

gboolean
gram_at_is_on (GramAt *self, const char *name, gboolean *on)
{
  g_autoptr (AtspiAccessible) node = find_toggle (self, name);

  *on = node != NULL && _gram_at_has_state (node, ATSPI_STATE_CHECKED);

  return node != NULL;
}

typedef struct
{
  AtspiAccessible *node;
  gboolean on;
} Switch;

static gboolean
is_switched (GramAt *self, gpointer data)
{
  Switch *it = data;

  return _gram_at_has_state (it->node, ATSPI_STATE_CHECKED) == it->on;
}

gboolean
gram_at_toggle (GramAt *self, const char *name, gboolean on)
{
  g_autoptr (AtspiAccessible) node = find_toggle (self, name);
  Switch it = { node, on };

  if (node == NULL)
    return FALSE;
  if (!is_switched (self, &it) && !gram_at_press_node (self, node))
    return FALSE;
  if (_gram_at_wait_until (self, is_switched, &it))
    return TRUE;

  gram_at_fail (self, "“%s” does not turn %s", name, on ? "on" : "off");

  return FALSE;
}
