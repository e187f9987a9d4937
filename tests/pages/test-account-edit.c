/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-account-conflict.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define OWNER "aroha@example.org"

static void
save (AccountFixture *self)
{
  account_fixture_press (self, "_Save");
}

static const GramAccountRecord *
record_of (AccountFixture *self)
{
  return gram_account_get_record (gram_session_get_account (self->session));
}

typedef struct
{
  AccountFixture *self;
  const char *holder;
} Wanted;

/* The session knows what was saved a moment after the dialog closed. */
static gboolean
has_holder (gpointer data)
{
  const Wanted *wanted = data;

  return g_str_equal (record_of (wanted->self)->holder, wanted->holder)
         && g_str_equal (record_of (wanted->self)->contact_phone, "+64 9 555 0199");
}

static void
wait_saved (AccountFixture *self, const char *holder)
{
  Wanted wanted = { self, holder };

  account_fixture_wait_closed (self);
  account_fixture_refresh (self);
  gram_test_wait_until (has_holder, &wanted);
}

/* Somebody else changes holder and telephone while the holder and the address are edited here. */
static void
collide (AccountFixture *self)
{
  account_fixture_show_page (self, 400, 900);
  account_fixture_press (self, "_Edit…");
  account_fixture_write (self, "_Holder", "Harbour Street Vehicles Ltd");
  account_fixture_write (self, "Postal _Address (Optional)", "16 Harbour Street, Auckland 1010");
  account_fixture_perform_elsewhere (
      self, OWNER, "account.edit",
      "{'holder': <'Harbour Street Motors Ltd'>, 'contact-phone': <'+64 9 555 0199'>}");
  save (self);
  account_fixture_await (self, GRAM_TYPE_ACCOUNT_CONFLICT, NULL);
  g_assert_false (gtk_widget_is_sensitive (account_fixture_await (self, GTK_TYPE_BUTTON, "_Save")));
  account_fixture_picture (self, "edit-conflict-400");
}

/* Each row: which of the two is chosen, and what the holder is called afterwards. */
static const struct
{
  const char *choice;
  const char *holder;
} choices[] = {
  { "Yours", "Harbour Street Vehicles Ltd" },
  { "Theirs, by Aroha Ngata", "Harbour Street Motors Ltd" },
};

/* Both see what was written, one chooses; nothing typed is lost, nothing is written over unseen. */
static void
test_conflict (AccountFixture *self, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  collide (self);
  account_fixture_activate (self, choices[i].choice);
  save (self);
  wait_saved (self, choices[i].holder);
  g_assert_cmpstr (record_of (self)->address, ==, "16 Harbour Street, Auckland 1010");
}

/* What only the other one changed is taken over, said, and waits for another look. */
static void
test_taken_over (AccountFixture *self, gconstpointer data)
{
  GtkWidget *row;

  account_fixture_show_page (self, 1200, 900);
  account_fixture_press (self, "_Edit…");
  account_fixture_write (self, "_Holder", "Harbour Street Vehicles Ltd");
  account_fixture_perform_elsewhere (self, OWNER, "account.edit",
                                     "{'contact-phone': <'+64 9 555 0199'>}");
  save (self);
  row = account_fixture_await (self, ADW_TYPE_ACTION_ROW,
                               "Changed by somebody else and taken over");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Telephone");
  account_fixture_picture (self, "edit-taken-over-1200");
  save (self);
  wait_saved (self, "Harbour Street Vehicles Ltd");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/account-edit/conflict/%zu", i);

      g_test_add (path, AccountFixture, GSIZE_TO_POINTER (i), account_fixture_set_up, test_conflict,
                  account_fixture_tear_down);
    }
  g_test_add ("/account-edit/taken-over", AccountFixture, NULL, account_fixture_set_up,
              test_taken_over, account_fixture_tear_down);

  return g_test_run ();
}
