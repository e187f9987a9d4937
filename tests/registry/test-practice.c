/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-due.h"
#include "gram-practice.h"
#include "gram-queries-payment-notices.h"
#include "gram-queries-trades.h"
#include "gram-queries-years.h"
#include "gram-queries-accounts.h"
#include "gram-queries-cases.h"
#include "gram-queries-credits.h"
#include "gram-queries-dashboard.h"
#include "gram-queries-fleet.h"
#include "gram-queries-inbox.h"
#include "gram-queries-people.h"

static GramRegistry *
make (GramTestDir *dir, const char *name)
{
  g_autofree char *path = gram_test_dir_file (dir, name);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramRegistry *registry = gram_practice_create (path, NULL, NULL, NULL, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (registry);
  return registry;
}

static GramActor *
sign_in (GramRegistry *registry, const char *email)
{
  GramActor *actor = NULL;

  g_assert_cmpint (gram_registry_sign_in (registry, email, NULL, &actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  return actor;
}

/* All of a registry's vehicles as a text. */
static char *
digest (GramRegistry *registry, const GPtrArray *accounts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < accounts->len; i++)
    {
      GramVehicleQuery query = { .account_id = ((const GramAccountRecord *)accounts->pdata[i])->id,
                                 .order = GRAM_VEHICLE_ORDER_LABEL };
      GramStore *store = gram_registry_get_store (registry);
      g_autoptr (GArray) ids = gram_vehicle_table_ids (store, &query, 0, NULL);

      for (guint at = 0; at < ids->len; at += 1000)
        {
          g_autoptr (GPtrArray) vehicles
              = gram_vehicle_table_page (store, &g_array_index (ids, gint64, at),
                                         MIN (1000, ids->len - at), NULL);

          for (guint v = 0; v < vehicles->len; v++)
            {
              const GramVehicleRecord *vehicle = vehicles->pdata[v];
              g_autofree char *line
                  = g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT " %d %d %d %s\n", vehicle->label,
                                     vehicle->make, vehicle->model, vehicle->co2_micro,
                                     vehicle->status, vehicle->attention,
                                     vehicle->accepted_automatically, vehicle->registered_on);

              g_checksum_update (checksum, (const guchar *)line, -1);
            }
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
check_account (GramRegistry *registry, GramActor *actor, const GramAccountRecord *account)
{
  g_autoptr (GramOverview) overview
      = gram_registry_overview (registry, actor, account->id, NULL, NULL);

  g_assert_nonnull (overview);
  g_assert_cmpstr (overview->today, ==, "2026-11-16");
  /* Two are there for what can happen to an account; see test_life(). */
  if (account->state != GRAM_ACCOUNT_OPEN)
    return;
  /* Two are there for the pool; see test_year(). */
  if (g_str_has_prefix (account->holder, "Malvern") || g_str_has_prefix (account->holder, "Solent"))
    return;
  /* One is there for Fleet Average; see test_money(). */
  if (g_str_has_prefix (account->holder, "Tasman"))
    return;
  /* Something in every state, incomplete ones too. */
  for (int status = GRAM_VEHICLE_ENTERED; status <= GRAM_VEHICLE_ACCEPTED; status++)
    g_assert_cmpint (overview->counts[status][GRAM_ATTENTION_NONE], >, 100);
  g_assert_cmpint (overview->counts[GRAM_VEHICLE_READY][GRAM_ATTENTION_INCOMPLETE], >, 10);
  g_assert_cmpint (overview->accepted.records, >, overview->waiting.records);
  g_assert_cmpint (overview->oldest_ready_at, >, 0);
}

static void
test_made (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GramRegistry) registry = make (dir, "one.gram");
  g_autoptr (GramRegistry) other = make (dir, "two.gram");
  g_autoptr (GramActor) administrator = sign_in (registry, GRAM_PRACTICE_ADMINISTRATOR);
  g_autoptr (GPtrArray) accounts = gram_registry_list_accounts (registry, administrator, NULL);
  g_autoptr (GPtrArray) persons = gram_person_table_list (gram_registry_get_store (registry), NULL);
  g_autoptr (GramVerifyReport) report
      = gram_verify (gram_registry_get_store (registry), NULL, NULL);
  g_autofree char *one = digest (registry, accounts);
  g_autofree char *two = digest (other, accounts);
  guint kinds = 0;

  g_assert_cmpint (gram_registry_get_kind (registry), ==, GRAM_REGISTRY_PRACTICE);
  g_assert_cmpuint (accounts->len, ==, 9);
  g_assert_cmpuint (persons->len, ==, 11);
  g_assert_cmpint (report->vehicles, ==, 20229);
  g_assert_cmpuint (report->findings->len, ==, 0);
  for (guint i = 0; i < accounts->len; i++)
    {
      check_account (registry, administrator, accounts->pdata[i]);
      kinds |= 1u << ((const GramAccountRecord *)accounts->pdata[i])->kind;
    }
  g_assert_cmpuint (kinds, ==,
                    1u << GRAM_ACCOUNT_CCS_USED | 1u << GRAM_ACCOUNT_CCS_NEW
                        | 1u << GRAM_ACCOUNT_CCTS);
  /* The same each time. */
  g_assert_cmpstr (one, ==, two);
}

static GramAccountDetail *
detail_of (GramRegistry *registry, GramActor *actor, const char *search)
{
  GramAccountQuery query = { .search = (char *)search };
  g_autoptr (GArray) ids = gram_registry_account_ids (registry, actor, &query, 0, NULL, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return gram_registry_account_detail (registry, actor, g_array_index (ids, gint64, 0), NULL, NULL);
}

static guint
count_role (const GPtrArray *balances, const char *role)
{
  guint n = 0;

  for (guint i = 0; i < balances->len; i++)
    n += g_str_equal (((const GramBalance *)balances->pdata[i])->role, role);
  return n;
}

/* Each thing that can happen to an account has happened to one. */
static void
test_life (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GramRegistry) registry = make (dir, "life.gram");
  g_autoptr (GramActor) actor = sign_in (registry, GRAM_PRACTICE_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) kauri = detail_of (registry, actor, "kauri");
  g_autoptr (GramAccountDetail) port = detail_of (registry, actor, "old port");
  g_autoptr (GramAccountDetail) southern = detail_of (registry, actor, "southern");
  g_autoptr (GramAccountDetail) wessex = detail_of (registry, actor, "wessex");
  g_autoptr (GramAccountDetail) harbour = detail_of (registry, actor, "harbour");
  g_autoptr (GPtrArray) directory = gram_registry_directory (registry, actor, NULL, 0, NULL, NULL);
  g_autoptr (GPtrArray) invitations
      = gram_registry_invitations (registry, actor, wessex->account->id, NULL, NULL);

  g_assert_cmpint (kauri->state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpint (kauri->suspension->ground, ==, GRAM_MEASURE_GROUND_FAILURE);
  g_assert_cmpint (kauri->suspension->notified_at, >, 0);
  g_assert_cmpint (kauri->waiting, >, 0);
  g_assert_cmpint (port->state, ==, GRAM_ACCOUNT_CLOSING);
  g_assert_cmpint (port->closing->delete_credits, ==, 1240);
  g_assert_cmpint (southern->application->state, ==, GRAM_APPLICATION_SUBMITTED);
  g_assert_cmpint (southern->aml, ==, GRAM_AML_VERIFIED);
  /* Credits carried in of two years, and what the vehicles accepted this year brought. */
  g_assert_cmpuint (count_role (southern->balances, "holding"), ==, 3);
  g_assert_cmpuint (count_role (southern->balances, "charges"), ==, 1);
  g_assert_cmpuint (wessex->account->four_eyes, ==, GRAM_ACT_TRANSFER | GRAM_ACT_SURRENDER);
  g_assert_cmpint (wessex->n_members, ==, 2);
  g_assert_cmpuint (directory->len, ==, 4);
  g_assert_cmpint (((const GramInvitationRow *)invitations->pdata[0])->state, ==,
                   GRAM_INVITATION_PENDING);
  /* The account that the tour goes through is as it comes. */
  g_assert_cmpint (harbour->state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpint (harbour->n_members, ==, 1);
}

static GramDashboard *
dashboard_of (GramRegistry *registry, GramActor *actor, const char *search)
{
  g_autoptr (GramAccountDetail) detail = detail_of (registry, actor, search);
  GramDashboard *dashboard
      = gram_registry_dashboard (registry, actor, detail->account->id, NULL, NULL);

  g_assert_nonnull (dashboard);
  return dashboard;
}

/* Charges paid in part with credits, overdue ones, credits that lapse soon, a settled Fleet Average year and a running one,
 * a transfer offered each way, a vehicle outside the standard. */
static void
test_money (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GramRegistry) registry = make (dir, "money.gram");
  g_autoptr (GramActor) actor = sign_in (registry, GRAM_PRACTICE_ADMINISTRATOR);
  g_autoptr (GramDashboard) harbour = dashboard_of (registry, actor, "harbour");
  g_autoptr (GramDashboard) southern = dashboard_of (registry, actor, "southern");
  g_autoptr (GramDashboard) tasman = dashboard_of (registry, actor, "tasman");
  g_autoptr (GPtrArray) years
      = gram_registry_fleet_years (registry, actor, tasman->account_id, 0, NULL, NULL);
  const GramCreditTransferQuery offered = { .states = GRAM_CREDIT_TRANSFER_OFFERED };
  g_autoptr (GArray) transfers
      = gram_registry_credit_transfer_ids (registry, actor, &offered, 0, NULL, NULL);
  const GramDashboardCredit *first = harbour->credits->pdata[0];
  const GramFleetYearRow *settled;

  g_assert_false (harbour->fleet_average);
  g_assert_cmpint (harbour->n_overdue, ==, 2);
  g_assert_cmpint (harbour->overdue, ==, harbour->outstanding);
  g_assert_cmpstr (harbour->overdue_since, ==, "2026-09-22");
  g_assert_cmpint (harbour->overdue_days, ==, 56);
  g_assert_cmpint (first->year, ==, 2023);
  g_assert_cmpint (first->days_left, ==, 45);
  g_assert_true (first->warned);
  g_assert_cmpint (harbour->reserved_total, ==, 20000);
  g_assert_cmpint (harbour->forecast.excluded, ==, 1);
  g_assert_cmpint (harbour->forecast.records, >, 1000);
  /* What a correction left over of the paid charge stands in favour. */
  g_assert_cmpint (southern->in_favour, >, 0);
  g_assert_cmpuint (transfers->len, ==, 2);

  g_assert_true (tasman->fleet_average);
  g_assert_cmpint (tasman->n_charges, ==, 0);
  g_assert_cmpint (tasman->net, <, 0);
  g_assert_cmpint (tasman->net_amount, ==, -tasman->net * 15);
  g_assert_cmpint (tasman->open_year, ==, 0);
  g_assert_cmpuint (years->len, ==, 2);
  settled = years->pdata[1];
  g_assert_cmpint (settled->year, ==, 2025);
  g_assert_cmpstr (settled->state, ==, "settled");
  g_assert_cmpint (settled->settled_amount, ==, 481950);
  g_assert_cmpint (settled->document_id, >, 0);
}

/* A case in every state, of every kind that there is so far, with what belongs to it; and people who were told. */
static void
test_cases (void)
{
  static const struct
  {
    const char *email;
    GramEvent event;
  } told[] = {
    { "handler@example.org", GRAM_EVENT_CASE_ASSIGNED },
    { "handler@example.org", GRAM_EVENT_DUE_SOON },
    { "handler@example.org", GRAM_EVENT_OVERDUE },
    { "handler@example.org", GRAM_EVENT_MESSAGE },
    { "administrator@example.org", GRAM_EVENT_INFORMATION_GIVEN },
    { "james@example.org", GRAM_EVENT_DISPUTE_DECIDED },
    { "james@example.org", GRAM_EVENT_INFORMATION_ASKED },
    { "tama@example.org", GRAM_EVENT_ACCOUNT_SUSPENDED },
  };
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GramRegistry) registry = make (dir, "cases.gram");
  g_autoptr (GramActor) administrator = sign_in (registry, GRAM_PRACTICE_ADMINISTRATOR);
  g_autoptr (GPtrArray) snippets = gram_registry_snippets (registry, administrator, 0, NULL, NULL);
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GramCaseCounts counts;

  g_assert_true (gram_registry_run_due (registry, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (gram_registry_case_counts (registry, administrator, NULL, &counts, NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  for (guint state = 0; state < GRAM_CASE_STATES; state++)
    g_assert_cmpint (gram_case_counts_cells (&counts, GRAM_CASE_DISPUTE, 1u << state), >, 0);
  for (guint kind = GRAM_CASE_DISPUTE; kind <= GRAM_CASE_CLOSING; kind <<= 1)
    g_assert_cmpint (gram_case_counts_cells (&counts, kind, GRAM_CASE_UNDECIDED), >, 0);
  /* A queue that one can get through. */
  g_assert_cmpint (gram_case_counts_select (counts.overdue, 0), <, 60);
  g_assert_cmpuint (snippets->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const GramNoticeQuery query = { .events = GRAM_NOTICE_EVENT (told[i].event) };
      g_autoptr (GramActor) actor = sign_in (registry, told[i].email);
      g_autoptr (GArray) ids = gram_registry_notice_ids (registry, actor, &query, 0, NULL, NULL);

      g_test_message ("%s: %s", told[i].email, gram_word_for ("event", told[i].event));
      g_assert_cmpuint (ids->len, >, 0);
    }
  /* Reminders are there, too. */
  report = gram_verify (gram_registry_get_store (registry), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->findings->len, ==, 0);
}

static const GramParticipantRow *
find_participant (const GramYearDetail *year, const char *holder)
{
  for (guint i = 0; i < year->participants->len; i++)
    {
      const GramParticipantRow *row = year->participants->pdata[i];

      if (g_str_has_prefix (row->holder, holder))
        return row;
    }
  g_assert_not_reached ();
}

/* A year whose trading window is open: a pool of two, trades in each state, a position; of the year before an appeal. */
static void
test_year (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GramRegistry) registry = make (dir, "practice.gram");
  g_autoptr (GramActor) administrator = sign_in (registry, GRAM_PRACTICE_ADMINISTRATOR);
  g_autoptr (GramYearDetail) year = gram_registry_year (registry, administrator, 2025, NULL, NULL);
  g_autoptr (GramYearDetail) before
      = gram_registry_year (registry, administrator, 2024, NULL, NULL);
  g_autoptr (GPtrArray) notices
      = gram_registry_payment_notices (registry, administrator, 0, 2024, NULL, NULL);
  const GramTradeQuery query = { .year = 2025 };
  GramTradeCounts counts;
  const GramParticipantRow *pool;
  const GramPaymentNoticeRow *notice;

  g_assert_cmpint (year->row->state, ==, GRAM_CCTS_YEAR_WINDOW_OPEN);
  g_assert_cmpint (year->row->participants, ==, 3);
  pool = find_participant (year, "Malvern");
  g_assert_cmpuint (pool->members->len, ==, 2);
  g_assert_cmpint (pool->cars, >, 999);
  g_assert_cmpint (pool->allocated, >, 0);
  for (guint i = 0; i < pool->members->len; i++)
    g_assert_cmpint (((const GramParticipantMember *)pool->members->pdata[i])->cars, <, 1000);
  g_assert_true (find_participant (year, "Wessex")->has_position);
  g_assert_cmpint (find_participant (year, "Wessex")->allocated, >, 0);
  g_assert_cmpint (find_participant (year, "Pennine")->reserved, >, 0);

  g_assert_cmpint (gram_registry_trade_counts (registry, administrator, &query, &counts, NULL, NULL,
                                               NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (counts.states[0], ==, 1);
  g_assert_cmpint (counts.states[1], ==, 2);
  g_assert_cmpint (counts.states[2], ==, 2);

  g_assert_true (before->row->accounted_at != 0);
  g_assert_cmpuint (notices->len, ==, 1);
  notice = notices->pdata[0];
  g_assert_cmpint (notice->state, ==, GRAM_PAYMENT_NOTICE_APPEALED);
  g_assert_cmpint (notice->record->paid, ==, 30000000);
  g_assert_cmpint (notice->left, >, 0);
}

static guint
count_files (GramTestDir *dir)
{
  g_autoptr (GDir) files = g_dir_open (gram_test_dir_get_path (dir), 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (files) != NULL)
    n_files++;
  return n_files;
}

static void
cancel_soon (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  if (done >= 2)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "practice.gram");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gram_practice_create (path, cancel_soon, cancellable, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (dir), ==, 0);
}

static void
expect_no_name (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  g_assert_false (g_file_test (data, G_FILE_TEST_EXISTS));
}

/* It has its name when it is whole: one that a crash broke off is not opened as if it were. */
static void
test_named_last (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "practice.gram");
  GramRegistry *registry = gram_practice_create (path, expect_no_name, path, NULL, NULL, NULL);

  g_assert_nonnull (registry);
  g_assert_cmpstr (gram_store_get_path (gram_registry_get_store (registry)), ==, path);
  gram_registry_close (registry);
  g_assert_cmpuint (count_files (dir), ==, 1);
}

static void
test_exists (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_write (dir, "mine.gram", "something of mine");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (gram_practice_create (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "something of mine");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/practice/year", test_year);
  g_test_add_func ("/registry/practice/made", test_made);
  g_test_add_func ("/registry/practice/life", test_life);
  g_test_add_func ("/registry/practice/money", test_money);
  g_test_add_func ("/registry/practice/cases", test_cases);
  g_test_add_func ("/registry/practice/cancelled", test_cancelled);
  g_test_add_func ("/registry/practice/named-last", test_named_last);
  g_test_add_func ("/registry/practice/exists", test_exists);
  return g_test_run ();
}
