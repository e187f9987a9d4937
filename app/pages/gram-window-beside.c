/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-account-lost-page.h"
#include "gram-failure.h"

#include <glib/gi18n-lib.h>

/*
 * Other accounts and other windows: going to an account that is not in the list, the same registry in a second window,
 * and what is shown when an account or a person is taken away meanwhile.
 */

/* A window that is asked for, and the account that it shall show. */
typedef struct
{
  GramWindow *from;
  char *number;
} Beside;

static void
beside_free (Beside *self)
{
  g_object_unref (self->from);
  g_free (self->number);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beside, beside_free)

static void
visited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  switch (gram_session_visit_finish (GRAM_SESSION (object), result, &refusal, &error))
    {
    case GRAM_OUTCOME_DONE:
      if (self->session == GRAM_SESSION (object))
        gram_window_go (self, "account");
      break;
    case GRAM_OUTCOME_REFUSED:
    case GRAM_OUTCOME_FAILED:
    default:
      if (self->session == GRAM_SESSION (object))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Open the Account"), refusal, error);
      break;
    }
}

void
_gram_window_visit (GramWindow *self, const char *number)
{
  gram_session_visit_async (self->session, number, NULL, visited_cb, g_object_ref (self));
}

static void
opened_beside_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Beside) beside = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramSession) session = gram_session_open_finish (result, &error);
  GramWindow *window;

  if (session == NULL)
    {
      gram_failure_present (GTK_WIDGET (beside->from), _ ("Could Not Open a Second Window"), NULL,
                            error);
      return;
    }
  /* The program may be on its way out. */
  if (gtk_window_get_application (GTK_WINDOW (beside->from)) == NULL)
    {
      gram_session_close (session);
      return;
    }

  window = gram_window_new (gtk_window_get_application (GTK_WINDOW (beside->from)));
  gram_window_take_session (window, g_steal_pointer (&session));
  gtk_window_present (GTK_WINDOW (window));
  if (beside->number != NULL)
    _gram_window_visit (window, beside->number);
}

void
_gram_window_open_beside (GramWindow *self, const char *number)
{
  Beside *beside = g_new0 (Beside, 1);

  beside->from = g_object_ref (self);
  beside->number = g_strdup (number);
  gram_session_open_beside_async (self->session, NULL, opened_beside_cb, beside);
}

/* What was shown was about an account that is not the person's any more; nothing of it stays on screen. */
void
_gram_window_account_lost (GramWindow *self, const char *sentence)
{
  AdwNavigationPage *page = gram_account_lost_page_new (self->session, sentence);
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
         != NULL)
    adw_dialog_force_close (dialog);
  gtk_list_box_unselect_all (self->destination_list);
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  /* The page is read out, and the way on is at hand. */
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

void
_gram_window_show_sign_in (GramWindow *self)
{
  _gram_window_drop_pages (self);
  g_clear_object (&self->notifier);
  g_signal_handlers_disconnect_by_data (self->session, self);
  gram_account_switcher_set_session (self->switcher, NULL);
  gram_session_sign_out (self->session);
  _gram_window_show_view (self, "sign-in");
  gram_sign_in_page_set_session (self->sign_in_page, self->session);
}

void
_gram_window_person_lost (GramWindow *self, const char *sentence)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
         != NULL)
    adw_dialog_force_close (dialog);
  _gram_window_show_sign_in (self);

  dialog = adw_alert_dialog_new (_ ("You Were Signed Out"), sentence);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
