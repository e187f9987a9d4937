/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-list.h"
#include "session-fixture.h"

#define N_MANY 40

/* Somebody else's account, for a session of the administrator: answers its number. */
static char *
open_for (GramSession *session, const char *kind, const char *holder)
{
  g_autoptr (GVariant) value
      = fixture_must (session, "account.open",
                      "{'kind': <'%s'>, 'holder': <'%s'>, 'contact-name': <'Aroha Kingi'>, "
                      "'contact-email': <'aroha@example.org'>, 'owner': <'aroha@example.org'>}",
                      kind, holder);
  char *number = NULL;

  g_assert_true (g_variant_lookup (value, "account", "s", &number));
  return number;
}

static void
create_aroha (Fixture *self)
{
  g_autoptr (GVariant) value = fixture_must (
      self->session, "user.create",
      "{'email': <'aroha@example.org'>, 'name': <'Aroha Kingi'>, 'password': <'%s'>, "
      "'role': <'officer'>}",
      PASSWORD);

  g_assert_nonnull (value);
}

/* A day so many days from today, ISO. */
static char *
dup_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

static guint
n_accounts (GramSession *session)
{
  return g_list_model_get_n_items (gram_session_get_accounts (session));
}

/* The administrator has no accounts of their own, and goes to others: the last twelve stay in the list. */
static void
test_visits (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *unknown = NULL;
  g_autofree char *mistyped = NULL;

  create_aroha (self);
  for (guint i = 0; i < GRAM_SESSION_VISITS + 2; i++)
    {
      g_autofree char *holder = g_strdup_printf ("Importer %02u Ltd", i);

      g_ptr_array_add (numbers, open_for (self->session, "ccs-used", holder));
    }
  fixture_wait_changed (self);
  g_assert_cmpuint (n_accounts (self->session), ==, 0);
  g_assert_null (gram_session_get_account (self->session));

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *refused = fixture_visit (self->session, g_ptr_array_index (numbers, i));

      g_assert_cmpstr (refused, ==, "");
      g_assert_cmpstr (fixture_number (self->session), ==, g_ptr_array_index (numbers, i));
      g_assert_cmpuint (n_accounts (self->session), ==, MIN (i + 1, GRAM_SESSION_VISITS));
      g_assert_true (gram_session_get_permit (self->session, "account.suspend").allowed);
    }
  /* The first two had to go. */
  g_assert_null (gram_session_find_account (self->session, g_ptr_array_index (numbers, 1)));
  g_assert_nonnull (gram_session_find_account (self->session, g_ptr_array_index (numbers, 2)));

  unknown = fixture_visit (self->session, "99999997");
  g_assert_cmpstr (unknown, ==, "account.unknown");
  mistyped = fixture_visit (self->session, "no number");
  g_assert_cmpstr (mistyped, ==, "account.unknown");
  g_assert_cmpstr (fixture_number (self->session), ==,
                   g_ptr_array_index (numbers, numbers->len - 1));
  g_assert_null (self->lost);
}

/* Somebody else's account is no account to an officer. */
static void
test_visit_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *number = NULL;
  GramSession *stranger;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *in = NULL;
  g_autofree char *refused = NULL;

  create_aroha (self);
  number = open_for (self->session, "ccs-used", "Harbour Street Imports Ltd");
  value = fixture_must (self->session, "user.create",
                        "{'email': <'wiremu@example.org'>, 'name': <'Wiremu Parata'>, "
                        "'password': <'%s'>, 'role': <'officer'>}",
                        PASSWORD);
  stranger = fixture_open (self);
  in = fixture_sign_in (stranger, "wiremu@example.org", PASSWORD);
  g_assert_cmpstr (in, ==, "");
  refused = fixture_visit (stranger, number);
  g_assert_cmpstr (refused, ==, "account.unknown");
  g_assert_cmpuint (n_accounts (stranger), ==, 0);
  fixture_close (stranger);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

static gboolean
has_row (gpointer data)
{
  return !gram_place_get_loading (data);
}

static gboolean
shows_suspended (gpointer data)
{
  guint state = 0;

  g_object_get (data, "state", &state, NULL);
  return state == GRAM_ACCOUNT_SUSPENDED;
}

