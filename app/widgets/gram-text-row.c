/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-text-row.h"

struct _GramTextRow
{
  AdwPreferencesRow parent_instance;

  /* Borrowed References */
  GtkWidget *label;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (GramTextRow, gram_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (GramTextRow *self)
{
  g_assert (GRAM_IS_TEXT_ROW (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* A click beside the text, or focus by the form, goes into the text. */
static gboolean
gram_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GRAM_TEXT_ROW (widget)->view);
}

static void
gram_text_row_class_init (GramTextRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = gram_text_row_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gram_text_row_init (GramTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_use_underline (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dimmed");

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->view);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 66);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 132);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);

  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "text-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text");

  g_object_bind_property (self, "title", self->label, "label", G_BINDING_SYNC_CREATE);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gram_text_row_new (const char *title)
{
  return g_object_new (GRAM_TYPE_TEXT_ROW, "title", title, NULL);
}

char *
gram_text_row_dup_text (GramTextRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (GRAM_IS_TEXT_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
gram_text_row_set_text (GramTextRow *self, const char *text)
{
  g_return_if_fail (GRAM_IS_TEXT_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                            text != NULL ? text : "", -1);
}
