/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-practice.h"

#include "gram-practice-fleet.h"
#include "gram-practice-life.h"
#include "gram-registry-private.h"
#include "gram-rulebooks-shipped.h"
#include "gram-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What is done on each delivery's day, besides bringing the files in. */
#define FIRST_DELIVERY 0
#define SWITCH_DELIVERY 1

/* The making of a practice registry: every step is a command of a person who may send it. */
typedef struct
{
  GramRegistry *registry;
  GramPracticeData *data;
  char *folder;
  char **numbers;
  GramPracticeLife *life;
  const char *today;
  /* who is signed in today, by e-mail */
  GHashTable *actors;
  guint done;
  guint steps;
  GramProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GramRefusal **refusal;
  GError **error;
} Making;

/* Each person signs in once a day. */
static GramActor *
sign_in (Making *making, const char *email)
{
  GramActor *actor = g_hash_table_lookup (making->actors, email);

  if (actor != NULL
      || gram_registry_sign_in (making->registry, email, NULL, &actor, making->refusal,
                                making->error)
             != GRAM_OUTCOME_DONE)
    return actor;
  g_hash_table_insert (making->actors, (gpointer)email, actor);
  return actor;
}

static gboolean
send (Making *making, const char *email, const char *name, GVariant *arguments, GVariant **result)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  GramActor *actor = sign_in (making, email);

  return actor != NULL
         && gram_registry_perform (making->registry, actor, NULL, name, sunk, NULL, NULL,
                                   making->cancellable, result, making->refusal, making->error)
                == GRAM_OUTCOME_DONE;
}

static gboolean
set_today (Making *making, const char *day)
{
  if (g_strcmp0 (making->today, day) == 0)
    return TRUE;
  making->today = day;
  g_hash_table_remove_all (making->actors);
  return gram_registry_set_today (making->registry, day, making->refusal);
}

/* What the practice registry's rulebook has otherwise: years without published weights are reckoned with the mean one, and
 * credits live shorter, so that a settled year and a lapse can be practised. Its version says what it is. */
static const struct
{
  const char *shipped;
  const char *practice;
} otherwise[] = {
  { "\"version\": \"ccs-", "\"version\": \"ccs-practice-" },
  { "\"missing_weights\": \"refuse\"", "\"missing_weights\": \"mean\"" },
  { "\"life_years\": 4", "\"life_years\": 3" },
  { "\"never_before\": \"2028-12-31\"", "\"never_before\": \"2026-12-31\"" },
};

static gboolean
publish_rulebook (Making *making)
{
  g_autoptr (GPtrArray) shipped = gram_rulebooks_shipped ();
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < shipped->len && text == NULL; i++)
    {
      const GramRulebookRecord *record = shipped->pdata[i];

      if (g_str_equal (record->scheme, "ccs"))
        text = g_string_new (record->content);
    }
  g_assert (text != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (otherwise); i++)
    if (g_string_replace (text, otherwise[i].shipped, otherwise[i].practice, 0) != 1)
      g_error ("the rulebook does not have “%s” once", otherwise[i].shipped);
  return send (making, GRAM_PRACTICE_ADMINISTRATOR, "rulebook.publish",
               g_variant_new_parsed ("{'content': <%s>}", text->str), NULL);
}

