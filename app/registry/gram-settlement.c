/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-settlement.h"

#include "gram-account-life.h"
#include "gram-effects-in-force.h"
#include "gram-queries-people-private.h"
#include "gram-trade-postings.h"
#include "gram-units.h"

#include "gram-allocation-table.h"
#include "gram-conversion-table.h"
#include "gram-surrender-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Allowances are counted in thousandths where activity is. */
#define MOST_ALLOWANCES (G_MAXINT64 / GRAM_CCTS_THOUSAND)

static gboolean
read_settled (GramSettlement *self, GError **error)
{
  GramStore *store = self->registry->store;
  gint64 account_id = self->account->id;

  return gram_conversion_table_sums (store, self->year, account_id, GRAM_CONVERSION_FROM_CRTS,
                                     &self->crts_converted, &self->acquired, error)
         && gram_conversion_table_sums (store, self->year, account_id, GRAM_CONVERSION_TO_CRTS,
                                        &self->credits, &self->used, error)
         && gram_surrender_table_sum (store, self->year, account_id, &self->surrendered, error);
}

static gboolean
read_allocated (GramSettlement *self, GError **error)
{
  g_autoptr (GramAllocationRecord) last = NULL;

  if (!gram_allocation_table_last (self->registry->store, self->year, self->account->id, &last,
                                   error))
    return FALSE;
  self->allocated = last != NULL ? last->allowances : 0;
  return TRUE;
}

static gboolean
read_participant (GramSettlement *self, GramRefusal **refusal, GError **error)
{
  GramStore *store = self->registry->store;

  return gram_participants_measured (store, self->year, self->account->id, &self->measured,
                                     &self->participant, error)
         && (self->measured
             || gram_participants_provisional (store, self->rulebook->ccts, self->year,
                                               self->account->id, &self->participant, refusal,
                                               error));
}

static gboolean
read_all (GramSettlement *self, GramRefusal **refusal, GError **error)
{
  GramStore *store = self->registry->store;

  return read_participant (self, refusal, error)
         && gram_trade_balances (store, self->account->id, self->year, &self->holding,
                                 &self->reserved, error)
         && gram_crts_position_table_last (store, self->year, self->account->id,
                                           self->participant.pool_id, &self->position, error)
         && read_allocated (self, error) && read_settled (self, error);
}

gboolean
gram_settlement_may_ask (GramRegistry *registry,
                         GramActor *actor,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  if (account_id != 0)
    return _gram_query_view (registry, actor, account_id, NULL, NULL, refusal, error);
  return _gram_query_administers (registry, actor, 0, refusal, error);
}

gboolean
gram_settlement_check_scheme (const GramAccountRecord *account, GramRefusal **refusal)
{
  g_return_val_if_fail (account != NULL, FALSE);

  return account->kind == GRAM_ACCOUNT_CCTS
         || gram_refuse (refusal, "ccts.other-scheme", NULL,
                         _ ("Allowances are of accounts of the CCTS; choose one of these"));
}

gboolean
gram_settlement_rulebook (GramRegistry *registry,
                          GramRulebook **rulebook,
                          GramRefusal **refusal,
                          GError **error)
{
  g_return_val_if_fail (registry != NULL && rulebook != NULL, FALSE);

  if (gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCTS, rulebook, error) == NULL)
    return FALSE;
  return *rulebook != NULL
         || gram_refuse (refusal, "rulebook.none", NULL,
                         _ ("No rulebook of this scheme is in force; the administrator has to "
                            "publish one"));
}

