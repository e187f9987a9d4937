/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-lost-page.h"

#include "gram-accounts-button.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

struct _GramAccountLostPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GramRegistryBanner *banner;
  AdwStatusPage *status;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (GramAccountLostPage, gram_account_lost_page, ADW_TYPE_NAVIGATION_PAGE)

static void
gram_account_lost_page_class_init (GramAccountLostPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/accounts/gram-account-lost-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountLostPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GramAccountLostPage, status);
  gtk_widget_class_bind_template_child (widget_class, GramAccountLostPage, button);
}

static void
gram_account_lost_page_init (GramAccountLostPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
gram_account_lost_page_new (GramSession *session, const char *sentence)
{
  GramAccountLostPage *self;
  GramAccount *account;
  g_autofree char *label = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT_LOST_PAGE, NULL);
  account = gram_session_get_account (session);
  g_object_set (self->banner, "session", session, NULL);
  adw_status_page_set_description (self->status, sentence);
  if (account != NULL)
    /* Translators: %s is the holder of another account */
    label = g_strdup_printf (_ ("Go On with %s"), gram_account_get_holder (account));
  else if (gram_accounts_administers (session))
    label = g_strdup (_ ("All Accounts"));
  else
    label = g_strdup (_ ("Close the Registry"));
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  account != NULL                       ? "win.go-overview"
                                  : gram_accounts_administers (session) ? "win.go-accounts"
                                                                        : "win.close-registry");

  return ADW_NAVIGATION_PAGE (self);
}
