/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-handover-table.h"
#include "gram-invitation-table.h"
#include "gram-request-table.h"

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define HASH_C "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (error);
}

static GramInvitationRecord *
invite (TableFixture *self, gint64 account_id, const char *email, const char *code_hash)
{
  GramInvitationRecord *record = gram_invitation_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  record->account_id = account_id;
  record->email = g_strdup (email);
  record->permissions = GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT;
  record->code_hash = g_strdup (code_hash);
  record->invited_by = 2;
  record->invited_at = 100;
  record->lapses_at = 200;
  gram_invitation_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  return record;
}

static GramInvitationRecord *
get_invitation (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramInvitationRecord *record;

  gram_invitation_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_invitation (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramInvitationRecord) made = invite (self, 1, "aroha@example.org", HASH_A);
  g_autoptr (GramInvitationRecord) before = get_invitation (self, made->id);
  g_autoptr (GramInvitationRecord) after = gram_invitation_record_copy (before);
  g_autoptr (GramInvitationRecord) by_code = NULL;
  g_autoptr (GramInvitationRecord) none = NULL;
  g_autoptr (GramInvitationRecord) pending = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (before->account_id, ==, 1);
  g_assert_cmpstr (before->email, ==, "aroha@example.org");
  g_assert_cmpuint (before->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT);
  g_assert_cmpstr (before->code_hash, ==, HASH_A);
  g_assert_cmpint (before->state, ==, GRAM_INVITATION_PENDING);
  g_assert_cmpint (before->invited_at, ==, 100);
  g_assert_cmpint (before->lapses_at, ==, 200);
  g_assert_cmpint (before->times_sent, ==, 1);
  g_assert_cmpint (before->used_by, ==, 0);
  g_assert_cmpstr (before->inviter, ==, "Tom Okafor");
  g_assert_cmpstr (before->inviter_email, ==, "tom@example.org");
  g_assert_cmpstr (before->number, ==, "10000008");
  g_assert_cmpstr (before->holder, ==, "Harbour Street Imports Ltd");

  /* Sent again by another person, with another code. */
  g_set_str (&after->code_hash, HASH_B);
  after->invited_by = 1;
  after->lapses_at = 300;
  after->times_sent = 2;
  g_assert_true (gram_invitation_table_update (self->unit, before, after, &error));
  gram_invitation_table_get_by_code (self->store, HASH_B, &by_code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (by_code->id, ==, made->id);
  g_assert_cmpstr (by_code->inviter, ==, "Mere Tamihana");
  g_assert_true (gram_invitation_table_get_by_code (self->store, HASH_A, &none, &error));
  g_assert_null (none);
  gram_invitation_table_get_pending (self->store, 1, "aroha@example.org", &pending, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pending->times_sent, ==, 2);

  /* Somebody else read it before that: what they write is refused, whatever it is. */
  after->state = GRAM_INVITATION_REVOKED;
  assert_refused (gram_invitation_table_update (self->unit, before, after, &error), &error);
}

static void
test_invitation_once (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramInvitationRecord) made = invite (self, 1, "aroha@example.org", HASH_A);
  g_autoptr (GramInvitationRecord) before = get_invitation (self, made->id);
  g_autoptr (GramInvitationRecord) after = gram_invitation_record_copy (before);
  g_autoptr (GramInvitationRecord) second = gram_invitation_record_copy (before);
  g_autoptr (GramInvitationRecord) pending = NULL;
  g_autoptr (GramInvitationRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  /* One pending invitation an address, and a code is only ever one. */
  g_set_str (&second->code_hash, HASH_B);
  assert_refused (gram_invitation_table_insert (self->unit, second, &error), &error);
  g_set_str (&second->email, "hana@example.org");
  g_set_str (&second->code_hash, HASH_A);
  assert_refused (gram_invitation_table_insert (self->unit, second, &error), &error);
  g_set_str (&second->code_hash, "short");
  assert_refused (gram_invitation_table_insert (self->unit, second, &error), &error);
  g_set_str (&second->code_hash, HASH_C);
  second->permissions = GRAM_PERMISSION_EDIT;
  assert_refused (gram_invitation_table_insert (self->unit, second, &error), &error);

  after->state = GRAM_INVITATION_USED;
  after->used_by = 1;
  after->decided_at = 150;
  g_assert_true (gram_invitation_table_update (self->unit, before, after, &error));
  g_assert_true (
      gram_invitation_table_get_pending (self->store, 1, "aroha@example.org", &pending, &error));
  g_assert_null (pending);
  /* A used one can be told from one that was used a second time. */
  assert_refused (gram_invitation_table_update (self->unit, before, after, &error), &error);
  again = invite (self, 1, "aroha@example.org", HASH_B);
  g_assert_cmpint (again->id, >, made->id);
}

static void
test_invitation_lists (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramInvitationRecord) first = invite (self, 1, "aroha@example.org", HASH_A);
  g_autoptr (GramInvitationRecord) second = invite (self, 1, "hana@example.org", HASH_B);
  g_autoptr (GramInvitationRecord) third = invite (self, 2, "aroha@example.org", HASH_C);
  g_autoptr (GramInvitationRecord) after = gram_invitation_record_copy (second);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GError) error = NULL;

  after->state = GRAM_INVITATION_REVOKED;
  after->decided_at = 120;
  g_assert_true (gram_invitation_table_update (self->unit, second, after, &error));
  all = gram_invitation_table_list (self->store, 1, 0, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((GramInvitationRecord *)all->pdata[0])->id, ==, first->id);
  one = gram_invitation_table_list (self->store, 1, 1, &error);
  g_assert_cmpuint (one->len, ==, 1);
  pending = gram_invitation_table_list_pending (self->store, 1, &error);
  g_assert_cmpuint (pending->len, ==, 1);
  mine = gram_invitation_table_list_for_email (self->store, "aroha@example.org", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mine->len, ==, 2);
  g_assert_cmpint (((GramInvitationRecord *)mine->pdata[1])->id, ==, third->id);
}

