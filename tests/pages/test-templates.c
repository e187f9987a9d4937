/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-dialog.h"
#include "gram-account-books-group.h"
#include "gram-account-dialog.h"
#include "gram-account-edit-dialog.h"
#include "gram-account-lost-page.h"
#include "gram-account-page.h"
#include "gram-account-label.h"
#include "gram-account-scheme-group.h"
#include "gram-account-settings-group.h"
#include "gram-account-switcher.h"
#include "gram-accounts-page.h"
#include "gram-allowances-page.h"
#include "gram-bank-dialog.h"
#include "gram-charge-view.h"
#include "gram-charges-page.h"
#include "gram-charges-view.h"
#include "gram-fleet-view.h"
#include "gram-fleet-year-view.h"
#include "gram-offset-dialog.h"
#include "gram-payments-view.h"
#include "gram-credits-page.h"
#include "gram-transfer-dialog.h"
#include "gram-transfer-view.h"
#include "gram-answers-dialog.h"
#include "gram-application-dialog.h"
#include "gram-auto-accept-dialog.h"
#include "gram-case-dialog.h"
#include "gram-ccts-explanation-dialog.h"
#include "gram-cases-page.h"
#include "gram-check-number-dialog.h"
#include "gram-claim-many-dialog.h"
#include "gram-closing-dialog.h"
#include "gram-code-card.h"
#include "gram-code-dialog.h"
#include "gram-create-dialog.h"
#include "gram-detail-dialog.h"
#include "gram-details-dialog.h"
#include "gram-directory-dialog.h"
#include "gram-dispute-dialog.h"
#include "gram-dispute-view.h"
#include "gram-disputes-page.h"
#include "gram-eco-notices-dialog.h"
#include "gram-events-page.h"
#include "gram-evidence.h"
#include "gram-explanation.h"
#include "gram-figure-tile.h"
#include "gram-for-me-dialog.h"
#include "gram-form-dialog.h"
#include "gram-history-filter-dialog.h"
#include "gram-history-page.h"
#include "gram-import-count.h"
#include "gram-import-dialog.h"
#include "gram-import-dry-run-page.h"
#include "gram-import-mapping-page.h"
#include "gram-import-preview-table.h"
#include "gram-import-progress.h"
#include "gram-import-rejects-page.h"
#include "gram-import-settings-page.h"
#include "gram-inbox-page.h"
#include "gram-invite-dialog.h"
#include "gram-join-dialog.h"
#include "gram-lock-page.h"
#include "gram-member-dialog.h"
#include "gram-members-view.h"
#include "gram-overview-page.h"
#include "gram-participant-page.h"
#include "gram-participants-view.h"
#include "gram-password-dialog.h"
#include "gram-password-group.h"
#include "gram-payment-notice-page.h"
#include "gram-people-page.h"
#include "gram-permission-chooser.h"
#include "gram-person-dialog.h"
#include "gram-persons-view.h"
#include "gram-pool-page.h"
#include "gram-pool-what-if-dialog.h"
#include "gram-pools-view.h"
#include "gram-preferences-dialog.h"
#include "gram-registry-banner.h"
#include "gram-rights-dialog.h"
#include "gram-rights-list.h"
#include "gram-role-dialog.h"
#include "gram-rules-page.h"
#include "gram-run-dialog.h"
#include "gram-settle-dialog.h"
#include "gram-sign-dialog.h"
#include "gram-sign-in-page.h"
#include "gram-snippets-dialog.h"
#include "gram-start-page.h"
#include "gram-statement-dialog.h"
#include "gram-task-bar.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-thread-item.h"
#include "gram-thread.h"
#include "gram-trade-dialog.h"
#include "gram-trade-key-dialog.h"
#include "gram-trade-view.h"
#include "gram-trades-page.h"
#include "gram-use-code-dialog.h"
#include "gram-vehicle-details.h"
#include "gram-vehicles-page.h"
#include "gram-ways-dialog.h"
#include "gram-window.h"
#include "gram-year-view.h"
#include "gram-years-page.h"

