/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects-dialog.h"

#include "gram-account-conditions.h"
#include "gram-account-rules.h"
#include "gram-account.h"
#include "gram-effects-grid.h"
#include "gram-effects.h"

#include <glib/gi18n-lib.h>

/* Which rulebook says so. */
static char *
dup_description (const GramAccountDetail *detail)
{
  const char *state = gram_account_state_title (detail->state);

  if (detail->rulebook == NULL)
    /* Translators: %s is a state of an account */
    return g_strdup_printf (_ ("State: %s. No rulebook is in force; the built-in table counts."),
                            state);

  /* Translators: the state of an account, and the version of a rulebook */
  return g_strdup_printf (_ ("State: %1$s. By the rulebook %2$s."), state, detail->rulebook);
}

AdwDialog *
gram_effects_dialog_new (const GramAccountDetail *detail)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *grid = gram_effects_grid_new ();
  g_autofree char *description = NULL;
  GramScheme scheme;
  guint now;

  g_return_val_if_fail (detail != NULL, dialog);

  description = dup_description (detail);
  scheme = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
  now = gram_account_effects_now (detail);
  gram_effects_grid_set (GRAM_EFFECTS_GRID (grid), scheme, now, now);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (grid), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (grid));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("What Is Possible"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 600);

  return dialog;
}
