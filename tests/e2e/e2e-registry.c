/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "e2e-registry.h"

#include "e2e-files.h"
#include "e2e-steps.h"

#include "gram-test-fleet.h"

static char *
dup_gramctl (void)
{
  const char *program = g_getenv ("GRAMCTL_PROGRAM");

  if (program != NULL)
    return g_strdup (program);

  return g_build_filename (g_getenv ("GRAM_BUILD_ROOT"), "app", "gramctl", NULL);
}

static void
add_words (GStrvBuilder *builder, const char *option, const char *value)
{
  if (value != NULL)
    g_strv_builder_add_many (builder, option, value, NULL);
}

/* With a registry, as a person, or neither; ends with NULL. What it prints; whether it did what was asked. */
static char *
run_words (E2eRegistry *self, const char *email, int *status, va_list words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  const char *word;
  char *output = NULL;

  g_strv_builder_take (builder, dup_gramctl ());
  if (self != NULL)
    {
      add_words (builder, "-r", self->path);
      add_words (builder, "-u", email);
      add_words (builder, "--today", email != NULL ? self->today : NULL);
    }
  while ((word = va_arg (words, const char *)) != NULL)
    g_strv_builder_add (builder, word);
  argv = g_strv_builder_end (builder);

  g_subprocess_launcher_setenv (launcher, "GRAM_PASSWORD", E2E_PASSWORD, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);

  return output;
}

static char *
run (E2eRegistry *self, const char *email, int *status, ...)
{
  char *output;
  va_list words;

  va_start (words, status);
  output = run_words (self, email, status, words);
  va_end (words);

  return output;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

E2eRegistry *
e2e_registry_new (const char *kind)
{
  E2eRegistry *self = g_new0 (E2eRegistry, 1);
  gboolean own = g_str_equal (kind, "own");
  gboolean practice = g_str_equal (kind, "practice");
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  self->folder = g_dir_make_tmp ("gram-e2e-registry-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "registry.gram", NULL);
  self->administrator = own ? E2E_OFFICER : E2E_ADMINISTRATOR;
  output = run (NULL, NULL, &status, "init", self->path, "--kind", kind, "--administrator",
                self->administrator, "--name", own ? "Aroha Ngata" : "Mere Parata", "--title",
                own ? "Harbour Street Imports Ltd" : "Register of CO₂ Accounts",
                practice ? "--empty" : NULL, NULL);
  g_assert_cmpint (status, ==, 0);
  if (!own && !practice)
    e2e_registry_add_person (self, "Aroha Ngata", E2E_OFFICER, "officer");

  return self;
}

void
e2e_registry_free (E2eRegistry *self)
{
  const char *argv[] = { "rm", "-rf", "--", self->folder, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

JsonNode *
e2e_registry_do (E2eRegistry *self, const char *email, const char *command, char *json)
{
  g_autofree char *arguments = json;
  g_autofree char *output = NULL;
  int status;

  output = run (self, email, &status, "do", command, arguments, NULL);
  if (status != 0)
    g_error ("gramctl do %s %s: %s", command, arguments, output);

  return parse (output);
}

JsonNode *
e2e_registry_ask (E2eRegistry *self, const char *email, ...)
{
  g_autofree char *output = NULL;
  va_list words;
  int status;

  va_start (words, email);
  output = run_words (self, email, &status, words);
  va_end (words);
  if (status != 0)
    g_error ("gramctl: %s", output);

  return parse (output);
}

char *
e2e_registry_refused (E2eRegistry *self, const char *email, const char *command, char *json)
{
  g_autofree char *arguments = json;
  g_autofree char *output = NULL;
  g_autoptr (JsonNode) result = NULL;
  JsonObject *refused;
  int status;

  output = run (self, email, &status, "do", command, arguments, NULL);
  g_assert_cmpint (status, ==, 1);
  result = parse (output);
  refused = json_object_get_object_member (json_node_get_object (result), "refused");
  g_assert_nonnull (refused);

  return g_strdup (json_object_get_string_member (refused, "id"));
}

char *
e2e_dup_member (JsonNode *result, const char *member)
{
  const char *text = json_object_get_string_member (json_node_get_object (result), member);

  g_assert_nonnull (text);

  return g_strdup (text);
}

void
e2e_registry_add_person (E2eRegistry *self, const char *name, const char *email, const char *role)
{
  g_autoptr (JsonNode) result = NULL;

  result
      = e2e_registry_do (self, self->administrator, "user.create",
                         g_strdup_printf ("{\"name\": \"%s\", \"email\": \"%s\", \"role\": \"%s\", "
                                          "\"password\": \"" E2E_PASSWORD "\"}",
                                          name, email, role));
}

char *
e2e_registry_add_account (E2eRegistry *self, const char *email, const char *holder)
{
  g_autoptr (JsonNode) result = NULL;

  result = e2e_registry_do (self, email, "account.open",
                            g_strdup_printf ("{\"kind\": \"ccs-used\", \"holder\": \"%s\", "
                                             "\"contact-name\": \"Aroha Ngata\", "
                                             "\"contact-email\": \"" E2E_OFFICER "\"}",
                                             holder));

  return e2e_dup_member (result, "account");
}

void
e2e_registry_add_member (E2eRegistry *self,
                         const char *account,
                         const char *name,
                         const char *email,
                         const char *permissions)
{
  g_autoptr (JsonNode) invited = NULL;
  g_autofree char *code = NULL;
  g_autofree char *output = NULL;
  int status;

  invited = e2e_registry_do (self, E2E_OFFICER, "invitation.create",
                             g_strdup_printf ("{\"account\": \"%s\", \"email\": \"%s\", "
                                              "\"permissions\": %s}",
                                              account, email, permissions));
  code = e2e_dup_member (invited, "code");
  output = run (self, NULL, &status, "join", email, code, "--name", name, NULL);
  g_assert_cmpint (status, ==, 0);
}

gint64
e2e_registry_add_vehicles (E2eRegistry *self, const char *account)
{
  g_autofree char *path = e2e_write_extract (self->folder);
  g_autoptr (JsonNode) result = NULL;
  gint64 n_complete = 0;

  result = e2e_registry_do (self, self->administrator, "vehicle.import",
                            g_strdup_printf ("{\"account\": \"%s\", \"file\": \"%s\", "
                                             "\"status\": \"ready\", \"skip-rejected\": true}",
                                             account, path));
  for (guint64 i = 0; i < E2E_N_VEHICLES; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = e2e_vehicle (i);

      if (vehicle->attention == GRAM_ATTENTION_NONE)
        n_complete++;
    }

  return n_complete;
}

void
e2e_registry_verify (E2eRegistry *self)
{
  g_autofree char *output = NULL;
  int status;

  output = run (self, NULL, &status, "verify", NULL);
  if (status != 0)
    g_error ("gramctl verify: %s", output);
}

gboolean
e2e_registry_start (E2eRegistry *self, GramAt *at)
{
  const char *const arguments[] = { self->path, NULL };

  return gram_at_start (at, arguments) && gram_at_wait (at, "button", "_Sign In");
}

gboolean
e2e_registry_open_practice (E2eRegistry *self, GramAt *at, const char *person)
{
  const char *const arguments[] = { "--today", self->today, self->path, NULL };

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", person)
         && gram_at_wait (at, "list", "Destinations");
}

gboolean
e2e_registry_open (E2eRegistry *self, GramAt *at, const char *email)
{
  return e2e_registry_start (self, at) && gram_at_write (at, "_E-mail", email)
         && e2e_sign_in (at, E2E_PASSWORD) && gram_at_wait (at, "list", "Destinations");
}
