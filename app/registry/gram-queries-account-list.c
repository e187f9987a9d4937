/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-scheme.h"
#include "gram-check.h"
#include "gram-queries-accounts.h"
#include "gram-queries-credits.h"
#include "gram-queries-private.h"

#include "gram-identifier.h"

#include <glib/gi18n-lib.h>

/* The query as @person may ask it: the administrator's side sees all accounts, others those that they are members of. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramAccountQuery *own
      = query != NULL ? gram_account_query_copy (query) : g_new0 (GramAccountQuery, 1);

  own->person_id = _gram_check_administrators_side (person) ? 0 : person->id;
  g_free (own->today);
  own->today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCS_NEW);
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_account_query_free,
  .ids = (GramQueriesIds)gram_account_table_ids,
  .counts = (GramQueriesCounts)gram_account_table_counts,
};

GArray *
gram_registry_account_ids (GramRegistry *self,
                           GramActor *actor,
                           const GramAccountQuery *query,
                           guint limit,
                           GramRefusal **refusal,
                           GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);

  return _gram_queries_ids (self, actor, &list, query, limit, refusal, error);
}

void
gram_account_row_free (GramAccountRow *self)
{
  if (self == NULL)
    return;
  gram_account_record_free (self->account);
  g_free (self);
}

/* Takes @account over. */
static GramAccountRow *
row_new (GramRegistry *self, GramAccountRecord *account)
{
  g_autofree char *today = gram_registry_dup_today (self, account->kind);
  const char *from = account->fleet_average_from;
  GramAccountRow *row = g_new0 (GramAccountRow, 1);

  row->id = account->id;
  row->waiting = account->waiting;
  row->charge_scheme = from != NULL && *from != '\0' && g_strcmp0 (from, today) <= 0
                           ? GRAM_CHARGE_SCHEME_FLEET_AVERAGE
                           : GRAM_CHARGE_SCHEME_PAYG;
  row->account = account;
  return row;
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_account_table_page (self->store, ids, n_ids, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      GramAccountRecord *account = page->pdata[i];
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GError) problem = NULL;

      if (_gram_check_may_view (self, person, account, &refusal, &problem))
        g_ptr_array_add (rows, row_new (self, gram_account_record_copy (account)));
      else if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
gram_registry_account_rows (GramRegistry *self,
                            GramActor *actor,
                            const gint64 *ids,
                            guint n_ids,
                            GramRefusal **refusal,
                            GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows,
                             (GDestroyNotify)gram_account_row_free, refusal, error);
}

GramOutcome
gram_registry_account_counts (GramRegistry *self,
                              GramActor *actor,
                              const GramAccountQuery *query,
                              GramAccountCounts *counts,
                              GramRefusal **refusal,
                              GError **error)
{
  return _gram_queries_counts (self, actor, &list, query, counts, refusal, error);
}

static GramDirectoryEntry *
directory_entry_new (const GramAccountRecord *account)
{
  GramDirectoryEntry *self = g_new0 (GramDirectoryEntry, 1);

  self->holder = g_strdup (account->holder);
  self->number = g_strdup (account->number);
  self->kind = account->kind;
  self->contact_name = g_strdup (account->contact_name);
  self->contact_email = g_strdup (account->contact_email);
  self->contact_phone = g_strdup (account->contact_phone);
  return self;
}

void
gram_directory_entry_free (GramDirectoryEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->holder);
  g_free (self->number);
  g_free (self->contact_name);
  g_free (self->contact_email);
  g_free (self->contact_phone);
  g_free (self);
}

/* Entries of a page of accounts, but for the one that is left out. */
static gboolean
add_entries (GramStore *store,
             const gint64 *ids,
             guint n_ids,
             gint64 but_id,
             GPtrArray *entries,
             GError **error)
{
  g_autoptr (GPtrArray) page = gram_account_table_page (store, ids, n_ids, error);

  for (guint i = 0; page != NULL && i < page->len; i++)
    {
      const GramAccountRecord *account = page->pdata[i];

      if (account->id != but_id)
        g_ptr_array_add (entries, directory_entry_new (account));
    }
  return page != NULL;
}

static GPtrArray *
list_directory (GramRegistry *self,
                GramActor *actor,
                guint kinds,
                gint64 but_id,
                const char *search,
                guint limit,
                GramRefusal **refusal,
                GError **error)
{
  const GramAccountQuery query = {
    .search = (char *)search,
    .kinds = kinds,
    .states = GRAM_ACCOUNT_OPEN,
    .listed = TRUE,
    .order = GRAM_ACCOUNT_ORDER_HOLDER,
  };
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GArray) ids = NULL;

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  ids = gram_account_table_ids (self->store, &query, limit != 0 && but_id != 0 ? limit + 1 : limit,
                                error);
  if (ids == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_directory_entry_free);
  for (guint at = 0; at < ids->len; at += GRAM_QUERIES_PAGE)
    if (!add_entries (self->store, &g_array_index (ids, gint64, at),
                      MIN (GRAM_QUERIES_PAGE, ids->len - at), but_id, entries, error))
      return NULL;
  if (limit != 0 && entries->len > limit)
    g_ptr_array_set_size (entries, (int)limit);
  return g_steal_pointer (&entries);
}

GPtrArray *
gram_registry_directory (GramRegistry *self,
                         GramActor *actor,
                         const char *search,
                         guint limit,
                         GramRefusal **refusal,
                         GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  return list_directory (self, actor, 0, 0, search, limit, refusal, error);
}

GPtrArray *
gram_registry_credit_receivers (GramRegistry *self,
                                GramActor *actor,
                                gint64 account_id,
                                const char *search,
                                guint limit,
                                GramRefusal **refusal,
                                GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  return list_directory (self, actor, 1u << GRAM_ACCOUNT_CCS_USED | 1u << GRAM_ACCOUNT_CCS_NEW,
                         account_id, search, limit, refusal, error);
}

/* A closed account confirms nothing any more. */
static gboolean
confirm (GramStore *store, const char *digits, const char *holder, gboolean *yes, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_confirm_holder (store, digits, holder, yes, error)
      || !gram_account_table_get_by_number (store, digits, &account, error))
    return FALSE;
  *yes = *yes && account != NULL && account->state != GRAM_ACCOUNT_CLOSED;
  return TRUE;
}

GramOutcome
gram_registry_confirm_holder (GramRegistry *self,
                              GramActor *actor,
                              const char *number,
                              const char *holder,
                              gboolean *yes,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (number != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (holder != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (yes != NULL, GRAM_OUTCOME_FAILED);

  *yes = FALSE;
  outcome = _gram_queries_find_person (self, actor, &person, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE || !gram_account_number_parse (number, digits, NULL))
    return outcome;
  return confirm (self->store, digits, holder, yes, error) ? GRAM_OUTCOME_DONE
                                                           : GRAM_OUTCOME_FAILED;
}
