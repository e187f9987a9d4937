/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-permit-tip.h"

#define TIP "gram-permit-tip"
#define COMMAND "gram-permit-command"

static void
update (GtkWidget *button, GramSession *session)
{
  const char *tip = g_object_get_data (G_OBJECT (button), TIP);
  GramPermit permit
      = gram_session_get_permit (session, g_object_get_data (G_OBJECT (button), COMMAND));

  gtk_widget_set_tooltip_text (button,
                               permit.allowed || permit.reason == NULL ? tip : permit.reason);
}

void
gram_permit_tip_install (GtkWidget *button, GramSession *session, const char *command)
{
  const char *tip;

  g_return_if_fail (GTK_IS_WIDGET (button));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (command != NULL);

  tip = gtk_widget_get_tooltip_text (button);
  if (tip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                    -1);
  g_object_set_data_full (G_OBJECT (button), TIP, g_strdup (tip), g_free);
  g_object_set_data_full (G_OBJECT (button), COMMAND, g_strdup (command), g_free);
  g_signal_connect_object (session, "permits-changed", G_CALLBACK (update), button,
                           G_CONNECT_SWAPPED);
  update (button, session);
}
