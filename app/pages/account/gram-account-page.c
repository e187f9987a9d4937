/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-page.h"

#include "gram-account-books-group.h"
#include "gram-account-decisions-group.h"
#include "gram-account-edit-dialog.h"
#include "gram-account-rules.h"
#include "gram-account-pool-group.h"
#include "gram-account-scheme-group.h"
#include "gram-account-settings-group.h"
#include "gram-account-state-group.h"
#include "gram-accounts-button.h"
#include "gram-command-row.h"
#include "gram-effects-dialog.h"
#include "gram-failure.h"
#include "gram-field-history.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions-accounts.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 6

struct _GramAccountPage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *edit_button;
  AdwPreferencesPage *preferences_page;
  GramAccountStateGroup *state_group;
  AdwActionRow *number_row;
  AdwActionRow *kind_row;
  AdwActionRow *opened_row;
  AdwActionRow *members_row;
  AdwActionRow *rows[N_FIELDS];
  GramFieldHistory *histories[N_FIELDS];
  AdwPreferencesGroup *holder_group;
  GramAccountSchemeGroup *scheme_group;
  GramAccountPoolGroup *pool_group;
  GramAccountSettingsGroup *settings_group;
  GramAccountBooksGroup *books_group;
  GramAccountDecisionsGroup *decisions_group;
  AdwPreferencesGroup *closing_group;
  AdwStatusPage *failed_status;

  /* Borrowed References */
  GtkWidget *closing_row;

  /* Owned References */
  GramAccountDetail *detail;

  guint n_conditions;
  gboolean decisions_first;
};

G_DEFINE_FINAL_TYPE (GramAccountPage, gram_account_page, GRAM_TYPE_PAGE)

/* The fields with a history: their rows and the buttons at them. */
static const struct
{
  const char *row;
  const char *history;
} fields[N_FIELDS] = {
  { "state_row", "state_history" },     { "holder_row", "holder_history" },
  { "contact_row", "contact_history" }, { "email_row", "email_history" },
  { "phone_row", "phone_history" },     { "address_row", "address_history" },
};

static GramSession *
session_of (GramAccountPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

/* An empty field says so, and keeps its history. */
static void
fill (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL && *text != '\0' ? text : "–");
}

static void
fill_members (GramAccountPage *self)
{
  g_autofree char *count = gram_format_count (self->detail->n_members);
  g_autofree char *text = NULL;
  const char *owner = self->detail->owner != NULL ? self->detail->owner : "–";

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s person; owner: %2$s",
                                       "%1$s people; owner: %2$s", (gulong)self->detail->n_members),
                          count, owner);
  fill (self->members_row, text);
}

static void
fill_account (GramAccountPage *self)
{
  const GramAccountRecord *record = self->detail->account;
  GramPermit permit = gram_session_get_permit (session_of (self), "account.edit");
  g_autofree char *number = gram_format_account_number (record->number);
  g_autofree char *opened = gram_format_day_of_instant (record->opened_at);
  const char *values[N_FIELDS] = {
    gram_account_state_title (self->detail->state),
    record->holder,
    record->contact_name,
    record->contact_email,
    record->contact_phone,
    record->address,
  };

  fill (self->number_row, number);
  fill (self->kind_row, gram_account_kind_title (record->kind));
  fill (self->opened_row, opened);
  for (guint i = 0; i < N_FIELDS; i++)
    fill (self->rows[i], values[i]);
  fill_members (self);
  gtk_widget_set_sensitive (self->edit_button, permit.allowed);
  gtk_widget_set_tooltip_text (self->edit_button, permit.reason);
}

static void
move_to_end (GramAccountPage *self, AdwPreferencesGroup *group)
{
  g_object_ref (group);
  adw_preferences_page_remove (self->preferences_page, group);
  adw_preferences_page_add (self->preferences_page, group);
  g_object_unref (group);
}

/* Decisions are what the administrator's side comes for: there they stand before all that only tells, elsewhere last. */
static void
place_decisions (GramAccountPage *self)
{
  AdwPreferencesGroup *decisions = ADW_PREFERENCES_GROUP (self->decisions_group);
  AdwPreferencesGroup *const groups[] = {
    self->holder_group,
    ADW_PREFERENCES_GROUP (self->scheme_group),
    ADW_PREFERENCES_GROUP (self->pool_group),
    ADW_PREFERENCES_GROUP (self->settings_group),
    ADW_PREFERENCES_GROUP (self->books_group),
    self->closing_group,
  };
  gboolean first = gram_session_get_person_role (session_of (self)) != GRAM_ROLE_OFFICER;

  if (self->decisions_first == first)
    return;

  self->decisions_first = first;
  move_to_end (self, decisions);
  for (gsize i = 0; first && i < G_N_ELEMENTS (groups); i++)
    move_to_end (self, groups[i]);
}

