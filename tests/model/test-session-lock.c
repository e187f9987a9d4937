/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"
#include "session-fixture.h"

static char *
unlock (GramSession *session, const char *password)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_unlock_async (session, password, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  outcome = gram_session_unlock_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static void
test_lock (Fixture *self, gconstpointer data)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramOverview) overview = NULL;
  g_autoptr (GramOverview) later = NULL;
  g_autofree char *text = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;

  fixture_open_account (self);
  gram_session_lock (self->session);
  g_assert_true (gram_session_get_locked (self->session));
  g_assert_false (gram_session_get_permit (self->session, "account.edit").allowed);
  g_assert_nonnull (gram_session_get_permit (self->session, "account.edit").reason);

  FIXTURE_ASK (overview, self->session, overview, &refusal);
  g_assert_null (overview);
  g_assert_cmpstr (refusal->id, ==, "session.locked");
  text = g_strdup_printf ("{'account': <'%s'>, 'holder': <'Quayside Cars Ltd'>}",
                          fixture_number (self->session));
  refused = fixture_do (self->session, "account.edit", NULL, text);
  g_assert_cmpstr (refused, ==, "session.locked");
  g_assert_false (gram_session_get_busy (self->session));

  wrong = unlock (self->session, "wrong horse battery");
  g_assert_cmpstr (wrong, ==, "session.password");
  g_assert_true (gram_session_get_locked (self->session));
  right = unlock (self->session, PASSWORD);
  g_assert_cmpstr (right, ==, "");
  g_assert_false (gram_session_get_locked (self->session));
  g_assert_true (gram_session_get_permit (self->session, "account.edit").allowed);
  g_clear_pointer (&refusal, gram_refusal_free);
  FIXTURE_ASK (later, self->session, overview, &refusal);
  g_assert_nonnull (later);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

/* What others do meanwhile is told when it is unlocked, and then at once. */
static void
test_silent (Fixture *self, gconstpointer data)
{
  GramSession *other;
  g_autoptr (GramVehicleList) list = NULL;
  GramVehicleQuery query = { .order = GRAM_VEHICLE_ORDER_LABEL };
  g_autoptr (GVariant) value = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *right = NULL;

  fixture_open_account (self);
  list = gram_vehicle_list_new (self->session);
  query.account_id = gram_account_get_id (gram_session_get_account (self->session));
  other = fixture_open (self);
  refused = fixture_sign_in (other, NGAIRE, PASSWORD);
  fixture_wait_changed (self);
  gram_session_lock (self->session);
  gram_vehicle_list_set_query (list, &query);
  g_assert_true (is_loaded (list));
  value
      = fixture_must (other, "account.edit", "{'account': <'%s'>, 'holder': <'Quayside Cars Ltd'>}",
                      fixture_number (other));
  self->n_changed = 0;
  for (gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    {
      gram_test_settle ();
      g_usleep (10000);
    }
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpstr (gram_account_get_holder (gram_session_get_account (self->session)), ==,
                   "Harbour Street Imports Ltd");

  right = unlock (self->session, PASSWORD);
  g_assert_cmpstr (right, ==, "");
  g_assert_cmpstr (gram_account_get_holder (gram_session_get_account (self->session)), ==,
                   "Quayside Cars Ltd");
  fixture_wait_changed (self);
  gram_test_wait_until (is_loaded, list);
  g_assert_null (gram_paged_list_get_error_message (GRAM_PAGED_LIST (list)));
  fixture_close (other);
}

/* Somebody else signs out and in instead. */
static void
test_sign_out_unlocks (Fixture *self, gconstpointer data)
{
  gram_session_lock (self->session);
  gram_session_sign_out (self->session);
  g_assert_false (gram_session_get_locked (self->session));
  gram_session_lock (self->session);
  g_assert_false (gram_session_get_locked (self->session));
}

static void
test_practice (Fixture *self, gconstpointer data)
{
  g_autofree char *unlocked = NULL;

  gram_session_lock (self->session);
  unlocked = unlock (self->session, NULL);
  g_assert_cmpstr (unlocked, ==, "");
  g_assert_false (gram_session_get_locked (self->session));
}

static GramSession *
open_beside (GramSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *beside;

  gram_session_open_beside_async (session, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  beside = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  return beside;
}

static gboolean
is_renamed (gpointer data)
{
  return g_str_equal (gram_account_get_holder (gram_session_get_account (data)),
                      "Quayside Cars Ltd");
}

/* Two windows side by side: one person, two current accounts; each hears of the other. */
static void
test_beside (Fixture *self, gconstpointer data)
{
  g_autofree char *first = g_strdup (fixture_open_account (self));
  g_autoptr (GVariant) opened
      = fixture_must (self->session, "account.open",
                      "{'kind': <'ccs-new'>, 'holder': <'Quay Motors Ltd'>, 'contact-name': "
                      "<'Ngaire Tamahori'>, 'contact-email': <'" NGAIRE "'>}");
  GramSession *beside;
  g_autoptr (GVariant) edited = NULL;
  g_autofree char *second = NULL;
  g_autofree char *visited = NULL;

  g_assert_true (g_variant_lookup (opened, "account", "s", &second));
  fixture_wait_changed (self);
  beside = open_beside (self->session);
  g_assert_true (gram_session_get_signed_in (beside));
  g_assert_cmpstr (gram_session_get_person_email (beside), ==, NGAIRE);
  g_assert_cmpstr (fixture_number (beside), ==, first);
  g_assert_true (gram_session_get_permit (beside, "account.edit").allowed);

  visited = fixture_visit (beside, second);
  g_assert_cmpstr (visited, ==, "");
  g_assert_cmpstr (fixture_number (beside), ==, second);
  g_assert_cmpstr (fixture_number (self->session), ==, first);

  edited = fixture_must (beside, "account.edit",
                         "{'account': <'%s'>, 'holder': <'Quayside Cars Ltd'>}", first);
  gram_test_wait_until (is_renamed, self->session);

  gram_session_sign_out (beside);
  g_assert_true (gram_session_get_signed_in (self->session));
  fixture_close (beside);
}

/* A window beside a locked one is locked as well. */
static void
test_beside_locked (Fixture *self, gconstpointer data)
{
  GramSession *beside;
  g_autofree char *right = NULL;

  fixture_open_account (self);
  gram_session_lock (self->session);
  beside = open_beside (self->session);
  g_assert_true (gram_session_get_locked (beside));
  g_assert_null (gram_session_get_account (beside));
  g_assert_cmpint (gram_session_get_kind (beside), ==, GRAM_REGISTRY_OWN);
  right = unlock (beside, PASSWORD);
  g_assert_cmpstr (right, ==, "");
  g_assert_cmpstr (fixture_number (beside), ==, fixture_number (self->session));
  g_assert_true (gram_session_get_locked (self->session));
  fixture_close (beside);
}

/* Closing in the midst of everything answers what was asked; whoever opens beside gets a session of their own. */
static void
test_close (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) visiting = NULL;
  g_autoptr (GAsyncResult) unlocking = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GAsyncResult) opening = NULL;
  g_autofree char *number = g_strdup (fixture_open_account (self));
  g_autoptr (GramRefusal) refusal = NULL;
  GramSession *beside;

  gram_session_visit_async (self->session, number, NULL, gram_test_keep_result, &visiting);
  gram_session_lock (self->session);
  gram_session_unlock_async (self->session, PASSWORD, NULL, gram_test_keep_result, &unlocking);
  gram_session_sign_in_async (self->session, NGAIRE, PASSWORD, NULL, gram_test_keep_result,
                              &signing);
  gram_session_open_beside_async (self->session, NULL, gram_test_keep_result, &opening);
  gram_session_close (self->session);

  gram_test_wait_result (&visiting);
  g_assert_cmpint (gram_session_visit_finish (self->session, visiting, &refusal, NULL), !=,
                   GRAM_OUTCOME_DONE);
  gram_test_wait_result (&unlocking);
  gram_session_unlock_finish (self->session, unlocking, NULL, NULL);
  gram_test_wait_result (&signing);
  gram_session_sign_in_finish (self->session, signing, NULL, NULL);
  gram_test_wait_result (&opening);
  beside = gram_session_open_finish (opening, NULL);
  g_assert_nonnull (beside);
  g_assert_true (gram_session_get_locked (beside));
  g_clear_object (&opening);
  fixture_close (beside);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramOutcome *outcome = user_data;

  *outcome = gram_session_perform_finish (GRAM_SESSION (source), result, NULL, NULL, NULL);
}

