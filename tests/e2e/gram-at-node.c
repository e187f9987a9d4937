/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

#include <string.h>

/* What is looked for: the first node that all the fields fit which are not NULL. */
typedef struct
{
  AtspiAccessible *root;
  const char *role;
  const char *name;
  const char *prefix;
  const char *text;
  const char *pattern;
  const char *action;
  gboolean sensitive;
  int max_depth;
  gboolean last;
  AtspiAccessible *found;
} Search;

/* Deeper than any window; and dialogs stand just below the frame. Each node costs some calls over the bus. */
#define MAX_DEPTH 60
#define MAX_DIALOG_DEPTH 5

gboolean
_gram_at_has_state (AtspiAccessible *node, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

char *
gram_at_dup_name (AtspiAccessible *node)
{
  char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL ? name : g_strdup ("");
}

char *
gram_at_dup_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);
  int length = text != NULL ? atspi_text_get_character_count (text, NULL) : 0;
  char *content = length > 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;

  return content != NULL ? content : g_strdup ("");
}

static int
find_action (AtspiAccessible *node, const char *name)
{
  static const char *const usual[] = { "click", "widget.press", "press", "toggle", "row.open" };
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (node);
  int n_actions = action != NULL ? atspi_action_get_n_actions (action, NULL) : 0;

  for (int i = 0; i < n_actions; i++)
    {
      g_autofree char *candidate = atspi_action_get_action_name (action, i, NULL);

      if (candidate == NULL)
        continue;
      if (name != NULL && g_str_equal (candidate, name))
        return i;
      for (guint j = 0; name == NULL && j < G_N_ELEMENTS (usual); j++)
        if (g_str_equal (candidate, usual[j]))
          return i;
    }

  return -1;
}

/* Only windows and pages have actions of their own that are asked for by name. */
static gboolean
may_have (const char *role, const char *action)
{
  return strchr (action, '.') == NULL || g_str_has_prefix (action, "widget.")
         || g_strcmp0 (role, "frame") == 0 || g_strcmp0 (role, "grouping") == 0
         || g_strcmp0 (role, "dialog") == 0;
}

static gboolean
fits (AtspiAccessible *node, const Search *search)
{
  g_autofree char *name = NULL;

  if (search->role != NULL || search->action != NULL)
    {
      g_autofree char *role = atspi_accessible_get_role_name (node, NULL);

      if (search->role != NULL && g_strcmp0 (role, search->role) != 0)
        return FALSE;
      if (search->action != NULL && !may_have (role, search->action))
        return FALSE;
    }
  if (search->name != NULL || search->prefix != NULL || search->text != NULL
      || search->pattern != NULL)
    name = gram_at_dup_name (node);
  if (search->name != NULL && !g_str_equal (name, search->name))
    return FALSE;
  if (search->prefix != NULL && !g_str_has_prefix (name, search->prefix))
    return FALSE;
  if (search->pattern != NULL && !g_regex_match_simple (search->pattern, name, 0, 0))
    return FALSE;
  if (search->text != NULL && strstr (name, search->text) == NULL)
    {
      g_autofree char *text = gram_at_dup_text (node);

      if (strstr (text, search->text) == NULL)
        return FALSE;
    }
  if (search->action != NULL && find_action (node, search->action) < 0)
    return FALSE;

  return !search->sensitive || _gram_at_has_state (node, ATSPI_STATE_SENSITIVE);
}

static AtspiAccessible *
walk (AtspiAccessible *node, const Search *search, int depth)
{
  int max_depth = search->max_depth > 0 ? search->max_depth : MAX_DEPTH;
  int n_children = depth < max_depth ? atspi_accessible_get_child_count (node, NULL) : 0;

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child
          = atspi_accessible_get_child_at_index (node, search->last ? n_children - 1 - i : i, NULL);
      AtspiAccessible *found;

      if (child == NULL || !_gram_at_has_state (child, ATSPI_STATE_SHOWING))
        continue;
      if (fits (child, search))
        return g_steal_pointer (&child);
      /* The name of a row says what is in it, and there are many rows. */
      if (atspi_accessible_get_role (child, NULL) == ATSPI_ROLE_TABLE_ROW)
        continue;
      found = walk (child, search, depth + 1);
      if (found != NULL)
        return found;
    }

  return NULL;
}

AtspiAccessible *
_gram_at_ref_root (GramAt *self)
{
  AtspiAccessible *window = NULL;

  if (self->application == NULL)
    return NULL;
  if (self->window >= 0)
    window = atspi_accessible_get_child_at_index (self->application, self->window, NULL);

  return window != NULL ? window : g_object_ref (self->application);
}

/* The dialog that was opened last: what stands behind it can still be pressed by AT-SPI, but not by a person. */
static AtspiAccessible *
find_dialog (AtspiAccessible *root)
{
  static const char *const roles[] = { "alert", "dialog" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      /* Of several beside each other, the last one lies on top. */
      Search search = { .role = roles[i], .max_depth = MAX_DIALOG_DEPTH, .last = TRUE };
      g_autoptr (AtspiAccessible) dialog = walk (root, &search, 0);
      AtspiAccessible *inner;

      if (dialog == NULL)
        continue;
      while ((inner = walk (dialog, &search, 0)) != NULL)
        {
          g_object_unref (dialog);
          dialog = inner;
        }
      return g_steal_pointer (&dialog);
    }

  return NULL;
}

