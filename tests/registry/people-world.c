/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-world.h"

#include "gram-invitation-table.h"
#include "gram-request-table.h"

gboolean
people_world_chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

const char *
people_world_one_of (const char *const *words)
{
  return words[g_test_rand_int_range (0, (int)g_strv_length ((char **)words))];
}

GramActor *
people_world_somebody (World *world)
{
  return world->people->pdata[g_test_rand_int_range (0, (int)world->people->len)];
}

static void
code_free (gpointer data)
{
  Code *self = data;

  g_free (self->email);
  g_free (self->code);
  g_free (self);
}

/* A day around today, ISO. */
static GVariant *
some_day (World *world)
{
  static const int distances[] = { -3, 1, 7, 20, 21, 40, 400, 1800, 3000 };
  g_autoptr (GDate) day = g_date_copy (world->day);
  char text[16];
  int distance = distances[g_test_rand_int_range (0, G_N_ELEMENTS (distances))];

  if (distance < 0)
    g_date_subtract_days (day, (guint)-distance);
  else
    g_date_add_days (day, (guint)distance);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
  return g_variant_new_string (text);
}

static GVariant *
some_account (World *world)
{
  return g_variant_new_string (
      world->accounts->pdata[g_test_rand_int_range (0, (int)world->accounts->len)]);
}

static GVariant *
some_person (World *world)
{
  return g_variant_new_string (gram_actor_get_email (people_world_somebody (world)));
}

/* Somebody; rather a member of the account. */
static GVariant *
some_member (World *world)
{
  g_autoptr (GPtrArray) members = NULL;

  if (world->account_id == 0 || people_world_chance (25))
    return some_person (world);
  members = gram_member_table_list (gram_registry_get_store (world->f->registry), world->account_id,
                                    NULL);
  return g_variant_new_string (
      ((GramMember *)members->pdata[g_test_rand_int_range (0, (int)members->len)])->email);
}

static GVariant *
some_email (World *world)
{
  g_autofree char *fresh = NULL;

  if (people_world_chance (40))
    return some_person (world);
  fresh = g_strdup_printf ("new-%d@example.org", g_test_rand_int_range (0, 60));
  return g_variant_new_string (fresh);
}

/* Some words of a list. */
static GVariant *
some_words (const char *const *words, int percent)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (const char *const *word = words; *word != NULL; word++)
    if (people_world_chance (percent))
      g_variant_builder_add (&builder, "s", *word);
  return g_variant_builder_end (&builder);
}

static GVariant *
some_permissions (World *world)
{
  static const char *const words[]
      = { "view", "grant", "accept", "transfer", "edit", "trader", NULL };

  return some_words (words, 30);
}

static GVariant *
some_acts (World *world)
{
  static const char *const words[] = { "transfer", "surrender", "closing", NULL };

  return some_words (words, 30);
}

static GVariant *
some_switches (World *world)
{
  static const char *const words[] = { "credit", "charge", NULL };

  return some_words (words, 30);
}

/* A code of an invitation that somebody has seen; rather one for the one who sends it, the newest first. */
static GVariant *
some_code (World *world)
{
  const Code *code;

  for (guint i = world->codes->len; i > 0 && people_world_chance (95); i--)
    {
      code = world->codes->pdata[i - 1];
      if (g_str_equal (code->email, world->sender))
        return g_variant_new_string (code->code);
    }
  if (world->codes->len == 0)
    return g_variant_new_string ("7Q4K-2M9T-XA0C-8RVE-5HJD");
  code = world->codes->pdata[g_test_rand_int_range (0, (int)world->codes->len)];
  return g_variant_new_string (code->code);
}

