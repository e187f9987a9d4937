/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lifetimes.h"

#include "gram-accept-dialog.h"
#include "gram-account-edit-dialog.h"
#include "gram-auto-accept-dialog.h"
#include "gram-case-view.h"
#include "gram-ccts-explanation-dialog.h"
#include "gram-charge-view.h"
#include "gram-directory-dialog.h"
#include "gram-dispute-dialog.h"
#include "gram-eco-notices-dialog.h"
#include "gram-fleet-year-view.h"
#include "gram-for-me-dialog.h"
#include "gram-offset-dialog.h"
#include "gram-payment-notice-page.h"
#include "gram-pool-page.h"
#include "gram-preferences-dialog.h"
#include "gram-rights-dialog.h"
#include "gram-run-dialog.h"
#include "gram-snippets-dialog.h"
#include "gram-statement-dialog.h"
#include "gram-test-gtk.h"
#include "gram-trade-dialog.h"
#include "gram-trade-key-dialog.h"
#include "gram-trade-view.h"
#include "gram-transfer-dialog.h"
#include "gram-transfer-view.h"
#include "gram-vehicle-details.h"
#include "gram-ways-dialog.h"

/* Dialogs, and a case: an answer may come when it is closed, or when its window is. */

#define CCTS "martin@example.org"
#define CCS "ruth@example.org"
#define YEAR 2025

/* Its own constructor does; everything is about the first of its kind in the practice registry. */
typedef AdwDialog *(*NewDialog) (GramSession *session);

static AdwDialog *
auto_accept (GramSession *session)
{
  return gram_auto_accept_dialog_new (session, GRAM_AUTO_ACCEPT_CREDIT);
}

static AdwDialog *
rights (GramSession *session)
{
  return gram_rights_dialog_new (session, 1, "Mere Parata", FALSE);
}

static AdwDialog *
charge (GramSession *session)
{
  return gram_charge_view_new (session, 1);
}

static AdwDialog *
offset (GramSession *session)
{
  return gram_offset_dialog_new (session, "10000099", 1);
}

static AdwDialog *
transfer (GramSession *session)
{
  return gram_transfer_view_new (session, 1);
}

static AdwDialog *
trade (GramSession *session)
{
  return gram_trade_view_new (session, 1);
}

static AdwDialog *
ways (GramSession *session)
{
  return gram_ways_dialog_new (session, YEAR);
}

static AdwDialog *
eco_notices (GramSession *session)
{
  return gram_eco_notices_dialog_new (session, YEAR);
}

static AdwDialog *
measure (GramSession *session)
{
  return gram_run_dialog_new (session, "year.measure", YEAR);
}

static AdwDialog *
explanation (GramSession *session)
{
  return gram_ccts_explanation_dialog_new (session, "activity", 0, YEAR);
}

static AdwDialog *
accept (GramSession *session)
{
  const GramVehicleQuery query
      = { .account_id = gram_account_get_id (gram_session_get_account (session)) };
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_query (&query);

  return ADW_DIALOG (gram_accept_dialog_new (session, choice));
}

static AdwDialog *
dispute (GramSession *session)
{
  const GramVehicleQuery query
      = { .account_id = gram_account_get_id (gram_session_get_account (session)) };
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_query (&query);

  return gram_dispute_dialog_new (session, choice);
}

static AdwDialog *
vehicle (GramSession *session)
{
  return ADW_DIALOG (gram_vehicle_details_new_for_id (session, 1));
}

