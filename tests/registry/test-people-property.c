/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-world.h"

#include "gram-handover-table.h"
#include "gram-request-table.h"

#include <inttypes.h>
#include <string.h>

/*
 * Any sequence of commands of accounts and people, by any person, with arguments that are now right and now wrong: it
 * leaves exactly one owner in each account, no permission above its granter's, no state that does not follow from the one
 * before, and a journal that verifies. GLib prints the seed; --seed=… repeats a run.
 */
#define STEPS 10000
#define STEPS_OF_OTHER_KINDS 3000
#define STEPS_BETWEEN_WHOLE_CHECKS 500
#define MOST_PEOPLE 40
#define MOST_ACCOUNTS 10

static gpointer
key_of (gint64 account_id, gint64 person_id)
{
  return GINT_TO_POINTER ((int)(account_id * 100000 + person_id));
}

static guint
permissions_of (World *world, gint64 account_id, gint64 person_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (world->members, key_of (account_id, person_id)));
}

/* What the command may have given to a member, by what people were before it. */
static guint
allowed_gain (World *world, const char *command, const GramMember *member, const GramActor *sender)
{
  guint sender_had = permissions_of (world, member->account_id, gram_actor_get_person_id (sender));

  if (g_str_equal (command, "account.open"))
    return GRAM_PERMISSION_ALL | OWNER_BIT;
  if (g_str_equal (command, "owner.accept"))
    return member->person_id == gram_actor_get_person_id (sender) ? GRAM_PERMISSION_ALL | OWNER_BIT
                                                                  : 0;
  if (g_str_equal (command, "member.set-permissions"))
    return sender_had & GRAM_PERMISSION_ALL;
  if (g_str_equal (command, "invitation.accept") || g_str_equal (command, "invitation.join"))
    return permissions_of (world, member->account_id, member->granted_by) & GRAM_PERMISSION_ALL;
  return 0;
}

/* One owner, who has every permission; nobody got what the granter lacked. */
static void
check_members (World *world, gint64 account_id, const char *command, const GramActor *sender)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) members
      = gram_member_table_list (gram_registry_get_store (world->f->registry), account_id, &error);
  g_autoptr (GHashTable) now = g_hash_table_new (NULL, NULL);
  guint n_owners = 0;
  GHashTableIter iter;
  gpointer key;

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];
      guint has = member->permissions | (member->owner ? OWNER_BIT : 0);
      guint had = permissions_of (world, account_id, member->person_id);

      g_assert_cmpuint (has & ~had & ~allowed_gain (world, command, member, sender), ==, 0);
      g_assert_true ((member->permissions & GRAM_PERMISSION_VIEW) != 0);
      if (member->owner)
        g_assert_cmpuint (member->permissions, ==, GRAM_PERMISSION_ALL);
      n_owners += member->owner;
      g_hash_table_insert (now, key_of (account_id, member->person_id), GUINT_TO_POINTER (has));
    }
  g_assert_cmpuint (n_owners, ==, 1);

  g_hash_table_iter_init (&iter, world->members);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_INT (key) / 100000 == account_id)
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_insert (world->members, key, g_hash_table_lookup (now, key));
}

/* Which state may follow which. */
static guint
followers (GramAccountState state)
{
  switch (state)
    {
    case GRAM_ACCOUNT_OPEN:
      return GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING
             | GRAM_ACCOUNT_CLOSED;
    case GRAM_ACCOUNT_SUSPENDED:
    case GRAM_ACCOUNT_BLOCKED:
    case GRAM_ACCOUNT_CLOSING:
      return GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_CLOSED;
    case GRAM_ACCOUNT_CLOSED:
    default:
      return 0;
    }
}

static void
check_state (World *world, guint place)
{
  g_autoptr (GramAccountRecord) account = life_account (world->f, place + 1);
  GramAccountState *before;
  guint reachable;

  g_assert_cmpstr (account->number, ==, world->accounts->pdata[place]);
  if (place == world->states->len)
    g_array_append_val (world->states, account->state);
  before = &g_array_index (world->states, GramAccountState, place);
  reachable = followers (*before);
  /* A measure whose last day is over ends in the same step in which the next command is sent. */
  if (*before == GRAM_ACCOUNT_SUSPENDED || *before == GRAM_ACCOUNT_BLOCKED)
    reachable |= followers (GRAM_ACCOUNT_OPEN);
  g_assert_true (account->state == *before || (account->state & reachable) != 0);
  *before = account->state;
}

static void
remember_person (World *world, const char *email)
{
  g_autoptr (GramPersonRecord) person = people_person (world->f, email);

  g_assert_nonnull (person);
  g_ptr_array_add (world->people, _gram_actor_new (person));
}

