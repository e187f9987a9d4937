/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-world.h"

#include "charges-fixture.h"
#include "fleet-fixture.h"
#include "gram-questions-charges.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

ChargesMade made;

static GramTestDir *made_dir;
static char *made_paths[CHARGES_N_WORLDS];

static void
set_day (Fixture *self, const char *day)
{
  g_autoptr (GramRefusal) refusal = NULL;

  life_set_day (day);
  gram_registry_set_today (self->registry, day, &refusal);
  g_assert_null (refusal);
}

/* One that credits have settled, one that is partly paid and overdue, one of today; and one of account 2. */
static void
make_payg (Fixture *self)
{
  set_day (self, "2026-02-10");
  charges_carry_in (self, 2024, "20");
  charges_carry_in (self, 2025, "100.5");
  made.settled = charges_enter_accepted (self, "ZVW30-1000001", 20);
  g_assert_cmpstr (charges_offset (self, ", 'credits': 'oldest', 'at-most': '20'"), ==, "");
  set_day (self, "2026-02-25");
  made.partial = charges_enter_accepted (self, "ZVW30-1000002", 64);
  set_day (self, CHARGES_TODAY);
  g_assert_cmpstr (charges_pay (self, "150.00",
                                ", 'payer': 'Harbour Street Imports Ltd', "
                                "'reference': 'BANK 4711'"),
                   ==, "");
  made.payment = fixture_result (self, "payment");
  charges_enter (self, "ZVW30-1000003", 31);
  charges_enter (self, "ZVW30-1000004", 12);
  g_assert_cmpstr (charges_accept (self, "'ZVW30-1000003', 'ZVW30-1000004'", ""), ==, "");
  made.fresh = fixture_result (self, "charge");
  figures_enter (self, "@2", "WVWZZZ1KZAW000001", "A", 1482, "121.33");
  figures_accept (self, "@2", "WVWZZZ1KZAW000001");
}

/* What is more than the charge stands in favour, though another is open. */
static void
make_favour (Fixture *self)
{
  g_autofree char *more
      = g_strdup_printf (", 'charges': [%" PRId64 "], 'reference': 'BANK 4713'", made.fresh);

  g_assert_cmpstr (charges_pay (self, "300.00", more), ==, "");
}

static void
make_fleet (Fixture *self)
{
  fleet_accept_used (self);
  fleet_accept_new (self, FALSE);
  figures_enter (self, "@", "ZVW30-1000009", "A", 1400, "141");
}

/* Account 2 asks for what it is short of. */
static void
make_asked (Fixture *self)
{
  set_day (self, "2027-01-20");
  g_assert_cmpstr (fleet_settle (self, "@2", 2026, ""), ==, "");
  made.charge = fixture_result (self, "charge");
  g_assert_cmpstr (fixture_do (self, STRANGER, "borrowing.request",
                               "{'account': '@2', 'charge': %" PRId64
                               ", 'reason': 'The electric models come in March.'}",
                               made.charge),
                   ==, "");
  made.borrowing = fixture_result (self, "borrowing");
  made.case_id = fixture_result (self, "case");
}

static const struct
{
  const char *name;
  void (*make) (Fixture *self);
} worlds[] = {
  [CHARGES_PAYG] = { "payg", make_payg },
  [CHARGES_FAVOUR] = { "favour", make_favour },
  [CHARGES_FLEET] = { "fleet", make_fleet },
  [CHARGES_ASKED] = { "asked", make_asked },
};

/* Goes on from where the registry stands, and keeps a copy. */
static void
make (Fixture *self, ChargesWorld which)
{
  g_autoptr (GFile) from = g_file_new_for_path (self->path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  worlds[which].make (self);
  made_paths[which] = gram_test_dir_file (made_dir, worlds[which].name);
  to = g_file_new_for_path (made_paths[which]);
  g_clear_pointer (&self->registry, gram_registry_close);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->registry = gram_registry_open (self->path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

void
charges_world_begin (ChargesWorld which)
{
  g_autoptr (Fixture) fixture = which == CHARGES_PAYG ? life_new (GRAM_REGISTRY_PRACTICE)
                                                      : fleet_new (GRAM_REGISTRY_PRACTICE);

  if (made_dir == NULL)
    made_dir = gram_test_dir_new ();
  g_set_str (&made.used, fixture->numbers[1]);
  g_set_str (&made.new, fixture->numbers[2]);
  make (fixture, which);
  make (fixture, which == CHARGES_PAYG ? CHARGES_FAVOUR : CHARGES_ASKED);
}

void
charges_world_end (void)
{
  g_clear_pointer (&made.used, g_free);
  g_clear_pointer (&made.new, g_free);
  for (guint i = 0; i < CHARGES_N_WORLDS; i++)
    g_clear_pointer (&made_paths[i], g_free);
  g_clear_pointer (&made_dir, gram_test_dir_free);
}

void
charges_world_become (AccountFixture *self, const char *email, int place)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (self->session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  if (place == 0)
    return;
  g_clear_object (&result);
  gram_session_visit_async (self->session, place == 1 ? made.used : made.new, NULL,
                            gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (self->session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

void
charges_world_set_up (AccountFixture *self,
                      ChargesWorld which,
                      const char *email,
                      int place,
                      const char *day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (made_paths[which]);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  to = g_file_new_for_path (self->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_set_today (self->session, day);
  charges_world_become (self, email, place);
  gram_test_settle ();
}

void
charges_world_tear_down (AccountFixture *self)
{
  account_fixture_tear_down (self, NULL);
  *self = (AccountFixture){ 0 };
}

gboolean
charges_world_is_known (gpointer data)
{
  GramChargesPage *page = data;

  return gram_charges_view_is_known (page->charges_view)
         && gram_payments_view_is_known (page->payments_view)
         && gram_fleet_view_is_known (page->fleet_view);
}

GramChargesPage *
charges_world_show (AccountFixture *self, int width, int height)
{
  GramChargesPage *page = g_object_new (GRAM_TYPE_CHARGES_PAGE, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_wait_until (charges_world_is_known, page);
  gram_test_settle ();
  /* What another test has chosen is remembered. */
  gram_charges_page_show (page, 0);
  gram_test_settle ();
  gram_test_wait_until (charges_world_is_known, page);

  return page;
}

void
charges_world_present (AccountFixture *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  gram_test_settle ();
}

void
charges_world_close_dialogs (AccountFixture *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      gram_test_settle ();
    }
}

GramChargeDetail *
charges_world_read (AccountFixture *self, gint64 charge_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramChargeDetail *detail;

  gram_session_charge_async (self->session, charge_id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_charge_finish (self->session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);

  return detail;
}
