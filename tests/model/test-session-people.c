/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-list.h"
#include "gram-person-list.h"
#include "session-fixture.h"

#define TRADER "['view', 'transfer']"
#define VIEWER "['view']"

/* Who is invited joins, and what they may not do says why. */
static void
test_join (Fixture *self, gconstpointer data)
{
  GramSession *aroha;
  GramPermit permit;

  fixture_open_account (self);
  aroha = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  g_assert_true (gram_session_get_signed_in (aroha));
  g_assert_cmpstr (gram_session_get_person_name (aroha), ==, "Aroha Kingi");
  g_assert_cmpstr (fixture_number (aroha), ==, fixture_number (self->session));
  g_assert_false (gram_account_is_owner (gram_session_get_account (aroha)));
  permit = gram_session_get_permit (aroha, "account.edit");
  g_assert_false (permit.allowed);
  g_assert_nonnull (permit.reason);
  /* A command without an account. */
  g_assert_true (gram_session_get_permit (aroha, "user.change-password").allowed);
  g_assert_true (gram_session_get_permit (aroha, "invitation.accept").allowed);
  g_assert_false (gram_session_get_permit (aroha, "user.create").allowed);
  fixture_close (aroha);
}

static void
test_join_refused (Fixture *self, gconstpointer data)
{
  GramSession *session = fixture_open (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_join_async (session, "aroha@example.org", "0000-0000-0000-0000-0000", "Aroha Kingi",
                           PASSWORD, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_join_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_REFUSED);
  g_assert_no_error (error);
  g_assert_nonnull (refusal);
  g_assert_false (gram_session_get_signed_in (session));
  g_clear_object (&result);
  fixture_close (session);
}

static void
test_use_code (Fixture *self, gconstpointer data)
{
  GramSession *aroha;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *refused = NULL;
  const char *code = NULL;

  fixture_open_account (self);
  aroha = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  gram_session_sign_out (aroha);
  value = fixture_must (self->session, "user.reset-password", "{'person': <'aroha@example.org'>}");
  g_assert_true (g_variant_lookup (value, "code", "&s", &code));
  gram_session_use_code_async (aroha, "aroha@example.org", code, NEW_PASSWORD, NULL,
                               gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_use_code_finish (aroha, result, &refusal, NULL), ==,
                   GRAM_OUTCOME_DONE);
  g_clear_object (&result);
  g_assert_true (gram_session_get_signed_in (aroha));
  g_assert_cmpstr (fixture_number (aroha), ==, fixture_number (self->session));
  gram_session_sign_out (aroha);
  refused = fixture_sign_in (aroha, "aroha@example.org", NEW_PASSWORD);
  g_assert_cmpstr (refused, ==, "");
  fixture_close (aroha);
}

static char *
change_password (GramSession *session, const char *password, const char *new_password)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_change_password_async (session, password, new_password, NULL, gram_test_keep_result,
                                      &result);
  gram_test_wait_result (&result);
  gram_session_change_password_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static void
test_change_password (Fixture *self, gconstpointer data)
{
  GramSession *other = fixture_open (self);
  g_autofree char *wrong = change_password (self->session, "wrong horse battery", NEW_PASSWORD);
  g_autofree char *right = change_password (self->session, PASSWORD, NEW_PASSWORD);
  g_autofree char *old = fixture_sign_in (other, NGAIRE, PASSWORD);
  g_autofree char *now = fixture_sign_in (other, NGAIRE, NEW_PASSWORD);

  g_assert_cmpstr (wrong, ==, "session.password");
  g_assert_cmpstr (right, ==, "");
  g_assert_cmpstr (old, !=, "");
  g_assert_cmpstr (now, ==, "");
  fixture_close (other);
}

static gboolean
may_edit (gpointer data)
{
  return gram_session_get_permit (data, "account.edit").allowed;
}

static gboolean
has_lost (gpointer data)
{
  const Fixture *self = data;

  return self->lost != NULL;
}

/* What one window grants, another one has within a second or two. */
static void
test_permissions_follow (Fixture *self, gconstpointer data)
{
  GramSession *aroha;
  g_autoptr (GVariant) value = NULL;

  fixture_open_account (self);
  aroha = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  g_assert_false (may_edit (aroha));
  value = fixture_must (self->session, "member.set-permissions",
                        "{'account': <'%s'>, 'person': <'aroha@example.org'>, "
                        "'permissions': <['view', 'edit']>}",
                        fixture_number (self->session));
  gram_test_wait_until (may_edit, aroha);
  g_assert_cmpuint (gram_account_get_record (gram_session_get_account (aroha))->permissions, ==,
                    GRAM_PERMISSION_VIEW | GRAM_PERMISSION_EDIT);
  fixture_close (aroha);
}

static void
lost_cb (Fixture *other, const char *sentence)
{
  g_set_str (&other->lost, sentence);
}

/* Whose membership ends is told so, and has no account any more. */
static void
test_membership_removed (Fixture *self, gconstpointer data)
{
  Fixture other = { 0 };
  g_autoptr (GVariant) value = NULL;

  fixture_open_account (self);
  other.session = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  g_signal_connect_swapped (other.session, "account-lost", G_CALLBACK (lost_cb), &other);
  value = fixture_must (self->session, "member.remove",
                        "{'account': <'%s'>, 'person': <'aroha@example.org'>}",
                        fixture_number (self->session));
  gram_test_wait_until (has_lost, &other);
  g_assert_nonnull (strstr (other.lost, "Harbour Street Imports Ltd"));
  g_assert_null (gram_session_get_account (other.session));
  g_assert_cmpuint (g_list_model_get_n_items (gram_session_get_accounts (other.session)), ==, 0);
  g_assert_true (gram_session_get_signed_in (other.session));
  fixture_close (other.session);
  g_free (other.lost);
}

static gboolean
is_no_member (gpointer data)
{
  return gram_account_get_record (gram_session_get_account (data))->permissions == 0;
}

static gboolean
is_officer (gpointer data)
{
  return gram_session_get_person_role (data) == GRAM_ROLE_OFFICER;
}

/* An administrator sees the account also as no member of it; as an officer no more. */
static void
test_role_changed (Fixture *self, gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree char *number = g_strdup (fixture_open_account (self));
  g_autoptr (GVariant) raised = NULL;
  g_autoptr (GVariant) removed = NULL;
  g_autoptr (GVariant) lowered = NULL;

  other.session = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  g_signal_connect_swapped (other.session, "account-lost", G_CALLBACK (lost_cb), &other);
  raised = fixture_must (self->session, "user.set-role",
                         "{'person': <'aroha@example.org'>, 'role': <'administrator'>}");
  removed = fixture_must (self->session, "member.remove",
                          "{'account': <'%s'>, 'person': <'aroha@example.org'>}", number);
  gram_test_wait_until (is_no_member, other.session);
  g_assert_cmpstr (fixture_number (other.session), ==, number);
  g_assert_true (gram_session_get_is_administrator (other.session));
  g_assert_null (other.lost);

  lowered = fixture_must (self->session, "user.set-role",
                          "{'person': <'aroha@example.org'>, 'role': <'officer'>}");
  gram_test_wait_until (is_officer, other.session);
  gram_test_wait_until (has_lost, &other);
  g_assert_null (gram_session_get_account (other.session));
  fixture_close (other.session);
  g_free (other.lost);
}

static void
test_person_removed (Fixture *self, gconstpointer data)
{
  Fixture other = { 0 };
  g_autoptr (GVariant) value = NULL;

  fixture_open_account (self);
  other.session = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  g_signal_connect_swapped (other.session, "person-lost", G_CALLBACK (lost_cb), &other);
  value = fixture_must (self->session, "user.remove", "{'person': <'aroha@example.org'>}");
  gram_test_wait_until (has_lost, &other);
  g_assert_false (gram_session_get_signed_in (other.session));
  g_assert_null (gram_session_get_account (other.session));
  fixture_close (other.session);
  g_free (other.lost);
}

static void
test_questions (Fixture *self, gconstpointer data)
{
  GramSession *aroha;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramRefusal) hidden = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) invitations = NULL;
  g_autoptr (GPtrArray) handovers = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (GPtrArray) wide_rights = NULL;
  g_autoptr (GramForMe) for_me = NULL;
  g_autoptr (GramPersonDetail) person = NULL;
  g_autofree GramPersonCounts *counts = NULL;
  g_autofree GramPersonCounts *none = NULL;
  g_autoptr (GVariant) value = NULL;
  const GramMemberRow *member;

  fixture_open_account (self);
  aroha = fixture_join (self, "aroha@example.org", "Aroha Kingi", TRADER);
  value = fixture_must (self->session, "owner.offer",
                        "{'account': <'%s'>, 'person': <'aroha@example.org'>}",
                        fixture_number (self->session));

  FIXTURE_ASK (members, self->session, members, &refusal);
  g_assert_cmpuint (members->len, ==, 2);
  member = g_ptr_array_index (members, 1);
  g_assert_cmpstr (member->name, ==, "Aroha Kingi");
  g_assert_cmpstr (member->granted_by, ==, "Ngaire Tamahori");
  FIXTURE_ASK (invitations, self->session, invitations, &refusal);
  g_assert_cmpuint (invitations->len, ==, 1);
  FIXTURE_ASK (handovers, self->session, handovers, &refusal);
  g_assert_cmpuint (handovers->len, ==, 1);
  FIXTURE_ASK (requests, self->session, requests, &refusal);
  g_assert_cmpuint (requests->len, ==, 0);
  FIXTURE_ASK (rights, self->session, rights, &refusal, member->person_id, TRUE);
  FIXTURE_ASK (wide_rights, self->session, rights, &refusal, 0, FALSE);
  g_assert_cmpuint (rights->len, >, wide_rights->len);
  g_assert_cmpuint (wide_rights->len, >, 0);
  FIXTURE_ASK (for_me, aroha, for_me, &refusal);
  g_assert_cmpuint (for_me->handovers->len, ==, 1);
  g_assert_cmpuint (for_me->invitations->len, ==, 0);
  FIXTURE_ASK (person, self->session, person_detail, &refusal, member->person_id);
  g_assert_cmpuint (person->accounts->len, ==, 1);
  FIXTURE_ASK (counts, self->session, person_counts, &refusal, "aroha");
  g_assert_cmpint (gram_person_counts_select (counts, 0, GRAM_PERSON_ANY), ==, 1);
  g_assert_null (refusal);

  /* Only the administrator's side counts persons. */
  FIXTURE_ASK (none, aroha, person_counts, &hidden, NULL);
  g_assert_null (none);
  g_assert_nonnull (hidden);
  fixture_close (aroha);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

