/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-rulebook-compare.h"
#include "gram-rulebooks-shipped.h"
#include "gram-rules-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define OFFER "Rulebook ccs-2027-01 comes with this version of Gram and is not published here"

/* A registry that was made by an earlier version: its rulebooks are those of then. */
static void
set_up_older (AccountFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) making = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rulebooks
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "tests", "fixtures", "rulebooks", NULL);
  const GramSetup setup = { .kind = GRAM_REGISTRY_OWN,
                            .title = "Harbour Street Imports Ltd",
                            .email = "ngaire@example.org",
                            .name = "Ngaire Tamahori",
                            .password = "correct horse battery",
                            .rulebook_folder = rulebooks };

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "older.gram");
  gram_session_create_async (self->path, &setup, NULL, gram_test_keep_result, &making);
  gram_test_wait_result (&making);
  self->session = gram_session_create_finish (making, &refusal, &error);
  g_assert_no_error (error);
}

static GtkWidget *
show (AccountFixture *self, const char *title, int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_RULES_PAGE, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_await (page, ADW_TYPE_PREFERENCES_ROW, title);
  gram_test_settle ();

  return page;
}

static gboolean
is_published (gpointer data)
{
  return gram_test_find (data, ADW_TYPE_ACTION_ROW, "ccs-2027-01") != NULL
         && gram_test_find (data, ADW_TYPE_PREFERENCES_ROW, OFFER) == NULL;
}

/* What is newer is offered, compared, published, and no longer offered. */
static void
test_offer (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page = show (self, OFFER, 400, 900);
  GtkWidget *row;
  GtkWidget *button;

  account_fixture_picture (self, "rules-offer-400");
  page = show (self, OFFER, 1200, 900);
  account_fixture_picture (self, "rules-offer-1200");
  row = gram_test_find (page, ADW_TYPE_PREFERENCES_ROW, OFFER);
  button = gram_test_find_button (row, "_Compare…");
  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
  g_assert_cmpstr (adw_dialog_get_title (adw_window_get_visible_dialog (ADW_WINDOW (self->window))),
                   ==, "What Changes with ccs-2027-01");
  account_fixture_picture (self, "rules-compare-1200");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  account_fixture_wait_closed (self);

  button = gram_test_find_button (row, "_Publish…");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
  account_fixture_picture (self, "rules-publish-1200");
  account_fixture_press (self, "_Publish");
  gram_test_wait_until (is_published, page);
}

/* Adds somebody who is not the administrator, who then signs in. */
static void
become_officer (GramSession *session)
{
  g_autoptr (GAsyncResult) making = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) arguments = NULL;

  arguments = g_variant_ref_sink (
      g_variant_new_parsed ("{'email': <'lena@example.org'>, 'name': <'Lena Marsh'>, "
                            "'role': <'officer'>, 'password': <'harbour lane 17'>}"));
  gram_session_perform_async (session, "user.create", arguments, NULL, NULL, NULL,
                              gram_test_keep_result, &making);
  gram_test_wait_result (&making);
  g_assert_cmpint (gram_session_perform_finish (session, making, NULL, NULL, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_session_sign_in_async (session, "lena@example.org", "harbour lane 17", NULL,
                              gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (session, signing, NULL, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

/* Who may not publish sees the button, insensitive, and why; comparing is for everybody. */
static void
test_forbidden (AccountFixture *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *button;

  become_officer (self->session);
  row = gram_test_find (show (self, OFFER, 400, 900), ADW_TYPE_PREFERENCES_ROW, OFFER);
  account_fixture_picture (self, "rules-forbidden-400");
  button = gram_test_find_button (row, "_Publish…");
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   gram_session_get_permit (self->session, "rulebook.publish").reason);
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  g_assert_true (gtk_widget_is_sensitive (gram_test_find_button (row, "_Compare…")));
}

/* A registry that has what ships is offered nothing. */
static void
test_nothing_new (AccountFixture *self, gconstpointer data)
{
  GtkWidget *page = show (self, "ccs-2027-01", 1200, 900);

  g_assert_null (gram_test_find (page, ADW_TYPE_PREFERENCES_ROW, OFFER));
}

static GramRulebookRecord *
record_new (const char *scheme, const char *version, const char *valid_from)
{
  GramRulebookRecord *record = gram_rulebook_record_new ();

  record->scheme = g_strdup (scheme);
  record->version = g_strdup (version);
  record->valid_from = g_strdup (valid_from);

  return record;
}

static void
test_newer (void)
{
  static const struct
  {
    const char *scheme;
    const char *version;
    const char *valid_from;
    gboolean offered; /* ccs-2027-01, valid from 2023-01-01 */
  } rows[] = {
    { "ccs", "ccs-2026-04", "2023-01-01", TRUE },  { "ccs", "ccs-2027-01", "2023-01-01", FALSE },
    { "ccs", "ccs-2027-02", "2023-01-01", FALSE }, { "ccs", "ccs-2024-01", "2024-01-01", FALSE },
    { "ccs", "ccs-2027-02", "2022-01-01", TRUE },  { "ccts", "ccts-2026-12", "2024-01-03", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) shipped
          = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_record_free);
      g_autoptr (GPtrArray) published
          = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_record_free);
      g_autoptr (GPtrArray) offered = NULL;

      g_ptr_array_add (shipped, record_new ("ccs", "ccs-2027-01", "2023-01-01"));
      g_ptr_array_add (published, record_new (rows[i].scheme, rows[i].version, rows[i].valid_from));
      offered = gram_rulebooks_offered (shipped, published);
      g_assert_cmpuint (offered->len, ==, rows[i].offered ? 1 : 0);
    }
}

/* A rulebook does not differ from itself; from nothing, in everything. */
static void
test_differences (void)
{
  g_autoptr (GPtrArray) shipped = gram_rulebooks_shipped ();
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (shipped->len, >=, 2);
  same = gram_rulebook_differences (shipped->pdata[0], shipped->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->len, ==, 0);
  all = gram_rulebook_differences (NULL, shipped->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, 50);
  for (guint i = 0; i < all->len; i++)
    g_assert_null (((const GramRulebookDifference *)all->pdata[i])->before);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

  g_test_add ("/rules-page/offer", AccountFixture, NULL, set_up_older, test_offer,
              account_fixture_tear_down);
  g_test_add ("/rules-page/forbidden", AccountFixture, NULL, set_up_older, test_forbidden,
              account_fixture_tear_down);
  g_test_add ("/rules-page/nothing-new", AccountFixture, NULL, account_fixture_set_up,
              test_nothing_new, account_fixture_tear_down);
  g_test_add_func ("/rules-page/newer", test_newer);
  g_test_add_func ("/rules-page/differences", test_differences);

  return g_test_run ();
}
