/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pools.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-handlers-pools.h"
#include "gram-notices-ccts.h"
#include "gram-participants.h"
#include "gram-texts.h"

#include "gram-identifier.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define APPLICATION "CCTS Sch. 5"
#define POOLS "CCTS art. 32(2)"

static const GramText texts[] = {
  { .name = "name", .title = N_ ("Name of the pool"), .max_length = 200, .needed = TRUE },
  { .name = "contact-name", .title = N_ ("Contact"), .max_length = 200, .needed = TRUE },
  { .name = "contact-email",
    .title = N_ ("E-mail of the contact"),
    .max_length = 200,
    .needed = TRUE,
    .email = TRUE },
};

static gboolean
refuse_unknown (gint64 id, GramRefusal **refusal)
{
  return gram_refuse (refusal, "pool.unknown", NULL, _ ("There is no pool %" PRId64 " here"), id);
}

gboolean
gram_pools_check_recorder (GramRegistry *registry,
                           const GramCommand *command,
                           const GramPersonRecord *person,
                           gint64 pool_id,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GPtrArray) members = NULL;

  if (person == NULL || (command->roles & person->role) != 0)
    return TRUE;
  members = gram_pool_table_members (registry->store, pool_id, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const GramPoolMember *of = members->pdata[i];
      g_autoptr (GramMember) member = NULL;

      if (!gram_member_table_get (registry->store, of->account_id, person->id, &member, error))
        return FALSE;
      if (member != NULL && (member->permissions & command->own_permission) != 0)
        return TRUE;
    }
  return members != NULL && refuse_unknown (pool_id, refusal);
}

gboolean
gram_pools_find (GramCall *call, GramPoolRecord **pool, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "pool", 0);
  g_autoptr (GPtrArray) members = NULL;

  if (!gram_pool_table_get (call->store, id, pool, error))
    return FALSE;
  if (*pool != NULL && call->account != NULL)
    {
      members = gram_pool_table_members (call->store, id, error);
      if (members == NULL)
        return FALSE;
      if (gram_pools_find_member (members, call->account->id) == NULL)
        g_clear_pointer (pool, gram_pool_record_free);
    }
  if (*pool != NULL)
    return TRUE;
  return refuse_unknown (id, refusal);
}

gboolean
gram_pools_take_account (GramCall *call, const GramPoolRecord *pool, GError **error)
{
  g_return_val_if_fail (call->account == NULL, FALSE);

  return gram_account_table_get (call->store, pool->account_id, &call->account, error);
}

const GramPoolMember *
gram_pools_find_member (const GPtrArray *members, gint64 account_id)
{
  for (guint i = 0; i < members->len; i++)
    {
      const GramPoolMember *member = members->pdata[i];

      if (member->account_id == account_id)
        return member;
    }
  return NULL;
}

gboolean
gram_pools_check_years (GramCall *call,
                        gint64 first_year,
                        gint64 last_year,
                        GramRefusal **refusal,
                        GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!gram_participants_check_year (call->registry, first_year, &rulebook, NULL, refusal, error)
      || !gram_pool_check_years (rulebook->ccts, first_year, last_year, refusal))
    return FALSE;
  for (gint64 year = first_year; year <= last_year; year++)
    if (!gram_participants_check_not_closed (call->store, (int)year, refusal, error))
      return FALSE;
  return TRUE;
}

/* Whether an account has agreed to a pool. */
static gboolean
has_agreed (GramCall *call, gint64 pool_id, gint64 account_id, gboolean *agreed, GError **error)
{
  g_autoptr (GPtrArray) members = gram_pool_table_members (call->store, pool_id, error);
  const GramPoolMember *member;

  if (members == NULL)
    return FALSE;
  member = gram_pools_find_member (members, account_id);
  *agreed = member != NULL && member->agreed_at != 0;
  return TRUE;
}

