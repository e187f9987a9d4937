/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers-pools.h"
#include "gram-pools.h"

#include "gram-account-life.h"
#include "gram-allocations.h"
#include "gram-cases.h"

#include "gram-conversion-table.h"
#include "gram-identifier.h"
#include "gram-scheme-year-table.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define APPLICATION "CCTS Sch. 5"
#define POOLS "CCTS art. 32(2)"
#define UPDATING "CCTS art. 83(1)"

/* The pool that a decision is about, and a copy of it in the state that the decision leads to. */
static gboolean
begin_decision (GramCall *call,
                GramPoolVerb verb,
                GramPoolRecord **before,
                GramPoolRecord **after,
                GramRefusal **refusal,
                GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;
  GramPoolState to;

  if (!gram_pools_find (call, before, refusal, error)
      || !gram_pools_check_recorder (call->registry, call->command, call->person, (*before)->id,
                                     refusal, error)
      || !gram_pool_move ((*before)->state, verb, &to, refusal)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_pools_take_account (call, *before, error))
    return FALSE;
  *after = gram_pool_record_copy (*before);
  (*after)->state = to;
  (*after)->decided_by = gram_call_person_id (call);
  (*after)->decided_at = call->now;
  g_set_str (&(*after)->reason, reason);
  g_set_str (&(*after)->reference, reference);
  return TRUE;
}

/* Decides the case of the application, if there is one: an own registry, and one that is gathering, have none. */
static gboolean
decide_case (GramCall *call,
             const GramPoolRecord *pool,
             GramCaseOutcome outcome,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  return gram_cases_find_subject (call, GRAM_CASE_POOL, pool->id, &record, error)
         && (record == NULL
             || (gram_cases_take (call, record, refusal)
                 && gram_cases_decide (call, record, outcome, pool->reason, pool->reference,
                                       error)));
}

