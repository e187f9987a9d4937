/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-page.h"

#include "gram-account-edit-dialog.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

struct _GramAccountPage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *edit_button;
  AdwActionRow *number_row;
  AdwActionRow *kind_row;
  AdwActionRow *state_row;
  AdwActionRow *opened_row;
  AdwActionRow *holder_row;
  AdwActionRow *contact_row;
  AdwActionRow *email_row;
  AdwActionRow *phone_row;
  AdwActionRow *address_row;
  AdwPreferencesGroup *members_group;

  /* Owned References */
  GPtrArray *member_rows;
};

G_DEFINE_FINAL_TYPE (GramAccountPage, gram_account_page, GRAM_TYPE_PAGE)

static GramSession *
session_of (GramAccountPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

/* An empty field is not shown. */
static void
fill (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && *text != '\0');
}

static char *
permissions_text (const GramMember *member)
{
  static const struct
  {
    GramPermission permission;
    const char *title;
  } titles[] = {
    { GRAM_PERMISSION_VIEW, N_ ("view") },
    { GRAM_PERMISSION_GRANT, N_ ("grant permissions") },
    { GRAM_PERMISSION_ACCEPT, N_ ("accept and dispute vehicles") },
    { GRAM_PERMISSION_TRANSFER, N_ ("transfer") },
    { GRAM_PERMISSION_EDIT, N_ ("edit details") },
  };
  GString *text = g_string_new (NULL);

  if (member->owner)
    return g_string_free_and_steal (g_string_assign (text, _ ("Owner, every permission")));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (member->permissions & titles[i].permission)
      {
        if (text->len > 0)
          /* Translators: between the permissions of a person */
          g_string_append (text, _ (", "));
        g_string_append (text, _ (titles[i].title));
      }

  return g_string_free_and_steal (text);
}

static void
add_member (GramAccountPage *self, const GramMember *member)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (32, member->name, TRUE);
  g_autofree char *permissions = permissions_text (member);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), permissions);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_preferences_group_add (self->members_group, row);
  g_ptr_array_add (self->member_rows, row);
}

static void
members_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountPage) self = user_data;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  members = gram_session_members_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (members == NULL)
    {
      if (refusal != NULL || !gram_failure_is_cancelled (error))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the Members"), refusal, error);
      return;
    }

  for (guint i = 0; i < self->member_rows->len; i++)
    adw_preferences_group_remove (self->members_group, self->member_rows->pdata[i]);
  g_ptr_array_set_size (self->member_rows, 0);
  for (guint i = 0; i < members->len; i++)
    add_member (self, members->pdata[i]);
}

static void
fill_account (GramAccountPage *self, GramAccount *account)
{
  const GramAccountRecord *record = gram_account_get_record (account);
  GramPermit permit = gram_session_get_permit (session_of (self), "account.edit");
  g_autofree char *number = gram_format_account_number (record->number);
  g_autofree char *opened = gram_format_day_of_instant (record->opened_at);

  fill (self->number_row, number);
  fill (self->kind_row, gram_account_kind_title (record->kind));
  fill (self->state_row, gram_account_state_title (record->state));
  fill (self->opened_row, opened);
  fill (self->holder_row, record->holder);
  fill (self->contact_row, record->contact_name);
  fill (self->email_row, record->contact_email);
  fill (self->phone_row, record->contact_phone);
  fill (self->address_row, record->address);
  gtk_widget_set_sensitive (self->edit_button, permit.allowed);
  gtk_widget_set_tooltip_text (self->edit_button, permit.reason);
}

static void
gram_account_page_refresh (GramPage *page)
{
  GramAccountPage *self = GRAM_ACCOUNT_PAGE (page);
  GramAccount *account = gram_session_get_account (session_of (self));

  gtk_widget_set_visible (self->edit_button, account != NULL);
  gtk_stack_set_visible_child_name (self->stack, account != NULL ? "account" : "empty");
  if (account == NULL)
    return;

  fill_account (self, account);
  gram_session_members_async (session_of (self), gram_page_get_cancellable (page), members_cb,
                              g_object_ref (self));
}

static void
edit_cb (GramAccountPage *self)
{
  g_assert (GRAM_IS_ACCOUNT_PAGE (self));

  if (gram_session_get_account (session_of (self)) != NULL)
    adw_dialog_present (gram_account_edit_dialog_new (session_of (self)), GTK_WIDGET (self));
}

static void
copy_number_cb (GramAccountPage *self)
{
  GramAccount *account = gram_session_get_account (session_of (self));

  g_assert (GRAM_IS_ACCOUNT_PAGE (self));

  if (account == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gram_account_get_number (account));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account number copied"));
}

static void
gram_account_page_finalize (GObject *object)
{
  GramAccountPage *self = (GramAccountPage *)object;

  g_clear_pointer (&self->member_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_account_page_parent_class)->finalize (object);
}

static void
gram_account_page_class_init (GramAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_account_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_account_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, opened_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, holder_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, contact_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, members_group);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_number_cb);
}

static void
gram_account_page_init (GramAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->member_rows = g_ptr_array_new ();
}
