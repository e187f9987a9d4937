/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"

#include "gram-questions-cases.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-text-row.h"
#include "gram-vehicle-list.h"

#define ACCOUNT "10000016"

static void
sign_in (GramSession *session, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

void
cases_fixture_sign_in (CasesFixture *self, const char *email)
{
  sign_in (self->session, email);
}

static GVariant *
perform (GramSession *session, const char *command, const char *arguments)
{
  g_autoptr (GVariant) given = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *value = NULL;

  given = g_variant_parse (G_VARIANT_TYPE_VARDICT, arguments, NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_perform_async (session, command, given, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  if (gram_session_perform_finish (session, result, &value, &refusal, &error) != GRAM_OUTCOME_DONE)
    g_error ("%s: %s", command, refusal != NULL ? refusal->message : error->message);
  gram_test_settle ();

  return value;
}

GVariant *
cases_fixture_perform (CasesFixture *self, const char *command, const char *arguments)
{
  return perform (self->session, command, arguments);
}

void
cases_fixture_perform_elsewhere (CasesFixture *self,
                                 const char *email,
                                 const char *command,
                                 const char *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *other;

  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  other = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  sign_in (other, email);
  value = perform (other, command, arguments);
  gram_test_practice_close (other);
}

static gint64
open_dispute (CasesFixture *self, const char *command, const char *arguments)
{
  g_autoptr (GVariant) value = cases_fixture_perform (self, command, arguments);
  g_autoptr (GVariantIter) iter = NULL;
  gint64 id = 0;

  if (g_variant_lookup (value, "case", "x", &id))
    return id;
  g_assert_true (g_variant_lookup (value, "cases", "ax", &iter));
  g_assert_true (g_variant_iter_next (iter, "x", &id));

  return id;
}

static gboolean
is_listed (gpointer data)
{
  return !gram_paged_list_get_loading (data) && gram_paged_list_get_n_matching (data) > 8;
}

static void
open_disputes (CasesFixture *self)
{
  GramAccount *account = gram_session_get_account (self->session);
  GramVehicleQuery query = { .account_id = gram_account_get_id (account),
                             .statuses = 1u << GRAM_VEHICLE_READY,
                             .attentions = 1u << GRAM_ATTENTION_NONE,
                             .order = GRAM_VEHICLE_ORDER_LABEL };
  GramVehicleList *list = gram_vehicle_list_new (self->session);
  g_autofree char *value = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *not_ours = NULL;
  g_autofree char *correction = NULL;
  gint64 ids[6];

  gram_vehicle_list_set_query (list, &query);
  gram_test_wait_until (is_listed, list);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = gram_paged_list_get_id (GRAM_PAGED_LIST (list), i);
  value = g_strdup_printf (
      "{'account': <'" ACCOUNT "'>, 'kind': <'value'>, 'field': <'co2'>, 'claimed': <'101.5'>, "
      "'reason': <'The certificate of conformity says 101.5 g/km; the register took the value of the "
      "model before it.'>, 'vehicles': <[int64 %" PRId64 "]>}",
      ids[0]);
  shared = g_strdup_printf (
      "{'account': <'" ACCOUNT "'>, 'kind': <'value'>, 'field': <'model'>, "
      "'claimed': <'Aqua Crossover'>, 'reason': <'Other model.'>, 'shared': <true>, "
      "'vehicles': <[int64 %" PRId64 ", %" PRId64 ", %" PRId64 "]>}",
      ids[1], ids[2], ids[3]);
  not_ours = g_strdup_printf ("{'account': <'" ACCOUNT
                              "'>, 'kind': <'not-ours'>, 'reason': <'Landed for "
                              "another importer.'>, 'vehicles': <[int64 %" PRId64 "]>}",
                              ids[4]);
  self->value = open_dispute (self, "dispute.open", value);
  self->shared = open_dispute (self, "dispute.open", shared);
  self->not_ours = open_dispute (self, "dispute.open", not_ours);
  self->missing = open_dispute (
      self, "dispute.open",
      "{'account': <'" ACCOUNT "'>, 'kind': <'missing'>, 'chassis': <'NHP10-6543210'>, "
      "'details': <{'make': <'Toyota'>, 'model': <'Aqua'>, 'co2': <'104.2'>}>, 'reason': <'It "
      "arrived on 3 March with the others of bill of lading HS-2291.'>}");
  correction
      = g_strdup_printf ("{'account': <'" ACCOUNT "'>, 'vehicles': <[int64 %" PRId64 "]>}", ids[5]);
  g_variant_unref (cases_fixture_perform (self, "vehicle.accept", correction));
  g_free (correction);
  correction = g_strdup_printf ("{'account': <'" ACCOUNT "'>, 'vehicle': <int64 %" PRId64
                                ">, 'kind': <'value'>, 'field': <'co2'>, "
                                "'claimed': <'99'>, 'reason': <'Proven certification error.'>}",
                                ids[5]);
  self->correction = open_dispute (self, "correction.open", correction);
  gram_test_unref_and_wait (list);
}

/* To make a practice registry takes seconds. */
static CasesFixture made;

void
cases_fixture_begin (void)
{
  made.dir = gram_test_dir_new ();
  made.path = gram_test_dir_file (made.dir, "made.gram");
  made.session = gram_test_practice_new (made.path, CASES_OFFICER);
  open_disputes (&made);
  gram_test_practice_close (g_steal_pointer (&made.session));
}

void
cases_fixture_end (void)
{
  g_clear_pointer (&made.path, g_free);
  g_clear_pointer (&made.dir, gram_test_dir_free);
}

static void
copy_made (CasesFixture *self)
{
  g_autoptr (GFile) from = g_file_new_for_path (made.path);
  g_autoptr (GFile) to = g_file_new_for_path (self->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  self->value = made.value;
  self->shared = made.shared;
  self->not_ours = made.not_ours;
  self->missing = made.missing;
  self->correction = made.correction;
}

void
cases_fixture_open_copy (CasesFixture *self)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  copy_made (self);
}

void
cases_fixture_free_copy (CasesFixture *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->dir, gram_test_dir_free);
}

void
cases_fixture_set_up (CasesFixture *self, gconstpointer width)
{
  cases_fixture_open_copy (self);
  cases_fixture_sign_in (self, CASES_ADMINISTRATOR);
  cases_fixture_show (self, GPOINTER_TO_INT (width), 900);
  /* What another test has chosen is remembered. */
  gram_cases_page_show (self->page, 0, 0, 0);
  cases_fixture_settle (self);
}

void
cases_fixture_tear_down (CasesFixture *self, gconstpointer data)
{
  gpointer page = self->page;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gram_test_window_close (self->window);
  gram_test_settle ();
  g_assert_null (page);
  gram_test_practice_close (self->session);
  g_free (self->said);
  cases_fixture_free_copy (self);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CasesFixture *self = user_data;

  g_free (self->said);
  self->said = g_variant_dup_string (parameter, NULL);
}

static gboolean
is_settled (gpointer data)
{
  CasesFixture *self = data;
  GtkWidget *queue = gram_test_find (GTK_WIDGET (self->window), GRAM_TYPE_CASE_QUEUE, NULL);

  return queue == NULL
         || !gram_paged_list_get_loading (
             GRAM_PAGED_LIST (gram_case_queue_get_list (GRAM_CASE_QUEUE (queue))));
}

void
cases_fixture_settle (CasesFixture *self)
{
  gram_test_settle ();
  gram_test_wait_until (is_settled, self);
  gram_test_settle ();
}

void
cases_fixture_show (CasesFixture *self, int width, int height)
{
  static const GActionEntry entries[]
      = { { .name = "toast", .parameter_type = "s", .activate = toast_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  self->page = g_object_new (GRAM_TYPE_CASES_PAGE, "session", self->session, NULL);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self->page));
  self->window = gram_test_window_new (view, width, height);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  cases_fixture_settle (self);
}

typedef struct
{
  CasesFixture *self;
  GType type;
  const char *name;
  gint64 case_id;
} Wanted;

static gboolean
is_case (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *view = gram_test_find (GTK_WIDGET (wanted->self->window), GRAM_TYPE_CASE_VIEW, NULL);

  return view != NULL && gram_case_view_get_loaded (GRAM_CASE_VIEW (view)) == wanted->case_id;
}

void
cases_fixture_wait_case (CasesFixture *self, gint64 case_id)
{
  Wanted wanted = { .self = self, .case_id = case_id };

  gram_test_wait_until (is_case, &wanted);
  gram_test_settle ();
}

void
cases_fixture_open (CasesFixture *self, gint64 case_id)
{
  gram_cases_page_open (self->page, case_id);
  cases_fixture_wait_case (self, case_id);
}

/* Who sees a dialog uses the dialog. */
static GtkWidget *
find (const Wanted *wanted)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (wanted->self->window));

  return gram_test_find (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (wanted->self->window),
                         wanted->type, wanted->name);
}

