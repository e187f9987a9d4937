/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"
#include "gramctl-rows.h"
#include "gramctl-verbs.h"

#include "gram-charge-table.h"
#include "gram-identifier.h"
#include "gram-queries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that are read at a time. */
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

gboolean
gramctl_read_number (Gramctl *self, const char *key, gint64 *number, GramctlExit *exit)
{
  const char *text = gramctl_get_where (self, key);

  *number = 0;
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, number, NULL))
    return TRUE;
  *exit = gramctl_usage (_ ("“%s” is not a number for --where %s=…"), text, key);
  return FALSE;
}

gboolean
gramctl_read_order (Gramctl *self,
                    const char *const *orders,
                    int *order,
                    gboolean *descending,
                    GramctlExit *exit)
{
  g_autofree char *names = NULL;
  const char *word = self->order;

  if (word == NULL)
    return TRUE;
  *descending = *word == '-';
  word += *word == '-' ? 1 : 0;
  for (int i = 0; orders[i] != NULL; i++)
    if (g_str_equal (word, orders[i]))
      {
        *order = i;
        return TRUE;
      }
  names = g_strjoinv (", ", (char **)orders);
  /* Translators: %s is what was typed, then the orders that there are */
  *exit = gramctl_usage (_ ("“%s” is not an order of this list: %s"), word, names);
  return FALSE;
}

GramctlExit
gramctl_print_ids (Gramctl *self,
                   const GArray *ids,
                   GramctlQuestion question,
                   GramctlFill fill,
                   GramRefusal *refusal,
                   GError *error)
{
  g_autoptr (GramctlTable) table = NULL;

  if (ids == NULL)
    return gramctl_no (refusal, error);
  table = gramctl_table_new (g_strcmp0 (self->format, "csv") == 0);
  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) rows
          = question (self->registry, self->actor, &g_array_index (ids, gint64, at),
                      MIN (PAGE, ids->len - at), &refusal, &error);

      if (rows == NULL)
        return gramctl_no (refusal, error);
      for (guint i = 0; i < rows->len; i++)
        {
          g_autoptr (GramctlRow) row = gramctl_row_new ();

          fill (row, rows->pdata[i]);
          gramctl_table_add (table, row);
        }
    }
  return gramctl_table_finish (table, &error) ? GRAMCTL_DONE : gramctl_failed (error);
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

static GPtrArray *
ask_vehicles (GramRegistry *registry,
              GramActor *actor,
              const gint64 *ids,
              guint n_ids,
              GramRefusal **refusal,
              GError **error)
{
  return gram_vehicle_table_page (gram_registry_get_store (registry), ids, n_ids, error);
}

/* Vehicles of a charge, of an obligation year, of a month of acceptance; or those outside the standard. */
static gboolean
read_frozen (Gramctl *self, GramVehicleQuery *query, GramctlExit *exit)
{
  const char *excluded = gramctl_get_where (self, "excluded");
  g_autoptr (GramChargeRecord) charge = NULL;
  GError *error = NULL;
  gint64 charge_id;
  gint64 year;
  gint64 month;

  if (!gramctl_read_number (self, "charge", &charge_id, exit)
      || !gramctl_read_number (self, "year", &year, exit)
      || !gramctl_read_number (self, "month", &month, exit))
    return FALSE;
  query->obligation_year = (int)MIN (year, G_MAXINT);
  query->accepted_period = (int)MIN (month, G_MAXINT);
  query->excluded = g_strcmp0 (excluded, "yes") == 0;
  if (excluded != NULL && !query->excluded)
    {
      *exit = gramctl_usage (_ ("“%s” is not a word for --where %s=…"), excluded, "excluded");
      return FALSE;
    }
  if (charge_id == 0)
    return TRUE;
  if (!gram_charge_table_get (gram_registry_get_store (self->registry), charge_id, &charge, &error))
    {
      *exit = gramctl_failed (error);
      return FALSE;
    }
  /* A charge that is not there, or is another account's, has no vehicles on this one. */
  query->posting_id = charge != NULL && charge->posting_id != 0 ? charge->posting_id : -1;
  return TRUE;
}

static GramctlExit
list_vehicles (Gramctl *self)
{
  static const char *const orders[] = { "newest", "label", "make", "co2", "status", NULL };
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery query = { 0 };
  int order = GRAM_VEHICLE_ORDER_NEWEST;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, gramctl_get_where (self, "account"), &account, &exit)
      || !read_bits (self, "status", "vehicle-status", &query.statuses, &exit)
      || !read_bits (self, "attention", "attention", &query.attentions, &exit)
      || !read_frozen (self, &query, &exit)
      || !gramctl_read_order (self, orders, &order, &query.descending, &exit))
    return exit;
  query.account_id = account->id;
  query.order = (GramVehicleOrder)order;
  query.search = self->search;
  ids = gram_vehicle_table_ids (gram_registry_get_store (self->registry), &query,
                                (guint)self->limit, &error);
  return gramctl_print_ids (self, ids, ask_vehicles, (GramctlFill)gramctl_row_fill_vehicle, NULL,
                            error);
}

