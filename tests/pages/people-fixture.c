/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-session-person.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static GVariant *
parse (const char *format, va_list *arguments)
{
  return g_variant_new_parsed_va (format, arguments);
}

static GramOutcome
perform (GramSession *session,
         const char *command,
         GVariant *arguments,
         GVariant **value,
         GramRefusal **refusal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_perform_async (session, command, arguments, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  outcome = gram_session_perform_finish (session, result, value, refusal, &error);
  g_assert_no_error (error);

  return outcome;
}

GVariant *
people_do (GramSession *session, const char *command, const char *format, ...)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GVariant *value = NULL;
  GVariant *parsed;
  va_list arguments;

  va_start (arguments, format);
  parsed = parse (format, &arguments);
  va_end (arguments);
  if (perform (session, command, parsed, &value, &refusal) != GRAM_OUTCOME_DONE)
    g_error ("%s: %s: %s", command, refusal->id, refusal->message);

  return value;
}

void
people_refused (GramSession *session,
                const char *refusal_id,
                const char *command,
                const char *format,
                ...)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GVariant *parsed;
  va_list arguments;

  va_start (arguments, format);
  parsed = parse (format, &arguments);
  va_end (arguments);
  g_assert_cmpint (perform (session, command, parsed, NULL, &refusal), ==, GRAM_OUTCOME_REFUSED);
  g_assert_cmpstr (refusal->id, ==, refusal_id);
}

void
people_sign_in (GramSession *session, const char *email, const char *password)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (session, email, password, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

GramSession *
people_fixture_open (PeopleFixture *self, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  if (email != NULL)
    people_sign_in (session, email, PEOPLE_PASSWORD);

  return session;
}

static void
create (PeopleFixture *self, GramRegistryKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rulebooks
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", NULL);
  gboolean own = kind == GRAM_REGISTRY_OWN;
  const GramSetup setup = { .kind = kind,
                            .title = own ? "Harbour Street Imports Ltd" : "Vehicle Agency",
                            .email = own ? "ngaire@example.org" : "oona@example.org",
                            .name = own ? "Ngaire Tamahori" : "Oona Reyes",
                            .password = PEOPLE_PASSWORD,
                            .rulebook_folder = rulebooks };

  gram_session_create_async (self->path, &setup, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_create_finish (result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->session);
}

void
people_fixture_join (PeopleFixture *self,
                     const char *email,
                     const char *name,
                     const char *permissions)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format
      = g_strdup_printf ("{'account': <%%s>, 'email': <%%s>, 'permissions': <%s>}", permissions);
  GramSession *session = people_fixture_open (self, NULL);
  GramSession *owner = people_fixture_open (self, "ngaire@example.org");
  const char *code;

  value = people_do (owner, "invitation.create", format, self->account, email);
  g_assert_true (g_variant_lookup (value, "code", "&s", &code));
  gram_session_join_async (session, email, code, name, PEOPLE_PASSWORD, NULL, gram_test_keep_result,
                           &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_join_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  /* A result keeps its session. */
  g_clear_object (&result);
  gram_test_practice_close (session);
  gram_test_practice_close (owner);
}

void
people_fixture_init (PeopleFixture *self, GramRegistryKind kind)
{
  g_autoptr (GVariant) opened = NULL;
  g_autoptr (GVariant) officer = NULL;
  const char *account;

  /* An entry that is filled while its cursor blinks is worth a warning to GTK. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "people.gram");
  create (self, kind);
  if (kind == GRAM_REGISTRY_ADMINISTRATOR)
    officer = people_do (self->session, "user.create",
                         "{'name': <'Ngaire Tamahori'>, 'email': <'ngaire@example.org'>, "
                         "'role': <'officer'>, 'password': <%s>}",
                         PEOPLE_PASSWORD);
  opened = people_do (self->session, "account.open",
                      "{'kind': <'ccs-used'>, 'holder': <'Harbour Street Imports Ltd'>, "
                      "'contact-name': <'Ngaire Tamahori'>, "
                      "'contact-email': <'ngaire@example.org'>, 'owner': <'ngaire@example.org'>}");
  g_assert_true (g_variant_lookup (opened, "account", "&s", &account));
  self->account = g_strdup (account);
  people_fixture_join (self, "lena@example.org", "Lena Marsh",
                       "['view', 'accept', 'transfer', 'edit']");
}

void
people_fixture_clear (PeopleFixture *self)
{
  gram_test_practice_close (self->session);
  gram_test_dir_free (self->dir);
  g_free (self->path);
  g_free (self->account);
}

void
people_pictures (GtkWindow *window, const char *name)
{
  static const struct
  {
    const char *suffix;
    int width;
    AdwColorScheme scheme;
  } looks[] = {
    { "light-1000", 1000, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "dark-1000", 1000, ADW_COLOR_SCHEME_FORCE_DARK },
    { "light-400", 400, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "dark-400", 400, ADW_COLOR_SCHEME_FORCE_DARK },
  };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  int width;
  int height;

  if (g_getenv ("GRAM_PICTURES") == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, looks[i].suffix);

      adw_style_manager_set_color_scheme (manager, looks[i].scheme);
      gtk_window_set_default_size (window, looks[i].width, height);
      gram_test_picture (window, file);
    }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_set_default_size (window, width, height);
}

GtkWidget *
people_row (gpointer root, const char *title)
{
  return gram_test_await (GTK_WIDGET (root), ADW_TYPE_PREFERENCES_ROW, title);
}

typedef struct
{
  GtkWidget *root;
  const char *label;
  GtkWidget *found;
} Wanted;

static gboolean
find_button (gpointer data)
{
  Wanted *wanted = data;

  wanted->found = gram_test_find_button (wanted->root, wanted->label);

  return wanted->found != NULL && gtk_widget_get_mapped (wanted->found);
}

GtkWidget *
people_await_button (gpointer root, const char *label)
{
  Wanted wanted = { GTK_WIDGET (root), label, NULL };

  gram_test_wait_until (find_button, &wanted);

  return wanted.found;
}

void
people_press (gpointer root, const char *label)
{
  g_signal_emit_by_name (people_await_button (root, label), "clicked");
  gram_test_settle ();
}

typedef struct
{
  GtkWidget *root;
  const char *title;
  const char *text;
} Subtitle;

static gboolean
has_subtitle (gpointer data)
{
  const Subtitle *wanted = data;
  GtkWidget *row = gram_test_find (wanted->root, ADW_TYPE_ACTION_ROW, wanted->title);

  return row != NULL
         && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), wanted->text) != NULL;
}

void
people_await_subtitle (gpointer root, const char *title, const char *text)
{
  Subtitle wanted = { GTK_WIDGET (root), title, text };

  gram_test_wait_until (has_subtitle, &wanted);
}

void
people_type (gpointer root, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (people_row (root, title)), text);
}

void
people_respond (gpointer dialog, const char *response)
{
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_true (adw_alert_dialog_has_response (dialog, response));

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  gram_test_settle ();
}