#define PREFIX "/io/github/gramledger/Gram/"

/* The classes that have a template; those that are not made bare have a test of their own that makes them. */
/* clang-format off */
static const struct
{
  GType (*get_type) (void);
  gboolean bare;
} classes[] = {
  { gram_accept_dialog_get_type, TRUE },
  { gram_account_books_group_get_type, TRUE },
  { gram_account_dialog_get_type, TRUE },
  { gram_account_edit_dialog_get_type, TRUE },
  { gram_account_lost_page_get_type, TRUE },
  { gram_account_page_get_type, TRUE },
  { gram_account_label_get_type, TRUE },
  { gram_account_scheme_group_get_type, TRUE },
  { gram_account_settings_group_get_type, TRUE },
  { gram_account_switcher_get_type, TRUE },
  { gram_accounts_page_get_type, TRUE },
  { gram_answers_dialog_get_type, TRUE },
  { gram_application_dialog_get_type, TRUE },
  { gram_auto_accept_dialog_get_type, TRUE },
  { gram_case_dialog_get_type, TRUE },
  { gram_case_queue_get_type, TRUE },
  { gram_case_view_get_type, TRUE },
  { gram_cases_page_get_type, TRUE },
  { gram_check_number_dialog_get_type, TRUE },
  { gram_claim_many_dialog_get_type, TRUE },
  { gram_closing_dialog_get_type, TRUE },
  { gram_code_card_get_type, TRUE },
  { gram_code_dialog_get_type, TRUE },
  { gram_create_dialog_get_type, TRUE },
  { gram_form_dialog_get_type, TRUE },
  { gram_detail_dialog_get_type, FALSE },
  { gram_details_dialog_get_type, TRUE },
  { gram_directory_dialog_get_type, TRUE },
  { gram_dispute_dialog_get_type, TRUE },
  { gram_dispute_view_get_type, TRUE },
  { gram_allowances_page_get_type, TRUE },
  { gram_bank_dialog_get_type, TRUE },
  { gram_charge_view_get_type, TRUE },
  { gram_charges_page_get_type, TRUE },
  { gram_charges_view_get_type, TRUE },
  { gram_fleet_view_get_type, TRUE },
  { gram_fleet_year_view_get_type, TRUE },
  { gram_offset_dialog_get_type, FALSE },
  { gram_payments_view_get_type, TRUE },
  { gram_credits_page_get_type, TRUE },
  { gram_transfer_dialog_get_type, FALSE },
  { gram_transfer_view_get_type, TRUE },
  { gram_settle_dialog_get_type, FALSE },
  { gram_ways_dialog_get_type, FALSE },
  { gram_disputes_page_get_type, TRUE },
  { gram_events_page_get_type, TRUE },
  { gram_evidence_get_type, TRUE },
  { gram_explanation_get_type, TRUE },
  { gram_figure_tile_get_type, TRUE },
  { gram_for_me_dialog_get_type, TRUE },
  { gram_history_filter_dialog_get_type, TRUE },
  { gram_history_page_get_type, TRUE },
  { gram_import_count_get_type, FALSE },
  { gram_import_dialog_get_type, FALSE },
  { gram_import_dry_run_page_get_type, FALSE },
  { gram_import_mapping_page_get_type, FALSE },
  { gram_import_preview_table_get_type, FALSE },
  { gram_import_progress_get_type, FALSE },
  { gram_import_rejects_page_get_type, FALSE },
  { gram_import_settings_page_get_type, FALSE },
  { gram_inbox_page_get_type, TRUE },
  { gram_invite_dialog_get_type, TRUE },
  { gram_join_dialog_get_type, TRUE },
  { gram_lock_page_get_type, TRUE },
  { gram_member_dialog_get_type, TRUE },
  { gram_members_view_get_type, TRUE },
  { gram_overview_page_get_type, TRUE },
  { gram_password_dialog_get_type, TRUE },
  { gram_password_group_get_type, TRUE },
  { gram_people_page_get_type, TRUE },
  { gram_permission_chooser_get_type, TRUE },
  { gram_person_dialog_get_type, TRUE },
  { gram_persons_view_get_type, TRUE },
  { gram_preferences_dialog_get_type, TRUE },
  { gram_registry_banner_get_type, TRUE },
  { gram_rights_dialog_get_type, TRUE },
  { gram_rights_list_get_type, TRUE },
  { gram_role_dialog_get_type, TRUE },
  { gram_rules_page_get_type, TRUE },
  { gram_sign_dialog_get_type, TRUE },
  { gram_sign_in_page_get_type, TRUE },
  { gram_snippets_dialog_get_type, TRUE },
  { gram_start_page_get_type, TRUE },
  { gram_statement_dialog_get_type, TRUE },
  { gram_task_bar_get_type, TRUE },
  { gram_thread_get_type, TRUE },
  { gram_thread_item_get_type, TRUE },
  { gram_trade_dialog_get_type, TRUE },
  { gram_trade_key_dialog_get_type, TRUE },
  { gram_trade_view_get_type, TRUE },
  { gram_trades_page_get_type, TRUE },
  { gram_use_code_dialog_get_type, TRUE },
  { gram_vehicle_details_get_type, TRUE },
  { gram_vehicles_page_get_type, TRUE },
  { gram_window_get_type, TRUE },
  { gram_ccts_explanation_dialog_get_type, TRUE },
  { gram_eco_notices_dialog_get_type, TRUE },
  { gram_participant_page_get_type, TRUE },
  { gram_participants_view_get_type, TRUE },
  { gram_payment_notice_page_get_type, TRUE },
  { gram_pool_page_get_type, TRUE },
  { gram_pool_what_if_dialog_get_type, TRUE },
  { gram_pools_view_get_type, TRUE },
  { gram_run_dialog_get_type, TRUE },
  { gram_year_view_get_type, TRUE },
  { gram_years_page_get_type, TRUE },
};
/* clang-format on */

