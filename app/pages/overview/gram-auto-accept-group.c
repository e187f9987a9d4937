/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept-group.h"

#include "gram-auto-accept-dialog.h"
#include "gram-auto-accept-texts.h"
#include "gram-failure.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define N_SWITCHES 2

/* Which switch each row turns. */
static const GramAutoAccept flags[N_SWITCHES]
    = { GRAM_AUTO_ACCEPT_CREDIT, GRAM_AUTO_ACCEPT_CHARGE };

struct _GramAutoAcceptGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  AdwSwitchRow *rows[N_SWITCHES];

  /* Owned References */
  GramSession *session;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GramAutoAcceptGroup, gram_auto_accept_group, ADW_TYPE_PREFERENCES_GROUP)

/* They follow the account. */
static void
show_switches (GramAutoAcceptGroup *self)
{
  GramAccount *account = gram_session_get_account (self->session);

  if (account == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < N_SWITCHES; i++)
    adw_switch_row_set_active (self->rows[i],
                               (gram_account_get_auto_accept (account) & flags[i]) != 0);
  self->filling = FALSE;
}

static void
switched_off_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAutoAcceptGroup) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);

  if (outcome == GRAM_OUTCOME_DONE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Auto-accept is off"));
  else
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Turn Auto-Accept Off"), refusal,
                            error);
      if (self->session != NULL)
        show_switches (self);
    }
}

static void
switch_off (GramAutoAcceptGroup *self, GramAccount *account, guint switches)
{
  g_autofree const char **words = gram_words_of_set ("auto-accept", switches);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", "account",
                         g_variant_new_string (gram_account_get_number (account)));
  g_variant_builder_add (&builder, "{sv}", "switches", g_variant_new_strv (words, -1));
  gram_session_perform_async (self->session, "account.set-auto-accept",
                              g_variant_builder_end (&builder), NULL, NULL, NULL, switched_off_cb,
                              g_object_ref (self));
}

/* The switch follows the account; a person who moves it is shown first what it would do. */
static void
toggled_cb (GramAutoAcceptGroup *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  GramAccount *account;
  guint flag = row == self->rows[0] ? flags[0] : flags[1];
  guint switches;

  g_assert (GRAM_IS_AUTO_ACCEPT_GROUP (self));

  account = self->session != NULL ? gram_session_get_account (self->session) : NULL;
  if (self->filling || account == NULL)
    return;
  switches = gram_account_get_auto_accept (account);
  if (adw_switch_row_get_active (row) == ((switches & flag) != 0))
    return;

  if (!adw_switch_row_get_active (row))
    {
      switch_off (self, account, switches & ~flag);
      return;
    }

  self->filling = TRUE;
  adw_switch_row_set_active (row, FALSE);
  self->filling = FALSE;
  adw_dialog_present (gram_auto_accept_dialog_new (self->session, switches | flag),
                      GTK_WIDGET (self));
}

static void
gram_auto_accept_group_dispose (GObject *object)
{
  GramAutoAcceptGroup *self = (GramAutoAcceptGroup *)object;

  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_auto_accept_group_parent_class)->dispose (object);
}

static void
gram_auto_accept_group_class_init (GramAutoAcceptGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_auto_accept_group_dispose;
}

static void
gram_auto_accept_group_init (GramAutoAcceptGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Auto-Accept"));
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      self->rows[i] = ADW_SWITCH_ROW (row);
      adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  gram_pressable_install_all (GTK_WIDGET (self));
}

void
gram_auto_accept_group_refresh (GramAutoAcceptGroup *self,
                                GramSession *session,
                                const GramAccountDetail *detail)
{
  GramAccount *account;
  GramPermit permit;
  GramChargeScheme scheme;

  g_return_if_fail (GRAM_IS_AUTO_ACCEPT_GROUP (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  account = gram_session_get_account (session);
  if (account == NULL)
    return;

  g_set_object (&self->session, session);
  permit = gram_session_get_permit (session, "account.set-auto-accept");
  scheme = detail != NULL ? detail->charge_scheme : GRAM_CHARGE_SCHEME_PAYG;
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      GtkWidget *row = GTK_WIDGET (self->rows[i]);
      const char *subtitle;
      const char *title
          = gram_auto_accept_text (gram_account_get_kind (account), scheme, flags[i], &subtitle);

      gtk_widget_set_visible (row, title != NULL);
      if (title == NULL)
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_set_sensitive (row, permit.allowed);
      gtk_widget_set_tooltip_text (row, permit.reason);
    }
  show_switches (self);
}
