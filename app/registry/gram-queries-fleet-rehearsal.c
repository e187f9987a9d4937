/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-check.h"
#include "gram-fleet-plan.h"
#include "gram-queries-people-private.h"

void
gram_fleet_rehearsal_free (GramFleetRehearsal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, gram_fleet_year_row_free);
  g_free (self->due_on);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self);
}

static GramFleetRehearsal *
rehearsal_of (GramFleetPlan *plan)
{
  const GramFleetStanding *standing = &plan->standing;
  GramFleetRehearsal *self = g_new0 (GramFleetRehearsal, 1);

  self->row = _gram_fleet_year_row (standing);
  self->early = standing->early;
  self->credits = standing->difference.credits_new - standing->difference.credits_back;
  self->short_amount = plan->short_amount;
  self->charge = standing->difference.amount_new;
  self->taken_back = plan->taken_back;
  self->money_back = plan->money_back;
  self->credits_back = plan->credits_back;
  self->carried_met = standing->now.carried_met;
  self->carried_charge = standing->difference.carried_amount_new;
  self->due_on = gram_date_format (plan->due_on);
  self->posts = gram_fleet_plan_posts (plan);
  self->lines = g_ptr_array_ref (plan->lines);
  self->digest = g_strdup (plan->digest);
  return self;
}

static GramFleetRehearsal *
read_rehearsal (GramRegistry *self,
                GramActor *actor,
                gint64 account_id,
                int year,
                GramRefusal **refusal,
                GError **error)
{
  const GramCommand *command = gram_command_find ("fleet-year.settle");
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramFleetPlan) plan = { 0 };

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !_gram_check_allowed (self, command, person, account, refusal, error)
      || !gram_fleet_years_check (year, refusal)
      || !gram_fleet_plan_init (&plan, self, account, year, refusal, error))
    return NULL;
  return rehearsal_of (&plan);
}

GramFleetRehearsal *
gram_registry_rehearse_fleet_year (GramRegistry *self,
                                   GramActor *actor,
                                   gint64 account_id,
                                   int year,
                                   GramRefusal **refusal,
                                   GError **error)
{
  GramFleetRehearsal *rehearsal;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rehearsal = read_rehearsal (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return rehearsal;
}
