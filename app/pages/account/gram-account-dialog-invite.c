/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-dialog-private.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-invite-result.h"
#include "gram-permission-chooser.h"
#include "gram-permissions.h"

#include <glib/gi18n-lib.h>

/* The step in which the owner of the account to be invites the first colleague. */

/* The presets that are offered: all but the owner's. */
static const GramPresetRow *
preset_at (guint position)
{
  gsize n_rows;
  const GramPresetRow *rows = gram_preset_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].preset != GRAM_PRESET_OWNER && position-- == 0)
      return &rows[i];

  return NULL;
}

static char *
dup_email (GramAccountDialog *self)
{
  return gram_form_dup_text (GTK_WIDGET (self->invite_email_row));
}

static void
role_changed_cb (GramAccountDialog *self)
{
  const GramPresetRow *preset = preset_at (adw_combo_row_get_selected (self->invite_role_row));

  if (preset != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->invite_role_row), _ (preset->sentence));
}

void
_gram_account_dialog_invite_init (GramAccountDialog *self, gboolean for_officer)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; preset_at (i) != NULL; i++)
    gtk_string_list_append (titles, _ (preset_at (i)->title));
  adw_combo_row_set_model (self->invite_role_row, G_LIST_MODEL (titles));
  g_signal_connect_object (self->invite_role_row, "notify::selected", G_CALLBACK (role_changed_cb),
                           self, G_CONNECT_SWAPPED);
  role_changed_cb (self);

  gtk_widget_set_visible (GTK_WIDGET (self->invite_group), !for_officer);
  if (for_officer)
    adw_preferences_group_set_description (
        self->colleagues_group,
        _ ("The owner has every permission in the account and invites the colleagues. Each is a "
           "person of their own in the registry, so that the journal keeps who did what."));
}

gboolean
_gram_account_dialog_check_invite (GramAccountDialog *self)
{
  g_autofree char *email = dup_email (self);
  gboolean good = *email == '\0' || gram_form_is_email (email);

  gram_form_set_error (
      GTK_WIDGET (self->invite_email_row),
      good ? NULL
           : _ ("Enter an e-mail address, such as colleague@example.org, or leave it empty."));

  return good;
}

void
_gram_account_dialog_fill_invite (GramAccountDialog *self)
{
  const GramPresetRow *preset = preset_at (adw_combo_row_get_selected (self->invite_role_row));
  g_autofree char *email = dup_email (self);
  g_autofree char *text = NULL;

  if (*email != '\0' && preset != NULL)
    /* Translators: an e-mail address, then a role */
    text = g_strdup_printf (_ ("%s · %s"), email, _ (preset->title));
  adw_action_row_set_subtitle (self->check_invite_row,
                               text != NULL ? text : _ ("Nobody yet; that can be done later"));
  gtk_widget_set_visible (GTK_WIDGET (self->check_invite_row),
                          gtk_widget_get_visible (GTK_WIDGET (self->invite_group)));
}

/* The account is open in any case. */
static void
invited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *email = NULL;
  g_autofree char *text = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);
  if (self->navigation_view == NULL)
    return;

  if (outcome != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("The Account Is Open, but Nobody Was Invited"),
                            refusal, error);
      return;
    }

  email = dup_email (self);
  /* Translators: %s is an e-mail address */
  text
      = g_strdup_printf (_ ("This is its number; use it wherever the account is meant. Below it is "
                            "the code of the invitation for %s."),
                         email);
  adw_status_page_set_description (self->done_status, text);
  gram_invite_result_show (self->invite_card, self->session, email, value);
  gtk_widget_set_visible (GTK_WIDGET (self->invite_card), TRUE);
}

void
_gram_account_dialog_invite (GramAccountDialog *self)
{
  const GramPresetRow *preset = preset_at (adw_combo_row_get_selected (self->invite_role_row));
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *email = dup_email (self);

  if (*email == '\0' || preset == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->invite_group)))
    return;

  g_variant_dict_insert (&dict, "account", "s", self->number);
  g_variant_dict_insert (&dict, "email", "s", email);
  g_variant_dict_insert_value (&dict, "permissions",
                               gram_permission_chooser_to_variant (preset->permissions));
  gram_session_perform_async (self->session, "invitation.create", g_variant_dict_end (&dict), NULL,
                              NULL, NULL, invited_cb, g_object_ref (self));
}
