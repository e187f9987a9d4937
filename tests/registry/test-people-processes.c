/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-handover-table.h"
#include "gram-test-child.h"

/*
 * Two processes change the same membership and the same account at once. Nothing is lost: who comes second is told what
 * has changed, looks again and goes on.
 */
#define CHANGES 75

static GramActor *
sign_in (GramRegistry *registry, const char *email)
{
  GramActor *actor = NULL;
  GError *error = NULL;

  gram_registry_sign_in (registry, email, NULL, &actor, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (actor);
  return actor;
}

/* Sends a command; TRUE if it was done, FALSE if @again was the refusal. Anything else ends the test. */
static gboolean
send (GramRegistry *registry,
      GramActor *actor,
      const char *command,
      GVariant *arguments,
      const char *again)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome = gram_registry_perform (registry, actor, NULL, command, arguments, NULL,
                                               NULL, NULL, NULL, &refusal, &error);

  g_assert_no_error (error);
  if (outcome == GRAM_OUTCOME_REFUSED)
    g_assert_cmpstr (refusal->id, ==, again);
  return outcome == GRAM_OUTCOME_DONE;
}

static guint
permissions_of_viewer (GramRegistry *registry, GramActor *actor)
{
  g_autoptr (GPtrArray) members = gram_registry_members (registry, actor, 1, NULL, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const GramMemberRow *row = members->pdata[i];

      if (g_str_equal (row->email, "viewer@example.org"))
        return row->permissions;
    }
  g_assert_not_reached ();
}

static GVariant *
words (guint permissions)
{
  g_autofree const char **list = gram_words_of_set ("permission", permissions);

  return g_variant_new_strv (list, -1);
}

/* Turns one permission of VIEWER on and off, an odd number of times. Arguments: file, number, permission. */
static int
toggle (int n_arguments, char **arguments)
{
  GError *error = NULL;
  GramRegistry *registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  GramActor *actor = sign_in (registry, "owner@example.org");
  int bit;

  g_assert_no_error (error);
  g_assert_true (gram_word_parse ("permission", arguments[2], &bit));
  gram_test_child_say ("ready");
  for (int done = 0; done < CHANGES;)
    {
      guint was = permissions_of_viewer (registry, actor);
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

      g_variant_dict_insert (&dict, "account", "s", arguments[1]);
      g_variant_dict_insert (&dict, "person", "s", "viewer@example.org");
      g_variant_dict_insert_value (&dict, "was", words (was));
      g_variant_dict_insert_value (&dict, "permissions", words (was ^ (guint)bit));
      done += send (registry, actor, "member.set-permissions", g_variant_dict_end (&dict),
                    "member.changed-meanwhile");
    }
  gram_actor_unref (actor);
  gram_registry_close (registry);
  return 0;
}

/* Counts one field of the account up. Arguments: file, number, field. */
static int
edit (int n_arguments, char **arguments)
{
  GError *error = NULL;
  GramRegistry *registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  GramActor *actor = sign_in (registry, "owner@example.org");

  g_assert_no_error (error);
  gram_test_child_say ("ready");
  for (int done = 0; done < CHANGES;)
    {
      g_autoptr (GramAccountRecord) account = NULL;
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
      g_autofree char *value = g_strdup_printf ("%d", done + 1);

      gram_account_table_get (gram_registry_get_store (registry), 1, &account, &error);
      g_assert_no_error (error);
      g_variant_dict_insert (&dict, "account", "s", arguments[1]);
      g_variant_dict_insert (&dict, "version", "x", (gint64)account->version);
      g_variant_dict_insert (&dict, arguments[2], "s", value);
      done += send (registry, actor, "account.edit", g_variant_dict_end (&dict),
                    "account.changed-meanwhile");
    }
  gram_actor_unref (actor);
  gram_registry_close (registry);
  return 0;
}

