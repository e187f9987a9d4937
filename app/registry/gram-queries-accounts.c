/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-accounts.h"

#include "gram-charge-scheme.h"
#include "gram-due.h"
#include "gram-queries-balances.h"
#include "gram-queries-private.h"

#include "gram-ledger-query.h"
#include "gram-member-table.h"

static gboolean
is_live (const GramMeasureRecord *measure)
{
  return measure->state == GRAM_MEASURE_NOTIFIED || measure->state == GRAM_MEASURE_IN_FORCE;
}

/* Those that are not over first; otherwise the newest first, as the table has them. */
static int
compare_measures (gconstpointer a, gconstpointer b)
{
  const GramMeasureRecord *one = *(const GramMeasureRecord *const *)a;
  const GramMeasureRecord *other = *(const GramMeasureRecord *const *)b;

  if (is_live (one) != is_live (other))
    return is_live (one) ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

static gboolean
read_measures (GramStore *store, GramAccountDetail *detail, GError **error)
{
  detail->measures = gram_measure_table_list (store, detail->account->id, 0, error);
  if (detail->measures == NULL)
    return FALSE;
  g_ptr_array_sort (detail->measures, compare_measures);
  for (guint i = 0; i < detail->measures->len; i++)
    {
      const GramMeasureRecord *measure = detail->measures->pdata[i];

      if (!is_live (measure))
        break;
      if (measure->kind == GRAM_MEASURE_SUSPENSION)
        detail->suspension = measure;
      else
        detail->block = measure;
    }
  return TRUE;
}

/* The closing and the application that are not over, else the newest ones. */
static gboolean
read_cases (GramStore *store, GramAccountDetail *detail, GError **error)
{
  gint64 account_id = detail->account->id;
  g_autoptr (GPtrArray) closings = NULL;
  g_autoptr (GPtrArray) applications = NULL;

  if (!gram_closing_table_live (store, account_id, &detail->closing, error)
      || !gram_application_table_live (store, account_id, &detail->application, error))
    return FALSE;
  closings = gram_closing_table_list (store, account_id, 1, error);
  if (closings == NULL)
    return FALSE;
  applications = gram_application_table_list (store, account_id, 0, 1, error);
  if (applications == NULL)
    return FALSE;
  if (detail->closing == NULL && closings->len > 0)
    detail->closing = gram_closing_record_copy (closings->pdata[0]);
  detail->charge_scheme = gram_charge_scheme_of (detail->application, detail->today);
  if (detail->application != NULL && detail->application->state == GRAM_APPLICATION_APPROVED
      && g_strcmp0 (detail->application->valid_from, detail->today) > 0)
    detail->charge_scheme_from = g_strdup (detail->application->valid_from);
  if (detail->application == NULL && applications->len > 0)
    detail->application = gram_application_record_copy (applications->pdata[0]);
  return TRUE;
}

static gboolean
read_members (GramStore *store, GramAccountDetail *detail, GError **error)
{
  g_autoptr (GPtrArray) members = gram_member_table_list (store, detail->account->id, error);

  if (members == NULL)
    return FALSE;
  detail->n_members = members->len;
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];

      if (member->owner)
        g_set_str (&detail->owner, member->name);
    }
  return TRUE;
}

static gboolean
read_counts (GramRegistry *self, GramAccountDetail *detail, GError **error)
{
  GramClosingCounts counts;

  if (!gram_closing_table_counts (self->store, detail->account->id, _gram_registry_now (self),
                                  &counts, error))
    return FALSE;
  detail->entered = counts.entered;
  detail->waiting = counts.ready;
  detail->n_requests = counts.requests;
  return TRUE;
}

static gboolean
read_effects (GramRegistry *self, GramAccountDetail *detail, GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  const GramAccountRules *rules
      = gram_account_rules_in_force (self, detail->account->kind, &rulebook, error);

  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    detail->effects[i] = gram_effects_of (rules, (GramAccountState)(1u << i));
  if (rulebook != NULL)
    detail->rulebook = g_strdup (rulebook->version);
  return TRUE;
}