/* A kind of list: the filters it knows, and the format of the file that the window writes of it, if there is one. */
typedef struct
{
  const char *name;
  GramctlExit (*run) (Gramctl *self);
  const char *const where[8];
  const char *file_format;
} ListKind;

static const ListKind kinds[] = {
  { "accounts", gramctl_list_accounts, { "kind", "state", "scheme", NULL } },
  { "allowances", gramctl_list_allowances, { "account", "year", NULL } },
  { "answers", gramctl_list_answers, { "account", "from", "to", NULL }, "jsonl" },
  { "applications", gramctl_list_applications, { "account", "state", NULL } },
  { "attachments", gramctl_list_attachments, { "case", NULL } },
  { "baselines", gramctl_list_baselines, { "account", "year", NULL } },
  { "borrowings", gramctl_list_borrowings, { "account", NULL } },
  { "cases", gramctl_list_cases, { "account", "kind", "state", "claimant", "due", NULL } },
  { "charges", gramctl_list_charges, { "account", "year", "kind", "state", NULL } },
  { "closings", gramctl_list_closings, { "account", NULL } },
  { "conversions", gramctl_list_conversions, { "account", "year", NULL } },
  { "credit-lapses", gramctl_list_credit_lapses, { "account", NULL } },
  { "credits", gramctl_list_credits, { "account", NULL } },
  { "deadlines", gramctl_list_deadlines, { "account", NULL }, "ics" },
  { "differences", gramctl_list_differences, { "account", "case", NULL } },
  { "directory", gramctl_list_directory, { NULL } },
  { "documents", gramctl_list_documents, { "account", NULL } },
  { "eco-notices", gramctl_list_eco_notices, { NULL } },
  { "fleet-years", gramctl_list_fleet_years, { "account", "year", NULL } },
  { "handovers", gramctl_list_handovers, { "account", NULL } },
  { "history", gramctl_list_history, { "account", NULL } },
  { "imports", list_imports, { "account", NULL } },
  { "inbox", gramctl_list_inbox, { "event", "unread", "archived", NULL } },
  { "invitations", gramctl_list_invitations, { "account", NULL } },
  { "journal",
    gramctl_list_journal,
    { "account", "person", "command", "from", "to", "subject", "before", NULL } },
  { "measures", gramctl_list_measures, { "account", NULL } },
  { "members", gramctl_list_members, { "account", NULL } },
  { "participants", gramctl_list_participants, { "year", NULL } },
  { "payments", gramctl_list_payments, { "account", "kind", NULL } },
  { "payment-notices", gramctl_list_payment_notices, { "account", "year", NULL } },
  { "persons", gramctl_list_persons, { "role", "active", NULL } },
  { "pools", gramctl_list_pools, { "account", "year", NULL } },
  { "positions", gramctl_list_positions, { "account", "year", NULL } },
  { "requests", gramctl_list_requests, { "account", NULL } },
  { "rights", gramctl_list_rights, { "account", "person", NULL } },
  { "rulebooks", list_rulebooks, { NULL } },
  { "scenarios", gramctl_list_scenarios, { "account", "year", NULL } },
  { "snippets", gramctl_list_snippets, { "kind", NULL } },
  { "statement", gramctl_list_statement, { "account", "from", "to", NULL } },
  { "trades", gramctl_list_trades, { "account", "year", "state", "side", NULL } },
  { "transfers", gramctl_list_transfers, { "account", "direction", "state", NULL } },
  { "vehicles",
    list_vehicles,
    { "account", "status", "attention", "charge", "year", "month", "excluded", NULL } },
  { "years", gramctl_list_years, { NULL } },
};

static gboolean
check_format (Gramctl *self, const ListKind *kind, GramctlExit *exit)
{
  if (self->format == NULL || g_str_equal (self->format, "json")
      || g_str_equal (self->format, "csv") || g_strcmp0 (self->format, kind->file_format) == 0)
    return TRUE;
  if (kind->file_format != NULL)
    *exit = gramctl_usage (_ ("--format is json, csv or %s"), kind->file_format);
  else
    *exit = gramctl_usage (_ ("--format is json or csv"));
  return FALSE;
}

GramctlExit
gramctl_verb_list (Gramctl *self, char **words)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GramctlExit exit;

  if (self->limit < 0)
    return gramctl_usage (_ ("--limit is a number from 0, 0 for all"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);
      if (!g_str_equal (words[0], kinds[i].name))
        continue;
      if (!check_format (self, &kinds[i], &exit)
          || !gramctl_check_where (self, kinds[i].where, &exit) || !gramctl_sign_in (self, &exit))
        return exit;
      return kinds[i].run (self);
    }
  /* Translators: %s is what was typed, then the lists that there are */
  return gramctl_usage (_ ("there is no list of “%s”: %s"), words[0], names->str);
}
