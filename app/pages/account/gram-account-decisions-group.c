/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-decisions-group.h"

#include "gram-command-row.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define MAX_COMMANDS 7

/* The decisions by what they are about; a scheme sees its own. */
static const struct
{
  const char *title;
  const char *subtitle;
  guint schemes;
  const char *commands[MAX_COMMANDS];
} sections[] = {
  { N_ ("Suspension"),
    N_ ("Notice, time to put things right, suspension, reinstatement"),
    1u << GRAM_SCHEME_CCS | 1u << GRAM_SCHEME_CCTS,
    { "account.give-notice", "account.drop-notice", "account.suspend", "account.reinstate" } },
  { N_ ("Block"),
    N_ ("A civil penalty that stops trading and conversion"),
    1u << GRAM_SCHEME_CCTS,
    { "account.block", "account.unblock" } },
  { N_ ("Closing"),
    N_ ("At the holder’s request, or after notice and time to object"),
    1u << GRAM_SCHEME_CCS | 1u << GRAM_SCHEME_CCTS,
    { "account.close", "account.refuse-closing", "account.give-closing-notice",
      "account.drop-closing-notice" } },
  { N_ ("Fleet Average"),
    N_ ("The application and the approval"),
    1u << GRAM_SCHEME_CCS,
    { "application.ask", "application.approve", "application.decline", "application.suspend",
      "application.resume", "application.revoke" } },
  { N_ ("Verification and Balance"),
    N_ ("Verification of the holder, credits from before"),
    1u << GRAM_SCHEME_CCS,
    { "account.set-aml", "credit.carry-in" } },
  { N_ ("Verification and Trades"),
    N_ ("Verification of the holder, key for files of trades"),
    1u << GRAM_SCHEME_CCTS,
    { "account.set-aml", "trade.set-key" } },
};

struct _GramAccountDecisionsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *expanders[G_N_ELEMENTS (sections)];
  GtkWidget *rows[G_N_ELEMENTS (sections)][MAX_COMMANDS];
  GramSession *session;
  const GramAccountDetail *detail;
};

G_DEFINE_FINAL_TYPE (GramAccountDecisionsGroup,
                     gram_account_decisions_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
activated_cb (GramAccountDecisionsGroup *self, GtkWidget *row)
{
  g_assert (GRAM_IS_ACCOUNT_DECISIONS_GROUP (self));

  if (self->detail != NULL)
    gram_command_present (GTK_WIDGET (self), self->session, gram_command_row_get_command (row),
                          self->detail);
}

static void
add_section (GramAccountDecisionsGroup *self, gsize i)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ (sections[i].title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _ (sections[i].subtitle));
  for (guint k = 0; k < MAX_COMMANDS && sections[i].commands[k] != NULL; k++)
    {
      GtkWidget *row = gram_command_row_new (sections[i].commands[k]);

      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
      self->rows[i][k] = row;
    }
  gram_pressable_install (expander);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
  self->expanders[i] = expander;
}

static void
gram_account_decisions_group_class_init (GramAccountDecisionsGroupClass *klass)
{
}

static void
gram_account_decisions_group_init (GramAccountDecisionsGroup *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, i);
}

static const char *
describe (GramSession *session)
{
  if (gram_session_get_kind (session) == GRAM_REGISTRY_OWN)
    return _ (
        "The administrator decides; in this registry it is recorded, with the reference of the document.");
  if (gram_session_get_person_role (session) == GRAM_ROLE_OFFICER)
    return _ ("What the administrator of the registry can decide about this account.");

  return _ ("Each shows what it changes before anything is applied.");
}

void
gram_account_decisions_group_show (GramAccountDecisionsGroup *self,
                                   GramSession *session,
                                   const GramAccountDetail *detail)
{
  GramScheme scheme;

  g_return_if_fail (GRAM_IS_ACCOUNT_DECISIONS_GROUP (self));
  g_return_if_fail (detail != NULL);

  self->session = session;
  self->detail = detail;
  scheme = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), describe (session));
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gtk_widget_set_visible (self->expanders[i], (sections[i].schemes & (1u << scheme)) != 0);
      for (guint k = 0; k < MAX_COMMANDS && self->rows[i][k] != NULL; k++)
        gram_command_row_update (self->rows[i][k], session, detail);
    }
}
