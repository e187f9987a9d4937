/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charges-page.h"

#include "gram-bank-dialog.h"
#include "gram-charge-forms.h"
#include "gram-charges-page-private.h"
#include "gram-command.h"
#include "gram-offset-dialog.h"
#include "gram-pay-how.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

static void
offset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramSession *session = _gram_charges_page_get_session (GRAM_CHARGES_PAGE (widget));
  GramAccount *account = gram_session_get_account (session);

  if (account != NULL)
    adw_dialog_present (gram_offset_dialog_new (session, gram_account_get_number (account), 0),
                        widget);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (
      gram_payment_dialog_new (_gram_charges_page_get_session (GRAM_CHARGES_PAGE (widget)), NULL),
      widget);
}

static void
favour_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (
      gram_in_favour_dialog_new (_gram_charges_page_get_session (GRAM_CHARGES_PAGE (widget)), NULL),
      widget);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramChargesPage *self = GRAM_CHARGES_PAGE (widget);
  const GramDashboard *standing = self->charges_view->standing;

  adw_dialog_present (gram_pay_back_dialog_new (_gram_charges_page_get_session (self),
                                                standing != NULL ? standing->in_favour : 0),
                      widget);
}

static void
how_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_pay_how_dialog_new (
                          _gram_charges_page_get_session (GRAM_CHARGES_PAGE (widget))),
                      widget);
}

static void
bring_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_bank_dialog_choose (widget, _gram_charges_page_get_session (GRAM_CHARGES_PAGE (widget)));
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_charges_page_find (GRAM_CHARGES_PAGE (widget));
}

/* Of all accounts, there is no one account that a permit could be about: the role alone says who may. */
static GramPermit
permit_of (GramChargesPage *self, const char *command)
{
  GramSession *session = _gram_charges_page_get_session (self);
  GramPermit permit = { FALSE, NULL };

  if (session == NULL || (!self->all && self->account_id == 0))
    return permit;
  if (!self->all || g_str_equal (command, "payment.import") || gram_session_get_locked (session))
    return gram_session_get_permit (session, command);

  permit.allowed
      = (gram_command_find (command)->roles & gram_session_get_person_role (session)) != 0;
  permit.reason = permit.allowed ? NULL : _ ("Only the administrator records money");

  return permit;
}

void
_gram_charges_page_actions_update (GramChargesPage *self)
{
  const struct
  {
    const char *action;
    const char *command;
    GtkWidget *button; /* NULL without one of its own */
    const char *title;
  } verbs[] = {
    { "charges.record", "payment.record", self->record_button, _ ("Record a Payment") },
    { "charges.use-in-favour", "payment.use-in-favour", NULL, NULL },
    { "charges.pay-back", "payment.pay-back", NULL, NULL },
    { "charges.bring-in", "payment.import", self->bring_in_button,
      _ ("Bring In a Bank Statement") },
    { "charges.offset", "charge.offset", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GramPermit permit = permit_of (self, verbs[i].command);

      /* Credits are of one account. */
      if (self->all && g_str_equal (verbs[i].command, "charge.offset"))
        permit.allowed = FALSE;
      gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action, permit.allowed);
      if (verbs[i].button != NULL)
        gtk_widget_set_tooltip_text (verbs[i].button, permit.allowed || permit.reason == NULL
                                                          ? verbs[i].title
                                                          : permit.reason);
    }
}

void
_gram_charges_page_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "charges.bring-in", bring_in_action },    { "charges.find", find_action },
    { "charges.how-to-pay", how_action },       { "charges.offset", offset_action },
    { "charges.pay-back", back_action },        { "charges.record", record_action },
    { "charges.use-in-favour", favour_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
