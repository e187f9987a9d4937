/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"
#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include "gram-identifier.h"
#include "gram-queries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Vehicles that are read at a time. */
#define PAGE 1000

const char *
gramctl_get_where (Gramctl *self, const char *key)
{
  gsize length = strlen (key);

  for (char **where = self->where; where != NULL && *where != NULL; where++)
    if (strncmp (*where, key, length) == 0 && (*where)[length] == '=')
      return *where + length + 1;
  return NULL;
}

gboolean
gramctl_check_where (Gramctl *self, const char *const *known, GramctlExit *exit)
{
  for (char **where = self->where; where != NULL && *where != NULL; where++)
    {
      const char *equals = strchr (*where, '=');
      g_autofree char *key
          = equals != NULL ? g_strndup (*where, (gsize)(equals - *where)) : g_strdup (*where);

      if (equals == NULL || !g_strv_contains (known, key))
        {
          *exit = gramctl_usage (_ ("--where does not know “%s” here"), key);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
gramctl_read_word (Gramctl *self,
                   const char *key,
                   const char *vocabulary,
                   int *value,
                   GramctlExit *exit)
{
  const char *word = gramctl_get_where (self, key);

  if (word == NULL || gram_word_parse (vocabulary, word, value))
    return TRUE;
  *exit = gramctl_usage (_ ("“%s” is not a word for --where %s=…"), word, key);
  return FALSE;
}

GramctlExit
gramctl_print_all (Gramctl *self,
                   const GPtrArray *records,
                   GramctlFill fill,
                   GramRefusal *refusal,
                   GError *error)
{
  g_autoptr (GramctlTable) table = NULL;
  GError *problem = NULL;
  guint n_records;

  if (records == NULL)
    return gramctl_no (refusal, error);
  n_records = self->limit > 0 ? MIN (records->len, (guint)self->limit) : records->len;
  table = gramctl_table_new (g_strcmp0 (self->format, "csv") == 0);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GramctlRow) row = gramctl_row_new ();

      fill (row, records->pdata[i]);
      gramctl_table_add (table, row);
    }
  return gramctl_table_finish (table, &problem) ? GRAMCTL_DONE : gramctl_failed (problem);
}

gboolean
gramctl_find_account (Gramctl *self,
                      const char *number,
                      GramAccountRecord **account,
                      GramctlExit *exit)
{
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  if (number == NULL)
    {
      *exit = gramctl_usage (_ ("name the account with --where account=NUMBER"));
      return FALSE;
    }
  if (!gram_account_number_parse (number, digits, &error))
    {
      *exit = gramctl_usage ("%s", error->message);
      g_error_free (error);
      return FALSE;
    }
  if (gram_account_table_get_by_number (gram_registry_get_store (self->registry), digits, account,
                                        &error)
      && gram_registry_may_view (self->registry, self->actor, *account != NULL ? (*account)->id : 0,
                                 &refusal, &error)
             == GRAM_OUTCOME_DONE)
    return TRUE;
  g_clear_pointer (account, gram_account_record_free);
  *exit = gramctl_no (refusal, error);
  return FALSE;
}

static GramctlExit
list_rulebooks (Gramctl *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) rulebooks
      = gram_rulebook_table_list (gram_registry_get_store (self->registry), &error);

  return gramctl_print_all (self, rulebooks, (GramctlFill)gramctl_row_fill_rulebook, NULL, error);
}

static GramctlExit
list_imports (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  imports = gram_import_table_list (gram_registry_get_store (self->registry), account->id,
                                    (guint)self->limit, &error);
  return gramctl_print_all (self, imports, (GramctlFill)gramctl_row_fill_import, NULL, error);
}

static GramctlExit
list_differences (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit))
    return exit;
  differences = gram_difference_table_list (gram_registry_get_store (self->registry), account->id,
                                            0, (guint)self->limit, &error);
  return gramctl_print_all (self, differences, (GramctlFill)gramctl_row_fill_difference, NULL,
                            error);
}

/* The one value of a filter as a bit set `1 << value`; 0 all. */
static gboolean
read_bits (Gramctl *self, const char *key, const char *vocabulary, guint *bits, GramctlExit *exit)
{
  int value = -1;

  if (!gramctl_read_word (self, key, vocabulary, &value, exit))
    return FALSE;
  *bits = value >= 0 ? 1u << value : 0;
  return TRUE;
}

