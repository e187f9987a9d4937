/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-account-table.h"
#include "gram-measure-table.h"
#include "gram-member-table.h"
#include "gram-person-table.h"
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
  GramMember owner = { .person_id = 2, .owner = TRUE, .permissions = GRAM_PERMISSION_ALL };
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
  owner.account_id = record->id;
  gram_member_table_insert (self->unit, &owner, &error);
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
  g_assert_cmpint (change->journal_id, ==, 2);
}

/* A state has its reason. */
static void
suspend (TableFixture *self)
{
  g_autoptr (GramMeasureRecord) measure = gram_measure_record_new ();
  g_autoptr (GError) error = NULL;

  measure->account_id = 1;
  measure->state = GRAM_MEASURE_IN_FORCE;
  measure->ground = GRAM_MEASURE_GROUND_CONVICTION;
  measure->reason = g_strdup ("Conviction of 2 March 2026");
  measure->began_at = 10;
  measure->until = g_strdup ("2027-03-01");
  gram_measure_table_insert (self->unit, measure, &error);
  g_assert_no_error (error);
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
  suspend (self);
  after->auto_accept = GRAM_AUTO_ACCEPT_CREDIT | GRAM_AUTO_ACCEPT_CHARGE;
  after->four_eyes = GRAM_ACT_TRANSFER | GRAM_ACT_CLOSING;
  after->listed = TRUE;
  after->aml = GRAM_AML_VERIFIED;
  g_set_str (&after->aml_on, "2026-03-02");
  g_set_str (&after->aml_until, "2027-03-01");
  gram_account_table_update (self->unit, before, after, self->journal_id, &error);
  g_assert_no_error (error);
  last = get (self, "10000008");
  g_assert_cmpstr (last->address, ==, after->address);
  g_assert_cmpint (last->state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpint (last->version, ==, 2);
  g_assert_cmpuint (last->four_eyes, ==, GRAM_ACT_TRANSFER | GRAM_ACT_CLOSING);
  g_assert_true (last->listed);
  g_assert_cmpint (last->aml, ==, GRAM_AML_VERIFIED);
  g_assert_cmpstr (last->aml_on, ==, "2026-03-02");
  g_assert_cmpstr (last->aml_until, ==, "2027-03-01");

  /* The second of two that read the same version. */
  g_assert_false (gram_account_table_update (self->unit, before, after, self->journal_id, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  table_fixture_commit (self);
  history = gram_account_table_history (self->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 9);
  assert_change (history, 0, "contact-phone", "", "+64 4 555 0100");
  assert_change (history, 1, "address", "", "12 Harbour Street\nWellington");
  assert_change (history, 2, "state", "open", "suspended");
  assert_change (history, 3, "auto-accept", "0", "3");
  assert_change (history, 4, "four-eyes", "0", "5");
  assert_change (history, 5, "listed", "0", "1");
  assert_change (history, 6, "aml", "none", "verified");
  assert_change (history, 7, "aml-on", "", "2026-03-02");
  assert_change (history, 8, "aml-until", "", "2027-03-01");
}

static GramMember *
get_member (TableFixture *self, gint64 account_id, gint64 person_id)
{
  g_autoptr (GError) error = NULL;
  GramMember *member;

  gram_member_table_get (self->store, account_id, person_id, &member, &error);
  g_assert_no_error (error);
  return member;
}

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (error);
}

static gint64
add_person (TableFixture *self, const char *email, const char *name)
{
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  person->email = g_strdup (email);
  person->name = g_strdup (name);
  gram_person_table_insert (self->unit, person, &error);
  g_assert_no_error (error);
  return person->id;
}

static void
test_members (TableFixture *self, gconstpointer data)
{
  gint64 hana = add_person (self, "hana@example.org", "Hana Walker");
  GramMember owner
      = { .account_id = 2, .person_id = 2, .owner = TRUE, .permissions = GRAM_PERMISSION_ALL };
  GramMember viewer = {
    .account_id = 2, .person_id = hana, .permissions = GRAM_PERMISSION_VIEW, .granted_by = 2
  };
  GramMember blind = { .account_id = 1, .person_id = hana, .permissions = GRAM_PERMISSION_EDIT };
  GramMember changed = viewer;
  g_autoptr (GramMember) before = NULL;
  g_autoptr (GramMember) found = NULL;
  g_autoptr (GramMember) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gram_member_table_insert (self->unit, &viewer, &error));
  assert_refused (gram_member_table_insert (self->unit, &owner, &error), &error);
  assert_refused (gram_member_table_insert (self->unit, &blind, &error), &error);
  assert_refused (gram_member_table_update (self->unit, &blind, &blind, &error), &error);

  before = get_member (self, 2, hana);
  g_assert_cmpint (before->version, ==, 1);
  changed.permissions |= GRAM_PERMISSION_ACCEPT;
  changed.granted_by = 1;
  g_assert_true (gram_member_table_update (self->unit, before, &changed, &error));
  /* The second of two that read the same version; nor may such a one remove it. */
  assert_refused (gram_member_table_update (self->unit, before, &changed, &error), &error);
  assert_refused (gram_member_table_remove (self->unit, before, &error), &error);

  found = get_member (self, 2, hana);
  g_assert_cmpuint (found->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT);
  g_assert_false (found->owner);
  g_assert_cmpint (found->version, ==, 2);
  g_assert_cmpint (found->granted_by, ==, 1);
  g_assert_cmpstr (found->granted_by_name, ==, "Mere Tamihana");
  none = get_member (self, 1, hana);
  g_assert_null (none);

  /* Exactly one owner. */
  changed.owner = TRUE;
  assert_refused (gram_member_table_update (self->unit, found, &changed, &error), &error);
  g_assert_true (gram_member_table_remove (self->unit, found, &error));
  none = get_member (self, 2, hana);
  g_assert_null (none);
}

static void
test_member_lists (TableFixture *self, gconstpointer data)
{
  gint64 hana = add_person (self, "hana@example.org", "Hana Walker");
  gint64 aroha = add_person (self, "aroha@example.org", "Aroha Ngata");
  GramMember members[] = {
    { .account_id = 2, .person_id = hana, .permissions = GRAM_PERMISSION_VIEW, .granted_by = 2 },
    { .account_id = 2,
      .person_id = aroha,
      .permissions = GRAM_PERMISSION_VIEW,
      .granted_by = hana },
  };
  const char *const names[] = { "Tom Okafor", "Aroha Ngata", "Hana Walker" };
  const char *const granted_by[] = { NULL, "Hana Walker", "Tom Okafor" };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (gram_member_table_insert (self->unit, &members[i], &error));
  list = gram_member_table_list (self->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < list->len; i++)
    {
      const GramMember *member = list->pdata[i];

      g_assert_cmpstr (member->name, ==, names[i]);
      g_assert_cmpstr (member->granted_by_name, ==, granted_by[i]);
      g_assert_cmpint (member->role, ==, GRAM_ROLE_OFFICER);
      g_assert_cmpint (member->last_sign_in, ==, 0);
      g_assert_true (member->active);
    }
}

static void
test_memberships (TableFixture *self, gconstpointer data)
{
  gint64 hana = add_person (self, "hana@example.org", "Hana Walker");
  GramMember viewer = { .account_id = 2, .person_id = hana, .permissions = GRAM_PERMISSION_VIEW };
  g_autoptr (GramMember) found = NULL;
  g_autoptr (GramMember) none = NULL;
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) hers = NULL;
  g_autoptr (GError) error = NULL;
  const GramMember *member;
  const GramAccountRecord *account;

  g_assert_true (gram_member_table_insert (self->unit, &viewer, &error));
  memberships = gram_member_table_list_for_person (self->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (memberships->len, ==, 2);
  member = memberships->pdata[0];
  g_assert_cmpstr (member->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpstr (member->number, ==, "10000008");
  g_assert_cmpint (member->state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_true (gram_member_table_get_owner (self->store, 2, &found, &error));
  g_assert_cmpint (found->person_id, ==, 2);
  g_assert_true (gram_member_table_get_owner (self->store, 99, &none, &error));
  g_assert_null (none);

  all = gram_account_table_list (self->store, 0, &error);
  g_assert_cmpuint (all->len, ==, 2);
  mine = gram_account_table_list (self->store, 2, &error);
  g_assert_cmpuint (mine->len, ==, 2);
  hers = gram_account_table_list (self->store, hana, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hers->len, ==, 1);
  account = mine->pdata[1];
  g_assert_true (account->owner);
  g_assert_cmpuint (account->permissions, ==, GRAM_PERMISSION_ALL);
  account = hers->pdata[0];
  g_assert_false (account->owner);
  g_assert_cmpuint (account->permissions, ==, GRAM_PERMISSION_VIEW);
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
  TABLE_TEST ("/store/account/member-lists", test_member_lists);
  TABLE_TEST ("/store/account/memberships", test_memberships);
  TABLE_TEST ("/store/account/registry", test_registry);
  g_test_add_func ("/store/account/practice", test_practice);
  return g_test_run ();
}