static void
show_detail (GramAccountPage *self)
{
  GramSession *session = session_of (self);

  place_decisions (self);
  fill_account (self);
  self->n_conditions = gram_account_state_group_show (self->state_group, session, self->detail);
  gram_account_scheme_group_show (self->scheme_group, session, self->detail);
  gram_account_pool_group_show (self->pool_group, session, self->detail);
  gram_account_settings_group_show (self->settings_group, session, self->detail);
  gram_account_books_group_show (self->books_group, session, self->detail);
  gram_account_decisions_group_show (self->decisions_group, session, self->detail);
  gram_command_row_update (self->closing_row, session, self->detail);
  gtk_stack_set_visible_child_name (self->stack, "account");
}

static void
changes_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountPage) self = user_data;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  changes = gram_session_account_changes_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (changes == NULL || self->detail == NULL)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    gram_field_history_set_changes (self->histories[i], changes, self->detail->account->opened_at);
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountPage) self = user_data;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramAccountDetail) before = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_before = self->n_conditions;

  detail = gram_session_account_detail_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (detail == NULL)
    {
      if (refusal == NULL && gram_failure_is_cancelled (error))
        return;
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  /* The groups borrow it until they are shown the next. */
  before = g_steal_pointer (&self->detail);
  self->detail = g_steal_pointer (&detail);
  show_detail (self);
  /* What happened to the account stands on top. */
  if (before != NULL && before->account->id == self->detail->account->id
      && (before->state != self->detail->state || n_before < self->n_conditions))
    adw_preferences_page_scroll_to_top (self->preferences_page);
  gram_session_account_changes_async (session_of (self),
                                      gram_page_get_cancellable (GRAM_PAGE (self)), changes_cb,
                                      g_object_ref (self));
}

static void
gram_account_page_refresh (GramPage *page)
{
  GramAccountPage *self = GRAM_ACCOUNT_PAGE (page);
  GramAccount *account = gram_session_get_account (session_of (self));

  gtk_widget_set_visible (self->edit_button, account != NULL);
  if (account == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  if (self->detail == NULL || self->detail->account->id != gram_account_get_id (account))
    gtk_stack_set_visible_child_name (self->stack, "loading");

  gram_session_account_detail_async (session_of (self), gram_page_get_cancellable (page), detail_cb,
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
effects_cb (GramAccountPage *self)
{
  g_assert (GRAM_IS_ACCOUNT_PAGE (self));

  if (self->detail != NULL)
    adw_dialog_present (gram_effects_dialog_new (self->detail), GTK_WIDGET (self));
}

static void
close_account_cb (GramAccountPage *self)
{
  g_assert (GRAM_IS_ACCOUNT_PAGE (self));

  if (self->detail != NULL)
    gram_command_present (GTK_WIDGET (self), session_of (self), "account.request-closing",
                          self->detail);
}

static void
gram_account_page_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_ACCOUNT_PAGE (object)->detail, gram_account_detail_free);

  G_OBJECT_CLASS (gram_account_page_parent_class)->finalize (object);
}

static void
bind_fields (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < N_FIELDS; i++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, fields[i].row, FALSE,
                                                 (gssize)(G_STRUCT_OFFSET (GramAccountPage, rows)
                                                          + i * (glong)sizeof (AdwActionRow *)));
      gtk_widget_class_bind_template_child_full (
          widget_class, fields[i].history, FALSE,
          (gssize)(G_STRUCT_OFFSET (GramAccountPage, histories)
                   + i * (glong)sizeof (GramFieldHistory *)));
    }
}

static void
ensure_types (void)
{
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_ACCOUNTS_BUTTON);
  g_type_ensure (GRAM_TYPE_ACCOUNT_BOOKS_GROUP);
  g_type_ensure (GRAM_TYPE_ACCOUNT_DECISIONS_GROUP);
  g_type_ensure (GRAM_TYPE_ACCOUNT_POOL_GROUP);
  g_type_ensure (GRAM_TYPE_ACCOUNT_SCHEME_GROUP);
  g_type_ensure (GRAM_TYPE_ACCOUNT_SETTINGS_GROUP);
  g_type_ensure (GRAM_TYPE_ACCOUNT_STATE_GROUP);
  g_type_ensure (GRAM_TYPE_FIELD_HISTORY);
}

static void
gram_account_page_class_init (GramAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_account_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_account_page_refresh;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, preferences_page);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, state_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, opened_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, members_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, holder_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, scheme_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, pool_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, settings_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, books_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, decisions_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, closing_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountPage, failed_status);
  bind_fields (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, effects_cb);
}

static void
gram_account_page_init (GramAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (GTK_WIDGET (self->members_row));

  self->closing_row = gram_command_row_new ("account.request-closing");
  g_signal_connect_object (self->closing_row, "activated", G_CALLBACK (close_account_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->closing_group, self->closing_row);
}
