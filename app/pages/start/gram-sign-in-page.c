/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-sign-in-page.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-join-dialog.h"
#include "gram-person-texts.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-settings.h"
#include "gram-use-code-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramSignInPage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *refusal_label;
  AdwEntryRow *email_row;
  AdwPasswordEntryRow *password_row;
  GtkWidget *sign_in_button;
  AdwPreferencesGroup *persons_group;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GPtrArray *person_rows;

  gboolean working;
};

G_DEFINE_FINAL_TYPE (GramSignInPage, gram_sign_in_page, ADW_TYPE_BIN)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_refusal (GramSignInPage *self, const char *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->refusal_label), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
is_filled_in (GramSignInPage *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));

  return *email != '\0' && *gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0';
}

/* The entries stay as they are: one that has the focus must not lose it by becoming insensitive. */
static void
set_working (GramSignInPage *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (GTK_WIDGET (self->persons_group), !working);
  gtk_widget_set_sensitive (self->sign_in_button, !working && is_filled_in (self));
}

static void
signed_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSignInPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_sign_in_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->session != GRAM_SESSION (object))
    return;

  set_working (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  switch (outcome)
    {
    case GRAM_OUTCOME_DONE:
      show_refusal (self, NULL);
      g_signal_emit (self, signals[SIGNED_IN], 0);
      break;
    case GRAM_OUTCOME_REFUSED:
      show_refusal (self, refusal->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
      break;
    case GRAM_OUTCOME_FAILED:
    default:
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Sign In"), NULL, error);
      break;
    }
}

static void
sign_in (GramSignInPage *self, const char *email, const char *password)
{
  show_refusal (self, NULL);
  set_working (self, TRUE);
  gram_session_sign_in_async (self->session, email, password, self->cancellable, signed_in_cb,
                              g_object_ref (self));
}

static void
form_changed_cb (GramSignInPage *self)
{
  g_assert (GRAM_IS_SIGN_IN_PAGE (self));

  gtk_widget_set_sensitive (self->sign_in_button, !self->working && is_filled_in (self));
}

static void
submit_cb (GramSignInPage *self)
{
  g_autofree char *email = NULL;

  g_assert (GRAM_IS_SIGN_IN_PAGE (self));

  if (self->session == NULL || self->working || !is_filled_in (self))
    return;

  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  sign_in (self, email, gtk_editable_get_text (GTK_EDITABLE (self->password_row)));
}

/* A dialog has signed somebody in. */
static void
dialog_signed_in_cb (GramSignInPage *self)
{
  if (self->session != NULL && gram_session_get_signed_in (self->session))
    g_signal_emit (self, signals[SIGNED_IN], 0);
}

static void
join_cb (GramSignInPage *self)
{
  AdwDialog *dialog;

  g_assert (GRAM_IS_SIGN_IN_PAGE (self));

  if (self->session == NULL || self->working)
    return;

  dialog = gram_join_dialog_new (self->session);
  g_signal_connect_object (dialog, "signed-in", G_CALLBACK (dialog_signed_in_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
use_code_cb (GramSignInPage *self)
{
  g_autofree char *email = NULL;
  AdwDialog *dialog;

  g_assert (GRAM_IS_SIGN_IN_PAGE (self));

  if (self->session == NULL || self->working)
    return;

  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  dialog = gram_use_code_dialog_new (self->session, email);
  g_signal_connect_object (dialog, "signed-in", G_CALLBACK (dialog_signed_in_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
person_activated_cb (GtkWidget *row, GramSignInPage *self)
{
  g_assert (GRAM_IS_SIGN_IN_PAGE (self));

  sign_in (self, gtk_widget_get_name (row), NULL);
}

/* What a person does in the registry: a first-time user chooses by that, not by the name. */
static char *
describe (const GramPersonChoice *choice)
{
  const GramAccountRecord *account = choice->accounts->len > 0 ? choice->accounts->pdata[0] : NULL;
  const char *kind = account != NULL ? gram_account_kind_title (account->kind) : NULL;

  if (choice->person->role != GRAM_ROLE_OFFICER)
    return g_strdup (gram_role_title (choice->person->role));
  if (account == NULL)
    return g_strdup (_ ("Officer without an account yet"));
  if (choice->accounts->len > 1)
    /* Translators: what a person does: the holder of one account, and that there are more */
    return g_strdup_printf (_ ("Member for %s and others"), account->holder);
  if (account->owner)
    /* Translators: what a person does: holder of the account, then its kind */
    return g_strdup_printf (_ ("Owner of %s · %s"), account->holder, kind);

  /* Translators: what a person does: holder of the account, then its kind */
  return g_strdup_printf (_ ("Member of %s · %s"), account->holder, kind);
}

static void
add_person (GramSignInPage *self, const GramPersonChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (32, choice->person->name, TRUE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *subtitle = describe (choice);

  gtk_widget_set_name (row, choice->person->email);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, choice->person->email);
  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (person_activated_cb), self,
                           G_CONNECT_DEFAULT);
  gram_pressable_install (row);
  adw_preferences_group_add (self->persons_group, row);
  g_ptr_array_add (self->person_rows, row);
}

static void
persons_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSignInPage) self = user_data;
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GError) error = NULL;

  choices = gram_session_list_choices_finish (GRAM_SESSION (object), result, &error);
  if (self->session != GRAM_SESSION (object))
    return;

  if (choices == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the Registry"), NULL, error);
      return;
    }
  for (guint i = 0; i < choices->len; i++)
    add_person (self, choices->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, "persons");
}

static void
forget (GramSignInPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  for (guint i = 0; i < self->person_rows->len; i++)
    adw_preferences_group_remove (self->persons_group, self->person_rows->pdata[i]);
  g_ptr_array_set_size (self->person_rows, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  show_refusal (self, NULL);
  set_working (self, FALSE);
}

static void
gram_sign_in_page_dispose (GObject *object)
{
  GramSignInPage *self = (GramSignInPage *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_sign_in_page_parent_class)->dispose (object);
}

static void
gram_sign_in_page_finalize (GObject *object)
{
  GramSignInPage *self = (GramSignInPage *)object;

  g_clear_pointer (&self->person_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_sign_in_page_parent_class)->finalize (object);
}

static void
gram_sign_in_page_class_init (GramSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_sign_in_page_dispose;
  object_class->finalize = gram_sign_in_page_finalize;

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramSignInPage, persons_group);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_code_cb);
}

static void
gram_sign_in_page_init (GramSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));
  self->person_rows = g_ptr_array_new ();
}

GtkWidget *
gram_sign_in_page_new (void)
{
  return g_object_new (GRAM_TYPE_SIGN_IN_PAGE, NULL);
}

void
gram_sign_in_page_set_session (GramSignInPage *self, GramSession *session)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *email = NULL;

  g_return_if_fail (GRAM_IS_SIGN_IN_PAGE (self));
  g_return_if_fail (session == NULL || GRAM_IS_SESSION (session));

  forget (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  adw_window_title_set_title (self->window_title, gram_session_get_title (session));
  gtk_label_set_text (self->title_label, gram_session_get_title (session));
  if (gram_session_get_kind (session) == GRAM_REGISTRY_PRACTICE)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      gram_session_list_choices_async (session, self->cancellable, persons_cb, g_object_ref (self));
      return;
    }

  settings = gram_settings_new ();
  email = g_settings_get_string (settings, "last-email");
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), email);
  gtk_stack_set_visible_child_name (self->stack, "password");
  gtk_widget_grab_focus (*email != '\0' ? GTK_WIDGET (self->password_row)
                                        : GTK_WIDGET (self->email_row));
}