static void
test_person_list (Fixture *self, gconstpointer data)
{
  const GramPersonQuery everybody = { .order = GRAM_PERSON_ORDER_NAME };
  const GramPersonQuery search = { .search = (char *)"king" };
  g_autoptr (GramPersonList) list = gram_person_list_new (self->session);
  g_autoptr (GramPersonList) closed = NULL;
  g_autoptr (GramPersonItem) item = NULL;
  g_autofree char *name = NULL;
  gboolean active = FALSE;
  gint64 n_accounts = 0;
  GramSession *aroha;

  fixture_open_account (self);
  aroha = fixture_join (self, "aroha@example.org", "Aroha Kingi", VIEWER);
  gram_person_list_set_query (list, &everybody);
  gram_test_wait_until (is_loaded, list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)), ==, 2);
  gram_person_list_set_query (list, &search);
  gram_test_wait_until (is_loaded, list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_object_get (item, "name", &name, "active", &active, "n-accounts", &n_accounts, NULL);
  g_assert_cmpstr (name, ==, "Aroha Kingi");
  g_assert_true (active);
  g_assert_cmpint (n_accounts, ==, 1);
  g_assert_cmpstr (gram_person_item_get_row (item)->email, ==, "aroha@example.org");

  /* A refusal is the list's sentence. */
  closed = gram_person_list_new (aroha);
  gram_person_list_set_query (closed, &everybody);
  gram_test_wait_until (is_loaded, closed);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (closed)), ==, 0);
  g_assert_nonnull (gram_paged_list_get_error_message (GRAM_PAGED_LIST (closed)));
  g_clear_object (&closed);
  fixture_close (aroha);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/session-people/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("join", test_join);
  ADD ("join-refused", test_join_refused);
  ADD ("use-code", test_use_code);
  ADD ("change-password", test_change_password);
  ADD ("permissions-follow", test_permissions_follow);
  ADD ("membership-removed", test_membership_removed);
  ADD ("role-changed", test_role_changed);
  ADD ("person-removed", test_person_removed);
  ADD ("questions", test_questions);
  ADD ("person-list", test_person_list);
#undef ADD

  return g_test_run ();
}
