/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-settings-group.h"

#include "gram-account-conditions.h"
#include "gram-auto-accept-texts.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define N_ACTS 3

struct _GramAccountSettingsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Widgets */
  AdwActionRow *auto_accept_row;
  AdwSwitchRow *act_rows[N_ACTS];
  AdwSwitchRow *listed_row;

  /* Borrowed References */
  GramSession *session;

  /* Owned References */
  char *number;

  guint four_eyes;
  gboolean listed;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GramAccountSettingsGroup,
                     gram_account_settings_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  GramAct act;
  const char *child;
} acts[N_ACTS] = {
  { GRAM_ACT_TRANSFER, "transfer_row" },
  { GRAM_ACT_SURRENDER, "surrender_row" },
  { GRAM_ACT_CLOSING, "closing_row" },
};

/* Shows what the registry says, whatever was tried. */
static void
fill_switches (GramAccountSettingsGroup *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_ACTS; i++)
    adw_switch_row_set_active (self->act_rows[i], (self->four_eyes & acts[i].act) != 0);
  adw_switch_row_set_active (self->listed_row, self->listed);
  self->filling = FALSE;
}

static void
set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountSettingsGroup) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gboolean pending = FALSE;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      if (value != NULL)
        g_variant_lookup (value, "pending", "b", &pending);
      if (!pending)
        return;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("A second person has to approve this; it waits under People"));
    }
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Change the Setting"), refusal, error);
  fill_switches (self);
}

static void
send (GramAccountSettingsGroup *self, const char *command, const char *argument, GVariant *value)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  g_variant_builder_add (&builder, "{sv}", argument, value);
  gram_session_perform_async (self->session, command, g_variant_builder_end (&builder), NULL, NULL,
                              NULL, set_cb, g_object_ref (self));
}

static void
act_toggled_cb (GramAccountSettingsGroup *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);
  guint wanted = 0;

  g_assert (GRAM_IS_ACCOUNT_SETTINGS_GROUP (self));

  for (guint i = 0; i < N_ACTS; i++)
    if (adw_switch_row_get_active (self->act_rows[i]))
      {
        wanted |= acts[i].act;
        g_variant_builder_add (&builder, "s", gram_word_for ("act", (int)acts[i].act));
      }
  if (self->filling || self->number == NULL || wanted == self->four_eyes)
    {
      g_variant_builder_clear (&builder);
      return;
    }

  send (self, "account.set-four-eyes", "acts", g_variant_builder_end (&builder));
}

static void
listed_toggled_cb (GramAccountSettingsGroup *self)
{
  gboolean wanted = adw_switch_row_get_active (self->listed_row);

  g_assert (GRAM_IS_ACCOUNT_SETTINGS_GROUP (self));

  if (!self->filling && self->number != NULL && wanted != self->listed)
    send (self, "account.set-directory", "listed", g_variant_new_boolean (wanted));
}

static void
permit_row (GramAccountSettingsGroup *self, AdwSwitchRow *row, const char *command)
{
  GramPermit permit = gram_session_get_permit (self->session, command);

  gtk_widget_set_sensitive (GTK_WIDGET (row), permit.allowed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), permit.reason);
}

/* Exactly what the directory tells, and nothing else. */
static char *
dup_directory (const GramAccountRecord *record)
{
  g_autofree char *number = gram_format_account_number (record->number);
  g_autoptr (GString) shown = g_string_new (record->holder);
  const char *contact[] = { record->contact_name, record->contact_email, record->contact_phone };

  g_string_append_printf (shown, " · %s", number);
  for (guint i = 0; i < G_N_ELEMENTS (contact); i++)
    if (contact[i] != NULL && *contact[i] != '\0')
      g_string_append_printf (shown, " · %s", contact[i]);

  /* Translators: %s is what the directory shows of an account */
  return g_strdup_printf (_ ("For those who want to trade credits. Shows only: %s"), shown->str);
}

static const char *
auto_accept_text (const GramAccountDetail *detail)
{
  const GramAccountRecord *account = detail->account;

  if (account->auto_accept != GRAM_AUTO_ACCEPT_OFF
      && (gram_account_effects_now (detail) & GRAM_EFFECT_AUTO_ACCEPT) == 0)
    return _ ("On, but at rest in this state of the account");

  return gram_auto_accept_state (account->kind, detail->charge_scheme, account->auto_accept);
}

static void
gram_account_settings_group_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_ACCOUNT_SETTINGS_GROUP (object)->number, g_free);

  G_OBJECT_CLASS (gram_account_settings_group_parent_class)->finalize (object);
}

static void
gram_account_settings_group_class_init (GramAccountSettingsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_account_settings_group_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-settings-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountSettingsGroup, auto_accept_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSettingsGroup, listed_row);
  for (gsize i = 0; i < N_ACTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, acts[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramAccountSettingsGroup,
                                                                         act_rows)
                                                        + i * (glong)sizeof (AdwSwitchRow *)));
  gtk_widget_class_bind_template_callback (widget_class, act_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_toggled_cb);
}

static void
gram_account_settings_group_init (GramAccountSettingsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (GTK_WIDGET (self->auto_accept_row));
}

void
gram_account_settings_group_show (GramAccountSettingsGroup *self,
                                  GramSession *session,
                                  const GramAccountDetail *detail)
{
  g_autofree char *directory = NULL;

  g_return_if_fail (GRAM_IS_ACCOUNT_SETTINGS_GROUP (self));
  g_return_if_fail (detail != NULL);

  self->session = session;
  g_set_str (&self->number, detail->account->number);
  self->four_eyes = detail->account->four_eyes;
  self->listed = detail->account->listed;
  fill_switches (self);

  directory = dup_directory (detail->account);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->listed_row), directory);
  adw_action_row_set_subtitle (self->auto_accept_row, auto_accept_text (detail));
  for (guint i = 0; i < N_ACTS; i++)
    permit_row (self, self->act_rows[i], "account.set-four-eyes");
  permit_row (self, self->listed_row, "account.set-directory");
  /* Only the scheme with allowances surrenders them. */
  gtk_widget_set_visible (GTK_WIDGET (self->act_rows[1]),
                          detail->account->kind == GRAM_ACCOUNT_CCTS);
}
