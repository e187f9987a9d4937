/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"
#include "session-fixture.h"

#define REGISTER                                                                                   \
  "VIN,Make,Model,Type,Tare weight,CO2,Registered\n"                                               \
  "JTDKN36U405000001,TOYOTA,PRIUS,A,1380,89.5,2026-02-01\n"                                        \
  "JTDKN36U405000002,TOYOTA,AQUA,A,1080,78.1,2026-02-02\n"                                         \
  "JTDKN36U405000003,TOYOTA,HIACE,B,1900,,2026-02-03\n"

#define N_MANY 30000

static GramOutcome
perform (GramSession *session,
         const char *command,
         GVariant *arguments,
         GVariant **value,
         GramRefusal **refusal)
{
  g_autoptr (GVariant) owned = g_variant_take_ref (arguments);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_perform_async (session, command, owned, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  outcome = gram_session_perform_finish (session, result, value, refusal, &error);
  g_assert_no_error (error);
  return outcome;
}

static GVariant *
arguments_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant *arguments = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);

  g_assert_no_error (error);
  return arguments;
}

static GVariant *
import_arguments (Fixture *self, const char *path)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "account", "s",
                         gram_account_get_number (gram_session_get_account (self->session)));
  g_variant_dict_insert (&dict, "file", "s", path);
  g_variant_dict_insert (
      &dict, "mapping", "s",
      "{\"fields\": {\"vin\": \"VIN\", \"make\": \"Make\", \"model\": \"Model\", "
      "\"type\": \"Type\", \"mass_kg\": \"Tare weight\", \"co2_g_km\": \"CO2\", "
      "\"registered_on\": \"Registered\"}}");
  g_variant_dict_insert (&dict, "status", "s", "ready");
  return g_variant_dict_end (&dict);
}

