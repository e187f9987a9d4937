/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-dialog-private.h"

#include "gram-account.h"
#include "gram-auto-accept-texts.h"
#include "gram-form.h"

#include <glib/gi18n-lib.h>

static GramAccountKind
kind_of (GramAccountDialog *self)
{
  guint kind;

  g_object_get (self->draft, "kind", &kind, NULL);

  return (GramAccountKind)kind;
}

static gboolean
require (AdwEntryRow *row, const char *sentence)
{
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (row));

  gram_form_set_error (GTK_WIDGET (row), *text == '\0' ? sentence : NULL);

  return *text != '\0';
}

static gboolean
require_email (AdwEntryRow *row, const char *sentence)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (row));
  const char *at = strchr (email, '@');
  gboolean good = at != NULL && at != email && at[1] != '\0' && strchr (at + 1, '@') == NULL
                  && strchr (email, ' ') == NULL;

  gram_form_set_error (GTK_WIDGET (row), good ? NULL : sentence);

  return good;
}

static gboolean
check_holder (GramAccountDialog *self)
{
  gboolean good
      = require (self->holder_row,
                 _ ("Enter the holder: the importer or manufacturer whose vehicles they are."));

  if (gtk_widget_get_visible (GTK_WIDGET (self->owner_group)))
    good &= require_email (self->owner_row,
                           _ ("Enter the e-mail of the officer who will own the account; add the "
                              "person under People first."));

  return good;
}

static gboolean
check_kind (GramAccountDialog *self)
{
  gboolean good = kind_of (self) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->kind_error_label), !good);
  if (!good)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->kind_error_label),
                             gtk_label_get_text (self->kind_error_label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return good;
}

static gboolean
check_contact (GramAccountDialog *self)
{
  gboolean good = require (self->contact_name_row,
                           _ ("Enter the name of a person who can be asked about the account."));

  good &= require_email (self->contact_email_row,
                         _ ("Enter an e-mail address, such as fleet@example.org."));

  return good;
}

gboolean
_gram_account_dialog_check_step (GramAccountDialog *self, const char *tag)
{
  if (g_str_equal (tag, "holder"))
    return check_holder (self);
  if (g_str_equal (tag, "kind"))
    return check_kind (self);
  if (g_str_equal (tag, "contact"))
    return check_contact (self);
  if (g_str_equal (tag, "invite"))
    return _gram_account_dialog_check_invite (self);

  return TRUE;
}

void
_gram_account_dialog_fill_answers (GramAccountDialog *self)
{
  g_autofree char *holder = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GString) contact = NULL;
  gboolean auto_accept;

  g_object_get (self->draft, "holder", &holder, "owner-email", &owner, "contact-name", &name,
                "contact-email", &email, "contact-phone", &phone, "address", &address,
                "auto-accept", &auto_accept, NULL);
  adw_action_row_set_subtitle (self->check_holder_row, holder);
  adw_action_row_set_subtitle (self->check_owner_row, owner != NULL ? owner : "");
  gtk_widget_set_visible (GTK_WIDGET (self->check_owner_row),
                          gtk_widget_get_visible (GTK_WIDGET (self->owner_group)));
  if (kind_of (self) != 0)
    adw_action_row_set_subtitle (self->check_kind_row, gram_account_kind_title (kind_of (self)));

  contact = g_string_new (name);
  g_string_append_printf (contact, "\n%s", email);
  if (phone != NULL && *phone != '\0')
    g_string_append_printf (contact, "\n%s", phone);
  if (address != NULL && *address != '\0')
    g_string_append_printf (contact, "\n%s", address);
  adw_action_row_set_subtitle (self->check_contact_row, contact->str);
  adw_action_row_set_subtitle (self->check_auto_accept_row,
                               auto_accept ? _ ("On from the first vehicle") : _ ("Off"));
  _gram_account_dialog_fill_invite (self);
  gtk_widget_set_visible (GTK_WIDGET (self->check_error_label), FALSE);
}

/* A row of the form is wrong until it is changed. */
static void
clear_error_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static void
bind_row (GramAccountDialog *self, const char *property, AdwEntryRow *row)
{
  g_object_bind_property (self->draft, property, row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect (row, "changed", G_CALLBACK (clear_error_cb), NULL);
}

static gboolean
kind_to_active (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) == GPOINTER_TO_UINT (user_data));

  return TRUE;
}

/* A radio button that goes off leaves the choice to the one that goes on. */
static gboolean
active_to_kind (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  if (!g_value_get_boolean (from))
    return FALSE;

  g_value_set_uint (to, GPOINTER_TO_UINT (user_data));

  return TRUE;
}

static void
bind_kind (GramAccountDialog *self, GramAccountKind kind, GtkCheckButton *button)
{
  g_object_bind_property_full (self->draft, "kind", button, "active",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, kind_to_active,
                               active_to_kind, GUINT_TO_POINTER (kind), NULL);
}

/* A new account of the Clean Car Standard begins under Pay As You Go. */
static void
show_auto_accept (GramAccountDialog *self)
{
  const char *subtitle;
  const char *title = gram_auto_accept_text (kind_of (self), GRAM_CHARGE_SCHEME_PAYG,
                                             GRAM_AUTO_ACCEPT_CREDIT, &subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->auto_accept_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->auto_accept_row), subtitle);
  adw_preferences_group_set_description (
      self->auto_accept_group,
      kind_of (self) == GRAM_ACCOUNT_CCTS
          ? _ ("Somebody accepts that a vehicle is yours and that its data are right. The owner "
               "can turn auto-accept on and off at any time.")
          : _ ("Before a vehicle can be registered, somebody accepts that it is yours and that its "
               "data are right. The owner can turn auto-accept on and off at any time; under "
               "Fleet Average there is a second switch, for vehicles above their target."));
}

void
_gram_account_dialog_bind_draft (GramAccountDialog *self)
{
  bind_row (self, "holder", self->holder_row);
  bind_row (self, "owner-email", self->owner_row);
  bind_row (self, "contact-name", self->contact_name_row);
  bind_row (self, "contact-email", self->contact_email_row);
  bind_row (self, "contact-phone", self->contact_phone_row);
  bind_row (self, "address", self->address_row);
  bind_kind (self, GRAM_ACCOUNT_CCS_USED, self->kind_used_button);
  bind_kind (self, GRAM_ACCOUNT_CCS_NEW, self->kind_new_button);
  bind_kind (self, GRAM_ACCOUNT_CCTS, self->kind_ccts_button);
  g_signal_connect_object (self->draft, "notify::kind", G_CALLBACK (show_auto_accept), self,
                           G_CONNECT_SWAPPED);
  show_auto_accept (self);
  g_object_bind_property (self->draft, "auto-accept", self->auto_accept_row, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}