/* Invites, revokes, offers, withdraws, over and over; whatever the other one did first. Arguments: file, number. */
static int
quarrel (int n_arguments, char **arguments)
{
  static const struct
  {
    const char *command;
    const char *argument;
    const char *value;
  } steps[] = {
    { "owner.offer", "person", "viewer@example.org" },
    { "owner.withdraw", NULL, NULL },
    { "member.remove", "person", "viewer@example.org" },
    { "owner.offer", "person", "editor@example.org" },
  };
  GError *error = NULL;
  GramRegistry *registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  GramActor *actor = sign_in (registry, "owner@example.org");

  g_assert_no_error (error);
  gram_test_child_say ("ready");
  for (int i = 0; i < CHANGES; i++)
    {
      gsize step = (gsize)i % G_N_ELEMENTS (steps);
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

      g_variant_dict_insert (&dict, "account", "s", arguments[1]);
      if (steps[step].argument != NULL)
        g_variant_dict_insert (&dict, steps[step].argument, "s", steps[step].value);
      /* Done or refused, either is well; an error of the store is not. */
      gram_registry_perform (registry, actor, NULL, steps[step].command, g_variant_dict_end (&dict),
                             NULL, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  gram_actor_unref (actor);
  gram_registry_close (registry);
  return 0;
}

/* Both at once, from the moment that both are ready; each has to come to its end. */
static void
run_both (Fixture *f, const char *task, const char *one, const char *other)
{
  const char *const first_arguments[] = { f->path, f->numbers[1], one, NULL };
  const char *const second_arguments[] = { f->path, f->numbers[1], other, NULL };
  GramTestChild *first = gram_test_child_new (task, first_arguments);
  GramTestChild *second = gram_test_child_new (task, second_arguments);

  g_free (gram_test_child_read_line (first));
  g_free (gram_test_child_read_line (second));
  g_assert_cmpint (gram_test_child_wait (first), ==, 0);
  g_assert_cmpint (gram_test_child_wait (second), ==, 0);
}

static void
test_membership (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramMember) before = people_member (f, VIEWER);
  g_autoptr (GramMember) after = NULL;

  run_both (f, "toggle", "transfer", "edit");
  after = people_member (f, VIEWER);
  g_assert_cmpuint (after->permissions, ==,
                    before->permissions | GRAM_PERMISSION_TRANSFER | GRAM_PERMISSION_EDIT);
  g_assert_cmpint (after->version, ==, before->version + 2 * CHANGES);
  fixture_verify (f);
}

static void
test_account (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramAccountRecord) after = NULL;
  g_autofree char *last = g_strdup_printf ("%d", CHANGES);

  run_both (f, "edit", "contact-phone", "address");
  after = life_account (f, 1);
  g_assert_cmpstr (after->contact_phone, ==, last);
  g_assert_cmpstr (after->address, ==, last);
  g_assert_cmpint (after->version, ==, 1 + 2 * CHANGES);
  fixture_verify (f);
}

static void
test_quarrel (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramHandoverRecord) pending = NULL;
  g_autoptr (GramMember) owner = NULL;
  GError *error = NULL;

  run_both (f, "quarrel", NULL, NULL);
  owner = people_member (f, OWNER);
  g_assert_true (owner->owner);
  g_assert_null (people_member (f, VIEWER));
  gram_handover_table_get_pending (gram_registry_get_store (f->registry), 1, &pending, &error);
  g_assert_no_error (error);
  if (pending != NULL)
    g_assert_cmpstr (pending->to_email, ==, "editor@example.org");
  fixture_verify (f);
}

/* One code, two processes: it works once. */
static void
test_code_works_once (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramRegistry) other = NULL;
  g_autoptr (GramActor) first = NULL;
  g_autoptr (GramActor) second = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *code = NULL;
  GError *error = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.create",
                               "{'account': '@', 'email': 'new@example.org',"
                               " 'permissions': ['view']}"),
                   ==, "");
  code = people_dup_code (f);
  other = gram_registry_open (f->path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gram_registry_join (f->registry, "new@example.org", code, "One", NULL, &first,
                                       NULL, &error),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_registry_join (other, "new@example.org", code, "Two", NULL, &second,
                                       &refusal, &error),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "invitation.sign-in");
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[]
      = { { "toggle", toggle }, { "edit", edit }, { "quarrel", quarrel } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/people-processes/membership", test_membership);
  g_test_add_func ("/registry/people-processes/account", test_account);
  g_test_add_func ("/registry/people-processes/quarrel", test_quarrel);
  g_test_add_func ("/registry/people-processes/code-works-once", test_code_works_once);
  return g_test_run ();
}
