/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-scheme-group.h"

#include "gram-application-dialog.h"
#include "gram-command-row.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramAccountSchemeGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Widgets */
  AdwActionRow *scheme_row;
  AdwActionRow *application_row;
  AdwActionRow *aml_row;

  /* Borrowed References */
  GtkWidget *withdraw_row;
  GramSession *session;
  const GramAccountDetail *detail;
};

G_DEFINE_FINAL_TYPE (GramAccountSchemeGroup, gram_account_scheme_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
with_day (const char *format, const char *day)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, day);
#pragma GCC diagnostic pop
}

static char *
with_reason (const char *format, const GramApplicationRecord *record)
{
  if (record->reason == NULL || *record->reason == '\0')
    return NULL;

  return with_day (format, record->reason);
}

static char *
dup_over (const GramApplicationRecord *record)
{
  char *text = NULL;

  if (record->state == GRAM_APPLICATION_DECLINED)
    /* Translators: %s is a reason */
    text = with_reason (_ ("Declined: %s. A new one can be made."), record);
  else if (record->state == GRAM_APPLICATION_SUSPENDED)
    /* Translators: %s is a reason */
    text = with_reason (_ ("Approval suspended: %s"), record);
  else if (record->state == GRAM_APPLICATION_REVOKED)
    /* Translators: %s is a reason */
    text = with_reason (_ ("Approval revoked: %s. A new application can be made."), record);
  else
    text = g_strdup (_ ("Withdrawn; a new one can be made"));

  return text != NULL ? text : g_strdup (_ ("Not in force"));
}

char *
gram_account_application_text (const GramAccountDetail *detail)
{
  const GramApplicationRecord *record;
  g_autofree char *day = NULL;

  g_return_val_if_fail (detail != NULL, NULL);

  record = detail->application;
  if (record == NULL)
    return g_strdup (_ (
        "None. For importers who want to settle the average of a year instead of each vehicle."));

  switch (record->state)
    {
    case GRAM_APPLICATION_DRAFT:
      day = gram_format_day_of_instant (record->saved_at);
      /* Translators: %s is a day */
      return with_day (_ ("Draft, saved on %s; go on where it was left"), day);
    case GRAM_APPLICATION_SUBMITTED:
      day = gram_format_day_of_instant (record->submitted_at);
      /* Translators: %s is a day */
      return with_day (_ ("Submitted on %s; the administrator decides, which takes some weeks"),
                       day);
    case GRAM_APPLICATION_INFORMATION_ASKED:
      /* Translators: %s is a question */
      return with_day (_ ("The administrator asks: %s"), record->question);
    case GRAM_APPLICATION_APPROVED:
      day = gram_format_date (record->valid_from);
      /* Translators: %s is a day */
      return with_day (_ ("Approved from %s"), day);
    case GRAM_APPLICATION_DECLINED:
    case GRAM_APPLICATION_WITHDRAWN:
    case GRAM_APPLICATION_SUSPENDED:
    case GRAM_APPLICATION_REVOKED:
    default:
      return dup_over (record);
    }
}

char *
gram_account_aml_text (const GramAccountDetail *detail)
{
  g_autofree char *on = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (detail != NULL, NULL);

  if (detail->aml == GRAM_AML_NONE)
    return g_strdup (_ ("Not verified; transfers will need it"));

  on = gram_format_date (detail->account->aml_on);
  until = gram_format_date (detail->account->aml_until);
  if (detail->aml == GRAM_AML_REFUSED)
    /* Translators: %s is a day */
    return with_day (_ ("Refused on %s"), on);
  if (detail->aml == GRAM_AML_EXPIRED)
    /* Translators: %s is a day */
    return with_day (_ ("Expired after %s; the holder has to be verified again"), until);
  if (detail->account->aml_until == NULL || *detail->account->aml_until == '\0')
    /* Translators: %s is a day */
    return with_day (_ ("Verified on %s"), on);

  /* Translators: two days */
  return g_strdup_printf (_ ("Verified on %1$s, until %2$s"), on, until);
}

static char *
dup_scheme (const GramAccountDetail *detail)
{
  if (detail->account->kind == GRAM_ACCOUNT_CCTS)
    return g_strdup (
        _ ("Car CO₂ Trading Scheme: the mean of a year is held against its allowances"));
  if (detail->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE)
    return g_strdup (_ ("Fleet Average: the vehicles of a year are averaged and settled after it"));
  if (detail->charge_scheme_from != NULL)
    {
      g_autofree char *day = gram_format_date (detail->charge_scheme_from);

      /* Translators: %s is a day */
      return with_day (_ ("Pay As You Go; Fleet Average from %s"), day);
    }

  return g_strdup (_ ("Pay As You Go: each vehicle is settled when it is accepted"));
}

static void
application_cb (GramAccountSchemeGroup *self)
{
  g_assert (GRAM_IS_ACCOUNT_SCHEME_GROUP (self));

  if (self->detail != NULL)
    adw_dialog_present (gram_application_dialog_new (self->session, self->detail),
                        GTK_WIDGET (self));
}

static void
withdraw_cb (GramAccountSchemeGroup *self)
{
  g_assert (GRAM_IS_ACCOUNT_SCHEME_GROUP (self));

  if (self->detail != NULL)
    gram_command_present (GTK_WIDGET (self), self->session, "application.withdraw", self->detail);
}

/* Who may not write one may still read one; without any there is nothing to read. */
static void
update_application (GramAccountSchemeGroup *self)
{
  GramPermit permit = gram_session_get_permit (self->session, "application.save");
  gboolean ccts = self->detail->account->kind == GRAM_ACCOUNT_CCTS;
  gboolean readable = self->detail->application != NULL;
  g_autofree char *text = gram_account_application_text (self->detail);

  gtk_widget_set_visible (GTK_WIDGET (self->application_row), !ccts);
  adw_action_row_set_subtitle (self->application_row, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->application_row), permit.allowed || readable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->application_row),
                               permit.allowed ? NULL : permit.reason);
  gtk_widget_set_visible (self->withdraw_row,
                          readable
                              && (self->detail->application->state == GRAM_APPLICATION_SUBMITTED
                                  || self->detail->application->state
                                         == GRAM_APPLICATION_INFORMATION_ASKED));
  gram_command_row_update (self->withdraw_row, self->session, self->detail);
}

static void
gram_account_scheme_group_class_init (GramAccountSchemeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-scheme-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountSchemeGroup, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSchemeGroup, application_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSchemeGroup, aml_row);
  gtk_widget_class_bind_template_callback (widget_class, application_cb);
}

static void
gram_account_scheme_group_init (GramAccountSchemeGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (GTK_WIDGET (self->application_row));

  self->withdraw_row = gram_command_row_new ("application.withdraw");
  gtk_widget_set_visible (self->withdraw_row, FALSE);
  g_signal_connect_object (self->withdraw_row, "activated", G_CALLBACK (withdraw_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->withdraw_row);
}

void
gram_account_scheme_group_show (GramAccountSchemeGroup *self,
                                GramSession *session,
                                const GramAccountDetail *detail)
{
  g_autofree char *scheme = NULL;
  g_autofree char *aml = NULL;

  g_return_if_fail (GRAM_IS_ACCOUNT_SCHEME_GROUP (self));
  g_return_if_fail (detail != NULL);

  self->session = session;
  self->detail = detail;
  scheme = dup_scheme (detail);
  aml = gram_account_aml_text (detail);
  adw_action_row_set_subtitle (self->scheme_row, scheme);
  adw_action_row_set_subtitle (self->aml_row, aml);
  update_application (self);
}
