/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pay-how.h"

#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* What is said; in an own registry money is recorded by who keeps it. */
static const struct
{
  const char *icon_name;
  const char *title;
  const char *text;
  const char *own; /* NULL: the same */
} ways[] = {
  { "gram-credit-symbolic", N_ ("With Credits"),
    N_ ("One credit clears one gram. Choose “Pay with Credits”: the oldest are used first, or so many of each year as you "
        "say. You see what is left before you sign."),
    NULL },
  { "gram-charge-symbolic", N_ ("With Money"),
    N_ ("Pay outside Gram, to the account of the administrator, with your account number as reference. Once the payment has "
        "come in, the administrator records it and it stands under Payments."),
    N_ ("Pay outside Gram, as the administrator says, with the account number as reference. Then record the payment here, or "
        "bring in a statement of the bank.") },
  { "alarm-symbolic", N_ ("When"),
    N_ ("Under Pay As You Go a charge is due at once. Under Fleet Average the year is settled after 31 December and is due "
        "on 31 March. What is not paid then is overdue, by the day."),
    NULL },
  { "object-select-symbolic", N_ ("What Is Settled First"),
    N_ ("A payment settles the charges it names, otherwise the oldest due first. Part payments are possible. What is more "
        "than owed stands in favour of the account until it is used or paid back."),
    NULL },
};

AdwDialog *
gram_pay_how_dialog_new (GramSession *session)
{
  AdwDialog *dialog;
  GtkWidget *page;
  GtkWidget *view;
  GtkWidget *group;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  dialog = adw_dialog_new ();
  page = adw_preferences_page_new ();
  view = adw_toolbar_view_new ();
  group = adw_preferences_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gboolean own = gram_session_get_kind (session) == GRAM_REGISTRY_OWN && ways[i].own != NULL;
      GtkWidget *row = gram_row_new (_ (ways[i].title), _ (own ? ways[i].own : ways[i].text));
      GtkWidget *icon = gtk_image_new_from_icon_name (ways[i].icon_name);

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_dialog_set_title (dialog, _ ("How to Pay"));
  adw_dialog_set_content_width (dialog, 540);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
