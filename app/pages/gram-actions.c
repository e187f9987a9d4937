/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-actions.h"

#include <glib/gi18n-lib.h>

static const GramActionRow table[] = {
  { N_ ("General"), N_ ("New Window"), "win.new-window", { "<Control>n" } },
  { N_ ("General"), N_ ("Open a Registry"), "win.open-registry", { "<Control>o" } },
  { N_ ("General"), N_ ("Lock"), "win.lock", { "<Control>l" } },
  { N_ ("General"), N_ ("Main Menu"), "win.menu", { "F10" } },
  { N_ ("General"), N_ ("Preferences"), "app.preferences", { "<Control>comma" } },
  { N_ ("General"), N_ ("Keyboard Shortcuts"), "win.shortcuts", { "<Control>question" } },
  { N_ ("General"), N_ ("Close the Window"), "window.close", { "<Control>w" } },
  { N_ ("General"), N_ ("Quit"), "app.quit", { "<Control>q" } },
  { N_ ("Go To"), N_ ("Overview"), "win.go-overview", { "<Alt>1" } },
  { N_ ("Go To"), N_ ("Vehicles"), "win.go-vehicles", { "<Alt>2" } },
  { N_ ("Go To"), N_ ("Account"), "win.go-account", { "<Alt>3" } },
  { N_ ("Go To"), N_ ("People"), "win.go-people", { "<Alt>4" } },
  { N_ ("Go To"), N_ ("Rules"), "win.go-rules", { "<Alt>5" } },
  { N_ ("Go To"), N_ ("History"), "win.go-history", { "<Alt>6" } },
  { N_ ("Go To"), N_ ("Accounts"), "win.go-accounts", { "<Alt>7", "<Alt>Left" } },
  { N_ ("Go To"), N_ ("Switch Account"), "win.switch-account", { "<Control>k" } },
  { N_ ("Account"), N_ ("Set Up an Account"), "win.set-up-account", { "<Control><Shift>n" } },
  { N_ ("Account"), N_ ("Bring In a Register Extract"), "win.bring-in", { "<Control>i" } },
  { N_ ("Account"), N_ ("Find"), "win.find", { "<Control>f" } },
};

const GramActionRow *
gram_actions_get_table (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (table);

  return table;
}

void
gram_actions_bind (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accelerators);
}