static void
bring_in (Fixture *self, const char *content)
{
  g_autofree char *path = gram_test_dir_write (self->dir, "register.csv", content);
  g_autoptr (GramRefusal) refusal = NULL;

  perform (self->session, "vehicle.import", import_arguments (self, path), NULL, &refusal);
  g_assert_cmpstr (refusal != NULL ? refusal->message : NULL, ==, NULL);
  fixture_wait_changed (self);
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_cmpstr (gram_session_get_title (self->session), ==, "Harbour Street Imports Ltd");
  g_assert_cmpint (gram_session_get_kind (self->session), ==, GRAM_REGISTRY_OWN);
  g_assert_true (gram_session_get_signed_in (self->session));
  g_assert_true (gram_session_get_is_administrator (self->session));
  g_assert_cmpstr (gram_session_get_person_name (self->session), ==, "Ngaire Tamahori");
  g_assert_null (gram_session_get_practice_today (self->session));
  g_assert_null (gram_session_get_account (self->session));
  g_assert_false (gram_session_get_busy (self->session));

  /* The file is there already. */
  g_assert_null (fixture_create (self, PASSWORD, &refusal, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_EXISTS);
  g_assert_null (refusal);
}

static void
test_create_refused (void)
{
  Fixture self = { .dir = gram_test_dir_new () };
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  self.path = gram_test_dir_file (self.dir, "weak.gram");
  g_assert_null (fixture_create (&self, "short", &refusal, &error));
  g_assert_no_error (error);
  g_assert_nonnull (refusal);
  g_assert_false (g_file_test (self.path, G_FILE_TEST_EXISTS));
  g_free (self.path);
  gram_test_dir_free (self.dir);
}

static void
test_open_nothing (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_open_async ("/nowhere/registry.gram", NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_null (gram_session_open_finish (result, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NOT_FOUND);
}

static void
test_sign_in (Fixture *self, gconstpointer data)
{
  GramSession *session;
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;

  fixture_open_account (self);
  session = fixture_open (self);
  g_assert_false (gram_session_get_signed_in (session));

  wrong = fixture_sign_in (session, NGAIRE, "wrong horse battery");
  g_assert_cmpstr (wrong, !=, "");
  g_assert_false (gram_session_get_signed_in (session));

  right = fixture_sign_in (session, NGAIRE, PASSWORD);
  g_assert_cmpstr (right, ==, "");
  g_assert_true (gram_session_get_signed_in (session));
  g_assert_cmpuint (g_list_model_get_n_items (gram_session_get_accounts (session)), ==, 1);
  g_assert_nonnull (gram_session_get_account (session));
  g_assert_true (gram_session_get_permit (session, "vehicle.accept").allowed);
  /* The first time was when the registry was made; since then somebody tried in vain once. */
  g_assert_cmpint (gram_session_get_previous_sign_in (session), >, 0);
  g_assert_cmpuint (gram_session_get_failed_tries (session), ==, 1);

  gram_session_sign_out (session);
  g_assert_null (gram_session_get_account (session));
  g_assert_false (gram_session_get_permit (session, "vehicle.accept").allowed);
  g_assert_cmpuint (gram_session_get_failed_tries (session), ==, 0);
  fixture_close (session);
}

static void
test_account (Fixture *self, gconstpointer data)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GramAccount *account;

  fixture_open_account (self);
  account = gram_session_get_account (self->session);
  g_assert_nonnull (account);
  g_assert_true (gram_session_find_account (self->session, gram_account_get_number (account))
                 == account);
  g_assert_true (gram_account_is_owner (account));

  g_assert_cmpint (perform (self->session, "account.edit",
                            arguments_of ("{'account': <'00000000'>, 'holder': <'X'>}"), NULL,
                            &refusal),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_nonnull (refusal);
}

/* Both cars that are complete are accepted, the third waits for its CO₂ value. */
static void
test_accept (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) weighing = NULL;
  g_autoptr (GAsyncResult) asking = NULL;
  g_autofree GramChoice *choice = NULL;
  g_autoptr (GramOverview) overview = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *text = NULL;
  GramVehicleQuery query = { 0 };
  gint64 accepted = 0;

  fixture_open_account (self);
  bring_in (self, REGISTER);
  query.account_id = gram_account_get_id (gram_session_get_account (self->session));
  gram_session_weigh_async (self->session, &query, NULL, NULL, gram_test_keep_result, &weighing);
  gram_test_wait_result (&weighing);
  choice = gram_session_weigh_finish (self->session, weighing, &refusal, NULL);
  g_assert_nonnull (choice);
  g_assert_cmpint (choice->all.records, ==, 3);
  g_assert_cmpint (choice->acceptable.records, ==, 2);
  g_assert_cmpint (choice->acceptable.co2_sum, ==, 167600000);
  g_assert_cmpint (choice->incomplete, ==, 1);

  text = g_strdup_printf ("{'account': <'%s'>, 'filter': <{'search': <''>}>}",
                          gram_account_get_number (gram_session_get_account (self->session)));
  g_assert_cmpint (perform (self->session, "vehicle.accept", arguments_of (text), &value, &refusal),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_true (g_variant_lookup (value, "accepted", "x", &accepted));
  g_assert_cmpint (accepted, ==, 2);
  fixture_wait_changed (self);

  gram_session_overview_async (self->session, NULL, gram_test_keep_result, &asking);
  gram_test_wait_result (&asking);
  overview = gram_session_overview_finish (self->session, asking, &refusal, NULL);
  g_assert_nonnull (overview);
  g_assert_cmpint (overview->counts[GRAM_VEHICLE_ACCEPTED][GRAM_ATTENTION_NONE], ==, 2);
  g_assert_cmpint (overview->counts[GRAM_VEHICLE_READY][GRAM_ATTENTION_INCOMPLETE], ==, 1);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

static gboolean
is_accepted (gpointer data)
{
  const GramVehicleRecord *record = gram_vehicle_item_get_record (data);

  return record != NULL && record->status == GRAM_VEHICLE_ACCEPTED;
}

/* What is accepted shows in the list that is open. */
static void
test_list_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleList) list = NULL;
  g_autoptr (GramVehicleItem) item = NULL;
  g_autofree char *text = NULL;
  GramVehicleQuery query = { .order = GRAM_VEHICLE_ORDER_LABEL };

  fixture_open_account (self);
  bring_in (self, REGISTER);
  query.account_id = gram_account_get_id (gram_session_get_account (self->session));
  list = gram_vehicle_list_new (self->session);
  gram_vehicle_list_set_query (list, &query);
  gram_test_wait_until (is_loaded, list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)), ==, 3);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (gram_vehicle_item_get_record (item)->vin, ==, "JTDKN36U405000001");

  text = g_strdup_printf ("{'account': <'%s'>, 'vehicles': <[int64 %" G_GINT64_FORMAT "]>}",
                          gram_account_get_number (gram_session_get_account (self->session)),
                          gram_place_get_id (GRAM_PLACE (item)));
  perform (self->session, "vehicle.accept", arguments_of (text), NULL, NULL);
  gram_test_wait_until (is_accepted, item);
}