/* Whoever traded, converted or surrendered allowances of a year did so as what it was then, and stays it for that year. */
static gboolean
check_unused (GramCall *call,
              gint64 account_id,
              const char *number,
              int year,
              GramRefusal **refusal,
              GError **error)
{
  GramStore *store = call->store;
  gint64 used[6];

  if (!gram_surrender_table_sum (store, year, account_id, &used[0], error)
      || !gram_conversion_table_sums (store, year, account_id, GRAM_CONVERSION_FROM_CRTS, NULL,
                                      &used[1], error)
      || !gram_conversion_table_sums (store, year, account_id, GRAM_CONVERSION_TO_CRTS, NULL,
                                      &used[2], error)
      || !gram_trade_table_sums (store, year, account_id, &used[3], &used[4], error)
      || !gram_trade_notification_table_count_live (store, year, account_id, &used[5], error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    if (used[i] != 0)
      return gram_refuse (
          refusal, "pool.in-use", "CCTS art. 38(1)",
          /* Translators: number of an account, a scheme year */
          _ ("Account %s has traded, converted or surrendered allowances of %d; who "
             "accounts for that year cannot change any more"),
          number, year);
  return TRUE;
}

static gboolean
check_years_unused (GramCall *call,
                    const GramPoolRecord *pool,
                    int from_year,
                    gint64 account_id,
                    const char *number,
                    GramRefusal **refusal,
                    GError **error)
{
  for (int year = from_year; year <= pool->last_year; year++)
    if (!check_unused (call, account_id, number, year, refusal, error))
      return FALSE;
  return TRUE;
}

/* What may have changed since a member agreed. */
static gboolean
check_members (GramCall *call, const GramPoolRecord *pool, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) members = gram_pool_table_members (call->store, pool->id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const GramPoolMember *member = members->pdata[i];
      g_autoptr (GramRefusal) state = NULL;

      if (!gram_pool_check_account (member->state, &state))
        return gram_refuse (refusal, state->id, state->article, "%s: %s", member->number,
                            state->message);
      if (!gram_pools_check_not_taken (call, pool, member->account_id, member->number, refusal,
                                       error)
          || !check_years_unused (call, pool, pool->first_year, member->account_id, member->number,
                                  refusal, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_pools_grant (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) before = NULL;
  g_autoptr (GramPoolRecord) after = NULL;

  return begin_decision (call, GRAM_POOL_GRANT, &before, &after, refusal, error)
         && gram_pools_check_years (call, after->first_year, after->last_year, refusal, error)
         && check_members (call, after, refusal, error)
         && decide_case (call, after, GRAM_CASE_APPROVED, refusal, error)
         && gram_pools_update (call, before, after, error)
         && gram_pool_table_add_years (call->unit, after->id, error)
         && gram_pools_tell_members (call, GRAM_EVENT_POOL_DECIDED, after, 0, error);
}

gboolean
gram_pools_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) before = NULL;
  g_autoptr (GramPoolRecord) after = NULL;

  return begin_decision (call, GRAM_POOL_DECLINE, &before, &after, refusal, error)
         && decide_case (call, after, GRAM_CASE_DECLINED, refusal, error)
         && gram_pools_update (call, before, after, error)
         && gram_pools_tell_members (call, GRAM_EVENT_POOL_DECIDED, after, 0, error);
}

/* Whether allowances of a year were allocated already: then the pool stays what it was for that year. */
static gboolean
is_allocated (GramCall *call, int year, gboolean *allocated, GError **error)
{
  g_autoptr (GramSchemeYearRecord) record = NULL;

  if (!gram_scheme_year_table_get (call->store, year, &record, error))
    return FALSE;
  *allocated = record != NULL && record->allocated_at != 0;
  return TRUE;
}

/* The first year in which the pool stands for nobody any more: the one named, else the first that is not allocated. */
static gboolean
read_end (GramCall *call,
          const GramPoolRecord *pool,
          int *from_year,
          GramRefusal **refusal,
          GError **error)
{
  gint64 named = gram_call_get_int64 (call, "from-year", 0);
  gboolean allocated = TRUE;
  int free_year = pool->first_year;

  for (; free_year <= pool->last_year; free_year++)
    {
      if (!is_allocated (call, free_year, &allocated, error))
        return FALSE;
      if (!allocated)
        break;
    }
  if (named == 0 && free_year <= pool->last_year)
    named = free_year;
  if (named >= free_year && named <= pool->last_year)
    {
      *from_year = (int)named;
      return TRUE;
    }
  if (free_year > pool->last_year)
    return gram_refuse (refusal, "pool.allocated", POOLS,
                        _ ("Allowances of every year of the pool are allocated; it ends with its "
                           "last year, %d"),
                        pool->last_year);
  return gram_refuse (refusal, "pool.end-year", POOLS,
                      /* Translators: both %d are years */
                      _ ("The pool can end from %d, the first year that is not allocated, to %d; "
                         "name one of these"),
                      free_year, pool->last_year);
}

gboolean
gram_pools_end (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) before = NULL;
  g_autoptr (GramPoolRecord) after = NULL;
  int from_year = 0;

  if (!begin_decision (call, GRAM_POOL_END, &before, &after, refusal, error)
      || !read_end (call, after, &from_year, refusal, error)
      || !check_years_unused (call, after, from_year, after->account_id, after->number, refusal,
                              error))
    return FALSE;
  gram_call_answer_int64 (call, "from-year", from_year);
  return gram_pools_update (call, before, after, error)
         && gram_pool_table_remove_years (call->unit, after->id, from_year, error)
         && gram_pools_tell_members (call, GRAM_EVENT_POOL_DECIDED, after, 0, error);
}

/* Holdings go along; nothing of them may be promised. */
static gboolean
move_holdings (GramCall *call,
               const GramPoolRecord *before,
               const GramPoolRecord *after,
               GramRefusal **refusal,
               GError **error)
{
  gint64 sum = 0;

  for (int year = after->first_year; year <= after->last_year; year++)
    {
      g_autoptr (GramSchemeYearRecord) record = NULL;
      gint64 stands_for = 0;
      gint64 live = 0;
      gint64 moved = 0;

      if (!gram_scheme_year_table_get (call->store, year, &record, error)
          || !gram_pool_table_of_year (call->store, year, after->account_id, &stands_for, error)
          || !gram_trade_notification_table_count_live (call->store, year, before->account_id,
                                                        &live, error))
        return FALSE;
      if (stands_for != after->id || (record != NULL && record->closed_at != 0))
        continue;
      if (live > 0)
        return gram_refuse (refusal, "pool.trades", UPDATING,
                            _ ("Trades of %d are notified under account %s; wait until they are "
                               "decided, or withdraw them"),
                            year, before->number);
      if (!gram_allocations_move (call, year, before->account_id, after->account_id, &moved,
                                  refusal, error))
        return FALSE;
      sum += moved;
    }
  gram_call_answer_int64 (call, "moved", sum);
  return TRUE;
}

/* Another member's account is the pool's from now on (art. 37(5)(b)). */
static gboolean
nominate (GramCall *call,
          const GramPoolRecord *before,
          GramPoolRecord *after,
          GramRefusal **refusal,
          GError **error)
{
  const char *typed = gram_call_get_string (call, "nominated");
  g_autoptr (GPtrArray) members = gram_pool_table_members (call->store, before->id, error);
  char number[GRAM_ACCOUNT_NUMBER_BUFFER] = "";

  if (members == NULL)
    return FALSE;
  if (typed == NULL)
    return TRUE;
  gram_account_number_parse (typed, number, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const GramPoolMember *member = members->pdata[i];

      if (!g_str_equal (member->number, number) || member->agreed_at == 0)
        continue;
      if (!gram_pool_check_account (member->state, refusal))
        return FALSE;
      after->account_id = member->account_id;
      return before->state != GRAM_POOL_GRANTED || after->account_id == before->account_id
             || move_holdings (call, before, after, refusal, error);
    }
  return gram_refuse (refusal, "pool.not-a-member", UPDATING,
                      _ ("%s is not the account of a member that has agreed; name one of these"),
                      typed);
}

static gboolean
check_version (GramCall *call, const GramPoolRecord *pool, GramRefusal **refusal)
{
  return gram_call_get_int64 (call, "version", pool->version) == pool->version
         || gram_refuse (refusal, "pool.changed-meanwhile", NULL,
                         _ ("Somebody has changed the pool meanwhile; look at it again"));
}

gboolean
gram_pools_update_information (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) before = NULL;
  g_autoptr (GramPoolRecord) after = NULL;

  if (!gram_pools_find (call, &before, refusal, error))
    return FALSE;
  if (before->account_id != call->account->id)
    return gram_refuse (refusal, "pool.not-nominated", UPDATING,
                        _ ("Account %s acts for the pool; its people bring this up to date"),
                        before->number);
  after = gram_pool_record_copy (before);
  return gram_pool_move (before->state, GRAM_POOL_UPDATE, NULL, refusal)
         && check_version (call, before, refusal)
         && gram_pools_read_text (call, "contact-name", &after->contact_name, refusal)
         && gram_pools_read_text (call, "contact-email", &after->contact_email, refusal)
         && nominate (call, before, after, refusal, error)
         && gram_pools_update (call, before, after, error);
}
