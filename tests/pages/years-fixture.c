/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define FIRST_OTHER 7
#define LAST_OTHER 39

/* A registry that was made, and the day that it takes for today. */
static struct
{
  GramTestDir *dir;
  char *path;
  char *numbers[LAST_OTHER + 1];
  const char *today;
} made[YEARS_N_STANDS];

static void
set_day (Fixture *f, const char *day)
{
  ccts_set_day (day);
  g_assert_true (gram_registry_set_today (f->registry, day, NULL));
}

/* Four manufacturers; two of them are above the threshold only together. */
static Fixture *
collect (void)
{
  Fixture *f = ccts_new (GRAM_REGISTRY_PRACTICE);
  static const int places[] = { CCTS_GAMMA, CCTS_DELTA, 0 };

  ccts_register (f, CCTS_ALPHA, "7000x131-1.2; 4501x118; 1000x28");
  ccts_register (f, CCTS_BETA, "5000x127.4; 3200x130.733");
  ccts_register (f, CCTS_GAMMA, "600x121.5");
  ccts_register (f, CCTS_DELTA, "450x133");
  ccts_pool (f, "Harbour Pool", places);
  set_day (f, "2026-05-04");

  return f;
}

static Fixture *
collect_many (void)
{
  Fixture *f = collect ();

  set_day (f, "2026-01-02");
  for (int place = FIRST_OTHER; place <= LAST_OTHER; place++)
    {
      g_autofree char *holder = g_strdup_printf ("Manufacturer No. %d Ltd", place);
      g_autofree char *fleet = g_strdup_printf ("%dx%d.5", 1000 + 97 * place, 90 + place);

      ccts_open (f, OWNER, place, holder);
      ccts_register (f, place, fleet);
      if (place % 3 != 0)
        ccts_baseline (f, place, "124.125");
    }
  ccts_measure (f);
  set_day (f, "2026-05-04");

  return f;
}

static void
surrender (Fixture *f, FixturePerson who, int place, gint64 quantity)
{
  g_assert_cmpstr (fixture_do (f, who, "allowance.surrender",
                               "{'account': '@%d', 'year': 2025, 'quantity': %" PRId64 "}", place,
                               quantity),
                   ==, "");
}

static Fixture *
make (YearsStand stand)
{
  Fixture *f;

  if (stand == YEARS_MANY)
    return collect_many ();
  if (stand <= YEARS_MEASURED)
    {
      f = collect ();
      if (stand == YEARS_MEASURED)
        {
          ccts_measure (f);
          ccts_baseline (f, CCTS_ALPHA, "126.28");
        }
      return f;
    }

  f = ccts_new_allocated (GRAM_REGISTRY_PRACTICE);
  set_day (f, "2026-12-19");
  if (stand == YEARS_ALLOCATED)
    return f;
  surrender (f, OWNER, CCTS_ALPHA, 1467718);
  surrender (f, STRANGER, CCTS_BETA, 995931);
  set_day (f, "2027-01-11");
  if (stand == YEARS_ACCOUNTED)
    ccts_account_year (f);

  return f;
}

static const char *
today_of (YearsStand stand)
{
  if (stand == YEARS_ALLOCATED)
    return "2026-12-19";

  return stand == YEARS_OVER || stand == YEARS_ACCOUNTED ? "2027-01-11" : "2026-05-04";
}

static void
copy (const char *path, const char *to_path)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
ensure_made (YearsStand stand)
{
  g_autoptr (Fixture) f = NULL;
  g_autoptr (GError) error = NULL;

  if (made[stand].path != NULL)
    return;

  f = make (stand);
  made[stand].dir = gram_test_dir_new ();
  made[stand].path = gram_test_dir_file (made[stand].dir, "made.gram");
  made[stand].today = today_of (stand);
  for (int place = CCTS_ALPHA; place <= LAST_OTHER; place++)
    made[stand].numbers[place] = g_strdup (f->numbers[place]);
  g_clear_pointer (&f->registry, gram_registry_close);
  copy (f->path, made[stand].path);
  f->registry = gram_registry_open (f->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
}

void
years_end (void)
{
  for (guint i = 0; i < YEARS_N_STANDS; i++)
    {
      g_clear_pointer (&made[i].path, g_free);
      g_clear_pointer (&made[i].dir, gram_test_dir_free);
      for (int place = 0; place <= LAST_OTHER; place++)
        g_clear_pointer (&made[i].numbers[place], g_free);
    }
}

const char *
years_number (YearsStand stand, int place)
{
  return made[stand].numbers[place];
}

void
years_become (AccountFixture *self, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (self->session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

void
years_set_up (AccountFixture *self, gconstpointer data)
{
  YearsStand stand = (YearsStand)GPOINTER_TO_UINT (data);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ensure_made (stand);
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  copy (made[stand].path, self->path);
  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_set_today (self->session, made[stand].today);
  years_become (self, YEARS_ADMINISTRATOR);
}

void
years_tear_down (AccountFixture *self, gconstpointer data)
{
  account_fixture_tear_down (self, data);
}

static gboolean
is_read (gpointer data)
{
  GramYearsPage *page = data;

  return page->detail != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "year") == 0;
}

GramYearsPage *
years_show (AccountFixture *self, int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_YEARS_PAGE, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_wait_until (is_read, page);
  gram_test_settle ();

  return GRAM_YEARS_PAGE (page);
}

typedef struct
{
  GramYearsPage *page;
  GramCctsYearState state;
} Awaited;

static gboolean
is_in_state (gpointer data)
{
  const Awaited *awaited = data;

  return awaited->page->detail->row->state == awaited->state;
}

void
years_wait_state (GramYearsPage *page, GramCctsYearState state)
{
  Awaited awaited = { .page = page, .state = state };

  gram_test_wait_until (is_in_state, &awaited);
  gram_test_settle ();
}

void
years_open (AccountFixture *self, GramYearsPage *page, const char *name)
{
  for (guint i = 0; i < page->detail->participants->len; i++)
    {
      const GramParticipantRow *row = page->detail->participants->pdata[i];

      if (g_strcmp0 (row->holder, name) == 0 || g_strcmp0 (row->pool_name, name) == 0)
        g_signal_emit_by_name (page->participants_view, "open", row->account_id);
    }
  gram_test_await (GTK_WIDGET (page), ADW_TYPE_PREFERENCES_GROUP, NULL);
  gram_test_settle ();
}

void
years_issue_notice (AccountFixture *self, const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *arguments = g_variant_new_parsed (
      "{'account': <%s>, 'year': <int64 2025>, 'given-on': <'2027-01-11'>, "
      "'due-on': <'2027-02-15'>, 'payable-to': <'The administrator'>, 'how-to-pay': <'By "
      "transfer.'>, 'appeal-rights': <'To the tribunal within 28 days.'>, 'reference': <'PN 1'>}",
      number);

  gram_session_perform_async (self->session, "payment-notice.issue", arguments, NULL, NULL, NULL,
                              gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (self->session, result, NULL, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}
