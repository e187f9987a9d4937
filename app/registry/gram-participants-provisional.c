/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participants.h"

#include "gram-eco-notice-table.h"
#include "gram-pool-table.h"

/* Who adds to whose figures, while they are added up. */
typedef struct
{
  gint64 account_id;
  gint64 pool_id;
  gint64 pool_account_id;
  gboolean is_member;
  GramCctsMeasurer *measurer;
} Group;

typedef struct
{
  GramStore *store;
  const GramCctsRules *rules;
  int year;
  gboolean all;

  /* Owned References */
  GramCctsSavingsOff *off;
  GPtrArray *pool_years;
  GPtrArray *groups;
  GHashTable *by_account;
  GHashTable *by_pool;
} Work;

static void
group_free (gpointer data)
{
  Group *self = data;

  gram_ccts_measurer_free (self->measurer);
  g_free (self);
}

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->by_account, g_hash_table_unref);
  g_clear_pointer (&self->by_pool, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->pool_years, g_ptr_array_unref);
  g_clear_pointer (&self->off, gram_ccts_savings_off_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Which notices count for the year is the rules' to say. */
GramCctsSavingsOff *
gram_participants_savings_off (GramStore *store,
                               const GramCctsRules *rules,
                               int year,
                               GError **error)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GramCctsSavingsOff) off = NULL;

  g_return_val_if_fail (store != NULL && rules != NULL, NULL);

  notices = gram_eco_notice_table_list (store, error);
  if (notices == NULL)
    return NULL;
  off = gram_ccts_savings_off_new (rules, year);
  for (guint i = 0; i < notices->len; i++)
    {
      const GramEcoNoticeRecord *notice = notices->pdata[i];
      GramDate given_on;

      if (notice->withdrawn_at != 0)
        continue;
      if (!gram_date_parse (notice->given_on, GRAM_DATE_ISO, &given_on, error))
        return NULL;
      gram_ccts_savings_off_add (off, notice->code, given_on);
    }
  return g_steal_pointer (&off);
}

void
gram_participants_totals (const GramRegistrationAmount *amount, GramCctsTotals *totals)
{
  g_return_if_fail (amount != NULL && totals != NULL);

  *totals = (GramCctsTotals){
    .records = amount->records,
    .cars = amount->units,
    .cars_unknown = amount->units_unknown,
    .cars_zero_emission = amount->units_zero,
    .co2_micro = amount->co2_sum,
    .saving_micro = amount->saving_sum,
    .saving_corrected_micro = amount->saving_corrected,
  };
}

static gboolean
work_init (Work *self, GramStore *store, const GramCctsRules *rules, int year, GError **error)
{
  *self = (Work){ .store = store, .rules = rules, .year = year };
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->by_account = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_pool = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->pool_years = gram_pool_table_years (store, year, error);
  if (self->pool_years == NULL)
    return FALSE;
  self->off = gram_participants_savings_off (store, rules, year, error);
  return self->off != NULL;
}

static Group *
add_group (Work *self, gint64 account_id, gint64 pool_id, gint64 pool_account_id)
{
  Group *group = g_new0 (Group, 1);

  group->account_id = account_id;
  group->pool_id = pool_id;
  group->pool_account_id = pool_account_id;
  group->measurer = gram_ccts_measurer_new (self->off);
  g_ptr_array_add (self->groups, group);
  return group;
}

static const GramPoolYear *
find_pool_year (const Work *self, gint64 account_id)
{
  for (guint i = 0; i < self->pool_years->len; i++)
    {
      const GramPoolYear *one = self->pool_years->pdata[i];

      if (one->account_id == account_id)
        return one;
    }
  return NULL;
}

/* The pool of a year as one manufacturer, at the account that it nominated. */
static Group *
group_of_pool (Work *self, const GramPoolYear *pool)
{
  Group *group = g_hash_table_lookup (self->by_pool, &pool->pool_id);

  if (group == NULL)
    {
      group = add_group (self, pool->nominated_id, pool->pool_id, pool->nominated_id);
      g_hash_table_insert (self->by_pool, &group->pool_id, group);
    }
  return group;
}

/* The account by itself, a member of a pool too. */
static Group *
group_of_account (Work *self, gint64 account_id, const GramPoolYear *pool)
{
  Group *group = g_hash_table_lookup (self->by_account, &account_id);

  if (group == NULL)
    {
      group = add_group (self, account_id, pool != NULL ? pool->pool_id : 0,
                         pool != NULL ? pool->nominated_id : 0);
      group->is_member = pool != NULL;
      g_hash_table_insert (self->by_account, &group->account_id, group);
    }
  return group;
}

static void
add_row (Work *self, const GramRegistrationTotal *row)
{
  const GramPoolYear *pool = find_pool_year (self, row->account_id);
  GramCctsTotals totals;

  gram_participants_totals (&row->amount, &totals);
  if (pool != NULL)
    gram_ccts_measurer_add (group_of_pool (self, pool)->measurer, row->eco_codes, &totals);
  if (pool == NULL || self->all)
    gram_ccts_measurer_add (group_of_account (self, row->account_id, pool)->measurer,
                            row->eco_codes, &totals);
}