/* What the commands answer that others need: numbers, codes, persons. */
static void
learn (World *world, const char *command, GVariant *result)
{
  const char *number = NULL;
  const char *email = NULL;
  const char *code = NULL;

  if (g_str_equal (command, "account.open") && g_variant_lookup (result, "account", "&s", &number))
    g_ptr_array_add (world->accounts, g_strdup (number));
  g_variant_lookup (result, "email", "&s", &email);
  if (g_str_equal (command, "user.create"))
    remember_person (world, email);
  if (g_str_has_prefix (command, "invitation.") && g_variant_lookup (result, "code", "&s", &code))
    {
      Code *seen = g_new0 (Code, 1);

      seen->email = g_strdup (email);
      seen->code = g_strdup (code);
      g_ptr_array_add (world->codes, seen);
    }
}

static void
count_done (World *world, const char *command)
{
  gpointer count = g_hash_table_lookup (world->done, command);

  g_hash_table_insert (world->done, (gpointer)command,
                       GINT_TO_POINTER (GPOINTER_TO_INT (count) + 1));
  world->n_done += 1;
}

/* Everything that has to hold, whatever was done. */
static void
check_all (World *world, const char *command, const GramActor *sender)
{
  GramStore *store = gram_registry_get_store (world->f->registry);

  gram_store_begin_read (store, NULL);
  for (guint i = 0; i < world->accounts->len; i++)
    {
      check_members (world, i + 1, command, sender);
      check_state (world, i);
    }
  gram_store_end_read (store);
}

/* A command; those about people as often as all that the administrator decides. */
static const GramCommand *
some_command (void)
{
  static const char *const nouns[]
      = { "user.",        "invitation.", "invitation.", "member.",  "member.",
          "owner.",       "request.",    "account.",    "account.", "account.",
          "application.", "credit.",     "vehicle.",    NULL };
  const char *noun = people_world_one_of (nouns);
  const GramCommand *commands;
  gsize n_commands;

  commands = gram_command_table (&n_commands);
  for (;;)
    {
      const GramCommand *command = &commands[g_test_rand_int_range (0, (int)n_commands)];

      if (g_str_has_prefix (command->name, noun) && !command->internal
          && !g_str_equal (command->name, "vehicle.import"))
        return command;
    }
}

static GramActor *
person_with_id (World *world, gint64 id)
{
  for (guint i = 0; i < world->people->len; i++)
    if (gram_actor_get_person_id (world->people->pdata[i]) == id)
      return world->people->pdata[i];
  return NULL;
}

/* Who might do it: whom something waits for, a member of the account, anybody. */
static GramActor *
some_sender (World *world, const GramCommand *command)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  g_autoptr (GramHandoverRecord) handover = NULL;
  g_autoptr (GPtrArray) members = NULL;
  gint64 id = 0;

  if (g_str_has_prefix (command->name, "owner.") && people_world_chance (70)
      && gram_handover_table_get_pending (store, world->account_id, &handover, NULL)
      && handover != NULL)
    id = handover->to_person;
  else if ((command->permission != 0 || command->owner_only) && people_world_chance (70))
    {
      members = gram_member_table_list (store, world->account_id, NULL);
      id = ((GramMember *)members->pdata[g_test_rand_int_range (0, (int)members->len)])->person_id;
    }
  return id != 0 ? person_with_id (world, id) : people_world_somebody (world);
}

/* Too many make it slow; and accounts would not live long if they were closed as often as anything else. */
static gboolean
is_too_much (World *world, const GramCommand *command)
{
  return (g_str_equal (command->name, "user.create") && world->people->len >= MOST_PEOPLE)
         || (g_str_equal (command->name, "account.open") && world->accounts->len >= MOST_ACCOUNTS)
         || (g_str_equal (command->name, "account.close") && !people_world_chance (10))
         || (g_str_equal (command->name, "user.remove") && !people_world_chance (30));
}

/* An account; for commands about requests rather one where a request waits. */
static guint
some_place (World *world, const GramCommand *command)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  guint place = (guint)g_test_rand_int_range (0, (int)world->accounts->len);

  for (guint i = 0; i < world->accounts->len && g_str_has_prefix (command->name, "request."); i++)
    {
      guint other = (place + i) % world->accounts->len;
      g_autoptr (GPtrArray) pending = gram_request_table_list_pending (store, other + 1, NULL);

      if (pending->len > 0)
        return other;
    }
  return place;
}

/* Who could do something is drawn more often than who cannot. */
static const GramCommand *
draw_command (World *world, GramActor **sender, const char **account)
{
  const GramCommand *command;

  for (int tries = 0;; tries++)
    {
      guint place;

      command = some_command ();
      place = some_place (world, command);
      world->account_id = place + 1;
      *account = world->accounts->pdata[place];
      *sender = some_sender (world, command);
      world->sender = gram_actor_get_email (*sender);
      if (!is_too_much (world, command)
          && (tries >= 25 || people_world_chance (10)
              || gram_registry_allows (world->f->registry, *sender, command->name, place + 1, NULL,
                                       NULL)
                     == GRAM_OUTCOME_DONE))
        return command;
    }
}

