/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-dialog-private.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramAccountDialog, gram_account_dialog, ADW_TYPE_DIALOG)

/* The pages in order; each is the tag of a page of the template. */
static const char *const steps[] = {
  "holder", "kind", "contact", "auto-accept", "invite", "check", "done",
};

static gboolean
find_step (const char *tag, guint *position)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i], tag) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_begun (GramAccountDialog *self)
{
  g_autofree char *holder = NULL;
  guint kind;

  if (self->draft == NULL)
    return FALSE;

  g_object_get (self->draft, "holder", &holder, "kind", &kind, NULL);

  return (holder != NULL && *holder != '\0') || kind != 0;
}

static void
keep_draft (GramAccountDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->number != NULL || !is_begun (self))
    return;

  g_object_set (self->draft, "step", gram_account_dialog_get_step (self), NULL);
  if (!gram_account_draft_save (self->draft, &error))
    g_message ("The draft could not be kept: %s", error->message);
}

static void
page_changed_cb (GramAccountDialog *self)
{
  const char *step;

  g_assert (GRAM_IS_ACCOUNT_DIALOG (self));

  step = gram_account_dialog_get_step (self);
  if (self->draft == NULL || step == NULL)
    return;

  if (g_str_equal (step, "check"))
    {
      self->checking = TRUE;
      _gram_account_dialog_fill_answers (self);
    }
  keep_draft (self);
}

static void
next_cb (GramAccountDialog *self)
{
  const char *step;
  guint position;

  g_assert (GRAM_IS_ACCOUNT_DIALOG (self));

  step = gram_account_dialog_get_step (self);
  if (!find_step (step, &position) || !_gram_account_dialog_check_step (self, step))
    return;

  /* Who came back from the answers to change one goes straight back to them. */
  adw_navigation_view_push_by_tag (self->navigation_view,
                                   self->checking ? "check" : steps[position + 1]);
}

static void
change (GramAccountDialog *self, const char *tag)
{
  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ tag }, 1);
}

static void
change_holder_cb (GramAccountDialog *self)
{
  change (self, "holder");
}

static void
change_kind_cb (GramAccountDialog *self)
{
  change (self, "kind");
}

static void
change_contact_cb (GramAccountDialog *self)
{
  change (self, "contact");
}

static void
change_auto_accept_cb (GramAccountDialog *self)
{
  change (self, "auto-accept");
}

static void
change_invite_cb (GramAccountDialog *self)
{
  change (self, "invite");
}

/* The file of an invitation names the account that is the current one. */
static void
visited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountDialog) self = user_data;

  if (gram_session_visit_finish (GRAM_SESSION (object), result, NULL, NULL) == GRAM_OUTCOME_DONE
      && self->navigation_view != NULL)
    _gram_account_dialog_invite (self);
}

static void
show_done (GramAccountDialog *self, const char *number)
{
  g_autofree char *shown = gram_format_account_number (number);

  g_set_str (&self->number, number);
  gtk_label_set_text (self->number_label, shown);
  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ "done" }, 1);
  /* An account that somebody else owns is not among those of the person, but may be viewed. */
  gram_session_visit_async (self->session, number, NULL, visited_cb, g_object_ref (self));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char *number = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gram_account_draft_discard (self->draft);
      g_variant_lookup (value, "account", "&s", &number);
      if (self->navigation_view != NULL && number != NULL)
        show_done (self, number);
      self->opening = FALSE;
      return;
    }

  self->opening = FALSE;
  if (self->navigation_view == NULL)
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->open_button, TRUE);
  gtk_label_set_text (self->check_error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->check_error_label), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->check_error_label), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
