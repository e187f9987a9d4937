/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

static gboolean
connected (GramAt *self, gpointer data)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_children = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child == NULL || atspi_accessible_get_process_id (child, NULL) != self->pid)
        continue;
      if (atspi_accessible_get_child_count (child, NULL) < 1)
        return FALSE;
      g_set_object (&self->application, child);
      /* Every look is at what is there now; only what never changes is kept. */
      atspi_accessible_set_cache_mask (self->application,
                                       ATSPI_CACHE_ROLE | ATSPI_CACHE_INTERFACES);
      return TRUE;
    }

  return FALSE;
}

gboolean
_gram_at_connect (GramAt *self)
{
  if (_gram_at_wait_until (self, connected, NULL))
    return TRUE;

  gram_at_fail (self, "The program has no window on the accessibility bus");

  return FALSE;
}

void
_gram_at_disconnect (GramAt *self)
{
  g_clear_object (&self->application);
}

static gboolean
write_text (AtspiAccessible *node, const char *text)
{
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);

  return editable != NULL && atspi_editable_text_set_text_contents (editable, text, NULL);
}

gboolean
gram_at_write (GramAt *self, const char *name, const char *text)
{
  static const char *const roles[] = { "text", "entry", "password text" };
  g_autoptr (AtspiAccessible) node = NULL;

  /* An entry row is a list item of the same name around its text. */
  if (!gram_at_wait (self, NULL, name))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles) && node == NULL; i++)
    node = _gram_at_look (self, roles[i], name);
  if (node != NULL && write_text (node, text))
    return TRUE;

  gram_at_fail (self, "Nothing can be written into “%s”", name);

  return FALSE;
}

gboolean
gram_at_select (GramAt *self, const char *list, const char *row)
{
  g_autoptr (AtspiAccessible) node = gram_at_find (self, "list", list);
  g_autoptr (AtspiAccessible) item = node != NULL ? gram_at_find_in (self, node, NULL, row) : NULL;
  g_autoptr (AtspiSelection) selection = NULL;
  int position;

  if (item == NULL)
    return FALSE;

  position = atspi_accessible_get_index_in_parent (item, NULL);
  selection = atspi_accessible_get_selection_iface (node);
  if (selection != NULL && atspi_selection_select_child (selection, position, NULL))
    return TRUE;

  gram_at_fail (self, "“%s” in “%s” cannot be selected", row, list);

  return FALSE;
}

/* Its own action, as its Close button does it. (That button ends in a critical warning of GTK's own when it is pressed by
 * AT-SPI without animations: the button is gone before its timeout. Escape goes back a page first.) */
gboolean
gram_at_close_dialog (GramAt *self, const char *title)
{
  return gram_at_wait (self, "dialog", title) && gram_at_do (self, "window.close")
         && gram_at_wait_gone (self, "dialog", title);
}

/* The slash opens the field for a path; what is typed there races with its completion, what is written does not. */
gboolean
gram_at_choose_file (GramAt *self, const char *title, const char *path)
{
  g_autoptr (AtspiAccessible) dialog = gram_at_find (self, "dialog", title);
  g_autoptr (AtspiAccessible) field = NULL;

  if (dialog == NULL)
    return FALSE;
  gram_at_pause (200);
  if (!gram_at_type (self, "/"))
    return FALSE;
  field = gram_at_find_in (self, dialog, "text", NULL);
  if (field == NULL)
    return FALSE;
  if (!write_text (field, path))
    {
      gram_at_fail (self, "The path cannot be written into “%s”", title);
      return FALSE;
    }
  gram_at_pause (300);

  return gram_at_key (self, "Return") && gram_at_wait_gone (self, "dialog", title);
}

static void
dump (AtspiAccessible *node, guint depth, GString *text)
{
  static const struct
  {
    AtspiStateType state;
    const char *word;
  } states[] = {
    { ATSPI_STATE_CHECKED, "checked" }, { ATSPI_STATE_SELECTED, "selected" },
    { ATSPI_STATE_FOCUSED, "focused" }, { ATSPI_STATE_EXPANDED, "expanded" },
    { ATSPI_STATE_PRESSED, "pressed" },
  };
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *name = gram_at_dup_name (node);
  g_autofree char *content = gram_at_dup_text (node);
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (node);
  g_autoptr (AtspiStateSet) set = atspi_accessible_get_state_set (node);
  int n_actions = action != NULL ? atspi_action_get_n_actions (action, NULL) : 0;
  int n_children = atspi_accessible_get_child_count (node, NULL);

  if (set == NULL || (depth > 0 && !atspi_state_set_contains (set, ATSPI_STATE_SHOWING)))
    return;

  g_string_append_printf (text, "%*s%s “%s”", (int)depth * 2, "", role, name);
  if (*content != '\0' && !g_str_equal (content, name))
    g_string_append_printf (text, " = “%s”", content);
  if (depth > 0 && !atspi_state_set_contains (set, ATSPI_STATE_SENSITIVE))
    g_string_append (text, " insensitive");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (atspi_state_set_contains (set, states[i].state))
      g_string_append_printf (text, " %s", states[i].word);
  for (int i = 0; i < n_actions; i++)
    {
      g_autofree char *it = atspi_action_get_action_name (action, i, NULL);

      g_string_append_printf (text, "%s%s", i == 0 ? " [" : " ", it);
    }
  g_string_append (text, n_actions > 0 ? "]\n" : "\n");

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        dump (child, depth + 1, text);
    }
}

char *
gram_at_dump (GramAt *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->application != NULL)
    dump (self->application, 0, text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
