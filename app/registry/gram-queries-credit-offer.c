/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-credits.h"

#include "gram-check.h"
#include "gram-credit-balances.h"
#include "gram-credit-transfers.h"
#include "gram-queries-people-private.h"

#include "gram-ccs.h"

static void
line_free (GramCreditOfferLine *self)
{
  g_free (self->last_day);
  g_free (self);
}

void
gram_credit_offer_free (GramCreditOffer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->lapses_on);
  gram_refusal_free (self->refusal);
  g_free (self);
}

static const GramCreditTransferLine *
find_line (const GramCreditTransferPlan *plan, int year)
{
  for (guint i = 0; plan->lines != NULL && i < plan->lines->len; i++)
    {
      const GramCreditTransferLine *line = &g_array_index (plan->lines, GramCreditTransferLine, i);

      if (line->year == year)
        return line;
    }
  return NULL;
}

/* Every year that there is something of, and what of it goes over. */
static void
add_lines (GramCreditOffer *offer,
           const GramCreditTransferPlan *plan,
           GramAccountKind from,
           const GArray *holdings,
           GramDate today)
{
  const GramCcsRules *rules = plan->rulebook->ccs;
  GramAccountKind to = offer->to_kind != 0 ? offer->to_kind : from;

  for (guint i = 0; i < holdings->len; i++)
    {
      const GramCcsCredits *held = &g_array_index (holdings, GramCcsCredits, i);
      const GramCreditTransferLine *given = find_line (plan, held->year);
      GramCreditOfferLine *line = g_new0 (GramCreditOfferLine, 1);

      line->year = held->year;
      line->available = held->credits;
      line->most = gram_credit_transfer_most (rules, from, to, held, 1, today);
      line->credits = given != NULL ? given->credits : 0;
      line->received = given != NULL ? given->received : 0;
      line->last_day = gram_date_format (gram_ccs_credit_lapse (rules, held->year));
      g_ptr_array_add (offer->lines, line);
    }
}

static GramCreditOffer *
make_offer (GramRegistry *self,
            const GramAccountRecord *account,
            const GramCreditTransferForm *form,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramCreditOffer) offer = g_new0 (GramCreditOffer, 1);
  g_auto (GramCreditTransferPlan) plan = { 0 };
  g_autoptr (GArray) holdings = NULL;
  g_autoptr (GramRefusal) why = NULL;

  if (!gram_credit_transfer_plan (self, account, form, &plan, &why, error) && why == NULL)
    return NULL;
  if (plan.rulebook == NULL)
    {
      if (refusal != NULL)
        *refusal = g_steal_pointer (&why);
      return NULL;
    }
  holdings = gram_credit_balances_read (self->store, account, "holding", error);
  if (holdings == NULL)
    return NULL;
  offer->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  if (!gram_credit_transfer_find_kind (self, account, form->number, &offer->to_kind, error))
    return NULL;
  offer->refusal = g_steal_pointer (&why);
  add_lines (offer, &plan, account->kind, holdings, gram_credit_transfer_today (self));
  if (plan.lines != NULL)
    {
      offer->credits = plan.form->credits;
      offer->received = plan.received;
      offer->lapses_on = gram_date_format (plan.lapses_on);
    }
  return g_steal_pointer (&offer);
}

static GramCreditOffer *
read_offer (GramRegistry *self,
            GramActor *actor,
            gint64 account_id,
            GVariant *arguments,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autofree const char **years = NULL;
  GramCreditTransferForm form = { 0 };

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !_gram_check_allowed (self, gram_command_find ("transfer.offer"), person, account, refusal,
                               error))
    return NULL;
  g_variant_lookup (arguments, "number", "&s", &form.number);
  g_variant_lookup (arguments, "credits", "&s", &form.credits);
  g_variant_lookup (arguments, "years", "^a&s", &years);
  g_variant_lookup (arguments, "reference", "&s", &form.reference);
  form.years = years;
  return make_offer (self, account, &form, refusal, error);
}

GramCreditOffer *
gram_registry_preview_credit_transfer (GramRegistry *self,
                                       GramActor *actor,
                                       gint64 account_id,
                                       GVariant *arguments,
                                       GramRefusal **refusal,
                                       GError **error)
{
  g_autoptr (GVariant) sunk = NULL;
  GramCreditOffer *offer;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL && arguments != NULL, NULL);

  sunk = g_variant_ref_sink (arguments);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  offer = read_offer (self, actor, account_id, sunk, refusal, error);
  gram_store_end_read (self->store);
  return offer;
}