static void
test_handover (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramHandoverRecord) made = gram_handover_record_new ();
  g_autoptr (GramHandoverRecord) before = NULL;
  g_autoptr (GramHandoverRecord) after = NULL;
  g_autoptr (GramHandoverRecord) pending = NULL;
  g_autoptr (GramHandoverRecord) none = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  made->account_id = 1;
  made->to_person = 1;
  made->offered_by = 2;
  made->offered_at = 100;
  made->lapses_at = 200;
  g_assert_true (gram_handover_table_insert (self->unit, made, &error));
  gram_handover_table_get (self->store, made->id, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before->to_name, ==, "Mere Tamihana");
  g_assert_cmpstr (before->to_email, ==, "mere@example.org");
  g_assert_cmpstr (before->by_name, ==, "Tom Okafor");
  g_assert_cmpstr (before->by_email, ==, "tom@example.org");
  g_assert_cmpstr (before->number, ==, "10000008");
  g_assert_cmpint (before->offered_at, ==, 100);
  g_assert_cmpint (before->lapses_at, ==, 200);
  g_assert_cmpint (before->state, ==, GRAM_HANDOVER_PENDING);

  /* One at a time. */
  assert_refused (gram_handover_table_insert (self->unit, made, &error), &error);
  gram_handover_table_get_pending (self->store, 1, &pending, &error);
  g_assert_cmpint (pending->id, ==, before->id);
  mine = gram_handover_table_list_for_person (self->store, 1, &error);
  g_assert_cmpuint (mine->len, ==, 1);

  after = gram_handover_record_copy (before);
  after->state = GRAM_HANDOVER_DECLINED;
  after->decided_at = 150;
  g_assert_true (gram_handover_table_update (self->unit, before, after, &error));
  after->state = GRAM_HANDOVER_ACCEPTED;
  assert_refused (gram_handover_table_update (self->unit, before, after, &error), &error);
  g_assert_true (gram_handover_table_get_pending (self->store, 1, &none, &error));
  g_assert_null (none);
  g_clear_pointer (&mine, g_ptr_array_unref);
  mine = gram_handover_table_list_for_person (self->store, 1, &error);
  g_assert_cmpuint (mine->len, ==, 0);
  all = gram_handover_table_list (self->store, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((GramHandoverRecord *)all->pdata[0])->decided_at, ==, 150);
}

static gint64
request (TableFixture *self, GramAct act, const char *command)
{
  g_autoptr (GramRequestRecord) record = gram_request_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  record->account_id = 1;
  record->act = act;
  record->command = g_strdup (command);
  record->arguments = g_strdup ("{\"reason\":\"no more imports\"}");
  record->prepared_by = 2;
  record->prepared_at = 100;
  record->lapses_at = 200;
  gram_request_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
test_request (TableFixture *self, gconstpointer data)
{
  gint64 first = request (self, GRAM_ACT_CLOSING, "account.request-closing");
  gint64 second = request (self, GRAM_ACT_TRANSFER, "credit.transfer");
  g_autoptr (GramRequestRecord) before = NULL;
  g_autoptr (GramRequestRecord) after = NULL;
  g_autoptr (GramRequestRecord) done = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GError) error = NULL;

  gram_request_table_get (self->store, second, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before->act, ==, GRAM_ACT_TRANSFER);
  g_assert_cmpstr (before->command, ==, "credit.transfer");
  g_assert_cmpstr (before->arguments, ==, "{\"reason\":\"no more imports\"}");
  g_assert_cmpint (before->prepared_at, ==, 100);
  g_assert_cmpint (before->lapses_at, ==, 200);
  g_assert_cmpstr (before->preparer, ==, "Tom Okafor");
  g_assert_cmpstr (before->preparer_email, ==, "tom@example.org");
  g_assert_null (before->decider);
  g_assert_cmpstr (before->number, ==, "10000008");

  after = gram_request_record_copy (before);
  after->state = GRAM_REQUEST_APPROVED;
  after->decided_by = 1;
  after->decided_at = 150;
  g_assert_true (gram_request_table_update (self->unit, before, after, &error));
  g_set_str (&after->reason, "again");
  assert_refused (gram_request_table_update (self->unit, before, after, &error), &error);
  gram_request_table_get (self->store, second, &done, &error);
  g_assert_cmpstr (done->decider, ==, "Mere Tamihana");
  g_assert_cmpstr (done->decider_email, ==, "mere@example.org");
  g_assert_cmpint (done->state, ==, GRAM_REQUEST_APPROVED);
  g_assert_cmpstr (done->reason, ==, "");

  all = gram_request_table_list (self->store, 1, 0, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((GramRequestRecord *)all->pdata[0])->id, ==, first);
  pending = gram_request_table_list_pending (self->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pending->len, ==, 1);
  g_assert_cmpint (((GramRequestRecord *)pending->pdata[0])->id, ==, first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/invitation/update", test_invitation);
  TABLE_TEST ("/store/invitation/once", test_invitation_once);
  TABLE_TEST ("/store/invitation/lists", test_invitation_lists);
  TABLE_TEST ("/store/handover/life", test_handover);
  TABLE_TEST ("/store/request/life", test_request);
  return g_test_run ();
}