static void
test_vehicle (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) asking = NULL;
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (GramVehicleFile) file = NULL;
  g_autoptr (GramVehicleFile) none = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramRefusal) unknown = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open_account (self);
  bring_in (self, REGISTER);
  gram_session_vehicle_async (self->session, 3, NULL, gram_test_keep_result, &asking);
  gram_test_wait_result (&asking);
  file = gram_session_vehicle_finish (self->session, asking, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);
  g_assert_cmpstr (file->record->model, ==, "HIACE");
  g_assert_cmpuint (file->missing->len, ==, 1);
  g_assert_nonnull (file->standing);
  g_assert_false (file->standing->now.known);
  g_assert_nonnull (file->standing->now.refusal);
  g_assert_null (file->charge);

  gram_session_vehicle_async (self->session, 4711, NULL, gram_test_keep_result, &missing);
  gram_test_wait_result (&missing);
  none = gram_session_vehicle_finish (self->session, missing, &unknown, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_nonnull (unknown);
}

static void
test_dry_run (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramImportReport) report = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open_account (self);
  path = gram_test_dir_write (self->dir, "register.csv", REGISTER);
  gram_session_import_dry_run_async (self->session, import_arguments (self, path), NULL, NULL, NULL,
                                     gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  report = gram_session_import_dry_run_finish (self->session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->message : NULL, ==, NULL);
  g_assert_cmpint (report->rows_new, ==, 3);
  g_assert_cmpint (report->rows_rejected, ==, 0);
}

/* Another process commits: the window notices. */
static void
test_other_process (Fixture *self, gconstpointer data)
{
  GramSession *other;
  g_autofree char *refused = NULL;
  g_autoptr (GVariant) value = NULL;

  fixture_open_account (self);
  other = fixture_open (self);
  refused = fixture_sign_in (other, NGAIRE, PASSWORD);
  g_assert_cmpstr (refused, ==, "");
  self->n_changed = 0;
  value
      = fixture_must (other, "account.edit", "{'account': <'%s'>, 'holder': <'Quayside Cars Ltd'>}",
                      fixture_number (other));
  fixture_wait_changed (self);
  g_assert_cmpstr (gram_account_get_holder (gram_session_get_account (self->session)), ==,
                   "Quayside Cars Ltd");
  fixture_close (other);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  guint *told = user_data;

  g_assert_cmpint (done, <=, total);
  (*told)++;
}

