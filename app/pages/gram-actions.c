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
  { N_ ("Go To"), N_ ("Accounts"), "win.go-accounts", { "<Alt>7" } },
  { N_ ("Go To"), N_ ("Cases"), "win.go-cases", { "<Alt>8" } },
  { N_ ("Go To"), N_ ("Disputes"), "win.go-disputes", { "<Alt>9" } },
  { N_ ("Go To"), N_ ("Inbox"), "win.go-inbox", { "<Alt>0" } },
  { N_ ("Go To"), N_ ("Trades"), "win.go-trades", { "<Control>t" } },
  { N_ ("Go To"),
    N_ ("From a Case to the Queue, from an Account to All"),
    "win.back",
    { "<Alt>Left" } },
  { N_ ("Go To"), N_ ("Switch Account"), "win.switch-account", { "<Control>k" } },
  { N_ ("Account"), N_ ("Set Up an Account"), "win.set-up-account", { "<Control><Shift>n" } },
  { N_ ("Account"), N_ ("Bring In a Register Extract"), "win.bring-in", { "<Control>i" } },
  { N_ ("Account"), N_ ("Find"), "win.find", { "<Control>f" } },
  { N_ ("Cases"), N_ ("Next Case"), "win.case-next", { "<Alt>Down", "<Control>Page_Down" } },
  { N_ ("Cases"), N_ ("Previous Case"), "win.case-previous", { "<Alt>Up", "<Control>Page_Up" } },
  { N_ ("Cases"), N_ ("Claim"), "win.case-claim", { "<Control><Shift>c" } },
  { N_ ("Cases"), N_ ("Release"), "win.case-release", { "<Control><Shift>r" } },
  { N_ ("Cases"), N_ ("Ask for Information"), "win.case-ask", { "<Control><Shift>a" } },
  { N_ ("Cases"),
    N_ ("Uphold, or Take from the File"),
    "win.case-uphold",
    { "<Control><Shift>h" } },
  { N_ ("Cases"), N_ ("Decline, or Keep"), "win.case-decline", { "<Control><Shift>d" } },
  { N_ ("Cases"), N_ ("Write a Message"), "win.case-message", { "<Control>m" } },
  { N_ ("Cases"), N_ ("Write an Internal Note"), "win.case-note", { "<Control><Shift>m" } },
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