gboolean
gram_settlement_init (GramSettlement *self,
                      GramRegistry *registry,
                      const GramAccountRecord *account,
                      gint64 year,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autofree char *today = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (registry != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  *self = (GramSettlement){ .registry = registry, .account = account };
  if (!gram_settlement_check_scheme (account, refusal)
      || !gram_participants_check_year (registry, year, &self->rulebook, &self->rulebook_id,
                                        refusal, error))
    return FALSE;
  today = gram_registry_dup_today (registry, account->kind);
  self->today = gram_life_date (today);
  self->year = (int)year;
  self->unit = gram_unit_make_allowance (self->year);
  if (read_all (self, refusal, error))
    return TRUE;
  gram_settlement_clear (self);
  return FALSE;
}

void
gram_settlement_clear (GramSettlement *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
  g_clear_pointer (&self->position, gram_crts_position_record_free);
  g_clear_pointer (&self->unit, g_free);
}

gboolean
gram_settlement_may_act (const GramSettlement *self,
                         GramCctsAct act,
                         GramRefusal **refusal,
                         GError **error)
{
  GramStore *store = self->registry->store;
  GramParticipant participant;

  return gram_participants_check_not_closed (store, self->year, refusal, error)
         && gram_ccts_check_act (self->rulebook->ccts, self->year, act, self->today, refusal)
         && gram_participants_check (store, self->year, self->account, &participant, refusal,
                                     error);
}

/* A whole number of allowances, at least one. */
static gboolean
read_allowances (const char *text,
                 const char *id,
                 const char *article,
                 gint64 *number,
                 GramRefusal **refusal)
{
  if (gram_decimal_parse (text, 0, number, NULL) && *number > 0 && *number <= MOST_ALLOWANCES)
    return TRUE;
  return gram_refuse (refusal, id, article,
                      _ ("“%s” is not a number of allowances; write a whole number like 30000"),
                      text);
}

gboolean
gram_settlement_check_surrender (const GramSettlement *self,
                                 const char *quantity,
                                 gint64 *number,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_settlement_may_act (self, GRAM_CCTS_ACT_SURRENDER, refusal, error)
         && read_allowances (quantity, "surrender.quantity", "CCTS art. 38(1)", number, refusal)
         && gram_ccts_surrender_check (self->rulebook->ccts, self->participant.activity,
                                       self->surrendered, self->holding, *number, refusal);
}

/* Question Q12: the position has to be that of the same participant. */
gboolean
gram_settlement_check_position (const GramSettlement *self,
                                const char *article,
                                GramRefusal **refusal)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->position != NULL
         || gram_refuse (refusal, "conversion.no-position", article,
                         _ ("It is not known where this participant stands in the CRTS in %d; the "
                            "administrator has to enter its position first"),
                         self->year);
}

GramCrtsPosition
gram_settlement_crts (const GramSettlement *self)
{
  const GramCrtsPositionRecord *position = self->position;

  g_return_val_if_fail (position != NULL, (GramCrtsPosition){ 0 });

  return (GramCrtsPosition){
    .cars = position->cars,
    .allocated = position->allocated,
    .activity = position->activity,
    .held = position->held,
    .required = position->required,
    .borrowed = position->borrowed,
  };
}

gboolean
gram_settlement_check_request (const GramSettlement *self,
                               const char *quantity,
                               gint64 *crts,
                               gint64 *allowances,
                               GramRefusal **refusal,
                               GError **error)
{
  GramCrtsPosition position;

  if (!gram_settlement_may_act (self, GRAM_CCTS_ACT_CONVERT, refusal, error)
      || !gram_ccts_conversion_parse (quantity, crts, refusal)
      || !gram_settlement_check_position (self, "CCTS art. 35(1)", refusal))
    return FALSE;
  position = gram_settlement_crts (self);
  return gram_ccts_conversion_check (self->rulebook->ccts, &position, self->crts_converted, *crts,
                                     allowances, refusal);
}

gboolean
gram_settlement_check_to_crts (const GramSettlement *self,
                               const char *quantity,
                               gint64 *number,
                               gint64 *credits,
                               gint64 *used,
                               GramRefusal **refusal,
                               GError **error)
{
  if (!gram_settlement_may_act (self, GRAM_CCTS_ACT_CONVERT_TO_CRTS, refusal, error)
      || !read_allowances (quantity, "conversion.quantity", "CCTS art. 23", number, refusal)
      || !gram_settlement_check_position (self, "CCTS art. 23", refusal)
      || !gram_ccts_to_crts_check (self->rulebook->ccts, self->year, self->position->cars,
                                   self->credits / 10, *number, credits, used, refusal))
    return FALSE;
  return *used <= self->holding
         || gram_refuse (refusal, "conversion.not-available", "CCTS art. 23",
                         _ ("%" PRId64 " allowances are needed and %" PRId64
                            " are available; what is reserved for trades cannot be converted"),
                         *used, self->holding);
}