static const struct
{
  const char *name;
  const char *email;
  NewDialog new;
} dialogs[] = {
  { "accept", CCS, accept },
  { "accept-ccts", CCTS, accept },
  { "account-edit", CCS, gram_account_edit_dialog_new },
  { "auto-accept", CCS, auto_accept },
  { "charge", LIFETIMES_ADMINISTRATOR, charge },
  { "directory", CCS, gram_directory_dialog_new },
  { "dispute", CCS, dispute },
  { "dispute-missing", CCS, gram_dispute_dialog_new_missing },
  { "eco-notices", LIFETIMES_ADMINISTRATOR, eco_notices },
  { "explanation", CCTS, explanation },
  { "for-me", CCS, gram_for_me_dialog_new },
  { "measure", LIFETIMES_ADMINISTRATOR, measure },
  { "offset", LIFETIMES_ADMINISTRATOR, offset },
  { "preferences", CCS, gram_preferences_dialog_new },
  { "rights", LIFETIMES_ADMINISTRATOR, rights },
  { "snippets", LIFETIMES_ADMINISTRATOR, gram_snippets_dialog_new },
  { "statement", CCS, gram_statement_dialog_new },
  { "trade", LIFETIMES_ADMINISTRATOR, trade },
  { "trade-key", CCTS, gram_trade_key_dialog_new },
  { "trade-new", CCTS, gram_trade_dialog_new },
  { "transfer", LIFETIMES_ADMINISTRATOR, transfer },
  { "transfer-new", CCS, gram_transfer_dialog_new },
  { "vehicle", LIFETIMES_ADMINISTRATOR, vehicle },
  { "ways", CCTS, ways },
};

static gpointer
make_dialog (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  lifetimes_become (dialogs[i].email);

  return lifetimes_show (dialogs[i].new (lifetimes_session ()));
}

/* Pages that a dialog is put around when they are presented. */
static gpointer
make_fleet_year (gconstpointer data)
{
  lifetimes_become (CCS);
  gram_fleet_year_view_present (lifetimes_place (), lifetimes_session (),
                                gram_account_get_id (
                                    gram_session_get_account (lifetimes_session ())),
                                YEAR);

  return lifetimes_dialog ();
}

static gpointer
make_payment_notice (gconstpointer data)
{
  lifetimes_become (LIFETIMES_ADMINISTRATOR);
  gram_payment_notice_page_present (lifetimes_place (), lifetimes_session (), 1);

  return lifetimes_dialog ();
}

static gpointer
make_pool (gconstpointer data)
{
  lifetimes_become (LIFETIMES_ADMINISTRATOR);
  gram_pool_page_present (lifetimes_place (), lifetimes_session (), 1);

  return lifetimes_dialog ();
}

static void
test_dialog (gconstpointer data)
{
  lifetimes_cut (make_dialog, data, lifetimes_close, LIFETIMES_CHILDREN);
  lifetimes_cut (make_dialog, data, lifetimes_close_window, LIFETIMES_WIDGET);
}

static void
test_presented (gconstpointer data)
{
  LifetimesMake make = data;

  lifetimes_cut (make, NULL, lifetimes_close, LIFETIMES_CHILDREN);
  lifetimes_cut (make, NULL, lifetimes_close_window, LIFETIMES_WIDGET);
}

static gpointer
make_case (gconstpointer data)
{
  GramCaseView *view;

  lifetimes_become (LIFETIMES_ADMINISTRATOR);
  view = gram_case_view_new (lifetimes_session ());
  lifetimes_show (view);
  gram_case_view_show (view, GPOINTER_TO_UINT (data));

  return view;
}

/* Another case is asked for while the answers about the first are on their way. */
static void
show_other_case (gpointer view)
{
  gram_case_view_show (view, 2);
  gram_case_view_refresh (view);
  gram_case_view_show (view, 3);
}

static void
test_case (gconstpointer data)
{
  lifetimes_cut (make_case, data, lifetimes_close, LIFETIMES_CHILDREN);
  lifetimes_cut (make_case, data, lifetimes_close_window, LIFETIMES_WIDGET);
  lifetimes_cut (make_case, data, show_other_case, LIFETIMES_NOTHING);
}

int
main (int argc, char **argv)
{
  static const guint cases[] = { 1, 7, 11 };
  int status;

  gram_test_gtk_init (&argc, &argv);
  lifetimes_begin ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strconcat ("/lifetimes/dialogs/", dialogs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_dialog);
    }
  g_test_add_data_func ("/lifetimes/dialogs/fleet-year", make_fleet_year, test_presented);
  g_test_add_data_func ("/lifetimes/dialogs/payment-notice", make_payment_notice, test_presented);
  g_test_add_data_func ("/lifetimes/dialogs/pool", make_pool, test_presented);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lifetimes/cases/%u", cases[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (cases[i]), test_case);
    }
  status = g_test_run ();
  lifetimes_end ();

  return status;
}