/* Names of all templates in the resource. */
static void
collect (const char *folder, GPtrArray *templates)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) children
      = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);

      if (g_str_has_suffix (path, "/"))
        collect (path, templates);
      else if (g_str_has_suffix (path, ".ui"))
        g_ptr_array_add (templates, g_steal_pointer (&path));
    }
}

/* The class that a template is for: its first class attribute. */
static char *
class_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  const char *start;

  g_assert_no_error (error);
  start = strstr (g_bytes_get_data (bytes, NULL), "<template class=\"");
  g_assert_nonnull (start);
  start += strlen ("<template class=\"");

  return g_strndup (start, strcspn (start, "\""));
}

/* No template is left out: a new one has to be named above. */
static void
test_complete (void)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_type_class_unref (g_type_class_ref (classes[i].get_type ()));

  collect (PREFIX, templates);
  g_assert_cmpuint (templates->len, >=, G_N_ELEMENTS (classes));
  for (guint i = 0; i < templates->len; i++)
    {
      g_autofree char *name = class_of (templates->pdata[i]);

      if (g_type_from_name (name) == G_TYPE_INVALID)
        {
          g_test_message ("%s: nothing makes a %s", (char *)templates->pdata[i], name);
          g_test_fail ();
        }
    }
}

/* Every class is made, shown and finalized without a word of GTK. */
static void
test_instantiate (gconstpointer data)
{
  GType (*get_type) (void) = data;

  gram_test_assert_finalizes (g_object_new (get_type (), NULL));
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add_func ("/templates/complete", test_complete);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *path
          = g_strconcat ("/templates/", g_type_name (classes[i].get_type ()), NULL);

      if (classes[i].bare)
        g_test_add_data_func (path, (gconstpointer)classes[i].get_type, test_instantiate);
    }

  return g_test_run ();
}