/* Of a pool that has ended the years count that it still stands for; of the others, those that it is for. */
static gboolean
check_year_free (GramCall *call,
                 const GramPoolRecord *pool,
                 int year,
                 gint64 account_id,
                 const char *number,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autoptr (GPtrArray) others
      = gram_pool_table_list (call->store, account_id, year, GRAM_POOL_UNDECIDED, error);
  gint64 granted = 0;
  gboolean taken;

  if (others == NULL || !gram_pool_table_of_year (call->store, year, account_id, &granted, error))
    return FALSE;
  taken = granted != 0 && granted != pool->id;
  for (guint i = 0; !taken && i < others->len; i++)
    {
      const GramPoolRecord *other = others->pdata[i];

      if (other->id != pool->id && !has_agreed (call, other->id, account_id, &taken, error))
        return FALSE;
    }
  return !taken
         || gram_refuse (refusal, "pool.taken", POOLS,
                         /* Translators: number of an account, a scheme year */
                         _ ("Account %s has agreed to another pool for %d; it has to withdraw from "
                            "that one first"),
                         number, year);
}

gboolean
gram_pools_check_not_taken (GramCall *call,
                            const GramPoolRecord *pool,
                            gint64 account_id,
                            const char *number,
                            GramRefusal **refusal,
                            GError **error)
{
  for (int year = pool->first_year; year <= pool->last_year; year++)
    if (!check_year_free (call, pool, year, account_id, number, refusal, error))
      return FALSE;
  return TRUE;
}

static void
answer (GramCall *call, const GramPoolRecord *pool, int version)
{
  gram_call_touches (call, "pool", pool->id);
  gram_call_answer_int64 (call, "pool", pool->id);
  gram_call_answer_string (call, "state", gram_word_for ("pool-state", (int)pool->state));
  gram_call_answer_int64 (call, "version", version);
}

gboolean
gram_pools_update (GramCall *call,
                   const GramPoolRecord *before,
                   const GramPoolRecord *after,
                   GError **error)
{
  answer (call, after, before->version + 1);
  return gram_pool_table_update (call->unit, before, after, error);
}

gboolean
gram_pools_tell_members (GramCall *call,
                         GramEvent event,
                         const GramPoolRecord *pool,
                         gint64 but_id,
                         GError **error)
{
  const char *state = gram_word_for ("pool-state", (int)pool->state);
  g_autoptr (GPtrArray) members = gram_pool_table_members (call->store, pool->id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const GramPoolMember *member = members->pdata[i];

      if (member->account_id != but_id
          && !gram_notices_tell_pool (call, event, member->account_id, pool->id, pool->name, state,
                                      error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_pools_read_text (GramCall *call, const char *name, char **place, GramRefusal **refusal)
{
  g_autofree char *text = NULL;

  if (gram_call_get_string (call, name) == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      {
        if (!gram_text_check (&texts[i], gram_call_get_string (call, name), &text, refusal))
          return FALSE;
        g_set_str (place, text);
      }
  return TRUE;
}

/* An account that can be a member. One sentence, whatever is the matter: who asks may not know that account. */
static gboolean
find_account (GramCall *call, const char *typed, gint64 *id, GramRefusal **refusal, GError **error)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GramAccountRecord) account = NULL;

  if (gram_account_number_parse (typed, number, NULL)
      && !gram_account_table_get_by_number (call->store, number, &account, error))
    return FALSE;
  if (account != NULL && account->kind == GRAM_ACCOUNT_CCTS && !account->unassigned
      && account->state != GRAM_ACCOUNT_CLOSED)
    {
      *id = account->id;
      return TRUE;
    }
  return gram_refuse (refusal, "pool.member", APPLICATION,
                      _ ("There is no CCTS account %s that could be in a pool; check the number"),
                      typed);
}

/* The accounts named, the nominated one first, none twice. */
static GArray *
read_members (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) value = gram_call_dup_value (call, "members");
  g_autofree const char **numbers = value != NULL ? g_variant_get_strv (value, NULL) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), GRAM_POOL_MAX_MEMBERS);

  g_array_append_val (ids, call->account->id);
  for (gsize i = 0; numbers != NULL && numbers[i] != NULL; i++)
    {
      gboolean known = FALSE;
      gint64 id;

      if (!gram_pool_check_members (MAX (ids->len, 2), refusal)
          || !find_account (call, numbers[i], &id, refusal, error))
        return NULL;
      for (guint j = 0; j < ids->len; j++)
        known = known || g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  return gram_pool_check_members (ids->len, refusal) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
read_application (GramCall *call, GramPoolRecord *pool, GramRefusal **refusal, GError **error)
{
  gint64 first = gram_call_get_int64 (call, "first-year", 0);
  gint64 last = gram_call_get_int64 (call, "last-year", first);

  if (!gram_pool_check_account (call->account->state, refusal)
      || !gram_pools_read_text (call, "name", &pool->name, refusal)
      || !gram_pools_read_text (call, "contact-name", &pool->contact_name, refusal)
      || !gram_pools_read_text (call, "contact-email", &pool->contact_email, refusal)
      || !gram_pools_check_years (call, first, last, refusal, error))
    return FALSE;
  pool->account_id = call->account->id;
  pool->first_year = (int)first;
  pool->last_year = (int)last;
  pool->applied_by = gram_call_person_id (call);
  pool->applied_at = call->now;
  return gram_pools_check_not_taken (call, pool, call->account->id, call->account->number, refusal,
                                     error);
}

static gboolean
add_members (GramCall *call, const GramPoolRecord *pool, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!gram_pool_table_add_member (call->unit, pool->id, g_array_index (ids, gint64, i), error))
      return FALSE;
  /* Who applies agrees. */
  return gram_pool_table_agree (call->unit, pool->id, pool->account_id, gram_call_person_id (call),
                                call->now, error);
}

gboolean
gram_pools_apply (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) pool = gram_pool_record_new ();
  g_autoptr (GArray) ids = NULL;

  if (!read_application (call, pool, refusal, error))
    return FALSE;
  ids = read_members (call, refusal, error);
  if (ids == NULL || !gram_pool_table_insert (call->unit, pool, error)
      || !add_members (call, pool, ids, error))
    return FALSE;
  answer (call, pool, pool->version);
  return gram_pools_tell_members (call, GRAM_EVENT_POOL_ASKED, pool, pool->account_id, error);
}

