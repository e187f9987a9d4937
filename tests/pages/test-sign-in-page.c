/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-sign-in-page.h"

#include "gram-for-me-dialog.h"
#include "gram-form.h"
#include "gram-invitation-file.h"
#include "gram-join-dialog.h"
#include "gram-password-dialog.h"
#include "gram-sign-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-use-code-dialog.h"
#include "people-fixture.h"

/* The ways in: password, invitation, one-time code; and what asks for the password again. */

typedef struct
{
  PeopleFixture people;
  GramSession *session; /* nobody signed in at first */
  GtkWidget *page;
  GtkWindow *window;
  gboolean signed_in;
} Fixture;

static void
signed_in_cb (Fixture *self)
{
  self->signed_in = TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  people_fixture_init (&self->people, GRAM_REGISTRY_OWN);
  self->session = people_fixture_open (&self->people, NULL);
  self->page = gram_sign_in_page_new ();
  g_signal_connect_swapped (self->page, "signed-in", G_CALLBACK (signed_in_cb), self);
  self->window = gram_test_window_new (self->page, 1000, 800);
  gram_sign_in_page_set_session (GRAM_SIGN_IN_PAGE (self->page), self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_sign_in_page_set_session (GRAM_SIGN_IN_PAGE (self->page), NULL);
  gram_test_window_close (self->window);
  gram_test_practice_close (self->session);
  people_fixture_clear (&self->people);
}

static AdwDialog *
dialog (Fixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static gboolean
has_dialog (gpointer data)
{
  return dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return dialog (data) == NULL;
}

static gboolean
is_signed_in (gpointer data)
{
  const Fixture *self = data;

  return self->signed_in;
}

static void
open_button (Fixture *self, const char *title)
{
  GtkWidget *row = people_row (self->page, title);

  g_signal_emit_by_name (row, "activated");
  gram_test_wait_until (has_dialog, self);
}

/* The file of an invitation as it is sent. */
static char *
invite (Fixture *self, const char *email)
{
  g_autoptr (GVariant) value = NULL;
  GramSession *owner = people_fixture_open (&self->people, "ngaire@example.org");
  GramInvitationFile file = { .registry = (char *)"Harbour Street Imports Ltd",
                              .account = self->people.account,
                              .holder = (char *)"Harbour Street Imports Ltd",
                              .email = (char *)email };
  const char *code;

  value = people_do (owner, "invitation.create",
                     "{'account': <%s>, 'email': <%s>, 'permissions': <['view']>}",
                     self->people.account, email);
  g_assert_true (g_variant_lookup (value, "code", "&s", &code));
  g_variant_lookup (value, "lapses-at", "x", &file.lapses_at);
  gram_test_practice_close (owner);
  file.code = (char *)code;

  return gram_invitation_file_to_text (&file);
}

/* Somebody new opens the file, chooses a name and a password, and is a member. */
static void
test_join (Fixture *self, gconstpointer data)
{
  g_autofree char *text = invite (self, "tomasz@example.org");

  people_pictures (self->window, "sign-in");
  open_button (self, "I Have an _Invitation…");
  gram_join_dialog_take_file (GRAM_JOIN_DIALOG (dialog (self)), "no invitation", 13);
  g_assert_nonnull (gram_form_get_error (people_row (dialog (self), "_Open the Invitation File…")));
  gram_join_dialog_take_file (GRAM_JOIN_DIALOG (dialog (self)), text, strlen (text));
  people_pictures (self->window, "join");
  g_signal_emit_by_name (people_row (dialog (self), "I Am _New Here"), "activated");
  people_press (dialog (self), "_Join");
  g_assert_nonnull (gram_form_get_error (people_row (dialog (self), "Your _Name")));
  people_type (dialog (self), "Your _Name", "Tomasz Nowak");
  people_type (dialog (self), "_Password", PEOPLE_PASSWORD);
  people_type (dialog (self), "Password _Again", PEOPLE_PASSWORD);
  people_pictures (self->window, "join-new");
  people_press (dialog (self), "_Join");
  gram_test_wait_until (is_signed_in, self);
  g_assert_cmpstr (gram_session_get_person_name (self->session), ==, "Tomasz Nowak");
  g_assert_nonnull (gram_session_get_account (self->session));
}

/* A code is for the address that it names, and works once. */
static void
test_join_wrong (Fixture *self, gconstpointer data)
{
  g_autofree char *text = invite (self, "tomasz@example.org");
  GtkWidget *button;

  open_button (self, "I Have an _Invitation…");
  gram_join_dialog_take_file (GRAM_JOIN_DIALOG (dialog (self)), text, strlen (text));
  people_type (dialog (self), "_E-mail That Was Invited", "somebody.else@example.org");
  g_signal_emit_by_name (people_row (dialog (self), "I Am _New Here"), "activated");
  people_type (dialog (self), "Your _Name", "Somebody Else");
  people_type (dialog (self), "_Password", PEOPLE_PASSWORD);
  people_type (dialog (self), "Password _Again", PEOPLE_PASSWORD);
  button = people_await_button (dialog (self), "_Join");
  people_press (dialog (self), "_Join");
  gram_test_wait_until ((GramTestCondition)gtk_widget_get_sensitive, button);
  g_assert_false (self->signed_in);
  people_pictures (self->window, "join-refused");
}

/* Who forgot the password chooses a new one with the administrator's code. */
static void
test_use_code (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) value = NULL;
  const char *code;

  value
      = people_do (self->people.session, "user.reset-password", "{'person': <'lena@example.org'>}");
  g_assert_true (g_variant_lookup (value, "code", "&s", &code));
  people_type (self->page, "_E-mail", "lena@example.org");
  open_button (self, "I Have a One-Time _Code…");
  people_type (dialog (self), "One-Time Co_de", "this is none");
  people_type (dialog (self), "_New Password", "another horse battery");
  people_type (dialog (self), "New Password _Again", "another horse battery");
  people_press (dialog (self), "_Sign In");
  g_assert_nonnull (gram_form_get_error (people_row (dialog (self), "One-Time Co_de")));
  people_pictures (self->window, "use-code");
  people_type (dialog (self), "One-Time Co_de", code);
  people_press (dialog (self), "_Sign In");
  gram_test_wait_until (is_signed_in, self);
  gram_session_sign_out (self->session);
  people_sign_in (self->session, "lena@example.org", "another horse battery");
}

/* A person who is known is told by a banner, and accepts with the code. */
static void
test_for_me (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) opened = NULL;
  g_autoptr (GVariant) invited = NULL;
  GtkWidget *row;
  const char *account;
  const char *code;

  opened = people_do (self->people.session, "account.open",
                      "{'kind': <'ccs-new'>, 'holder': <'Harbour Street New Cars Ltd'>, "
                      "'contact-name': <'Ngaire Tamahori'>, "
                      "'contact-email': <'ngaire@example.org'>}");
  g_assert_true (g_variant_lookup (opened, "account", "&s", &account));
  invited = people_do (self->people.session, "invitation.create",
                       "{'account': <%s>, 'email': <'lena@example.org'>, "
                       "'permissions': <['view', 'transfer']>}",
                       account);
  g_assert_true (g_variant_lookup (invited, "code", "&s", &code));
  people_sign_in (self->session, "lena@example.org", PEOPLE_PASSWORD);
  adw_dialog_present (gram_for_me_dialog_new (self->session), GTK_WIDGET (self->page));
  row = people_row (dialog (self), "Harbour Street New Cars Ltd");
  people_pictures (self->window, "for-me");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  people_type (dialog (self), "One-Time Co_de", code);
  people_pictures (self->window, "for-me-code");
  people_press (dialog (self), "_Accept");
  gram_test_wait_until (has_no_dialog, self);
}