static void
test_registry (Fixture *self, gconstpointer data)
{
  const GramJournalQuery everything = { 0 };
  const GramJournalQuery edits
      = { .commands = (char *[]){ (char *)"account.edit", NULL }, .text = (char *)"quayside" };
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) edited = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GPtrArray) rulebooks = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GAsyncResult) choosing = NULL;
  const GramJournalEntry *entry;

  fixture_open_account (self);
  FIXTURE_ASK (entries, self->session, journal_page, &refusal, &everything, 0, 10);
  g_assert_cmpuint (entries->len, >=, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->command, ==, "account.open");
  g_assert_cmpstr (entry->person, ==, "Ngaire Tamahori");

  value = fixture_must (self->session, "account.edit",
                        "{'account': <'%s'>, 'holder': <'Quayside Cars Ltd'>}",
                        fixture_number (self->session));
  FIXTURE_ASK (edited, self->session, journal_page, &refusal, &edits, 0, 10);
  g_assert_cmpuint (edited->len, ==, 1);
  FIXTURE_ASK (persons, self->session, journal_persons, &refusal, 0);
  g_assert_cmpuint (persons->len, ==, 1);

  /* Who is there is told in a practice registry only. */
  gram_session_list_choices_async (self->session, NULL, gram_test_keep_result, &choosing);
  gram_test_wait_result (&choosing);
  choices = gram_session_list_choices_finish (self->session, choosing, NULL);
  g_assert_cmpuint (choices->len, ==, 0);
  FIXTURE_ASK (rulebooks, self->session, rulebooks, &refusal);
  g_assert_cmpuint (rulebooks->len, >=, 2);
  g_assert_cmpstr (((GramRulebookRecord *)g_ptr_array_index (rulebooks, 0))->content, !=, "");
  g_assert_null (refusal);
}

static void
test_verify (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) whole = NULL;
  g_autoptr (GAsyncResult) part = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) content = g_string_new ("VIN,Make,Model,Type,Tare weight,CO2,Registered\n");
  guint told = 0;

  /* Enough for news on the way. */
  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (content, "JTDKN36U4%08u,TOYOTA,PRIUS,A,1380,89.5,2026-02-01\n", i);
  fixture_open_account (self);
  bring_in (self, content->str);
  gram_session_verify_async (self->session, progress_cb, &told, NULL, gram_test_keep_result,
                             &whole);
  gram_test_wait_result (&whole);
  report = gram_session_verify_finish (self->session, whole, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->findings->len, ==, 0);
  g_assert_cmpint (report->vehicles, ==, N_MANY);
  g_assert_cmpuint (told, >, 0);

  g_cancellable_cancel (cancellable);
  gram_session_verify_async (self->session, NULL, NULL, cancellable, gram_test_keep_result, &part);
  gram_test_wait_result (&part);
  g_assert_null (gram_session_verify_finish (self->session, part, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An answer that was on its way when the question was called off is none. */
static void
test_called_off (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open_account (self);
  gram_session_overview_async (self->session, cancellable, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_cancellable_cancel (cancellable);
  g_assert_null (gram_session_overview_finish (self->session, result, &refusal, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (refusal);
}

/* Closing in the midst of everything answers what was asked, and leaks nothing. */
static void
test_close_while_asking (Fixture *self, gconstpointer data)
{
  GAsyncResult *results[5] = { NULL };

  fixture_open_account (self);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    gram_session_overview_async (self->session, NULL, gram_test_keep_result, &results[i]);
  gram_session_close (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramOverview) overview = NULL;

      gram_test_wait_result (&results[i]);
      overview = gram_session_overview_finish (self->session, results[i], &refusal, &error);
      g_assert_true (overview != NULL || error != NULL);
      g_clear_object (&results[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/session/create-refused", test_create_refused);
  g_test_add_func ("/session/open-nothing", test_open_nothing);
#define ADD(name, func)                                                                            \
  g_test_add ("/session/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("create", test_create);
  ADD ("sign-in", test_sign_in);
  ADD ("account", test_account);
  ADD ("accept", test_accept);
  ADD ("list-follows", test_list_follows);
  ADD ("vehicle", test_vehicle);
  ADD ("dry-run", test_dry_run);
  ADD ("other-process", test_other_process);
  ADD ("registry", test_registry);
  ADD ("verify", test_verify);
  ADD ("called-off", test_called_off);
  ADD ("close-while-asking", test_close_while_asking);
#undef ADD

  return g_test_run ();
}