static gboolean
read_order (Gramctl *self, GramVehicleQuery *query, GramctlExit *exit)
{
  static const char *const orders[] = { "newest", "label", "make", "co2", "status" };
  const char *word = self->order;

  query->order = GRAM_VEHICLE_ORDER_NEWEST;
  if (word == NULL)
    return TRUE;
  query->descending = *word == '-';
  word += *word == '-' ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (word, orders[i]))
      {
        query->order = (GramVehicleOrder)i;
        return TRUE;
      }
  *exit = gramctl_usage (_ ("“%s” is not an order: newest, label, make, co2 or status"), word);
  return FALSE;
}

static GramctlExit
print_vehicles (Gramctl *self, const GArray *ids)
{
  g_autoptr (GramctlTable) table = gramctl_table_new (g_strcmp0 (self->format, "csv") == 0);
  GError *error = NULL;

  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) vehicles
          = gram_vehicle_table_page (gram_registry_get_store (self->registry),
                                     &g_array_index (ids, gint64, at), MIN (PAGE, ids->len - at),
                                     &error);

      if (vehicles == NULL)
        return gramctl_failed (error);
      for (guint i = 0; i < vehicles->len; i++)
        {
          g_autoptr (GramctlRow) row = gramctl_row_new ();

          gramctl_row_fill_vehicle (row, vehicles->pdata[i]);
          gramctl_table_add (table, row);
        }
    }
  return gramctl_table_finish (table, &error) ? GRAMCTL_DONE : gramctl_failed (error);
}

static GramctlExit
list_vehicles (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery query = { 0 };
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit)
      || !read_bits (self, "status", "vehicle-status", &query.statuses, &exit)
      || !read_bits (self, "attention", "attention", &query.attentions, &exit)
      || !read_order (self, &query, &exit))
    return exit;
  query.account_id = account->id;
  query.search = self->search;
  ids = gram_vehicle_table_ids (gram_registry_get_store (self->registry), &query,
                                (guint)self->limit, &error);
  return ids != NULL ? print_vehicles (self, ids) : gramctl_failed (error);
}

GramctlExit
gramctl_verb_list (Gramctl *self, char **words)
{
  static const struct
  {
    const char *name;
    GramctlExit (*run) (Gramctl *self);
    const char *const where[8];
  } kinds[] = {
    { "accounts", gramctl_list_accounts, { "kind", "state", "scheme", NULL } },
    { "applications", gramctl_list_applications, { "account", "state", NULL } },
    { "closings", gramctl_list_closings, { "account", NULL } },
    { "differences", list_differences, { "account", NULL } },
    { "directory", gramctl_list_directory, { NULL } },
    { "handovers", gramctl_list_handovers, { "account", NULL } },
    { "history", gramctl_list_history, { "account", NULL } },
    { "imports", list_imports, { "account", NULL } },
    { "invitations", gramctl_list_invitations, { "account", NULL } },
    { "journal",
      gramctl_list_journal,
      { "account", "person", "command", "from", "to", "subject", "before", NULL } },
    { "measures", gramctl_list_measures, { "account", NULL } },
    { "members", gramctl_list_members, { "account", NULL } },
    { "persons", gramctl_list_persons, { "role", "active", NULL } },
    { "requests", gramctl_list_requests, { "account", NULL } },
    { "rights", gramctl_list_rights, { "account", "person", NULL } },
    { "rulebooks", list_rulebooks, { NULL } },
    { "statement", gramctl_list_statement, { "account", "from", "to", NULL } },
    { "vehicles", list_vehicles, { "account", "status", "attention", NULL } },
  };
  g_autoptr (GString) names = g_string_new (NULL);
  GramctlExit exit;

  if (self->limit < 0)
    return gramctl_usage (_ ("--limit is a number from 0, 0 for all"));
  if (self->format != NULL && !g_str_equal (self->format, "json")
      && !g_str_equal (self->format, "csv"))
    return gramctl_usage (_ ("--format is json or csv"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);
      if (!g_str_equal (words[0], kinds[i].name))
        continue;
      if (!gramctl_check_where (self, kinds[i].where, &exit) || !gramctl_sign_in (self, &exit))
        return exit;
      return kinds[i].run (self);
    }
  /* Translators: %s is what was typed, then the lists that there are */
  return gramctl_usage (_ ("there is no list of “%s”: %s"), words[0], names->str);
}