static void
send_one (World *world)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  GramActor *sender = NULL;
  const char *account = NULL;
  const GramCommand *command;
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome;

  gram_store_begin_read (store, NULL);
  command = draw_command (world, &sender, &account);
  arguments = g_variant_ref_sink (people_world_arguments (world, command, account));
  gram_store_end_read (store);
  outcome = gram_registry_perform (world->f->registry, sender, NULL, command->name, arguments, NULL,
                                   NULL, NULL, &result, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (result != NULL));
  g_assert_true ((outcome == GRAM_OUTCOME_REFUSED) == (refusal != NULL));
  if (outcome == GRAM_OUTCOME_DONE)
    {
      learn (world, command->name, result);
      count_done (world, command->name);
    }
  check_all (world, command->name, sender);
}

/* Somebody who is no person yet takes an invitation up. */
static void
join_one (World *world)
{
  const Code *code;
  g_autoptr (GramActor) actor = NULL;
  GError *error = NULL;

  if (world->codes->len == 0 || world->people->len >= MOST_PEOPLE)
    return;
  code = world->codes->pdata[g_test_rand_int_range (0, (int)world->codes->len)];
  gram_registry_join (world->f->registry, code->email, code->code, "Joined", FIXTURE_PASSWORD,
                      &actor, NULL, &error);
  g_assert_no_error (error);
  if (actor == NULL)
    return;
  count_done (world, "invitation.join");
  remember_person (world, code->email);
  check_all (world, "invitation.join", actor);
}

/* Time goes on: things lapse and end. */
static void
pass_days (World *world)
{
  char text[16];

  g_date_add_days (world->day, (guint)g_test_rand_int_range (1, 6));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", world->day);
  life_set_day (text);
}

/* The owner of an account that lives can sign in; in an administrator's registry no member is on its side. */
static void
check_sides (World *world, gint64 account_id)
{
  gboolean apart = gram_registry_get_kind (world->f->registry) == GRAM_REGISTRY_ADMINISTRATOR;
  g_autoptr (GramAccountRecord) account = life_account (world->f, account_id);
  g_autoptr (GPtrArray) members
      = gram_member_table_list (gram_registry_get_store (world->f->registry), account_id, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];

      g_assert_true (!apart || member->role == GRAM_ROLE_OFFICER);
      g_assert_true (!member->owner || member->active || account->state == GRAM_ACCOUNT_CLOSED);
    }
}

/* An administrator is left, and the whole registry verifies. */
static void
check_whole (World *world)
{
  GramStore *store = gram_registry_get_store (world->f->registry);
  gint64 n_administrators = 0;
  GError *error = NULL;

  gram_person_table_count_role (store, GRAM_ROLE_ADMINISTRATOR, &n_administrators, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_administrators, >=, 1);
  for (guint i = 0; i < world->accounts->len; i++)
    check_sides (world, i + 1);
  fixture_verify (world->f);
}

static void
report (World *world)
{
  GHashTableIter iter;
  gpointer command;
  gpointer count;

  g_test_message ("%" PRId64 " commands done, of %u kinds", world->n_done,
                  g_hash_table_size (world->done));
  g_hash_table_iter_init (&iter, world->done);
  while (g_hash_table_iter_next (&iter, &command, &count))
    g_test_message ("%6d %s", GPOINTER_TO_INT (count), (const char *)command);
}

static void
test_random (gconstpointer data)
{
  GramRegistryKind kind = (GramRegistryKind)GPOINTER_TO_INT (data);
  World *world = people_world_new (kind);
  int steps = kind == GRAM_REGISTRY_ADMINISTRATOR ? STEPS : STEPS_OF_OTHER_KINDS;

  /* What people are at the beginning is as good as any. */
  check_all (world, "account.open", world->people->pdata[0]);
  for (int step = 1; step <= steps; step++)
    {
      if (step % 80 == 0)
        pass_days (world);
      if (people_world_chance (5))
        join_one (world);
      send_one (world);
      if (step % STEPS_BETWEEN_WHOLE_CHECKS == 0)
        check_whole (world);
    }
  check_whole (world);
  report (world);
  /* It was no sequence of refusals. */
  g_assert_cmpint (world->n_done, >, steps / 20);
  g_assert_cmpuint (g_hash_table_size (world->done), >, 20);
  people_world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/registry/people-property/administrator",
                        GINT_TO_POINTER (GRAM_REGISTRY_ADMINISTRATOR), test_random);
  g_test_add_data_func ("/registry/people-property/own", GINT_TO_POINTER (GRAM_REGISTRY_OWN),
                        test_random);
  g_test_add_data_func ("/registry/people-property/practice",
                        GINT_TO_POINTER (GRAM_REGISTRY_PRACTICE), test_random);
  return g_test_run ();
}
