/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

#include <string.h>

/* Dialogs stand just below the frame. Each node costs some calls over the bus. */
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

int
_gram_at_find_action (AtspiAccessible *node, const char *name)
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
fits (AtspiAccessible *node, const GramAtSearch *search)
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
  if (search->action != NULL && _gram_at_find_action (node, search->action) < 0)
    return FALSE;

  return !search->sensitive || _gram_at_has_state (node, ATSPI_STATE_SENSITIVE);
}

static AtspiAccessible *
walk (AtspiAccessible *node, const GramAtSearch *search, int depth)
{
  int max_depth = search->max_depth > 0 ? search->max_depth : GRAM_AT_MAX_DEPTH;
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
      GramAtSearch search = { .role = roles[i], .max_depth = MAX_DIALOG_DEPTH, .last = TRUE };
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

gboolean
_gram_at_searched (GramAt *self, gpointer data)
{
  GramAtSearch *search = data;
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

AtspiAccessible *
_gram_at_search (GramAt *self, GramAtSearch *search)
{
  if (_gram_at_wait_until (self, _gram_at_searched, search))
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
  GramAtSearch search = { .root = root, .role = role, .name = translated };

  return _gram_at_search (self, &search);
}

AtspiAccessible *
gram_at_find (GramAt *self, const char *role, const char *name)
{
  return gram_at_find_in (self, NULL, role, name);
}

AtspiAccessible *
gram_at_find_prefix (GramAt *self, const char *role, const char *prefix)
{
  GramAtSearch search = { .role = role, .prefix = prefix };

  return _gram_at_search (self, &search);
}

AtspiAccessible *
gram_at_find_matching_in (GramAt *self,
                          AtspiAccessible *root,
                          const char *role,
                          const char *pattern)
{
  GramAtSearch search = { .root = root, .role = role, .pattern = pattern };

  return _gram_at_search (self, &search);
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
  GramAtSearch search = { .role = role, .name = translated };

  _gram_at_searched (self, &search);

  return search.found;
}

gboolean
_gram_at_contains (AtspiAccessible *node, const char *text)
{
  GramAtSearch search = { .text = text };
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
  return !_gram_at_searched (self, data);
}

gboolean
gram_at_wait_gone (GramAt *self, const char *role, const char *name)
{
  g_autofree char *translated = gram_at_dup_translated (self, name);
  GramAtSearch search = { .role = role, .name = translated };
  gboolean is_gone = _gram_at_wait_until (self, gone, &search);

  g_clear_object (&search.found);
  if (!is_gone)
    gram_at_fail (self, "The %s “%s” does not go away", role, translated);

  return is_gone;
}

gboolean
gram_at_wait_text (GramAt *self, const char *text)
{
  GramAtSearch search = { .text = text };
  g_autoptr (AtspiAccessible) found = _gram_at_search (self, &search);

  return found != NULL;
}
