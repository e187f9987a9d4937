/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account.h"

static GramAccountRecord *
make_record (void)
{
  GramAccountRecord *record = gram_account_record_new ();

  record->id = 7;
  record->number = g_strdup ("10000009");
  record->kind = GRAM_ACCOUNT_CCS_USED;
  record->holder = g_strdup ("Harbour Street Imports Ltd");
  record->contact_email = g_strdup ("office@example.org");
  return record;
}

static void
collect_cb (GPtrArray *names, GParamSpec *pspec)
{
  g_ptr_array_add (names, (gpointer)g_param_spec_get_name (pspec));
}

static void
test_properties (void)
{
  g_autoptr (GramAccountRecord) record = make_record ();
  GramAccount *account = gram_account_new (record);
  g_autofree char *holder = NULL;
  g_autofree char *title = NULL;
  g_autofree char *phone = NULL;
  gint64 id = 0;
  guint state = 0;
  gboolean owner = TRUE;

  g_object_get (account, "id", &id, "holder", &holder, "kind-title", &title, "contact-phone",
                &phone, "state", &state, "owner", &owner, NULL);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpstr (holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpstr (title, ==, "Clean Car Standard, used vehicles");
  g_assert_cmpstr (phone, ==, "");
  g_assert_cmpuint (state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_false (owner);
  g_assert_cmpstr (gram_account_get_number (account), ==, "10000009");
  g_assert_finalize_object (account);
}

static void
test_refresh (void)
{
  g_autoptr (GramAccountRecord) record = make_record ();
  GramAccount *account = gram_account_new (record);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  g_autofree char *sorted = NULL;

  g_signal_connect_swapped (account, "notify", G_CALLBACK (collect_cb), names);
  g_assert_false (gram_account_refresh (account, record));
  g_assert_cmpuint (names->len, ==, 0);

  g_set_str (&record->holder, "Quayside Cars Ltd");
  record->state = GRAM_ACCOUNT_SUSPENDED;
  record->auto_accept = GRAM_AUTO_ACCEPT_CREDIT;
  g_assert_true (gram_account_refresh (account, record));
  g_ptr_array_sort_values (names, (GCompareFunc)strcmp);
  sorted = g_strjoinv (" ", (char **)names->pdata);
  g_assert_cmpstr (sorted, ==, "auto-accept holder state state-title");
  g_assert_cmpstr (gram_account_get_holder (account), ==, "Quayside Cars Ltd");
  g_assert_cmpint (gram_account_get_state (account), ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpuint (gram_account_get_auto_accept (account), ==, GRAM_AUTO_ACCEPT_CREDIT);
  g_assert_finalize_object (account);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/account/properties", test_properties);
  g_test_add_func ("/account/refresh", test_refresh);

  return g_test_run ();
}
