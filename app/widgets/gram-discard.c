/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-discard.h"

#include <glib/gi18n-lib.h>

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "discard"))
    adw_dialog_force_close (dialog);
}

void
gram_discard_ask (AdwDialog *dialog)
{
  AdwDialog *question;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  question
      = adw_alert_dialog_new (_ ("Discard Changes?"), _ ("What you changed has not been saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Go On Editing"),
                                  "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (dialog), NULL, chosen_cb,
                           g_object_ref (dialog));
}