static gboolean
read_balances (GramStore *store, GramAccountDetail *detail, GError **error)
{
  g_autoptr (GPtrArray) balances = gram_ledger_balances (store, detail->account->id, error);

  if (balances == NULL)
    return FALSE;
  detail->balances = _gram_queries_balances (balances);
  return TRUE;
}

static GramAccountDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 account_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramAccountDetail) detail = g_new0 (GramAccountDetail, 1);

  if (_gram_queries_view_account (self, actor, account_id, &detail->account, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  detail->today = gram_registry_dup_today (self, detail->account->kind);
  detail->aml = gram_due_aml_today (self, detail->account);
  if (!gram_due_state_today (self, detail->account, &detail->state, error)
      || !read_effects (self, detail, error) || !read_measures (self->store, detail, error)
      || !read_cases (self->store, detail, error) || !read_balances (self->store, detail, error)
      || !read_members (self->store, detail, error) || !read_counts (self, detail, error))
    return NULL;
  return g_steal_pointer (&detail);
}

GramAccountDetail *
gram_registry_account_detail (GramRegistry *self,
                              GramActor *actor,
                              gint64 account_id,
                              GramRefusal **refusal,
                              GError **error)
{
  GramAccountDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  /* One state of the registry, whoever commits meanwhile. */
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

void
gram_account_detail_free (GramAccountDetail *self)
{
  if (self == NULL)
    return;
  gram_account_record_free (self->account);
  g_free (self->today);
  g_free (self->rulebook);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  gram_closing_record_free (self->closing);
  gram_application_record_free (self->application);
  g_free (self->charge_scheme_from);
  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_free (self->owner);
  g_free (self);
}

GramClosingChecklist *
gram_registry_closing_checklist (GramRegistry *self,
                                 GramActor *actor,
                                 gint64 account_id,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_queries_view_account (self, actor, account_id, &account, refusal, error)
      == GRAM_OUTCOME_DONE)
    checklist = gram_closing_checklist_read (self, account, error);
  gram_store_end_read (self->store);
  return g_steal_pointer (&checklist);
}

GramEffectsTable *
gram_registry_effects_table (GramRegistry *self, GramAccountKind kind, GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  const GramAccountRules *rules;
  GramEffectsTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  rules = gram_account_rules_in_force (self, kind, &rulebook, error);
  if (rules == NULL)
    return NULL;
  table = g_new0 (GramEffectsTable, 1);
  for (guint i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    table->effects[i] = gram_effects_of (rules, (GramAccountState)(1u << i));
  table->rulebook = rulebook != NULL ? g_strdup (rulebook->version) : NULL;
  table->built_in = rules->built_in;
  return table;
}

void
gram_effects_table_free (GramEffectsTable *self)
{
  if (self == NULL)
    return;
  g_free (self->rulebook);
  g_free (self);
}

/* Reads a list of an account for somebody who may view it. */
static GPtrArray *
list_of_account (GramRegistry *self,
                 GramActor *actor,
                 gint64 account_id,
                 GPtrArray *(*list) (GramStore *store, gint64 account_id, GError **error),
                 GramRefusal **refusal,
                 GError **error)
{
  if (gram_registry_may_view (self, actor, account_id, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  return list (self->store, account_id, error);
}

static GPtrArray *
list_measures (GramStore *store, gint64 account_id, GError **error)
{
  return gram_measure_table_list (store, account_id, 0, error);
}

static GPtrArray *
list_closings (GramStore *store, gint64 account_id, GError **error)
{
  return gram_closing_table_list (store, account_id, 0, error);
}

static GPtrArray *
list_applications (GramStore *store, gint64 account_id, GError **error)
{
  return gram_application_table_list (store, account_id, 0, 0, error);
}

GPtrArray *
gram_registry_account_measures (GramRegistry *self,
                                GramActor *actor,
                                gint64 account_id,
                                GramRefusal **refusal,
                                GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  return list_of_account (self, actor, account_id, list_measures, refusal, error);
}

GPtrArray *
gram_registry_account_closings (GramRegistry *self,
                                GramActor *actor,
                                gint64 account_id,
                                GramRefusal **refusal,
                                GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  return list_of_account (self, actor, account_id, list_closings, refusal, error);
}

GPtrArray *
gram_registry_account_applications (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  return list_of_account (self, actor, account_id, list_applications, refusal, error);
}