/* All accounts of the registry, a page at a time; a count leads to exactly the rows counted. */
static void
test_list (Fixture *self, gconstpointer data)
{
  const GramAccountQuery all = { .order = GRAM_ACCOUNT_ORDER_HOLDER };
  const GramAccountQuery suspended = { .states = GRAM_ACCOUNT_SUSPENDED };
  g_autoptr (GramAccountList) list = gram_account_list_new (self->session);
  g_autoptr (GramAccountItem) item = NULL;
  g_autofree GramAccountCounts *counts = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *number = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *until = dup_day (400);
  guint kind = 0;

  create_aroha (self);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Importer %02u Ltd", i);
      g_autofree char *opened = open_for (self->session, i % 2 == 0 ? "ccs-used" : "ccs-new", name);

      g_assert_nonnull (opened);
    }
  gram_account_list_set_query (list, &all);
  gram_test_wait_until (is_loaded, list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)), ==, N_MANY);
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  gram_test_wait_until (has_row, item);
  g_object_get (item, "number", &number, "holder", &holder, "kind", &kind, NULL);
  g_assert_cmpstr (holder, ==, "Importer 03 Ltd");
  g_assert_cmpuint (kind, ==, GRAM_ACCOUNT_CCS_NEW);
  g_assert_cmpstr (gram_account_item_get_row (item)->account->number, ==, number);

  value = fixture_must (self->session, "account.suspend",
                        "{'account': <'%s'>, 'ground': <'conviction'>, 'until': <'%s'>, "
                        "'reason': <'Convicted under section 220'>}",
                        number, until);
  gram_test_wait_until (shows_suspended, item);

  FIXTURE_ASK (counts, self->session, account_counts, &refusal, &all);
  g_assert_null (refusal);
  g_assert_cmpint (gram_account_counts_select (counts, 0, GRAM_ACCOUNT_SUSPENDED), ==, 1);
  g_assert_cmpint (gram_account_counts_select (counts, 1u << GRAM_ACCOUNT_CCS_USED, 0), ==,
                   N_MANY / 2);
  gram_account_list_set_query (list, &suspended);
  gram_test_wait_until (is_loaded, list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)), ==, 1);
}

/* An account with an address, in the directory, with a notice and credits of a year. */
static void
live (Fixture *self)
{
  g_autofree char *remedy_by = dup_day (60);
  g_autofree char *number = g_strdup (fixture_open_account (self));
  g_autoptr (GVariant) edited = NULL;
  g_autoptr (GVariant) listed = NULL;
  g_autoptr (GVariant) noticed = NULL;
  g_autoptr (GVariant) carried = NULL;

  edited = fixture_must (self->session, "account.edit",
                         "{'account': <'%s'>, 'address': <'1 Harbour Street, Auckland'>}", number);
  listed = fixture_must (self->session, "account.set-directory",
                         "{'account': <'%s'>, 'listed': <true>}", number);
  noticed = fixture_must (self->session, "account.give-notice",
                          "{'account': <'%s'>, 'reason': <'Charges are overdue'>, "
                          "'remedy-by': <'%s'>, 'reference': <'L-2026-17'>}",
                          number, remedy_by);
  carried = fixture_must (self->session, "credit.carry-in",
                          "{'account': <'%s'>, 'year': <int64 2025>, 'amount': <'125.50'>, "
                          "'reference': <'S-2025'>}",
                          number);
}

static void
test_detail (Fixture *self, gconstpointer data)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const GramAccountChange *change;

  live (self);
  FIXTURE_ASK (detail, self->session, account_detail, &refusal);
  g_assert_cmpstr (detail->account->holder, ==, "Harbour Street Imports Ltd");
  g_assert_nonnull (detail->suspension);
  g_assert_cmpuint (detail->balances->len, ==, 1);
  gram_session_closing_checklist_of_async (self->session, detail->account->id, NULL,
                                           gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  checklist = gram_session_closing_checklist_finish (self->session, result, &refusal, NULL);
  g_assert_cmpint (checklist->credits, ==, 12550);
  g_assert_cmpuint (detail->effects[0] & ~detail->effects[1], !=, 0);
  g_assert_cmpuint (detail->measures->len, ==, 1);
  g_assert_null (detail->closing);
  g_assert_null (detail->application);
  FIXTURE_ASK (changes, self->session, account_changes, &refusal);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field, ==, "listed");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->new_value, ==, "1 Harbour Street, Auckland");
  g_assert_null (refusal);
}