/* Adds the kept totals of an account, 0 all of the CCTS. */
static gboolean
add_rows (Work *self, gint64 account_id, GError **error)
{
  GramDateRange days = gram_ccts_year_range (self->rules, self->year);
  char first[GRAM_DATE_BUFFER];
  char last[GRAM_DATE_BUFFER];
  g_autoptr (GPtrArray) rows = NULL;

  rows = gram_registration_table_sums (self->store, account_id, gram_date_print (first, days.first),
                                       gram_date_print (last, days.last), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (self, rows->pdata[i]);
  return rows != NULL;
}

static GramParticipation
participation_of (const Work *self, const Group *group, gint64 cars)
{
  if (!gram_ccts_is_participant (self->rules, cars) && !group->is_member)
    return GRAM_PARTICIPATION_NONE;
  if (group->is_member)
    return GRAM_PARTICIPATION_MEMBER;
  return group->pool_id != 0 ? GRAM_PARTICIPATION_POOL : GRAM_PARTICIPATION_OWN;
}

static gboolean
end_group (const Work *self,
           const Group *group,
           GramParticipant *participant,
           GramRefusal **refusal)
{
  GramCctsActivity activity;

  if (!gram_ccts_measurer_end (group->measurer, &activity, refusal))
    return FALSE;
  *participant = (GramParticipant){
    .year = self->year,
    .account_id = group->account_id,
    .participation = participation_of (self, group, activity.totals.cars),
    .pool_id = group->pool_id,
    .pool_account_id = group->pool_account_id,
    .cars = activity.totals.cars,
    .cars_unknown = activity.totals.cars_unknown,
    .cars_zero = activity.totals.cars_zero_emission,
    .co2_sum = activity.totals.co2_micro,
    .saving_sum = activity.saving_taken_micro,
    .activity = activity.activity,
  };
  return TRUE;
}

/* The figures of the pool that the account stands for: those of all its members. */
static gboolean
add_pool (Work *self, const GramPoolYear *pool, GError **error)
{
  for (guint i = 0; i < self->pool_years->len; i++)
    {
      const GramPoolYear *one = self->pool_years->pdata[i];

      if (one->pool_id == pool->pool_id && !add_rows (self, one->account_id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_participants_provisional (GramStore *store,
                               const GramCctsRules *rules,
                               int year,
                               gint64 account_id,
                               GramParticipant *participant,
                               GramRefusal **refusal,
                               GError **error)
{
  g_auto (Work) work = { 0 };
  const GramPoolYear *pool;
  const Group *group;
  gboolean nominated;

  g_return_val_if_fail (store != NULL && rules != NULL && participant != NULL, FALSE);

  if (!work_init (&work, store, rules, year, error))
    return FALSE;
  pool = find_pool_year (&work, account_id);
  nominated = pool != NULL && pool->nominated_id == account_id;
  work.all = !nominated;
  if (nominated ? !add_pool (&work, pool, error) : !add_rows (&work, account_id, error))
    return FALSE;
  /* Somebody without a car has figures, too. */
  group = nominated ? group_of_pool (&work, pool) : group_of_account (&work, account_id, pool);
  return end_group (&work, group, participant, refusal);
}

gboolean
gram_participants_together (GramStore *store,
                            const GramCctsRules *rules,
                            int year,
                            const gint64 *account_ids,
                            guint n_accounts,
                            GramParticipant *participant,
                            GramRefusal **refusal,
                            GError **error)
{
  const GramPoolYear nobody = { 0 };
  g_auto (Work) work = { 0 };

  g_return_val_if_fail (store != NULL && rules != NULL && participant != NULL, FALSE);
  g_return_val_if_fail (account_ids != NULL || n_accounts == 0, FALSE);

  if (!work_init (&work, store, rules, year, error))
    return FALSE;
  /* Each is a member of one pool, whatever pools there are. */
  g_ptr_array_set_size (work.pool_years, 0);
  for (guint i = 0; i < n_accounts; i++)
    {
      GramPoolYear *one = g_new0 (GramPoolYear, 1);

      one->account_id = account_ids[i];
      g_ptr_array_add (work.pool_years, one);
    }
  for (guint i = 0; i < n_accounts; i++)
    if (!add_rows (&work, account_ids[i], error))
      return FALSE;
  return end_group (&work, group_of_pool (&work, &nobody), participant, refusal);
}

/* The account that only keeps vehicles of nobody is no manufacturer. */
static gboolean
is_manufacturer (GramStore *store, gint64 account_id, gboolean *is, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_get (store, account_id, &account, error))
    return FALSE;
  *is = account != NULL && !account->unassigned;
  return TRUE;
}

static gboolean
end_groups (Work *work, GArray *participants, GramRefusal **refusal, GError **error)
{
  for (guint i = 0; i < work->groups->len; i++)
    {
      GramParticipant participant;
      gboolean is;

      if (!end_group (work, work->groups->pdata[i], &participant, refusal))
        return FALSE;
      if (!work->all && !gram_participant_is (&participant))
        continue;
      if (!is_manufacturer (work->store, participant.account_id, &is, error))
        return FALSE;
      if (is)
        g_array_append_val (participants, participant);
    }
  return TRUE;
}

GArray *
gram_participants_list_provisional (GramStore *store,
                                    const GramCctsRules *rules,
                                    int year,
                                    gboolean all,
                                    GramRefusal **refusal,
                                    GError **error)
{
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (GramParticipant));
  g_auto (Work) work = { 0 };

  g_return_val_if_fail (store != NULL && rules != NULL, NULL);

  if (!work_init (&work, store, rules, year, error))
    return NULL;
  work.all = all;
  if (!add_rows (&work, 0, error) || !end_groups (&work, participants, refusal, error))
    return NULL;
  return g_steal_pointer (&participants);
}
