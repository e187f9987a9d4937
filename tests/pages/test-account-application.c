/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-application-dialog.h"
#include "gram-form.h"
#include "gram-test-desktop.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define ADMINISTRATOR "administrator@example.org"
#define OWNER "aroha@example.org"
#define APPLICATION "Application for Fleet Average"

typedef struct
{
  GramApplicationDialog *dialog;
  const char *step;
} Wanted;

static gboolean
is_at (gpointer data)
{
  const Wanted *wanted = data;

  return g_strcmp0 (gram_application_dialog_get_step (wanted->dialog), wanted->step) == 0;
}

static GramApplicationDialog *
dialog_of (AccountFixture *self)
{
  return GRAM_APPLICATION_DIALOG (account_fixture_await (self, GRAM_TYPE_APPLICATION_DIALOG, NULL));
}

static void
next (AccountFixture *self, const char *step)
{
  Wanted wanted = { dialog_of (self), step };

  account_fixture_press (self, "_Next");
  gram_test_wait_until (is_at, &wanted);
  gram_test_settle ();
}

/* The first two steps; then the dialog is closed. */
static void
begin (AccountFixture *self)
{
  account_fixture_activate (self, APPLICATION);
  account_fixture_write (self, "Contact", "Aroha Ngata");
  account_fixture_write (self, "E-mail address", "not an address");
  account_fixture_press (self, "_Next");
  g_assert_nonnull (
      gram_form_get_error (account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "E-mail address")));
  account_fixture_picture (self, "application-contact");
  account_fixture_write (self, "E-mail address", "aroha@example.org");
  next (self, "vehicles");
  account_fixture_write (self, "Vehicles in a year", "2400");
  account_fixture_write (self, "Makes", "Toyota, Mazda");
  account_fixture_write (self, "Models", "Corolla, Demio");
  account_fixture_write (self, "Fuels", "petrol, petrol hybrid");
  account_fixture_write (self, "Average weight, kg", "1310");
  account_fixture_picture (self, "application-vehicles");
  next (self, "bank-account");
  account_fixture_write (self, "Bank account", "12-3456-0789012-00");
  adw_dialog_close (ADW_DIALOG (dialog_of (self)));
  account_fixture_wait_closed (self);
}

/* From where it was left to the end. */
static void
finish (AccountFixture *self)
{
  account_fixture_activate (self, APPLICATION);
  g_assert_cmpstr (gram_application_dialog_get_step (dialog_of (self)), ==, "forecast");
  account_fixture_write (self, "Forecast of charges, NZD", "48000");
  next (self, "declarations");
  account_fixture_write (self, "Related parties", "none");
  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                  account_fixture_await (self, ADW_TYPE_COMBO_ROW, "Insolvency")),
                              2);
  account_fixture_picture (self, "application-declarations");
  next (self, "check");
  account_fixture_picture (self, "application-check");
  account_fixture_press (self, "_Submit");
  /* What is not declared leads back to the declaration. */
  g_assert_cmpstr (gram_application_dialog_get_step (dialog_of (self)), ==, "declarations");
  adw_switch_row_set_active (ADW_SWITCH_ROW (account_fixture_await (self, ADW_TYPE_SWITCH_ROW,
                                                                    "Business of importing")),
                             TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (account_fixture_await (self, ADW_TYPE_SWITCH_ROW,
                                                                    "Related parties included")),
                             TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (account_fixture_await (self, ADW_TYPE_SWITCH_ROW,
                                                                    "True and complete")),
                             TRUE);
  next (self, "check");
  account_fixture_press (self, "_Submit");
  account_fixture_wait_closed (self);
}

static void
decide (AccountFixture *self,
        const char *row,
        const char *title,
        const char *text,
        const char *verb)
{
  account_fixture_become (self, ADMINISTRATOR);
  account_fixture_show_page (self, 1200, 1000);
  account_fixture_activate (self, "Fleet Average");
  account_fixture_activate (self, row);
  account_fixture_write (self, title, text);
  account_fixture_picture (self, verb);
  account_fixture_press (self, verb);
  account_fixture_wait_closed (self);
  account_fixture_become (self, OWNER);
  account_fixture_show_page (self, 400, 1800);
}

/* Saved at every step, resumed where it was left, submitted, asked, answered, approved. */
static void
test_apply (AccountFixture *self, gconstpointer data)
{
  account_fixture_show_page (self, 400, 900);
  begin (self);
  account_fixture_refresh (self);
  account_fixture_show_page (self, 400, 900);
  account_fixture_wait_text (self, APPLICATION, "Draft");
  finish (self);
  account_fixture_wait_text (self, APPLICATION, "Submitted");

  decide (self, "Ask for More…", "_What Is Missing", "Which related parties import vehicles?",
          "_Ask");
  account_fixture_wait_text (self, APPLICATION,
                             "The administrator asks: Which related parties import vehicles?");
  account_fixture_activate (self, APPLICATION);
  account_fixture_await (self, ADW_TYPE_ACTION_ROW, "The administrator asks");
  account_fixture_picture (self, "application-asked");
  account_fixture_press (self, "_Submit");
  account_fixture_wait_closed (self);

  decide (self, "Approve…", "From 1 January of the _Year", "2027", "_Approve");
  account_fixture_wait_text (self, APPLICATION, "Approved from 1 January 2027");
  account_fixture_wait_text (self, "Charges", "Pay As You Go; Fleet Average from 1 January 2027");
  account_fixture_picture (self, "application-approved");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);
  gram_test_desktop_make ();

  g_test_add ("/account-application/apply", AccountFixture, NULL, account_fixture_set_up,
              test_apply, account_fixture_tear_down);

  return g_test_run ();
}