static void
test_directory (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *holder;
    gboolean yes;
  } rows[] = {
    { "Harbour Street Imports Ltd", TRUE },
    { "harbour street imports ltd", TRUE },
    { "Quayside Cars Ltd", FALSE },
  };
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GPtrArray) directory = NULL;
  g_autoptr (GPtrArray) none = NULL;

  live (self);
  FIXTURE_ASK (directory, self->session, directory, &refusal, "harbour", 10);
  g_assert_cmpuint (directory->len, ==, 1);
  FIXTURE_ASK (none, self->session, directory, &refusal, "quayside", 10);
  g_assert_cmpuint (none->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      gboolean yes = !rows[i].yes;

      gram_session_confirm_holder_async (self->session, fixture_number (self->session),
                                         rows[i].holder, NULL, gram_test_keep_result, &result);
      gram_test_wait_result (&result);
      g_assert_cmpint (gram_session_confirm_holder_finish (self->session, result, &yes, &refusal,
                                                           NULL),
                       ==, GRAM_OUTCOME_DONE);
      g_assert_cmpint (yes, ==, rows[i].yes);
    }
}

static void
test_statement (Fixture *self, gconstpointer data)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramAccountStatement) statement = NULL;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GPtrArray) timeline = NULL;

  live (self);
  FIXTURE_ASK (statement, self->session, statement, &refusal, NULL, NULL, 0);
  g_assert_cmpuint (statement->lines->len, ==, 1);
  FIXTURE_ASK (detail, self->session, account_detail, &refusal);
  FIXTURE_ASK (timeline, self->session, timeline, &refusal, "measure",
               ((GramMeasureRecord *)g_ptr_array_index (detail->measures, 0))->id, 10);
  g_assert_cmpuint (timeline->len, ==, 1);
  g_assert_cmpstr (((GramJournalEntry *)g_ptr_array_index (timeline, 0))->command, ==,
                   "account.give-notice");
  g_assert_null (refusal);
}

static gboolean
is_open (gpointer data)
{
  return gram_account_get_state (gram_session_get_account (data)) == GRAM_ACCOUNT_OPEN;
}

static gboolean
is_suspended (gpointer data)
{
  return gram_account_get_state (gram_session_get_account (data)) == GRAM_ACCOUNT_SUSPENDED;
}

/* When the day changes, what is due is done without anybody's asking: a suspension ends after its last day. */
static void
test_due (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) value = NULL;

  fixture_open_account (self);
  value = fixture_must (self->session, "account.suspend",
                        "{'account': <'%s'>, 'ground': <'conviction'>, 'until': <'2026-03-31'>, "
                        "'reason': <'Convicted under section 220'>}",
                        fixture_number (self->session));
  gram_test_wait_until (is_suspended, self->session);
  gram_session_set_today (self->session, "2026-04-01");
  gram_test_wait_until (is_open, self->session);
}

/* The same in a session that was opened later; the other one hears of it. */
static void
test_due_elsewhere (Fixture *self, gconstpointer data)
{
  GramSession *later;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *in = NULL;

  fixture_open_account (self);
  value = fixture_must (self->session, "account.suspend",
                        "{'account': <'%s'>, 'ground': <'conviction'>, 'until': <'2026-03-31'>, "
                        "'reason': <'Convicted under section 220'>}",
                        fixture_number (self->session));
  gram_test_wait_until (is_suspended, self->session);
  later = fixture_open (self);
  gram_session_set_today (later, "2026-04-01");
  in = fixture_sign_in (later, NGAIRE, NULL);
  g_assert_cmpstr (in, ==, "");
  gram_test_wait_until (is_open, later);
  gram_test_wait_until (is_open, self->session);
  fixture_close (later);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func, kind)                                                                      \
  g_test_add ("/session-accounts/" name, Fixture, FIXTURE_KIND (kind), fixture_set_up, func,       \
              fixture_tear_down)
  ADD ("visits", test_visits, GRAM_REGISTRY_ADMINISTRATOR);
  ADD ("visit-refused", test_visit_refused, GRAM_REGISTRY_ADMINISTRATOR);
  ADD ("list", test_list, GRAM_REGISTRY_ADMINISTRATOR);
  ADD ("detail", test_detail, GRAM_REGISTRY_OWN);
  ADD ("directory", test_directory, GRAM_REGISTRY_OWN);
  ADD ("statement", test_statement, GRAM_REGISTRY_OWN);
  ADD ("due", test_due, GRAM_REGISTRY_PRACTICE);
  ADD ("due-elsewhere", test_due_elsewhere, GRAM_REGISTRY_PRACTICE);
#undef ADD

  return g_test_run ();
}
