/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-pools-private.h"

#include "gram-ccts.h"
#include "gram-identifier.h"

#include <glib/gi18n-lib.h>

static gboolean
names (const char *const *numbers, const char *number)
{
  for (; numbers != NULL && *numbers != NULL; numbers++)
    {
      char digits[GRAM_ACCOUNT_NUMBER_BUFFER];

      if (gram_account_number_parse (*numbers, digits, NULL) && g_str_equal (digits, number))
        return TRUE;
    }
  return FALSE;
}

/* The pool as it is, less those who leave. */
static gboolean
add_stayers (const GramPoolAsker *self,
             const char *const *leaves,
             GramPoolWhatIf *what,
             GramRefusal **refusal,
             GError **error)
{
  for (guint i = 0; self->pool != NULL && i < self->members->len; i++)
    {
      GramPoolMemberRow *row = _gram_pool_member_row (self, i, refusal, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (names (leaves, row->number) ? what->left : what->members, row);
    }
  for (guint i = 0; leaves != NULL && leaves[i] != NULL; i++)
    {
      gboolean left = FALSE;

      for (guint j = 0; j < what->left->len; j++)
        left = left
               || names ((const char *const[]){ leaves[i], NULL },
                         ((const GramPoolMemberRow *)what->left->pdata[j])->number);
      if (!left)
        return gram_refuse (refusal, "pool.not-a-member", "CCTS art. 32(2)",
                            _ ("%s is not the account of a member; name one that can leave"),
                            leaves[i]);
    }
  return TRUE;
}

/* An account that the person may look at. */
static GramPoolMemberRow *
joining_row (const GramPoolAsker *self, const char *typed, GramRefusal **refusal, GError **error)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramPoolMemberRow) row = g_new0 (GramPoolMemberRow, 1);
  gboolean views = FALSE;
  gint64 baseline;

  if (gram_account_number_parse (typed, number, NULL)
      && (!gram_account_table_get_by_number (self->registry->store, number, &account, error)
          || (account != NULL && !_gram_pool_asker_views (self, account, &views, error))))
    return NULL;
  if (!views || account->kind != GRAM_ACCOUNT_CCTS)
    {
      gram_refuse (refusal, "account.unknown", NULL,
                   _ ("There is no CCTS account %s that you may see"), typed);
      return NULL;
    }
  row->account_id = account->id;
  row->number = g_strdup (account->number);
  row->holder = g_strdup (account->holder);
  row->told = TRUE;
  if (!_gram_pool_baseline (self, account->id, 0, &baseline, error)
      || !_gram_pool_figures (self, &account->id, 1, baseline, &row->figures, refusal, error))
    return NULL;
  return g_steal_pointer (&row);
}

static gboolean
add_joiners (const GramPoolAsker *self,
             const char *const *joins,
             GramPoolWhatIf *what,
             GramRefusal **refusal,
             GError **error)
{
  for (; joins != NULL && *joins != NULL; joins++)
    {
      g_autoptr (GramPoolMemberRow) row = joining_row (self, *joins, refusal, error);

      if (row == NULL)
        return FALSE;
      for (guint i = 0; i < what->members->len; i++)
        if (g_str_equal (((const GramPoolMemberRow *)what->members->pdata[i])->number, row->number))
          return gram_refuse (refusal, "pool.member-twice", "CCTS art. 32(2)",
                              _ ("%s would be a member twice; name it once"), *joins);
      g_ptr_array_add (what->members, g_steal_pointer (&row));
    }
  return TRUE;
}

/* B of the pool as it would be: the one asked with, else one that is recorded for exactly these members. */
static gboolean
find_baseline (const GramPoolAsker *self,
               const char *typed,
               gboolean changes,
               GramPoolWhatIf *what,
               gint64 *baseline,
               GramRefusal **refusal)
{
  const GramPoolMemberRow *only = what->members->len == 1 ? what->members->pdata[0] : NULL;

  *baseline = what->before.baseline;
  what->assumed = typed != NULL;
  if (typed != NULL)
    return gram_ccts_baseline_parse (self->rulebook->ccts, typed, baseline, refusal);
  if (changes)
    *baseline = only != NULL ? only->figures.baseline : -1;
  what->unassumed = changes && only == NULL;
  return TRUE;
}

static gboolean
fill_after (const GramPoolAsker *self,
            gint64 baseline,
            GramPoolWhatIf *what,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < what->members->len; i++)
    {
      const GramPoolMemberRow *row = what->members->pdata[i];

      g_array_append_val (ids, row->account_id);
    }
  return _gram_pool_figures (self, (const gint64 *)ids->data, ids->len, baseline, &what->after,
                             refusal, error);
}

static GramPoolWhatIf *
read_what_if (const GramPoolAsker *self,
              const char *const *joins,
              const char *const *leaves,
              const char *typed,
              GramRefusal **refusal,
              GError **error)
{
  const GramCctsRules *rules = self->rulebook->ccts;
  g_autoptr (GramPoolWhatIf) what = g_new0 (GramPoolWhatIf, 1);
  gint64 baseline;
  gboolean changes;

  what->year = self->year;
  what->threshold = rules->participant_threshold;
  what->before.baseline = what->before.allocation = -1;
  what->members = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_pool_member_row_free);
  what->left = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_pool_member_row_free);
  if (self->pool != NULL && !_gram_pool_sum (self, &what->before, refusal, error))
    return NULL;
  if (!add_stayers (self, leaves, what, refusal, error)
      || !add_joiners (self, joins, what, refusal, error))
    return NULL;
  changes = self->pool == NULL || what->left->len > 0 || what->members->len > self->members->len;
  if (!find_baseline (self, typed, changes, what, &baseline, refusal)
      || !fill_after (self, baseline, what, refusal, error))
    return NULL;
  what->participant_before
      = self->pool != NULL && gram_ccts_is_participant (rules, what->before.cars);
  what->participant_after = gram_ccts_is_participant (rules, what->after.cars);
  return g_steal_pointer (&what);
}

/* Before every member has agreed, the figures of the others are nobody's business but the administrator's. */
static gboolean
check_told (const GramPoolAsker *self, GramRefusal **refusal)
{
  if (self->pool == NULL || self->administers
      || (self->told && self->pool->agreed == self->pool->members))
    return TRUE;
  return gram_refuse (refusal, "pool.not-told", "CCTS Sch. 5",
                      _ ("The figures of this pool are told to the administrator and, once every "
                         "member has agreed, to the people of account %s"),
                      self->pool->number);
}

GramPoolWhatIf *
gram_registry_pool_what_if (GramRegistry *self,
                            GramActor *actor,
                            gint64 pool_id,
                            int year,
                            const char *const *joins,
                            const char *const *leaves,
                            const char *baseline,
                            GramRefusal **refusal,
                            GError **error)
{
  g_auto (GramPoolAsker) asker = { 0 };
  GramPoolWhatIf *what = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_pool_asker_init (&asker, self, actor, pool_id, year, refusal, error)
      && check_told (&asker, refusal))
    what = read_what_if (&asker, joins, leaves, baseline, refusal, error);
  gram_store_end_read (self->store);
  return what;
}

void
gram_pool_what_if_free (GramPoolWhatIf *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self);
}