static GVariant *
some_role (World *world)
{
  static const char *const words[]
      = { "officer", "officer", "reader", "case-handler", "decision-maker", "administrator", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
some_number (World *world)
{
  return g_variant_new_int64 (g_test_rand_int_range (1, 12));
}

/* The newest that waits in the account, or any number. */
static GVariant *
some_invitation (World *world)
{
  g_autoptr (GPtrArray) pending
      = gram_invitation_table_list_pending (gram_registry_get_store (world->f->registry),
                                            world->account_id, NULL);

  if (pending->len > 0 && people_world_chance (75))
    return g_variant_new_int64 (((GramInvitationRecord *)pending->pdata[0])->id);
  return g_variant_new_int64 (g_test_rand_int_range (1, 60));
}

static GVariant *
some_request (World *world)
{
  g_autoptr (GPtrArray) pending
      = gram_request_table_list_pending (gram_registry_get_store (world->f->registry),
                                         world->account_id, NULL);

  if (pending->len > 0 && people_world_chance (75))
    return g_variant_new_int64 (((GramRequestRecord *)pending->pdata[0])->id);
  return g_variant_new_int64 (g_test_rand_int_range (1, 60));
}

static GVariant *
some_chassis (World *world)
{
  g_autofree char *text = g_strdup_printf ("ZVW30-%07d", g_test_rand_int_range (0, 400));

  return g_variant_new_string (text);
}

static GVariant *
some_year (World *world)
{
  return g_variant_new_int64 (g_date_get_year (world->day) + g_test_rand_int_range (-1, 3));
}

static GVariant *
some_text (World *world)
{
  static const char *const words[] = { "As agreed", "", "By letter", "A mistake", "Sold", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
some_ground (World *world)
{
  static const char *const words[] = { "conviction", "failure", "penalty", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
some_result (World *world)
{
  static const char *const words[] = { "verified", "refused", "expired", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
some_kind (World *world)
{
  static const char *const words[] = { "ccs-used", "ccs-new", "ccts", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
some_amount (World *world)
{
  static const char *const words[] = { "12.50", "0.01", "25.00", "-1", "much", NULL };

  return g_variant_new_string (people_world_one_of (words));
}

static GVariant *
the_password (World *world)
{
  return g_variant_new_string (FIXTURE_PASSWORD);
}

static GVariant *
some_contact_email (World *world)
{
  return g_variant_new_string ("ada@example.org");
}

/* What an argument is likely to be, by its name; then by its type. */
static const struct
{
  const char *name;
  GVariant *(*make) (World *world);
} makers[] = {
  { "account", some_account },
  { "person", some_member },
  { "owner", some_person },
  { "email", some_email },
  { "contact-email", some_contact_email },
  { "permissions", some_permissions },
  { "was", some_permissions },
  { "acts", some_acts },
  { "switches", some_switches },
  { "code", some_code },
  { "role", some_role },
  { "invitation", some_invitation },
  { "request", some_request },
  { "year", some_year },
  { "from-year", some_year },
  { "until", some_day },
  { "remedy-by", some_day },
  { "object-by", some_day },
  { "ground", some_ground },
  { "result", some_result },
  { "kind", some_kind },
  { "amount", some_amount },
  { "delete-credits", some_amount },
  { "forecast", some_amount },
  { "password", the_password },
  { "new-password", the_password },
  { "average-mass", some_number },
  { "chassis", some_chassis },
};

static GVariant *
make_argument (World *world, const GramArgument *argument)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, argument->name))
      return makers[i].make (world);
  if (g_str_equal (argument->type, "x"))
    return some_number (world);
  if (g_str_equal (argument->type, "b"))
    return g_variant_new_boolean (people_world_chance (50));
  if (g_str_equal (argument->type, "s"))
    return some_text (world);
  return NULL;
}

/* Versions and earlier permissions that do not fit, texts that are no VIN: they would refuse nearly everything. */
static gboolean
rarely_given (const GramArgument *argument)
{
  static const char *const names[]
      = { "was",        "version", "vin",           "class",       "type",           "test-cycle",
          "co2-source", "filter",  "registered-on", "saving-g-km", "corrected-g-km", "co2-g-km",
          "made-year",  NULL };

  return g_strv_contains (names, argument->name);
}

GVariant *
people_world_arguments (World *world, const GramCommand *command, const char *account)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const GramArgument *argument = NULL;

  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    {
      gboolean needed = (argument->flags & (GRAM_ARGUMENT_REQUIRED | GRAM_ARGUMENT_SECRET)) != 0
                        || g_str_equal (argument->name, "reference");
      GVariant *value;

      if (account != NULL && g_str_equal (argument->name, "account"))
        {
          g_variant_dict_insert (&dict, "account", "s", account);
          continue;
        }
      if (!needed && !people_world_chance (rarely_given (argument) ? 3 : 50))
        continue;
      value = make_argument (world, argument);
      if (value != NULL)
        g_variant_dict_insert_value (&dict, argument->name, value);
    }
  return g_variant_dict_end (&dict);
}

World *
people_world_new (GramRegistryKind kind)
{
  World *world = g_new0 (World, 1);

  world->f = life_new (kind);
  world->people = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_actor_unref);
  for (int who = 0; who < N_PERSONS; who++)
    g_ptr_array_add (world->people, gram_actor_ref (world->f->actors[who]));
  world->accounts = g_ptr_array_new_with_free_func (g_free);
  for (int i = 1; i <= 3; i++)
    g_ptr_array_add (world->accounts, g_strdup (world->f->numbers[i]));
  world->states = g_array_new (FALSE, FALSE, sizeof (GramAccountState));
  world->members = g_hash_table_new (NULL, NULL);
  world->codes = g_ptr_array_new_with_free_func (code_free);
  world->done = g_hash_table_new (g_str_hash, g_str_equal);
  world->day = g_date_new_dmy (16, G_DATE_MARCH, 2026);
  return world;
}

void
people_world_free (World *world)
{
  g_ptr_array_unref (world->people);
  g_ptr_array_unref (world->accounts);
  g_array_unref (world->states);
  g_hash_table_unref (world->members);
  g_ptr_array_unref (world->codes);
  g_hash_table_unref (world->done);
  g_date_free (world->day);
  fixture_free (world->f);
  g_free (world);
}
