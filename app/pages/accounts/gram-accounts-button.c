/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-button.h"

#include <glib/gi18n-lib.h>

struct _GramAccountsButton
{
  AdwBin parent_instance;

  /* Owned References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramAccountsButton, gram_accounts_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
} GramAccountsButtonProps;

static GParamSpec *properties[PROP_SESSION + 1];

static void
update (GramAccountsButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gram_accounts_administers (self->session));
}

static void
set_session (GramAccountsButton *self, GramSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::person-role", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
gram_accounts_button_dispose (GObject *object)
{
  GramAccountsButton *self = (GramAccountsButton *)object;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_accounts_button_parent_class)->dispose (object);
}

static void
gram_accounts_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramAccountsButton *self = GRAM_ACCOUNTS_BUTTON (object);

  switch ((GramAccountsButtonProps)prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_accounts_button_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GramAccountsButton *self = GRAM_ACCOUNTS_BUTTON (object);

  switch ((GramAccountsButtonProps)prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_accounts_button_class_init (GramAccountsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gram_accounts_button_dispose;
  object_class->get_property = gram_accounts_button_get_property;
  object_class->set_property = gram_accounts_button_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, GRAM_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_accounts_button_init (GramAccountsButton *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-list-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("All Accounts"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go-accounts");
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
gram_accounts_administers (GramSession *session)
{
  g_return_val_if_fail (session == NULL || GRAM_IS_SESSION (session), FALSE);

  return session != NULL && gram_session_get_signed_in (session)
         && (gram_session_get_person_role (session) & ~(guint)GRAM_ROLE_OFFICER) != 0;
}