/* A window that goes: what it sent is done, and nobody waits for it. */
static void
test_close_async (Fixture *self, gconstpointer data)
{
  g_autofree char *number = g_strdup (fixture_open_account (self));
  g_autoptr (GAsyncResult) closing = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  GramOutcome outcome = GRAM_OUTCOME_FAILED;
  GramSession *later;
  g_autofree char *in = NULL;

  gram_session_perform_async (self->session, "account.edit",
                              g_variant_new_parsed ("{'account': <%s>, 'holder': <%s>}", number,
                                                    "Quayside Cars Ltd"),
                              NULL, NULL, NULL, renamed_cb, &outcome);
  gram_session_close_async (self->session, gram_test_keep_result, &closing);
  g_assert_false (gram_session_get_signed_in (self->session));
  g_assert_null (gram_session_get_reader (self->session));
  gram_test_wait_result (&closing);
  gram_session_close_finish (self->session, closing);
  gram_test_settle ();
  g_assert_cmpint (outcome, ==, GRAM_OUTCOME_DONE);

  /* Closed is closed. */
  gram_session_close_async (self->session, gram_test_keep_result, &again);
  gram_test_wait_result (&again);
  gram_session_close_finish (self->session, again);

  later = fixture_open (self);
  in = fixture_sign_in (later, NGAIRE, PASSWORD);
  g_assert_cmpstr (in, ==, "");
  g_assert_true (is_renamed (later));
  fixture_close (later);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func, kind)                                                                      \
  g_test_add ("/session-lock/" name, Fixture, FIXTURE_KIND (kind), fixture_set_up, func,           \
              fixture_tear_down)
  ADD ("lock", test_lock, GRAM_REGISTRY_OWN);
  ADD ("silent", test_silent, GRAM_REGISTRY_OWN);
  ADD ("sign-out-unlocks", test_sign_out_unlocks, GRAM_REGISTRY_OWN);
  ADD ("practice", test_practice, GRAM_REGISTRY_PRACTICE);
  ADD ("beside", test_beside, GRAM_REGISTRY_OWN);
  ADD ("beside-locked", test_beside_locked, GRAM_REGISTRY_OWN);
  ADD ("close", test_close, GRAM_REGISTRY_OWN);
  ADD ("close-async", test_close_async, GRAM_REGISTRY_OWN);
#undef ADD

  return g_test_run ();
}
