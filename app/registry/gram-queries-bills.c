/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-bill.h"
#include "gram-arguments.h"
#include "gram-charge-postings.h"
#include "gram-check.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-identifier.h"

void
gram_charge_balance_free (GramChargeBalance *self)
{
  if (self == NULL)
    return;
  g_free (self->lapses_on);
  g_free (self);
}

void
gram_accept_bill_free (GramAcceptBill *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_free (self->due_on);
  g_free (self->digest);
  gram_refusal_free (self->credits_refusal);
  gram_refusal_free (self->refusal);
  g_free (self);
}

void
gram_offset_bill_free (GramOffsetBill *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_free (self);
}

/* A command as it would be sent, without a unit of work: for what reads its arguments. */
static void
asked_clear (GramCall *self)
{
  g_clear_pointer (&self->arguments, g_variant_unref);
  g_clear_pointer (&self->person, gram_person_record_free);
  g_clear_pointer (&self->account, gram_account_record_free);
}

static gboolean
asked_init (GramCall *self,
            GramRegistry *registry,
            GramActor *actor,
            const char *command,
            GVariant *arguments,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];

  *self = (GramCall){
    .registry = registry,
    .store = registry->store,
    .command = gram_command_find (command),
    .now = _gram_registry_now (registry),
    .cancellable = cancellable,
  };
  self->arguments = gram_arguments_check (self->command, arguments, refusal);
  if (self->arguments == NULL)
    return FALSE;
  if (gram_account_number_parse (gram_call_get_string (self, "account"), digits, NULL)
      && !gram_account_table_get_by_number (registry->store, digits, &account, error))
    return FALSE;
  return _gram_query_view (registry, actor, account != NULL ? account->id : 0, &self->person,
                           &self->account, refusal, error);
}

/* What the command itself would refuse stands on the bill: it says what something costs all the same. */
static gboolean
add_refusals (GramCall *call, GramAcceptBill *bill, GError **error)
{
  const GramChargeWish wish = { .wish.use = GRAM_CREDIT_USE_OLDEST };
  g_autoptr (GramRefusal) no = NULL;

  if (!gram_accept_check_credits (call, &wish, &bill->credits_refusal, error)
      && bill->credits_refusal == NULL)
    return FALSE;
  if (_gram_check_allowed (call->registry, call->command, call->person, call->account, &no, error))
    return TRUE;
  if (no == NULL)
    return FALSE;
  gram_refusal_free (bill->refusal);
  bill->refusal = g_steal_pointer (&no);
  return TRUE;
}

static GramAcceptBill *
read_accept_bill (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_auto (GramFigures) figures = { 0 };
  g_auto (GramChargeWish) wish = { 0 };
  g_autoptr (GramAcceptBill) bill = NULL;

  if (!gram_selection_read (&selection, call, refusal, error)
      || !gram_charge_wish_read (&wish, call->arguments, GRAM_CREDIT_USE_NONE, refusal)
      || !gram_accept_read_figures (call, &figures, refusal, error))
    return NULL;
  bill = gram_accept_bill_work_out (call, &selection, &figures, &wish, refusal, error);
  if (bill == NULL || !add_refusals (call, bill, error))
    return NULL;
  return g_steal_pointer (&bill);
}

GramAcceptBill *
gram_registry_query_accept_bill (GramRegistry *self,
                                 GramActor *actor,
                                 GVariant *arguments,
                                 GCancellable *cancellable,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autoptr (GVariant) given = NULL;
  GramAcceptBill *bill = NULL;
  GramCall call = { 0 };

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);
  g_return_val_if_fail (arguments != NULL, NULL);

  given = g_variant_ref_sink (arguments);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  gram_store_watch (self->store, cancellable);
  if (asked_init (&call, self, actor, "vehicle.accept", given, cancellable, refusal, error))
    bill = read_accept_bill (&call, refusal, error);
  asked_clear (&call);
  gram_store_watch (self->store, NULL);
  gram_store_end_read (self->store);
  return bill;
}

static GramOffsetBill *
read_offset_bill (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramChargeWish) wish = { 0 };
  g_autoptr (GArray) ids = gram_call_dup_ids (call, "charges");
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GArray) holdings = NULL;
  g_autoptr (GArray) offsets = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramOffsetBill) bill = g_new0 (GramOffsetBill, 1);
  const GramCcsRules *rules = gram_charge_rules (call->registry, &rulebook, error);
  GramChargeOffsetSums sums;

  if (rules == NULL
      || !gram_charge_wish_read (&wish, call->arguments, GRAM_CREDIT_USE_OLDEST, refusal))
    return NULL;
  sheets = gram_charge_sheets_named (call->store, call->account, ids, refusal, error);
  if (sheets == NULL)
    return NULL;
  holdings = gram_charge_holdings (call->store, call->account, error);
  if (holdings == NULL)
    return NULL;
  bill->outstanding_before = gram_charge_sheets_outstanding (sheets);
  offsets
      = gram_charge_offsets_plan (call->registry, sheets, holdings, &wish, &sums, refusal, error);
  if (offsets == NULL)
    return NULL;
  bill->balances = gram_charge_balances (rules, holdings, 0, 0, offsets);
  bill->offset = sums.credits;
  bill->discharged = sums.discharged;
  bill->outstanding = gram_charge_sheets_outstanding (sheets);
  return g_steal_pointer (&bill);
}

GramOffsetBill *
gram_registry_query_offset_bill (GramRegistry *self,
                                 GramActor *actor,
                                 GVariant *arguments,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autoptr (GVariant) given = NULL;
  GramOffsetBill *bill = NULL;
  GramCall call = { 0 };

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);
  g_return_val_if_fail (arguments != NULL, NULL);

  given = g_variant_ref_sink (arguments);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (asked_init (&call, self, actor, "charge.offset", given, NULL, refusal, error))
    bill = read_offset_bill (&call, refusal, error);
  asked_clear (&call);
  gram_store_end_read (self->store);
  return bill;
}