static gboolean
make_persons (Making *making)
{
  /* The first one came with the registry. */
  for (guint i = 1; i < making->data->persons->len; i++)
    {
      const GramPracticePerson *person = making->data->persons->pdata[i];

      if (!send (making, GRAM_PRACTICE_ADMINISTRATOR, "user.create",
                 g_variant_new_parsed ("{'email': <%s>, 'name': <%s>, 'role': <%s>}", person->email,
                                       person->name, person->role),
                 NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_accounts (Making *making)
{
  making->numbers = g_new0 (char *, making->data->accounts->len + 1);
  for (guint i = 0; i < making->data->accounts->len; i++)
    {
      const GramPracticeAccount *account = making->data->accounts->pdata[i];
      g_autoptr (GVariant) result = NULL;

      if (!send (making, account->owner, "account.open",
                 g_variant_new_parsed (
                     "{'kind': <%s>, 'holder': <%s>, 'contact-name': <%s>, 'contact-email': <%s>, "
                     "'contact-phone': <%s>, 'address': <%s>}",
                     account->kind, account->holder, account->contact_name, account->contact_email,
                     account->contact_phone, account->address),
                 &result))
        return FALSE;
      g_variant_lookup (result, "account", "s", &making->numbers[i]);
    }
  return TRUE;
}

/* The register's file of one day, brought in by the administrator. */
static gboolean
deliver (Making *making, guint account_place, guint delivery_place)
{
  const GramPracticeAccount *account = making->data->accounts->pdata[account_place];
  const GramPracticeDelivery *delivery = making->data->deliveries->pdata[delivery_place];
  g_autofree char *name = g_strdup_printf ("register-%s-%s.csv", account->fleet, delivery->day);
  g_autofree char *path = g_build_filename (making->folder, name, NULL);
  g_autofree char *text = gram_practice_fleet_file (making->data, account, delivery_place);
  gboolean eea = gram_practice_fleet_is_eea (account);
  gboolean last = delivery_place + 1 == making->data->deliveries->len;
  gboolean sent;

  if (account->vehicles == 0)
    return TRUE;
  if (!g_file_set_contents (path, text, -1, making->error))
    return FALSE;
  /* The EEA's file has no status: all of it is ready, but for what came today. */
  sent = send (
      making, GRAM_PRACTICE_ADMINISTRATOR, "vehicle.import",
      g_variant_new_parsed ("{'account': <%s>, 'file': <%s>, 'preset': <%s>, 'status': <%s>}",
                            making->numbers[account_place], path, eea ? "eea" : "gram",
                            eea && !last ? "ready" : "entered"),
      NULL);
  g_unlink (path);
  return sent;
}

/* The make whose vehicles the owner has looked through: the first of the fleet. */
static const char *
first_make (Making *making, const GramPracticeAccount *account)
{
  for (guint i = 0; i < making->data->models->len; i++)
    {
      const GramPracticeModel *model = making->data->models->pdata[i];

      if (g_str_equal (model->fleet, account->fleet))
        return model->make;
    }
  g_assert_not_reached ();
}

/* What the owner does that day: accepts all of the first delivery, one make of the second, nothing yet of today's. */
static gboolean
accept (Making *making, guint account_place, guint delivery_place)
{
  const GramPracticeAccount *account = making->data->accounts->pdata[account_place];
  const char *number = making->numbers[account_place];

  if (account->vehicles == 0)
    return TRUE;
  if (delivery_place == FIRST_DELIVERY)
    return send (making, account->owner, "vehicle.accept",
                 g_variant_new_parsed ("{'account': <%s>, 'filter': <@a{sv} {}>}", number), NULL);
  if (delivery_place != SWITCH_DELIVERY)
    return TRUE;
  return send (making, account->owner, "vehicle.accept",
               g_variant_new_parsed ("{'account': <%s>, 'filter': <{'search': <%s>}>}", number,
                                     first_make (making, account)),
               NULL);
}

static gboolean
switch_auto_accept (Making *making, guint account_place, guint delivery_place)
{
  const GramPracticeAccount *account = making->data->accounts->pdata[account_place];

  if (delivery_place != SWITCH_DELIVERY || *account->switches == '\0')
    return TRUE;
  return send (making, account->owner, "account.set-auto-accept",
               g_variant_new_parsed ("{'account': <%s>, 'switches': <[%s]>}",
                                     making->numbers[account_place], account->switches),
               NULL);
}

/* What happens from the day of a delivery (%NULL: before the first) to the next one (%NULL: from the last), besides:
 * invitations, a notice, disputes and what comes of them, a year of the CCTS. */
static gboolean
live (Making *making, const GramPracticeDelivery *delivery, const GramPracticeDelivery *next)
{
  const GramPracticeData *data = making->data;

  for (guint i = 0; i < data->life->len; i++)
    {
      const GramPracticeStep *step = data->life->pdata[i];
      g_autoptr (GVariant) arguments = NULL;
      g_autoptr (GVariant) result = NULL;

      if ((delivery != NULL && strcmp (step->day, delivery->day) < 0)
          || (next != NULL && strcmp (step->day, next->day) >= 0))
        continue;
      if (!set_today (making, step->day))
        return FALSE;
      arguments = gram_practice_life_read (making->life, step, making->error);
      if (arguments == NULL || !send (making, step->email, step->command, arguments, &result))
        return FALSE;
      gram_practice_life_keep (making->life, step, result);
    }
  return TRUE;
}

static void
step_done (Making *making)
{
  making->done++;
  if (making->progress != NULL)
    making->progress (making->done, making->steps, making->done, making->progress_data);
}

static gboolean
make_deliveries (Making *making)
{
  making->steps = making->data->deliveries->len * making->data->accounts->len;
  making->life
      = gram_practice_life_new (making->registry, making->data, making->numbers, making->folder);
  if (!live (making, NULL, making->data->deliveries->pdata[0]))
    return FALSE;
  for (guint day = 0; day < making->data->deliveries->len; day++)
    {
      const GramPracticeDelivery *delivery = making->data->deliveries->pdata[day];
      const GramPracticeDelivery *next = day + 1 < making->data->deliveries->len
                                             ? making->data->deliveries->pdata[day + 1]
                                             : NULL;

      if (!set_today (making, delivery->day))
        return FALSE;
      for (guint i = 0; i < making->data->accounts->len; i++)
        {
          if (!switch_auto_accept (making, i, day) || !deliver (making, i, day)
              || !accept (making, i, day))
            return FALSE;
          step_done (making);
        }
      if (!live (making, delivery, next))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_registry (Making *making, const char *path)
{
  const GramPracticePerson *first = making->data->persons->pdata[0];
  const GramPracticeStep *first_step = making->data->life->pdata[0];
  const GramPracticeDelivery *last
      = making->data->deliveries->pdata[making->data->deliveries->len - 1];
  GramSetup setup = {
    .kind = GRAM_REGISTRY_PRACTICE,
    .title = _ ("Practice registry"),
    .email = first->email,
    .name = first->name,
    .practice_today = last->day,
  };

  making->registry = gram_registry_create (path, &setup, making->refusal, making->error);
  /* Persons and accounts were there before anything happened. */
  return making->registry != NULL && set_today (making, first_step->day);
}

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->data, gram_practice_data_free);
  g_clear_pointer (&making->numbers, g_strfreev);
  g_clear_pointer (&making->life, gram_practice_life_free);
  g_clear_pointer (&making->actors, g_hash_table_unref);
  if (making->folder != NULL)
    g_rmdir (making->folder);
  g_clear_pointer (&making->folder, g_free);
}

/* Gives the registry its name now that it is complete; whoever has been quicker is not overwritten. */
static GramRegistry *
give_name (Making *making, const char *building, const char *path)
{
  g_clear_pointer (&making->registry, gram_registry_close);
  if (_gram_store_rename_new (building, path))
    return gram_registry_open (path, GRAM_STORE_READ_WRITE, making->error);
  g_set_error (making->error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The practice registry cannot be called “%s”: %s"), path, g_strerror (errno));
  return NULL;
}

/* It is made under another name, so that one that was broken off is never taken for a whole one. */
static GramRegistry *
make_all (Making *making, const char *path)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *building = g_strdup_printf ("%s.new-%s", path, id);
  /* The store says in its own words that the name is taken, or that there is no such folder. */
  gboolean possible = !g_file_test (path, G_FILE_TEST_EXISTS);
  GramRegistry *registry = NULL;

  if (make_registry (making, possible ? building : path) && publish_rulebook (making)
      && make_persons (making) && make_accounts (making) && make_deliveries (making))
    registry = give_name (making, building, path);
  g_clear_pointer (&making->registry, gram_registry_close);
  if (registry == NULL)
    _gram_registry_remove_files (building);
  return registry;
}

GramRegistry *
gram_practice_create (const char *path,
                      GramProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  Making making = {
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
    .refusal = refusal,
    .error = error,
  };
  GramRegistry *registry = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  making.actors
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)gram_actor_unref);
  making.data = gram_practice_data_load (error);
  if (making.data != NULL)
    making.folder = g_dir_make_tmp ("gram-practice-XXXXXX", error);
  if (making.folder != NULL)
    registry = make_all (&making, path);
  making_clear (&making);
  return registry;
}