static gboolean
searched (GramAt *self, gpointer data)
{
  Search *search = data;
  g_autoptr (AtspiAccessible) root = _gram_at_ref_root (self);
  g_autoptr (AtspiAccessible) dialog = NULL;

  g_clear_object (&search->found);
  if (root == NULL)
    return FALSE;
  if (search->root != NULL)
    {
      search->found = walk (search->root, search, 0);
      return search->found != NULL;
    }

  dialog = find_dialog (root);
  if (dialog != NULL)
    search->found = fits (dialog, search) ? g_object_ref (dialog) : walk (dialog, search, 0);
  if (search->found == NULL)
    search->found = fits (root, search) ? g_object_ref (root) : walk (root, search, 0);

  return search->found != NULL;
}

static AtspiAccessible *
find (GramAt *self, Search *search)
{
  if (_gram_at_wait_until (self, searched, search))
    return search->found;

  gram_at_fail (self, "There is no %s “%s”%s%s", search->role != NULL ? search->role : "node",
                search->name != NULL      ? search->name
                : search->prefix != NULL  ? search->prefix
                : search->text != NULL    ? search->text
                : search->pattern != NULL ? search->pattern
                                          : "",
                search->action != NULL ? " with the action " : "",
                search->action != NULL ? search->action : "");

  return NULL;
}

AtspiAccessible *
gram_at_find_in (GramAt *self, AtspiAccessible *root, const char *role, const char *name)
{
  g_autofree char *translated = gram_at_dup_translated (self, name);
  Search search = { .root = root, .role = role, .name = translated };

  return find (self, &search);
}

AtspiAccessible *
gram_at_find (GramAt *self, const char *role, const char *name)
{
  return gram_at_find_in (self, NULL, role, name);
}

AtspiAccessible *
gram_at_find_prefix (GramAt *self, const char *role, const char *prefix)
{
  Search search = { .role = role, .prefix = prefix };

  return find (self, &search);
}

AtspiAccessible *
gram_at_find_matching_in (GramAt *self,
                          AtspiAccessible *root,
                          const char *role,
                          const char *pattern)
{
  Search search = { .root = root, .role = role, .pattern = pattern };

  return find (self, &search);
}

AtspiAccessible *
gram_at_find_matching (GramAt *self, const char *role, const char *pattern)
{
  return gram_at_find_matching_in (self, NULL, role, pattern);
}

AtspiAccessible *
_gram_at_look (GramAt *self, const char *role, const char *name)
{
  g_autofree char *translated = gram_at_dup_translated (self, name);
  Search search = { .role = role, .name = translated };

  searched (self, &search);

  return search.found;
}

gboolean
_gram_at_contains (AtspiAccessible *node, const char *text)
{
  Search search = { .text = text };
  g_autoptr (AtspiAccessible) found = walk (node, &search, 0);

  return found != NULL;
}

gboolean
gram_at_has (GramAt *self, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) found = _gram_at_look (self, role, name);

  return found != NULL;
}

gboolean
gram_at_wait (GramAt *self, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) found = gram_at_find (self, role, name);

  return found != NULL;
}

static gboolean
gone (GramAt *self, gpointer data)
{
  return !searched (self, data);
}

gboolean
gram_at_wait_gone (GramAt *self, const char *role, const char *name)
{
  g_autofree char *translated = gram_at_dup_translated (self, name);
  Search search = { .role = role, .name = translated };
  gboolean is_gone = _gram_at_wait_until (self, gone, &search);

  g_clear_object (&search.found);
  if (!is_gone)
    gram_at_fail (self, "The %s “%s” does not go away", role, translated);

  return is_gone;
}

gboolean
gram_at_wait_text (GramAt *self, const char *text)
{
  Search search = { .text = text };
  g_autoptr (AtspiAccessible) found = find (self, &search);

  return found != NULL;
}

static gboolean
do_action (GramAt *self, AtspiAccessible *node, const char *name)
{
  int position = find_action (node, name);
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

  n_children = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
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
  Search search = { .role = role, .name = translated, .sensitive = TRUE };
  g_autoptr (AtspiAccessible) node = find (self, &search);

  return gram_at_press_node (self, node);
}

gboolean
gram_at_can (GramAt *self, const char *action)
{
  Search search = { .action = action };
  g_autoptr (AtspiAccessible) found = NULL;

  searched (self, &search);
  found = search.found;

  return found != NULL;
}

gboolean
gram_at_do (GramAt *self, const char *action)
{
  Search search = { .action = action };
  g_autoptr (AtspiAccessible) node = find (self, &search);

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
      Search search = { .role = kinds[i].role, .name = translated, .action = kinds[i].action };

      if (searched (self, &search))
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
