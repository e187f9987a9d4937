/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-snippets-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-pressable.h"
#include "gram-questions-cases.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>

struct _GramSnippetsDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation;
  GtkWidget *add_button;
  GtkWidget *first_button;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  AdwPreferencesGroup *list_group;
  AdwNavigationPage *edit_page;
  GtkWidget *save_button;
  AdwPreferencesGroup *edit_group;
  GtkWidget *title_row;
  AdwComboRow *kind_row;
  GtkWidget *remove_row;
  GtkLabel *refusal_label;

  /* Borrowed References: a child */
  GtkWidget *text_row;

  /* Owned References */
  GramSession *session;
  GPtrArray *snippets;
  GPtrArray *rows;
  GCancellable *asking;

  gint64 edited; /* 0: a new one */
  int version;
};

G_DEFINE_FINAL_TYPE (GramSnippetsDialog, gram_snippets_dialog, ADW_TYPE_DIALOG)

static void
edit (GramSnippetsDialog *self, const GramSnippetRecord *snippet)
{
  self->edited = snippet != NULL ? snippet->id : 0;
  self->version = snippet != NULL ? snippet->version : 0;
  adw_navigation_page_set_title (self->edit_page, snippet != NULL ? _ ("Text") : _ ("New Text"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), snippet != NULL ? snippet->title : "");
  gram_text_row_set_text (GRAM_TEXT_ROW (self->text_row), snippet != NULL ? snippet->text : NULL);
  adw_combo_row_set_selected (self->kind_row, snippet != NULL && snippet->kind != 0
                                                  ? gram_case_kind_index (snippet->kind) + 1
                                                  : 0);
  gtk_widget_set_visible (self->remove_row, snippet != NULL);
  gram_form_set_error (self->title_row, NULL);
  gram_form_set_error (self->text_row, NULL);
  gram_form_refuse (self->refusal_label, NULL, NULL);
  adw_navigation_view_push (self->navigation, self->edit_page);
  gtk_widget_grab_focus (self->title_row);
}

static void
activated_cb (GramSnippetsDialog *self, GtkWidget *row)
{
  guint i;

  g_assert (GRAM_IS_SNIPPETS_DIALOG (self));

  if (g_ptr_array_find (self->rows, row, &i))
    edit (self, g_ptr_array_index (self->snippets, i));
}

static GtkWidget *
snippet_row_new (GramSnippetsDialog *self, const GramSnippetRecord *snippet)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), snippet->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), snippet->text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (snippet->kind != 0)
    {
      GtkWidget *kind = gtk_label_new (gram_case_kind_title (snippet->kind));

      gtk_widget_add_css_class (kind, "caption");
      gtk_widget_add_css_class (kind, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gram_pressable_install (row);

  return row;
}

static void
show_list (GramSnippetsDialog *self, GPtrArray *snippets)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->snippets, g_ptr_array_unref);
  self->snippets = snippets;
  for (guint i = 0; i < snippets->len; i++)
    {
      GtkWidget *row = snippet_row_new (self, g_ptr_array_index (snippets, i));

      adw_preferences_group_add (self->list_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_stack_set_visible_child_name (self->stack, snippets->len > 0 ? "list" : "empty");
}

static void
snippets_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSnippetsDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GPtrArray *snippets
      = gram_session_snippets_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL)
    {
      g_clear_pointer (&snippets, g_ptr_array_unref);
      return;
    }
  if (snippets != NULL)
    {
      show_list (self, snippets);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->empty_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
ask (GramSnippetsDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_snippets_async (self->session, 0, self->asking, snippets_cb, g_object_ref (self));
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSnippetsDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);

  if (self->stack == NULL)
    return;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  ask (self);
}

static void
perform (GramSnippetsDialog *self, const char *command, GVariant *arguments)
{
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gram_session_perform_async (self->session, command, arguments, NULL, NULL, NULL, done_cb,
                              g_object_ref (self));
}

static void
save_cb (GramSnippetsDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *title = gram_form_dup_text (self->title_row);
  g_autofree char *text = gram_text_row_dup_text (GRAM_TEXT_ROW (self->text_row));
  guint kind = adw_combo_row_get_selected (self->kind_row);

  g_assert (GRAM_IS_SNIPPETS_DIALOG (self));

  gram_form_set_error (self->title_row,
                       *title == '\0' ? _ ("Enter a title, so that it is found again.") : NULL);
  gram_form_set_error (self->text_row, *text == '\0' ? _ ("Enter the text.") : NULL);
  if (*title == '\0' || *text == '\0')
    {
      gtk_widget_grab_focus (*title == '\0' ? self->title_row : self->text_row);
      return;
    }

  if (self->edited != 0)
    {
      g_variant_dict_insert (&dict, "snippet", "x", self->edited);
      g_variant_dict_insert (&dict, "version", "x", (gint64)self->version);
    }
  g_variant_dict_insert (&dict, "title", "s", title);
  g_variant_dict_insert (&dict, "text", "s", text);
  g_variant_dict_insert (&dict, "kind", "s",
                         kind > 0 && kind <= GRAM_CASE_KIND_N
                             ? gram_word_for ("case-kind", 1 << (kind - 1))
                             : "");
  perform (self, "snippet.save", g_variant_dict_end (&dict));
}

static void
add_cb (GramSnippetsDialog *self)
{
  g_assert (GRAM_IS_SNIPPETS_DIALOG (self));

  edit (self, NULL);
}

static void
remove_cb (GramSnippetsDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_assert (GRAM_IS_SNIPPETS_DIALOG (self));

  g_variant_dict_insert (&dict, "snippet", "x", self->edited);
  g_variant_dict_insert (&dict, "version", "x", (gint64)self->version);
  perform (self, "snippet.remove", g_variant_dict_end (&dict));
}

static void
fill_kinds (GramSnippetsDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("All Cases"));
  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    gtk_string_list_append (titles, gram_case_kind_title ((GramCaseKind)(1u << i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (titles));
}

static void
gram_snippets_dialog_dispose (GObject *object)
{
  GramSnippetsDialog *self = (GramSnippetsDialog *)object;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_SNIPPETS_DIALOG);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->snippets, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_snippets_dialog_parent_class)->dispose (object);
}

static void
gram_snippets_dialog_class_init (GramSnippetsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_snippets_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-snippets-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, first_button);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, list_group);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, edit_page);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, edit_group);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, remove_row);
  gtk_widget_class_bind_template_child (widget_class, GramSnippetsDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
gram_snippets_dialog_init (GramSnippetsDialog *self)
{
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->text_row = gram_text_row_new (_ ("Te_xt"));
  adw_preferences_group_add (self->edit_group, self->text_row);
  fill_kinds (self);
  gram_pressable_install_all (GTK_WIDGET (self));
}

AdwDialog *
gram_snippets_dialog_new (GramSession *session)
{
  GramSnippetsDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_SNIPPETS_DIALOG, NULL);
  self->session = g_object_ref (session);
  ask (self);

  return ADW_DIALOG (self);
}
