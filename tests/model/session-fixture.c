/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
lost_cb (Fixture *self, const char *sentence)
{
  g_set_str (&self->lost, sentence);
}

GramSession *
fixture_create (Fixture *self, const char *password, GramRefusal **refusal, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *rulebooks
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", NULL);
  const GramSetup setup = { .kind = GRAM_REGISTRY_OWN,
                            .title = "Harbour Street Imports Ltd",
                            .email = NGAIRE,
                            .name = "Ngaire Tamahori",
                            .password = password,
                            .rulebook_folder = rulebooks };

  gram_session_create_async (self->path, &setup, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  return gram_session_create_finish (result, refusal, error);
}

static GramSession *
create_kind (Fixture *self, GramRegistryKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rulebooks
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", NULL);
  const GramSetup setup = { .kind = kind,
                            .title = "Harbour Street Imports Ltd",
                            .email = NGAIRE,
                            .name = "Ngaire Tamahori",
                            .password = kind == GRAM_REGISTRY_PRACTICE ? NULL : PASSWORD,
                            .practice_today = kind == GRAM_REGISTRY_PRACTICE ? "2026-03-16" : NULL,
                            .rulebook_folder = rulebooks };
  GramSession *session;

  gram_session_create_async (self->path, &setup, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  session = gram_session_create_finish (result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->message : NULL, ==, NULL);
  return session;
}

void
fixture_set_up (Fixture *self, gconstpointer kind)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "harbour.gram");
  self->session
      = create_kind (self, kind != NULL ? GPOINTER_TO_UINT (kind) : (guint)GRAM_REGISTRY_OWN);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->session, "account-lost", G_CALLBACK (lost_cb), self);
  g_signal_connect_swapped (self->session, "person-lost", G_CALLBACK (lost_cb), self);
}

void
fixture_tear_down (Fixture *self, gconstpointer kind)
{
  g_clear_pointer (&self->session, fixture_close);
  g_free (self->path);
  g_free (self->lost);
  gram_test_dir_free (self->dir);
}

static gboolean
has_changed (gpointer data)
{
  const Fixture *self = data;

  return self->n_changed > 0;
}

void
fixture_wait_changed (Fixture *self)
{
  gram_test_wait_until (has_changed, self);
  self->n_changed = 0;
}

GramSession *
fixture_open (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  return session;
}

void
fixture_close (GramSession *session)
{
  gram_test_settle ();
  gram_session_close (session);
  gram_test_settle ();
  gram_test_unref_and_wait (session);
}

char *
fixture_sign_in (GramSession *session, const char *email, const char *password)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_sign_in_async (session, email, password, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  outcome = gram_session_sign_in_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  return g_strdup (refusal != NULL ? refusal->id : "");
}

char *
fixture_do (GramSession *session, const char *command, GVariant **value, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  arguments = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_perform_async (session, command, arguments, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  outcome = gram_session_perform_finish (session, result, value, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  if (refusal != NULL)
    g_test_message ("%s: %s: %s", command, refusal->id, refusal->message);
  return g_strdup (refusal != NULL ? refusal->id : "");
}

GVariant *
fixture_must (GramSession *session, const char *command, const char *format, ...)
{
  GVariant *value = NULL;
  g_autofree char *text = NULL;
  g_autofree char *refused = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  refused = fixture_do (session, command, &value, text);
  g_assert_cmpstr (refused, ==, "");
  return value;
}

const char *
fixture_open_account (Fixture *self)
{
  g_autoptr (GVariant) value
      = fixture_must (self->session, "account.open", "{'kind': <'ccs-used'>, 'holder': <'%s'>, %s}",
                      "Harbour Street Imports Ltd",
                      "'contact-name': <'Ngaire Tamahori'>, 'contact-email': <'" NGAIRE "'>");

  g_assert_nonnull (value);
  fixture_wait_changed (self);
  return fixture_number (self->session);
}

char *
fixture_visit (GramSession *session, const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  gram_session_visit_async (session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  outcome = gram_session_visit_finish (session, result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  return g_strdup (refusal != NULL ? refusal->id : "");
}

const char *
fixture_number (GramSession *session)
{
  GramAccount *account = gram_session_get_account (session);

  return account != NULL ? gram_account_get_number (account) : NULL;
}

GramSession *
fixture_join (Fixture *self, const char *email, const char *name, const char *permissions)
{
  GramSession *session = fixture_open (self);
  g_autoptr (GVariant) value
      = fixture_must (self->session, "invitation.create",
                      "{'account': <'%s'>, 'email': <'%s'>, 'permissions': <%s>}",
                      fixture_number (self->session), email, permissions);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;

  g_assert_true (g_variant_lookup (value, "code", "&s", &code));
  gram_session_join_async (session, email, code, name, PASSWORD, NULL, gram_test_keep_result,
                           &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_join_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  g_assert_no_error (error);
  return session;
}
