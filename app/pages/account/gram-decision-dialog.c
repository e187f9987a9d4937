/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decision-dialog.h"

#include "gram-decisions.h"
#include "gram-effects-grid.h"
#include "gram-effects.h"
#include "gram-form-dialog.h"

#include <glib/gi18n-lib.h>

static guint
state_index (GramAccountState state)
{
  return (guint)g_bit_nth_lsf (state, -1);
}

/* What the account can do now and after; NULL if it stays as it is. */
static GtkWidget *
effects_new (const GramDecision *decision, const GramAccountDetail *detail)
{
  GramAccountState after = decision->after != 0 ? decision->after : decision->may_lead_to;
  GramScheme scheme
      = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
  GtkWidget *grid;
  const char *title = _ ("What Changes");

  if (after == 0)
    return NULL;

  if (decision->may_lead_to != 0)
    title = after == GRAM_ACCOUNT_CLOSED ? _ ("If It Comes to a Closing")
                                         : _ ("If It Comes to a Suspension");
  grid = gram_effects_grid_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (grid), title);
  gram_effects_grid_set (GRAM_EFFECTS_GRID (grid), scheme,
                         detail->effects[state_index (detail->state)],
                         detail->effects[state_index (after)]);

  return grid;
}

static void
done_cb (GtkWidget *dialog, GVariant *answer, gpointer user_data)
{
  gtk_widget_activate_action (dialog, "win.toast", "s", gram_decision_get_done (user_data, answer));
}

AdwDialog *
gram_decision_dialog_new (GramSession *session,
                          const char *command,
                          const GramAccountDetail *detail)
{
  const GramDecision *decision = gram_decision_find (command);
  GramForm form;
  AdwDialog *dialog;
  GtkWidget *effects;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (decision != NULL, NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  form = (GramForm){ .command = decision->command,
                     .title = decision->title,
                     .verb = decision->verb,
                     .lead = decision->lead,
                     .destructive = decision->destructive,
                     .fields = decision->fields };
  dialog
      = gram_form_dialog_new (session, &form,
                              g_variant_new_parsed ("{'account': <%s>}", detail->account->number));
  g_signal_connect (dialog, "done", G_CALLBACK (done_cb), (gpointer)decision);
  effects = effects_new (decision, detail);
  if (effects != NULL)
    gram_form_dialog_add_group (GRAM_FORM_DIALOG (dialog), ADW_PREFERENCES_GROUP (effects));

  return dialog;
}
