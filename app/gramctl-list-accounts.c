/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"

#include "gram-calendar.h"

#include <glib/gi18n-lib.h>

/* The account that `--where account=…` names. */
static gboolean
account_of (Gramctl *self, GramAccountRecord **account, GramctlExit *exit)
{
  return gramctl_find_account (self, gramctl_get_where (self, "account"), account, exit);
}

static gboolean
read_query (Gramctl *self, GramAccountQuery *query, GramctlExit *exit)
{
  static const char *const orders[] = { "holder", "number", "newest", NULL };
  int kind = 0;
  int state = 0;
  int scheme = 0;
  int order = (int)query->order;

  if (!gramctl_read_word (self, "kind", "account-kind", &kind, exit)
      || !gramctl_read_word (self, "state", "account-state", &state, exit)
      || !gramctl_read_word (self, "scheme", "charge-scheme", &scheme, exit)
      || !gramctl_read_order (self, orders, &order, &query->descending, exit))
    return FALSE;
  query->order = (GramAccountOrder)order;
  query->search = self->search;
  query->kinds = kind != 0 ? 1u << kind : 0;
  query->states = (guint)state;
  query->charge_schemes = scheme != 0 ? 1u << scheme : 0;
  return TRUE;
}

GramctlExit
gramctl_list_accounts (Gramctl *self)
{
  g_autoptr (GArray) ids = NULL;
  GramAccountQuery query = { 0 };
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!read_query (self, &query, &exit))
    return exit;
  ids = gram_registry_account_ids (self->registry, self->actor, &query, (guint)self->limit,
                                   &refusal, &error);
  return gramctl_print_ids (self, ids, gram_registry_account_rows,
                            (GramctlFill)gramctl_row_fill_account_row, refusal, error);
}

GramctlExit
gramctl_list_applications (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) applications = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int state = 0;

  /* Those of all accounts are for the administrator's side. */
  if (!gramctl_read_word (self, "state", "application-state", &state, &exit)
      || (gramctl_get_where (self, "account") != NULL && !account_of (self, &account, &exit)))
    return exit;
  if (account == NULL
      && gram_registry_administers (self->registry, self->actor, &refusal, &error)
             != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  applications
      = gram_application_table_list (gram_registry_get_store (self->registry),
                                     account != NULL ? account->id : 0,
                                     state != 0 ? 1u << state : 0, (guint)self->limit, &error);
  return gramctl_print_all (self, applications, (GramctlFill)gramctl_row_fill_application, NULL,
                            error);
}

GramctlExit
gramctl_list_measures (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!account_of (self, &account, &exit))
    return exit;
  measures
      = gram_registry_account_measures (self->registry, self->actor, account->id, &refusal, &error);
  return gramctl_print_all (self, measures, (GramctlFill)gramctl_row_fill_measure, refusal, error);
}

GramctlExit
gramctl_list_closings (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) closings = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!account_of (self, &account, &exit))
    return exit;
  closings
      = gram_registry_account_closings (self->registry, self->actor, account->id, &refusal, &error);
  return gramctl_print_all (self, closings, (GramctlFill)gramctl_row_fill_closing, refusal, error);
}

GramctlExit
gramctl_list_directory (Gramctl *self)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) entries
      = gram_registry_directory (self->registry, self->actor, self->search, (guint)self->limit,
                                 &refusal, &error);

  return gramctl_print_all (self, entries, (GramctlFill)gramctl_row_fill_directory, refusal, error);
}

GramctlExit
gramctl_list_history (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!account_of (self, &account, &exit))
    return exit;
  changes
      = gram_account_table_history (gram_registry_get_store (self->registry), account->id, &error);
  return gramctl_print_all (self, changes, (GramctlFill)gramctl_row_fill_change, NULL, error);
}

GramctlExit
gramctl_list_statement (Gramctl *self)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramAccountStatement) statement = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!account_of (self, &account, &exit))
    return exit;
  statement = gram_registry_statement (self->registry, self->actor, account->id,
                                       gramctl_get_where (self, "from"),
                                       gramctl_get_where (self, "to"), 0, &refusal, &error);
  return gramctl_print_all (self, statement != NULL ? statement->lines : NULL,
                            (GramctlFill)gramctl_row_fill_statement_line, refusal, error);
}

/* A day of `--where`, as the first instant of it (or of the day after) in UTC. */
static gboolean
read_instant (Gramctl *self, const char *key, gboolean after, gint64 *instant, GramctlExit *exit)
{
  const char *text = gramctl_get_where (self, key);
  GramDate day;

  *instant = 0;
  if (text == NULL)
    return TRUE;
  if (!gram_date_parse (text, GRAM_DATE_ISO, &day, NULL)
      || (after && !gram_date_add_days (day, 1, &day)))
    {
      *exit = gramctl_usage (_ ("“%s” is not a word for --where %s=…"), text, key);
      return FALSE;
    }
  *instant = gram_date_first_instant (day, GRAM_ZONE_UTC);
  return TRUE;
}

/* `SUBJECT/ID`, for example `measure/3`. */
static gboolean
read_subject (Gramctl *self, GramJournalQuery *query, char **subject, GramctlExit *exit)
{
  const char *text = gramctl_get_where (self, "subject");
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "/", 2) : NULL;

  if (text == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &query->subject_id, NULL))
    {
      *exit = gramctl_usage (_ ("“%s” is not an object; write it like measure/3"), text);
      return FALSE;
    }
  *subject = g_strdup (parts[0]);
  query->subject = *subject;
  return TRUE;
}

static gboolean
read_person (Gramctl *self, GramJournalQuery *query, GramctlExit *exit)
{
  const char *email = gramctl_get_where (self, "person");
  g_autofree char *normal = email != NULL ? g_utf8_strdown (email, -1) : NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  GError *error = NULL;

  if (email == NULL)
    return TRUE;
  if (!gram_person_table_get_by_email (gram_registry_get_store (self->registry), normal, &person,
                                       &error))
    {
      *exit = gramctl_failed (error);
      return FALSE;
    }
  /* Nobody has entries of a person that is not there. */
  query->person_id = person != NULL ? person->id : -1;
  return TRUE;
}

GramctlExit
gramctl_list_journal (Gramctl *self)
{
  const char *before = gramctl_get_where (self, "before");
  char *commands[2] = { (char *)gramctl_get_where (self, "command"), NULL };
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *subject = NULL;
  GramJournalQuery query = { .commands = commands, .text = self->search };
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 id = 0;

  if ((gramctl_get_where (self, "account") != NULL && !account_of (self, &account, &exit))
      || !read_instant (self, "from", FALSE, &query.from, &exit)
      || !read_instant (self, "to", TRUE, &query.to, &exit)
      || !read_subject (self, &query, &subject, &exit) || !read_person (self, &query, &exit))
    return exit;
  if (before != NULL && !g_ascii_string_to_signed (before, 10, 1, G_MAXINT64, &id, NULL))
    return gramctl_usage (_ ("“%s” is not the number of an entry"), before);
  query.account_id = account != NULL ? account->id : 0;
  entries = gram_registry_journal (self->registry, self->actor, &query, id, (guint)self->limit,
                                   &refusal, &error);
  return gramctl_print_all (self, entries, (GramctlFill)gramctl_row_fill_journal, refusal, error);
}
