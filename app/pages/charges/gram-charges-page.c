/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charges-page.h"

#include "gram-accounts-button.h"
#include "gram-bank-dialog.h"
#include "gram-charge-view.h"
#include "gram-charges-page-private.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramChargesPage, gram_charges_page, GRAM_TYPE_PAGE)

GramSession *
_gram_charges_page_get_session (GramChargesPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static void
view_changed_cb (GramChargesPage *self)
{
  g_assert (GRAM_IS_CHARGES_PAGE (self));

  if (self->view_stack == NULL || self->charges_view == NULL)
    return;

  self->to_fleet = FALSE;
  adw_window_title_set_subtitle (self->window_title, "");
  gram_charges_view_update_title (self->charges_view);
  gram_payments_view_update_title (self->payments_view);
}

/* The years are there, or are none any more. */
static void
fleet_cb (GramChargesPage *self)
{
  g_assert (GRAM_IS_CHARGES_PAGE (self));

  if (self->to_fleet && adw_view_stack_page_get_visible (self->fleet_page))
    gram_charges_page_show_view (self, "fleet");
}

static void
gram_charges_page_refresh (GramPage *page)
{
  GramChargesPage *self = GRAM_CHARGES_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramAccount *account = gram_session_get_account (session);
  gboolean records;
  gboolean ccs = account != NULL
                 && gram_account_kind_scheme (gram_account_get_kind (account)) == GRAM_SCHEME_CCS;

  self->all
      = gram_accounts_administers (session) && gram_session_get_kind (session) != GRAM_REGISTRY_OWN;
  /* In a registry of the administrator's alone, holders record nothing. */
  records = self->all || gram_session_get_kind (session) != GRAM_REGISTRY_ADMINISTRATOR;
  self->account_id = ccs && !self->all ? gram_account_get_id (account) : 0;
  gtk_stack_set_visible_child_name (self->stack, self->all || ccs ? "views" : "no-account");
  gtk_widget_set_visible (self->bring_in_button, records);
  gtk_widget_set_visible (self->record_button, records);
  gram_charges_view_refresh (self->charges_view, self->all, self->account_id,
                             gram_page_get_cancellable (page));
  gram_payments_view_refresh (self->payments_view, self->all, self->account_id,
                              gram_page_get_cancellable (page));
  if (self->all || self->account_id != 0)
    gram_fleet_view_refresh (self->fleet_view, session, self->account_id,
                             gram_page_get_cancellable (page));
  _gram_charges_page_actions_update (self);
}

static void
gram_charges_page_constructed (GObject *object)
{
  GramChargesPage *self = GRAM_CHARGES_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_charges_page_parent_class)->constructed (object);

  session = _gram_charges_page_get_session (self);
  if (session == NULL)
    return;

  gram_charges_view_attach (self->charges_view, session, self->window_title);
  gram_payments_view_attach (self->payments_view, session, self->window_title);
  g_signal_connect_object (session, "permits-changed",
                           G_CALLBACK (_gram_charges_page_actions_update), self, G_CONNECT_SWAPPED);
}

static void
gram_charges_page_dispose (GObject *object)
{
  GramChargesPage *self = GRAM_CHARGES_PAGE (object);

  if (self->charges_view != NULL)
    gram_charges_view_detach (self->charges_view);
  if (self->payments_view != NULL)
    gram_payments_view_detach (self->payments_view);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CHARGES_PAGE);

  G_OBJECT_CLASS (gram_charges_page_parent_class)->dispose (object);
}

static void
gram_charges_page_class_init (GramChargesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_charges_page_constructed;
  object_class->dispose = gram_charges_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_charges_page_refresh;

  g_type_ensure (GRAM_TYPE_CHARGES_VIEW);
  g_type_ensure (GRAM_TYPE_FLEET_VIEW);
  g_type_ensure (GRAM_TYPE_PAYMENTS_VIEW);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-charges-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, bring_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, charges_view);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, payments_view);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, fleet_page);
  gtk_widget_class_bind_template_child (widget_class, GramChargesPage, fleet_view);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  _gram_charges_page_actions_class_init (widget_class);
}

/* A statement that is dropped on the page is brought in, by who may. */
static gboolean
drop_cb (GramChargesPage *self, const GValue *value)
{
  GramSession *session = _gram_charges_page_get_session (self);
  GSList *files = g_value_get_boxed (value);

  g_assert (GRAM_IS_CHARGES_PAGE (self));

  if (files == NULL || session == NULL
      || !gram_session_get_permit (session, "payment.import").allowed)
    return FALSE;

  gram_bank_dialog_present (GTK_WIDGET (self), session, files->data);
  return TRUE;
}

static void
gram_charges_page_init (GramChargesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->fleet_page, "notify::visible", G_CALLBACK (fleet_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
gram_charges_page_show (GramChargesPage *self, guint states)
{
  g_return_if_fail (GRAM_IS_CHARGES_PAGE (self));

  gram_charges_page_show_view (self, "charges");
  gram_charges_view_show (self->charges_view, states);
}

void
gram_charges_page_show_view (GramChargesPage *self, const char *name)
{
  g_return_if_fail (GRAM_IS_CHARGES_PAGE (self));
  g_return_if_fail (name != NULL);

  self->to_fleet
      = g_str_equal (name, "fleet") && !adw_view_stack_page_get_visible (self->fleet_page);
  if (!self->to_fleet && adw_view_stack_get_child_by_name (self->view_stack, name) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, name);
}

void
gram_charges_page_open_charge (GramChargesPage *self, gint64 charge_id)
{
  g_return_if_fail (GRAM_IS_CHARGES_PAGE (self));
  g_return_if_fail (charge_id != 0);

  adw_dialog_present (gram_charge_view_new (_gram_charges_page_get_session (self), charge_id),
                      GTK_WIDGET (self));
}

void
gram_charges_page_find (GramChargesPage *self)
{
  g_return_if_fail (GRAM_IS_CHARGES_PAGE (self));

  if (g_str_equal (adw_view_stack_get_visible_child_name (self->view_stack), "payments"))
    {
      gram_payments_view_find (self->payments_view);
      return;
    }
  gram_charges_page_show_view (self, "charges");
  gram_charges_view_find (self->charges_view);
}
