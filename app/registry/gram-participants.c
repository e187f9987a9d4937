/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participants.h"

#include "gram-rulebooks.h"

#include "gram-pool-table.h"
#include "gram-scheme-year-table.h"

#include <glib/gi18n-lib.h>

gboolean
gram_participant_is (const GramParticipant *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->participation == GRAM_PARTICIPATION_OWN
         || self->participation == GRAM_PARTICIPATION_POOL;
}

/* Takes over what a measuring found. */
static void
take_record (const GramParticipantRecord *record, GramParticipant *participant)
{
  participant->id = record->id;
  participant->participation
      = record->pool_id != 0 ? GRAM_PARTICIPATION_POOL : GRAM_PARTICIPATION_OWN;
  participant->pool_id = record->pool_id;
  participant->cars = record->cars;
  participant->cars_zero = record->cars_zero;
  participant->co2_sum = record->co2_sum;
  participant->saving_sum = record->saving_sum;
  participant->activity = record->activity;
}

static gboolean
find_nominated (GramStore *store, gint64 pool_id, gint64 *account_id, GError **error)
{
  g_autoptr (GramPoolRecord) pool = NULL;

  *account_id = 0;
  if (pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (store, pool_id, &pool, error))
    return FALSE;
  *account_id = pool != NULL ? pool->account_id : 0;
  return TRUE;
}

/* Where the pool of an account stands in the last measuring, whichever account it had nominated then. */
static gboolean
find_pool_record (GramStore *store,
                  int year,
                  gint64 pool_id,
                  GramParticipantRecord **record,
                  GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  *record = NULL;
  if (pool_id == 0)
    return TRUE;
  records = gram_participant_table_list_last (store, year, error);
  for (guint i = 0; records != NULL && i < records->len && *record == NULL; i++)
    {
      const GramParticipantRecord *one = records->pdata[i];

      if (one->pool_id == pool_id)
        *record = gram_participant_record_copy (one);
    }
  return records != NULL;
}

gboolean
gram_participants_measured (GramStore *store,
                            int year,
                            gint64 account_id,
                            gboolean *measured,
                            GramParticipant *participant,
                            GError **error)
{
  g_autoptr (GramMeasuringRecord) measuring = NULL;
  g_autoptr (GramParticipantRecord) record = NULL;
  gint64 pool_id = 0;

  g_return_val_if_fail (store != NULL && participant != NULL, FALSE);

  *participant = (GramParticipant){ .year = year, .account_id = account_id };
  if (!gram_measuring_table_last (store, year, &measuring, error))
    return FALSE;
  if (measured != NULL)
    *measured = measuring != NULL;
  if (measuring == NULL)
    return TRUE;
  if (!gram_participant_table_last (store, year, account_id, &record, error)
      || (record == NULL
          && (!gram_pool_table_of_year (store, year, account_id, &pool_id, error)
              || !find_pool_record (store, year, pool_id, &record, error))))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (!find_nominated (store, record->pool_id, &participant->pool_account_id, error))
    return FALSE;
  if (record->pool_id == 0 || participant->pool_account_id == account_id)
    take_record (record, participant);
  else
    {
      participant->participation = GRAM_PARTICIPATION_MEMBER;
      participant->pool_id = record->pool_id;
    }
  return TRUE;
}

GArray *
gram_participants_list (GramStore *store, int year, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (GramParticipant));

  g_return_val_if_fail (store != NULL, NULL);

  records = gram_participant_table_list_last (store, year, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const GramParticipantRecord *record = records->pdata[i];
      GramParticipant participant = { .year = year, .account_id = record->account_id };

      take_record (record, &participant);
      if (!find_nominated (store, record->pool_id, &participant.pool_account_id, error))
        return NULL;
      if (participant.pool_account_id != 0)
        participant.account_id = participant.pool_account_id;
      g_array_append_val (participants, participant);
    }
  return g_steal_pointer (&participants);
}

GArray *
gram_participants_accounts (GramStore *store,
                            int year,
                            const GramParticipant *participant,
                            GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) years = NULL;

  g_return_val_if_fail (store != NULL && participant != NULL, NULL);

  if (participant->pool_id == 0 || participant->participation == GRAM_PARTICIPATION_MEMBER)
    {
      g_array_append_val (ids, participant->account_id);
      return g_steal_pointer (&ids);
    }
  years = gram_pool_table_years (store, year, error);
  if (years == NULL)
    return NULL;
  for (guint i = 0; i < years->len; i++)
    {
      const GramPoolYear *one = years->pdata[i];

      if (one->pool_id == participant->pool_id)
        g_array_append_val (ids, one->account_id);
    }
  return g_steal_pointer (&ids);
}

