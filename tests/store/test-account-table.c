/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-account-table.h"
#include "gram-member-table.h"
#include "gram-registry-table.h"

static GramAccountRecord *
get (TableFixture *self, const char *number)
{
  g_autoptr (GError) error = NULL;
  GramAccountRecord *record;

  gram_account_table_get_by_number (self->store, number, &record, &error);
  g_assert_no_error (error);
  return record;
}

static GramAccountRecord *
insert (TableFixture *self, const char *number, const char *holder)
{
  GramAccountRecord *record = gram_account_record_new ();
  g_autoptr (GError) error = NULL;

  record->number = g_strdup (number);
  record->kind = GRAM_ACCOUNT_CCS_NEW;
  record->holder = g_strdup (holder);
  record->contact_name = g_strdup ("Aroha Ngata");
  record->contact_email = g_strdup ("aroha@example.org");
  record->opened_at = 17;
  record->auto_accept = GRAM_AUTO_ACCEPT_CREDIT;
  table_fixture_begin (self);
  gram_account_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_insert (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramAccountRecord) record = insert (self, "10000024", "Kauri Motors Ltd");
  g_autoptr (GramAccountRecord) found = get (self, "10000024");
  g_autoptr (GramAccountRecord) again = gram_account_record_copy (found);
  g_autoptr (GramAccountRecord) none = get (self, "99999999");
  g_autoptr (GError) error = NULL;
  gint64 serial = 0;

  g_assert_cmpint (record->id, ==, 3);
  g_assert_cmpint (found->id, ==, 3);
  g_assert_cmpstr (again->number, ==, "10000024");
  g_assert_cmpint (again->kind, ==, GRAM_ACCOUNT_CCS_NEW);
  g_assert_cmpstr (again->holder, ==, "Kauri Motors Ltd");
  g_assert_cmpstr (again->contact_name, ==, "Aroha Ngata");
  g_assert_cmpstr (again->contact_email, ==, "aroha@example.org");
  g_assert_cmpstr (again->contact_phone, ==, "");
  g_assert_cmpstr (again->address, ==, "");
  g_assert_cmpint (again->state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpuint (again->auto_accept, ==, GRAM_AUTO_ACCEPT_CREDIT);
  g_assert_cmpint (again->opened_at, ==, 17);
  g_assert_cmpint (again->version, ==, 1);
  g_assert_null (none);
  gram_account_table_next_serial (self->store, &serial, &error);
  g_assert_no_error (error);
  g_assert_cmpint (serial, ==, 3);

  record->id = 0;
  g_assert_false (gram_account_table_insert (self->unit, record, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

static void
assert_change (GPtrArray *history,
               guint i,
               const char *field,
               const char *old_value,
               const char *new_value)
{
  const GramAccountChange *change = g_ptr_array_index (history, i);

  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
  g_assert_cmpstr (change->command, ==, "vehicle.import");
  g_assert_cmpstr (change->person, ==, "Mere Tamihana");
  g_assert_cmpint (change->at, >, 0);
}

static void
test_update (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramAccountRecord) before = get (self, "10000008");
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (before);
  g_autoptr (GramAccountRecord) last = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_account_table_update (self->unit, before, after, self->journal_id, &error);
  g_assert_no_error (error);
  g_set_str (&after->contact_phone, "+64 4 555 0100");
  g_set_str (&after->address, "12 Harbour Street\nWellington");
  after->state = GRAM_ACCOUNT_SUSPENDED;
  after->auto_accept = GRAM_AUTO_ACCEPT_CREDIT | GRAM_AUTO_ACCEPT_CHARGE;
  gram_account_table_update (self->unit, before, after, self->journal_id, &error);
  g_assert_no_error (error);
  last = get (self, "10000008");
  g_assert_cmpstr (last->address, ==, after->address);
  g_assert_cmpint (last->state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpint (last->version, ==, 2);

  /* The second of two that read the same version. */
  g_assert_false (gram_account_table_update (self->unit, before, after, self->journal_id, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  table_fixture_commit (self);
  history = gram_account_table_history (self->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 4);
  assert_change (history, 0, "contact-phone", "", "+64 4 555 0100");
  assert_change (history, 1, "address", "", "12 Harbour Street\nWellington");
  assert_change (history, 2, "state", "open", "suspended");
  assert_change (history, 3, "auto-accept", "0", "3");
}

static void
test_members (TableFixture *self, gconstpointer data)
{
  GramMember owner = { 2, 2, NULL, NULL, TRUE, GRAM_PERMISSION_ALL };
  GramMember viewer = { 2, 1, NULL, NULL, FALSE, GRAM_PERMISSION_VIEW };
  GramMember blind = { 1, 1, NULL, NULL, FALSE, GRAM_PERMISSION_EDIT };
  g_autoptr (GramMember) found = NULL;
  g_autoptr (GramMember) none = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  g_assert_true (gram_member_table_insert (self->unit, &viewer, &error));
  g_assert_true (gram_member_table_insert (self->unit, &owner, &error));
  g_assert_false (gram_member_table_insert (self->unit, &owner, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gram_member_table_insert (self->unit, &blind, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gram_member_table_update (self->unit, &blind, &error));
  g_clear_error (&error);
  viewer.permissions |= GRAM_PERMISSION_ACCEPT;
  g_assert_true (gram_member_table_update (self->unit, &viewer, &error));

  /* Exactly one owner. */
  viewer.owner = TRUE;
  g_assert_false (gram_member_table_update (self->unit, &viewer, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  members = gram_member_table_list (self->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((GramMember *)g_ptr_array_index (members, 0))->name, ==, "Tom Okafor");
  g_assert_cmpstr (((GramMember *)g_ptr_array_index (members, 1))->email, ==, "mere@example.org");
  gram_member_table_get (self->store, 2, 1, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT);
  g_assert_false (found->owner);
  g_assert_true (gram_member_table_get (self->store, 1, 1, &none, &error));
  g_assert_null (none);

  all = gram_account_table_list (self->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  mine = gram_account_table_list (self->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_true (((GramAccountRecord *)g_ptr_array_index (mine, 0))->owner);
  g_assert_cmpuint (((GramAccountRecord *)g_ptr_array_index (mine, 0))->permissions, ==,
                    GRAM_PERMISSION_ALL);
}

static void
test_registry (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramRegistryRecord) found = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  g_assert_true (gram_registry_table_set_title (self->unit, "Register of Te Ika-a-Māui", &error));
  g_assert_false (gram_registry_table_set_practice_today (self->unit, "2026-03-31", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  gram_registry_table_get (self->store, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, GRAM_REGISTRY_ADMINISTRATOR);
  g_assert_cmpstr (found->title, ==, "Register of Te Ika-a-Māui");
  g_assert_cmpint (found->created_at, ==, 1);
  g_assert_null (found->practice_today);
  g_assert_false (gram_registry_table_insert (self->unit, found, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
}

static void
test_practice (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "practice.gram");
  GramRegistryRecord record
      = { GRAM_REGISTRY_PRACTICE, (char *)"Practice", 5, (char *)"2026-03-31" };
  g_autoptr (GramRegistryRecord) none = NULL;
  g_autoptr (GramRegistryRecord) found = NULL;
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  store = gram_store_create (path, &error);
  g_assert_no_error (error);
  g_assert_true (gram_registry_table_get (store, &none, &error));
  g_assert_null (none);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  g_assert_true (gram_registry_table_insert (unit, &record, &error));
  g_assert_true (gram_registry_table_set_practice_today (unit, "2026-04-01", &error));
  gram_registry_table_get (store, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, GRAM_REGISTRY_PRACTICE);
  g_assert_cmpstr (found->practice_today, ==, "2026-04-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/account/insert", test_insert);
  TABLE_TEST ("/store/account/update", test_update);
  TABLE_TEST ("/store/account/members", test_members);
  TABLE_TEST ("/store/account/registry", test_registry);
  g_test_add_func ("/store/account/practice", test_practice);
  return g_test_run ();
}