open_cb (GramAccountDialog *self)
{
  g_assert (GRAM_IS_ACCOUNT_DIALOG (self));

  if (self->opening)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!_gram_account_dialog_check_step (self, steps[i]))
      {
        change (self, steps[i]);
        return;
      }

  self->opening = TRUE;
  gtk_widget_set_sensitive (self->open_button, FALSE);
  gram_session_perform_async (self->session, "account.open",
                              gram_account_draft_to_arguments (self->draft), NULL, NULL, NULL,
                              opened_cb, g_object_ref (self));
}

static void
copy_number_cb (GramAccountDialog *self)
{
  g_assert (GRAM_IS_ACCOUNT_DIALOG (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->number);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account number copied"));
}

static void
bring_in_cb (GramAccountDialog *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_assert (GRAM_IS_ACCOUNT_DIALOG (self));

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, "win.bring-in", NULL);
}

static void
gram_account_dialog_closed (AdwDialog *dialog)
{
  GramAccountDialog *self = GRAM_ACCOUNT_DIALOG (dialog);

  if (self->number != NULL || !is_begun (self))
    return;

  keep_draft (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("Your answers were kept; you can continue at any time"));
}

static void
gram_account_dialog_dispose (GObject *object)
{
  GramAccountDialog *self = (GramAccountDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ACCOUNT_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_account_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, holder_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, owner_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, kind_used_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, kind_new_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, kind_ccts_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, kind_error_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, contact_name_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, contact_email_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, contact_phone_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, auto_accept_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, auto_accept_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_holder_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_owner_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_kind_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_contact_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_auto_accept_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_error_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, done_status);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, number_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, colleagues_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, invite_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, invite_email_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, invite_role_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, check_invite_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountDialog, invite_card);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_holder_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_auto_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_invite_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, bring_in_cb);
}

static void
gram_account_dialog_class_init (GramAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_account_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = gram_account_dialog_closed;

  g_type_ensure (GRAM_TYPE_CODE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-dialog.ui");
  bind_template (widget_class);
}

static void
gram_account_dialog_init (GramAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Pages that are not shown yet are no children of the view yet. */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gram_pressable_install_all (
        GTK_WIDGET (adw_navigation_view_find_page (self->navigation_view, steps[i])));
}

/* Shows the page at which the person left, with the pages before it to go back to. */
static void
resume (GramAccountDialog *self)
{
  g_autofree char *step = NULL;
  guint position;

  g_object_get (self->draft, "step", &step, NULL);
  if (find_step (step, &position) && position > 0 && !g_str_equal (step, "done"))
    adw_navigation_view_replace_with_tags (self->navigation_view, (const char **)steps,
                                           (int)position + 1);
}

static void
prefill (GramAccountDialog *self, gboolean for_officer)
{
  /* What an administrator opens is an officer's account, whose contact is somebody else. */
  if (for_officer)
    return;

  g_object_set (self->draft, "contact-name", gram_session_get_person_name (self->session),
                "contact-email", gram_session_get_person_email (self->session), NULL);
  if (gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN)
    g_object_set (self->draft, "holder", gram_session_get_title (self->session), NULL);
}

AdwDialog *
gram_account_dialog_new (GramSession *session)
{
  GramAccountDialog *self;
  gboolean for_officer;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->draft = gram_account_draft_new (NULL, gram_session_get_path (session));
  for_officer = gram_session_get_is_administrator (session)
                && gram_session_get_kind (session) == GRAM_REGISTRY_ADMINISTRATOR;
  gtk_widget_set_visible (GTK_WIDGET (self->owner_group), for_officer);
  _gram_account_dialog_invite_init (self, for_officer);
  if (!gram_account_draft_resume (self->draft))
    prefill (self, for_officer);
  _gram_account_dialog_bind_draft (self);
  resume (self);

  return ADW_DIALOG (self);
}

const char *
gram_account_dialog_get_step (GramAccountDialog *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (GRAM_IS_ACCOUNT_DIALOG (self), NULL);

  page = self->navigation_view != NULL
             ? adw_navigation_view_get_visible_page (self->navigation_view)
             : NULL;

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}