static gboolean
is_there (gpointer data)
{
  return find (data) != NULL;
}

GtkWidget *
cases_fixture_await (CasesFixture *self, GType type, const char *name)
{
  Wanted wanted = { .self = self, .type = type, .name = name };

  gram_test_wait_until (is_there, &wanted);

  return find (&wanted);
}

void
cases_fixture_press (CasesFixture *self, const char *label)
{
  GtkWidget *button = cases_fixture_await (self, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
}

void
cases_fixture_write (CasesFixture *self, const char *title, const char *text)
{
  GtkWidget *row = cases_fixture_await (self, ADW_TYPE_PREFERENCES_ROW, title);

  if (GRAM_IS_TEXT_ROW (row))
    gram_text_row_set_text (GRAM_TEXT_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  gram_test_settle ();
}

static gboolean
has_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (data) == NULL;
}

AdwDialog *
cases_fixture_wait_dialog (CasesFixture *self)
{
  gram_test_wait_until (has_dialog, self->window);
  gram_test_settle ();

  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

void
cases_fixture_wait_closed (CasesFixture *self)
{
  gram_test_wait_until (has_no_dialog, self->window);
  gram_test_settle ();
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

void
cases_fixture_wait_ready (CasesFixture *self, const char *label)
{
  gram_test_wait_until (is_sensitive, cases_fixture_await (self, GTK_TYPE_BUTTON, label));
  gram_test_settle ();
}

void
cases_fixture_picture (CasesFixture *self, const char *name)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (g_getenv ("GRAM_PICTURES") == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, i == 0 ? "light" : "dark");

      adw_style_manager_set_color_scheme (style, i == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                        : ADW_COLOR_SCHEME_FORCE_DARK);
      gram_test_picture (self->window, file);
    }
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

GramCaseState
cases_fixture_state (CasesFixture *self, gint64 case_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;

  gram_session_case_async (self->session, case_id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_case_finish (self->session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (detail);

  return detail->row->record->state;
}
