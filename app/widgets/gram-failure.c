/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-failure.h"

#include "gram-store.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What the caller can do about each failure of the store; NULL: the message itself says it best. */
static const char *const store_sentences[] = {
  [GRAM_STORE_ERROR_NOT_FOUND]
  = N_ ("The file is not there any more. Perhaps it was moved or renamed, or its drive is not "
        "connected."),
  [GRAM_STORE_ERROR_EXISTS]
  = N_ ("There is a file of this name already. Choose another name; Gram never writes over a "
        "registry."),
  [GRAM_STORE_ERROR_NOT_A_REGISTRY]
  = N_ ("This file is not a Gram registry. To bring vehicles in from a file, open a registry first "
        "and choose Bring In a Register Extract."),
  [GRAM_STORE_ERROR_NEWER]
  = N_ ("This registry was last opened by a newer version of Gram. Update Gram, then open it "
        "again; nothing was changed."),
  [GRAM_STORE_ERROR_READ_ONLY]
  = N_ ("The registry, or the folder that it is in, cannot be written. Ask for permission, or copy "
        "the registry to a folder of your own."),
  [GRAM_STORE_ERROR_FULL] = N_ ("The disk is full. Nothing was changed; make room and try again."),
  [GRAM_STORE_ERROR_BUSY]
  = N_ ("Another program is writing to this registry. Wait until it is done, then try again; "
        "nothing was changed."),
  [GRAM_STORE_ERROR_CORRUPT]
  = N_ ("The registry is damaged. Do not go on working with it: take the last good copy, and keep "
        "this file for inspection with “gramctl verify”."),
  [GRAM_STORE_ERROR_CONSTRAINT] = NULL,
  [GRAM_STORE_ERROR_ENGINE] = NULL,
};

char *
gram_failure_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == GRAM_STORE_ERROR && error->code >= 0
      && error->code < (int)G_N_ELEMENTS (store_sentences) && store_sentences[error->code] != NULL)
    return g_strdup (_ (store_sentences[error->code]));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_ (store_sentences[GRAM_STORE_ERROR_NOT_FOUND]));

  /* Translators: %s is a technical message */
  return g_strdup_printf (_ ("Something failed that Gram did not expect: %s"), error->message);
}

gboolean
gram_failure_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static gboolean
is_shown (gpointer root)
{
  return root != NULL && gtk_widget_get_visible (root);
}

/* Who asked may have left its window by then, or the window may be closed: it is said in another one, if there is any. */
static GtkWidget *
find_place (GtkWidget *parent)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *window;

  if (is_shown (gtk_widget_get_root (parent)))
    return parent;

  window = GTK_IS_APPLICATION (application)
               ? gtk_application_get_active_window (GTK_APPLICATION (application))
               : NULL;

  return is_shown (window) ? GTK_WIDGET (window) : NULL;
}

void
gram_failure_present (GtkWidget *parent,
                      const char *heading,
                      const GramRefusal *refusal,
                      const GError *error)
{
  g_autofree char *body = NULL;
  GtkWidget *place;
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (refusal != NULL || error != NULL);

  if (refusal == NULL && gram_failure_is_cancelled (error))
    return;
  place = find_place (parent);
  if (place == NULL)
    return;

  if (refusal == NULL)
    body = gram_failure_sentence (error);
  else if (refusal->article != NULL)
    body = g_strdup_printf ("%s (%s)", refusal->message, refusal->article);
  else
    body = g_strdup (refusal->message);

  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, place);
}
