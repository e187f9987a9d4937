/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-snippet-button.h"

#include "gram-failure.h"
#include "gram-questions-cases.h"
#include "gram-snippets-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramSnippetButton
{
  AdwBin parent_instance;

  /* Borrowed References: children */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list_box;
  GtkLabel *note_label;

  /* Owned References */
  GramSession *session;
  GPtrArray *snippets;
  GCancellable *asking;

  GramCaseKind kind;
};

G_DEFINE_FINAL_TYPE (GramSnippetButton, gram_snippet_button, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
snippet_row_new (const GramSnippetRecord *snippet)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (snippet->title);
  GtkWidget *text = gtk_label_new (snippet->text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  snippet->title, -1);

  return row;
}

static void
show_note (GramSnippetButton *self, const char *note)
{
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
snippets_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSnippetButton) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *snippets
      = gram_session_snippets_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->session == NULL)
    {
      g_clear_pointer (&snippets, g_ptr_array_unref);
      return;
    }

  gtk_list_box_remove_all (self->list_box);
  g_clear_pointer (&self->snippets, g_ptr_array_unref);
  self->snippets = snippets;
  for (guint i = 0; snippets != NULL && i < snippets->len; i++)
    gtk_list_box_append (self->list_box, snippet_row_new (g_ptr_array_index (snippets, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), snippets != NULL && snippets->len > 0);
  if (snippets == NULL)
    show_note (self, refusal != NULL ? refusal->message : _ ("The texts could not be read."));
  else
    show_note (self, snippets->len == 0 ? _ ("No texts are kept yet.") : NULL);
}

static void
ask (GramSnippetButton *self)
{
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_snippets_async (self->session, self->kind, self->asking, snippets_cb,
                               g_object_ref (self));
}

static void
shown_cb (GramSnippetButton *self)
{
  g_assert (GRAM_IS_SNIPPET_BUTTON (self));

  ask (self);
}

static void
activated_cb (GramSnippetButton *self, GtkListBoxRow *row)
{
  guint i = (guint)gtk_list_box_row_get_index (row);
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_SNIPPET_BUTTON (self));

  if (self->snippets == NULL || i >= self->snippets->len)
    return;

  text = g_strdup (((const GramSnippetRecord *)g_ptr_array_index (self->snippets, i))->text);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
manage_cb (GramSnippetButton *self)
{
  g_assert (GRAM_IS_SNIPPET_BUTTON (self));

  gtk_popover_popdown (self->popover);
  adw_dialog_present (gram_snippets_dialog_new (self->session), GTK_WIDGET (self));
}

static GtkWidget *
popover_child_new (GramSnippetButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *note = gtk_label_new (NULL);
  GtkWidget *list_box = gtk_list_box_new ();
  GtkWidget *manage = gtk_button_new_with_mnemonic (_ ("_Edit Texts…"));

  self->list_box = GTK_LIST_BOX (list_box);
  self->note_label = GTK_LABEL (note);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kept Texts"), -1);
  g_signal_connect_object (list_box, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_label_set_wrap (self->note_label, TRUE);
  gtk_widget_add_css_class (note, "dimmed");
  gtk_widget_set_margin_top (note, 12);
  gtk_widget_set_margin_bottom (note, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list_box);
  gtk_widget_add_css_class (manage, "flat");
  g_signal_connect_object (manage, "clicked", G_CALLBACK (manage_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), manage);

  return box;
}

static void
gram_snippet_button_dispose (GObject *object)
{
  GramSnippetButton *self = (GramSnippetButton *)object;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  g_clear_pointer (&self->snippets, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_snippet_button_parent_class)->dispose (object);
}

static void
gram_snippet_button_class_init (GramSnippetButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_snippet_button_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GRAM_TYPE_SNIPPET_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gram_snippet_button_init (GramSnippetButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = GTK_POPOVER (popover);
  self->button = GTK_MENU_BUTTON (button);
  gtk_popover_set_child (self->popover, popover_child_new (self));
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (self->button, "insert-text-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (button, _ ("Insert a Kept Text"));
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
gram_snippet_button_new (GramSession *session, GramCaseKind kind)
{
  GramSnippetButton *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_SNIPPET_BUTTON, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;

  return GTK_WIDGET (self);
}

void
gram_snippet_button_set_kind (GramSnippetButton *self, GramCaseKind kind)
{
  g_return_if_fail (GRAM_IS_SNIPPET_BUTTON (self));

  self->kind = kind;
}
