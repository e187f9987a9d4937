/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-form.h"

#include "gram-failure.h"

#define NOTE "gram-form-note"

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* A sentence is of no use below the edge of its dialog. Of several notes, it is the one of the row where one goes on. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget) ? gtk_widget_get_prev_sibling (widget) : NULL;

  /* It has no place yet. */
  if (gtk_widget_get_height (widget) == 0 && gtk_widget_get_mapped (widget))
    return G_SOURCE_CONTINUE;
  if (viewport != NULL && gtk_widget_get_mapped (widget) && (row == NULL || has_focus (row)))
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);

  return G_SOURCE_REMOVE;
}

static void
reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, reveal_cb, NULL, NULL);
}

static GtkWidget *
note_new (GtkWidget *row, const char *message)
{
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *note = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (note), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (note), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (note), FALSE);
  gtk_widget_set_focusable (note, FALSE);
  gtk_widget_add_css_class (note, "field-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);

  return note;
}

static void
remove_note (GtkWidget *row)
{
  GtkWidget *note = g_object_get_data (G_OBJECT (row), NOTE);
  GtkWidget *list = gtk_widget_get_parent (row);

  if (note == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
  if (gtk_widget_get_parent (note) == list && GTK_IS_LIST_BOX (list))
    gtk_list_box_remove (GTK_LIST_BOX (list), note);
  g_object_set_data (G_OBJECT (row), NOTE, NULL);
}

void
gram_form_set_error (GtkWidget *row, const char *message)
{
  GtkWidget *list;
  GtkWidget *note;

  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  if (g_strcmp0 (gram_form_get_error (row), message) == 0)
    return;

  remove_note (row);

  if (message == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }

  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);

  list = gtk_widget_get_parent (row);
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  note = note_new (row, message);
  gtk_list_box_insert (GTK_LIST_BOX (list), note,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, note,
                                  NULL, -1);
  g_object_set_data_full (G_OBJECT (row), NOTE, g_object_ref (note), g_object_unref);
  reveal (note);
}

const char *
gram_form_get_error (GtkWidget *row)
{
  GtkWidget *note;

  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  note = g_object_get_data (G_OBJECT (row), NOTE);
  if (note == NULL)
    return NULL;

  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (note))));
}

char *
gram_form_dup_text (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (row), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

char *
gram_form_dup_amount (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (row), NULL);

  return g_strdelimit (gram_form_dup_text (row), ",", '.');
}

gboolean
gram_form_is_email (const char *text)
{
  const char *at;

  g_return_val_if_fail (text != NULL, FALSE);

  at = strchr (text, '@');

  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL
         && strchr (text, ' ') == NULL;
}

void
gram_form_refuse (GtkLabel *label, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (refusal != NULL)
    sentence = g_strdup (refusal->message);
  else if (error != NULL && !gram_failure_is_cancelled (error))
    sentence = gram_failure_sentence (error);

  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence == NULL)
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (label), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  reveal (GTK_WIDGET (label));
}
