/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-pools-private.h"

#include "gram-cases.h"
#include "gram-check.h"
#include "gram-pools.h"

#include <glib/gi18n-lib.h>

/* Whether the person may send a command about the pool from an account, NULL none. */
static gboolean
check (const GramPoolAsker *self,
       const char *name,
       GramPoolVerb verb,
       gint64 account_id,
       GramRefusal **refusal,
       GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GError) failure = NULL;

  if (account_id != 0
      && !gram_account_table_get (self->registry->store, account_id, &account, error))
    return FALSE;
  if (!_gram_check_allowed (self->registry, gram_command_find (name), self->person, account,
                            refusal, &failure)
      && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*refusal == NULL && account_id == 0
      && !gram_pools_check_recorder (self->registry, gram_command_find (name), self->person,
                                     self->pool->id, refusal, error)
      && *refusal == NULL)
    return FALSE;
  if (*refusal == NULL)
    gram_pool_move (self->pool->state, verb, NULL, refusal);
  return TRUE;
}

/* The account that a member's command would name: one that the person may look at, the nominated one if it can be. */
static const GramPoolMember *
own_member (const GramPoolAsker *self, gboolean not_agreed)
{
  const GramPoolMember *found = NULL;

  for (guint i = 0; i < self->members->len; i++)
    {
      const GramPoolMember *member = self->members->pdata[i];

      if (!self->views[i] || (not_agreed && member->agreed_at != 0))
        continue;
      if (found == NULL || member->account_id == self->pool->account_id)
        found = member;
    }
  return found;
}

static gboolean
fill_agree (const GramPoolAsker *self, GramPoolDetail *detail, GError **error)
{
  const GramPoolMember *member = own_member (self, TRUE);

  if (member == NULL)
    {
      gram_refuse (&detail->agree, "pool.not-asked", "CCTS Sch. 5",
                   _ ("No account of yours has still to agree to this pool"));
      return TRUE;
    }
  detail->agree_account = g_strdup (member->number);
  if (!check (self, "pool.agree", GRAM_POOL_AGREE, member->account_id, &detail->agree, error))
    return FALSE;
  if (detail->agree == NULL)
    gram_pool_check_account (member->state, &detail->agree);
  return TRUE;
}

/* A decision needs the case of the application, too. */
static gboolean
fill_decision (const GramPoolAsker *self,
               const char *name,
               GramPoolVerb verb,
               GramRefusal **refusal,
               GError **error)
{
  const GramCommand *command = gram_command_find (name);
  g_autoptr (GramCaseRecord) record = NULL;
  GramCaseFacts facts;

  if (!check (self, name, verb, 0, refusal, error)
      || !gram_case_table_live (self->registry->store, GRAM_CASE_POOL, self->pool->id, &record,
                                error))
    return FALSE;
  if (*refusal != NULL || record == NULL)
    return TRUE;
  facts = gram_cases_facts (record, self->person->id);
  gram_case_move (&facts, GRAM_CASE_DECIDE,
                  gram_cases_actor_of (self->registry, command, self->person), NULL, refusal);
  return TRUE;
}

gboolean
_gram_pool_fill_allows (const GramPoolAsker *self, GramPoolDetail *detail, GError **error)
{
  const GramPoolMember *member = own_member (self, FALSE);

  return fill_agree (self, detail, error)
         && check (self, "pool.withdraw", GRAM_POOL_WITHDRAW,
                   member != NULL ? member->account_id : self->pool->account_id, &detail->withdraw,
                   error)
         && fill_decision (self, "pool.grant", GRAM_POOL_GRANT, &detail->grant, error)
         && fill_decision (self, "pool.decline", GRAM_POOL_DECLINE, &detail->decline, error)
         && check (self, "pool.end", GRAM_POOL_END, 0, &detail->end, error)
         && check (self, "pool.update", GRAM_POOL_UPDATE, self->pool->account_id, &detail->update,
                   error);
}
