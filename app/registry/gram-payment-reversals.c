/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payments.h"

#include "gram-account-life.h"
#include "gram-handlers-charges.h"
#include "gram-payment-reopenings.h"
#include "gram-settlement-arguments.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "LTA 1998 s 177"

/* A charge that is open again: so much of it, once so much money is off it. */
typedef struct
{
  GramChargeSheet *sheet;
  gint64 money;
  gint64 opened;
} Opened;

typedef struct
{
  GArray *charges;
  gint64 money;
  gint64 opened;
  gint64 missing; /* of what stood in favour: it settles other charges meanwhile */
} Undone;

static void
opened_clear (gpointer data)
{
  gram_charge_sheet_free (((Opened *)data)->sheet);
}

static void
undone_clear (Undone *self)
{
  g_clear_pointer (&self->charges, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undone, undone_clear)

static gboolean
has_charge (const Undone *self, gint64 charge_id)
{
  for (guint i = 0; i < self->charges->len; i++)
    if (g_array_index (self->charges, Opened, i).sheet->record->id == charge_id)
      return TRUE;
  return FALSE;
}

static gboolean
undo_on_charge (Undone *self,
                GramStore *store,
                const GramCcsRules *rules,
                const GramPaymentRecord *payment,
                gint64 charge_id,
                GError **error)
{
  GramChargeRecord *record = NULL;
  Opened opened = { 0 };

  if (!gram_charge_table_get (store, charge_id, &record, error))
    return FALSE;
  opened.sheet = gram_charge_sheet_read (store, record, error);
  if (opened.sheet == NULL)
    return FALSE;
  opened.opened
      = gram_charge_sheet_unpay (opened.sheet, rules, payment->id, G_MAXINT64, &opened.money);
  self->money += opened.money;
  self->opened += opened.opened;
  g_array_append_val (self->charges, opened);
  return TRUE;
}

/* What the payment still settles: corrections may have given back of it meanwhile. The last charge is opened first. */
static gboolean
undo (Undone *self,
      GramStore *store,
      const GramCcsRules *rules,
      const GramPaymentRecord *payment,
      GError **error)
{
  g_autoptr (GPtrArray) settlements
      = gram_charge_settlement_table_of_payment (store, payment->id, error);

  self->charges = g_array_new (FALSE, FALSE, sizeof (Opened));
  g_array_set_clear_func (self->charges, opened_clear);
  if (settlements == NULL)
    return FALSE;
  for (guint i = settlements->len; i > 0; i--)
    {
      const GramChargeSettlementRecord *settlement = settlements->pdata[i - 1];

      if (!has_charge (self, settlement->charge_id)
          && !undo_on_charge (self, store, rules, payment, settlement->charge_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_kind (const GramPaymentRecord *payment, GramRefusal **refusal)
{
  if (payment->kind == GRAM_PAYMENT_REVERSAL)
    return gram_refuse (refusal, "payment.not-reversible", ARTICLE,
                        _ ("Payment %" PRId64 " is a reversal itself; record the money anew"),
                        payment->id);
  if (payment->reversed_by != 0)
    return gram_refuse (refusal, "payment.reversed", ARTICLE,
                        _ ("Payment %" PRId64 " has been reversed already"), payment->id);
  return TRUE;
}

/* What it did not settle, or does not any more, has to be in favour still, or settle a charge that can be opened again. A
   pay-back comes into favour again. */
static gboolean
check_in_favour (GramStore *store,
                 const GramPaymentRecord *payment,
                 gint64 needed,
                 gint64 *missing,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autofree char *text = NULL;
  gint64 in_favour;
  gint64 used;

  *missing = 0;
  if (payment->kind == GRAM_PAYMENT_PAY_BACK || needed == 0)
    return TRUE;
  if (!gram_charges_outstanding (store, payment->account_id, NULL, &in_favour, error))
    return FALSE;
  *missing = MAX (0, needed - in_favour);
  if (*missing == 0)
    return TRUE;
  if (!gram_payments_can_reopen (store, payment->account_id, &used, error))
    return FALSE;
  if (*missing <= used)
    return TRUE;
  text = gram_decimal_format_in_locale (needed, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  return gram_refuse (refusal, "payment.in-favour-used", ARTICLE,
                      _ ("$%s of this payment stood in favour and were paid back meanwhile; "
                         "reverse the payment back first"),
                      text);
}

static gboolean
prepare (GramRegistry *registry,
         const GramPaymentRecord *payment,
         Undone *undone,
         GramRefusal **refusal,
         GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  const GramCcsRules *rules = gram_charge_rules (registry, &rulebook, error);

  return rules != NULL && check_kind (payment, refusal)
         && undo (undone, registry->store, rules, payment, error)
         && check_in_favour (registry->store, payment, payment->amount - undone->money,
                             &undone->missing, refusal, error);
}

gboolean
gram_payments_check_reverse (GramRegistry *registry,
                             const GramPaymentRecord *payment,
                             GramRefusal **refusal,
                             GError **error)
{
  g_auto (Undone) undone = { 0 };

  return prepare (registry, payment, &undone, refusal, error);
}

static gboolean
write_charges (GramCall *call, Undone *undone, const GramPaymentRecord *reversal, GError **error)
{
  for (guint i = 0; i < undone->charges->len; i++)
    {
      Opened *opened = &g_array_index (undone->charges, Opened, i);
      GramChargeEntry entry = {
        .kind = GRAM_CHARGE_SETTLEMENT_MONEY,
        .value = -opened->money,
        .payment_id = reversal->id,
        .posting_id = reversal->posting_id,
      };

      if (opened->money == 0)
        continue;
      if (!gram_charge_entry_write (&entry, call, opened->sheet->record->id, error))
        return FALSE;
      /* Without the money the last hundredth of a gram may discharge a cent more. */
      entry.kind = GRAM_CHARGE_SETTLEMENT_CREDIT;
      entry.value = opened->money - opened->opened;
      entry.payment_id = 0;
      if (!gram_charge_entry_write (&entry, call, opened->sheet->record->id, error)
          || !gram_charge_sheet_write (opened->sheet, call, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reverse (GramCall *call,
         const GramPaymentRecord *payment,
         Undone *undone,
         const char *reason,
         gint64 reopened,
         GError **error)
{
  g_autoptr (GramPaymentRecord) reversal = gram_payment_record_new ();
  gboolean pay_back = payment->kind == GRAM_PAYMENT_PAY_BACK;
  GramChargePosting posting = { .account_id = payment->account_id };

  reversal->account_id = payment->account_id;
  reversal->kind = GRAM_PAYMENT_REVERSAL;
  reversal->amount = payment->amount;
  reversal->in_favour = payment->amount - undone->money;
  g_free (reversal->paid_on);
  reversal->paid_on = gram_date_format (gram_life_today (call));
  g_set_str (&reversal->reference, payment->reference);
  g_set_str (&reversal->reason, reason);
  reversal->reverses = payment->id;
  posting.charges = undone->opened;
  posting.payment = -undone->money;
  posting.offset = undone->money - undone->opened;
  posting.in_favour = pay_back ? reversal->in_favour : -reversal->in_favour;
  if (!gram_charge_posting_post (&posting, call, "payment-reversal", &reversal->posting_id, error)
      || !gram_payments_insert (call, reversal, error))
    return FALSE;
  gram_call_touches (call, "payment", payment->id);
  gram_settlement_answer_decimal (call, "opened", undone->opened + reopened,
                                  GRAM_DECIMAL_SCALE_MONEY);
  return write_charges (call, undone, reversal, error)
         && gram_payments_answer_standing (call, error);
}

/* What was used of its money for other charges comes into favour again first; then nothing is missing any more. */
static gboolean
reopen (GramCall *call,
        const GramPaymentRecord *payment,
        Undone *undone,
        gint64 *reopened,
        GramRefusal **refusal,
        GError **error)
{
  *reopened = 0;
  if (undone->missing == 0)
    return TRUE;
  if (!gram_payments_reopen (call, payment->account_id, undone->missing, reopened, error))
    return FALSE;
  undone_clear (undone);
  *undone = (Undone){ 0 };
  return prepare (call->registry, payment, undone, refusal, error);
}

gboolean
gram_payments_reverse (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "payment", 0);
  g_autoptr (GramPaymentRecord) payment = NULL;
  g_autofree char *reason = NULL;
  g_auto (Undone) undone = { 0 };
  gint64 reopened;

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_payment_table_get (call->store, id, &payment, error))
    return FALSE;
  if (payment == NULL || payment->account_id != call->account->id)
    return gram_refuse (refusal, "payment.unknown", ARTICLE,
                        _ ("There is no payment %" PRId64 " on this account"), id);
  return prepare (call->registry, payment, &undone, refusal, error)
         && reopen (call, payment, &undone, &reopened, refusal, error)
         && reverse (call, payment, &undone, reason, reopened, error);
}