static void
done_cb (Fixture *self)
{
  self->signed_in = TRUE;
}

static gboolean
has_error (gpointer data)
{
  return gram_form_get_error (data) != NULL;
}

/* A signature needs the password; a wrong one is said and can be corrected. */
static void
test_sign (Fixture *self, gconstpointer data)
{
  AdwDialog *sign;
  GtkWidget *row;

  people_sign_in (self->session, "ngaire@example.org", PEOPLE_PASSWORD);
  sign = gram_sign_dialog_new (
      self->session, "account.request-closing",
      g_variant_new_parsed ("{'account': <%s>, 'reason': <'No more imports'>}",
                            self->people.account),
      "Close the Account", "_Close Account");
  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (sign),
      "The administrator is asked to close the account. Until then you can withdraw.");
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (sign), "Account", self->people.account);
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (sign), "Reason", "No more imports");
  gram_sign_dialog_set_destructive (GRAM_SIGN_DIALOG (sign));
  g_signal_connect_swapped (sign, "done", G_CALLBACK (done_cb), self);
  adw_dialog_present (sign, GTK_WIDGET (self->page));
  row = people_row (sign, "Your _Password");
  people_press (sign, "_Close Account");
  g_assert_nonnull (gram_form_get_error (row));
  people_type (sign, "Your _Password", "not the password");
  people_press (sign, "_Close Account");
  gram_test_wait_until (has_error, row);
  people_pictures (self->window, "sign");
  people_type (sign, "Your _Password", PEOPLE_PASSWORD);
  people_press (sign, "_Close Account");
  gram_test_wait_until (is_signed_in, self);
  g_assert_null (dialog (self));
}

static gboolean
has_empty_password (gpointer data)
{
  Fixture *self = data;

  return *gtk_editable_get_text (GTK_EDITABLE (people_row (self->page, "_Password"))) == '\0';
}

/* Five wrong tries: the page says how long one has to wait. */
static void
test_wait (Fixture *self, gconstpointer data)
{
  GtkWidget *button = people_await_button (self->page, "_Sign In");

  people_type (self->page, "_E-mail", "lena@example.org");
  for (guint i = 0; i < 6; i++)
    {
      people_type (self->page, "_Password", "not the password");
      gram_test_wait_until ((GramTestCondition)gtk_widget_get_sensitive, button);
      people_press (self->page, "_Sign In");
      gram_test_wait_until (has_empty_password, self);
    }
  people_pictures (self->window, "sign-in-wait");
}

/* The own password is changed with the one so far. */
static void
test_change_password (Fixture *self, gconstpointer data)
{
  AdwDialog *change;

  people_sign_in (self->session, "lena@example.org", PEOPLE_PASSWORD);
  change = gram_password_dialog_new (self->session);
  adw_dialog_present (change, GTK_WIDGET (self->page));
  people_type (change, "_Password So Far", "not the password");
  people_type (change, "_New Password", "another horse battery");
  people_type (change, "New Password _Again", "another horse battery");
  people_press (change, "C_hange");
  gram_test_wait_until (has_error, people_row (change, "_Password So Far"));
  people_pictures (self->window, "change-password");
  people_type (change, "_Password So Far", PEOPLE_PASSWORD);
  people_press (change, "C_hange");
  gram_test_wait_until (has_no_dialog, self);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/sign-in-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("join", test_join);
  ADD ("join-wrong", test_join_wrong);
  ADD ("use-code", test_use_code);
  ADD ("for-me", test_for_me);
  ADD ("sign", test_sign);
  ADD ("wait", test_wait);
  ADD ("change-password", test_change_password);
#undef ADD

  return g_test_run ();
}