static gboolean
refuse_pooled (GramStore *store,
               const GramParticipant *participant,
               const GramAccountRecord *account,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramAccountRecord) nominated = NULL;

  if (!gram_account_table_get (store, participant->pool_account_id, &nominated, error))
    return FALSE;
  return gram_refuse (refusal, "participant.pooled", "CCTS art. 37(5)",
                      _ ("In %d account %s is in a pool; account %s of %s acts for it"),
                      participant->year, account->number,
                      nominated != NULL ? nominated->number : "",
                      nominated != NULL ? nominated->holder : "");
}

/* A pool that was granted, or that ended, since the year was measured: who acted now would do so as what they are no more. */
static gboolean
check_pool_unchanged (GramStore *store,
                      const GramParticipant *participant,
                      GramRefusal **refusal,
                      GError **error)
{
  gint64 pool_id;

  if (participant->participation == GRAM_PARTICIPATION_NONE)
    return TRUE;
  if (!gram_pool_table_of_year (store, participant->year, participant->account_id, &pool_id, error))
    return FALSE;
  return pool_id == participant->pool_id
         || gram_refuse (refusal, "year.measured-before", "CCTS art. 32(2)",
                         _ ("%d was measured before its pools became what they are now; wait until "
                            "the administrator has measured it again"),
                         participant->year);
}

gboolean
gram_participants_check (GramStore *store,
                         int year,
                         const GramAccountRecord *account,
                         GramParticipant *participant,
                         GramRefusal **refusal,
                         GError **error)
{
  gboolean measured;

  g_return_val_if_fail (account != NULL, FALSE);

  if (!gram_participants_measured (store, year, account->id, &measured, participant, error))
    return FALSE;
  if (!measured)
    return gram_refuse (refusal, "year.not-measured", "CCTS art. 32",
                        _ ("The administrator has not measured %d yet; until then nobody is a "
                           "participant of it"),
                        year);
  if (!check_pool_unchanged (store, participant, refusal, error))
    return FALSE;
  if (participant->participation == GRAM_PARTICIPATION_MEMBER)
    return refuse_pooled (store, participant, account, refusal, error);
  if (gram_participant_is (participant))
    return TRUE;
  return gram_refuse (refusal, "participant.none", "CCTS art. 32(1)",
                      _ ("Account %s is no participant of %d; it takes more cars, or a pool"),
                      account->number, year);
}

gboolean
gram_participants_read_rulebook (GramRegistry *registry,
                                 GramRulebook **rulebook,
                                 gint64 *rulebook_id,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);
  gint64 id;

  if (!gram_rulebooks_in_force (gram_registry_get_store (registry), GRAM_ACCOUNT_CCTS, today, &id,
                                rulebook, error))
    return FALSE;
  if (rulebook_id != NULL)
    *rulebook_id = id;
  return *rulebook != NULL
         || gram_refuse (refusal, "rulebook.none", NULL,
                         _ ("No rulebook of this scheme is in force; the administrator has to "
                            "publish one"));
}

gboolean
gram_participants_check_year (GramRegistry *registry,
                              gint64 year,
                              GramRulebook **rulebook,
                              gint64 *rulebook_id,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramRulebook) in_force = NULL;

  if (!gram_participants_read_rulebook (registry, &in_force, rulebook_id, refusal, error)
      || !gram_ccts_year_check (in_force->ccts, year, refusal))
    return FALSE;
  if (rulebook != NULL)
    *rulebook = g_steal_pointer (&in_force);
  return TRUE;
}

gboolean
gram_participants_check_not_closed (GramStore *store,
                                    int year,
                                    GramRefusal **refusal,
                                    GError **error)
{
  g_autoptr (GramSchemeYearRecord) record = NULL;

  if (!gram_scheme_year_table_get (store, year, &record, error))
    return FALSE;
  if (record == NULL || record->closed_at == 0)
    return TRUE;
  return gram_refuse (refusal, "year.closed", "CCTS art. 40",
                      _ ("The scheme year %d is closed; nothing of it changes any more"), year);
}