/* All members have agreed: the administrator decides. */
static gboolean
complete (GramCall *call, const GramPoolRecord *before, GError **error)
{
  g_autoptr (GramPoolRecord) after = gram_pool_record_copy (before);

  if (!gram_pool_move (before->state, GRAM_POOL_COMPLETE, &after->state, NULL))
    g_return_val_if_reached (FALSE);
  return gram_pools_update (call, before, after, error)
         && gram_cases_open_by_program (call, after->account_id, GRAM_CASE_POOL, after->id,
                                        after->name, NULL, error)
         && gram_notices_tell_pool (call, GRAM_EVENT_POOL_ASKED, 0, after->id, after->name,
                                    gram_word_for ("pool-state", (int)after->state), error);
}

gboolean
gram_pools_agree (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) pool = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const GramPoolMember *member;

  if (!gram_pools_find (call, &pool, refusal, error)
      || !gram_pool_move (pool->state, GRAM_POOL_AGREE, NULL, refusal)
      || !gram_pool_check_account (call->account->state, refusal))
    return FALSE;
  members = gram_pool_table_members (call->store, pool->id, error);
  if (members == NULL)
    return FALSE;
  member = gram_pools_find_member (members, call->account->id);
  if (member->agreed_at != 0)
    return gram_refuse (refusal, "pool.agreed", APPLICATION,
                        _ ("Account %s has agreed to this pool already"), call->account->number);
  if (!gram_pools_check_years (call, pool->first_year, pool->last_year, refusal, error)
      || !gram_pools_check_not_taken (call, pool, call->account->id, call->account->number, refusal,
                                      error)
      || !gram_pool_table_agree (call->unit, pool->id, call->account->id,
                                 gram_call_person_id (call), call->now, error))
    return FALSE;
  if (pool->agreed + 1 == pool->members)
    return complete (call, pool, error);
  answer (call, pool, pool->version);
  return TRUE;
}

gboolean
gram_pools_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPoolRecord) before = NULL;
  g_autoptr (GramPoolRecord) after = NULL;
  g_autofree char *reason = NULL;
  GramPoolState to;

  if (!gram_pools_find (call, &before, refusal, error)
      || !gram_pool_move (before->state, GRAM_POOL_WITHDRAW, &to, refusal)
      || !gram_life_read_text (call, "reason", &reason, refusal))
    return FALSE;
  after = gram_pool_record_copy (before);
  after->state = to;
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  g_set_str (&after->reason, reason);
  return gram_cases_withdraw_subject (call, GRAM_CASE_POOL, after->id, error)
         && gram_pools_update (call, before, after, error)
         && gram_pools_tell_members (call, GRAM_EVENT_POOL_DECIDED, after, call->account->id,
                                     error);
}
